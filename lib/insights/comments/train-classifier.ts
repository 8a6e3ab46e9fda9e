/**
 * @file trainClassifier: labelled texts → the better of an encoder with a head and a text CNN, chosen on validation texts and
 * reported on test texts that neither has seen: macro-F1, confusion, calibration, learning curve.
 */
import type { Encoder } from "../../core/encoder";
import type { Executor } from "../../engine/executor";
import { calibrationOf } from "../measure/calibration";
import { accuracyOf, confusionOf, largestAt, macroF1 } from "../measure/class-figures";
import { stratifiedFolds } from "../measure/folds";
import { bootstrapInterval, meanOf } from "../measure/interval";
import type { Metrics } from "../measure/types";
import { createMatrix, takeRows, type Matrix } from "../models/matrix";
import { fitHead, headScores, type LinearHead } from "./linear-head";
import type { LabelledTexts } from "./read-labelled";
import { trainTextCnn, type TextCnn } from "./text-cnn";
import type { TextReport } from "./types";

export interface TrainClassifierOptions {
  readonly executor: Executor;
  readonly encoder: Encoder;
  readonly seed?: number;
  readonly onProgress?: (what: string) => void;
}

export type TrainedClassifier = { readonly labels: readonly string[]; readonly temperature: number } & ({ readonly kind: "encoder-head"; readonly head: LinearHead; readonly encoder: string } | { readonly kind: "text-cnn"; readonly cnn: TextCnn });

/** Shares of the learning curve. */
const SHARES = [0.15, 0.3, 0.6, 1] as const;

interface Part {
  readonly texts: readonly string[];
  readonly targets: readonly number[];
  readonly x: Matrix;
}

/** @returns the model kept and its report. A seventh of the texts is the test, another validation */
export async function trainClassifier(data: LabelledTexts, options: TrainClassifierOptions): Promise<{ report: TextReport; classifier: TrainedClassifier }> {
  const { executor, encoder, seed = 1, onProgress } = options;
  onProgress?.(`embedding ${data.texts.length} texts`);
  const x = unitRows(await encoder.embed(data.texts), encoder.dimension);
  const folds = stratifiedFolds(data.targets, { folds: 7, seed });
  const [test, held] = [folds[0]?.test ?? [], folds[1]?.test ?? []];
  const apart = new Set([...test, ...held]);
  const pick = (rows: readonly number[]): Part => ({ texts: rows.map((row) => data.texts[row] ?? ""), targets: rows.map((row) => data.targets[row] ?? 0), x: takeRows(x, rows) });
  const parts = { train: pick(data.targets.flatMap((_, row) => (apart.has(row) ? [] : [row]))), held: pick(held), test: pick(test) };
  onProgress?.("head on the encoder");
  const head = fitHead(parts.train, parts.held, data.labels.length);
  onProgress?.("text CNN");
  const cnn = await trainTextCnn(parts.train, parts.held, { executor, labels: data.labels.length, seed, onEpoch: (epoch) => onProgress?.(`text CNN, pass ${epoch + 1}`) });
  const heads = { held: headScores(head, parts.held.x), test: headScores(head, parts.test.x) };
  const convolved = { held: await cnn.scores(parts.held.texts), test: await cnn.scores(parts.test.texts) };
  const isHead = f1(heads.held, parts.held.targets) >= f1(convolved.held, parts.held.targets);
  const kept = isHead ? heads : convolved;
  const temperature = bestTemperature(kept.held, parts.held.targets);
  const shares = kept.test.map((scores) => softmax(scores, temperature));
  const majority = largestAt(data.labels.map((_, of) => parts.train.targets.filter((one) => one === of).length));
  onProgress?.("learning curve");
  const learning = learningCurve(parts, { seed, labels: data.labels.length });
  const report: TextReport = {
    labels: data.labels,
    n: { train: parts.train.targets.length + held.length, test: test.length },
    model: isHead ? "encoder-head" : "text-cnn",
    metrics: metricsOf(shares, parts.test.targets),
    models: [
      { model: "encoder-head", metrics: metricsOf(heads.test.map((scores) => softmax(scores, 1)), parts.test.targets) },
      { model: "text-cnn", metrics: metricsOf(convolved.test.map((scores) => softmax(scores, 1)), parts.test.targets) },
      { model: "majority", metrics: metricsOf(parts.test.targets.map(() => data.labels.map((_, of) => (of === majority ? 0.99 : 0.01 / Math.max(1, data.labels.length - 1)))), parts.test.targets) },
    ],
    confusion: confusionOf(shares.map(largestAt), parts.test.targets, data.labels.length),
    calibration: calibrationOf(shares.map((one) => Math.max(...one)), shares.map((one, row) => Number(largestAt(one) === parts.test.targets[row])), "platt"),
    learning,
    warnings: [...data.warnings, ...(test.length < 100 ? [`The test has ${test.length} texts only; the intervals say how little that tells.`] : [])],
  };
  if (isHead) await cnn.close();
  return { report, classifier: { labels: data.labels, temperature, ...(isHead ? { kind: "encoder-head", head, encoder: encoder.version } : { kind: "text-cnn", cnn }) } };
}

