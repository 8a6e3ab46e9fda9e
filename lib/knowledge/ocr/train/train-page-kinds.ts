/**
 * @file Trains the page-kind model on invented pages and measures it on others. Everything follows from the seed.
 */
import { createRng, shuffled } from "../../../core/rng";
import type { Executor, HostTensor } from "../../../engine/executor";
import { crossEntropy } from "../../../engine/losses/classification";
import type { NamedTensors } from "../../../engine/named-tensors";
import { createEarlyStopping } from "../../../engine/train/early-stopping";
import { createModelTrainer, type ModelTrainer } from "../../../engine/train/model-trainer";
import { INK_COLUMNS, INK_LAYERS, INK_ROWS } from "../page-ink";
import { PAGE_KINDS, pageKindDims, pageKindScores } from "../page-kinds";
import type { InventedPage } from "./invented-pages";

const BATCH = 32;
const RATE = 0.003;
const PATIENCE = 4;
const SIZE = INK_LAYERS * INK_ROWS * INK_COLUMNS;

export interface TrainOptions {
  readonly executor: Executor;
  readonly seed: number;
  readonly epochs: number;
  readonly onEpoch?: (epoch: number, accuracy: number) => void;
}

/** @param held chooses the best epoch @returns the weights of that epoch */
export async function trainPageKinds(train: readonly InventedPage[], held: readonly InventedPage[], { executor, seed, epochs, onEpoch }: TrainOptions): Promise<NamedTensors> {
  const trainer = openTrainer(executor, drawWeights(seed));
  const random = createRng(seed);
  const stopping = createEarlyStopping({ greaterIsBetter: true, patience: PATIENCE });
  let best = copied(trainer.parameters());
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const order = shuffled(train, random);
      // Rows that do not fill a batch wait for another epoch's order.
      for (let at = 0; at + BATCH <= order.length; at += BATCH) await trainer.step(batchOf(order.slice(at, at + BATCH)), RATE);
      const accuracy = accuracyOf(await confusion(trainer, held));
      onEpoch?.(epoch, accuracy);
      const { isBest, shouldStop } = stopping.observe(accuracy);
      if (isBest) best = copied(trainer.parameters());
      if (shouldStop) break;
    }
    return best;
  } finally {
    await trainer.close();
  }
}

/** [true kind][told kind], in the order of PAGE_KINDS. */
export async function measurePageKinds(tensors: NamedTensors, pages: readonly InventedPage[], executor: Executor): Promise<number[][]> {
  const trainer = openTrainer(executor, tensors);
  try {
    return await confusion(trainer, pages);
  } finally {
    await trainer.close();
  }
}

export function accuracyOf(table: readonly (readonly number[])[]): number {
  const right = table.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  return right / table.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
}

function openTrainer(executor: Executor, parameters: NamedTensors): ModelTrainer {
  return createModelTrainer({
    executor,
    parameters,
    optimizer: { beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 },
    loss: ({ weights, input }) => crossEntropy(pageKindScores(input("ink"), weights), input("kinds")),
    predict: ({ weights, input }) => ({ scores: pageKindScores(input("ink"), weights) }),
  });
}

function batchOf(pages: readonly InventedPage[]): Record<string, HostTensor> {
  const ink = new Float32Array(pages.length * SIZE);
  pages.forEach((page, at) => ink.set(page.ink, at * SIZE));
  return { ink: { shape: [pages.length, INK_LAYERS, INK_ROWS, INK_COLUMNS], data: ink }, kinds: { shape: [pages.length], data: BigInt64Array.from(pages, ({ kind }) => BigInt(PAGE_KINDS.indexOf(kind))) } };
}

async function confusion(trainer: ModelTrainer, pages: readonly InventedPage[]): Promise<number[][]> {
  const table = PAGE_KINDS.map(() => PAGE_KINDS.map(() => 0));
  for (let from = 0; from < pages.length; from += BATCH) {
    const rows = pages.slice(from, from + BATCH);
    const full = Array.from({ length: BATCH }, (_, at) => rows[at % rows.length] as InventedPage);
    const { ink } = batchOf(full);
    const { scores } = await trainer.predict({ ink: ink as HostTensor });
    rows.forEach(({ kind }, row) => {
      const own = PAGE_KINDS.map((_, at) => Number(scores?.data[row * PAGE_KINDS.length + at]));
      const counts = table[PAGE_KINDS.indexOf(kind)] as number[];
      const told = own.indexOf(Math.max(...own));
      counts[told] = (counts[told] ?? 0) + 1;
    });
  }
  return table;
}

/** Uniform, by the number of inputs; biases 0. @source He et al. 2015, arXiv:1502.01852 */
function drawWeights(seed: number): NamedTensors {
  const random = createRng(seed ^ 0x51ab);
  return new Map(
    [...pageKindDims()].map(([name, dims]) => {
      const inputs = dims.slice(1).reduce((a, b) => a * b, 1);
      return [name, { dims, data: Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => (dims.length === 1 ? 0 : (random() * 2 - 1) * Math.sqrt(6 / inputs))) }];
    }),
  );
}

const copied = (tensors: NamedTensors): NamedTensors => new Map([...tensors].map(([name, { dims, data }]) => [name, { dims, data: data.slice() }]));
