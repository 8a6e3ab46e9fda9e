/**
 * @file The GRU by the engine: reads the past months one by one and tells what the line's forecast misses. It begins as the
 * line itself and is stopped early on people that it does not learn from, so that it is never much worse where a line is the
 * truth. The mean of several starts, because one is luck.
 */
import { createRng, shuffled } from "../../core/rng";
import { gradients } from "../../engine/backward";
import type { Executor, HostTensor } from "../../engine/executor";
import { mean } from "../../engine/losses/regression";
import type { NamedTensors } from "../../engine/named-tensors";
import { gru, gruDims } from "../../engine/nn/gru";
import { linear } from "../../engine/nn/linear";
import { under } from "../../engine/nn/weights";
import { sum } from "../../engine/ops/broadcast";
import { multiply, square, subtract } from "../../engine/ops/elementwise";
import { reshape, slice } from "../../engine/ops/movement";
import { createEarlyStopping } from "../../engine/train/early-stopping";
import { createModelTrainer, type ModelInputs, type ModelTrainer } from "../../engine/train/model-trainer";
import type { Value } from "../../engine/graph/value";
import { fitLinearForecast, type Forecaster } from "./linear-forecast";
import { AHEAD, PAST, type WindowSet } from "./windows";

export interface GruOptions {
  readonly executor: Executor;
  readonly hidden?: number;
  readonly epochs?: number;
  readonly starts?: number;
  readonly seed: number;
}

const BATCH = 64;
const RATE = 0.01;
const PATIENCE = 4;
const HELD_SHARE = 0.15;

export interface GruForecaster extends Forecaster {
  /** What the mean of all months ahead changes with each input of the past, per window; the last known value's own part (1) is left to the caller. */
  slopes(windows: WindowSet): Promise<Float64Array[]>;
  close(): Promise<void>;
}

/** @param train windows; 15 % of their people stop each start */
export async function fitGruForecast(train: WindowSet, options: GruOptions): Promise<GruForecaster> {
  const { starts = 3, seed } = options;
  const straight = fitLinearForecast(train);
  const data: Fed = { windows: train, line: await straight(train) };
  const trainers: ModelTrainer[] = [];
  for (let start = 0; start < starts; start++) trainers.push(await fitOne(data, { ...options, seed: seed + 13 * start }));
  const forecast: Forecaster = async (windows) => {
    const line = await straight(windows);
    const all: (readonly Float32Array[])[] = [];
    for (const trainer of trainers) all.push(await predict(trainer, { windows, line }));
    return windows.past.map((_, row) => Float32Array.from({ length: AHEAD }, (_a, ahead) => all.reduce((sum, one) => sum + (one[row]?.[ahead] ?? 0), 0) / all.length));
  };
  const slopes = async (windows: WindowSet): Promise<Float64Array[]> => {
    const all: (readonly Float32Array[])[] = [];
    for (const trainer of trainers) all.push(await predict(trainer, { windows, line: [] }, "slopes"));
    return windows.past.map((_, row) => straight.slopes.map((slope, at) => slope + all.reduce((sum, one) => sum + (one[row]?.[at] ?? 0), 0) / all.length));
  };
  return Object.assign(forecast, { slopes, close: async () => void (await Promise.all(trainers.map((trainer) => trainer.close()))) });
}

/** What is to be added to the line's forecast. */
function forward({ weights, input }: ModelInputs): Value {
  const states = gru(input("x"), under(weights, "gru"), { mask: input("mask") });
  const [rows, steps, hidden] = states.shape as [number, number, number];
  return linear(reshape(slice(states, 1, steps - 1, steps), [rows, hidden]), weights, "head");
}

function openTrainer(width: number, { executor, hidden = 16, seed }: GruOptions): ModelTrainer {
  const dims = new Map<string, readonly number[]>([...[...gruDims({ width, hidden })].map(([name, sizes]) => [`gru.${name}`, sizes] as const), ["head.weight", [AHEAD, hidden]], ["head.bias", [AHEAD]]]);
  const random = createRng(seed);
  const parameters: NamedTensors = new Map([...dims].map(([name, sizes]) => [name, { dims: sizes, data: Float32Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => (name.startsWith("gru.weight") ? (random() * 2 - 1) / Math.sqrt(hidden) : 0)) }]));
  return createModelTrainer({
    executor,
    parameters,
    optimizer: { beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0.02, clipNorm: 1 },
    loss: (model) => mean(multiply(model.input("counts"), square(subtract(forward(model), model.input("y"))))),
    predict: (model) => {
      const change = forward(model);
      // Windows do not mix, so the slope of the sum is each window's own.
      const [slopes] = gradients(reshape(sum(change, [0, 1]), []), [model.input("x")]);
      return { change, ...(slopes ? { slopes } : {}) };
    },
  });
}

