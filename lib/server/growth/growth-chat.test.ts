/** @file Growth in the chat on a real database with the demo's people: one's own plan within what was said, what stands in its way, what more would buy. */
import { afterAll, expect, test } from "vitest";
import { understandGrowth } from "../../assistant/growth/understand-growth";
import { problemOf } from "../../browser/problem";
import { answer as answerShape } from "../../contracts/evidence";
import { planPreview } from "../../contracts/growth";
import type { GrowthContext } from "../../contracts/growth-answer";
import type { Clock } from "../../core/clock";
import { addDays, addMonths, dayOf } from "../../core/document-terms";
import { scopeOf } from "../../core/scope";
import { growthFor } from "./assistant-port";
import { openDemoGrowth } from "./demo-growth.fixture";
import { planFor } from "./planner";
import { actOnPlan, beginPlan, previewPlan } from "./plans";
import { growthTaxonomy } from "./taxonomy";

const now = Date.UTC(2026, 10, 23, 9);
const clock: Clock = { now: () => now };
const MAARTJE = "e37";
const { db, actorOf, close } = await openDemoGrowth({ [MAARTJE]: [] }, clock);
afterAll(close);

const limits = { hoursPerWeek: 4, deadline: addMonths("2026-11-23", 7), budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };

test("the chat answers of the asker alone, within the limits that were said", async () => {
  const { growth } = await growthFor(db, await actorOf(MAARTJE), clock);
  if (!growth) throw new Error("growth was expected");
  const question = "Make me a plan to become a senior PLC engineer with 5 hours a week until the end of July 2027, in English";
  const request = understandGrowth(question, { today: growth.today, names: growth.names, taxonomy: growthTaxonomy(), before: null });
  if (!request) throw new Error("a growth question was expected");
  const reply = await growth.port.answer(request, "en");
  expect(reply.text).toContain("5 hours a week until 2027-07-31");
  expect(reply.rows.length).toBeGreaterThan(0);
  for (const { figure } of reply.rows) expect(figure.slice(13, 23) <= "2027-07-31").toBe(true);
  answerShape.shape.growth.parse({ href: reply.href, rows: reply.rows, context: reply.context });
  for (const tool of ["my-gap", "explain-step", "find-mentor", "career-options"] as const) expect((await growth.port.answer({ ...request, tool }, "zh")).text).not.toBe("");
});

