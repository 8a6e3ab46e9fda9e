/**
 * @file Text CNN by the engine: words → vectors → filters over two, three and four words → the strongest answer of each
 * filter → labels. Needs no encoder. @source Kim 2014, arXiv:1408.5882
 */
import { createRng, shuffled } from "../../core/rng";
import type { Executor, HostTensor } from "../../engine/executor";
import type { Value } from "../../engine/graph/value";
import { crossEntropy } from "../../engine/losses/classification";
import type { NamedTensors } from "../../engine/named-tensors";
import { conv1d, conv1dDims, globalMaxPool } from "../../engine/nn/convolution";
import { dropout, dropoutMask } from "../../engine/nn/dropout";
import { linear } from "../../engine/nn/linear";
import { under } from "../../engine/nn/weights";
import { relu } from "../../engine/ops/elementwise";
import { gather } from "../../engine/ops/gather";
import { concat, transpose } from "../../engine/ops/movement";
import { createEarlyStopping } from "../../engine/train/early-stopping";
import { createModelTrainer, type ModelInputs, type ModelTrainer } from "../../engine/train/model-trainer";

const WIDTHS = [2, 3, 4] as const;
const FILTERS = 32;
const EMBEDDING = 48;
const BATCH = 32;
const RATE = 0.004;
const EPOCHS = 20;
const PATIENCE = 3;
const MOST_WORDS = 8000;
const MOST_LENGTH = 200;

export interface TextCnnShape {
  /** Word → number; 0 fills up, 1 is any other word. */
  readonly vocabulary: readonly string[];
  /** Words read per text. */
  readonly length: number;
  readonly labels: number;
}

export interface TextCnn {
  readonly shape: TextCnnShape;
  /** [texts][labels], before softmax. */
  scores(texts: readonly string[]): Promise<number[][]>;
  parameters(): NamedTensors;
  close(): Promise<void>;
}

const segmenter = new Intl.Segmenter(["en", "zh"], { granularity: "word" });

/** Words in order, lower case; Chinese by the platform's dictionary. */
export const wordsOf = (text: string): string[] => [...segmenter.segment(text.toLowerCase())].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));

/** @param train texts with label numbers @param held stops the training */
export async function trainTextCnn(train: { texts: readonly string[]; targets: readonly number[] }, held: { texts: readonly string[]; targets: readonly number[] }, options: { executor: Executor; labels: number; seed: number; onEpoch?: (epoch: number) => void }): Promise<TextCnn> {
  const shape = shapeOf(train.texts, options.labels);
  const trainer = openTrainer({ executor: options.executor, parameters: drawWeights(shape, options.seed) });
  const [ids, heldIds] = [train.texts.map((text) => encodeText(shape, text)), held.texts.map((text) => encodeText(shape, text))];
  const random = createRng(options.seed);
  const stopping = createEarlyStopping({ greaterIsBetter: false, patience: PATIENCE });
  const all = ids.map((_, at) => at);
  let best = copy(trainer.parameters());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    options.onEpoch?.(epoch);
    const order = shuffled(all, random);
    for (let at = 0; at < order.length; at += BATCH) {
      const rows = fill(order.slice(at, at + BATCH));
      const drop = dropoutMask([BATCH, WIDTHS.length * FILTERS], { rate: 0.4, seed: options.seed + epoch * 100_003 + at });
      await trainer.step({ ids: tensorOf(shape, rows.map((row) => ids[row] ?? [])), y: { shape: [BATCH], data: BigInt64Array.from(rows, (row) => BigInt(train.targets[row] ?? 0)) }, drop }, RATE);
    }
    const { isBest, shouldStop } = stopping.observe(await heldLoss(trainer, shape, { ids: heldIds, targets: held.targets }));
    if (isBest) best = copy(trainer.parameters());
    if (shouldStop) break;
  }
  trainer.restore({ ...trainer.state(), parameters: best });
  return open(trainer, shape);
}

/** A text CNN as it was saved. */
export function restoreTextCnn(shape: TextCnnShape, parameters: NamedTensors, executor: Executor): TextCnn {
  return open(openTrainer({ executor, parameters }), shape);
}

function shapeOf(texts: readonly string[], labels: number): TextCnnShape {
  const counts = new Map<string, number>();
  const lengths: number[] = [];
  for (const text of texts) {
    const words = wordsOf(text);
    lengths.push(words.length);
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = texts.length > 2000 ? 3 : 2;
  const vocabulary = [...counts].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_WORDS).map(([word]) => word);
  lengths.sort((a, b) => a - b);
  return { vocabulary, length: Math.min(MOST_LENGTH, Math.max(8, lengths[Math.floor(0.95 * lengths.length)] ?? 8)), labels };
}

