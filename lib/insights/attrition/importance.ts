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
import { scoreEncoded } from "../models/train-logistic";
import type { LogisticModel } from "../models/types";
import type { PreparedTable } from "./prepare";

/** @param found folds of one repeat, `models` theirs in the same order @returns largest first */
export function importanceOf(prepared: PreparedTable, found: readonly FoldPredictions<number>[], models: readonly LogisticModel[]): FeatureImportance[] {
  const losses = new Map<string, number[]>(prepared.features.map((name) => [name, []]));
  const slopes = new Map<string, number>();
  found.forEach(({ split, predictions }, fold) => {
    const model = models[fold];
    if (!model) return;
    const truth = split.test.map((row) => prepared.outcomes[row] ?? 0);
    const before = rocAuc(predictions, truth);
    const x = encodeTable(prepared.table, split.test, model.coding);
    const owners = featuresOfInputs(model.coding);
    const random = createRng(100 + fold);
    for (const name of prepared.features) {
      const inputs = owners.flatMap((names, at) => (names.includes(name) ? [at] : []));
      losses.get(name)?.push(before - rocAuc(scoreEncoded(model, shuffleInputs(x, inputs, random)), truth));
      slopes.set(name, (slopes.get(name) ?? 0) + directionOf(model, x, inputs));
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

/** Covariance of the first input with what the feature adds to the score: more of it, higher score? */
function directionOf(model: LogisticModel, x: Matrix, inputs: readonly number[]): number {
  const [first = 0] = inputs;
  let covariance = 0;
  for (let row = 0; row < x.rows; row++) {
    const part = inputs.reduce((sum, at) => sum + (model.weights[at] ?? 0) * (x.data[row * x.columns + at] as number), 0);
    covariance += part * (x.data[row * x.columns + first] as number);
  }
  return covariance;
}
