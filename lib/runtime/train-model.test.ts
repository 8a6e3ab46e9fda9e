/**
 * @file The general trainer on toys, through onnxruntime: each kind of layer and head learns something it could not
 * know, accumulation equals one large batch, adapters leave the base alone.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { createRng } from "../core/rng";
import { gradients } from "../engine/backward";
import type { Executor, HostTensor } from "../engine/executor";
import type { Shape, Value } from "../engine/graph/value";
import { crossEntropy } from "../engine/losses/classification";
import { contrastiveLoss } from "../engine/losses/contrastive";
import { maskedLmDims, maskedLmLoss, perplexity } from "../engine/losses/masked-lm";
import { mean, meanSquaredError } from "../engine/losses/regression";
import type { NamedTensors } from "../engine/named-tensors";
import { bert } from "../engine/nn/bert";
import { bertTensorDims, type BertConfig } from "../engine/nn/bert-config";
import { conv1d, conv1dDims, globalMaxPool } from "../engine/nn/convolution";
import { dropout, dropoutMask } from "../engine/nn/dropout";
import { gru, gruDims } from "../engine/nn/gru";
import { linear } from "../engine/nn/linear";
import { adaptQueries, loraDims, loraWeights, mergeLora, QUERY_ADAPTER } from "../engine/nn/lora";
import { mlp, mlpDims } from "../engine/nn/mlp";
import { unitRows } from "../engine/nn/pooling";
import { under } from "../engine/nn/weights";
import { add } from "../engine/ops/elementwise";
import { reshape, slice } from "../engine/ops/movement";
import { createEarlyStopping } from "../engine/train/early-stopping";
import { createModelTrainer, type ModelTrainer, type ModelTrainerOptions } from "../engine/train/model-trainer";
import { createExecutor } from "./executor";

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0, clipNorm: 0 };
let executor: Executor;
beforeAll(async () => {
  executor = await createExecutor({ threads: 1 });
});

function drawn(dims: ReadonlyMap<string, Shape>, seed: number, size = 0.5): Map<string, { dims: Shape; data: Float32Array }> {
  const random = createRng(seed);
  return new Map([...dims].map(([name, shape]) => [name, { dims: shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => (name.includes("LayerNorm.weight") ? 1 : 0) + (2 * random() - 1) * size) }]));
}
const prefixed = (prefix: string, dims: ReadonlyMap<string, Shape>): [string, Shape][] => [...dims].map(([name, shape]) => [`${prefix}.${name}`, shape]);
const floats = (shape: Shape, values: Iterable<number>): HostTensor => ({ shape, data: Float32Array.from(values) });
const labels = (...values: number[]): HostTensor => ({ shape: [values.length], data: BigInt64Array.from(values, BigInt) });

async function train(trainer: ModelTrainer, feeds: Readonly<Record<string, HostTensor>>, { steps, rate }: { steps: number; rate: number }): Promise<{ first: number; last: number }> {
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) losses.push((await trainer.step(feeds, rate)).loss);
  return { first: losses[0] ?? Number.NaN, last: losses.at(-1) ?? Number.NaN };
}

const model = (options: Omit<ModelTrainerOptions, "executor" | "optimizer">): ModelTrainer => createModelTrainer({ executor, optimizer: ADAM, ...options });

describe("XOR by a perceptron", () => {
  const feeds = { x: floats([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]), y: labels(0, 1, 1, 0) };
  const net = (parameters: NamedTensors = drawn(mlpDims([2, 8, 2]), 3)): ModelTrainer =>
    model({
      parameters,
      loss: ({ weights, input }) => crossEntropy(mlp(input("x"), weights, { layers: 2, activation: "gelu" }), input("y")),
      predict: ({ weights, input }) => {
        const scores = mlp(input("x"), weights, { layers: 2, activation: "gelu" });
        const first = slice(slice(scores, 0, 1, 2), 1, 1, 2);
        return { scores, slope: gradients(reshape(first, []), [input("x")])[0] as Value };
      },
    });

  test("learns it, and tells by which inputs", async () => {
    const trainer = net();
    const { first, last } = await train(trainer, feeds, { steps: 150, rate: 0.03 });
    expect(first).toBeGreaterThan(0.4);
    expect(last).toBeLessThan(0.05);
    const { scores, slope } = await trainer.predict({ x: feeds.x });
    const guesses = [0, 1, 2, 3].map((row) => Number((scores?.data[row * 2 + 1] ?? 0) > (scores?.data[row * 2] ?? 0)));
    expect(guesses).toEqual([0, 1, 1, 0]);
    // Input gradients: by central differences through the trained net itself.
    const nudged = async (change: number): Promise<number> => Number((await trainer.predict({ x: floats([4, 2], [0, 0, change, 1, 1, 0, 1, 1]) }))["scores"]?.data[3]);
    const numeric = ((await nudged(1e-2)) - (await nudged(-1e-2))) / 2e-2;
    expect(slope?.data[2]).toBeCloseTo(numeric, 1);
    expect(slope?.data[0]).toBe(0);
    await trainer.close();
  });

  test("several small batches make the step of one large one", async () => {
    const [large, small] = [net(), net()];
    const row = (at: number): Record<string, HostTensor> => ({ x: floats([1, 2], (feeds.x.data as Float32Array).subarray(at * 2, at * 2 + 2)), y: labels(Number(feeds.y.data[at])) });
    const sum = await small.stepOver([0, 1, 2, 3].map(row), 0.01);
    const whole = await large.step(feeds, 0.01);
    expect(sum.loss / 4).toBeCloseTo(whole.loss, 5);
    expect(sum.gradientNorm / 4).toBeCloseTo(whole.gradientNorm, 5);
    expect(await small.evaluate(feeds)).toBeCloseTo(await large.evaluate(feeds), 4);
    await Promise.all([large.close(), small.close()]);
  });

  test("resumes bit for bit", async () => {
    const [whole, first, second] = [net(), net(), net(drawn(mlpDims([2, 8, 2]), 9))];
    await train(whole, feeds, { steps: 6, rate: 0.01 });
    await train(first, feeds, { steps: 3, rate: 0.01 });
    second.restore(first.state());
    await train(second, feeds, { steps: 3, rate: 0.01 });
    expect([...second.parameters()]).toEqual([...whole.parameters()]);
    await Promise.all([whole, first, second].map((one) => one.close()));
  });
});

test("a GRU learns an order that no bag of tokens shows", async () => {
  // Is the 1 before the −1?
  const rows = [[1, -1, 0], [-1, 1, 0], [0, 1, -1], [0, -1, 1], [1, 0, -1], [-1, 0, 1]];
  const feeds = { x: floats([6, 3, 1], rows.flat()), mask: floats([6, 3], rows.flat().map(() => 1)), y: labels(0, 1, 0, 1, 0, 1) };
  const trainer = model({
    parameters: drawn(new Map([...prefixed("gru", gruDims({ width: 1, hidden: 6 })), ["head.weight", [2, 6]], ["head.bias", [2]]]), 4),
    loss: ({ weights, input }) => {
      const states = gru(input("x"), under(weights, "gru"), { mask: input("mask") });
      return crossEntropy(linear(reshape(slice(states, 1, 2, 3), [6, 6]), weights, "head"), input("y"));
    },
  });
  const { first, last } = await train(trainer, feeds, { steps: 120, rate: 0.05 });
  expect(first).toBeGreaterThan(0.5);
  expect(last).toBeLessThan(0.1);
  await trainer.close();
});

test("a convolution finds a pattern wherever it stands", async () => {
  const rows = [[1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 1, 1], [1, 0, 1, 0, 0, 0], [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1]];
  const feeds = { x: floats([6, 1, 6], rows.flat()), y: labels(1, 1, 1, 0, 0, 0) };
  const trainer = model({
    parameters: drawn(new Map([...prefixed("conv", conv1dDims({ channels: 1, filters: 4, width: 2 })), ["head.weight", [2, 4]], ["head.bias", [2]]]), 5),
    loss: ({ weights, input }) => crossEntropy(linear(globalMaxPool(conv1d(input("x"), under(weights, "conv"))), weights, "head"), input("y")),
  });
  expect((await train(trainer, feeds, { steps: 150, rate: 0.05 })).last).toBeLessThan(0.1);
  await trainer.close();
});

test("two heads learn on one body at once, and a frozen body leaves the learning to them", async () => {
  const dims = new Map<string, Shape>([...prefixed("body", mlpDims([3, 8])), ["sum.weight", [1, 8]], ["sum.bias", [1]], ["sign.weight", [2, 8]], ["sign.bias", [2]]]);
  const random = createRng(8);
  const x = Float32Array.from({ length: 30 }, () => 2 * random() - 1);
  const total = Float32Array.from({ length: 10 }, (_, row) => x.subarray(row * 3, row * 3 + 3).reduce((a, b) => a + b, 0));
  const feeds = { x: floats([10, 3], x), total: floats([10, 1], total), sign: labels(...[...total].map((value) => Number(value > 0))) };
  const options = {
    parameters: drawn(dims, 6),
    loss: ({ weights, input }: Parameters<ModelTrainerOptions["loss"]>[0]) => {
      const body = linear(input("x"), weights, "body.0");
      return add(meanSquaredError(linear(body, weights, "sum"), input("total")), crossEntropy(linear(body, weights, "sign"), input("sign")));
    },
  };
  const [both, heads] = [model(options), model({ ...options, freeze: (name) => name.startsWith("body.") })];
  const { first, last } = await train(both, feeds, { steps: 100, rate: 0.03 });
  expect(last).toBeLessThan(0.2 * first);
  await train(heads, feeds, { steps: 3, rate: 0.03 });
  expect(heads.parameters().get("body.0.weight")).toEqual(options.parameters.get("body.0.weight"));
  expect(heads.parameters().get("sum.weight")).not.toEqual(options.parameters.get("sum.weight"));
  await Promise.all([both.close(), heads.close()]);
});

describe("adapters", () => {
  test("LoRA learns without touching the base, and merges into it", async () => {
    const dims = new Map<string, Shape>([["layer.weight", [4, 6]], ["layer.bias", [4]]]);
    const lora = { targets: ["layer.weight"], rank: 2, alpha: 4 };
    const parameters = new Map([...drawn(dims, 1), ...drawn(loraDims(dims, lora), 2)]);
    parameters.set("layer.weight.lora_B", { dims: [4, 2], data: new Float32Array(8) });
    const feeds = { x: floats([5, 6], drawn(new Map([["x", [5, 6]]]), 3).get("x")?.data ?? []), y: floats([5, 4], new Float32Array(20).fill(0.5)) };
    const build = (adapted: boolean) => ({ weights, input }: Parameters<ModelTrainerOptions["loss"]>[0]) => meanSquaredError(linear(input("x"), adapted ? loraWeights(weights, lora) : weights, "layer"), input("y"));
    const trainer = model({ parameters, loss: build(true), freeze: (name) => !name.includes("lora") });
    const { first, last } = await train(trainer, feeds, { steps: 80, rate: 0.03 });
    expect(last).toBeLessThan(0.5 * first);
    expect(trainer.parameters().get("layer.weight")).toEqual(parameters.get("layer.weight"));
    const merged = mergeLora(trainer.parameters(), lora);
    expect([...merged.keys()]).toEqual(["layer.weight", "layer.bias"]);
    const plain = model({ parameters: merged, loss: build(false) });
    expect(await plain.evaluate(feeds)).toBeCloseTo(await trainer.evaluate(feeds), 5);
    await Promise.all([trainer.close(), plain.close()]);
  });

  test("the query adapter moves queries towards passages that stay where they are", async () => {
    const identity = Float32Array.from({ length: 16 }, (_, at) => Number(at % 5 === 0));
    const vectors = drawn(new Map([["q", [3, 4]], ["p", [3, 4]]]), 12);
    const feeds = { q: { shape: [3, 4], data: vectors.get("q")?.data ?? new Float32Array() }, p: { shape: [3, 4], data: vectors.get("p")?.data ?? new Float32Array() } };
    const trainer = model({
      parameters: new Map([[QUERY_ADAPTER, { dims: [4, 4], data: identity }]]),
      loss: ({ weights, input }) => contrastiveLoss(adaptQueries(input("q"), weights), unitRows(input("p")), { scale: 10, symmetric: false }),
    });
    const { first, last } = await train(trainer, feeds, { steps: 60, rate: 0.03 });
    expect(last).toBeLessThan(0.5 * first);
    await trainer.close();
  });
});

test("a masked word is learnt from its neighbours, word table and all", async () => {
  const config: BertConfig = { vocabSize: 12, hiddenSize: 16, layers: 1, heads: 2, intermediateSize: 32, activation: "gelu", maxPositions: 8, tokenTypes: 2, layerNormEps: 1e-12 };
  const MASK = 11;
  const rows = [[1, MASK, 3, 4], [5, MASK, 7, 8]];
  const feeds = {
    ids: { shape: [2, 4], data: BigInt64Array.from(rows.flat(), BigInt) },
    mask: floats([2, 4], rows.flat().map(() => 1)),
    positions: labels(1, 5, 0),
    hidden: labels(2, 6, 0),
    counts: floats([3], [1, 1, 0]),
  };
  const trainer = model({
    parameters: drawn(new Map([...bertTensorDims(config), ...maskedLmDims(config)]), 7, 0.15),
    // Token types and the positions beyond the fourth have no gradient of their own use here; all others learn.
    loss: ({ weights, input }) => {
      const { states } = bert(config, weights, { ids: input("ids"), mask: input("mask") });
      return maskedLmLoss(states, { positions: input("positions"), labels: input("hidden"), counts: input("counts") }, { weights, config });
    },
  });
  const { first, last } = await train(trainer, feeds, { steps: 40, rate: 0.01 });
  expect(perplexity(first)).toBeGreaterThan(6);
  expect(perplexity(last)).toBeLessThan(1.2);
  await trainer.close();
});

describe("dropout", () => {
  test("drops the given share, keeps the mean, repeats with its seed, and passes gradients through what is left", async () => {
    const mask = dropoutMask([100, 100], { rate: 0.3, seed: 5 });
    const values = mask.data as Float32Array;
    expect(values.filter((value) => value === 0).length / 1e4).toBeCloseTo(0.3, 1);
    expect(values.reduce((a, b) => a + b, 0) / 1e4).toBeCloseTo(1, 1);
    expect(dropoutMask([100, 100], { rate: 0.3, seed: 5 })).toEqual(mask);
    expect(dropoutMask([100, 100], { rate: 0.3, seed: 6 })).not.toEqual(mask);
    const trainer = model({
      parameters: new Map([["w", { dims: [2, 2], data: new Float32Array(4) }]]),
      loss: ({ weights }) => mean(dropout(weights("w"), "mask")),
      freeze: (name) => name !== "w",
    });
    await expect(trainer.step({}, 1)).rejects.toThrow();
    const fed = { mask: floats([2, 2], [0, 2, 2, 0]) };
    const { gradientNorm } = await trainer.step(fed, 1e-3);
    expect(gradientNorm).toBeCloseTo(Math.sqrt(2 * 0.5 ** 2), 6);
    expect([...(trainer.parameters().get("w")?.data ?? [])].map((value) => Math.round(value * 1e6))).toEqual([0, -1000, -1000, 0]);
    await trainer.close();
  });
});

test("early stopping waits as long as it was told, and knows the best", () => {
  const stopping = createEarlyStopping({ greaterIsBetter: false, patience: 2, minGain: 0.01 });
  const seen = [1, 0.8, 0.795, 0.81, 0.5].map((loss) => stopping.observe(loss));
  expect(seen.map(({ isBest }) => isBest)).toEqual([true, true, false, false, true]);
  expect(seen.map(({ shouldStop }) => shouldStop)).toEqual([false, false, false, true, false]);
});
