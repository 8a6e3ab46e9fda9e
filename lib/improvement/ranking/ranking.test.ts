/** @file Ranking: weights follow the labels as far as there are any, adapters learn through the engine, labels find their passages, equal seeds give equal results. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { createExecutor } from "../../runtime/executor";
import type { GeneralQuestion } from "../gate/general-set";
import { recalibrate } from "../../knowledge/retrieval/learned-ranking";
import type { Ask, UnanswerableQuestion } from "../answering/asked";
import { createPassageFinder } from "./examples";
import { fitLogits, fitWeights, WEIGHT_PRIOR } from "./fit-weights";
import { improveRanking, type SplitExample } from "./improve-ranking";
import type { PoolPassage } from "./ranking-source";
import { dot } from "./score-pool";
import { startAdapter } from "./train-adapter";
import type { WeightRow } from "./weight-features";

const SIZE = 16;

function drawUnit(random: () => number): Float32Array {
  const raw = Float32Array.from({ length: SIZE }, () => 2 * random() - 1);
  const length = Math.sqrt(dot(raw, raw));
  return raw.map((value) => value / length);
}

/** Words point at a wrong candidate in four of five questions; the encoder is right. */
function examples(count: number, random: () => number): SplitExample[] {
  return Array.from({ length: count }, (_, i): SplitExample => {
    const vector = drawUnit(random);
    const candidates = Array.from({ length: 12 }, (__, at): PoolPassage => {
      const own = at === 0 ? vector.map((value, j) => value + 0.6 * (drawUnit(random)[j] ?? 0)) : drawUnit(random);
      const length = Math.sqrt(dot(own, own));
      const unit = own.map((value) => value / length);
      return { id: `p${i}.${at}`, documentId: `d${i}.${at}`, language: "en", kind: "policy", lexical: at === (i % 5 === 0 ? 0 : 1) ? 10 : 4, dense: dot(unit, vector), vector: unit };
    });
    const [right] = candidates as [PoolPassage];
    return { query: `q${i}`, group: `g${i}`, pool: { query: `q${i}`, language: "en", vector, candidates }, judged: [{ id: right.id, documentId: right.documentId, vector: right.vector, relevance: 1, weight: 1 }], split: i % 4 === 0 ? "test" : i % 4 === 1 ? "dev" : "train" };
  });
}

describe("weights", () => {
  const row = (dense: number, lexical: number, weight = 1): WeightRow => ({ group: String(dense), features: [Float64Array.of(dense, lexical, 0, 0, 0, 0, 0), Float64Array.of(1 - dense, 1 - lexical, 0, 0, 0, 0, 0)], right: [{ at: 0, weight }] });

  it("are the shipped ones without labels", () => {
    const { dense, popularity } = fitWeights([]);
    expect([dense, popularity]).toEqual([expect.closeTo((WEIGHT_PRIOR.mean[0] ?? 0) / 8, 9), 0]);
  });

  it("follow the labels, the more the more there are", () => {
    const [few, many] = [4, 200].map((count) => fitWeights(Array.from({ length: count }, () => row(1, 0.2))).dense);
    expect(few).toBeGreaterThan(0.3);
    expect(many).toBeGreaterThan((few ?? 0) + 0.1);
  });

  it("believe a label on what the product put first less than the same label on another", () => {
    // The words' favourite is approved for one half; the vectors' for the other, which no careless thumb reaches.
    const two = (right: number): WeightRow => ({ group: String(right), features: [Float64Array.of(0.6, 1, 0, 0, 0, 0, 0), Float64Array.of(1, 0.6, 0, 0, 0, 0, 0), ...Array.from({ length: 18 }, () => Float64Array.of(0.2, 0.2, 0, 0, 0, 0, 0))], right: [{ at: right, weight: 1 }] });
    const logits = fitLogits(Array.from({ length: 40 }, (_, i) => two(i % 2)), WEIGHT_PRIOR);
    const [dense = 0, lexical = 0] = logits;
    expect(0.4 * (dense - lexical)).toBeGreaterThan(0.05);
  });

  it("give way less to labels that contradict one another", () => {
    const clean = Array.from({ length: 60 }, () => row(1, 0.2));
    const noisy = clean.map((one, i) => (i % 10 < 4 ? row(0, 0.8) : one));
    expect(fitWeights(noisy).dense).toBeLessThan(fitWeights(clean).dense);
  });
});

