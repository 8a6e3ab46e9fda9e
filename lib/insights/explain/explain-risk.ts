/**
 * @file Exact explanation of a model of an event, in calibrated log-odds against the average person. Of a line: each input's
 * weight times its distance from the average; of trees: Shapley values. Added up by column, base plus contributions is the score.
 */
import { encodeTable, featuresOfInputs } from "../models/coding";
import { rowOf, type Matrix } from "../models/matrix";
import { isTrees, scoreInputs } from "../models/risk-model";
import type { RiskModel } from "../models/types";
import type { DataTable } from "../table/types";
import { showValue } from "./show-value";
import { addTreesShapley, treeMean } from "./tree-shapley";
import type { Explanation } from "./types";

export interface Contributions {
  readonly features: readonly string[];
  /** Per row, in the order of `features`. */
  readonly amounts: readonly Float64Array[];
  readonly base: number;
  readonly scores: Float64Array;
}

/** Of every feature per row. An interaction counts half to each of its two columns. */
export function contributionsOf(model: RiskModel, table: DataTable, rows: readonly number[]): Contributions {
  const x = encodeTable(table, rows, model.coding);
  const features = model.coding.codes.map((code) => code.feature);
  const placeOf = new Map(features.map((feature, at) => [feature, at]));
  const owners = featuresOfInputs(model.coding).map((names) => names.map((name) => placeOf.get(name) ?? 0));
  const { base, partsOf } = isTrees(model) ? ofTrees(model) : ofLine(model);
  const { slope, intercept } = model.calibration;
  const amounts = rows.map((_, line) => {
    const sums = new Float64Array(features.length);
    partsOf(x, line).forEach((part, at) => {
      const names = owners[at] ?? [];
      for (const name of names) sums[name] = (sums[name] as number) + (slope * part) / names.length;
    });
    return sums;
  });
  return { features, amounts, base: slope * base + intercept, scores: scoreInputs(model, x) };
}

interface Parts {
  readonly base: number;
  /** Per input of a row. */
  readonly partsOf: (x: Matrix, line: number) => Float64Array;
}

const ofLine = ({ weights, intercept }: Extract<RiskModel, { weights: unknown }>): Parts => ({ base: intercept, partsOf: (x, line) => rowOf(x, line).map((input, at) => input * (weights[at] ?? 0)) });

const ofTrees = ({ base, trees }: Extract<RiskModel, { trees: unknown }>): Parts => ({
  base: trees.reduce((sum, tree) => sum + treeMean(tree), base),
  partsOf(x, line) {
    const into = new Float64Array(x.columns);
    addTreesShapley(trees, rowOf(x, line), into);
    return into;
  },
});

/** @param row row number of the table */
export function explainModel(model: RiskModel, table: DataTable, row: number): Explanation {
  const { features, amounts, base, scores } = contributionsOf(model, table, [row]);
  const score = scores[0] ?? 0;
  const parts = features.map((feature, at) => {
    const column = table.columns.find((one) => one.name === feature);
    const value = column?.cells[row] ?? null;
    return { feature, value, shown: column ? showValue(column, value) : "missing", amount: amounts[0]?.[at] ?? 0 };
  });
  const sum = parts.reduce((total, part) => total + part.amount, 0);
  return { row, method: isTrees(model) ? "tree-shapley" : "linear", scale: "log-odds", base, score, contributions: parts.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)), gap: score - base - sum };
}
