/**
 * @file Multi-layer perceptron: linear layers with an activation between them.
 */
import type { Value } from "../graph/value";
import { activate } from "./activation";
import type { Activation } from "./bert-config";
import { linear } from "./linear";
import type { Weights } from "./weights";

/** Tensors `0.weight`, `0.bias`, `1.weight` … @param widths input, hidden …, output */
export function mlpDims(widths: readonly number[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    widths.slice(1).flatMap((out, layer): [string, readonly number[]][] => [
      [`${layer}.weight`, [out, widths[layer] as number]],
      [`${layer}.bias`, [out]],
    ]),
  );
}

/** @param x [rows, in] @param layers number of linear layers @returns [rows, out]; the last layer has no activation */
export function mlp(x: Value, weights: Weights, { layers, activation }: { layers: number; activation: Activation }): Value {
  let y = x;
  for (let layer = 0; layer < layers; layer++) {
    y = linear(y, weights, String(layer));
    if (layer < layers - 1) y = activate(y, activation);
  }
  return y;
}
