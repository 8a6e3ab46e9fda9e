import { describe, expect, test } from "vitest";
import { CONFIDENCE_FEATURES } from "../../assistant/answer/confidence";
import type { AnswerCorpus } from "./answer-corpora";
import { confidencesOf, fitConfidence, limitFor, maskKnown, measureAbstention, type ConfidenceRows } from "./fit-answers";

const DENSE = CONFIDENCE_FEATURES.indexOf("dense");
const MISSING = CONFIDENCE_FEATURES.indexOf("missing");

function corpus(isKnownToEncoder: boolean): AnswerCorpus {
  return { name: "civic", language: "en", isKnownToEncoder, isReal: true, cases: [] };
}

function rowWith(values: Partial<Record<number, number>>): Float64Array {
  return Float64Array.from(CONFIDENCE_FEATURES, (_, j) => values[j] ?? 0);
}

describe("masking", () => {
  test("similarities of a corpus that the encoder knows become the mean of the others; the rest stays", () => {
    const sets: ConfidenceRows[] = [
      { corpus: corpus(true), rows: [rowWith({ [DENSE]: 0.9, [MISSING]: 0.5 })], labels: [true] },
      { corpus: corpus(false), rows: [rowWith({ [DENSE]: 0.2 }), rowWith({ [DENSE]: 0.4 })], labels: [true, false] },
    ];
    const [known, honest] = maskKnown(sets);
    expect(known?.rows[0]?.[DENSE]).toBeCloseTo(0.3);
    expect(known?.rows[0]?.[MISSING]).toBe(0.5);
    expect(honest?.rows[0]?.[DENSE]).toBe(0.2);
  });
});

describe("fit and limit", () => {
  test("what lacks words is trusted less, and no weight has the wrong sign", () => {
    const rows = Array.from({ length: 40 }, (_, i) => rowWith({ [MISSING]: i / 40, [DENSE]: i / 40 }));
    const labels = rows.map((_, i) => i < 20);
    const fit = fitConfidence([{ corpus: corpus(false), rows, labels }]);
    const values = confidencesOf(rows, fit);
    expect(values[0]).toBeGreaterThan(values[39] ?? 1);
    expect(fit.weights[DENSE]).toBe(0);
    expect(fit.weights[MISSING]).toBeLessThan(0);
  });

  test("the limit lets the share asked for through", () => {
    const values = Array.from({ length: 100 }, (_, i) => i / 100);
    const labels = values.map((_, i) => i % 2 === 1);
    const limit = limitFor(0.8, values, labels);
    const { coverage, abstention, auroc } = measureAbstention(values, labels, limit);
    expect(coverage).toBeCloseTo(0.8);
    expect(abstention).toBeCloseTo(0.22, 1);
    expect(auroc).toBeGreaterThan(0.5);
  });
});
