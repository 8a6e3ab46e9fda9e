/**
 * @file Words of performance: classes or numbers predicted from a table, measured by cross-validation.
 */
import type { Explanation, FeatureImportance } from "../explain/types";
import type { Calibration, FairnessColumn, Interval, Metrics } from "../measure/types";
import type { FeatureCoding } from "../models/types";
import type { Notice } from "../table/types";
import type { ProtectedDecision } from "../attrition/types";

export interface PerformanceReport {
  readonly kind: "measured";
  readonly target: string;
  readonly task: "classification" | "regression";
  /** Classes in order, empty for regression. */
  readonly classes: readonly string[];
  readonly n: number;
  readonly folds: number;
  readonly repeats: number;
  readonly model: string;
  readonly metrics: Metrics;
  /** Of the probability of the predicted class; null for regression. */
  readonly calibration: Calibration | null;
  readonly importance: readonly FeatureImportance[];
  /** [truth][predicted] counts over the out-of-fold predictions; empty for regression. */
  readonly confusion: readonly (readonly number[])[];
  /** Baselines and rivals under the same folds. */
  readonly models: readonly { readonly model: string; readonly metrics: Metrics; readonly how: string }[];
  readonly protected: ProtectedDecision;
  readonly fairness: readonly FairnessColumn[];
  readonly warnings: readonly Notice[];
}

/** Nodes of one tree as parallel lists; feature −1 = leaf. Left: input ≤ threshold. */
export interface TreeNodes {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Value of every node (leaves answer; inner ones serve the explanation). */
  readonly value: readonly number[];
  /** Training weight that reached the node. */
  readonly cover: readonly number[];
}

/** Gradient-boosted trees: score of class k = base[k] + Σ trees[k]. One "class" for regression and for two classes. */
export interface PerformanceModel {
  readonly version: 1;
  readonly target: string;
  readonly task: "classification" | "regression";
  readonly classes: readonly string[];
  readonly coding: FeatureCoding;
  readonly base: readonly number[];
  readonly trees: readonly (readonly TreeNodes[])[];
}

/** What is foreseen of one person, by a model that did not learn from that person's own result. */
export interface ForeseenResult {
  /** Of the table as given. */
  readonly row: number;
  /** The likeliest class, or the number. */
  readonly foreseen: string;
  /** Its share, 0–1; null for numbers. */
  readonly chance: number | null;
  /** What it may well be, four times of five: classes in their order, or the two ends. */
  readonly range: readonly string[];
  /** The class where its share is at least a half, "unclear" below; of numbers "lower", "usual", "higher" than the middle half of all known results. */
  readonly band: string;
  /** Classes: the two likeliest in their order; a positive part speaks for the second. Null for numbers: a positive part raises it. */
  readonly pair: readonly [string, string] | null;
  readonly explanation: Explanation;
}

/** Means of a group, held out: foreseen against what came. Share of the last class, or the number. */
export interface ForeseenGroup {
  readonly group: string;
  readonly n: number;
  readonly foreseen: Interval;
  readonly observed: Interval;
}
