/**
 * @file TrainedTensors: a model's weights with the optimizer's moments and gradient buffers, and the one update that
 * moves them. Tensors with two axes or more decay; biases and norms do not.
 */
import { invariant } from "../../core/invariant";
import type { HostTensor } from "../executor";
import { isSameShape, sizeOf, type Shape } from "../graph/value";
import type { NamedTensor, NamedTensors } from "../named-tensors";
import { clipFactor, createMoments, sumSquares, updateDense, updateRows, type AdamWOptions, type Moments, type Update } from "../optim/adamw";
import type { RowGradients } from "../optim/row-gradients";

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
  /** Clips and applies the gradients. @param sparse row gradients by tensor name @returns the norm before clipping */
  update(learningRate: number, sparse: ReadonlyMap<string, RowGradients>): number;
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
    update(learningRate, sparse) {
      const collected = [...sparse].map(([name, rows]) => ({ name, ...rows.collect() }));
      let total = 0;
      for (const { data } of gradients.values()) total += sumSquares(data as Float32Array);
      for (const { gradient } of collected) total += sumSquares(gradient);
      const norm = Math.sqrt(total);
      if (!Number.isFinite(norm)) return norm;
      const shared = { ...optimizer, learningRate, step: ++updates, gradientScale: clipFactor(norm, optimizer.clipNorm) };
      const updateFor = (name: string): Update => ({ ...shared, weightDecay: (dims.get(name)?.length ?? 0) >= 2 ? optimizer.weightDecay : 0 });
      for (const [name, { data }] of gradients) updateDense(dataOf(weights, name), data as Float32Array, momentsOf(name), updateFor(name));
      for (const { name, rows, gradient } of collected) {
        updateRows(dataOf(weights, name), { rows, gradient }, momentsOf(name), { ...updateFor(name), width: dims.get(name)?.at(-1) ?? 1 });
      }
      return norm;
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

function zeros(shape: Shape): HostTensor {
  return { data: new Float32Array(sizeOf(shape)), shape };
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
