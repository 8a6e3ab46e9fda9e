/**
 * @file Elementwise arithmetic. Two inputs broadcast; the gradient of a broadcast input is summed down to its shape.
 */
import type { OpName } from "../graph/op-attributes";
import type { Value } from "../graph/value";
import { broadcastShape, sumTo } from "./broadcast";
import { scalar } from "./leaves";
import { applyRule, expect, float, inputsOf, type OpRule, type OpRules } from "./rule";

type Binary = "add" | "subtract" | "multiply" | "divide";
type Unary = "exp" | "log" | "sqrt" | "erf" | "tanh" | "sigmoid" | "relu" | "sign" | "detach";

const binary = (op: Binary, a: Value, b: Value): Value => applyRule<OpName>(op, elementwiseRules[op], [a, b], {});
const unary = (op: Unary, x: Value): Value => applyRule<OpName>(op, elementwiseRules[op], [x], {});

export const add = (a: Value, b: Value): Value => binary("add", a, b);
export const subtract = (a: Value, b: Value): Value => binary("subtract", a, b);
export const multiply = (a: Value, b: Value): Value => binary("multiply", a, b);
export const divide = (a: Value, b: Value): Value => binary("divide", a, b);
export const exp = (x: Value): Value => unary("exp", x);
/** Natural logarithm. */
export const log = (x: Value): Value => unary("log", x);
export const sqrt = (x: Value): Value => unary("sqrt", x);
/** Error function: 2/√π ∫₀ˣ exp(−t²) dt. */
export const erf = (x: Value): Value => unary("erf", x);
export const tanh = (x: Value): Value => unary("tanh", x);
/** 1 / (1 + exp(−x)). */
export const sigmoid = (x: Value): Value => unary("sigmoid", x);
/** max(x, 0); its gradient at 0 is 0. */
export const relu = (x: Value): Value => unary("relu", x);
/** −1, 0 or 1; its gradient is 0 everywhere. */
export const sign = (x: Value): Value => unary("sign", x);
/** The value as it is, as a constant for the backward pass. */
export const detach = (x: Value): Value => unary("detach", x);

/** x · factor. */
export const scale = (x: Value, factor: number): Value => (factor === 1 ? x : multiply(x, scalar(factor)));
/** x + amount. */
export const shift = (x: Value, amount: number): Value => (amount === 0 ? x : add(x, scalar(amount)));
/** −x, as a product: WebGPU's Neg is missing for some types, and Mul fuses better. */
export const negate = (x: Value): Value => scale(x, -1);
export const square = (x: Value): Value => multiply(x, x);

type BinaryGradient = (gradient: Value, a: Value, b: Value, result: Value) => readonly [Value, Value];

function binaryRule<K extends Binary>(op: K, opType: string, gradient: BinaryGradient): OpRule<K> {
  return {
    shape: (inputs) => {
      const [a, b] = inputsOf(op, inputs, 2);
      expect(a.type === "float32" && b.type === "float32", op, inputs, "takes float32");
      return float(broadcastShape(op, a, b));
    },
    gradient: (outer, node) => {
      const [a, b] = inputsOf(op, node.inputs, 2);
      const [toA, toB] = gradient(outer, a, b, node);
      return [sumTo(toA, a.shape), sumTo(toB, b.shape)];
    },
    emit: (_, { inputs }) => ({ opType, inputs }),
  };
}

/** @param derivative dL/dx from dL/dy, x and y; null when nothing flows */
function unaryRule<K extends Unary>(op: K, opType: string, derivative: (gradient: Value, x: Value, y: Value) => Value | null): OpRule<K> {
  return {
    shape: (inputs) => {
      const [x] = inputsOf(op, inputs, 1);
      expect(x.type === "float32", op, inputs, "takes float32");
      return float(x.shape);
    },
    gradient: (outer, node) => [derivative(outer, inputsOf(op, node.inputs, 1)[0], node)],
    emit: (_, { inputs }) => ({ opType, inputs }),
  };
}

const LOG_TWO_OVER_ROOT_PI = Math.log(2 / Math.sqrt(Math.PI));

export const elementwiseRules: OpRules<Binary | Unary> = {
  // d(a + b) = da + db
  add: binaryRule("add", "Add", (g) => [g, g]),
  // d(a − b) = da − db
  subtract: binaryRule("subtract", "Sub", (g) => [g, negate(g)]),
  // d(ab) = b da + a db
  multiply: binaryRule("multiply", "Mul", (g, a, b) => [multiply(g, b), multiply(g, a)]),
  // d(a/b) = da/b − (a/b)/b db
  divide: binaryRule("divide", "Div", (g, _a, b, y) => [divide(g, b), negate(divide(multiply(g, y), b))]),
  // d eˣ = eˣ dx
  exp: unaryRule("exp", "Exp", (g, _x, y) => multiply(g, y)),
  // d ln x = dx/x
  log: unaryRule("log", "Log", (g, x) => divide(g, x)),
  // d√x = dx / (2√x)
  sqrt: unaryRule("sqrt", "Sqrt", (g, _x, y) => divide(scale(g, 0.5), y)),
  // d erf x = 2/√π exp(−x²) dx; the factor goes into the exponent, which saves two passes over memory
  erf: unaryRule("erf", "Erf", (g, x) => multiply(g, exp(subtract(scalar(LOG_TWO_OVER_ROOT_PI), square(x))))),
  // d tanh x = (1 − tanh²x) dx
  tanh: unaryRule("tanh", "Tanh", (g, _x, y) => multiply(g, subtract(scalar(1), square(y)))),
  // dσ = σ(1 − σ) dx
  sigmoid: unaryRule("sigmoid", "Sigmoid", (g, _x, y) => multiply(g, multiply(y, subtract(scalar(1), y)))),
  // d max(x, 0) = [x > 0] dx
  relu: unaryRule("relu", "Relu", (g, _x, y) => multiply(g, sign(y))),
  sign: unaryRule("sign", "Sign", () => null),
  detach: unaryRule("detach", "Identity", () => null),
};
