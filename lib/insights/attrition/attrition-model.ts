/**
 * @file The attrition model that serves: fitted on the whole table, with resampled models for the interval of a risk, and
 * bands. It estimates and explains; it never ranks people.
 */
import { createRng } from "../../core/rng";
import { deletionTest } from "../explain/deletion-test";
import { explainLinear, linearContributions } from "../explain/explain-linear";
import type { DeletionTest, Explanation } from "../explain/types";
import { sigmoid } from "../measure/calibration";
import { predictLogistic, trainLogistic } from "../models/train-logistic";
import type { LogisticModel } from "../models/types";
import type { DataTable } from "../table/types";
import { prepareAttrition, type PreparedTable, type PrepareOptions } from "./prepare";
import type { AttritionModel, RiskBand, RiskEstimate, TooFewData } from "./types";

/** A risk is raised from this many times the base rate, high from the second; both stay below 90 %. */
export const RAISED = 1.5;
export const HIGH = 3;
const RESAMPLES = 20;

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export function trainAttrition(raw: DataTable, options: PrepareOptions & { readonly seed?: number; readonly resamples?: number } = {}): AttritionModel | TooFewData {
  const prepared = prepareAttrition(raw, options);
  return prepared.kind === "too-few-data" ? prepared : fitAttrition(prepared, options);
}

/** Of all rows of the prepared table. */
export function fitAttrition(prepared: PreparedTable, { seed = 1, resamples = RESAMPLES }: { readonly seed?: number; readonly resamples?: number } = {}): AttritionModel {
  const { table, features, outcomes, groups } = prepared;
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const model = trainLogistic(table, rows, { features, outcomes, groups, seed });
  const random = createRng(seed + 77);
  const settled = { penalty: model.penalty, calibration: model.calibration };
  const drawn = Array.from({ length: resamples }, () => trainLogistic(table, rows.map(() => Math.floor(random() * rows.length)), { features, outcomes, seed, settled }));
  const baseRate = prepared.events / table.rows;
  return {
    version: 1,
    target: prepared.target,
    event: prepared.event,
    trainedOn: { rows: table.rows, events: prepared.events, table: table.name },
    baseRate,
    bands: { raised: Math.min(0.6, RAISED * baseRate), high: Math.min(0.9, HIGH * baseRate) },
    model,
    resamples: drawn,
  };
}

/** One estimate per row of `rows`, in table order: never sorted by risk. */
export function estimateRisks(model: AttritionModel, table: DataTable, rows: readonly number[]): RiskEstimate[] {
  const main = predictLogistic(model.model, table, rows);
  const others = model.resamples.map((one) => predictLogistic(one, table, rows));
  return rows.map((row, at) => {
    const probability = main[at] ?? 0;
    const spread = others.map((one) => one[at] ?? 0).sort((a, b) => a - b);
    const low = spread[Math.floor(0.05 * spread.length)] ?? probability;
    const high = spread[Math.ceil(0.95 * spread.length) - 1] ?? probability;
    return { row, probability, low: Math.min(low, probability), high: Math.max(high, probability), band: bandOf(model, probability) };
  });
}

export function bandOf({ bands }: Pick<AttritionModel, "bands">, probability: number): RiskBand {
  if (probability >= bands.high) return "high";
  return probability >= bands.raised ? "raised" : "usual";
}

/** Why this person's estimate is what it is: exact, in log-odds against the average person. */
export const explainRisk = (model: AttritionModel, table: DataTable, row: number): Explanation => explainLinear(model.model, table, row);

/** Deletion test of the model's explanations on up to 300 rows of the table. */
export function deletionOf(model: LogisticModel, table: DataTable): DeletionTest {
  const rows = Array.from({ length: Math.min(300, table.rows) }, (_, at) => Math.floor((at * table.rows) / Math.min(300, table.rows)));
  const { features, amounts, scores } = linearContributions(model, table, rows);
  // A feature set to its average adds nothing: its inputs are 0. Interactions count half to each side, so there are none here.
  const probabilities = scores.map(sigmoid);
  return deletionTest(amounts, probabilities, (person, without) => sigmoid((scores[person] ?? 0) - without.reduce((sum, at) => sum + (amounts[person]?.[at] ?? 0), 0)), { deleted: Math.min(3, features.length) });
}
