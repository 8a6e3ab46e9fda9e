/** @file Reminders as a plan goes on: before a step's start, before its end once begun, when it is late; each once, and not again after planning anew. */
import { afterAll, expect, test } from "vitest";
import type { Clock } from "../../core/clock";
import { addDays, addMonths, dayOf } from "../../core/document-terms";
import { notificationsOf } from "../notifications/notify";
import { openDemoGrowth } from "./demo-growth.fixture";
import { actOnPlan, beginPlan } from "./plans";
import { remind } from "./reminders";
import { stepRows } from "./step-rows";

let now = Date.UTC(2026, 10, 23, 9);
const clock: Clock = { now: () => now };
const at = (day: string) => (now = Date.parse(`${day}T09:00:00Z`));
const MAARTJE = "e37";
const { db, actorOf, close } = await openDemoGrowth({ [MAARTJE]: [] }, clock);
afterAll(close);

const limits = { hoursPerWeek: 4, deadline: addMonths("2026-11-23", 7), budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };

test("a step is reminded of at its start, again before its end once begun, and once when it is late; planning again tells nothing twice", async () => {
  const maartje = await actorOf(MAARTJE);
  const told = async () => (await notificationsOf(db, maartje)).notifications.map(({ words, href }) => `${words.en} ${href ?? ""}`);
  const { id, plan } = await beginPlan(db, maartje, { target: { kind: "role", id: "senior-plc-engineer", text: "" }, constraints: limits, programme: null }, clock);
  const long = plan.steps.find(({ start, end }) => end > addDays(start, 7));
  if (!long) throw new Error("a step of more than a week was expected");
  // The others are out of the way.
  for (const { courseId } of plan.steps) if (courseId !== long.courseId) await actOnPlan(db, maartje, id, { do: "step", courseId, status: "skipped" }, clock);

  at(addDays(long.start, -4));
  expect(await remind(db, clock)).toBe(0);
  at(addDays(long.start, -2));
  expect(await remind(db, clock)).toBe(1);
  expect(await remind(db, clock)).toBe(0);

  at(long.start);
  await actOnPlan(db, maartje, id, { do: "step", courseId: long.courseId, status: "started" }, clock);
  expect(await remind(db, clock)).toBe(0);
  at(addDays(long.end, -1));
  expect(await remind(db, clock)).toBe(1);
  await actOnPlan(db, maartje, id, { do: "step", courseId: long.courseId, status: "started" }, clock);
  expect(await remind(db, clock)).toBe(0);
  at(addDays(long.end, 1));
  expect(await remind(db, clock)).toBe(1);
  expect((await told())[0]).toBe(`A step of your learning plan is late. Mark what is done, or plan again from today. /growth/plan?id=${id}`);
  at(addDays(long.end, 10));
  expect(await remind(db, clock)).toBe(0);
  expect(await told()).toHaveLength(3);

  // Planned again it ends later: it is reminded of there, not now.
  const again = await actOnPlan(db, maartje, id, { do: "replan" }, clock);
  const moved = again.plan.steps.find(({ courseId }) => courseId === long.courseId);
  expect(moved?.status).toBe("started");
  expect(moved && moved.end > addDays(dayOf(now), 3)).toBe(true);
  await onlyStep(id, again.plan.steps, long.courseId);
  expect(await remind(db, clock)).toBe(0);
  at(moved?.end ?? "");
  expect(await remind(db, clock)).toBe(1);

  async function onlyStep(planId: string, steps: readonly { courseId: string }[], courseId: string): Promise<void> {
    for (const step of steps) if (step.courseId !== courseId) await actOnPlan(db, maartje, planId, { do: "step", courseId: step.courseId, status: "skipped" }, clock);
  }
});

test("what was told of a step that is as near as before stays told; moved away, it is told again when it comes", () => {
  const remindedAt = new Date("2026-11-22T09:00:00Z");
  const row = { planId: "p", position: 0, doneOn: null, hours: 4, remindedAt };
  const before = new Map([["planned", { ...row, courseId: "planned", status: "planned" as const, startsOn: "2026-11-23", dueOn: "2026-12-20" }], ["begun", { ...row, courseId: "begun", status: "started" as const, startsOn: "2026-11-01", dueOn: "2026-11-24" }]]);
  const kept = (start: string, end: string) => stepRows(["planned", "begun"].map((courseId) => ({ courseId, start, end, hours: 4 })), before, "2026-11-23").map((step) => step.remindedAt);
  expect(kept("2026-11-26", "2026-11-26")).toEqual([remindedAt, remindedAt]);
  expect(kept("2026-11-24", "2026-12-24")).toEqual([remindedAt, null]);
  expect(kept("2026-11-27", "2026-11-27")).toEqual([null, null]);
});

test("a step that nobody began is told late once", async () => {
  at("2026-11-23");
  const maartje = await actorOf(MAARTJE);
  const { id, plan } = await beginPlan(db, maartje, { target: { kind: "role", id: "data-engineer", text: "" }, constraints: limits, programme: null }, clock);
  const [first, ...others] = plan.steps;
  for (const { courseId } of others) await actOnPlan(db, maartje, id, { do: "step", courseId, status: "skipped" }, clock);
  const due = first?.end ?? "";
  await remind(db, clock);
  at(addDays(due, 5));
  expect(await remind(db, clock)).toBe(1);
  expect((await notificationsOf(db, maartje)).notifications[0]?.words.zh).toContain("已逾期");
  expect(await remind(db, clock)).toBe(0);
  // Begun only now, it is not told late a second time.
  await actOnPlan(db, maartje, id, { do: "step", courseId: first?.courseId ?? "", status: "started" }, clock);
  expect(await remind(db, clock)).toBe(0);
});
