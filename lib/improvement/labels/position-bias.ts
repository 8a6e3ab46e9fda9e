/**
 * @file Position bias: people judge what they look at, and they look at the top. A judgement at a rank that few reach
 * stands for the others who never saw it: it weighs 1 / P(rank is looked at), up to a limit.
 * @source Joachims, Swaminathan, Schnabel 2017, "Unbiased Learning-to-Rank with Biased Feedback", WSDM, eq. 4–5;
 * clipping: Swaminathan, Joachims 2015, "Counterfactual Risk Minimization", ICML, section 3
 */
import { invariant } from "../../core/invariant";

export interface PositionBias {
  /** P(rank is looked at) = rank^−severity; 0: everything is looked at, 1: half as many look at rank 2. Usual 0.5–1.5. */
  readonly severity: number;
  /** Largest weight: a bound on what one lucky judgement far down can do. ≥ 1. */
  readonly maxWeight: number;
}

export const POSITION_BIAS: PositionBias = { severity: 1, maxWeight: 4 };

/** @param rank 1-based @returns (0, 1] */
export function examination(rank: number, { severity }: Pick<PositionBias, "severity"> = POSITION_BIAS): number {
  invariant(Number.isInteger(rank) && rank >= 1, () => `a rank is a whole number from 1 on; found ${rank}`);
  return rank ** -severity;
}

/** @param rank 1-based @returns 1 … maxWeight */
export function inversePropensity(rank: number, bias: PositionBias = POSITION_BIAS): number {
  return Math.min(bias.maxWeight, 1 / examination(rank, bias));
}
