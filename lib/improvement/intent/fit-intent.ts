/**
 * @file Fit intent: a logistic over the question's vector around what the fixed patterns say, held near them by a normal
 * prior. Accelerated gradient descent on a strongly convex function: deterministic, and a fraction of a second for a thousand questions.
 */
import { chanceForDocuments, type LearnedIntent } from "../../knowledge/retrieval/learned-intent";

export interface IntentRow {
  /** Unit vector. */
  readonly vector: Float32Array;
  readonly isRuledOut: boolean;
  readonly isForDocuments: boolean;
  /** Trust, > 0. */
  readonly weight: number;
}

/** Standard deviations of the prior: per dimension of the direction, and of the bias. */
const PRIOR = { direction: 3, bias: 1 };
const STEPS = 250;

/** @returns a direction of zeros without rows @source Nesterov 2004, "Introductory Lectures on Convex Optimization", scheme 2.2.11 */
export function fitIntent(rows: readonly IntentRow[]): LearnedIntent {
  const size = rows[0]?.vector.length ?? 0;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  // The curvature lies between that of the prior and, with unit vectors and a bias, 2 · weight / 4 more.
  const least = 1 / Math.max(PRIOR.direction, PRIOR.bias) ** 2;
  const most = total / 2 + 1 / Math.min(PRIOR.direction, PRIOR.bias) ** 2;
  const momentum = (Math.sqrt(most / least) - 1) / (Math.sqrt(most / least) + 1);
  let [here, ahead] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  for (let step = 0; step < STEPS; step++) {
    const slope = gradientAt(rows, ahead);
    const next = ahead.map((value, i) => value - (slope[i] ?? 0) / most);
    ahead = next.map((value, i) => value + momentum * (value - (here[i] ?? 0)));
    here = next;
  }
  return toIntent(here);
}

/** The last entry is the bias. */
function gradientAt(rows: readonly IntentRow[], at: Float64Array): Float64Array {
  const intent = toIntent(at);
  const size = at.length - 1;
  const gradient = at.map((value, i) => value / (i === size ? PRIOR.bias : PRIOR.direction) ** 2);
  for (const { vector, isRuledOut, isForDocuments, weight } of rows) {
    const pull = weight * (chanceForDocuments(vector, isRuledOut, intent) - (isForDocuments ? 1 : 0));
    for (let i = 0; i < size; i++) gradient[i] = (gradient[i] as number) + pull * (vector[i] as number);
    gradient[size] = (gradient[size] as number) + pull;
  }
  return gradient;
}

const toIntent = (numbers: Float64Array): LearnedIntent => ({ direction: Float32Array.from(numbers.subarray(0, -1)), bias: numbers.at(-1) ?? 0 });
