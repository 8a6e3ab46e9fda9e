/**
 * @file Losses on classes: softmax cross-entropy (weights, label smoothing), binary cross-entropy, next sentence.
 */
import { axisSize, isSameShape, type Value } from "../graph/value";
import { sum } from "../ops/broadcast";
import { add, divide, exp, log, multiply, relu, scale, shift, subtract, negate } from "../ops/elementwise";
import { gather, oneHot } from "../ops/gather";
import { reshape } from "../ops/movement";
import { logSoftmax } from "../ops/normalise";
import { expect } from "../ops/rule";
import { mean } from "./regression";

export interface CrossEntropyOptions {
  /** Float32 [classes], > 0: how much an example of each class counts. Default: all the same. */
  readonly classWeights?: Value;
  /** Share of each target spread evenly over all classes, [0, 1). Default 0. */
  readonly smoothing?: number;
  /** Float32 [rows]: 1 = counts, 0 = padding. Default: every row counts. */
  readonly counts?: Value;
}

/**
 * Softmax cross-entropy, averaged over the rows that count (by class weight, as PyTorch does).
 *
 * @param scores float32 [rows, classes], before any softmax
 * @param labels int64 or int32 [rows], 0 ≤ label < classes
 * @returns scalar, nats
 * @source Szegedy et al. 2015, arXiv:1512.00567, section 7 (smoothing); torch.nn.CrossEntropyLoss (weights)
 */
export function crossEntropy(scores: Value, labels: Value, { classWeights, smoothing = 0, counts }: CrossEntropyOptions = {}): Value {
  const [rows, classes] = [axisSize(scores.shape, 0), axisSize(scores.shape, 1)];
  expect(isSameShape(labels.shape, [rows]), "crossEntropy", [scores, labels], "needs one label per row");
  const target = oneHot(labels, classes);
  const logShares = logSoftmax(scores);
  const weighted = classWeights ? multiply(logShares, classWeights) : logShares;
  // With smoothing the weight of each class goes with its own log share, that of the label with the average.
  const perRow = add(scale(sum(multiply(weighted, target), [1]), -(1 - smoothing)), scale(sum(weighted, [1]), -smoothing / classes));
  const rowWeights = classWeights ? gather(reshape(classWeights, [classes, 1]), labels) : undefined;
  const counted = counts ? reshape(counts, [rows, 1]) : undefined;
  const total = sum(counted ? multiply(perRow, counted) : perRow, [0, 1]);
  if (!rowWeights && !counted) return scale(reshape(total, []), 1 / rows);
  const shares = rowWeights && counted ? multiply(rowWeights, counted) : (rowWeights ?? counted ?? perRow);
  return reshape(divide(total, sum(shares, [0, 1])), []);
}

/**
 * Binary cross-entropy of independent yes–no questions, mean over all elements.
 *
 * @param scores float32 logits, any shape
 * @param targets float32 of the same shape, 0 to 1
 * @returns scalar, nats: max(s, 0) − s t + log(1 + exp(−|s|)), which never overflows
 */
export function binaryCrossEntropy(scores: Value, targets: Value): Value {
  expect(isSameShape(scores.shape, targets.shape), "binaryCrossEntropy", [scores, targets], "needs equal shapes");
  const positive = relu(scores);
  const size = add(positive, relu(negate(scores))); // |s|
  return mean(add(subtract(positive, multiply(scores, targets)), log(shift(exp(negate(size)), 1))));
}

/**
 * Next sentence: does the second text follow the first? Cross-entropy over a two-way head.
 *
 * @param scores float32 [rows, 2]; class 0 = it follows, as in BERT
 * @param labels int [rows]
 * @source Devlin et al. 2018, arXiv:1810.04805, section 3.1, task 2
 */
export function nextSentenceLoss(scores: Value, labels: Value): Value {
  expect(axisSize(scores.shape, 1) === 2, "nextSentenceLoss", [scores, labels], "needs two scores per row");
  return crossEntropy(scores, labels);
}
