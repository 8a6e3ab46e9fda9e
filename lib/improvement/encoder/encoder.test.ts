/** @file The encoder's training in parts: pairs, batches, choice of what is kept, layers over the shipped weights. The engine's own steps: lib/runtime. */
import { describe, expect, it } from "vitest";
import type { NamedTensors } from "../../engine/named-tensors";
import type { EncoderTrainer } from "../../engine/train/encoder-trainer";
import type { Pool } from "../ranking/ranking-source";
import { fineTune, RECIPE, type FineTuneOptions } from "./fine-tune";
import { batchOf, SHAPES, type BatchSources } from "./step-batches";
import { frozenLayersOf, layersFrom, putOver } from "./trained-layers";
import { labelPairs } from "./training-pairs";

const unit = (...values: number[]): Float32Array => Float32Array.from(values, (value) => value / Math.hypot(...values));
const candidate = (id: string, lexical: number, vector: Float32Array): Pool["candidates"][number] => ({ id, documentId: id.slice(0, 1), language: "en", kind: "policy", lexical, dense: vector[0] ?? 0, vector });

describe("label pairs", () => {
  const pool: Pool = { query: "may I bring a dog", language: "en", vector: unit(1, 0), candidates: [candidate("a1", 3, unit(1, 0.5)), candidate("a2", 2, unit(1, 0.52)), candidate("b1", 2, unit(1, -0.5)), candidate("c1", 1, unit(0, 1))] };
  const judged = [{ id: "a1", documentId: "a", vector: unit(1, 0.5), relevance: 1, weight: 0.8 }, { id: "c1", documentId: "c", vector: unit(0, 1), relevance: 0, weight: 1 }];
  const [pair] = labelPairs([{ query: pool.query, group: "g", pool, judged }], (id) => `text ${id}`);

  it("have what was judged wrong and what the index finds as negatives, but nothing that says the same as the right one", () => {
    expect(pair).toMatchObject({ passage: "text a1", negatives: ["text c1", "text b1"], weight: 0.8 });
  });

  it("leave out passages that are gone and questions without a right one", () => {
    expect(labelPairs([{ query: "q", group: "g", pool, judged }], () => undefined)).toEqual([]);
    expect(labelPairs([{ query: "q", group: "g", pool, judged: judged.slice(1) }], (id) => id)).toEqual([]);
  });
});

const tokens = { encode: (text: string) => [1, ...[...text].map((letter) => letter.charCodeAt(0)), 2], padId: 0 };
const label = (n: number) => ({ source: "label", language: "en" as const, query: `question ${n}`, passage: `passage ${n}`, group: `d${n}`, negatives: [`wrong ${n}`], weight: 1 });
const sources: BatchSources = { pairs: [label(1), label(2), label(3)], translations: [], anchors: Array.from({ length: 40 }, (_, n) => ({ first: `one ${n}`, second: `two ${n}`, likeness: n / 40 })), tokens, synonyms: new Map(), seed: 3 };

describe("batches", () => {
  it("are the same for the same step, and other ones for the next", () => {
    expect(batchOf(4, sources)).toEqual(batchOf(4, sources));
    expect(batchOf(4, sources).queries.ids).not.toEqual(batchOf(0, sources).queries.ids);
  });

  it("put each question's own passage first and never count another right one as wrong", () => {
    const batch = batchOf(0, sources);
    if (!("ignore" in batch) || !batch.ignore) throw new Error("a batch of labels has an ignore matrix");
    const { rows, negatives } = SHAPES.labels;
    expect([batch.queries.rows, batch.passages.rows]).toEqual([rows, rows + negatives]);
    const width = rows + negatives;
    for (let i = 0; i < rows; i++) {
      expect(batch.ignore[i * width + i]).toBe(0);
      for (let j = 0; j < rows; j++) if (i !== j && batch.passages.keys?.[i] === batch.passages.keys?.[j]) expect(batch.ignore[i * width + j]).toBe(1);
    }
  });

  it("name equal texts by equal keys, so that frozen layers compute them once", () => {
    const { keys = [] } = batchOf(0, sources).passages;
    expect(new Set(keys).size).toBeLessThanOrEqual(6);
    expect(keys.every((key) => key.length > 0)).toBe(true);
  });

  it("replay scored pairs now and then", () => {
    const kinds = Array.from({ length: 6 }, (_, step) => ("scores" in batchOf(step, sources) ? "anchors" : "labels"));
    expect(kinds).toEqual(["labels", "labels", "anchors", "labels", "labels", "labels"]);
  });
});

