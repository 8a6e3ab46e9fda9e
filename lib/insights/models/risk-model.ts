/**
 * @file What every model of an event is asked, be it a line or trees: calibrated log-odds and probabilities of rows.
 */
import { sigmoid } from "../measure/calibration";
import type { DataTable } from "../table/types";
import { encodeTable } from "./coding";
import { evaluateTree } from "./grow-tree";
import { project, type Matrix } from "./matrix";
import type { RiskModel, TreesModel } from "./types";

export const isTrees = (model: RiskModel): model is TreesModel => "trees" in model;

/** Log-odds of the event after calibration, per row of encoded inputs. */
export function scoreInputs(model: RiskModel, x: Matrix): Float64Array {
  const { slope, intercept } = model.calibration;
  const scores = isTrees(model) ? Float64Array.from({ length: x.rows }, (_, row) => sumTrees(model, x, row)) : project(x, model.weights, model.intercept);
  return scores.map((score) => slope * score + intercept);
}

const sumTrees = ({ base, trees }: TreesModel, x: Matrix, row: number): number => trees.reduce((sum, tree) => sum + evaluateTree(tree, x.data, row * x.columns), base);

/** The same of rows of a table. */
export const scoreRows = (model: RiskModel, table: DataTable, rows: readonly number[]): Float64Array => scoreInputs(model, encodeTable(table, rows, model.coding));

/** Probability of the event per row, 0–1. */
export const predictRows = (model: RiskModel, table: DataTable, rows: readonly number[]): number[] => Array.from(scoreRows(model, table, rows), sigmoid);
