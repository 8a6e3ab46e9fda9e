/**
 * @file evaluate: runs a graph in doubles, value by value, and measures gradients by central differences. The oracle of
 * the engine's tests; trains nothing.
 */
import { reachable } from "../graph/reachable";
import type { OpName } from "../graph/op-attributes";
import type { Value } from "../graph/value";
import { KERNELS, type ComputedOp } from "./kernels";
import type { Tensor64 } from "./tensor64";

/** By input name. */
export type Feeds64 = Readonly<Record<string, Tensor64>>;

/** @returns the outputs' numbers, in order */
export function evaluate(outputs: readonly Value[], feeds: Feeds64): Tensor64[] {
  const known = new Map<Value, Tensor64>();
  const lookUp = (value: Value): Tensor64 => {
    const tensor = known.get(value);
    if (!tensor) throw new Error(`${value.op} #${value.id} is not computed yet`);
    return tensor;
  };
  for (const value of reachable(outputs)) known.set(value, compute(value, feeds, lookUp));
  return outputs.map(lookUp);
}

function compute(value: Value, feeds: Feeds64, lookUp: (value: Value) => Tensor64): Tensor64 {
  if (isOp(value, "input")) {
    const fed = feeds[value.attributes.name];
    if (!fed) throw new Error(`input "${value.attributes.name}" is not fed`);
    return fed;
  }
  if (isOp(value, "constant")) return { shape: value.shape, data: Float64Array.from(value.attributes.data as ArrayLike<number | bigint>, Number) };
  // A part is computed from its node's inputs, because a node's own result is only its first output.
  const sources = isOp(value, "part") ? (value.inputs[0]?.inputs ?? []) : value.inputs;
  const kernel = KERNELS[value.op as ComputedOp] as (node: Value, inputs: readonly Tensor64[]) => Tensor64;
  return kernel(value, sources.map(lookUp));
}

function isOp<K extends OpName>(value: Value, op: K): value is Value<K> {
  return value.op === op;
}

/**
 * d(loss)/d(input) by moving every number of one input a little up and down.
 *
 * @param loss scalar
 * @param step the central difference's error grows with step², its rounding with 1/step; 1e-5 suits doubles near 1
 */
export function differences(loss: Value, feeds: Feeds64, name: string, step = 1e-5): Float64Array {
  const fed = feeds[name];
  if (!fed) throw new Error(`input "${name}" is not fed`);
  const lossAt = (at: number, change: number): number => {
    const data = fed.data.slice();
    data[at] = (data[at] as number) + change;
    return evaluate([loss], { ...feeds, [name]: { shape: fed.shape, data } })[0]?.data[0] as number;
  };
  return fed.data.map((_, at) => (lossAt(at, step) - lossAt(at, -step)) / (2 * step));
}
