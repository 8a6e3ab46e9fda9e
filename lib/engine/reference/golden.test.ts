/**
 * @file Losses, layers and their gradients against PyTorch's numbers (golden.json; golden.py wrote it, in float64).
 * Our graphs run in doubles here.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gradients } from "../backward";
import type { Value } from "../graph/value";
import { binaryCrossEntropy, crossEntropy } from "../losses/classification";
import { contrastiveLoss } from "../losses/contrastive";
import { scoreDistillation } from "../losses/distillation";
import { cosineError, marginError, meanSquaredError } from "../losses/regression";
import { rankOrder, similarityRankingLoss } from "../losses/similarity-ranking";
import { activate } from "../nn/activation";
import { conv1d, conv2d, maxPool2d } from "../nn/convolution";
import { gru } from "../nn/gru";
import { meanPool, unitRows } from "../nn/pooling";
import { sum } from "../ops/broadcast";
import { multiply } from "../ops/elementwise";
import { constant, input } from "../ops/leaves";
import { reshape } from "../ops/movement";
import { layerNorm } from "../ops/normalise";
import { evaluate } from "./evaluate";

interface Packed {
  shape: number[];
  data: number[];
}
interface GoldenCase {
  inputs: Record<string, Packed & { ids: boolean }>;
  loss: number;
  gradients: Record<string, Packed>;
}
const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as { cases: Record<string, GoldenCase> };

type Get = (name: string) => Value;
const total = (x: Value): Value => reshape(sum(x, x.shape.map((_, axis) => axis)), []);
const weighted = (x: Value, get: Get): Value => total(multiply(x, get("w")));
const floats = (shape: number[], ...data: number[]): Value => constant(Float32Array.from(data), shape);
const ignored = floats([3, 5], 0, 1, 0, 0, 0, /**/ 0, 0, 0, 0, 0, /**/ 0, 0, 0, 0, 1);

/** Golden case → the same thing built by us. */
const BUILDERS: Record<string, (get: Get) => Value> = {
  gelu: (get) => total(activate(get("x"), "gelu")),
  "gelu tanh": (get) => total(activate(get("x"), "gelu_tanh")),
  contrastive: (get) => contrastiveLoss(get("q"), get("p"), { scale: 20, symmetric: false }),
  "contrastive symmetric with ignored": (get) => contrastiveLoss(get("q"), get("p"), { scale: 20, symmetric: true, ignore: ignored }),
  "cross-entropy": (get) => crossEntropy(get("s"), get("y")),
  "cross-entropy weights smoothing": (get) => crossEntropy(get("s"), get("y"), { classWeights: floats([3], 0.5, 1, 2), smoothing: 0.1 }),
  "cross-entropy padding": (get) => crossEntropy(get("s"), get("y"), { counts: floats([4], 1, 1, 1, 0) }),
  "binary cross-entropy": (get) => binaryCrossEntropy(get("s"), get("t")),
  "mean squared error": (get) => meanSquaredError(get("a"), get("b")),
  "cosine error": (get) => cosineError(get("a"), get("b"), get("t")),
  "margin error": (get) => marginError({ query: get("q"), right: get("r"), wrong: get("w"), teacherMargin: get("m") }),
  "similarity ranking": (get) => similarityRankingLoss(get("a"), get("b"), { order: constant(rankOrder([5, 1, 3, 3]), [4, 4]), factor: 20 }),
  "score distillation": (get) => scoreDistillation(get("s"), get("t"), 2),
  "layer norm": (get) => weighted(layerNorm(get("x"), get("g"), get("b"), 1e-6), get),
  "mean pool": (get) => weighted(unitRows(meanPool(reshape(get("x"), [6, 4]), floats([2, 3], 1, 1, 0, 1, 1, 1))), get),
  gru: (get) => weighted(gru(get("x"), get, { mask: floats([2, 4], 1, 1, 1, 1, 1, 1, 1, 0) }), get),
  conv1d: (get) => weighted(conv1d(get("x"), get, { padding: 1 }), get),
  "conv2d and max pool": (get) => weighted(maxPool2d(conv2d(get("x"), get), 2), get),
};

test("every golden case is compared", () => {
  expect(Object.keys(BUILDERS).sort()).toEqual(Object.keys(golden.cases).sort());
});

describe.each(Object.entries(golden.cases))("%s", (name, one) => {
  test("loss and gradients are PyTorch's", () => {
    const inputs = Object.fromEntries(Object.entries(one.inputs).map(([key, { shape, ids }]) => [key, input(key, shape, ids ? "int64" : "float32")]));
    const loss = BUILDERS[name]?.((key) => inputs[key] as Value);
    if (!loss) throw new Error(`no builder for ${name}`);
    const names = Object.keys(one.gradients);
    const found = gradients(loss, names.map((key) => inputs[key] as Value));
    const feeds = Object.fromEntries(Object.entries(one.inputs).map(([key, { shape, data }]) => [key, { shape, data: Float64Array.from(data) }]));
    const [value, ...slopes] = evaluate([loss, ...found], feeds);
    // Constants of ours (weights, factors) are float32: seven digits where they take part.
    expect(value?.data[0]).toBeCloseTo(one.loss, 6);
    names.forEach((key, at) => one.gradients[key]?.data.forEach((expected, i) => expect(slopes[at]?.data[i], `${key}[${i}]`).toBeCloseTo(expected, 6)));
  });
});
