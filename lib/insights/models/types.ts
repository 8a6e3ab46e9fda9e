/**
 * @file Words of the models: how a row becomes numbers, and fitted models as JSON.
 */
import type { TreeNodes } from "../performance/types";
import type { ColumnKind } from "../table/types";

/** How one column becomes numbers. Numbers are standardised; a missing value is the mean, with a flag when there were enough. */
export interface FeatureCode {
  readonly feature: string;
  readonly kind: ColumnKind;
  /** Of numbers, dates and booleans. */
  readonly mean: number;
  /** > 0 */
  readonly deviation: number;
  /** Standardised after log(1 + x − low) when the column is a skewed amount. */
  readonly log: { readonly low: number } | null;
  /** Cut-offs at which outliers are held (0.5 and 99.5 % of the training rows). */
  readonly clip: { readonly low: number; readonly high: number } | null;
  /** Of categories: one input each; other and unseen values share the last one when `other` is true. */
  readonly categories: readonly string[];
  readonly other: boolean;
  /** Has an input that is 1 where the value is missing. */
  readonly flagsMissing: boolean;
  /** Cut-offs in standard deviations above which a number's line may bend. */
  readonly bends: readonly number[];
  readonly unit: string | null;
}

/** Inputs that are products of two features' inputs. */
export interface Interaction {
  readonly a: string;
  readonly b: string;
}

export interface FeatureCoding {
  readonly codes: readonly FeatureCode[];
  readonly interactions: readonly Interaction[];
  /** Name of every input, in order: "OverTime", "Department = Sales", "Age is missing", "OverTime × Age". */
  readonly inputs: readonly string[];
  /** Mean and deviation of every input over the training rows: the "average person". */
  readonly centre: readonly number[];
  readonly spread: readonly number[];
}

/** p = σ(intercept + Σ weight · (input − centre) / spread), then the calibration's map of log-odds. */
export interface LogisticModel {
  readonly coding: FeatureCoding;
  readonly intercept: number;
  readonly weights: readonly number[];
  /** Ridge penalty on standardised inputs, chosen in inner folds. */
  readonly penalty: number;
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/** p = σ(base + Σ trees' leaves of the row's inputs), after the calibration's map of log-odds. */
export interface TreesModel {
  readonly coding: FeatureCoding;
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly TreeNodes[];
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/** What gives a probability of an event: a line, or trees where they are surely better. */
export type RiskModel = LogisticModel | TreesModel;
