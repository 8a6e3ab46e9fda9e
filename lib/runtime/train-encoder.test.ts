/**
 * @file The encoder trainer on a toy of two layers, through onnxruntime: it learns, resumes bit for bit, and its
 * shortcuts (batches in parts, frozen layers with kept results, sparse word rows) change nothing but the cost.
 */
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { createRng } from "../core/rng";
import type { Executor } from "../engine/executor";
import type { NamedTensors } from "../engine/named-tensors";
import { bertTensorDims, type BertConfig } from "../engine/nn/bert-config";
import { createEncoderTrainer, type ContrastiveBatch, type EncoderTrainer, type EncoderTrainerOptions, type TokenBatch } from "../engine/train/encoder-trainer";
import { magnitudeMasks } from "../engine/optim/prune";
import { createExecutor } from "./executor";

const CONFIG: BertConfig = { vocabSize: 60, hiddenSize: 16, layers: 2, heads: 2, intermediateSize: 32, activation: "gelu", maxPositions: 12, tokenTypes: 2, layerNormEps: 1e-12 };
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 };
/** An epsilon this large makes an update proportional to the gradient: Adam would blow rounding of tiny gradients up. */
const PROPORTIONAL = { ...ADAM, epsilon: 1000, weightDecay: 0, clipNorm: 0 };

let executor: Executor;
beforeAll(async () => {
  executor = await createExecutor({ threads: 1 });
});
const open: EncoderTrainer[] = [];
afterEach(async () => {
  for (const trainer of open.splice(0)) await trainer.close();
});

function randomWeights(seed: number): NamedTensors {
  const random = createRng(seed);
  return new Map([...bertTensorDims(CONFIG)].map(([name, dims]) => {
    const isGain = name.endsWith("LayerNorm.weight");
    const data = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => (isGain ? 1 : 0) + (random() - 0.5) * 0.3);
    return [name, { dims, data }];
  }));
}

function trainer(options: Partial<EncoderTrainerOptions> = {}): EncoderTrainer {
  const made = createEncoderTrainer({ executor, config: CONFIG, parameters: randomWeights(1), scale: 10, optimizer: ADAM, seed: 1, ...options });
  open.push(made);
  return made;
}

/** Rows of random words; each row's first words say which pair it belongs to. */
function rowsOf(count: number, length: number, seed: number): TokenBatch {
  const random = createRng(seed);
  const [ids, mask] = [new Int32Array(count * length), new Uint8Array(count * length)];
  for (let row = 0; row < count; row++) {
    const tokens = length - (row % 3);
    for (let at = 0; at < tokens; at++) {
      ids[row * length + at] = at < 2 ? 1 + row : 30 + Math.floor(random() * 30);
      mask[row * length + at] = 1;
    }
  }
  return { rows: count, length, ids, mask, keys: Array.from({ length: count }, (_, row) => `${seed} ${row}`) };
}

const BATCH: ContrastiveBatch = { queries: rowsOf(6, 6, 11), passages: rowsOf(8, 10, 12) };

function largestDifference(a: NamedTensors, b: NamedTensors, names: Iterable<string> = a.keys()): number {
  let largest = 0;
  for (const name of names) a.get(name)?.data.forEach((value, at) => (largest = Math.max(largest, Math.abs(value - (b.get(name)?.data[at] ?? Number.NaN)))));
  return largest;
}

