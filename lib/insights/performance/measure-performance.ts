/**
 * @file measurePerformance: ratings or numbers predicted from a table, cross-validated against a linear model and the
 * usual value; importance by permutation, confusion, fairness of held-out results by protected group.
 */
import type { ProtectedDecision, TooFewData } from "../attrition/types";
import { createRng, shuffled } from "../../core/rng";
import type { FeatureImportance } from "../explain/types";
import { calibrationOf } from "../measure/calibration";
import { accuracyOf, confusionOf, largestAt, macroF1, numberFigures } from "../measure/class-figures";
import { crossValidate, type CrossValidationPlan, type FoldPredictions } from "../measure/cross-validate";
import { fairnessOf } from "../measure/fairness";
import { ANY, foldInterval, meanOf, METRIC_RANGES, type MetricName } from "../measure/interval";
import type { FairnessColumn, Metrics } from "../measure/types";
import { featuresOfInputs, fitCoding } from "../models/coding";
import type { Matrix } from "../models/matrix";
import { nameSuspect } from "../table/name-suspect";
import type { DataTable, Notice } from "../table/types";
import { learnLinear, learnTrees, learnUsual, type Learner, type Predictor } from "./models";
import { preparePerformance, type PreparedPerformance, type PreparePerformanceOptions } from "./prepare";
import type { PerformanceReport } from "./types";

export interface MeasurePerformanceOptions extends PreparePerformanceOptions {
  /** Default 10 folds × 3 repeats; 5 × 1 above 20,000 rows. */
  readonly folds?: number;
  readonly repeats?: number;
  readonly seed?: number;
  readonly withProtected?: boolean;
  readonly onProgress?: (part: string, done: number, of: number) => void;
}

/** The plainest table of ratings we have measured (INX) reaches .885; results of a year hang on more than a table knows. */
const TOO_GOOD_F1 = 0.93;
const TOO_GOOD_R2 = 0.9;

type Found = FoldPredictions<readonly number[]>;

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export async function measurePerformance(raw: DataTable, options: MeasurePerformanceOptions = {}): Promise<PerformanceReport | TooFewData> {
  const prepared = preparePerformance(raw, options);
  if (prepared.kind === "too-few-data") return prepared;
  const isLarge = prepared.table.rows > 20_000;
  const { folds = isLarge ? 5 : 10, repeats = isLarge ? 1 : 3, seed = 1 } = options;
  const plan = (part: string, times: number): CrossValidationPlan => ({ strata: prepared.strata, groups: prepared.groups, folds, repeats: times, seed, onProgress: (done, of) => options.onProgress?.(part, done, of) });
  const predictors: Predictor[] = [];
  const trees = await run(prepared, learnTrees, { plan: plan("trees", repeats), features: prepared.features, keep: predictors });
  const linear = await run(prepared, learnLinear, { plan: plan("linear", 1), features: prepared.features });
  const usual = await run(prepared, learnUsual, { plan: plan("usual value", 1), features: prepared.features });
  const metrics = metricsOf(prepared, trees, folds);
  const held = heldOut(prepared, trees);
  const apart = await protectedDecision(prepared, options, plan("with protected columns", 1));
  const importance = importanceOf(prepared, trees.slice(0, folds), predictors);
  return {
    kind: "measured",
    target: prepared.target,
    task: prepared.task,
    classes: prepared.classes,
    n: prepared.table.rows,
    folds,
    repeats,
    model: "trees",
    metrics,
    calibration: prepared.task === "classification" ? calibrationOf(held.map((one) => Math.max(...one)), held.map((one, row) => Number(largestAt(one) === prepared.targets[row])), "none") : null,
    importance,
    confusion: prepared.task === "classification" ? confusionOf(held.map(largestAt), prepared.targets, prepared.classes.length) : [],
    models: [
      { model: "trees", metrics, how: `Gradient-boosted trees of depth 4, their number chosen in inner folds; ${folds} folds × ${repeats}.` },
      { model: "linear", metrics: metricsOf(prepared, linear, folds), how: `${prepared.task === "regression" ? "Ridge regression" : "One ridge logistic regression per class"}; ${folds} folds × 1.` },
      { model: "usual", metrics: metricsOf(prepared, usual, folds), how: "The training rows' shares or mean, the same for everybody." },
    ],
    protected: apart,
    fairness: prepared.task === "classification" ? fairness(prepared, held) : [],
    warnings: [...prepared.notices, ...notices(prepared, metrics, { apart, importance })],
  };
}

