/**
 * @file The attrition model that serves: fitted on the whole table, with resampled models for the interval of a risk, and
 * bands. It estimates and explains; it never ranks people.
 */
import { createRng } from "../../core/rng";
import { deletionTest } from "../explain/deletion-test";
import { contributionsOf, explainModel } from "../explain/explain-risk";
import type { DeletionTest, Explanation } from "../explain/types";
import { sigmoid } from "../measure/calibration";
import { encodeTable, featuresOfInputs } from "../models/coding";
import { rowOf } from "../models/matrix";
import { isTrees, predictRows, scoreInputs } from "../models/risk-model";
import { trainLogistic } from "../models/train-logistic";
import { trainTrees } from "../models/train-trees";
import type { RiskModel } from "../models/types";
import type { DataTable } from "../table/types";
import { prepareAttrition, type PreparedTable, type PrepareOptions } from "./prepare";
import type { AttritionModel, RiskBand, RiskEstimate, TooFewData } from "./types";

/** A risk is raised from this many times the base rate, high from the second; both stay below 90 %. */
export const RAISED = 1.5;
export const HIGH = 3;
const RESAMPLES = 20;

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export function trainAttrition(raw: DataTable, options: PrepareOptions & FitOptions = {}): AttritionModel | TooFewData {
  const prepared = prepareAttrition(raw, options);
  return prepared.kind === "too-few-data" ? prepared : fitAttrition(prepared, options);
}

export interface FitOptions {
  readonly seed?: number;
  readonly resamples?: number;
  /** What the report recommends; default the line. */
  readonly kind?: "logistic" | "trees";
}

/** Of all rows of the prepared table. */
export function fitAttrition(prepared: PreparedTable, { seed = 1, resamples = RESAMPLES, kind = "logistic" }: FitOptions = {}): AttritionModel {
  const { table } = prepared;
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const random = createRng(seed + 77);
  const draw = (): number[] => rows.map(() => Math.floor(random() * rows.length));
  const { model, drawn } = (kind === "trees" ? fitTrees : fitLine)(prepared, { rows, seed, draws: Array.from({ length: resamples }, draw) });
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

interface Fit {
  readonly rows: readonly number[];
  /** Rows of each bootstrap sample. */
  readonly draws: readonly (readonly number[])[];
  readonly seed: number;
}

type Fitted = { readonly model: RiskModel; readonly drawn: readonly RiskModel[] };

function fitLine({ table, features, outcomes, groups }: PreparedTable, { rows, draws, seed }: Fit): Fitted {
  const model = trainLogistic(table, rows, { features, outcomes, groups, seed });
  const settled = { penalty: model.penalty, calibration: model.calibration };
  return { model, drawn: draws.map((drawn) => trainLogistic(table, drawn, { features, outcomes, seed, settled })) };
}

function fitTrees({ table, features, outcomes, groups }: PreparedTable, { rows, draws, seed }: Fit): Fitted {
  const model = trainTrees(table, rows, { features, outcomes, groups, seed });
  const settled = { rounds: model.trees.length, calibration: model.calibration };
  return { model, drawn: draws.map((drawn) => trainTrees(table, drawn, { features, outcomes, seed, settled })) };
}

/** One estimate per row of `rows`, in table order: never sorted by risk. */
export function estimateRisks(model: AttritionModel, table: DataTable, rows: readonly number[]): RiskEstimate[] {
  const main = predictRows(model.model, table, rows);
  const others = model.resamples.map((one) => predictRows(one, table, rows));
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
export const explainRisk = (model: AttritionModel, table: DataTable, row: number): Explanation => explainModel(model.model, table, row);

/** Deletion test of the model's explanations on up to 300 rows of the table: inputs of an average are 0. */
export function deletionOf(model: RiskModel, table: DataTable): DeletionTest {
  const rows = Array.from({ length: Math.min(300, table.rows) }, (_, at) => Math.floor((at * table.rows) / Math.min(300, table.rows)));
  const { features, amounts, scores } = contributionsOf(model, table, rows);
  const x = encodeTable(table, rows, model.coding);
  const owners = featuresOfInputs(model.coding).map((names) => names.map((name) => features.indexOf(name)));
  const without = (person: number, deleted: readonly number[]): number => {
    const data = rowOf(x, person).map((input, at) => (owners[at]?.some((feature) => deleted.includes(feature)) ? 0 : input));
    return sigmoid(scoreInputs(model, { rows: 1, columns: x.columns, data })[0] ?? 0);
  };
  return deletionTest(amounts, scores.map(sigmoid), without, { deleted: Math.min(3, features.length) });
}

/** How it was set, for the record: the line's penalty or the number of trees. */
export const settingOf = ({ model }: AttritionModel): { readonly penalty: number } | { readonly trees: number } => (isTrees(model) ? { trees: model.trees.length } : { penalty: model.penalty });
