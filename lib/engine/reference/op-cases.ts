/**
 * @file Small expressions that together use every op, each with inputs to try it on. Run twice: against central
 * differences (op-cases.test.ts) and through onnxruntime (lib/runtime/executor-ops.test.ts). A new op needs a case.
 */
import { createRng } from "../../core/rng";
import { gradients } from "../backward";
import { sizeOf, type DataType, type Shape, type Value } from "../graph/value";
import { activate } from "../nn/activation";
import { weightedPool } from "../nn/pooling";
import * as ew from "../ops/elementwise";
import { expand, sum } from "../ops/broadcast";
import { max } from "../ops/extremes";
import { gather, oneHot, scatterAdd } from "../ops/gather";
import { constant, input } from "../ops/leaves";
import { gemm, matmul, sumRows } from "../ops/matrix";
import { concat, pad, reshape, slice, swapLast, transpose } from "../ops/movement";
import { layerNorm, logSoftmax, softmax } from "../ops/normalise";
import { tensor64, type Tensor64 } from "./tensor64";

interface CaseInput {
  readonly shape: Shape;
  /** Floats drawn from this range; default −1 to 1. */
  readonly range?: readonly [number, number];
  /** Instead: whole numbers. */
  readonly ids?: readonly number[];
}

export interface OpCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, CaseInput>>;
  build(values: Readonly<Record<string, Value>>): Value;
}

const UNIT = [-1, 1] as const;
const x = (shape: Shape, range?: readonly [number, number]): { x: CaseInput } => ({ x: { shape, ...(range ? { range } : {}) } });
const pair = (a: Shape, b: Shape): { a: CaseInput; b: CaseInput } => ({ a: { shape: a }, b: { shape: b } });
type Values = Readonly<Record<string, Value>>;
const unary = (name: string, op: (x: Value) => Value, range?: readonly [number, number]): OpCase => ({
  name,
  inputs: x([2, 3], range),
  build: (values) => op(take(values, "x")),
});
const binary = (name: string, op: (a: Value, b: Value) => Value, shapes: readonly [Shape, Shape]): OpCase => ({
  name,
  inputs: { a: { shape: shapes[0] }, b: { shape: shapes[1], range: [0.5, 2] } },
  build: (values) => op(take(values, "a"), take(values, "b")),
});

function take(values: Values, name: string): Value {
  const value = values[name];
  if (!value) throw new Error(`the case has no input "${name}"`);
  return value;
}

const shapesOf = [
  ["same shapes", [2, 3], [2, 3]],
  ["row on matrix", [2, 3], [3]],
  ["column on matrix", [2, 3], [2, 1]],
  ["both repeat", [2, 1, 3], [4, 1]],
  ["scalar", [2, 3], []],
] as const;