describe("the adapter", () => {
  it("learns a turn that all right passages share, and nothing from no labels", async () => {
    const random = createRng(3);
    const executor = await createExecutor({ threads: 1 });
    // Every right passage lies where the first two coordinates of the question are exchanged.
    const turned = examples(40, random).map((example): SplitExample => {
      const vector = Float32Array.from(example.pool.vector);
      [vector[0], vector[1]] = [example.pool.vector[1] ?? 0, example.pool.vector[0] ?? 0];
      return { ...example, judged: example.judged.map((one) => ({ ...one, vector })) };
    });
    const training = startAdapter({ executor, examples: turned, replay: [], seed: 1, recipe: { rank: 8, learningRate: 0.02, replay: 0, scale: 20 } });
    const before = (await training?.run(1)) ?? 0;
    await training?.run(60);
    expect((await training?.run(1)) ?? 0).toBeLessThan(0.6 * before);
    await training?.close();
    expect(startAdapter({ executor, examples: [], replay: [], seed: 1, recipe: { rank: 2, learningRate: 0.01, replay: 0, scale: 20 } })).toBeNull();
  });
});

describe("improving", () => {
  const general = examples(40, createRng(9)).map(({ pool, query }): GeneralQuestion => ({ id: query, pool, right: new Set([pool.candidates[0]?.id ?? ""]), slices: ["en"] }));
  const improve = async (count: number) => improveRanking({ version: "t", encoder: { version: "e", dimension: SIZE }, executor: await createExecutor({ threads: 1 }), examples: examples(count, createRng(5)), general, champion: null, seed: 1, budgetMs: 60_000, now: () => 0 });

  it("finds that the encoder is right, proves it on the test, and repeats by its seed", async () => {
    const first = await improve(240);
    expect(first.ranking.weights.dense).toBeGreaterThan(0.5);
    expect(first.metrics.after.hit1).toBeGreaterThan(first.metrics.before.hit1 + 0.1);
    expect(first.gate.own.reciprocalRank.result.p).toBeLessThan(0.05);
    expect(first.changes).toHaveLength(240);
    expect((await improve(240)).ranking).toEqual(first.ranking);
  });

  it("learns when to answer, remembers what nothing answers, and lets the gate look at both", async () => {
    const asked = examples(120, createRng(5));
    const random = createRng(8);
    const unanswerable = Array.from({ length: 60 }, (_, i): UnanswerableQuestion => ({ query: `none${i}`, group: `none${i}`, split: i % 4 === 0 ? "test" : "train", weight: 1, vector: drawUnit(random) }));
    // As shipped it answers everything with .6; right where there is an answer.
    const ask: Ask = (query, learned) => {
      const confidence = recalibrate(query.startsWith("none") ? 0.4 : 0.6, learned?.answering ?? null);
      return Promise.resolve({ confidence, isAnswered: confidence > 0.39, quoted: [`p${query.slice(1)}.0`], ms: 1 });
    };
    const improved = await improveRanking({ version: "t", encoder: { version: "e", dimension: SIZE }, executor: await createExecutor({ threads: 1 }), examples: asked, general, champion: null, seed: 1, budgetMs: 60_000, now: () => 0, answers: { ask, unanswerable } });
    expect(improved.calibration).toMatchObject({ questions: 135, wrong: 45 });
    expect(recalibrate(0.4, improved.ranking.answering ?? null)).toBeLessThan(0.39);
    expect(recalibrate(0.6, improved.ranking.answering ?? null)).toBeGreaterThan(0.6);
    expect(improved.ranking.memory.filter(({ relevance }) => relevance === 0)).toHaveLength(45);
    const [wrong] = improved.gate.guards;
    expect(wrong).toMatchObject({ name: "wrong-answers", after: 0, isHeld: true });
    expect(wrong?.before).toBeCloseTo(15 / 45, 6);
  });

  it("says when there are too few", async () => {
    await expect(improve(6)).rejects.toMatchObject({ code: "train/too-few-labels" });
  });
});

describe("finding a label's passage", () => {
  const passage = (id: string, documentId: string, text: string) => ({ id, documentId, text, source: documentId }) as unknown as Parameters<typeof createPassageFinder>[0][number];
  const find = createPassageFinder([passage("a", "leave.md", "You have **27 days** of leave per calendar year. Ask your manager first."), passage("b", "old.md", "You have 27 days of leave per calendar year. Ask your manager first."), passage("c", "pay.md", "Pay day is the 25th.")]);

  it("does so by equal text, by a quote, within a document", () => {
    const ids = (label: Parameters<typeof find>[0]): string[] => find(label).map(({ id }) => id);
    expect(ids({ passage: "pay day is\nthe 25th." })).toEqual(["c"]);
    expect(ids({ passage: "27 days of leave per calendar year" })).toEqual(["a", "b"]);
    expect(ids({ passage: "27 days of leave per calendar year", document: "leave.md" })).toEqual(["a"]);
    expect(ids({ passage: "no such thing in any of them" })).toEqual([]);
  });
});
