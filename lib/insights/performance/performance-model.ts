/**
 * @file The performance model that serves: boosted trees on the whole table as JSON, predictions, and exact explanations.
 */
import type { TooFewData } from "../attrition/types";
import { showValue } from "../explain/show-value";
import { addTreeShapley, treeMean } from "../explain/tree-shapley";
import type { Explanation } from "../explain/types";
import { answer, boostTrees, scoreTrees, type TreeTask } from "../models/boosted-trees";
import { encodeTable, featuresOfInputs, fitCoding } from "../models/coding";
import { rowOf } from "../models/matrix";
import type { DataTable } from "../table/types";
import { preparePerformance, type PreparePerformanceOptions } from "./prepare";
import type { PerformanceModel } from "./types";

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export function trainPerformance(raw: DataTable, options: PreparePerformanceOptions & { readonly seed?: number } = {}): PerformanceModel | TooFewData {
  const prepared = preparePerformance(raw, options);
  if (prepared.kind === "too-few-data") return prepared;
  const rows = Array.from({ length: prepared.table.rows }, (_, row) => row);
  const coding = fitCoding(prepared.table, rows, { features: prepared.features });
  const { base, trees } = boostTrees(encodeTable(prepared.table, rows, coding), prepared.targets, { task: taskOf(prepared), seed: options.seed ?? 1 });
  return { version: 1, target: prepared.target, task: prepared.task, classes: prepared.classes, coding, base, trees };
}

const taskOf = ({ task, classes }: Pick<PerformanceModel, "task" | "classes">): TreeTask => (task === "regression" ? { kind: "number" } : { kind: "classes", classes: classes.length });

/** Per row: probabilities of the classes, or one number. */
export function predictPerformance(model: PerformanceModel, table: DataTable, rows: readonly number[]): number[][] {
  const task = taskOf(model);
  return scoreTrees({ task, base: model.base, trees: model.trees }, encodeTable(table, rows, model.coding)).map((scores) => answer(scores, task));
}

/** Shapley values of one output's score (log share of a class, or the number), added up by column. @param of class number */
export function explainPerformance(model: PerformanceModel, table: DataTable, { row, of }: { row: number; of: number }): Explanation {
  const x = encodeTable(table, [row], model.coding);
  const inputs = rowOf(x, 0);
  const parts = new Float64Array(x.columns);
  let base = model.base[of] ?? 0;
  for (const round of model.trees) {
    const tree = round[of];
    if (!tree) continue;
    base += treeMean(tree);
    addTreeShapley(tree, inputs, parts);
  }
  const score = scoreTrees({ task: taskOf(model), base: model.base, trees: model.trees }, x)[0]?.[of] ?? 0;
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