async function run(prepared: PreparedPerformance, learn: Learner, { plan, features, keep }: { plan: CrossValidationPlan; features: readonly string[]; keep?: Predictor[] }): Promise<Found[]> {
  return crossValidate(plan, async (split, seed) => {
    const predictor = learn(prepared, split, { features, seed });
    keep?.push(predictor);
    await new Promise((resolve) => setImmediate(resolve));
    return predictor.predict(predictor.x);
  });
}

const METRICS = Object.keys(METRIC_RANGES) as MetricName[];

function metricsOf(prepared: PreparedPerformance, found: readonly Found[], folds: number): Metrics {
  const rows = found.map(({ split, predictions }) => figuresOf(prepared, predictions, split.test));
  return Object.fromEntries(METRICS.filter((name) => rows[0]?.[name] !== undefined).map((name) => [name, foldInterval(rows.map((row) => row[name] ?? 0), folds, METRIC_RANGES[name])]));
}

function figuresOf(prepared: PreparedPerformance, predictions: readonly (readonly number[])[], test: readonly number[]): Partial<Record<MetricName, number>> {
  const truth = test.map((row) => prepared.targets[row] ?? 0);
  if (prepared.task === "regression") return numberFigures(predictions.map(([value]) => value ?? 0), truth);
  const picked = predictions.map(largestAt);
  const surprise = meanOf(predictions.map((shares, at) => -Math.log(Math.max(1e-9, shares[truth[at] ?? 0] ?? 0))));
  return { accuracy: accuracyOf(picked, truth), macroF1: macroF1(picked, truth), logLoss: surprise };
}

/** Mean held-out answer of every row over the repeats. */
function heldOut(prepared: PreparedPerformance, found: readonly Found[]): number[][] {
  const sums = Array.from({ length: prepared.table.rows }, (): number[] => []);
  const counts = new Int32Array(prepared.table.rows);
  for (const { split, predictions } of found) {
    split.test.forEach((row, at) => {
      counts[row] = (counts[row] ?? 0) + 1;
      predictions[at]?.forEach((value, of) => ((sums[row] as number[])[of] = (sums[row]?.[of] ?? 0) + value));
    });
  }
  return sums.map((values, row) => values.map((value) => value / Math.max(1, counts[row] ?? 1)));
}

function importanceOf(prepared: PreparedPerformance, found: readonly Found[], predictors: readonly Predictor[]): FeatureImportance[] {
  const metric = prepared.task === "classification" ? "macroF1" : "r2";
  const losses = new Map<string, number[]>(prepared.features.map((name) => [name, []]));
  found.forEach(({ split, predictions }, fold) => {
    const predictor = predictors[fold];
    if (!predictor) return;
    // The folds' coding differs only where a category is rare; its owners are found again from the same rows.
    const owners = featuresOfInputs(fitCoding(prepared.table, split.train, { features: prepared.features }));
    const before = figuresOf(prepared, predictions, split.test)[metric] ?? 0;
    const random = createRng(300 + fold);
    for (const name of prepared.features) {
      const inputs = owners.flatMap((names, at) => (names.includes(name) ? [at] : []));
      losses.get(name)?.push(before - (figuresOf(prepared, predictor.predict(shuffleInputs(predictor.x, inputs, random)), split.test)[metric] ?? 0));
    }
  });
  return prepared.features.map((feature): FeatureImportance => ({ feature, importance: foldInterval(losses.get(feature) ?? [], found.length, ANY), metric, direction: 0 })).sort((a, b) => b.importance.mean - a.importance.mean);
}

