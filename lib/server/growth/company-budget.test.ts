/** @file The year's learning budget: what was begun and done counts, whoever decided on it; planning anew forgets nothing that is paid. */
import { afterAll, expect, test } from "vitest";
import type { StoredPlan } from "../../contracts/growth";
import type { Clock } from "../../core/clock";
import { addMonths } from "../../core/document-terms";
import { budgetOf, convert } from "./company-budget";
import { openDemoGrowth } from "./demo-growth.fixture";
import { actOnPlan, beginPlan, ownPlan, previewPlan } from "./plans";
import { decidePlan } from "./team";

const clock: Clock = { now: () => Date.UTC(2026, 10, 23, 9) };
/** Noor at Rotterdam (1,200 EUR a year, 500 by own decision), managed by Hendrika. */
const [NOOR, HENDRIKA] = ["e22", "e03"] as const;
const { db, actorOf, close } = await openDemoGrowth({ [NOOR]: [], [HENDRIKA]: [] }, clock);
afterAll(close);

const limits = { hoursPerWeek: 4, deadline: addMonths("2026-11-23", 7), budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };
const body = (id: string, budget: number | null) => ({ target: { kind: "role" as const, id, text: "" }, constraints: { ...limits, budget: budget === null ? null : { amount: budget, currency: "EUR" as const } }, programme: null });
const left = async () => (await budgetOf(db, { id: NOOR, site: "Rotterdam" }, clock)).left.amount;
const priceOf = ({ plan }: StoredPlan, courseId: string) => plan.steps.find((step) => step.courseId === courseId)?.price ?? 0;

test("a plan within one's own decision takes of the year what is begun of it; the next one sees what is left", async () => {
  const noor = await actorOf(NOOR);
  expect(await left()).toBe(1200);
  const plan = await beginPlan(db, noor, body("senior-design-engineer", 480), clock);
  expect(plan.approval.needed).toBe(false);
  const paid = plan.plan.steps.filter(({ price }) => price > 0);
  expect(paid.length).toBeGreaterThan(0);
  expect(await left()).toBe(1200);
  for (const { courseId } of paid) await actOnPlan(db, noor, plan.id, { do: "step", courseId, status: "started" }, clock);
  const spent = paid.reduce((sum, { price }) => sum + price, 0);
  expect(await left()).toBe(1200 - spent);
  expect((await previewPlan(db, noor, body("plc-commissioning-engineer", 480), clock)).budget).toEqual({ left: { amount: 1200 - spent, currency: "EUR" }, ownDecision: 500 });
  // What it has taken itself does not make it need a yes.
  expect((await ownPlan(db, noor, plan.id, clock)).approval.needed).toBe(false);

  const again = await actOnPlan(db, noor, plan.id, { do: "replan" }, clock);
  for (const { courseId, price } of paid) expect(priceOf(again, courseId)).toBe(price);
  expect(again.plan.price.amount).toBeGreaterThanOrEqual(spent);
  expect(again.plan.price.amount).toBeLessThanOrEqual(480);
  expect(await left()).toBe(1200 - spent);
  // In another currency what is paid stays what it was.
  const inPounds = await actOnPlan(db, noor, plan.id, { do: "replan", constraints: { ...limits, budget: { amount: 400, currency: "GBP" } } }, clock);
  for (const { courseId, price } of paid) expect(priceOf(inPounds, courseId)).toBe(convert({ amount: price, currency: "EUR" }, "GBP"));
  expect(Math.abs((await left()) - (1200 - spent))).toBeLessThan(0.02);

  await actOnPlan(db, noor, plan.id, { do: "drop" }, clock);
  expect(Math.abs((await left()) - (1200 - spent))).toBeLessThan(0.02);
});

test("an approved plan takes what was approved; planned again dearer it needs a new yes, and what is done stays spent", async () => {
  const noor = await actorOf(NOOR);
  const before = await left();
  const plan = await beginPlan(db, noor, { ...body("plc-commissioning-engineer", null), constraints: { ...limits, hoursPerWeek: 1 } }, clock);
  const { amount } = plan.plan.price;
  expect(amount).toBeGreaterThan(0);
  await actOnPlan(db, noor, plan.id, { do: "ask-approval" }, clock);
  expect(await left()).toBeCloseTo(before, 2);
  await decidePlan(db, await actorOf(HENDRIKA), { planId: plan.id, approve: true, note: "" });
  expect(await left()).toBeCloseTo(Math.max(0, before - amount), 2);
  const done = plan.plan.steps.filter(({ price }) => price > 0).slice(0, 1);
  for (const { courseId } of done) await actOnPlan(db, noor, plan.id, { do: "step", courseId, status: "done" }, clock);
  expect(await left()).toBeCloseTo(Math.max(0, before - amount), 2);

  const dearer = await actOnPlan(db, noor, plan.id, { do: "replan", constraints: { ...limits, hoursPerWeek: 20, anySite: true } }, clock);
  expect(dearer.plan.price.amount).toBeGreaterThan(amount);
  expect(dearer.approval.state).toBe("none");
  const paid = done.reduce((sum, { price }) => sum + price, 0);
  expect(paid).toBeGreaterThan(0);
  expect(await left()).toBeCloseTo(before - paid, 2);
});
