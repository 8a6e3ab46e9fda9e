/** @file Ratings of courses: few ratings are drawn towards the others', one alone decides nothing, many do; and what the tiers mean to a plan. */
import { beforeAll, describe, expect, it, test } from "vitest";
import { createTaxonomy } from "../../people/taxonomy/create-taxonomy";
import { coverageOf } from "../gap/find-gap";
import { loadSolver } from "../solver/highs";
import type { Solver } from "../solver/linear-model";
import type { Course, GapItem, PlanRequest } from "../types";
import { makePlan } from "./make-plan";
import { ratingTiers } from "./rating-tiers";
import { replan } from "./replan";

const tiersOf = (ratings: Readonly<Record<string, readonly [n: number, mean: number]>>) => ratingTiers(new Map(Object.entries(ratings).map(([id, [n, mean]]) => [id, { n, mean }])));

describe("ratingTiers", () => {
  it("no single rating decides, whatever the other courses are rated", () => {
    for (let prior = 1; prior <= 5; prior += 0.05) {
      for (const rating of [1, 2, 3, 4, 5]) {
        const { liked, disliked } = tiersOf({ others: [30, prior], one: [1, rating] });
        expect([...liked, ...disliked]).not.toContain("one");
      }
    }
    expect(tiersOf({ only: [1, 5] })).toEqual({ liked: [], disliked: [] });
  });

  it.each<readonly [string, Readonly<Record<string, readonly [number, number]>>, readonly string[], readonly string[]]>([
    ["two fives among courses of 3.5: (4 · 3.5 + 10) ÷ 6 = 4.0, at least 3.9", { a: [2, 5], others: [20, 3.5] }, ["a"], []],
    ["three ones: (14 + 3) ÷ 7 = 2.43; two, (14 + 2) ÷ 6 = 2.67, are too few", { a: [3, 1], b: [2, 1], others: [2000, 3.5] }, [], ["a"]],
    ["as good as all others is not liked, though all are good", { a: [10, 4.3], others: [40, 4.3] }, [], []],
    ["better than good others: six fives, (17.2 + 30) ÷ 10 = 4.72; five are too few", { a: [6, 5], b: [5, 5], others: [4000, 4.3] }, ["a"], []],
    ["worse than good others, but above the middle: not disliked", { a: [20, 3], others: [400, 4.5], more: [400, 4.5] }, [], []],
    ["the only rated course is judged by the middle of the scale", { a: [20, 1] }, [], ["a"]],
    ["nothing rated", {}, [], []],
  ])("%s", (_, ratings, liked, disliked) => expect(tiersOf(ratings)).toEqual({ liked, disliked }));
});

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const course = (id: string, hours: number, sessions: Course["sessions"] = []): Course => ({
  id, kind: "course", title: { en: id, zh: id }, summary: { en: "", zh: "" }, provider: "Test", languages: ["en"], hours,
  price: { amount: 0, currency: "EUR" }, teaches: [{ skillId: "s", level: 2 }], requires: [], entry: [], sessions,
});
const item: GapItem = { skillId: "s", any: ["s"], have: 0, needed: 2, importance: 1, mustHave: false, state: "missing", reason: { en: "", zh: "" }, evidence: [], near: null, source: null };
const request = (courses: readonly Course[], changes: Partial<PlanRequest>): PlanRequest => ({
  gap: { target: { kind: "text", id: null, title: { en: "T", zh: "T" } }, items: [item], coverage: coverageOf([item]) },
  levels: {}, courses, done: [], start: "2027-01-04", deadline: "2027-03-31", hoursPerWeek: 4, budget: null, rates: { EUR: 1, GBP: 0.85, CNY: 7.8 },
  languages: ["en"], sites: null, kinds: null, wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: [] }, aim: "most", ...changes,
});
const planOf = (asked: PlanRequest) => {
  const result = makePlan(asked, { solver, taxonomy: createTaxonomy([]) });
  if (result.kind !== "plan") throw new Error(result.sentence.en);
  return result.plan;
};
const chosen = (courses: readonly Course[], changes: Partial<PlanRequest>): string[] => planOf(request(courses, changes)).steps.map(({ courseId }) => courseId);

describe("among equally good steps", () => {
  // The order of ids must not decide, so each tier stands under the first and the last id.
  const [a, b, c] = [course("a", 6), course("b", 6), course("c", 6)];
  it.each<readonly [Partial<PlanRequest>, string]>([
    [{ liked: ["c"], disliked: ["a"] }, "c"],
    [{ liked: ["a"], disliked: ["c"] }, "a"],
    [{ disliked: ["a", "b"] }, "c"],
    [{ disliked: ["a", "c"] }, "b"],
    [{ liked: ["b"] }, "b"],
  ])("%j → %s", (changes, best) => {
    expect(chosen([a, b, c], changes)).toEqual([best]);
    const session = [{ id: "x", start: "2027-02-01", end: "2027-02-01", site: null }];
    expect(chosen([course("a", 6, session), course("b", 6, session), course("c", 6, session)], changes)).toEqual([best]);
  });

  it("a disliked course is never hidden, nor a liked one added for its own sake", () => {
    expect(chosen([a], { disliked: ["a"] })).toEqual(["a"]);
    expect(chosen([course("a", 1), course("b", 1)], { liked: ["a", "b"] })).toHaveLength(1);
  });

  it("a disliked course stays where the others take much longer", () => expect(chosen([a, course("b", 20)], { disliked: ["a"], liked: ["b"] })).toEqual(["a"]));
});

describe("an interest of the learner", () => {
  const INTEREST = { en: "Fatigue analysis", zh: "疲劳分析" };
  it("decides between equals, whatever their ids, and is said", () => {
    for (const id of ["a", "b", "c"]) {
      const plan = planOf(request([course("a", 6), course("b", 6), course("c", 6)], { interesting: { [id]: INTEREST } }));
      expect(plan.steps.map(({ courseId }) => courseId)).toEqual([id]);
      expect(plan.steps[0]?.reason).toMatchObject({ en: expect.stringContaining("Fits your interest in Fatigue analysis.") as string, zh: expect.stringContaining("符合您对“疲劳分析”的兴趣。") as string });
    }
  });
  it("does not outweigh colleagues' ratings or many hours, and adds nothing for its own sake", () => {
    expect(chosen([course("a", 6), course("b", 6)], { liked: ["b"], interesting: { a: INTEREST } })).toEqual(["b"]);
    expect(chosen([course("a", 20), course("b", 6)], { interesting: { a: INTEREST } })).toEqual(["b"]);
    expect(chosen([course("a", 1), course("b", 1)], { interesting: { a: INTEREST, b: INTEREST } })).toHaveLength(1);
  });
});

test("planning again keeps what ratings say", () => {
  const asked = request([course("a", 6), course("b", 6)], { liked: ["b"], disliked: ["a"] });
  expect(replan(asked, planOf(asked), { today: "2027-01-11", progress: [] })).toMatchObject({ liked: ["b"], disliked: ["a"] });
});
