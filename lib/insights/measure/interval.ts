/**
 * @file 95 % intervals: of cross-validated figures, shares, differences, and from resamples.
 */
import { createRng } from "../../core/rng";
import type { Interval } from "./types";

/** Two-sided 95 % points of Student's t by degrees of freedom; between them the smaller freedom's is taken. */
const STUDENT: readonly [number, number][] = [[1, 12.71], [2, 4.3], [3, 3.18], [4, 2.78], [5, 2.57], [7, 2.36], [9, 2.26], [14, 2.14], [19, 2.09], [29, 2.05], [60, 2.0], [120, 1.98]];

const student = (freedom: number): number => [...STUDENT].reverse().find(([least]) => freedom >= least)?.[1] ?? 12.71;

/** What a figure can be at all. */
export interface MetricRange {
  readonly least: number;
  readonly most: number;
}

/** Shares, AUC, AP, F1, Brier, concordance. */
export const SHARE: MetricRange = { least: 0, most: 1 };
/** Losses and errors: as large as they like, never below nothing. */
export const LOSS: MetricRange = { least: 0, most: Infinity };
/** R², agreement corrected for chance: 1 is exact, 0 what chance gives, and worse than chance has no end. */
export const UP_TO_ONE: MetricRange = { least: -Infinity, most: 1 };
/** Differences: importance, gains, log-odds. */
export const ANY: MetricRange = { least: -Infinity, most: Infinity };

/** By the names that reports give their figures. */
export const METRIC_RANGES = { auc: SHARE, ap: SHARE, brier: SHARE, concordance: SHARE, accuracy: SHARE, macroF1: SHARE, logLoss: LOSS, mae: LOSS, rmse: LOSS, r2: UP_TO_ONE } as const satisfies Readonly<Record<string, MetricRange>>;
export type MetricName = keyof typeof METRIC_RANGES;

/** Mean ± half, cut where the figure itself ends: ten folds that are all nearly right still cannot be more than right. */
function within(mean: number, half: number, { least, most }: MetricRange): Interval {
  return { mean, low: Math.max(least, mean - half), high: Math.min(most, mean + half) };
}

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
};

export function deviationOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += ((values[at] ?? 0) - mean) ** 2;
  return values.length < 2 ? 0 : Math.sqrt(sum / (values.length - 1));
}

/**
 * Mean over the test folds of a repeated cross-validation. Folds share training rows, so their plain standard error is
 * far too small; the corrected one adds the share of test to training rows.
 *
 * @param folds folds per repeat
 * @param range what the figure can be
 * @source Nadeau, Bengio 2003, "Inference for the generalization error", section 3: variance × (1/J + n_test / n_train)
 */
export function foldInterval(values: readonly number[], folds: number, range: MetricRange): Interval {
  const mean = meanOf(values);
  const half = student(values.length - 1) * deviationOf(values) * Math.sqrt(1 / Math.max(1, values.length) + 1 / Math.max(1, folds - 1));
  return within(mean, half, range);
}

/** Of independent values: mean ± t · s / √n. @param range what the figure can be */
export function meanInterval(values: ArrayLike<number>, range: MetricRange): Interval {
  const mean = meanOf(values);
  const half = (student(values.length - 1) * deviationOf(values)) / Math.sqrt(Math.max(1, values.length));
  return within(mean, half, range);
}

/** Wilson's interval of a share. @param of > 0 */
export function shareInterval(hits: number, of: number): Interval {
  if (of <= 0) return { mean: 0, low: 0, high: 1 };
  const [z, p] = [1.96, hits / of];
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return { mean: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Percentile bootstrap of a figure over rows.
 *
 * @param figure of the drawn row numbers
 */
export function bootstrapInterval(rows: number, figure: (drawn: readonly number[]) => number, options: { times?: number; seed?: number } = {}): Interval {
  const { times = 300, seed = 11 } = options;
  const random = createRng(seed);
  const drawn = Array.from({ length: times }, () => figure(Array.from({ length: rows }, () => Math.floor(random() * rows)))).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.min(times - 1, Math.max(0, Math.round(share * (times - 1))))] ?? 0;
  return { mean: figure(Array.from({ length: rows }, (_, row) => row)), low: at(0.025), high: at(0.975) };
}
