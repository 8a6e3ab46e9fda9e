/**
 * @file Metrics against numbers worked out by hand or given by scipy 1.11 / trec_eval's formulas.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auroc } from "./auroc";
import { judgedAt, judgedNdcgAt, ndcgAt, recallAt, reciprocalRankAt } from "./ranking-metrics";
import { spearman } from "./spearman";

describe("spearman", () => {
  it("is 1 for the same order, −1 for the reverse, whatever the spacing", () => {
    expect(spearman([1, 2, 30, 400], [0.1, 0.2, 0.21, 9])).toBeCloseTo(1, 12);
    expect(spearman([1, 2, 30, 400], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
  });

  it("gives ties the mean of their ranks", () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: covariance 4.5, variances 4.5 and 5.
    expect(spearman([10, 20, 20, 30], [1, 3, 2, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it("is 0 for a constant list and refuses lists of different length", () => {
    expect(spearman([1, 1, 1], [1, 2, 3])).toBe(0);
    expect(() => spearman([1, 2], [1, 2, 3])).toThrow(/one length/);
  });
});

describe("auroc", () => {
  it("counts the pairs in the right order, ties half", () => {
    const items = [
      { score: 0.9, positive: true },
      { score: 0.5, positive: true },
      { score: 0.5, positive: false },
      { score: 0.1, positive: false },
      { score: 0.7, positive: false },
    ];
    // .9 beats three; .5 beats one, ties one, loses one: (3 + 1.5) / 6.
    expect(auroc(items)).toBeCloseTo(0.75, 12);
  });

  it("is null with one kind only, and 1 − itself for negated scores", () => {
    expect(auroc([{ score: 1, positive: true }])).toBeNull();
    const item = fc.record({ score: fc.integer({ min: 0, max: 5 }), positive: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 30 }), (items) => {
        const value = auroc(items);
        const negated = auroc(items.map(({ score, positive }) => ({ score: -score, positive })));
        if (value === null) expect(negated).toBeNull();
        else expect(value + (negated ?? Number.NaN)).toBeCloseTo(1, 9);
      }),
      { seed: 2 },
    );
  });
});

describe("ranking metrics", () => {
  const judgements = new Map([
    ["a", 3],
    ["b", 1],
    ["c", 2],
    ["n", 0],
  ]);
  const ranked = ["n", "b", "x", "a"];

  it("nDCG has linear gain and a base-2 discount", () => {
    const gained = 1 / Math.log2(3) + 3 / Math.log2(5);
    const ideal = 3 + 2 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcgAt(10, ranked, judgements)).toBeCloseTo(gained / ideal, 12);
    expect(ndcgAt(2, ranked, judgements)).toBeCloseTo(1 / Math.log2(3) / (3 + 2 / Math.log2(3)), 12);
    expect(ndcgAt(3, ["a", "c", "b"], judgements)).toBeCloseTo(1, 12);
  });

  it("recall, reciprocal rank and judged count what their names say", () => {
    expect(recallAt(2, ranked, judgements)).toBeCloseTo(1 / 3, 12);
    expect(recallAt(10, ranked, judgements)).toBeCloseTo(2 / 3, 12);
    expect(reciprocalRankAt(10, ranked, judgements)).toBe(0.5);
    expect(reciprocalRankAt(1, ranked, judgements)).toBe(0);
    expect(judgedAt(10, ranked, judgements)).toBe(0.75);
    // What nobody judged is taken out, and the others move up.
    expect(judgedNdcgAt(10, ["x", "a", "y", "b"], new Map([["a", 2], ["b", 1]]))).toBe(1);
    expect(ndcgAt(10, ["x", "a", "y", "b"], new Map([["a", 2], ["b", 1]]))).toBeLessThan(0.7);
  });

  it("is 0 when nothing is relevant or nothing was found, and refuses a document named twice", () => {
    const none = new Map([["a", 0]]);
    for (const metric of [ndcgAt, recallAt, reciprocalRankAt]) expect(metric(10, ["a"], none)).toBe(0);
    for (const metric of [ndcgAt, recallAt, reciprocalRankAt, judgedAt, judgedNdcgAt]) expect(metric(10, [], judgements)).toBe(0);
    expect(() => ndcgAt(10, ["a", "a"], judgements)).toThrow(/twice/);
  });
});
