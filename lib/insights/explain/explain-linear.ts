/**
 * @file Exact explanation of a logistic model: each input's weight times its distance from the average, added up by
 * column. Base plus contributions is the score; nothing is approximated.
 */
import { encodeTable, featuresOfInputs } from "../models/coding";
import type { LogisticModel } from "../models/types";
import { scoreEncoded } from "../models/train-logistic";
import type { DataTable } from "../table/types";
import { showValue } from "./show-value";
import type { Explanation } from "./types";

/**
 * Contribution of every feature per row, in calibrated log-odds against the average person of the training table.
 * An interaction counts half to each of its two columns.
 *
 * @returns rows.length arrays in the order of `features`
 */
export function linearContributions(model: LogisticModel, table: DataTable, rows: readonly number[]): { features: readonly string[]; amounts: readonly Float64Array[]; base: number; scores: Float64Array } {
  const x = encodeTable(table, rows, model.coding);
  const features = model.coding.codes.map((code) => code.feature);
  const placeOf = new Map(features.map((feature, at) => [feature, at]));
  const owners = featuresOfInputs(model.coding).map((names) => names.map((name) => placeOf.get(name) ?? 0));
  const amounts = rows.map((_, line) => {
    const sums = new Float64Array(features.length);
    for (let at = 0; at < x.columns; at++) {
      const part = model.calibration.slope * (model.weights[at] as number) * (x.data[line * x.columns + at] as number);
      const names = owners[at] ?? [];
      for (const name of names) sums[name] = (sums[name] as number) + part / names.length;
    }
    return sums;
  });
  return { features, amounts, base: model.calibration.slope * model.intercept + model.calibration.intercept, scores: scoreEncoded(model, x) };
}

/** @param row row number of the table */
export function explainLinear(model: LogisticModel, table: DataTable, row: number): Explanation {
  const { features, amounts, base, scores } = linearContributions(model, table, [row]);
  const score = scores[0] ?? 0;
  const parts = features.map((feature, at) => {
    const column = table.columns.find((one) => one.name === feature);
    const value = column?.cells[row] ?? null;
    return { feature, value, shown: column ? showValue(column, value) : "missing", amount: amounts[0]?.[at] ?? 0 };
  });
  const sum = parts.reduce((total, part) => total + part.amount, 0);
  return { row, method: "linear", scale: "log-odds", base, score, contributions: parts.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)), gap: score - base - sum };
}