/** Unit vectors times √dimension, so that entries are about 1. */
export function unitRows(vectors: readonly Float32Array[], dimension: number): Matrix {
  const x = createMatrix(vectors.length, dimension);
  vectors.forEach((vector, row) => vector.forEach((value, at) => (x.data[row * dimension + at] = value * Math.sqrt(dimension))));
  return x;
}

export function softmax(scores: readonly number[], temperature: number): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const f1 = (scores: readonly (readonly number[])[], targets: readonly number[]): number => macroF1(scores.map(largestAt), targets);

/** The temperature with the least surprise on the validation texts. @source Guo et al. 2017, arXiv:1706.04599 */
function bestTemperature(scores: readonly (readonly number[])[], targets: readonly number[]): number {
  const surprise = (temperature: number): number => meanOf(scores.map((one, at) => -Math.log(Math.max(1e-9, softmax(one, temperature)[targets[at] ?? 0] ?? 0))));
  return Array.from({ length: 30 }, (_, at) => 0.4 * 1.1 ** at).reduce((best, one) => (surprise(one) < surprise(best) ? one : best), 1);
}

function metricsOf(shares: readonly (readonly number[])[], targets: readonly number[]): Metrics {
  const picked = shares.map(largestAt);
  const over = (figure: (rows: readonly number[]) => number) => bootstrapInterval(targets.length, figure, { times: 200 });
  return {
    macroF1: over((rows) => macroF1(rows.map((row) => picked[row] ?? 0), rows.map((row) => targets[row] ?? 0))),
    accuracy: over((rows) => accuracyOf(rows.map((row) => picked[row] ?? 0), rows.map((row) => targets[row] ?? 0))),
    logLoss: over((rows) => meanOf(rows.map((row) => -Math.log(Math.max(1e-9, shares[row]?.[targets[row] ?? 0] ?? 0))))),
  };
}

/** Test figure of heads trained on ever more of the texts: does labelling more still help? */
function learningCurve({ train, held, test }: { train: Part; held: Part; test: Part }, { seed, labels }: { seed: number; labels: number }): TextReport["learning"] {
  const curve: TextReport["learning"][number][] = [];
  for (const share of SHARES) {
    const rows = stratifiedFolds(train.targets, { folds: 20, seed: seed + 3 }).slice(0, Math.max(1, Math.round(20 * share))).flatMap((fold) => fold.test);
    if (rows.length < 2 * labels) continue;
    const head = fitHead({ x: takeRows(train.x, rows), targets: rows.map((row) => train.targets[row] ?? 0) }, held, labels);
    const picked = headScores(head, test.x).map(largestAt);
    curve.push({ n: rows.length, macroF1: bootstrapInterval(test.targets.length, (drawn) => macroF1(drawn.map((row) => picked[row] ?? 0), drawn.map((row) => test.targets[row] ?? 0)), { times: 100 }) });
  }
  return curve;
}
