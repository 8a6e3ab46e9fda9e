/**
 * @file Linear layer and layer norm on named weights, in the hub's layout (weight [out, in], bias [out]).
 */
import type { Value } from "../graph/value";
import { add, scale } from "../ops/elementwise";
import { gemm } from "../ops/matrix";
import { layerNorm } from "../ops/normalise";
import type { Weights } from "./weights";

/** factor · (x Wᵀ + b): [rows, in] → [rows, out]. A factor costs nothing here. */
export function linear(x: Value, weights: Weights, name: string, factor = 1): Value {
  const product = gemm(x, weights(`${name}.weight`), { transposeB: true, alpha: factor });
  return add(product, scale(weights(`${name}.bias`), factor));
}

/** @param x [rows, width] */
export function norm(x: Value, weights: Weights, name: string, epsilon: number): Value {
  return layerNorm(x, weights(`${name}.weight`), weights(`${name}.bias`), epsilon);
}
