/**
 * @file Bootstrap: 95 % intervals of a mean over questions, and of the paired difference between two encoders.
 */
import { createRng } from "../../../core/rng";

export interface Interval {
  readonly mean: number;
  /** 2.5 and 97.5 % of the resampled means. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

/**
 * Percentile bootstrap of the mean: questions drawn with replacement, 2,000 times, seeded.
 *
 * @param values one number per question; for a paired comparison the differences question by question
 * @source B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13
 */
export function bootstrapMean(values: readonly number[], seed = 1): Interval {
  const random = createRng(seed);
  const mean = sum(values) / values.length;
  const means = Array.from({ length: RESAMPLES }, () => {
    let total = 0;
    for (let i = 0; i < values.length; i++) total += values[Math.floor(random() * values.length)] ?? 0;
    return total / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))] ?? mean;
  return { mean, low: at(0.025), high: at(0.975) };
}

/** `ours[i]` and `theirs[i]` must be the same question. Above 0: ours is better. */
export function bootstrapDifference(ours: readonly number[], theirs: readonly number[], seed = 1): Interval {
  return bootstrapMean(ours.map((value, i) => value - (theirs[i] ?? 0)), seed);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
