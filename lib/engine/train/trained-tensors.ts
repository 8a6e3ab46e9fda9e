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
  /**
   * Multiplies the learning rate of the tables whose gradients come by rows; default 1. Adam moves a row by about one
   * rate each time it is seen: a word of few texts hardly leaves its first random place at a rate fit for the layers.
   */
  readonly rowRate?: number;
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
  return new OwnTensors(options);
}

class OwnTensors implements TrainedTensors {
  readonly weights: Readonly<Record<string, HostTensor>>;
  readonly trained: readonly string[];
  readonly gradients: ReadonlyMap<string, HostTensor>;
  readonly #dims: ReadonlyMap<string, Shape>;
  readonly #optimizer: OptimizerOptions;
  readonly #moments: ReadonlyMap<string, Moments>;
  /** Accumulated gradients; empty = the last run's count alone. */
  readonly #sums = new Map<string, Float32Array>();
  #pruned: ReadonlyMap<string, Uint8Array> = new Map();
  #updates = 0;

  constructor({ dims, optimizer, parameters, sparse, freeze = () => false }: TrainedTensorsOptions) {
    this.#dims = dims;
    this.#optimizer = optimizer;
    this.weights = copyInto(dims, parameters);
    this.trained = [...dims.keys()].filter((name) => !freeze(name));
    this.#moments = new Map(this.trained.map((name) => [name, createMoments(dataOf(this.weights, name).length)]));
    const dense = this.trained.filter((name) => !sparse.includes(name));
    this.gradients = new Map(dense.map((name) => [name, zeros(dims.get(name) ?? [])]));
  }

  accumulate(): void {
    for (const [name, { data }] of this.gradients) addTo(this.#sums, name, data as Float32Array);
  }

  discard(): void {
    this.#sums.clear();
  }

  update(learningRate: number, sparse: ReadonlyMap<string, RowGradients>): number {
    const dense = [...this.gradients].map(([name, { data }]) => ({ name, gradient: this.#sums.get(name) ?? (data as Float32Array) }));
    const byRows = [...sparse].map(([name, rows]) => ({ name, ...rows.collect() }));
    this.discard();
    const norm = Math.sqrt([...dense, ...byRows].reduce((total, { gradient }) => total + sumSquares(gradient), 0));
    if (!Number.isFinite(norm)) return norm;
    const gradientScale = clipFactor(norm, this.#optimizer.clipNorm);
    const { rowRate = 1 } = this.#optimizer;
    const shared = { ...this.#optimizer, learningRate, step: ++this.#updates, gradientScale };
    for (const { name, gradient } of dense) updateDense(dataOf(this.weights, name), gradient, this.#momentsOf(name), this.#withDecay(name, shared));
    for (const { name, rows, gradient } of byRows) {
      const width = this.#dims.get(name)?.at(-1) ?? 1;
      updateRows(dataOf(this.weights, name), { rows, gradient }, this.#momentsOf(name), { ...this.#withDecay(name, shared), learningRate: learningRate * rowRate, width });
    }
    applyMasks(this.weights, this.#pruned);
    return norm;
  }

  prune(masks: ReadonlyMap<string, Uint8Array>): void {
    this.#pruned = masks;
    applyMasks(this.weights, masks);
  }

  parameters(): NamedTensors {
    return this.#copies((name) => dataOf(this.weights, name), this.#dims.keys());
  }

  state(): TrainerState {
    return {
      updates: this.#updates,
      parameters: this.parameters(),
      first: this.#copies((name) => this.#momentsOf(name).first, this.trained),
      second: this.#copies((name) => this.#momentsOf(name).second, this.trained),
    };
  }

  restore(state: TrainerState): void {
    for (const name of this.#dims.keys()) dataOf(this.weights, name).set(tensorOf(state.parameters, name, this.#dims));
    for (const name of this.trained) {
      this.#momentsOf(name).first.set(tensorOf(state.first, name, this.#dims));
      this.#momentsOf(name).second.set(tensorOf(state.second, name, this.#dims));
    }
    this.#updates = state.updates;
  }

  #withDecay(name: string, update: Update): Update {
    const isMatrix = (this.#dims.get(name)?.length ?? 0) >= 2;
    return isMatrix ? update : { ...update, weightDecay: 0 };
  }

  #momentsOf(name: string): Moments {
    const found = this.#moments.get(name);
    invariant(found, () => `tensor "${name}" is frozen`);
    return found;
  }

  #copies(arrays: (name: string) => Float32Array, names: Iterable<string>): NamedTensors {
    return new Map([...names].map((name): [string, NamedTensor] => [name, { dims: this.#dims.get(name) ?? [], data: arrays(name).slice() }]));
  }
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
