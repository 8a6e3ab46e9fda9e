/**
 * @file The network as a rival of the logistic model: same folds, same inputs, calibrated on inner held-out rows.
 */
import type { Executor } from "../../engine/executor";
import { fitLine, sigmoid } from "../measure/calibration";
import { binaryFigures, crossValidate, type CrossValidationPlan } from "../measure/cross-validate";
import { stratifiedFolds } from "../measure/folds";
import { encodeTable, fitCoding } from "../models/coding";
import { takeRows, type Matrix } from "../models/matrix";
import { trainNetwork } from "../models/network";
import type { PreparedTable } from "./prepare";
import type { ModelFigures } from "./types";

const CALIBRATION_FOLDS = 5;

/** @param plan folds of one repeat */
export async function measureMlp(prepared: PreparedTable, executor: Executor, plan: CrossValidationPlan): Promise<ModelFigures> {
  const { table, features, outcomes, groups } = prepared;
  const found = await crossValidate(plan, async ({ train, test }, seed) => {
    const coding = fitCoding(table, train, { features });
    const [x, held] = [encodeTable(table, train, coding), encodeTable(table, test, coding)];
    const known = Float64Array.from(train, (row) => outcomes[row] ?? 0);
    return fitAndPredict({ x, known, groups: train.map((row) => groups[row] ?? row) }, held, { executor, seed });
  });
  const figures = binaryFigures(found, outcomes, { folds: plan.folds, method: "platt" });
  return { model: "mlp", metrics: figures.metrics, calibration: figures.calibration, how: `One hidden layer of 16 (GELU), weight decay, stopped early inside the folds, Platt's line on a fifth of the training rows; ${plan.folds} folds × ${plan.repeats}.` };
}

/** Trains on four fifths, draws Platt's line on the last one. */
async function fitAndPredict({ x, known, groups }: { x: Matrix; known: Float64Array; groups: readonly number[] }, held: Matrix, { executor, seed }: { executor: Executor; seed: number }): Promise<number[]> {
  const split = stratifiedFolds(known, { folds: CALIBRATION_FOLDS, seed, groups })[0];
  if (!split) return [];
  const network = await trainNetwork(takeRows(x, split.train), split.train.map((row) => known[row] ?? 0), { executor, task: { kind: "binary" }, seed });
  const line = fitLine(await network.scores(takeRows(x, split.test)), split.test.map((row) => known[row] ?? 0));
  const scores = await network.scores(held);
  await network.close();
  return Array.from(scores, (score) => sigmoid(line.slope * score + line.intercept));
}
