/**
 * @file Repeated stratified cross-validation: every row predicted by models that have not seen it, figures per fold.
 */
import { averagePrecision, rocAuc } from "./ranking";
import { brierScore, calibrationOf, logLoss } from "./calibration";
import { stratifiedFolds, type Split } from "./folds";
import { foldInterval, meanOf, METRIC_RANGES, type MetricName } from "./interval";
import type { Calibration, Metrics } from "./types";

export interface CrossValidationPlan {
  readonly strata: ArrayLike<number>;
  readonly groups?: ArrayLike<number>;
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  /** Called before every fold; may throw to cancel. */
  readonly onProgress?: (done: number, of: number) => void;
}

export interface FoldPredictions<P> {
  readonly split: Split;
  readonly repeat: number;
  /** One per row of split.test. */
  readonly predictions: readonly P[];
}

/** @param predict trains on split.train only and predicts split.test, in order */
export async function crossValidate<P>(plan: CrossValidationPlan, predict: (split: Split, seed: number) => readonly P[] | Promise<readonly P[]>): Promise<FoldPredictions<P>[]> {
  const found: FoldPredictions<P>[] = [];
  for (let repeat = 0; repeat < plan.repeats; repeat++) {
    const splits = stratifiedFolds(plan.strata, { folds: plan.folds, seed: plan.seed + repeat, ...(plan.groups ? { groups: plan.groups } : {}) });
    for (const [fold, split] of splits.entries()) {
      plan.onProgress?.(repeat * plan.folds + fold, plan.repeats * plan.folds);
      found.push({ split, repeat, predictions: await predict(split, plan.seed + 1000 * (repeat + 1) + fold) });
    }
  }
  return found;
}

export interface BinaryFigures {
  readonly metrics: Metrics;
  readonly calibration: Calibration;
  /** Mean held-out probability of every row over the repeats. */
  readonly heldOut: Float64Array;
}

/** AUC, AP, Brier, log loss per fold with intervals; calibration over all rows, slope and intercept as means over repeats. */
export function binaryFigures(found: readonly FoldPredictions<number>[], outcomes: ArrayLike<number>, { folds, method }: { folds: number; method: Calibration["method"] }): BinaryFigures {
  const perFold = found.map(({ split, predictions }) => {
    const truth = split.test.map((row) => outcomes[row] ?? 0);
    return { auc: rocAuc(predictions, truth), ap: averagePrecision(predictions, truth), brier: brierScore(predictions, truth), logLoss: logLoss(predictions, truth) };
  });
  const repeats = [...new Set(found.map(({ repeat }) => repeat))].map((repeat) => {
    const held = new Float64Array(outcomes.length);
    for (const one of found) if (one.repeat === repeat) one.split.test.forEach((row, at) => (held[row] = one.predictions[at] ?? 0));
    return held;
  });
  const calibrations = repeats.map((held) => calibrationOf(held, outcomes, method));
  const heldOut = Float64Array.from({ length: outcomes.length }, (_, row) => meanOf(repeats.map((held) => held[row] ?? 0)));
  const first = calibrations[0] ?? calibrationOf(heldOut, outcomes, method);
  const over = (pick: (one: Calibration) => number): number => meanOf(calibrations.map(pick));
  const figure = (name: MetricName & keyof (typeof perFold)[number]) => foldInterval(perFold.map((one) => one[name]), folds, METRIC_RANGES[name]);
  return {
    metrics: { auc: figure("auc"), ap: figure("ap"), brier: figure("brier"), logLoss: figure("logLoss") },
    calibration: { ...first, slope: over((one) => one.slope), intercept: over((one) => one.intercept), error: over((one) => one.error) },
    heldOut,
  };
}
