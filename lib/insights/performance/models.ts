/**
 * @file The models that predict results: boosted trees, and the baselines that they must beat under the same folds.
 * Every answer is a list: probabilities of the classes, or one number.
 */
import { answer, boostTrees, scoreTrees, type TreeTask } from "../models/boosted-trees";
import { encodeTable, fitCoding } from "../models/coding";
import { fitLogistic } from "../models/logistic";
import { project, solvePositive, type Matrix } from "../models/matrix";
import { sigmoid } from "../measure/calibration";
import { meanOf } from "../measure/interval";
import type { PreparedPerformance } from "./prepare";

export type Answers = readonly (readonly number[])[];
export interface Predictor {
  readonly predict: (x: Matrix) => Answers;
  readonly x: Matrix;
}

export const taskOf = ({ task, classes }: Pick<PreparedPerformance, "task" | "classes">): TreeTask => (task === "regression" ? { kind: "number" } : { kind: "classes", classes: classes.length });

/** Trains on `train`, @returns predictor and the encoded `test` rows */
export type Learner = (prepared: PreparedPerformance, split: { train: readonly number[]; test: readonly number[] }, options: { features: readonly string[]; seed: number }) => Predictor;

export const learnTrees: Learner = (prepared, { train, test }, { features, seed }) => {
  const coding = fitCoding(prepared.table, train, { features });
  const task = taskOf(prepared);
  const model = boostTrees(encodeTable(prepared.table, train, coding), train.map((row) => prepared.targets[row] ?? 0), { task, seed });
  return { x: encodeTable(prepared.table, test, coding), predict: (x) => scoreTrees(model, x).map((scores) => answer(scores, task)) };
};

const PENALTY = 10;

/** One ridge logistic regression per class, or ridge regression. */
export const learnLinear: Learner = (prepared, { train, test }, { features }) => {
  const coding = fitCoding(prepared.table, train, { features });
  const x = encodeTable(prepared.table, train, coding);
  const known = train.map((row) => prepared.targets[row] ?? 0);
  const held = encodeTable(prepared.table, test, coding);
  if (prepared.task === "regression") {
    const { weights, intercept } = fitRidge(x, known, PENALTY);
    return { x: held, predict: (rows) => Array.from(project(rows, weights, intercept), (value) => [value]) };
  }
  const fits = prepared.classes.map((_, of) => fitLogistic(x, known.map((one) => Number(one === of)), { penalty: PENALTY }));
  return {
    x: held,
    predict: (rows) => {
      const shares = fits.map((fit) => Array.from(project(rows, fit.weights, fit.intercept), sigmoid));
      return Array.from({ length: rows.rows }, (_, row) => {
        const parts = shares.map((one) => one[row] ?? 0);
        const sum = parts.reduce((a, b) => a + b, 0);
        return parts.map((part) => part / sum);
      });
    },
  };
};

/** Always the training rows' shares, or their mean. */
export const learnUsual: Learner = (prepared, { train, test }, { features }) => {
  const coding = fitCoding(prepared.table, train, { features: features.slice(0, 1) });
  const known = train.map((row) => prepared.targets[row] ?? 0);
  const usual = prepared.task === "regression" ? [meanOf(known)] : prepared.classes.map((_, of) => known.filter((one) => one === of).length / known.length);
  return { x: encodeTable(prepared.table, test, coding), predict: (x) => Array.from({ length: x.rows }, () => usual) };
};

/** Ridge regression on standardised inputs. */
export function fitRidge(x: Matrix, targets: readonly number[], penalty: number): { weights: Float64Array; intercept: number } {
  const p = x.columns;
  const intercept = meanOf(targets);
  const gram = new Float64Array(p * p);
  const moment = new Float64Array(p);
  for (let row = 0; row < x.rows; row++) {
    const [start, miss] = [row * p, (targets[row] ?? 0) - intercept];
    for (let i = 0; i < p; i++) {
      const value = x.data[start + i] as number;
      (moment[i] as number) += value * miss;
      for (let j = 0; j <= i; j++) (gram[i * p + j] as number) += value * (x.data[start + j] as number);
    }
  }
  for (let i = 0; i < p; i++) (gram[i * p + i] as number) += penalty;
  return { weights: solvePositive(gram, moment), intercept };
}
