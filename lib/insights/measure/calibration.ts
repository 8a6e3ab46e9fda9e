/**
 * @file Calibration: do 20 % predicted mean 20 % observed? Slope and intercept, a reliability diagram, and the two usual
 * adjustments (Platt's line on log-odds, isotonic steps). Adjustments are fitted inside training folds only.
 */
import { meanOf, shareInterval } from "./interval";
import type { Calibration, CalibrationBin } from "./types";

const TINY = 1e-7;

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
export const logOdds = (p: number): number => Math.log(Math.min(1 - TINY, Math.max(TINY, p)) / (1 - Math.min(1 - TINY, Math.max(TINY, p))));

/** Mean squared difference of probability and outcome; lower is better. */
export function brierScore(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  return meanOf(Array.from(probabilities, (p, row) => (p - (outcomes[row] ?? 0)) ** 2));
}

/** Mean surprise in nats. */
export function logLoss(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  return meanOf(Array.from(probabilities, (p, row) => -Math.log(Math.max(TINY, outcomes[row] === 1 ? p : 1 - p))));
}

export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The line on log-odds that fits the outcomes best (maximum likelihood, Newton's method).
 *
 * @param fixedSlope keeps the slope and fits the intercept only
 * @returns the given line's identity { slope 1, intercept 0 } when an outcome does not occur
 * @source Platt 1999; Cox 1958 (calibration slope and intercept)
 */
export function fitLine(scores: ArrayLike<number>, outcomes: ArrayLike<number>, fixedSlope?: number): Line {
  const rate = meanOf(outcomes);
  if (rate === 0 || rate === 1) return { slope: 1, intercept: 0 };
  let [slope, intercept] = [fixedSlope ?? 1, 0];
  for (let round = 0; round < 50; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (let row = 0; row < scores.length; row++) {
      const s = scores[row] ?? 0;
      const p = sigmoid(slope * s + intercept);
      const [miss, w] = [(outcomes[row] ?? 0) - p, Math.max(1e-9, p * (1 - p))];
      [ga, gb, haa, hab, hbb] = [ga + miss * s, gb + miss, haa + w * s * s, hab + w * s, hbb + w];
    }
    const determinant = haa * hbb - hab * hab;
    const isFlat = fixedSlope !== undefined || determinant < 1e-9;
    const [da, db] = isFlat ? [0, gb / hbb] : [(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant];
    const damp = Math.min(1, 2 / Math.max(Math.abs(da), Math.abs(db), 1e-12));
    slope += damp * da;
    intercept += damp * db;
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return { slope, intercept };
}

/**
 * Platt's line, drawn halfway to the identity: inner folds train on a part of the rows, where a model is less sure of
 * itself than the final one will be, and the line itself is an estimate. The slope is within 0.75–1.25.
 */
export function gentleLine(scores: ArrayLike<number>, outcomes: ArrayLike<number>): Line {
  const { slope, intercept } = fitLine(scores, outcomes);
  const held = Math.min(1.5, Math.max(0.5, slope));
  return { slope: (1 + held) / 2, intercept: intercept / 2 };
}

/** Non-decreasing steps from score to probability. */
export interface Steps {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

/** Isotonic regression by pooling adjacent violators. @source Ayer et al. 1955 */
export function fitSteps(scores: ArrayLike<number>, outcomes: ArrayLike<number>): Steps {
  const order = Array.from({ length: scores.length }, (_, row) => row).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const blocks: { at: number; sum: number; n: number }[] = [];
  for (const row of order) {
    blocks.push({ at: scores[row] ?? 0, sum: outcomes[row] ?? 0, n: 1 });
    for (;;) {
      const [last, before] = [blocks.at(-1), blocks.at(-2)];
      if (!last || !before || before.sum / before.n < last.sum / last.n) break;
      blocks.splice(-2, 2, { at: last.at, sum: before.sum + last.sum, n: before.n + last.n });
    }
  }
  return { at: blocks.map((block) => block.at), value: blocks.map((block) => block.sum / block.n) };
}

/** The step's value at a score, straight between the steps. */
export function applySteps({ at, value }: Steps, score: number): number {
  const next = at.findIndex((edge) => edge >= score);
  if (next === -1) return value.at(-1) ?? 0;
  if (next === 0) return value[0] ?? 0;
  const [left, right] = [at[next - 1] ?? 0, at[next] ?? 0];
  const share = right > left ? (score - left) / (right - left) : 1;
  return (value[next - 1] ?? 0) * (1 - share) + (value[next] ?? 0) * share;
}

/** Reliability diagram: bins of equally many rows, their mean prediction and observed share. */
export function reliabilityBins(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>, bins = 10): CalibrationBin[] {
  const order = Array.from({ length: probabilities.length }, (_, row) => row).sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  return Array.from({ length: bins }, (_, bin) => order.slice(Math.round((bin * order.length) / bins), Math.round(((bin + 1) * order.length) / bins)))
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      const share = shareInterval(rows.filter((row) => outcomes[row] === 1).length, rows.length);
      return { predicted: meanOf(rows.map((row) => probabilities[row] ?? 0)), observed: share.mean, low: share.low, high: share.high, n: rows.length };
    });
}

/** @param probabilities held-out predictions of all rows, each predicted by a model that has not seen it */
export function calibrationOf(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>, method: Calibration["method"]): Calibration {
  const scores = Array.from(probabilities, logOdds);
  const bins = reliabilityBins(probabilities, outcomes);
  const error = bins.reduce((sum, bin) => sum + (bin.n / probabilities.length) * Math.abs(bin.predicted - bin.observed), 0);
  return { slope: fitLine(scores, outcomes).slope, intercept: fitLine(scores, outcomes, 1).intercept, error, method, bins };
}