function shuffleInputs(x: Matrix, inputs: readonly number[], random: () => number): Matrix {
  const order = shuffled(Array.from({ length: x.rows }, (_, row) => row), random);
  const data = x.data.slice();
  for (const at of inputs) order.forEach((from, row) => (data[row * x.columns + at] = x.data[from * x.columns + at] as number));
  return { ...x, data };
}

async function protectedDecision(prepared: PreparedPerformance, options: MeasurePerformanceOptions, plan: CrossValidationPlan): Promise<ProtectedDecision> {
  const columns = prepared.table.columns.filter((column) => column.role === "protected").map((column) => column.name);
  const used = (options.useProtected ?? []).length > 0;
  if (options.withProtected === false || columns.length === 0) return { columns, used, withThem: null };
  return { columns, used, withThem: metricsOf(prepared, await run(prepared, learnTrees, { plan, features: [...prepared.features, ...columns] }), plan.folds) };
}

/** "Event" of the audit: the highest class, by custom the best rating. */
function fairness(prepared: PreparedPerformance, held: readonly (readonly number[])[]): FairnessColumn[] {
  const top = prepared.classes.length - 1;
  const outcomes = Array.from(prepared.targets, (of) => Number(of === top));
  return prepared.table.columns.filter((column) => column.role === "protected").map((column) => fairnessOf(column, held.map((one) => one[top] ?? 0), { outcomes, threshold: 0.5 }));
}

function notices(prepared: PreparedPerformance, metrics: Metrics, { apart, importance }: { apart: ProtectedDecision; importance: readonly FeatureImportance[] }): Notice[] {
  const found: Notice[] = [];
  const name = prepared.task === "classification" ? "macroF1" : "r2";
  const [ours, withThem] = [metrics[name], apart.withThem?.[name]];
  const shown = (value: number): number => Math.round(value * 1000) / 1000;
  const isClasses = prepared.task === "classification";
  if (ours && ours.mean > (isClasses ? TOO_GOOD_F1 : TOO_GOOD_R2)) {
    const { columns, sentence } = nameSuspect(importance, "columns that were written with the result or after it");
    found.push({ code: "leak/too-good", level: "alarm", columns, values: { [name]: shown(ours.mean) }, message: `Leak suspected: ${isClasses ? "macro-F1" : "R²"} ${shown(ours.mean)} is better than results can usually be foretold. ${sentence}` });
  }
  if (prepared.task === "regression" && ours && ours.low <= 0) found.push({ code: "model/no-better-than-chance", level: "alarm", columns: [], values: { r2: shown(ours.mean) }, message: `R² ${shown(ours.mean)} (${shown(ours.low)} to ${shown(ours.high)}) is not surely better than guessing the mean for everybody. Do not use the estimates.` });
  const guessed = 1 / Math.max(1, prepared.classes.length);
  // Naming the classes at random, each as often as it is, gives 1 / classes.
  if (prepared.task === "classification" && ours && ours.low <= guessed) found.push({ code: "model/no-better-than-chance", level: "alarm", columns: [], values: { macroF1: shown(ours.mean) }, message: `Macro-F1 ${shown(ours.mean)} (${shown(ours.low)} to ${shown(ours.high)}) is not surely better than naming ratings at random (${shown(guessed)}). Do not use the estimates.` });
  if (ours && withThem) found.push({ code: "model/protected-costs", level: "info", columns: apart.columns, values: { without: shown(ours.mean), with: shown(withThem.mean) }, message: `Holding ${apart.columns.join(", ")} apart: ${name} ${shown(ours.mean)}; with them it would be ${shown(withThem.mean)} (one repeat of the folds).` });
  return found;
}
