/**
 * @file The head on the encoder: one ridge logistic regression per label over the texts' vectors, its penalty chosen on
 * validation texts. Convex, so two hundred texts are learned from as steadily as thousands (a head trained by gradient
 * steps with early stopping was tried and is worse on 218 texts: README).
 */
import { logLoss, sigmoid } from "../measure/calibration";
import type { NamedTensors } from "../../engine/named-tensors";
import { fitLogistic, type LogisticFit } from "../models/logistic";
import { createMatrix, project, rowOf, type Matrix } from "../models/matrix";

export interface LinearHead {
  readonly labels: number;
  readonly dimension: number;
  /** [labels × dimension], row-major, and one intercept per label; the centre is folded in. */
  readonly weights: Float32Array;
  readonly intercepts: Float32Array;
}

/** Strong to weak, in units of texts. */
const PENALTIES = [300, 100, 30, 10, 3, 1] as const;

/** @param held texts that choose the penalty; without any the middle one is taken */
export function fitHead(train: { x: Matrix; targets: readonly number[] }, held: { x: Matrix; targets: readonly number[] } | null, labels: number): LinearHead {
  const { x, centre } = centred(train.x);
  const fits = Array.from({ length: labels }, (_, of) => path(x, train.targets.map((target) => Number(target === of))));
  const heads = PENALTIES.map((_, at) => toHead(fits.map((one) => one[at] as LogisticFit), centre));
  if (!held) return heads[2] as LinearHead;
  const losses = heads.map((head) => logLoss(headScores(head, held.x).map((scores, row) => sigmoid(scores[held.targets[row] ?? 0] ?? 0)), held.targets.map(() => 1)) + othersLoss(head, held));
  return heads[losses.indexOf(Math.min(...losses))] as LinearHead;
}

/** Surprise about the labels that a text does not have. */
function othersLoss(head: LinearHead, { x, targets }: { x: Matrix; targets: readonly number[] }): number {
  const wrong = headScores(head, x).flatMap((scores, row) => scores.filter((_, of) => of !== targets[row]).map(sigmoid));
  return logLoss(wrong, wrong.map(() => 0)) * (head.labels - 1);
}

function path(x: Matrix, outcomes: readonly number[]): LogisticFit[] {
  let from: LogisticFit | undefined;
  return PENALTIES.map((penalty) => (from = fitLogistic(x, outcomes, { penalty, ...(from ? { from } : {}) })));
}

function centred(x: Matrix): { x: Matrix; centre: Float64Array } {
  const centre = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) rowOf(x, row).forEach((value, at) => ((centre[at] as number) += value / x.rows));
  const moved = createMatrix(x.rows, x.columns);
  for (let row = 0; row < x.rows; row++) rowOf(x, row).forEach((value, at) => (moved.data[row * x.columns + at] = value - (centre[at] as number)));
  return { x: moved, centre };
}

function toHead(fits: readonly LogisticFit[], centre: Float64Array): LinearHead {
  const dimension = centre.length;
  const weights = new Float32Array(fits.length * dimension);
  fits.forEach((fit, of) => weights.set(fit.weights, of * dimension));
  const intercepts = Float32Array.from(fits, ({ intercept, weights: own }) => intercept - own.reduce((sum, weight, at) => sum + weight * (centre[at] as number), 0));
  return { labels: fits.length, dimension, weights, intercepts };
}

/** [texts][labels], log-odds. */
export function headScores({ labels, dimension, weights, intercepts }: LinearHead, x: Matrix): number[][] {
  const byLabel = Array.from({ length: labels }, (_, of) => project(x, weights.subarray(of * dimension, (of + 1) * dimension), intercepts[of]));
  return Array.from({ length: x.rows }, (_, row) => byLabel.map((scores) => scores[row] ?? 0));
}

export const headTensors = ({ labels, dimension, weights, intercepts }: LinearHead): NamedTensors => new Map([["head.weight", { dims: [labels, dimension], data: weights }], ["head.bias", { dims: [labels], data: intercepts }]]);

/** @returns null when the tensors are no head of that size */
export function headFromTensors(tensors: NamedTensors, labels: number, dimension: number): LinearHead | null {
  const [weight, bias] = [tensors.get("head.weight"), tensors.get("head.bias")];
  return weight?.data.length === labels * dimension && bias?.data.length === labels ? { labels, dimension, weights: weight.data, intercepts: bias.data } : null;
}
