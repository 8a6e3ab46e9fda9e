/** @file Choosing weights: what foresees held-out groups is learned, no more than that; sets that foresee no better than what ships hardly count, and none is picked alone. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { FUSION } from "../../knowledge/retrieval/constants";
import { chooseWeights } from "./choose-weights";
import { WEIGHT_FEATURES, type WeightRow } from "./weight-features";

type Name = (typeof WEIGHT_FEATURES)[number];

/** Twelve candidates of random features; the first is right, and has `told` more than chance gives. */
function rows(count: number, told: Partial<Record<Name, number>>, seed = 2): WeightRow[] {
  const random = createRng(seed);
  return Array.from({ length: count }, (_, i) => ({
    group: `g${i}`,
    features: Array.from({ length: 12 }, (__, at) => Float64Array.from(WEIGHT_FEATURES, (name) => (name === "dense" || name === "lexical" || name in told ? 0.4 * random() + (at === 0 ? (told[name] ?? 0) : 0) : 0))),
    right: [{ at: 0, weight: 1 }],
  }));
}

describe("choosing weights", () => {
  it("learns the arms where they tell, and leaves the rest as shipped", () => {
    const { weights, learned, compared } = chooseWeights(rows(80, { dense: 0.4 }));
    expect(learned).toContain("dense");
    expect(weights.dense).toBeGreaterThan(0.45);
    expect(compared[0]?.after).toBeGreaterThan((compared[0]?.before ?? 0) + 0.05);
  });

  it("learns that answers have the question's words, or are of a kind, where that is so", () => {
    const byWords = chooseWeights(rows(80, { coverage: 0.4 }));
    expect(byWords.learned).toContain("coverage");
    expect(byWords.weights.coverage).toBeGreaterThan(0.2);
    const byKind = chooseWeights(rows(80, { kindred: 0.4 }));
    expect(byKind.learned).toContain("kindred");
    expect(byKind.weights.kindred).toBeGreaterThan(0.2);
  });

  it("keeps what ships, to the digit, without labels, and stays beside it where they tell nothing", () => {
    const shipped = { documentMemory: 0, popularity: 0, coverage: 0, kindred: 0 };
    expect(chooseWeights([])).toMatchObject({ learned: [], weights: { ...shipped, dense: expect.closeTo(FUSION.denseWeight, 9) as number, passageMemory: expect.closeTo(0.4, 9) as number } });
    const { weights } = chooseWeights(rows(60, { coverage: 0, kindred: 0 }, 7).map((row, i) => ({ ...row, right: [{ at: i % 12, weight: 1 }] })));
    expect(Math.abs(weights.dense - FUSION.denseWeight)).toBeLessThan(0.05);
    expect(weights.coverage).toBeLessThan(0.05);
  });

  it("mixes what ships and all sets by how well they foresee, and leaves none of a weak signal's gain behind", () => {
    // So weak that no set is sure: the rule that picked one at half a standard error left such companies with nothing.
    const { compared, weights } = chooseWeights(rows(40, { coverage: 0.06 }, 3));
    const shares = compared.map(({ share }) => share);
    const left = 1 - shares.reduce((sum, share) => sum + share, 0);
    expect([left, ...shares].every((share) => share > 0.0001 && share < 0.95)).toBe(true);
    const order = (values: readonly number[]): number[] => values.map((_, at) => at).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    expect(order(shares)).toEqual(order(compared.map(({ before, after }) => after - before)));
    expect(weights.coverage).toBeGreaterThan(0);
  });

  it("does not believe that a document is right for not having answered yet", () => {
    // What leaving its own answer out does to every labelled question: the right document has fewer answers than the others.
    const shy = rows(80, { popularity: -0.4, dense: 0.2 });
    const { weights } = chooseWeights(shy);
    expect(weights.popularity).toBe(0);
    expect(weights.dense).toBeGreaterThan(0.3);
  });
});
