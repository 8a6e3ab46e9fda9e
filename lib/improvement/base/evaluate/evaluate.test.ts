/** @file Evaluation: ranks, intervals, dev sets, held-out translations. */
import { describe, expect, it } from "vitest";
import type { Encoder } from "../../../core/encoder";
import type { EncoderVersion } from "../../../core/types";
import type { Pair } from "../types";
import { bootstrapDifference, bootstrapMean } from "./bootstrap";
import { denseRanks, hitsAt } from "./dense-ranks";
import { evaluateDev, holdOutTranslations, statuteSet } from "./dev-sets";

/** The number in a text is its angle in degrees. */
const encoder: Encoder = {
  version: "circle" as EncoderVersion,
  dimension: 2,
  countTokens: (text) => text.length,
  embed: (texts) => Promise.resolve(texts.map((text) => ((angle) => Float32Array.of(Math.cos(angle), Math.sin(angle)))((Number(/\d+/.exec(text)?.[0] ?? 90) * Math.PI) / 180))),
};

describe("denseRanks", () => {
  it("is the place of the nearest right passage; equals count against it", async () => {
    const set = { name: "s", passages: ["p 0", "p 20", "p 40", "p 40 again"], questions: [{ id: "a", text: "q 38", right: new Set([1]) }, { id: "b", text: "q 2", right: new Set([0, 3]) }, { id: "c", text: "q 41", right: new Set([3]) }] };
    const ranks = await denseRanks(set, encoder);
    expect(ranks).toEqual([3, 1, 2]);
    expect(hitsAt(2, ranks)).toEqual([0, 1, 1]);
  });
});

describe("bootstrap", () => {
  const half = Array.from({ length: 400 }, (_, i) => i % 2);

  it("gives the mean and an interval near 1.96 standard errors", () => {
    const { mean, low, high } = bootstrapMean(half);
    expect(mean).toBe(0.5);
    expect(high - low).toBeGreaterThan(0.08);
    expect(high - low).toBeLessThan(0.12);
    expect(bootstrapMean(half)).toEqual({ mean, low, high });
  });

  it("pairs the questions: a constant difference has no spread", () => {
    expect(bootstrapDifference(half.map((value) => value + 0.25), half)).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
  });
});

describe("dev sets", () => {
  const pairs: Pair[] = Array.from({ length: 12 }, (_, i) => ({ source: "laws", language: "zh", query: `法${i % 4}`, passage: `条文 ${i * 7}`, group: `${i}` }));

  it("hold the asked statutes and some others, a few articles each", () => {
    const set = statuteSet(pairs, [{ text: "问", right: ["法2"] }], { others: 1, perStatute: 2 });
    expect(new Set(set.passages.map((passage) => passage.document)).size).toBe(2);
    expect(set.passages.filter((passage) => passage.document === "法2").map((passage) => passage.text)).toEqual(["法2\n条文 14", "法2\n条文 42"]);
  });

  it("score documents by their best passage, with similarity and translations in the mean", async () => {
    const figures = await evaluateDev(
      {
        documents: [{ name: "d", passages: [{ document: "a", text: "0" }, { document: "a", text: "60" }, { document: "b", text: "30" }], questions: [{ text: "50", right: ["a"] }, { text: "35", right: ["a"] }] }],
        sts: [{ name: "sts", pairs: [{ first: "0", second: "80", score: 0 }, { first: "0", second: "40", score: 1 }, { first: "0", second: "5", score: 5 }] }],
        bitext: [{ source: "10", target: "12" }, { source: "50", target: "49" }],
      },
      encoder,
    );
    expect(figures.parts).toEqual({ "d first": 0.5, "d top five": 1, sts: 1, bitext: 1 });
    expect(figures.score).toBeCloseTo(0.875, 9);
  });

  it("held-out translations leave no pair of their sentence in training", () => {
    const tatoeba: Pair[] = Array.from({ length: 30 }, (_, i) => ({ source: "tatoeba", language: "x", query: `Sentence ${i % 20}.`, passage: `句子${i}。`, group: `${i}` }));
    const { train, heldOut } = holdOutTranslations([...tatoeba, ...pairs], 5);
    const sources = new Set(heldOut.map((pair) => pair.source));
    expect(sources.size).toBe(5);
    expect(train.some((pair) => sources.has(pair.query))).toBe(false);
    expect(train.length + heldOut.length).toBe(42);
  });
});
