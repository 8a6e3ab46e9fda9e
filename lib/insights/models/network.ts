/**
 * @file A small network by the engine: linear layers with GELU on standardised inputs, for yes–no, classes or a number.
 * AdamW with weight decay, stopped early on rows of the training set that it does not learn from.
 */
import { createRng, shuffled } from "../../core/rng";
import type { Executor, HostTensor } from "../../engine/executor";
import { gradients } from "../../engine/backward";
import { binaryCrossEntropy, crossEntropy } from "../../engine/losses/classification";
import { meanSquaredError } from "../../engine/losses/regression";
import type { NamedTensors } from "../../engine/named-tensors";
import { mlp, mlpDims } from "../../engine/nn/mlp";
import { sum } from "../../engine/ops/broadcast";
import { multiply } from "../../engine/ops/elementwise";
import { reshape } from "../../engine/ops/movement";
import { createEarlyStopping } from "../../engine/train/early-stopping";
import { createModelTrainer, type ModelTrainer } from "../../engine/train/model-trainer";
import { stratifiedFolds } from "../measure/folds";
import type { Matrix } from "./matrix";

export type NetworkTask = { readonly kind: "binary" } | { readonly kind: "classes"; readonly classes: number } | { readonly kind: "number" };

export interface NetworkOptions {
  readonly executor: Executor;
  readonly task: NetworkTask;
  readonly seed: number;
  /** Widths between input and output. Default [16]. */
  readonly hidden?: readonly number[];
  readonly learningRate?: number;
  readonly weightDecay?: number;
  readonly epochs?: number;
}

export interface Network {
  /** Raw outputs: log-odds, class scores or numbers; rows × outputs. */
  scores(x: Matrix): Promise<Float64Array>;
  /** Derivative of output `of` by every input, rows × inputs. */
  inputGradients(x: Matrix, of: number): Promise<Float64Array>;
  parameters(): NamedTensors;
  close(): Promise<void>;
}

/** Rows per step and per prediction; every graph has this one shape. */
const BATCH = 64;
const PATIENCE = 8;
const HELD_FOLDS = 6;

/** @param targets 0/1, class numbers, or standardised numbers, one per row */
export async function trainNetwork(x: Matrix, targets: ArrayLike<number>, options: NetworkOptions): Promise<Network> {
  const { task, seed, learningRate = 0.004, epochs = 60 } = options;
  const strata = task.kind === "number" ? new Array<number>(x.rows).fill(0) : targets;
  const split = stratifiedFolds(strata, { folds: HELD_FOLDS, seed })[0] ?? { train: [], test: [] };
  const trainer = openTrainer(x.columns, options);
  const random = createRng(seed);
  const stopping = createEarlyStopping({ greaterIsBetter: false, patience: PATIENCE });
  let best = trainer.parameters();
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(split.train, random);
    for (let at = 0; at + BATCH <= Math.max(BATCH, order.length); at += BATCH) await trainer.step(feedsOf(x, fill(order.slice(at, at + BATCH)), { targets, task }), learningRate);
    const loss = await heldLoss(trainer, x, { rows: split.test, targets, task });
    const { isBest, shouldStop } = stopping.observe(loss);
    if (isBest) best = copy(trainer.parameters());
    if (shouldStop) break;
  }
  const state = trainer.state();
  trainer.restore({ ...state, parameters: best });
  return openNetwork(trainer, outputsOf(task));
}

const outputsOf = (task: NetworkTask): number => (task.kind === "classes" ? task.classes : 1);
const copy = (tensors: NamedTensors): NamedTensors => new Map([...tensors].map(([name, { dims, data }]) => [name, { dims, data: data.slice() }]));