test("limits that let no step in: the preview, the beginning and the chat say which one to move and by how much, in both languages", async () => {
  const maartje = await actorOf(MAARTJE);
  const role = { kind: "role" as const, id: "senior-plc-engineer", text: "" };
  const tight = { ...limits, hoursPerWeek: 0.5, deadline: addDays(dayOf(now), 3) };
  const preview = planPreview.parse(await previewPlan(db, maartje, { target: role, constraints: tight, programme: null }, clock));
  expect(preview.plan).toBeNull();
  const { sentence, relaxations } = preview.infeasible ?? { sentence: { en: "", zh: "" }, relaxations: [] };
  expect(relaxations.map(({ constraint }) => constraint)).toEqual(["hoursPerWeek", "deadline"]);
  expect(relaxations[0]?.sentence.en).toMatch(/^[\d.]+ hours? a week instead of 0.5$/);
  const hoursPerWeek = Number.parseFloat(relaxations[0]?.sentence.en ?? "");
  expect((await previewPlan(db, maartje, { target: role, constraints: { ...tight, hoursPerWeek }, programme: null }, clock)).plan?.steps.length).toBeGreaterThan(0);
  expect((await previewPlan(db, maartje, { target: role, constraints: { ...tight, hoursPerWeek: hoursPerWeek - 0.5 }, programme: null }, clock)).plan).toBeNull();
  const refused: unknown = await beginPlan(db, maartje, { target: role, constraints: tight, programme: null }, clock).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "request/conflict", userMessage: sentence.en });
  expect(problemOf({ code: "request/conflict", message: sentence.en }, "zh")).toEqual({ sentence: sentence.zh, detail: null });

  const { growth } = await growthFor(db, maartje, clock);
  if (!growth) throw new Error("growth was expected");
  const request = understandGrowth("How do I become a senior PLC engineer?", { today: growth.today, names: growth.names, taxonomy: growthTaxonomy(), before: null });
  if (!request) throw new Error("a growth question was expected");
  const asked = { ...request, tool: "my-plan" as const, target: role, constraints: { hoursPerWeek: tight.hoursPerWeek, deadline: tight.deadline, languages: ["en" as const] } };
  expect((await growth.port.answer(asked, "en")).text).toContain(relaxations[0]?.sentence.en);
  expect((await growth.port.answer(asked, "zh")).text).toContain(relaxations[0]?.sentence.zh);

  for (const deadline of ["2026-11-20", addMonths(dayOf(now), 30)]) {
    const late = { ...asked, constraints: { ...asked.constraints, deadline } };
    expect((await growth.port.answer(late, "en")).text).toMatch(/^Choose a deadline after today and not later than \d{4}-\d{2}-\d{2}\.$/);
    expect((await growth.port.answer(late, "zh")).text).toMatch(/^请选择今天之后、不晚于 \d{4}-\d{2}-\d{2} 的期限。$/);
  }
  expect((await growth.port.answer({ ...asked, constraints: { ...asked.constraints, deadline: limits.deadline, hoursPerWeek: 100 } }, "zh")).text).toMatch(/^按这些数字无法制定计划/);

  // A begun step that cannot be fitted in any more: the refusal of planning again is said in the reader's language too.
  const plan = await beginPlan(db, maartje, { target: role, constraints: limits, programme: null }, clock);
  const longest = [...plan.plan.steps].sort((a, b) => b.hours - a.hours)[0];
  await actOnPlan(db, maartje, plan.id, { do: "step", courseId: longest?.courseId ?? "", status: "started" }, clock);
  const again = (await actOnPlan(db, maartje, plan.id, { do: "replan", constraints: tight }, clock).catch((error: unknown) => error)) as { code: string; userMessage: string };
  const chinese = problemOf({ code: again.code, message: again.userMessage }, "zh");
  expect(chinese.detail).toBeNull();
  expect(chinese.sentence).not.toMatch(/[a-z]{3}/i);
  await actOnPlan(db, maartje, plan.id, { do: "drop" }, clock);
});

test("the chat says what more hours would buy: the plan solved again with them, the hours in force untouched", async () => {
  const maartje = await actorOf(MAARTJE);
  const { growth } = await growthFor(db, maartje, clock);
  if (!growth) throw new Error("growth was expected");
  const understand = (question: string, before: GrowthContext | null) => {
    const request = understandGrowth(question, { today: growth.today, names: growth.names, taxonomy: growthTaxonomy(), before });
    if (!request) throw new Error("a growth question was expected");
    return request;
  };
  const constraints = { hoursPerWeek: 1, deadline: addMonths(growth.today, 5), languages: ["en" as const] };
  const before: GrowthContext = { tool: "my-plan", target: { kind: "role", id: "senior-plc-engineer", text: "" }, constraints, skillIds: [] };
  const whole = { budget: null, anySite: false, online: false, aim: "most" as const, ...constraints };
  const covered = async (hoursPerWeek: number): Promise<string> => {
    const { result } = await planFor(db, scopeOf(maartje), { ref: before.target ?? { kind: "text", id: null, text: "" }, constraints: { ...whole, hoursPerWeek }, clock });
    return result.kind === "plan" ? String(Math.round(result.plan.coverageAfter * 1000) / 10) : "";
  };
  const [now1, with4] = [await covered(1), await covered(4)];
  expect(Number(with4)).toBeGreaterThan(Number(now1));
  const english = await growth.port.answer(understand("What if I had three more hours a week?", before), "en");
  expect(english.text).toContain(`to ${with4} % of`);
  expect(english.text).toContain(`instead of ${now1} %`);
  expect(english.rows.length).toBeGreaterThan(0);
  expect(english.context.constraints).toEqual(constraints);
  const chinese = await growth.port.answer(understand("如果每周多三个小时呢？", before), "zh");
  expect(chinese.text).toContain(`${with4}%，而不是 ${now1}%`);
  // The suggestion that follows is understood as those hours.
  expect(understand(english.suggestions[0] ?? "", english.context).constraints.hoursPerWeek).toBe(4);
});
