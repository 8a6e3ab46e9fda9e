/**
 * @file Around the plan: what to relax and by how much, more hours, other aims, re-planning; on a small catalogue whose
 * answers can be worked out by hand.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { createTaxonomy } from "../../people/taxonomy/create-taxonomy";
import { coverageOf } from "../gap/find-gap";
import { loadSolver } from "../solver/highs";
import type { Solver } from "../solver/linear-model";
import type { Course, GapItem, PlanRequest } from "../types";
import { firstStep } from "./first-step";
import { makePlan } from "./make-plan";
import { alternatives, withMoreHours } from "./more-hours";
import { replan } from "./replan";
import { verifyPlan } from "./verify-plan";

const taxonomy = createTaxonomy([]);
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const course = (id: string, hours: number, changes: Partial<Course> = {}): Course => ({
  id, kind: "course", title: { en: id.toUpperCase(), zh: id }, summary: { en: "", zh: "" }, provider: "Test", languages: ["en"], hours,
  price: { amount: 100, currency: "EUR" }, teaches: [], requires: [], entry: [], sessions: [], ...changes,
});
const item = (skillId: string, importance: number): GapItem => ({ skillId, any: [skillId], have: 0, needed: 2, importance, mustHave: false, state: "missing", reason: { en: "", zh: "" }, evidence: [], near: null, source: null });

const COURSES = [
  course("a1", 4, { teaches: [{ skillId: "a", level: 1 }] }),
  course("a2", 8, { teaches: [{ skillId: "a", level: 2 }], entry: [{ skillId: "a", level: 1 }], price: { amount: 400, currency: "EUR" } }),
  course("b2", 12, { teaches: [{ skillId: "b", level: 2 }], languages: ["zh"], price: { amount: 0, currency: "EUR" } }),
];
const items = [item("a", 1), item("b", 0.5)];
const request = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  gap: { target: { kind: "text", id: null, title: { en: "T", zh: "T" } }, items, coverage: coverageOf(items) },
  levels: {}, courses: COURSES, done: [], start: "2027-01-04", deadline: "2027-01-31", hoursPerWeek: 3, budget: null, rates: { EUR: 1, GBP: 0.85, CNY: 7.8 },
  languages: ["en"], sites: null, kinds: null, wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: [] }, aim: "most", ...changes,
});
const planOf = (asked: PlanRequest) => {
  const result = makePlan(asked, { solver, taxonomy });
  if (result.kind !== "plan") throw new Error(result.sentence.en);
  expect(verifyPlan(asked, result.plan)).toEqual([]);
  return result.plan;
};

describe("makePlan", () => {
  it("puts the preparation first and says why", () => {
    const plan = planOf(request());
    expect(plan.steps.map(({ courseId }) => courseId)).toEqual(["a1", "a2"]);
    expect(plan.steps[0]?.neededBy).toEqual(["a2"]);
    expect(plan.steps[0]?.reason.en).toContain("builds on it");
    expect(plan.coverageAfter).toBeCloseTo(2 / 3, 6);
    expect(plan.open).toMatchObject([{ skillId: "b", reached: 0, needed: 2 }]);
    expect(plan.open[0]?.reason.en).toContain("language");
  });

  it("leaves no time unused that comes too early: what builds on a late session fits only after it", () => {
    const session = { id: "s", start: "2027-01-19", end: "2027-01-20", site: null };
    const first = course("a1", 2, { teaches: [{ skillId: "a", level: 1 }], sessions: [session] });
    const entry = [{ skillId: "a", level: 1 as const }];
    const late = [first, course("a2", 2, { entry, teaches: [{ skillId: "a", level: 2 }] }), course("b2", 2, { entry, teaches: [{ skillId: "b", level: 2 }] })];
    expect(planOf(request({ courses: late })).steps.map(({ courseId }) => courseId)).toEqual(["a1", "a2"]);
    const early = [course("a1", 2, { teaches: [{ skillId: "a", level: 1 }], sessions: [{ ...session, start: "2027-01-05", end: "2027-01-06" }] }), COURSES[1] ?? course("a2", 8)];
    expect(planOf(request({ courses: early })).steps.map(({ courseId, start }) => [courseId, start])).toEqual([["a1", "2027-01-05"], ["a2", "2027-01-11"]]);
  });

  it("refuses figures out of range, naming each", () => {
    expect(() => makePlan(request({ hoursPerWeek: 0, deadline: "soon" }), { solver, taxonomy })).toThrow(/days.*hours per week/);
  });
});

describe("explainInfeasible", () => {
  const relaxed = (asked: PlanRequest) => {
    const result = makePlan(asked, { solver, taxonomy });
    if (result.kind !== "infeasible") throw new Error("expected no plan");
    return result;
  };
  const closeA = { mustClose: ["a"], minimumCoverage: 0, include: [], exclude: [] };

  it("says how many hours, which date or what money would do, each alone", () => {
    const tight = relaxed(request({ hoursPerWeek: 2, wishes: closeA }));
    expect(tight.together).toBe(false);
    expect(tight.relaxations.map(({ constraint, to }) => [constraint, to])).toEqual([["hoursPerWeek", 3], ["deadline", "2027-02-14"]]);
    const poor = relaxed(request({ budget: { amount: 150, currency: "EUR" }, wishes: closeA }));
    expect(poor.relaxations.map(({ constraint, to }) => [constraint, to])).toEqual([["budget", 500]]);
    expect(poor.sentence.zh).toContain("500");
  });

  it("says that limits have to give together, and the relaxed request then works", () => {
    const wishes = { mustClose: ["a", "b"], minimumCoverage: 0, include: [], exclude: [] };
    const both = relaxed(request({ wishes }));
    expect(both.together).toBe(true);
    expect(both.relaxations.map(({ constraint }) => constraint).sort()).toEqual(["hoursPerWeek", "language"]);
    const hours = Number(both.relaxations.find(({ constraint }) => constraint === "hoursPerWeek")?.to);
    expect(hours).toBe(6);
    planOf(request({ wishes, languages: ["en", "zh"], hoursPerWeek: hours }));
  });

  it("says what the catalogue lacks", () => {
    const lacking = relaxed(request({ courses: COURSES.slice(0, 1), wishes: closeA }));
    expect(lacking.relaxations.map(({ constraint }) => constraint)).toEqual(["catalogue"]);
  });
});

describe("firstStep", () => {
  const begin = (changes: Partial<PlanRequest>) => {
    const asked = request(changes);
    expect(planOf(asked).steps).toEqual([]);
    const help = firstStep(asked, { solver, taxonomy, timeLimitMs: 20_000 });
    if (help === null) throw new Error("advice was expected");
    return { asked, ...help };
  };

  it("says by how much each limit would have to give for anything at all, and the smallest such change works", () => {
    const { asked, relaxations, sentence } = begin({ hoursPerWeek: 0.5, deadline: "2027-01-06" });
    expect(relaxations.map(({ constraint }) => constraint)).toEqual(["hoursPerWeek", "deadline"]);
    const [hours, deadline] = relaxations.map(({ to }) => to);
    expect(sentence.en).toContain(`${String(hours)} hours a week instead of 0.5`);
    expect(sentence.zh).toContain(`每周学习 ${String(hours)} 小时`);
    expect(planOf({ ...asked, hoursPerWeek: Number(hours) }).steps.length).toBeGreaterThan(0);
    expect(planOf({ ...asked, hoursPerWeek: Number(hours) - 0.5 }).steps).toEqual([]);
    expect(planOf({ ...asked, deadline: String(deadline) }).steps.length).toBeGreaterThan(0);
  });

  it("names languages, and says nothing where the catalogue has no step or nothing is open", () => {
    const { sentence } = begin({ languages: ["de"] });
    expect(sentence.en).toBe("A first step becomes possible with courses in English as well.");
    expect(sentence.zh).toContain("也接受英语课程");
    expect(firstStep(request({ courses: [] }), { solver, taxonomy, timeLimitMs: 20_000 })).toBeNull();
    expect(firstStep(request({ gap: { ...request().gap, items: [] } }), { solver, taxonomy, timeLimitMs: 20_000 })).toBeNull();
    expect(firstStep(request({ languages: ["de"] }), { solver, taxonomy, timeLimitMs: -1 })).toBeNull();
  });
});

describe("around a plan", () => {
  it("says what more hours would buy, by solving again", () => {
    const asked = request({ hoursPerWeek: 2, languages: ["en", "zh"] });
    const plan = planOf(asked);
    expect(plan.coverageAfter).toBeCloseTo(1 / 3, 6);
    const more = withMoreHours(asked, plan, { solver, taxonomy, extraHours: 10 });
    expect(more?.addedSteps).toContain("a2");
    expect(more?.gained).toBeGreaterThan(0.3);
    expect(more?.sentence.en).toContain("10 more hours");
  });

  it("offers other aims: the cheapest costs no more, the deepest closes whole skills", () => {
    const asked = request({ languages: ["en", "zh"], hoursPerWeek: 4 });
    const plan = planOf(asked);
    for (const other of alternatives(asked, plan, { solver, taxonomy })) {
      expect(verifyPlan({ ...asked, aim: other.aim }, other)).toEqual([]);
      if (other.aim === "cheapest") expect(other.price.amount).toBeLessThanOrEqual(plan.price.amount);
    }
    const deep = planOf({ ...asked, hoursPerWeek: 3, aim: "deepest" });
    expect(deep.open.every(({ reached }) => reached === 0)).toBe(true);
  });

  it("plans anew after a slip: what is done counts, what is begun goes on, the rest is kept where it can be", () => {
    const asked = request();
    const plan = planOf(asked);
    const again = replan(asked, plan, { progress: [{ courseId: "a1", state: "done" }, { courseId: "a2", state: "begun", hoursLeft: 5 }], today: "2027-01-18" });
    expect(again.gap.coverage).toBeCloseTo(1 / 3, 6);
    const next = planOf(again);
    expect(next.steps.map(({ courseId, hours, price }) => [courseId, hours, price])).toEqual([["a2", 5, 0]]);
    expect(next.steps[0]?.start).toBe("2027-01-18");
  });
});
