/**
 * @file Words of attrition: the measured report, the model that serves, risk as bands.
 */
import type { DeletionTest, FeatureImportance } from "../explain/types";
import type { Calibration, Curve, FairnessColumn, Interval, Metrics } from "../measure/types";
import type { RiskModel } from "../models/types";
import type { Notice } from "../table/types";

/** The answer when a table cannot carry a model. */
export interface TooFewData {
  readonly kind: "too-few-data";
  readonly target: string;
  readonly have: { readonly rows: number; readonly events: number };
  readonly need: { readonly rows: number; readonly events: number };
  readonly message: string;
  readonly warnings: readonly Notice[];
}

export interface ModelFigures {
  readonly model: "logistic" | "mlp" | "survival" | "trees";
  readonly metrics: Metrics;
  readonly calibration: Calibration | null;
  /** In one sentence: what it is and how it was set. */
  readonly how: string;
}

export interface ProtectedDecision {
  readonly columns: readonly string[];
  /** true only when the caller asked for it by name. */
  readonly used: boolean;
  /** The same cross-validation with them as features, so that the cost of holding them apart is known; null when not asked. */
  readonly withThem: Metrics | null;
}

export interface CauseGroup {
  readonly column: string;
  readonly value: string;
  readonly n: number;
  readonly observed: Interval;
  readonly predicted: number;
  /** Mean contributions of the group's people against everybody's, largest first, in log-odds. */
  readonly causes: readonly { readonly feature: string; readonly amount: Interval }[];
}

export interface SurvivalReport {
  /** Column of tenure and its unit. */
  readonly time: string;
  readonly unit: string | null;
  readonly metrics: Metrics;
  /** Share still here by tenure, all people (Kaplan–Meier), with its interval. */
  readonly curve: Curve;
  /** Hazard ratio per standard deviation (numbers) or against the usual value (categories). */
  readonly hazards: readonly { readonly feature: string; readonly ratio: Interval }[];
  /** Share of predicted and observed survivors by horizon. */
  readonly horizons: readonly { readonly at: number; readonly predicted: number; readonly observed: Interval; readonly brier: number }[];
}

export interface AttritionReport {
  readonly kind: "measured";
  readonly target: string;
  /** The target's value that means "left". */
  readonly event: string;
  readonly time: string | null;
  readonly n: number;
  readonly events: number;
  readonly folds: number;
  readonly repeats: number;
  /** Of the model that is recommended. */
  readonly model: ModelFigures["model"];
  readonly metrics: Metrics;
  readonly calibration: Calibration;
  readonly importance: readonly FeatureImportance[];
  /** Everything that was tried, the recommended one among them. */
  readonly models: readonly ModelFigures[];
  readonly protected: ProtectedDecision;
  readonly fairness: readonly FairnessColumn[];
  readonly causes: readonly CauseGroup[];
  readonly survival: SurvivalReport | null;
  readonly deletion: DeletionTest | null;
  readonly warnings: readonly Notice[];
}

export type RiskBand = "usual" | "raised" | "high";

export interface RiskEstimate {
  readonly row: number;
  /** 0–1, calibrated, of the event within the table's horizon. */
  readonly probability: number;
  /** Over the resampled models: how sure the model is of it. */
  readonly low: number;
  readonly high: number;
  readonly band: RiskBand;
}

/** A fitted model, as JSON. Bands: raised from 1.5 × the base rate, high from 3 ×. */
export interface AttritionModel {
  readonly version: 1;
  readonly target: string;
  readonly event: string;
  readonly trainedOn: { readonly rows: number; readonly events: number; readonly table: string };
  readonly baseRate: number;
  readonly bands: { readonly raised: number; readonly high: number };
  readonly model: RiskModel;
  /** Models of bootstrap samples of the training table: the interval of a risk. */
  readonly resamples: readonly RiskModel[];
}
