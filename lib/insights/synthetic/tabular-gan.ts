/**
 * @file Conditional GAN for rows by the engine: a generator turns noise and an outcome into a coded row, a discriminator tells
 * real rows from invented ones; each learns from the other. @source Mirza, Osindero 2014; Xu et al. 2019 (CTGAN)
 */
import { createRng } from "../../core/rng";
import type { Executor, HostTensor } from "../../engine/executor";
import type { Value } from "../../engine/graph/value";
import { binaryCrossEntropy } from "../../engine/losses/classification";
import type { NamedTensors } from "../../engine/named-tensors";
import { mlp, mlpDims } from "../../engine/nn/mlp";
import { concat, slice } from "../../engine/ops/movement";
import { softmax } from "../../engine/ops/normalise";
import { createModelTrainer, type ModelTrainer } from "../../engine/train/model-trainer";
import { widthOf, type CodedColumn } from "./row-coding";

export interface GanOptions {
  readonly executor: Executor;
  readonly seed: number;
  /** Updates of each side. Default 900: with 1,500 rows come nearer to those learned from than strangers do, and help no more (README). */
  readonly steps?: number;
}

export interface RowGenerator {
  /** Coded rows for these outcomes (0 or 1); categories as shares. */
  generate(outcomes: readonly number[], seed: number): Promise<Float32Array[]>;
  close(): Promise<void>;
}

const BATCH = 64;
const NOISE = 24;
const HIDDEN = 64;
const LAYERS = 3;
const RATE = 0.001;
const OPTIMIZER = { beta1: 0.5, beta2: 0.95, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 2 };

/** @param rows coded real rows @param outcomes theirs, 0 or 1 */
export async function trainGan(rows: readonly Float32Array[], outcomes: readonly number[], { columns, options }: { columns: readonly CodedColumn[]; options: GanOptions }): Promise<RowGenerator> {
  const { executor, seed, steps = 900 } = options;
  const width = widthOf(columns);
  const random = createRng(seed);
  const generator = openGenerator(columns, { executor, seed });
  const discriminator = openDiscriminator(width, { executor, seed: seed + 1 });
  for (let step = 0; step < steps; step++) {
    const drawn = Array.from({ length: BATCH }, () => Math.floor(random() * rows.length));
    const condition = oneColumn(drawn.map((row) => outcomes[row] ?? 0));
    const { fake } = await generator.predict({ noise: noiseOf(random), condition });
    if (!fake) break;
    await discriminator.step({ real: stack(drawn.map((row) => rows[row] ?? new Float32Array(width)), width), fake, condition, yes: constant(0.9), no: constant(0) }, RATE);
    const judge = Object.fromEntries([...discriminator.parameters()].map(([name, { dims, data }]) => [`judge.${name}`, { shape: dims, data }]));
    await generator.step({ noise: noiseOf(random), condition, yes: constant(1), ...judge }, RATE);
  }
  await discriminator.close();
  return {
    async generate(wanted, drawSeed) {
      const draw = createRng(drawSeed);
      const found: Float32Array[] = [];
      for (let from = 0; from < wanted.length; from += BATCH) {
        const { fake } = await generator.predict({ noise: noiseOf(draw), condition: oneColumn(Array.from({ length: BATCH }, (_, at) => wanted[from + at] ?? 0)) });
        for (let at = 0; at < Math.min(BATCH, wanted.length - from); at++) found.push(Float32Array.from({ length: width }, (_, of) => Number(fake?.data[at * width + of])));
      }
      return found;
    },
    close: () => generator.close(),
  };
}

const WIDTHS = (inputs: number, outputs: number): number[] => [inputs, HIDDEN, HIDDEN, outputs];

/** Raw outputs → numbers as they are, categories as shares. */
function shapeRow(raw: Value, columns: readonly CodedColumn[]): Value {
  return concat(columns.map(({ kind, from, width }) => (kind === "category" ? softmax(slice(raw, 1, from, from + width)) : slice(raw, 1, from, from + width))), 1);
}

function openGenerator(columns: readonly CodedColumn[], { executor, seed }: { executor: Executor; seed: number }): ModelTrainer {
  const make = ({ weights, input }: Parameters<Parameters<typeof createModelTrainer>[0]["loss"]>[0]): Value => shapeRow(mlp(concat([input("noise"), input("condition")], 1), weights, { layers: LAYERS, activation: "relu" }), columns);
  return createModelTrainer({
    executor,
    parameters: drawn(mlpDims(WIDTHS(NOISE + 1, widthOf(columns))), seed),
    optimizer: OPTIMIZER,
    // The judge's weights are fed as inputs: the generator learns what it would believe, and cannot change it.
    loss: (model) => binaryCrossEntropy(mlp(concat([make(model), model.input("condition")], 1), (name) => model.input(`judge.${name}`), { layers: LAYERS, activation: "relu" }), model.input("yes")),
    predict: (model) => ({ fake: make(model) }),
  });
}

function openDiscriminator(width: number, { executor, seed }: { executor: Executor; seed: number }): ModelTrainer {
  return createModelTrainer({
    executor,
    parameters: drawn(mlpDims(WIDTHS(width + 1, 1)), seed),
    optimizer: OPTIMIZER,
    loss: ({ weights, input }) => {
      const both = concat([concat([input("real"), input("condition")], 1), concat([input("fake"), input("condition")], 1)], 0);
      return binaryCrossEntropy(mlp(both, weights, { layers: LAYERS, activation: "relu" }), concat([input("yes"), input("no")], 0));
    },
  });
}

function drawn(dims: ReadonlyMap<string, readonly number[]>, seed: number): NamedTensors {
  const random = createRng(seed * 7 + 3);
  return new Map([...dims].map(([name, sizes]) => [name, { dims: sizes, data: Float32Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => (sizes.length === 1 ? 0 : (random() * 2 - 1) * Math.sqrt(3 / (sizes[1] ?? 1)))) }]));
}

const constant = (value: number): HostTensor => ({ shape: [BATCH, 1], data: new Float32Array(BATCH).fill(value) });
const oneColumn = (values: readonly number[]): HostTensor => ({ shape: [BATCH, 1], data: Float32Array.from(values) });
const noiseOf = (random: () => number): HostTensor => ({ shape: [BATCH, NOISE], data: Float32Array.from({ length: BATCH * NOISE }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())) });

function stack(rows: readonly Float32Array[], width: number): HostTensor {
  const data = new Float32Array(rows.length * width);
  rows.forEach((row, at) => data.set(row, at * width));
  return { shape: [rows.length, width], data };
}
