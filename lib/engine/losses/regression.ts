/**
 * @file Losses on numbers: mean squared error, and its forms on similarities (cosine MSE, margin MSE).
 */
import { isSameShape, sizeOf, type Value } from "../graph/value";
import { sum } from "../ops/broadcast";
import { multiply, scale, square, subtract } from "../ops/elementwise";
import { reshape } from "../ops/movement";
import { expect } from "../ops/rule";

/** Mean of (predicted − target)² over all elements; the shapes are equal. @returns scalar */
export function meanSquaredError(predicted: Value, target: Value): Value {
  expect(isSameShape(predicted.shape, target.shape), "meanSquaredError", [predicted, target], "needs equal shapes");
  return mean(square(subtract(predicted, target)));
}

/**
 * MSE between the cosine of pairs and a target similarity.
 *
 * @param a float32 [B, H], rows of length 1
 * @param b float32 [B, H], rows of length 1
 * @param target float32 [B, 1], usually 0 to 1 (STS scores divided by 5)
 */
export function cosineError(a: Value, b: Value, target: Value): Value {
  return meanSquaredError(rowProducts(a, b), target);
}

/**
 * MSE between our margin and a teacher's: how much better the right passage scores than the wrong one. Leaves the
 * scores' level free, which is what lets a small student learn from a cross-encoder.
 *
 * @param query, right, wrong float32 [B, H]
 * @param teacherMargin float32 [B, 1]: teacher(query, right) − teacher(query, wrong), on the student's scale
 * @source Hofstätter et al. 2020, arXiv:2010.02666, eq. 6
 */
export function marginError({ query, right, wrong, teacherMargin }: { query: Value; right: Value; wrong: Value; teacherMargin: Value }): Value {
  return meanSquaredError(subtract(rowProducts(query, right), rowProducts(query, wrong)), teacherMargin);
}

/** The inner product of each pair of rows: [B, H], [B, H] → [B, 1]. */
export function rowProducts(a: Value, b: Value): Value {
  return sum(multiply(a, b), [1]);
}

/** Mean of all elements, as a scalar. */
export function mean(x: Value): Value {
  return scale(reshape(sum(x, x.shape.map((_, axis) => axis)), []), 1 / sizeOf(x.shape));
}
