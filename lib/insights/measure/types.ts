/**
 * @file Words of measuring: a figure with its interval, calibration, curves, and the same by group.
 */

/** A figure and its 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** By metric name: "auc", "ap", "brier", "logLoss", "accuracy", "macroF1", "r2", "mae", "rmse", "concordance" … */
export type Metrics = Readonly<Record<string, Interval>>;

export interface CalibrationBin {
  /** Mean predicted probability of the bin, and the observed share with its 95 % (Wilson) interval. */
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface Calibration {
  /** Of observed on predicted log-odds; 1 = neither over- nor under-confident. */
  readonly slope: number;
  /** Log-odds that all predictions are too low by, at slope 1 ("calibration in the large"). */
  readonly intercept: number;
  /** Mean gap between predicted and observed over the bins, weighted by size. */
  readonly error: number;
  /** How the probabilities were adjusted inside the folds. */
  readonly method: "none" | "platt" | "isotonic";
  readonly bins: readonly CalibrationBin[];
}

/** A picture's points, x ascending. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly low?: number; readonly high?: number }[];
}

export interface FairnessGroup {
  readonly value: string;
  readonly n: number;
  /** Share who left (had the event), and mean predicted probability. */
  readonly observed: Interval;
  readonly predicted: Interval;
  /** Share above the threshold of the "raised" band. */
  readonly flagged: Interval;
  /** flagged / flagged of the least flagged group of sufficient size; null where that is 0. */
  readonly ratio: Interval | null;
  /** Of the leavers the share flagged; of the stayers the share flagged. null where a group has none. */
  readonly found: Interval | null;
  readonly falseAlarms: Interval | null;
  /** null where the group is too small to say (fewer than 10 of either outcome). */
  readonly auc: Interval | null;
}

export interface FairnessColumn {
  readonly column: string;
  /** Ages and other numbers are put into bands. */
  readonly groups: readonly FairnessGroup[];
  /** Groups with fewer people than this are left out, for their privacy. */
  readonly smallest: number;
  readonly suppressed: number;
  /** Groups whose interval of the ratio, or of observed − predicted, excludes equality; empty = none seen. */
  readonly concerns: readonly { readonly value: string; readonly kind: "flagged-more" | "over-predicted" | "under-predicted"; readonly message: string }[];
}
