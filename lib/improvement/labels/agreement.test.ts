/** @file Agreement: published worked examples; Dawid–Skene: recovers who is good where votes alone are wrong. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { cohenKappa, krippendorffAlpha } from "./agreement";
import { dawidSkene, type Judged } from "./dawid-skene";

const times = (count: number, a: number, b: number): [number, number][] => Array.from({ length: count }, () => [a, b]);

describe("Cohen's kappa", () => {
  // Two readers, 50 grant proposals: 20 both yes, 5 and 10 divided, 15 both no: po .7, pe .5, kappa .4
  // (the worked example of en.wikipedia.org/wiki/Cohen's_kappa).
  const table = [...times(20, 1, 1), ...times(5, 1, 0), ...times(10, 0, 1), ...times(15, 0, 0)];

  it("gives the textbook's .4", () => {
    expect(cohenKappa(table.map(([a]) => a), table.map(([, b]) => b))).toBeCloseTo(0.4, 10);
  });

  it("looks only at what both judged, and says nothing where nothing can be said", () => {
    expect(cohenKappa([1, 0, null, 1], [1, 0, 1, null])).toBe(1);
    expect(cohenKappa([null], [1])).toBeNull();
    expect(cohenKappa([1, 1], [1, 1])).toBeNull();
  });
});

describe("Krippendorff's alpha", () => {
  // Example C of "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units, gaps.
  const N = null;
  const data = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
  ];

  it.each([["nominal", 0.743], ["ordinal", 0.815], ["interval", 0.849]] as const)("gives the published value, %s", (level, expected) => {
    expect(krippendorffAlpha(data, level)).toBeCloseTo(expected, 3);
  });

  it("is null without pairs or without variation", () => {
    expect(krippendorffAlpha([[1, null], [null, 2]])).toBeNull();
    expect(krippendorffAlpha([[1, 1], [1, 1]])).toBeNull();
  });
});

describe("Dawid–Skene", () => {
  const GRADES = 4;
  const random = createRng(7);
  const truth = Array.from({ length: 120 }, () => Math.floor(random() * GRADES));
  const judge = (accuracy: number) => (grade: number): number => (random() < accuracy ? grade : (grade + 1 + Math.floor(random() * (GRADES - 1))) % GRADES);
  const reviewers = [["good", judge(0.95)], ["good2", judge(0.9)], ["fair", judge(0.6)], ["coin", judge(0.25)], ["coin2", judge(0.25)], ["coin3", judge(0.25)]] as const;
  const judged: Judged[] = truth.flatMap((grade, i) => reviewers.map(([reviewer, give]) => ({ item: `i${i}`, reviewer, grade: give(grade) })));
  const result = dawidSkene(judged);

  it("finds the good reviewer", () => {
    const quality = (name: string): number => result.quality.get(name) ?? 0;
    const coins = Math.max(quality("coin"), quality("coin2"), quality("coin3"));
    expect(quality("good")).toBeGreaterThan(0.65);
    expect(quality("good")).toBeGreaterThan(quality("fair"));
    expect(quality("fair")).toBeGreaterThan(coins + 0.1);
  });

  it("is right where the majority is not", () => {
    const best = (row: readonly number[]): number => row.indexOf(Math.max(...row));
    const majority = (item: string): number => best(Array.from({ length: GRADES }, (_, g) => judged.filter((one) => one.item === item && one.grade === g).length));
    const share = (pick: (i: number) => number): number => truth.filter((grade, i) => pick(i) === grade).length / truth.length;
    const ours = share((i) => best(result.items.get(`i${i}`) ?? []));
    expect(ours).toBeGreaterThan(share((i) => majority(`i${i}`)) + 0.05);
  });

  it("does not call a reviewer of two items perfect, and takes an empty queue", () => {
    const few = dawidSkene([{ item: "a", reviewer: "new", grade: 3 }, { item: "b", reviewer: "new", grade: 0 }]);
    expect(few.quality.get("new")).toBeLessThan(0.95);
    expect(dawidSkene([]).items.size).toBe(0);
  });
});