export const OP_CASES: readonly OpCase[] = [
  ...shapesOf.flatMap(([what, a, b]) => [
    binary(`add, ${what}`, ew.add, [a, b]),
    binary(`subtract, ${what}`, ew.subtract, [a, b]),
    binary(`multiply, ${what}`, ew.multiply, [a, b]),
    binary(`divide, ${what}`, ew.divide, [a, b]),
  ]),
  unary("exp", ew.exp),
  unary("log", ew.log, [0.5, 3]),
  unary("sqrt", ew.sqrt, [0.5, 3]),
  unary("erf near 0", ew.erf),
  unary("erf far out", ew.erf, [2.5, 5]),
  unary("tanh", ew.tanh, [-2, 2]),
  unary("sigmoid", ew.sigmoid, [-3, 3]),
  unary("relu above 0", ew.relu, [0.2, 1]),
  unary("relu below 0, beside x", (value) => ew.add(value, ew.relu(value)), [-1, -0.2]),
  unary("sign times x", (value) => ew.multiply(value, ew.sign(value)), [0.2, 1]),
  unary("detach of what has no slope", (value) => ew.multiply(value, ew.detach(ew.sign(value)))),
  unary("gelu", (value) => activate(value, "gelu"), [-3, 3]),
  unary("gelu, tanh form", (value) => activate(value, "gelu_tanh"), [-3, 3]),
  unary("a node used three times", (value) => ew.add(ew.multiply(value, value), value)),
  { name: "sum over inner axis", inputs: x([2, 3, 4]), build: (v) => sum(take(v, "x"), [1]) },
  { name: "sum over all axes", inputs: x([2, 3]), build: (v) => sum(take(v, "x"), [0, 1]) },
  { name: "max over an axis", inputs: x([2, 3, 2]), build: (v) => max(take(v, "x"), [1]) },
  { name: "expand with a new axis", inputs: x([3, 1]), build: (v) => expand(take(v, "x"), [2, 3, 4]) },
  { name: "reshape", inputs: x([2, 6]), build: (v) => reshape(take(v, "x"), [3, 4]) },
  { name: "transpose", inputs: x([2, 3, 4]), build: (v) => transpose(take(v, "x"), [2, 0, 1]) },
  { name: "swapLast", inputs: x([2, 3, 4]), build: (v) => swapLast(take(v, "x")) },
  { name: "slice", inputs: x([3, 5]), build: (v) => slice(take(v, "x"), 1, 1, 4) },
  { name: "pad", inputs: x([2, 3]), build: (v) => pad(take(v, "x"), 1, 2, 1) },
  { name: "concat", inputs: pair([2, 3], [2, 2]), build: (v) => concat([take(v, "a"), take(v, "b"), take(v, "a")], 1) },
  ...[false, true].flatMap((transposeA) =>
    [false, true].map((transposeB) => ({
      name: `gemm, transposeA ${transposeA}, transposeB ${transposeB}, with bias`,
      inputs: { ...pair(transposeA ? [3, 2] : [2, 3], transposeB ? [4, 3] : [3, 4]), c: { shape: [4] } },
      build: (v: Values) => gemm(take(v, "a"), take(v, "b"), { transposeA, transposeB, alpha: 0.7, beta: 1.3, bias: take(v, "c") }),
    })),
  ),
  { name: "gemm without bias", inputs: pair([2, 3], [3, 4]), build: (v) => gemm(take(v, "a"), take(v, "b")) },
  { name: "sumRows", inputs: x([4, 3]), build: (v) => sumRows(take(v, "x")) },
  { name: "matmul of stacks", inputs: pair([2, 2, 3, 4], [2, 2, 4, 2]), build: (v) => matmul(take(v, "a"), take(v, "b")) },
  { name: "a matrix times itself", inputs: x([3, 3]), build: (v) => matmul(take(v, "x"), take(v, "x")) },
  { name: "softmax", inputs: x([2, 2, 3], [-3, 3]), build: (v) => softmax(take(v, "x")) },
  { name: "logSoftmax", inputs: x([2, 4], [-3, 3]), build: (v) => logSoftmax(take(v, "x")) },
  {
    name: "layerNorm",
    inputs: { ...x([3, 4], [-2, 2]), gain: { shape: [4], range: [0.5, 1.5] }, bias: { shape: [4] } },
    build: (v) => layerNorm(take(v, "x"), take(v, "gain"), take(v, "bias"), 1e-6),
  },
  { name: "gather, an id twice", inputs: { table: { shape: [4, 3] }, ids: { shape: [2, 2], ids: [3, 0, 3, 1] } }, build: (v) => gather(take(v, "table"), take(v, "ids")) },
  {
    name: "oneHot picks scores",
    inputs: { ...x([3, 4]), ids: { shape: [3], ids: [2, 0, 3] } },
    build: (v) => ew.multiply(take(v, "x"), oneHot(take(v, "ids"), 4)),
  },
  {
    name: "weighted pool, padding in a text",
    inputs: { ...x([6, 4]), importance: { shape: [2, 4] } },
    build: (v) => weightedPool(take(v, "x"), constant(Float32Array.of(1, 1, 0, 1, 1, 1), [2, 3]), { importance: take(v, "importance"), epsilon: 1e-6 }),
  },
  { name: "scatterAdd, an id twice", inputs: { ...x([3, 2]), ids: { shape: [3, 1], ids: [2, 0, 2] } }, build: (v) => scatterAdd(take(v, "x"), take(v, "ids"), 4) },
];

export interface PreparedCase {
  readonly loss: Value;
  readonly result: Value;
  /** Float inputs by name, and the loss's gradient by each. */
  readonly gradients: Readonly<Record<string, Value>>;
  readonly feeds: Readonly<Record<string, Tensor64>>;
  readonly types: Readonly<Record<string, DataType>>;
}

/**
 * A case as a differentiable number: Σ (y + w) · y′ with random w, where y and y′ are built from the same inputs, so
 * that every input is used twice and every element of the result counts.
 */
export function prepareCase(one: OpCase, seed = 7): PreparedCase {
  const random = createRng(seed);
  const draw = ([low, high]: readonly [number, number]): number => Math.fround(low + (high - low) * random());
  const entries = Object.entries(one.inputs);
  const feeds = Object.fromEntries(entries.map(([name, { shape, range = UNIT, ids }]) => [name, tensor64(shape, (at) => ids?.[at] ?? draw(range))]));
  const values = Object.fromEntries(entries.map(([name, { shape, ids }]) => [name, input(name, shape, ids ? "int64" : "float32")]));
  const result = one.build(values);
  const weights = constant(Float32Array.from({ length: sizeOf(result.shape) }, () => draw(UNIT)), result.shape);
  const product = ew.multiply(ew.add(result, weights), one.build(values));
  const loss = reshape(sum(product, product.shape.map((_, axis) => axis)), []);
  const floats = entries.filter(([, { ids }]) => !ids).map(([name]) => name);
  const found = gradients(loss, floats.map((name) => take(values, name)));
  return {
    loss,
    result,
    gradients: Object.fromEntries(floats.map((name, at) => [name, found[at] as Value])),
    feeds,
    types: Object.fromEntries(entries.map(([name, { ids }]) => [name, ids ? "int64" : "float32"])),
  };
}
