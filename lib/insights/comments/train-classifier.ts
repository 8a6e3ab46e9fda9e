/**
 * @file trainClassifier: labelled texts → the best of an encoder with a head, a text CNN and the mean of both, each reported on
 * texts that it has not seen: macro-F1, confusion, calibration, learning curve. Which is best in one part the other parts say.
 */
import type { Encoder } from "../../core/encoder";
import type { Executor } from "../../engine/executor";
import { calibrationOf } from "../measure/calibration";
import { accuracyOf, confusionOf, largestAt, macroF1 } from "../measure/class-figures";
import { stratifiedFolds } from "../measure/folds";
import { bootstrapInterval } from "../measure/interval";
import type { Metrics } from "../measure/types";
import { createMatrix, takeRows, type Matrix } from "../models/matrix";
import { fitHead, headScores } from "./linear-head";
import type { LabelledTexts } from "./read-labelled";
import { fitRivals, sharesOfRivals, surpriseOf, type Part, type Rivals, type Shares } from "./rivals";
import { CLASSIFIER_MODELS, type ClassifierModel, type TextReport } from "./types";

export interface TrainClassifierOptions {
  readonly executor: Executor;
  readonly encoder: Encoder;
  readonly seed?: number;
  /** How many of the seven parts are tested on; default: all of them up to 1,500 texts, above that one. */
  readonly rounds?: number;
  readonly onProgress?: (what: string) => void;
  /** Before each part, and before the model that is kept. */
  readonly onRound?: (done: number, of: number) => void;
}

export interface TrainedClassifier extends Rivals {
  readonly labels: readonly string[];
  readonly model: ClassifierModel;
  /** Version of the encoder whose vectors the head reads. */
  readonly encoder: string;
}

const FOLDS = 7;
/** More texts tell enough in one part. */
const MOST_TESTED_WHOLE = 1500;
/** Shares of the learning curve. */
const SHARES = [0.15, 0.3, 0.6, 1] as const;

type Surprise = Record<ClassifierModel, number>;

/** What was said of texts that were not learned from. */
interface Tested {
  readonly targets: readonly number[];
  readonly shares: Record<ClassifierModel, Shares>;
  /** Of these texts, and of the validation texts that set penalty, length and temperature. */
  readonly surprise: Surprise;
  readonly validation: Surprise;
}

/** @returns the model kept, learned from six sevenths (the rest sets its penalty, its length and its temperature), and its report */
export async function trainClassifier(data: LabelledTexts, options: TrainClassifierOptions): Promise<{ report: TextReport; classifier: TrainedClassifier }> {
  const { encoder, seed = 1, onProgress } = options;
  onProgress?.(`embedding ${data.texts.length} texts`);
  const x = unitRows(await encoder.embed(data.texts), encoder.dimension);
  const folds = stratifiedFolds(data.targets, { folds: FOLDS, seed }).map(({ test }) => test);
  const pick = (rows: readonly number[]): Part => ({ texts: rows.map((row) => data.texts[row] ?? ""), targets: rows.map((row) => data.targets[row] ?? 0), x: takeRows(x, rows) });
  const without = (...parts: readonly (readonly number[])[]): Part => pick(folds.filter((fold) => !parts.includes(fold)).flat().sort((a, b) => a - b));
  const fit = { executor: options.executor, labels: data.labels.length, seed, onProgress };
  const rounds = Math.min(FOLDS, options.rounds ?? (data.texts.length <= MOST_TESTED_WHOLE ? FOLDS : 1));
  const tested: Tested[] = [];
  for (let round = 0; round < rounds; round++) {
    onProgress?.(`part ${round + 1} of ${rounds}`);
    options.onRound?.(round, rounds + 1);
    const [test, held] = [folds[round] ?? [], folds[(round + 1) % FOLDS] ?? []];
    tested.push(await testRound({ train: without(test, held), held: pick(held), test: pick(test) }, fit));
  }
  const model = best(tested);
  onProgress?.("learning curve");
  const [test, held] = [folds[0] ?? [], folds[1] ?? []];
  const learning = learningCurve({ train: without(test, held), held: pick(held), test: pick(test) }, { seed, labels: data.labels.length });
  onProgress?.("the model kept");
  options.onRound?.(rounds, rounds + 1);
  const rivals = await fitRivals(without(held), pick(held), fit);
  const report = { ...reportOf(data, { tested, model, usual: majorityOf(data) }), learning };
  return { report, classifier: { ...rivals, labels: data.labels, model, encoder: encoder.version } };
}