describe("learning", () => {
  test("the loss falls, and each query ends nearest to its own passage", async () => {
    const toy = trainer();
    const losses: number[] = [];
    for (let step = 0; step < 40; step++) losses.push((await toy.step(BATCH, 5e-3)).loss);
    expect(losses.at(-1)).toBeLessThan(0.1 * (losses[0] ?? 0));
    const [queries, passages] = [await toy.embed(BATCH.queries), await toy.embed(BATCH.passages)];
    const cosine = (q: number, p: number): number => queries.subarray(q * 16, q * 16 + 16).reduce((sum, value, at) => sum + value * (passages[p * 16 + at] ?? 0), 0);
    for (let q = 0; q < 6; q++) {
      const scores = Array.from({ length: 8 }, (_, p) => cosine(q, p));
      expect(scores.indexOf(Math.max(...scores))).toBe(q);
    }
    expect(cosine(0, 0)).toBeLessThanOrEqual(1 + 1e-6);
  });

  test("rowRate moves the words that were read by that much more, and nothing else", async () => {
    // Adam's first update of a weight is the rate, whatever the gradient: weight decay off, epsilon far below any gradient.
    const optimizer = { ...ADAM, weightDecay: 0, clipNorm: 0, epsilon: 1e-30 };
    const [plain, faster] = [trainer({ optimizer }), trainer({ optimizer: { ...optimizer, rowRate: 5 } })];
    for (const one of [plain, faster]) await one.step(BATCH, 1e-4);
    const start = randomWeights(1);
    const words = "embeddings.word_embeddings.weight";
    const moved = (after: NamedTensors, at: number): number => Math.abs((after.get(words)?.data[at] ?? 0) - (start.get(words)?.data[at] ?? 0));
    const read = 16; // the first number of word 1, which stands in the first query
    expect(moved(plain.parameters(), read)).toBeCloseTo(1e-4, 6);
    expect(moved(faster.parameters(), read)).toBeCloseTo(5e-4, 6);
    expect(moved(faster.parameters(), 25 * 16)).toBe(0); // a word that no text has
    expect(largestDifference(plain.parameters(), faster.parameters(), [...start.keys()].filter((name) => name !== words))).toBe(0);
  });

  test("an ignored passage costs nothing, and both directions count unless switched off", async () => {
    const twin = { ...BATCH, passages: { ...BATCH.passages, ids: BATCH.passages.ids.slice(), mask: BATCH.passages.mask.slice() } };
    // Passage 7 becomes a copy of passage 0, so query 0 cannot tell them apart.
    twin.passages.ids.copyWithin(70, 0, 10);
    twin.passages.mask.copyWithin(70, 0, 10);
    const ignore = new Uint8Array(48);
    ignore[7] = 1;
    const lossOf = async (batch: ContrastiveBatch): Promise<number> => (await trainer().step(batch, 0)).loss;
    expect(await lossOf({ ...twin, ignore })).toBeLessThan(await lossOf(twin));
    expect(await lossOf({ ...BATCH, symmetric: false })).not.toBe(await lossOf(BATCH));
  });

  test("scored pairs end in the order of their scores", async () => {
    const toy = trainer();
    const scores = Float32Array.of(5, 0, 3, 1, 4, 2);
    const pairs = { queries: BATCH.queries, passages: rowsOf(6, 6, 13), scores };
    const losses: number[] = [];
    for (let step = 0; step < 60; step++) losses.push((await toy.step(pairs, 5e-3)).loss);
    expect(losses.at(-1)).toBeLessThan(0.2 * (losses[0] ?? 0));
    const [first, second] = [await toy.embed(pairs.queries), await toy.embed(pairs.passages)];
    const cosines = Array.from(scores, (_, row) => first.subarray(row * 16, row * 16 + 16).reduce((sum, value, at) => sum + value * (second[row * 16 + at] ?? 0), 0));
    const ranked = cosines.map((_, at) => at).sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
    expect(ranked).toEqual([0, 4, 2, 5, 3, 1]);
    await expect(toy.step({ ...pairs, scores: new Float32Array(6).fill(2) }, 1e-3)).rejects.toThrow(/not all equal/);
    await expect(toy.step({ ...pairs, scores: new Float32Array(5) }, 1e-3)).rejects.toThrow(/found 6, 6 and 5/);
  });

  test("a loss that is no number stops the run and leaves the weights alone", async () => {
    const parameters = new Map(randomWeights(1));
    const name = "encoder.layer.0.output.dense.bias";
    parameters.set(name, { dims: [16], data: new Float32Array(16).fill(Number.NaN) });
    const broken = trainer({ parameters });
    await expect(broken.step(BATCH, 1e-3)).rejects.toMatchObject({ code: "train/diverged" });
    expect(broken.state().updates).toBe(0);
  });

  test.each([
    ["an id outside the vocabulary", { ids: new Int32Array(36).fill(60) }, "queries: id 60 in row 0 is outside the vocabulary of 60"],
    ["a row of padding", { mask: new Uint8Array(36) }, "queries: row 0 has no token"],
    ["too few ids", { ids: new Int32Array(5) }, "queries: 6 × 6 needs 36 ids and mask entries; found 5 and 36"],
  ])("%s is refused by name", async (_what, change, text) => {
    await expect(trainer().step({ ...BATCH, queries: { ...BATCH.queries, ...change } }, 1e-3)).rejects.toThrow(text);
  });
});

