/** @file A course that is retired: no new plan proposes it, plans that hold it keep it and say so, who has begun may finish, their owners are told once; brought back it is proposed again. */
import { afterAll, expect, test } from "vitest";
import { listAuditLines } from "../../../db/queries/audit";
import { retiredAmong } from "../../../db/queries/growth-catalogue";
import { planPreview, storedPlan } from "../../contracts/growth";
import { offeringView } from "../../contracts/growth-offering";
import type { Clock } from "../../core/clock";
import { addMonths } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import { notificationsOf } from "../notifications/notify";
import { openDemoGrowth } from "./demo-growth.fixture";
import { growthHome } from "./home";
import { changeOffering, offeringOf } from "./offering";
import { importCourses } from "./organisation";
import { actOnPlan, beginPlan, ownPlan, previewPlan } from "./plans";

const system = systemScope("test");
const clock: Clock = { now: () => Date.UTC(2026, 10, 23, 9) };
const [NOOR, MAARTJE, SASKIA, DAFYDD] = ["e22", "e37", "e05", "e14"] as const;
const { db, actorOf, close } = await openDemoGrowth({ [NOOR]: [], [MAARTJE]: [], [SASKIA]: ["hr_lead"], [DAFYDD]: ["admin"] }, clock);
afterAll(close);

const body = { target: { kind: "role" as const, id: "plc-commissioning-engineer", text: "" }, constraints: { hoursPerWeek: 4, deadline: addMonths("2026-11-23", 7), budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const }, programme: null };
const offer = async (id: string, offered: boolean) => offeringView.parse(await changeOffering(db, await actorOf(SASKIA), { do: "course", id, offered }));
const preview = async () => planPreview.parse(await previewPlan(db, await actorOf(NOOR), body, clock)).plan?.steps.map(({ courseId }) => courseId) ?? [];
const told = async () => (await notificationsOf(db, await actorOf(NOOR))).notifications.filter(({ kind }) => kind === "growth.step");
const lines = async () => (await listAuditLines(db, system, { action: "growth.course-offered" }, { limit: 50 })).map(({ object, facts }) => [object.id, facts]);

test("only HR leads retire, only what there is, and what is so already changes nothing", async () => {
  const [first = ""] = await preview();
  for (const id of [NOOR, MAARTJE]) await expect(changeOffering(db, await actorOf(id), { do: "course", id: first, offered: false })).rejects.toMatchObject({ code: "policy/forbidden" });
  await expect(offer("no-such-course", false)).rejects.toMatchObject({ code: "request/not-found" });
  await offer(first, true);
  expect(await lines()).toEqual([]);
  expect(await preview()).toContain(first);
});

test("a retired course is proposed no more; plans keep it, say so and are planned again; what has begun is finished", async () => {
  const noor = await actorOf(NOOR);
  const plan = storedPlan.parse(await beginPlan(db, noor, body, clock));
  const [begun = "", , ...later] = plan.plan.steps.map(({ courseId }) => courseId);
  const gone = later.find((id) => plan.plan.steps.some(({ courseId, lifts }) => courseId === id && lifts.length > 0)) ?? "";
  await actOnPlan(db, noor, plan.id, { do: "step", courseId: begun, status: "started" }, clock);
  const before = await told();
  await offer(begun, false);
  const view = await offer(gone, false);
  expect(view.courses.filter(({ offered }) => !offered).map(({ id }) => id).sort()).toEqual([begun, gone].sort());
  expect(await lines()).toEqual([[gone, { offered: false }], [begun, { offered: false }]]);

  // Its owner is told once a course, without its title; again, nothing.
  const news = (await told()).slice(0, (await told()).length - before.length);
  expect(news.map(({ href }) => href)).toEqual([`/growth/plan?id=${plan.id}`, `/growth/plan?id=${plan.id}`]);
  expect(new Set(news.map(({ words }) => words.en)).size).toBe(2);
  const titles = plan.plan.steps.map(({ title }) => title.en);
  for (const { words } of news) for (const title of titles) expect(words.en).not.toContain(title);
  await offer(gone, false);
  expect((await told()).length).toBe(before.length + 2);
  expect((await notificationsOf(db, await actorOf(MAARTJE))).notifications.filter(({ kind }) => kind === "growth.step")).toEqual([]);

  // Nothing vanishes: the plan has all of its steps, with titles, days and states, and says which are retired.
  const kept = await ownPlan(db, noor, plan.id, clock);
  expect(kept.plan.steps.map(({ courseId, title, start, end }) => [courseId, title, start, end])).toEqual(plan.plan.steps.map(({ courseId, title, start, end }) => [courseId, title, start, end]));
  expect(kept.plan.steps.filter(({ retired }) => retired).map(({ courseId }) => courseId).sort()).toEqual([begun, gone].sort());
  expect(await preview()).not.toContain(gone);
  expect(await preview()).not.toContain(begun);

  const again = await actOnPlan(db, noor, plan.id, { do: "replan" }, clock);
  expect(again.plan.steps.some(({ courseId }) => courseId === gone)).toBe(false);
  expect(again.plan.steps.find(({ courseId }) => courseId === begun)).toMatchObject({ status: "started", retired: true });
  const done = await actOnPlan(db, noor, plan.id, { do: "step", courseId: begun, status: "done" }, clock);
  expect(done.plan.steps.find(({ courseId }) => courseId === begun)).toMatchObject({ status: "done", retired: false });
  // Planned again after that, it stays done.
  expect((await actOnPlan(db, noor, plan.id, { do: "replan" }, clock)).plan.steps.find(({ courseId }) => courseId === begun)?.status).toBe("done");

  await offer(gone, true);
  expect(await preview()).toContain(gone);
  expect((await lines())[0]).toEqual([gone, { offered: true }]);
  await actOnPlan(db, noor, plan.id, { do: "drop" }, clock);
  await offer(begun, true);
});

test("a programme with a retired step is offered no more until it is back; it takes no retired step in", async () => {
  const maartje = await actorOf(MAARTJE);
  const offered = async () => (await growthHome(db, maartje, clock)).programmes.map(({ id }) => id);
  const all = await offered();
  const programme = (await offeringOf(db, await actorOf(SASKIA))).programmes.find(({ id }) => all.includes(id));
  const step = programme?.steps[0] ?? "";
  await offer(step, false);
  expect(all.filter((id) => id === programme?.id)).toEqual([programme?.id]);
  expect(await offered()).not.toContain(programme?.id);
  if (!programme) throw new Error("the demo has a programme");
  await expect(changeOffering(db, await actorOf(SASKIA), { do: "programme", ...programme })).rejects.toMatchObject({ code: "request/invalid" });
  await offer(step, true);
  expect(await offered()).toEqual(all);
});

test("a file that names a retired course changes it and leaves it retired, and says so", async () => {
  const saskia = await actorOf(SASKIA);
  const file = { source: "csv" as const, text: "id,title,skills\nold-course,Old course,sql:2\n" };
  expect(await importCourses(db, saskia, file)).toMatchObject({ added: 1, changed: 0, retired: 0 });
  await offer("old-course", false);
  expect(await importCourses(db, saskia, { ...file, text: "id,title,skills\nold-course,Old course again,sql:3\nnew-course,New course,sql:2\n" })).toMatchObject({ added: 1, changed: 1, retired: 1 });
  expect([...(await retiredAmong(db, system, ["old-course", "new-course"]))]).toEqual(["old-course"]);
  expect((await offeringOf(db, saskia)).courses.find(({ id }) => id === "old-course")).toMatchObject({ offered: false, title: { en: "Old course again" } });
});