const places = new WeakMap<TextCnnShape, ReadonlyMap<string, number>>();

function encodeText(shape: TextCnnShape, text: string): number[] {
  let place = places.get(shape);
  if (!place) places.set(shape, (place = new Map(shape.vocabulary.map((word, at) => [word, at + 2]))));
  return wordsOf(text).slice(0, shape.length).map((word) => place.get(word) ?? 1);
}

function tensorOf({ length }: TextCnnShape, rows: readonly (readonly number[])[]): HostTensor {
  const data = new BigInt64Array(rows.length * length);
  rows.forEach((ids, line) => ids.forEach((id, at) => (data[line * length + at] = BigInt(id))));
  return { shape: [rows.length, length], data };
}

const dimsOf = ({ vocabulary, labels }: TextCnnShape): Map<string, readonly number[]> =>
  new Map<string, readonly number[]>([
    ["words", [vocabulary.length + 2, EMBEDDING]],
    ...WIDTHS.flatMap((width) => [...conv1dDims({ channels: EMBEDDING, filters: FILTERS, width })].map(([name, sizes]): [string, readonly number[]] => [`conv${width}.${name}`, sizes])),
    ["head.weight", [labels, WIDTHS.length * FILTERS]],
    ["head.bias", [labels]],
  ]);

function drawWeights(shape: TextCnnShape, seed: number): NamedTensors {
  const random = createRng(seed ^ 0x9e37);
  return new Map([...dimsOf(shape)].map(([name, sizes]) => {
    const fanIn = sizes.slice(1).reduce((a, b) => a * b, 1);
    const data = Float32Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => (sizes.length === 1 ? 0 : (random() * 2 - 1) * (name === "words" ? 0.3 : Math.sqrt(3 / fanIn))));
    return [name, { dims: sizes, data }];
  }));
}

function features({ weights, input }: ModelInputs): Value {
  const words = transpose(gather(weights("words"), input("ids")), [0, 2, 1]);
  return concat(WIDTHS.map((width) => globalMaxPool(relu(conv1d(words, under(weights, `conv${width}`))))), 1);
}

function openTrainer({ executor, parameters }: { executor: Executor; parameters: NamedTensors }): ModelTrainer {
  return createModelTrainer({
    executor,
    parameters,
    optimizer: { beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0.05, clipNorm: 2 },
    loss: (model) => crossEntropy(linear(dropout(features(model), "drop"), model.weights, "head"), model.input("y")),
    predict: (model) => ({ scores: linear(features(model), model.weights, "head") }),
  });
}

const copy = (tensors: NamedTensors): NamedTensors => new Map([...tensors].map(([name, { dims, data }]) => [name, { dims, data: data.slice() }]));
const fill = (rows: readonly number[]): number[] => Array.from({ length: BATCH }, (_, at) => rows[at % rows.length] ?? 0);

async function heldLoss(trainer: ModelTrainer, shape: TextCnnShape, { ids, targets }: { ids: readonly (readonly number[])[]; targets: readonly number[] }): Promise<number> {
  const found = await scoresOf(trainer, shape, ids);
  return found.reduce((sum, scores, at) => {
    const top = Math.max(...scores);
    return sum + top + Math.log(scores.reduce((total, score) => total + Math.exp(score - top), 0)) - (scores[targets[at] ?? 0] ?? 0);
  }, 0);
}

async function scoresOf(trainer: ModelTrainer, shape: TextCnnShape, ids: readonly (readonly number[])[]): Promise<number[][]> {
  const found: number[][] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, ids.length - from) }, (_, at) => from + at);
    const { scores } = await trainer.predict({ ids: tensorOf(shape, fill(rows).map((row) => ids[row] ?? [])) });
    rows.forEach((_row, line) => found.push(Array.from({ length: shape.labels }, (_l, of) => Number(scores?.data[line * shape.labels + of]))));
  }
  return found;
}

function open(trainer: ModelTrainer, shape: TextCnnShape): TextCnn {
  return { shape, scores: (texts) => scoresOf(trainer, shape, texts.map((text) => encodeText(shape, text))), parameters: () => trainer.parameters(), close: () => trainer.close() };
}
