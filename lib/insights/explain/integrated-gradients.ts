/**
 * @file Integrated gradients: a network's score against the average person's, shared out to the inputs along the straight
 * way between them. The sum is the difference of the scores up to the error of the steps, which is reported.
 * @source Sundararajan, Taly, Yan 2017, arXiv:1703.01365
 */
import { createMatrix, type Matrix } from "../models/matrix";
import type { Network } from "../models/network";

/** Gauss–Legendre points are not needed: the middle of 128 steps is exact to 1e-4 for small networks; doubled until it is. */
const FIRST_STEPS = 64;
const MOST_STEPS = 1024;

export interface NetworkExplanation {
  /** Score of the average person (all inputs 0) and of this one. */
  readonly base: number;
  readonly score: number;
  /** One per input. */
  readonly amounts: Float64Array;
  /** score − base − sum of amounts. */
  readonly gap: number;
}

/**
 * @param inputs standardised, one person
 * @param of which output
 * @param tolerance of the gap, in the score's unit
 */
export async function integratedGradients(network: Network, inputs: Float64Array, { of = 0, outputs = 1, tolerance = 5e-4 }: { of?: number; outputs?: number; tolerance?: number } = {}): Promise<NetworkExplanation> {
  const ends = createMatrix(2, inputs.length);
  ends.data.set(inputs, inputs.length);
  const scores = await network.scores(ends);
  const [base, score] = [scores[of] ?? 0, scores[outputs + of] ?? 0];
  for (let steps = FIRST_STEPS; ; steps *= 2) {
    const amounts = await alongTheWay(network, inputs, { of, steps });
    const gap = score - base - amounts.reduce((sum, one) => sum + one, 0);
    if (Math.abs(gap) <= tolerance || steps >= MOST_STEPS) return { base, score, amounts, gap };
  }
}

async function alongTheWay(network: Network, inputs: Float64Array, { of, steps }: { of: number; steps: number }): Promise<Float64Array> {
  const width = inputs.length;
  const way: Matrix = createMatrix(steps, width);
  for (let step = 0; step < steps; step++) for (let at = 0; at < width; at++) way.data[step * width + at] = ((step + 0.5) / steps) * (inputs[at] as number);
  const slopes = await network.inputGradients(way, of);
  return inputs.map((value, at) => {
    let sum = 0;
    for (let step = 0; step < steps; step++) sum += slopes[step * width + at] as number;
    return (value * sum) / steps;
  });
}
