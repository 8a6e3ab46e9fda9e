/**
 * @file Weights of a graph: hub name → value. `inputWeights` makes one graph input per tensor, so the same file serves
 * every state of training.
 */
import { invariant } from "../../core/invariant";
import type { Shape, Value } from "../graph/value";
import { input } from "../ops/leaves";

export type Weights = (name: string) => Value;

/** @param dims hub name → sizes; asking for another name is a broken assumption */
export function inputWeights(dims: ReadonlyMap<string, Shape>): Weights {
  const made = new Map<string, Value>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const shape = dims.get(name);
    invariant(shape, () => `the model has no tensor "${name}"`);
    const value = input(name, shape);
    made.set(name, value);
    return value;
  };
}

/** The weights below a prefix: `under(weights, "encoder.layer.0")("output.dense.bias")`. */
export function under(weights: Weights, prefix: string): Weights {
  return (name) => weights(`${prefix}.${name}`);
}