async function fitOne(data: Fed, options: GruOptions): Promise<ModelTrainer> {
  const train = data.windows;
  const trainer = openTrainer(train.width, options);
  const random = createRng(options.seed + 5);
  // Windows of one person overlap, so whole people are held out.
  const people = shuffled([...new Set(train.person)], random);
  const apart = new Set(people.slice(0, Math.max(1, Math.round(HELD_SHARE * people.length))));
  const all = train.past.map((_, row) => row);
  const held = all.filter((row) => apart.has(train.person[row] ?? -1));
  const learned = all.filter((row) => !apart.has(train.person[row] ?? -1));
  const stopping = createEarlyStopping({ greaterIsBetter: false, patience: PATIENCE });
  const heldLoss = async (): Promise<number> => {
    let loss = 0;
    for (let at = 0; at < held.length; at += BATCH) loss += await trainer.evaluate(feedsOf(data, fill(held.slice(at, at + BATCH))));
    return loss;
  };
  let best = copy(trainer.parameters());
  stopping.observe(await heldLoss());
  for (let epoch = 0; epoch < (options.epochs ?? 25); epoch++) {
    const rows = shuffled(learned, random);
    const rate = RATE * (1 - epoch / ((options.epochs ?? 25) + 5));
    for (let at = 0; at < rows.length; at += BATCH) await trainer.step(feedsOf(data, fill(rows.slice(at, at + BATCH))), rate);
    const { isBest, shouldStop } = stopping.observe(await heldLoss());
    if (isBest) best = copy(trainer.parameters());
    if (shouldStop) break;
  }
  trainer.restore({ ...trainer.state(), parameters: best });
  return trainer;
}

const copy = (tensors: NamedTensors): NamedTensors => new Map([...tensors].map(([name, { dims, data }]) => [name, { dims, data: data.slice() }]));
const fill = (rows: readonly number[]): number[] => Array.from({ length: BATCH }, (_, at) => rows[at % rows.length] ?? 0);

/** Windows with what the line says of them. */
interface Fed {
  readonly windows: WindowSet;
  readonly line: readonly Float32Array[];
}

function feedsOf({ windows, line: straight }: Fed, rows: readonly number[]): Record<string, HostTensor> {
  const { width } = windows;
  const x = new Float32Array(rows.length * PAST * width);
  const [y, counts] = [new Float32Array(rows.length * AHEAD), new Float32Array(rows.length * AHEAD)];
  rows.forEach((row, line) => {
    x.set(windows.past[row] ?? [], line * PAST * width);
    for (let ahead = 0; ahead < AHEAD; ahead++) {
      const told = windows.future[row]?.[ahead] ?? Number.NaN;
      if (Number.isNaN(told)) continue;
      y[line * AHEAD + ahead] = told - (straight[row]?.[ahead] ?? 0);
      counts[line * AHEAD + ahead] = 1;
    }
  });
  return { x: { shape: [rows.length, PAST, width], data: x }, mask: { shape: [rows.length, PAST], data: new Float32Array(rows.length * PAST).fill(1) }, y: { shape: [rows.length, AHEAD], data: y }, counts: { shape: [rows.length, AHEAD], data: counts } };
}

async function predict(trainer: ModelTrainer, data: Fed, what: "change" | "slopes" = "change"): Promise<Float32Array[]> {
  const { windows } = data;
  const width = what === "change" ? AHEAD : PAST * windows.width;
  const found: Float32Array[] = [];
  for (let from = 0; from < windows.past.length; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, windows.past.length - from) }, (_, at) => from + at);
    const { x, mask } = feedsOf(data, fill(rows));
    const values = (await trainer.predict({ ...(x ? { x } : {}), ...(mask ? { mask } : {}) }))[what]?.data ?? [];
    // The slope is of the months' sum; their mean is what is explained.
    rows.forEach((row, line) => found.push(Float32Array.from({ length: width }, (_, at) => (what === "change" ? Number(values[line * width + at]) + (data.line[row]?.[at] ?? 0) : Number(values[line * width + at]) / AHEAD))));
  }
  return found;
}