function openTrainer(inputs: number, { executor, task, seed, hidden = [16], weightDecay = 0.05 }: NetworkOptions): ModelTrainer {
  const outputs = outputsOf(task);
  const widths = [inputs, ...hidden, outputs];
  const shape = { layers: widths.length - 1, activation: "gelu" } as const;
  return createModelTrainer({
    executor,
    parameters: drawWeights(mlpDims(widths), seed),
    optimizer: { beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay, clipNorm: 5 },
    loss: ({ weights, input }) => {
      const scores = mlp(input("x"), weights, shape);
      if (task.kind === "binary") return binaryCrossEntropy(scores, input("y"));
      return task.kind === "classes" ? crossEntropy(scores, input("y")) : meanSquaredError(scores, input("y"));
    },
    predict: ({ weights, input }) => {
      const x = input("x");
      const scores = mlp(x, weights, shape);
      // The mask picks the output whose derivative is wanted; rows do not mix, so one sum serves them all.
      const [byInput] = gradients(reshape(sum(multiply(scores, input("pick")), [0, 1]), []), [x]);
      return { scores, ...(byInput ? { byInput } : {}) };
    },
  });
}

/** Scaled by 1/√in; biases 0. */
function drawWeights(dims: ReadonlyMap<string, readonly number[]>, seed: number): NamedTensors {
  const random = createRng(seed ^ 0x5bd1e995);
  return new Map([...dims].map(([name, sizes]) => [name, { dims: sizes, data: Float32Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => (sizes.length === 1 ? 0 : ((random() * 2 - 1) * Math.sqrt(3)) / Math.sqrt(sizes[1] ?? 1))) }]));
}

/** Exactly BATCH row numbers, the given ones again from the start when they are fewer. */
const fill = (rows: readonly number[]): number[] => Array.from({ length: BATCH }, (_, at) => rows[at % rows.length] ?? 0);

function inputsOf(x: Matrix, rows: readonly number[]): HostTensor {
  const data = new Float32Array(rows.length * x.columns);
  rows.forEach((row, line) => data.set(x.data.subarray(row * x.columns, (row + 1) * x.columns), line * x.columns));
  return { shape: [rows.length, x.columns], data };
}

function feedsOf(x: Matrix, rows: readonly number[], { targets, task }: { targets: ArrayLike<number>; task: NetworkTask }): Record<string, HostTensor> {
  const values = rows.map((row) => targets[row] ?? 0);
  const y: HostTensor = task.kind === "classes" ? { shape: [rows.length], data: BigInt64Array.from(values, BigInt) } : { shape: [rows.length, 1], data: Float32Array.from(values) };
  return { x: inputsOf(x, rows), y };
}

async function heldLoss(trainer: ModelTrainer, x: Matrix, { rows, targets, task }: { rows: readonly number[]; targets: ArrayLike<number>; task: NetworkTask }): Promise<number> {
  let [total, parts] = [0, 0];
  for (let at = 0; at < rows.length; at += BATCH) {
    total += await trainer.evaluate(feedsOf(x, fill(rows.slice(at, at + BATCH)), { targets, task }));
    parts++;
  }
  return total / Math.max(1, parts);
}

function openNetwork(trainer: ModelTrainer, outputs: number): Network {
  const run = async (x: Matrix, { of, name, width }: { of: number; name: "scores" | "byInput"; width: number }): Promise<Float64Array> => {
    const found = new Float64Array(x.rows * width);
    const pick: HostTensor = { shape: [1, outputs], data: Float32Array.from({ length: outputs }, (_, at) => Number(at === of)) };
    for (let from = 0; from < x.rows; from += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, x.rows - from) }, (_, at) => from + at);
      const { data } = (await trainer.predict({ x: inputsOf(x, fill(rows)), pick }))[name] ?? { data: new Float32Array() };
      for (let at = 0; at < rows.length * width; at++) found[from * width + at] = Number(data[at]);
    }
    return found;
  };
  return {
    scores: (x) => run(x, { of: 0, name: "scores", width: outputs }),
    inputGradients: (x, of) => run(x, { of, name: "byInput", width: x.columns }),
    parameters: () => trainer.parameters(),
    close: () => trainer.close(),
  };
}
