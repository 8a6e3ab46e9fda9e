/**
 * @file Activations composed of ops, written so that forward and backward touch memory as few times as possible.
 */
import type { Value } from "../graph/value";
import { erf, multiply, relu, scale, shift, sigmoid, square } from "../ops/elementwise";
import type { Activation } from "./bert-config";

/**
 * An activation as a function of a scaled input: activate(x) = after · apply(before · x). The factors go into the
 * linear layers around it, where they are free.
 */
export interface ScaledActivation {
  readonly before: number;
  readonly apply: (scaled: Value) => Value;
  readonly after: number;
}

const TANH_SLOPE = Math.sqrt(2 / Math.PI);

/** @source Hendrycks, Gimpel 2016, arXiv:1606.08415 (GELU and its tanh form) */
export const ACTIVATIONS: Readonly<Record<Activation, ScaledActivation>> = {
  // x Φ(x) with t = x/√2:  x · ½(1 + erf t) = (1/√2) · t (1 + erf t)
  gelu: { before: Math.SQRT1_2, apply: (t) => multiply(t, shift(erf(t), 1)), after: Math.SQRT1_2 },
  // ½x(1 + tanh u) = x σ(2u), u = √(2/π)(x + 0.044715x³)
  gelu_tanh: {
    before: 1,
    apply: (x) => multiply(x, sigmoid(multiply(x, shift(scale(square(x), 2 * TANH_SLOPE * 0.044715), 2 * TANH_SLOPE)))),
    after: 1,
  },
  relu: { before: 1, apply: relu, after: 1 },
};

/** The activation by itself. */
export function activate(x: Value, name: Activation): Value {
  const { before, apply, after } = ACTIVATIONS[name];
  return scale(apply(scale(x, before)), after);
}
