/**
 * @file Importance of columns: what the AUC of held-out rows loses when one column is shuffled among them.
 */
import { createRng, shuffled } from "../../core/rng";
import type { FeatureImportance } from "../explain/types";
import type { FoldPredictions } from "../measure/cross-validate";
import { ANY, foldInterval } from "../measure/interval";
import { rocAuc } from "../measure/ranking";
import { encodeTable, featuresOfInputs } from "../models/coding";
import type { Matrix } from "../models/matrix";
import { scoreInputs } from "../models/risk-model";
import type { RiskModel } from "../models/types";
import type { PreparedTable } from "./prepare";

/** @param found folds of one repeat, `models` theirs in the same order @returns largest first */
export function importanceOf(prepared: PreparedTable, found: readonly FoldPredictions<number>[], models: readonly RiskModel[]): FeatureImportance[] {
  const losses = new Map<string, number[]>(prepared.features.map((name) => [name, []]));
  const slopes = new Map<string, number>();
  found.forEach(({ split, predictions }, fold) => {
    const model = models[fold];
    if (!model) return;
    const truth = split.test.map((row) => prepared.outcomes[row] ?? 0);
    const before = rocAuc(predictions, truth);
    const x = encodeTable(prepared.table, split.test, model.coding);
    const scores = scoreInputs(model, x);
    const owners = featuresOfInputs(model.coding);
    const random = createRng(100 + fold);
    for (const name of prepared.features) {
      const inputs = owners.flatMap((names, at) => (names.includes(name) ? [at] : []));
      const without = scoreInputs(model, shuffleInputs(x, inputs, random));
      losses.get(name)?.push(before - rocAuc(without, truth));
      slopes.set(name, (slopes.get(name) ?? 0) + directionOf(x, inputs[0] ?? 0, { scores, without }));
    }
  });
  return prepared.features
    .map((feature): FeatureImportance => {
      const kind = prepared.table.columns.find((column) => column.name === feature)?.kind;
      const ordered = kind === "number" || kind === "boolean" || kind === "date";
      return { feature, importance: foldInterval(losses.get(feature) ?? [], found.length, ANY), metric: "auc", direction: ordered ? (Math.sign(slopes.get(feature) ?? 0) as -1 | 0 | 1) : 0 };
    })
    .sort((a, b) => b.importance.mean - a.importance.mean);
}

/** The same rows with the given inputs taken together from other rows. */
function shuffleInputs(x: Matrix, inputs: readonly number[], random: () => number): Matrix {
  const order = shuffled(Array.from({ length: x.rows }, (_, row) => row), random);
  const data = x.data.slice();
  for (const at of inputs) order.forEach((from, row) => (data[row * x.columns + at] = x.data[from * x.columns + at] as number));
  return { ...x, data };
}

/** Covariance of an input with what it adds to the score, which is what the score loses with another row's: more of it, higher score? */
function directionOf(x: Matrix, input: number, { scores, without }: { scores: Float64Array; without: Float64Array }): number {
  return scores.reduce((sum, score, row) => sum + (x.data[row * x.columns + input] as number) * (score - (without[row] ?? score)), 0);
}
