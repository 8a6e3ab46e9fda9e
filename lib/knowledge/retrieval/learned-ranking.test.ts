/** @file Learned ranking: foreign questions stay as shipped, paraphrases find their passage, hidden documents are not remembered. */
import { describe, expect, it } from "vitest";
import { adaptQuery, applyLearned, checkLearned, type LearnedRanking, type RememberedQuestion } from "./learned-ranking";

const unit = (...values: number[]): Float32Array => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};
const [x, y, z] = [unit(1, 0, 0), unit(0, 1, 0), unit(0, 0, 1)];
const memory: RememberedQuestion[] = [
  { query: x, passage: z, document: "leave", relevance: 1 },
  { query: unit(1, 0.1, 0), passage: y, document: "pay", relevance: -0.5 },
];
const learned = (part: Partial<LearnedRanking> = {}): LearnedRanking => ({
  version: "v1", encoderVersion: "e1", adapter: null, memory,
  weights: { dense: 0.8, passageMemory: 0.4, documentMemory: 0.2, popularity: 0.1 },
  familiarity: { low: 0.3, high: 0.5 },
  ...part,
});

describe("familiarity", () => {
  it("ranks a foreign question as shipped", () => {
    const applied = applyLearned(learned({ adapter: { rank: 1, down: x, up: y } }), z, { denseWeight: 0.3 });
    expect([applied.share, applied.denseWeight, applied.bonusOf({ documentId: "leave", vector: z })]).toEqual([0, 0.3, expect.closeTo(0, 5)]);
    expect(applied.vector).toBe(z);
  });

  it("applies what was learned to a question that labels speak for", () => {
    const applied = applyLearned(learned(), x, { denseWeight: 0.3 });
    expect([applied.share, applied.denseWeight]).toEqual([1, 0.8]);
  });

  it("does nothing without memory", () => {
    expect(applyLearned(learned({ memory: [] }), x, { denseWeight: 0.3 }).denseWeight).toBe(0.3);
  });
});

describe("memory", () => {
  const { featuresOf, bonusOf } = applyLearned(learned(), x, { denseWeight: 0.3 });

  it("speaks for the passage that answered a paraphrase, and against the one that did not", () => {
    expect(featuresOf({ documentId: "leave", vector: z }).passageMemory).toBeGreaterThan(0.95);
    expect(featuresOf({ documentId: "pay", vector: y }).passageMemory).toBeLessThan(-0.4);
    expect(bonusOf({ documentId: "leave", vector: z })).toBeGreaterThan(0.4);
  });

  it("says little of questions that only sound alike: on handbooks nine of ten such have another answer", () => {
    const at = (cosine: number): number => applyLearned(learned(), unit(cosine, 0, Math.sqrt(1 - cosine ** 2)), { denseWeight: 0.3 }).featuresOf({ documentId: "leave", vector: z }).passageMemory;
    expect(at(0.72)).toBeLessThan(0.05);
    expect(at(0.92)).toBeGreaterThan(0.9);
  });

  it("knows a passage by its document too", () => {
    expect(featuresOf({ documentId: "other", vector: z }).passageMemory).toBe(0);
  });

  it("does not remember what the asker may not read", () => {
    const hidden = applyLearned(learned(), x, { denseWeight: 0.3, mayRead: (document) => document !== "leave" });
    const without = applyLearned(learned({ memory: memory.slice(1) }), x, { denseWeight: 0.3 });
    const target = { documentId: "leave", vector: z };
    expect([hidden.share, hidden.featuresOf(target)]).toEqual([without.share, without.featuresOf(target)]);
  });
});

describe("kindred passages and the question's words", () => {
  const weights = { dense: 0.3, passageMemory: 0, documentMemory: 0, popularity: 0, coverage: 0.5, kindred: 2 };
  const centre = unit(0, 1, 1);

  it("favour what resembles answers of similar questions more than what stood beside them", () => {
    const applied = applyLearned(learned({ weights, centre, memory: memory.slice(0, 1) }), x, { denseWeight: 0.3 });
    const kindred = (vector: Float32Array): number => applied.featuresOf({ documentId: "new", vector }).kindred;
    expect(kindred(z)).toBeGreaterThan(0);
    expect(kindred(y)).toBeLessThan(0);
    expect(applied.bonusOf({ documentId: "new", vector: z })).toBeCloseTo(2 * kindred(z), 6);
    expect(applyLearned(learned({ weights }), x, { denseWeight: 0.3 }).featuresOf({ documentId: "new", vector: z }).kindred).toBe(0);
  });

  it("count as far as the question is familiar", () => {
    const bonus = (query: Float32Array): number => applyLearned(learned({ weights }), query, { denseWeight: 0.3 }).bonusOf({ documentId: "new", vector: z, coverage: 0.8 });
    expect(bonus(x)).toBeCloseTo(0.4, 6);
    expect(bonus(z)).toBeCloseTo(0, 6);
    expect([applyLearned(learned({ weights }), z, { denseWeight: 0.3 }).readsWords, applyLearned(learned(), x, { denseWeight: 0.3 }).readsWords]).toEqual([false, false]);
  });
});

describe("adapter", () => {
  it("turns the vector, in part where the question is partly familiar, and keeps its length", () => {
    const whole = adaptQuery(x, { rank: 1, down: x, up: y });
    expect([...whole]).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(Math.SQRT1_2, 6), 0]);
    const half = adaptQuery(x, { rank: 1, down: x, up: y }, 0.5);
    expect((half[1] ?? 0) / (half[0] ?? 1)).toBeCloseTo(0.5, 6);
    expect(adaptQuery(x, null)).toBe(x);
  });

  it("is refused on another encoder", () => {
    expect(() => checkLearned(learned(), { version: "e2" as never })).toThrowError(expect.objectContaining({ code: "registry/unusable" }));
  });
});
