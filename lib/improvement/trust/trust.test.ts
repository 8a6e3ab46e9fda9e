/**
 * @file Agreement against published figures, Dawid–Skene on simulated reviewers whose truth is known, floods.
 * Golden: Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section C (4 observers, 12 units): nominal .743,
 * ordinal .815. Kappa: Cohen's own kind of table, 20/5/10/15 of 50 gives .40 (Wikipedia, "Cohen's kappa").
 */
import { describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { cohenKappa, gradeAgreement, krippendorffAlpha, type RatedUnit } from "./agreement";
import { dawidSkene } from "./dawid-skene";
import { findFloods } from "./floods";

const OBSERVERS = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."].map((row) => row.split(" "));
const UNITS: RatedUnit[] = Array.from({ length: 12 }, (_, u) => ({
  cluster: `u${u}`,
  values: new Map(OBSERVERS.flatMap((row, o): [string, number][] => (row[u] === "." || row[u] === undefined ? [] : [[`o${o}`, Number(row[u])]]))),
}));

describe("agreement", () => {
  test("Krippendorff's published example", () => {
    expect(krippendorffAlpha(UNITS, "nominal")).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(UNITS, "ordinal")).toBeCloseTo(0.815, 3);
  });

  test("Cohen's kappa of 20, 5, 10, 15 in a table of two by two", () => {
    const cells: [number, number, number][] = [[20, 1, 1], [5, 1, 0], [10, 0, 1], [15, 0, 0]];
    expect(cohenKappa(cells.flatMap(([n, a, b]) => Array.from({ length: n }, (): [number, number] => [a, b])))).toBeCloseTo(0.4, 10);
    expect(cohenKappa([])).toBeNaN();
  });

  test("the interval holds the figure, narrows with more questions, and is absent where there is too little", () => {
    const random = createRng(3);
    const noisy = (n: number): RatedUnit[] =>
      Array.from({ length: n }, (_, i) => {
        const truth = Math.floor(random() * 4);
        return { cluster: `q${i >> 2}`, values: new Map([["a", truth], ["b", random() < 0.7 ? truth : Math.floor(random() * 4)]]) };
      });
    const small = gradeAgreement(noisy(40));
    const large = gradeAgreement(noisy(800));
    for (const agreement of [small, large]) {
      expect(agreement?.low).toBeLessThan(agreement?.alpha ?? 0);
      expect(agreement?.high).toBeGreaterThan(agreement?.alpha ?? 1);
    }
    expect((large?.high ?? 1) - (large?.low ?? 0)).toBeLessThan(((small?.high ?? 0) - (small?.low ?? 0)) / 2);
    expect(gradeAgreement(noisy(9))).toBeNull();
  });

  test("what only one person judged adds nothing", () => {
    const alone = [...UNITS, { cluster: "x", values: new Map([["o1", 4]]) }];
    expect(krippendorffAlpha(alone, "ordinal")).toBe(krippendorffAlpha(UNITS, "ordinal"));
  });
});

describe("Dawid–Skene", () => {
  /** The careless one comes first: a vote without a majority falls to them. */
  const accuracies = { careless: 0.4, usual: 0.8, careful: 0.95 };
  const simulate = (n: number, known: number) => {
    const random = createRng(11);
    const truths = Array.from({ length: n }, () => Math.floor(random() * 4));
    const say = (truth: number, accuracy: number) => (random() < accuracy ? truth : (truth + 1 + Math.floor(random() * 3)) % 4);
    const units = truths.map((truth, u) => ({ truth: u < known ? truth : null, values: new Map(Object.entries(accuracies).map(([name, accuracy]) => [name, say(truth, accuracy)])) }));
    return { truths, units };
  };

  test("finds who is how reliable, and weighs them in that order", () => {
    const { units } = simulate(600, 0);
    const { reviewers } = dawidSkene(units, 4);
    for (const [name, accuracy] of Object.entries(accuracies)) expect(Math.abs((reviewers.get(name)?.accuracy ?? 0) - accuracy), name).toBeLessThan(0.07);
    const weights = ["careful", "usual", "careless"].map((name) => reviewers.get(name)?.weight ?? 0);
    expect([...weights].sort((a, b) => b - a)).toEqual(weights);
  });

  test("is right more often than a majority vote", () => {
    const { truths, units } = simulate(600, 0);
    const best = dawidSkene(units, 4).truths.map((row) => row.indexOf(Math.max(...row)));
    const majority = units.map(({ values }) => {
      const said = [...values.values()];
      return said.find((value, i) => said.indexOf(value) !== i) ?? said[0];
    });
    const right = (guesses: readonly (number | undefined)[]) => guesses.filter((guess, u) => guess === truths[u]).length;
    expect(right(best)).toBeGreaterThan(right(majority) + 20);
  });

  test("gold items outweigh a majority that is wrong", () => {
    const units = Array.from({ length: 24 }, (_, u) => ({ truth: u < 16 ? u % 4 : null, values: new Map([["right", u % 4], ["wrong1", (u + 1) % 4], ["wrong2", (u + 1) % 4]]) }));
    const { reviewers, truths } = dawidSkene(units, 4);
    expect(reviewers.get("right")?.weight).toBeGreaterThan((reviewers.get("wrong1")?.weight ?? 1) + 0.3);
    expect(truths.slice(16).map((row) => row.indexOf(Math.max(...row)))).toEqual(units.slice(16).map((_, i) => i % 4));
  });

  test("someone with one judgement stays near the prior", () => {
    const { reviewers } = dawidSkene([{ truth: 2, values: new Map([["new", 0]]) }], 4);
    expect(reviewers.get("new")?.accuracy).toBeGreaterThan(0.6);
    expect(reviewers.get("new")?.n).toBe(1);
  });
});

describe("floods", () => {
  const limits = { atLeast: 40, robustZ: 3.5 };
  const of = (...ratings: number[]) => ratings.map((n, i) => ({ userId: `u${i}`, ratings: n }));
  test("one among many; not the busiest of the busy; not a few ratings in a quiet company", () => {
    expect(findFloods(of(2, 3, 1, 4, 2, 140), limits).map((flood) => flood.userId)).toEqual(["u5"]);
    expect(findFloods(of(80, 90, 85, 100, 95), limits)).toEqual([]);
    expect(findFloods(of(0, 0, 0, 30), limits)).toEqual([]);
    expect(findFloods(of(200), limits)).toHaveLength(1);
    expect(findFloods([], limits)).toEqual([]);
  });
});
