/**
 * @file TrainedTensors: a model's weights with the optimizer's moments and gradient buffers, and the one update that
 * moves them. Tensors with two axes or more decay; biases and norms do not.
 */
import { invariant } from "../../core/invariant";
import type { HostTensor } from "../executor";
import { isSameShape, type Shape } from "../graph/value";
import type { NamedTensor, NamedTensors } from "../named-tensors";
import { clipFactor, createMoments, sumSquares, updateDense, updateRows, type AdamWOptions, type Moments, type Update } from "../optim/adamw";
import type { RowGradients } from "../optim/row-gradients";
import { zeros } from "./compiled-graph";

export interface OptimizerOptions extends AdamWOptions {
  /** Largest global gradient norm; 0 = no clipping. */
  readonly clipNorm: number;
}

/** Everything that the next update depends on: restoring it continues bit for bit on the CPU. */
export interface TrainerState {
  /** Updates done. */
  readonly updates: number;
  readonly parameters: NamedTensors;
  /** Running means of gradients, and of their squares, of the tensors that learn. */
  readonly first: NamedTensors;
  readonly second: NamedTensors;
}

export interface TrainedTensors {
  /** Every weight by name, to feed; updated in place. */
  readonly weights: Readonly<Record<string, HostTensor>>;
  /** Names of the tensors that learn. */
  readonly trained: readonly string[];
  /** Where a run writes the gradient of each densely trained tensor. */
  readonly gradients: ReadonlyMap<string, HostTensor>;
  /** Adds the gradients of the last run to those that the next update applies. Without it, the last run's alone count. */
  accumulate(): void;
  /** Forgets what was accumulated. */
  discard(): void;
  /** Clips and applies the gradients. @param sparse row gradients by tensor name @returns the norm before clipping */
  update(learningRate: number, sparse: ReadonlyMap<string, RowGradients>): number;
  /** From now on the masked weights are and stay 0: 1 = lives, 0 = pruned, one entry per number of the tensor. */
  prune(masks: ReadonlyMap<string, Uint8Array>): void;
  parameters(): NamedTensors;
  state(): TrainerState;
  restore(state: TrainerState): void;
}

export interface TrainedTensorsOptions {
  readonly dims: ReadonlyMap<string, Shape>;
  /** Copied. */
  readonly parameters: NamedTensors;
  readonly optimizer: OptimizerOptions;
  readonly freeze?: (name: string) => boolean;
  /** Tensors whose gradients come by rows. */
  readonly sparse: readonly string[];
}

/** @throws a broken assumption when a tensor is missing or has other sizes than `dims` says */
export function createTrainedTensors(options: TrainedTensorsOptions): TrainedTensors {
  const { dims, optimizer, freeze = () => false } = options;
  const weights = copyInto(dims, options.parameters);
  const trained = [...dims.keys()].filter((name) => !freeze(name));
  const moments = new Map<string, Moments>(trained.map((name) => [name, createMoments(dataOf(weights, name).length)]));
  const dense = trained.filter((name) => !options.sparse.includes(name));
  const gradients = new Map(dense.map((name) => [name, zeros(dims.get(name) ?? [])]));
  const sums = new Map<string, Float32Array>();
  let pruned: ReadonlyMap<string, Uint8Array> = new Map();
  let updates = 0;

  const snapshot = (arrays: (name: string) => Float32Array, names: Iterable<string>): NamedTensors =>
    new Map([...names].map((name): [string, NamedTensor] => [name, { dims: dims.get(name) ?? [], data: arrays(name).slice() }]));
  const momentsOf = (name: string): Moments => {
    const found = moments.get(name);
    invariant(found, () => `tensor "${name}" is frozen`);
    return found;
  };

  return {
    weights,
    trained,
    gradients,
    accumulate() {
      for (const [name, { data }] of gradients) addTo(sums, name, data as Float32Array);
    },
    discard: () => sums.clear(),
    update(learningRate, sparse) {
      const collected = [...sparse].map(([name, rows]) => ({ name, ...rows.collect() }));
      const denseGradients = dense.map((name) => ({ name, gradient: sums.get(name) ?? (gradients.get(name)?.data as Float32Array) }));
      sums.clear();
      let total = 0;
      for (const { gradient } of denseGradients) total += sumSquares(gradient);
      for (const { gradient } of collected) total += sumSquares(gradient);
      const norm = Math.sqrt(total);
      if (!Number.isFinite(norm)) return norm;
      const shared = { ...optimizer, learningRate, step: ++updates, gradientScale: clipFactor(norm, optimizer.clipNorm) };
      const updateFor = (name: string): Update => ({ ...shared, weightDecay: (dims.get(name)?.length ?? 0) >= 2 ? optimizer.weightDecay : 0 });
      for (const { name, gradient } of denseGradients) updateDense(dataOf(weights, name), gradient, momentsOf(name), updateFor(name));
      for (const { name, rows, gradient } of collected) {
        updateRows(dataOf(weights, name), { rows, gradient }, momentsOf(name), { ...updateFor(name), width: dims.get(name)?.at(-1) ?? 1 });
      }
      applyMasks(weights, pruned);
      return norm;
    },
    prune(masks) {
      pruned = masks;
      applyMasks(weights, masks);
    },
    parameters: () => snapshot((name) => dataOf(weights, name), dims.keys()),
    state: () => ({
      updates,
      parameters: snapshot((name) => dataOf(weights, name), dims.keys()),
      first: snapshot((name) => momentsOf(name).first, trained),
      second: snapshot((name) => momentsOf(name).second, trained),
    }),
    restore(state) {
      for (const name of dims.keys()) dataOf(weights, name).set(tensorOf(state.parameters, name, dims));
      for (const name of trained) {
        momentsOf(name).first.set(tensorOf(state.first, name, dims));
        momentsOf(name).second.set(tensorOf(state.second, name, dims));
      }
      updates = state.updates;
    },
  };
}

function addTo(sums: Map<string, Float32Array>, name: string, gradient: Float32Array): void {
  const sofar = sums.get(name);
  if (!sofar) sums.set(name, gradient.slice());
  else for (let at = 0; at < gradient.length; at++) sofar[at] = (sofar[at] as number) + (gradient[at] as number);
}

function applyMasks(weights: Readonly<Record<string, HostTensor>>, masks: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, mask] of masks) {
    const data = dataOf(weights, name);
    invariant(mask.length === data.length, () => `the mask of "${name}" has ${mask.length} entries, the tensor ${data.length}`);
    for (let at = 0; at < data.length; at++) if (mask[at] === 0) data[at] = 0;
  }
}

function copyInto(dims: ReadonlyMap<string, Shape>, parameters: NamedTensors): Record<string, HostTensor> {
  return Object.fromEntries([...dims].map(([name, shape]) => [name, { shape, data: tensorOf(parameters, name, dims).slice() }]));
}

function tensorOf(tensors: NamedTensors, name: string, dims: ReadonlyMap<string, Shape>): Float32Array {
  const tensor = tensors.get(name);
  const shape = dims.get(name) ?? [];
  invariant(tensor, () => `tensor "${name}" is missing`);
  invariant(isSameShape(tensor.dims, shape), () => `tensor "${name}" is [${tensor.dims.join(", ")}], expected [${shape.join(", ")}]`);
  return tensor.data;
}

function dataOf(weights: Readonly<Record<string, HostTensor>>, name: string): Float32Array {
  const data = weights[name]?.data;
  invariant(data instanceof Float32Array, () => `tensor "${name}" is missing`);
  return data;
}