describe("resuming", () => {
  test("stop, save, restore, go on: bit for bit as without the interruption", async () => {
    const [whole, first, second] = [trainer(), trainer(), trainer({ parameters: randomWeights(2) })];
    for (let step = 0; step < 5; step++) await whole.step(BATCH, 1e-3);
    for (let step = 0; step < 3; step++) await first.step(BATCH, 1e-3);
    second.restore(first.state());
    for (let step = 3; step < 5; step++) await second.step(BATCH, 1e-3);
    expect(largestDifference(whole.parameters(), second.parameters())).toBe(0);
    expect(second.state().updates).toBe(5);
  });

  test("two runs of the same seed and batches are equal", async () => {
    const [a, b] = [trainer(), trainer()];
    for (const one of [a, b]) for (let step = 0; step < 3; step++) await one.step(BATCH, 1e-3);
    expect(largestDifference(a.parameters(), b.parameters())).toBe(0);
  });
});

describe("batches in parts", () => {
  test("give the loss and gradients of the whole batch", async () => {
    const [whole, parts] = [trainer({ optimizer: PROPORTIONAL }), trainer({ optimizer: PROPORTIONAL, rowsAtOnce: 3 })];
    const [a, b] = [await whole.step(BATCH, 1000), await parts.step(BATCH, 1000)];
    expect(b.loss).toBeCloseTo(a.loss, 5);
    expect(b.gradientNorm / a.gradientNorm).toBeCloseTo(1, 4);
    expect(largestDifference(whole.parameters(), randomWeights(1))).toBeGreaterThan(1e-2);
    expect(largestDifference(whole.parameters(), parts.parameters())).toBeLessThan(2e-6);
  });
});

describe("frozen layers", () => {
  const isLower = (name: string): boolean => name.startsWith("embeddings.") || name.startsWith("encoder.layer.0.");

  test("stay as they are; the others move exactly as when the lower ones are recomputed", async () => {
    const [kept, recomputed] = [trainer({ frozenLayers: 1 }), trainer({ freeze: isLower })];
    for (let step = 0; step < 3; step++) {
      const [a, b] = [await kept.step(BATCH, 1e-3), await recomputed.step(BATCH, 1e-3)];
      expect(a.loss).toBeCloseTo(b.loss, 5);
    }
    const start = randomWeights(1);
    const names = [...start.keys()];
    expect(largestDifference(kept.parameters(), start, names.filter(isLower))).toBe(0);
    for (const name of names.filter((one) => !isLower(one))) expect(largestDifference(kept.parameters(), start, [name]), name).toBeGreaterThan(0);
    // The key bias has no true gradient (softmax ignores it), only rounding that Adam blows up.
    const comparable = names.filter((name) => !name.endsWith("key.bias"));
    expect(largestDifference(kept.parameters(), recomputed.parameters(), comparable)).toBeLessThan(1e-4);
  });

  test("what they make of a text is computed once", async () => {
    let loads = 0;
    let runs = 0;
    const counting: Executor = {
      async load(model) {
        loads++;
        const inner = await executor.load(model);
        return { run: (...feeds) => (runs++, inner.run(...feeds)), close: () => inner.close() };
      },
    };
    const kept = trainer({ frozenLayers: 1, executor: counting });
    await kept.step(BATCH, 1e-3);
    expect([loads, runs]).toEqual([3, 3]);
    await kept.step(BATCH, 1e-3);
    expect([loads, runs]).toEqual([3, 4]);
  });
});

test("pruned weights stay zero while the rest learns", async () => {
  const toy = trainer();
  const masks = magnitudeMasks(toy.parameters(), 0.5, (name) => name.endsWith("dense.weight"));
  toy.prune(masks);
  for (let step = 0; step < 3; step++) await toy.step(BATCH, 1e-3);
  const after = toy.parameters();
  for (const [name, mask] of masks) {
    const data = after.get(name)?.data ?? new Float32Array();
    expect(data.filter((value, at) => mask[at] === 0 && value !== 0)).toHaveLength(0);
    expect(mask.filter((alive) => alive === 0)).toHaveLength(mask.length / 2);
    expect(largestDifference(after, randomWeights(1), [name])).toBeGreaterThan(0);
  }
});