async function testRound({ train, held, test }: Record<"train" | "held" | "test", Part>, options: Parameters<typeof fitRivals>[2]): Promise<Tested> {
  const rivals = await fitRivals(train, held, options);
  const [validation, shares] = [await sharesOfRivals(rivals, held), await sharesOfRivals(rivals, test)];
  await rivals.cnn.cnn.close();
  return { targets: test.targets, shares, surprise: surprises(shares, test.targets), validation: surprises(validation, held.targets) };
}

const surprises = (shares: Record<ClassifierModel, Shares>, targets: readonly number[]): Surprise =>
  Object.fromEntries(CLASSIFIER_MODELS.map((one) => [one, surpriseOf(shares[one], targets)])) as Surprise;

/**
 * The least surprised on what these rounds tested. A network that stops early on its validation texts looks better there than it
 * is, so they decide only where there is one round and nothing else is left to decide by.
 */
function best(rounds: readonly Tested[], by: "surprise" | "validation" = rounds.length > 1 ? "surprise" : "validation"): ClassifierModel {
  const total = (model: ClassifierModel): number => rounds.reduce((sum, round) => sum + round[by][model], 0);
  return CLASSIFIER_MODELS.reduce((least, one) => (total(one) < total(least) ? one : least));
}

/** Of one round by the model that the other rounds chose: nothing of it has taken part in the choice. */
const keptIn = (tested: readonly Tested[], round: Tested): Shares => round.shares[tested.length > 1 ? best(tested.filter((other) => other !== round), "surprise") : best(tested)];

const majorityOf = ({ labels, targets }: LabelledTexts): number => largestAt(labels.map((_, of) => targets.filter((one) => one === of).length));

function reportOf(data: LabelledTexts, { tested, model, usual }: { tested: readonly Tested[]; model: ClassifierModel; usual: number }): Omit<TextReport, "learning"> {
  const targets = tested.flatMap((one) => one.targets);
  const kept = tested.flatMap((one) => keptIn(tested, one));
  const always = targets.map(() => data.labels.map((_, of) => (of === usual ? 0.99 : 0.01 / Math.max(1, data.labels.length - 1))));
  return {
    labels: data.labels,
    n: { train: data.targets.length, test: targets.length },
    model,
    metrics: metricsOf(kept, targets),
    models: [...CLASSIFIER_MODELS.map((one) => ({ model: one, metrics: metricsOf(tested.flatMap(({ shares }) => shares[one]), targets) })), { model: "majority", metrics: metricsOf(always, targets) }],
    confusion: confusionOf(kept.map(largestAt), targets, data.labels.length),
    calibration: calibrationOf(kept.map((one) => Math.max(...one)), kept.map((one, row) => Number(largestAt(one) === targets[row])), "platt"),
    warnings: [...data.warnings, ...(targets.length < 100 ? [`The test has ${targets.length} texts only; the intervals say how little that tells.`] : [])],
  };
}

/** Unit vectors times √dimension, so that entries are about 1. */
export function unitRows(vectors: readonly Float32Array[], dimension: number): Matrix {
  const x = createMatrix(vectors.length, dimension);
  vectors.forEach((vector, row) => vector.forEach((value, at) => (x.data[row * dimension + at] = value * Math.sqrt(dimension))));
  return x;
}

function metricsOf(shares: Shares, targets: readonly number[]): Metrics {
  const picked = shares.map(largestAt);
  const over = (figure: (rows: readonly number[]) => number) => bootstrapInterval(targets.length, figure, { times: 200 });
  const target = (row: number): number => targets[row] ?? 0;
  return {
    macroF1: over((rows) => macroF1(rows.map((row) => picked[row] ?? 0), rows.map(target))),
    accuracy: over((rows) => accuracyOf(rows.map((row) => picked[row] ?? 0), rows.map(target))),
    logLoss: over((rows) => surpriseOf(rows.map((row) => shares[row] ?? []), rows.map(target))),
  };
}

/** Figure of heads trained on ever more of the texts, on one part: does labelling more still help? */
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