/** One number that every step raises by one. */
function toyTrainer(): EncoderTrainer {
  let parameters: NamedTensors = new Map([["w", { dims: [1], data: Float32Array.of(0) }]]);
  const value = () => parameters.get("w")?.data[0] ?? 0;
  const put = (next: number) => (parameters = new Map([["w", { dims: [1], data: Float32Array.of(next) }]]));
  const trainer: EncoderTrainer = {
    step: () => (put(value() + 1), Promise.resolve({ loss: 1, gradientNorm: 1 })),
    parameters: () => new Map(parameters), embed: () => Promise.resolve(new Float32Array()), prune: () => undefined,
    state: () => ({ updates: 0, parameters, first: new Map(), second: new Map() }),
    restore: (state) => (parameters = state.parameters), close: () => Promise.resolve(),
  };
  return trainer;
}

function tuned(dev: (w: number) => number, isBearable: (w: number) => boolean = () => true, more: Partial<FineTuneOptions> = {}) {
  const trainer = toyTrainer();
  const w = () => trainer.parameters().get("w")?.data[0] ?? 0;
  return fineTune({ trainer, sources, dev: () => Promise.resolve(dev(w())), isBearable: () => Promise.resolve(isBearable(w())), budgetMs: 1e9, now: () => 0, onProgress: () => undefined, ...more });
}

describe("fine-tune", () => {
  it("stops when the questions kept for choosing get no better, and keeps the best", async () => {
    const peak = 2 * RECIPE.evaluateSteps;
    const { steps, share, dev } = await tuned((w) => 1 - Math.abs(w - peak) / 1000);
    expect([steps, share, dev.after]).toEqual([peak, 1, 1]);
  });

  it("keeps a part of the change where that serves better, or where general questions bear no more", async () => {
    const all = RECIPE.steps;
    expect((await tuned((w) => w / all)).share).toBe(1);
    expect((await tuned((w) => w / all, (w) => w <= 0.7 * all)).share).toBe(0.6);
    const none = await tuned((w) => w / all, () => false);
    expect([none.share, none.isBearable]).toEqual([0.3, false]);
  });

  it("ends with its budget, and with its signal", async () => {
    let now = 0;
    const { steps } = await tuned((w) => w, undefined, { budgetMs: 10, now: () => (now += 4) });
    expect(steps).toBeLessThan(RECIPE.evaluateSteps);
    await expect(tuned((w) => w, undefined, { signal: AbortSignal.abort(new Error("called off")) })).rejects.toThrow("called off");
  });

  it("says what is missing without a pair", async () => {
    await expect(tuned((w) => w, undefined, { sources: { ...sources, pairs: [] } })).rejects.toMatchObject({ code: "train/too-few-labels" });
  });
});

describe("trained layers", () => {
  const tensor = (value: number) => ({ dims: [1], data: Float32Array.of(value) });
  const shipped: NamedTensors = new Map([["embeddings.word", tensor(0)], ["encoder.layer.0.w", tensor(1)], ["encoder.layer.3.w", tensor(2)]]);

  it("are the last quarter, and come back over the shipped ones", () => {
    expect([frozenLayersOf({ layers: 4 }), frozenLayersOf({ layers: 6 }), frozenLayersOf({ layers: 12 }), frozenLayersOf({ layers: 1 })]).toEqual([3, 5, 9, 0]);
    const layers = layersFrom(new Map([...shipped, ["encoder.layer.3.w", tensor(5)]]), 3);
    expect([...layers.keys()]).toEqual(["encoder.layer.3.w"]);
    expect(putOver(shipped, layers)).toEqual(new Map([...shipped, ["encoder.layer.3.w", tensor(5)]]));
    expect(() => putOver(shipped, new Map([["encoder.layer.9.w", tensor(5)]]))).toThrow(expect.objectContaining({ code: "registry/unusable" }));
  });
});
