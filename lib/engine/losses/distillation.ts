/**
 * @file Distillation: a student learns a teacher's scores (KL) or vectors (MSE).
 */
import { axisSize, isSameShape, type Value } from "../graph/value";
import { sum } from "../ops/broadcast";
import { exp, multiply, scale, subtract } from "../ops/elementwise";
import { reshape } from "../ops/movement";
import { logSoftmax } from "../ops/normalise";
import { expect } from "../ops/rule";

export { meanSquaredError as vectorDistillation } from "./regression";

/**
 * KL divergence from the teacher's softened distribution to the student's, mean over rows, times temperature² (so that
 * gradients keep their size whatever the temperature).
 *
 * @param student float32 [rows, classes], scores
 * @param teacher float32 [rows, classes], scores; fed, so no gradient flows
 * @param temperature > 0; larger = softer targets; usual 1–4
 * @returns scalar, nats
 * @source Hinton, Vinyals, Dean 2015, arXiv:1503.02531, section 2
 */
export function scoreDistillation(student: Value, teacher: Value, temperature = 1): Value {
  expect(isSameShape(student.shape, teacher.shape), "scoreDistillation", [student, teacher], "needs equal shapes");
  const ours = logSoftmax(scale(student, 1 / temperature));
  const theirs = logSoftmax(scale(teacher, 1 / temperature));
  const divergence = sum(multiply(exp(theirs), subtract(theirs, ours)), [0, 1]);
  return scale(reshape(divergence, []), temperature ** 2 / axisSize(student.shape, 0));
}
