/** @file Occupations as targets on a database with the demo's people: gap, plan, picker, CV check and chat in both languages; the company's own goes before. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase } from "../../../db/client";
import { addEmployees } from "../../../db/queries/employees";
import { findRelations } from "../../../db/queries/relations";
import { EMPLOYEES } from "../../../db/seed/people/employees";
import { understandGrowth } from "../../assistant/growth/understand-growth";
import { gapView, planPreview, targetList } from "../../contracts/growth";
import type { GrowthContext } from "../../contracts/growth-answer";
import { cvCheckData } from "../../contracts/growth-cv";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, Language } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { growthFor } from "./assistant-port";
import { ownTargets } from "./choices";
import { cvCheckDataFor } from "./cv-check-data";
import { ownGap } from "./gap";
import { mentorsFor } from "./mentor-market";
import { networkOf } from "./network";
import { previewPlan } from "./plans";
import { changeProfile } from "./profile";
import { seedDemoGrowth } from "./seed-demo";
import { growthTaxonomy } from "./taxonomy";

const opened = await openMemoryDatabase();
const { db } = opened;
const clock = { now: () => Date.UTC(2026, 10, 23, 9) };
let noor: Actor;

beforeAll(async () => {
  const { account } = await addPerson(db, "e22", []);
  await addEmployees(db, systemScope("test"), EMPLOYEES.map((person) => ({ ...person, userId: person.id === "e22" ? account.id : null, demo: true })));
  await seedDemoGrowth(db, clock);
  noor = { userId: account.id, name: "Noor", roles: [], relations: await findRelations(db, systemScope("test"), { userId: account.id, at: new Date(clock.now()) }) };
});
afterAll(() => opened.close());

const gapTo = async (text: string) => gapView.parse(await ownGap(db, noor, { kind: "text", id: null, text }));

async function chat(question: string, language: Language, before: GrowthContext | null = null) {
  const { growth } = await growthFor(db, noor, clock);
  if (!growth) throw new Error("no port");
  const request = understandGrowth(question, { today: "2026-11-23", names: growth.names, currency: growth.currency, taxonomy: growthTaxonomy(), before });
  return request && { request, reply: await growth.port.answer(request, language) };
}

test("an occupation by any name, in either language, is a gap with importance and reasons", async () => {
  for (const name of ["data scientist", "数据科学家", "I would love to be a data scientist one day"]) {
    const gap = await gapTo(name);
    expect(gap.target).toMatchObject({ ref: { kind: "occupation", id: "data-scientist" }, title: { en: "Data scientist", zh: "数据科学家" } });
    expect(gap.unclear).toBeNull();
    expect(gap.items.length).toBeGreaterThan(8);
    for (const item of gap.items) {
      expect(item.importance).toBeGreaterThan(0);
      expect(item.reason.en !== "" && item.reason.zh !== "").toBe(true);
    }
  }
});

test("the company's own role of that name goes before", async () => {
  expect((await gapTo("Setter, machining")).target.ref.kind).toBe("role");
});

test("a kind is asked back, the company's own roles first; an unknown name is said to be unknown, with the nearest", async () => {
  const which = await gapTo("engineer");
  expect(which.unclear).toBe("engineer");
  expect(which.meant?.kind).toBe("which");
  expect(which.meant?.choices.length).toBe(6);
  expect(which.meant?.choices[0]?.ref.kind).toBe("role");
  expect(which.meant?.choices.some(({ ref }) => ref.kind === "occupation")).toBe(true);
  expect((await gapTo("paramedik")).meant).toMatchObject({ kind: "nearest", choices: [{ ref: { kind: "occupation", id: "paramedic" } }] });
  expect(await gapTo("wizard")).toMatchObject({ unclear: "wizard", meant: null });
  await expect(ownGap(db, noor, { kind: "occupation", id: "wizard", text: "" })).rejects.toMatchObject({ code: "request/not-found" });
});

test("a plan is made for it within the person's limits", async () => {
  const constraints = { hoursPerWeek: 4, deadline: "2027-06-01", budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };
  const preview = planPreview.parse(await previewPlan(db, noor, { target: { kind: "occupation", id: "data-analyst", text: "" }, constraints, programme: null }, clock));
  expect(preview.plan?.steps.length).toBeGreaterThan(0);
  expect(preview.plan?.coverageAfter).toBeGreaterThan(preview.gap.coverage);
});

test("picker and CV check hold them behind the company's own, by every name", async () => {
  const { targets } = targetList.parse(await ownTargets(db, noor));
  const first = targets.findIndex(({ ref }) => ref.kind === "occupation");
  expect(targets.slice(first).every(({ ref }) => ref.kind === "occupation")).toBe(true);
  expect(targets.length - first).toBeGreaterThan(350);
  expect(targets.find(({ ref }) => ref.id === "paramedic")?.also).toContain("emergency medical technician");
  const data = cvCheckData.parse(await cvCheckDataFor(db, noor));
  const asked = new Set(data.roles.flatMap(({ needs }) => needs.flatMap(({ any }) => any)));
  expect(data.occupations.length).toBeGreaterThan(350);
  for (const { id, namedOnly } of data.skills) expect(namedOnly).toBe(!asked.has(id));
});

test("in the chat: gap and plan, which is meant, what is not known, and whose picture it is", async () => {
  const gap = await chat("What am I missing to become a paramedic?", "en");
  expect(gap?.reply.text).toMatch(/Paramedic/);
  expect(gap?.reply.text).toContain("O*NET");
  expect(gap?.reply.rows.length).toBeGreaterThan(3);
  expect(gap?.reply.href).toBe("/growth/plan?target=occupation%3Aparamedic");
  const chinese = await chat("我想当产品经理，每周4小时", "zh");
  expect(chinese?.request).toMatchObject({ tool: "my-plan", target: { kind: "occupation", id: "product-manager" } });
  expect(chinese?.reply.text).toContain("产品经理");
  expect(chinese?.reply.rows.length).toBeGreaterThan(0);

  const which = await chat("I want to become a manager", "en");
  expect(which?.reply.text).toMatch(/Which do you mean/);
  expect(which?.reply.suggestions.length).toBeGreaterThan(1);
  const chosen = await chat("a sales manager", "en", which?.reply.context ?? null);
  expect(chosen?.request.target).toEqual({ kind: "occupation", id: "sales-manager", text: "" });

  const unknown = await chat("I want to become a paramedik", "en");
  expect(unknown?.reply.text).toMatch(/don't know “paramedik”.*Paramedic/);
  const hopeless = await chat("A plan to become a midwife", "en");
  expect(hopeless?.reply.text).toMatch(/^The catalogue teaches nothing of what you lack for Midwife: /);
});

test("a follow-up changes the limits in force, also those that only the profile knows", async () => {
  const plan = await chat("I want to become a product manager", "en");
  const less = await chat("an hour less a week", "en", plan?.reply.context ?? null);
  expect(less?.reply.context.constraints.hoursPerWeek).toBeGreaterThanOrEqual(0.5);
  const again = await chat("double the hours", "en", less?.reply.context ?? null);
  expect(again?.reply.context.constraints.hoursPerWeek).toBe(2 * (less?.reply.context.constraints.hoursPerWeek ?? 0));
  expect(again?.reply.text).toContain(`${String(again?.reply.context.constraints.hoursPerWeek)} hours a week`);
  expect((await chat("half the budget", "en", plan?.reply.context ?? null))?.reply.text).toMatch(/^No budget is set/);
});

test("interests decide between equals and are said: plan steps, careers, mentors, communities", async () => {
  const before = await networkOf(db, noor);
  await changeProfile(db, noor, { interests: "PLC 编程, fatigue analysis, project management" }, clock);
  const network = await networkOf(db, noor);
  expect(before.entries.every(({ fits }) => fits === null || fits.en.startsWith("Fits your interest"))).toBe(true);
  expect(network.entries.find(({ id }) => id === "plc-circle")?.fits).toEqual({ en: "Fits your interest in PLC programming.", zh: "符合您对“PLC 编程”的兴趣。" });
  const fitting = network.entries.map(({ fits }) => fits !== null);
  expect(fitting).toEqual([...fitting].sort((a, b) => Number(b) - Number(a)));

  const plan = await chat("A plan to become a project manager", "en");
  expect(plan?.reply.rows.some(({ detail }) => detail.includes("Fits your interest in Project management."))).toBe(true);
  const careers = await chat("What roles could I move into?", "en");
  expect(careers?.reply.rows.some(({ detail }) => detail.includes("Fits your interest in"))).toBe(true);
  const mentors = await mentorsFor(db, scopeOf(noor), ["plc-programming"], clock);
  expect(mentors.filter(({ fits }) => fits).some(({ reason }) => reason?.zh.includes("符合您对“PLC 编程”的兴趣"))).toBe(true);
});
