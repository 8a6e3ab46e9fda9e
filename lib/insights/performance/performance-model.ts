/**
 * @file The performance model that serves: boosted trees on the whole table as JSON, predictions, and exact explanations.
 */
import type { TooFewData } from "../attrition/types";
import { showValue } from "../explain/show-value";
import { addTreesShapley, treeMean } from "../explain/tree-shapley";
import type { Explanation } from "../explain/types";
import { answer, boostTrees, scoreTrees, type TreeTask } from "../models/boosted-trees";
import { encodeTable, featuresOfInputs, fitCoding } from "../models/coding";
import { rowOf } from "../models/matrix";
import type { DataTable } from "../table/types";
import { preparePerformance, type PreparedPerformance, type PreparePerformanceOptions } from "./prepare";
import type { PerformanceModel, TreeNodes } from "./types";

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export function trainPerformance(raw: DataTable, options: PreparePerformanceOptions & { readonly seed?: number } = {}): PerformanceModel | TooFewData {
  const prepared = preparePerformance(raw, options);
  if (prepared.kind === "too-few-data") return prepared;
  return fitPerformance(prepared, Array.from({ length: prepared.table.rows }, (_, row) => row), options.seed ?? 1);
}

/** Learned from these rows of the prepared table only. */
export function fitPerformance(prepared: PreparedPerformance, rows: readonly number[], seed: number): PerformanceModel {
  const coding = fitCoding(prepared.table, rows, { features: prepared.features });
  const { base, trees } = boostTrees(encodeTable(prepared.table, rows, coding), rows.map((row) => prepared.targets[row] ?? 0), { task: taskOf(prepared), seed });
  return { version: 1, target: prepared.target, task: prepared.task, classes: prepared.classes, coding, base, trees };
}

const taskOf = ({ task, classes }: Pick<PerformanceModel, "task" | "classes">): TreeTask => (task === "regression" ? { kind: "number" } : { kind: "classes", classes: classes.length });

/** Per row: probabilities of the classes, or one number. */
export function predictPerformance(model: PerformanceModel, table: DataTable, rows: readonly number[]): number[][] {
  const task = taskOf(model);
  return scoreTrees({ task, base: model.base, trees: model.trees }, encodeTable(table, rows, model.coding)).map((scores) => answer(scores, task));
}

/**
 * Shapley values of one output's score (log share of a class, or the number), added up by column; with `against` of the difference
 * to another class's score: what speaks for the one rather than the other. Both are sums over trees, so both are exact.
 *
 * @param of class number; 0 for numbers
 */
export function explainPerformance(model: PerformanceModel, table: DataTable, { row, of, against }: { row: number; of: number; against?: number }): Explanation {
  const x = encodeTable(table, [row], model.coding);
  const inputs = rowOf(x, 0);
  const parts = new Float64Array(x.columns);
  let [base, score] = [0, 0];
  for (const [output, sign] of [[of, 1], ...(against === undefined ? [] : [[against, -1]])] as [number, number][]) {
    const own = new Float64Array(x.columns);
    base += sign * ((model.base[output] ?? 0) + sumShapley(model.trees.flatMap((round) => round[output] ?? []), inputs, own));
    score += sign * (scoreTrees({ task: taskOf(model), base: model.base, trees: model.trees }, x)[0]?.[output] ?? 0);
    own.forEach((part, at) => ((parts[at] as number) += sign * part));
  }
  const amounts = new Map<string, number>(model.coding.codes.map((code) => [code.feature, 0]));
  featuresOfInputs(model.coding).forEach((names, at) => {
    for (const name of names) amounts.set(name, (amounts.get(name) ?? 0) + (parts[at] as number) / names.length);
  });
  const contributions = [...amounts].map(([feature, amount]) => {
    const column = table.columns.find((one) => one.name === feature);
    const value = column?.cells[row] ?? null;
    return { feature, value, shown: column ? showValue(column, value) : "missing", amount };
  });
  const sum = contributions.reduce((total, { amount }) => total + amount, 0);
  return { row, method: "tree-shapley", scale: model.task === "regression" ? "value" : "log-odds", base, score, contributions: contributions.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)), gap: score - base - sum };
}

/** Adds every tree's Shapley values. @returns the sum of the trees' means */
function sumShapley(trees: readonly TreeNodes[], inputs: Float64Array, into: Float64Array): number {
  addTreesShapley(trees, inputs, into);
  return trees.reduce((sum, tree) => sum + treeMean(tree), 0);
}
