/**
 * @file Words of text insight: a classifier of comments, measured; results by group, never by person.
 */
import type { Calibration, Interval, Metrics } from "../measure/types";

/** both: the mean of the two. */
export const CLASSIFIER_MODELS = ["encoder-head", "text-cnn", "both"] as const;
export type ClassifierModel = (typeof CLASSIFIER_MODELS)[number];

export interface TextReport {
  readonly labels: readonly string[];
  /** Labelled texts in all; those that were tested on by models that had not seen them. */
  readonly n: { readonly train: number; readonly test: number };
  /** The one kept. */
  readonly model: ClassifierModel;
  /** Of choosing and training as it is done here: for each part the other parts choose. */
  readonly metrics: Metrics;
  readonly models: readonly { readonly model: ClassifierModel | "majority"; readonly metrics: Metrics }[];
  readonly confusion: readonly (readonly number[])[];
  readonly calibration: Calibration;
  /** Macro-F1 by number of training comments. */
  readonly learning: readonly { readonly n: number; readonly macroF1: Interval }[];
  readonly warnings: readonly string[];
}

export interface CommentPrediction {
  readonly label: string;
  readonly probabilities: Readonly<Record<string, number>>;
}

/** Shares of labels in a group; groups of fewer than `smallest` are suppressed. */
export interface CommentGroup {
  readonly group: string;
  /** null when suppressed. */
  readonly n: number | null;
  readonly shares: Readonly<Record<string, Interval>> | null;
}
