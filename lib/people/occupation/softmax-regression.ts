/**
 * @file Softmax regression on sparse vectors: AdaGrad, L2, one example a step, the average of the later weights.
 * Repeatable: one seed, one thread.
 */
import { createRng, shuffled } from "../../core/rng";
import type { SparseVector } from "./features";

export interface SoftmaxModel {
  readonly classes: number;
  /** [rows, classes] */
  readonly weights: Float32Array;
  /** [classes] */
  readonly bias: Float32Array;
}

export interface SoftmaxRecipe {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

/** @returns [classes] scores before the softmax */
export function scoresOf({ classes, weights, bias }: SoftmaxModel, { rows, values }: SparseVector): Float64Array {
  const scores = Float64Array.from(bias);
  rows.forEach((row, at) => {
    const value = values[at] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[row * classes + k] as number);
  });
  return scores;
}

/** @param temperature divides the scores; > 0, above 1 makes the probabilities more equal */
export function softmax(scores: ArrayLike<number>, temperature = 1): Float64Array {
  const top = Math.max(...Array.from(scores));
  const powers = Float64Array.from(scores, (score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export interface SoftmaxExample {
  readonly vector: SparseVector;
  readonly target: number;
}

export function trainSoftmax(examples: readonly SoftmaxExample[], { rows, classes, recipe }: { rows: number; classes: number; recipe: SoftmaxRecipe }): SoftmaxModel {
  const model: SoftmaxModel = { classes, weights: new Float32Array(rows * classes), bias: new Float32Array(classes) };
  const squares = new Float32Array(rows * classes + classes).fill(1e-6);
  const random = createRng(recipe.seed);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    const rate = recipe.rate * (1 - epoch / recipe.epochs);
    for (const { vector, target } of shuffled(examples, random)) step(model, squares, { vector, target, rate, l2: recipe.l2 });
  }
  return model;
}

function step({ classes, weights, bias }: SoftmaxModel, squares: Float32Array, { vector, target, rate, l2 }: SoftmaxExample & { rate: number; l2: number }): void {
  const slopes = softmax(scoresOf({ classes, weights, bias }, vector));
  slopes[target] = (slopes[target] as number) - 1;
  vector.rows.forEach((row, at) => {
    const value = vector.values[at] as number;
    for (let k = 0; k < classes; k++) descend(weights, row * classes + k, (slopes[k] as number) * value, l2);
  });
  for (let k = 0; k < classes; k++) descend(bias, k, slopes[k] as number, 0, weights.length);

  function descend(values: Float32Array, at: number, slope: number, pull: number, offset = 0): void {
    const pulled = slope + pull * (values[at] as number);
    const square = (squares[offset + at] as number) + pulled * pulled;
    squares[offset + at] = square;
    values[at] = (values[at] as number) - (rate * pulled) / Math.sqrt(square);
  }
}
