/**
 * @file The sums of a linear chain: over all paths of tags (forward, backward, marginals) and the best one (Viterbi).
 * T units, L tags; scores are natural logarithms; the recursions run on probabilities scaled per unit, in doubles.
 * @source Lafferty et al. 2001 (conditional random fields); scaling as in Rabiner 1989, section V.A
 */
import type { TagSet } from "../tag-set";

export interface Marginals {
  /** [T, L]: probability of each tag at each unit. */
  readonly unary: Float64Array;
  /** [L, L]: expected number of each step in the sentence. */
  readonly steps: Float64Array;
  /** Natural logarithm of the sum over all paths of exp(score). */
  readonly logSum: number;
}

/** @returns [L, L] exp(transition), 0 where the step is not allowed */
export function expTransitions(tagSet: TagSet, transitions: ArrayLike<number>): Float64Array {
  return Float64Array.from(tagSet.mayFollow, (may, at) => (may === 1 ? Math.exp(transitions[at] as number) : 0));
}

/**
 * @param emissions [T, L] scores of tags at units
 * @param stepFactors [L, L] from expTransitions
 */
export function chainMarginals(tagSet: TagSet, emissions: Float64Array, stepFactors: Float64Array): Marginals {
  const L = tagSet.tags.length;
  const T = emissions.length / L;
  const factors = new Float64Array(T * L);
  let logSum = scaleEmissions(emissions, factors, L);
  const alpha = new Float64Array(T * L);
  const scales = new Float64Array(T);
  logSum += forward(tagSet, factors, stepFactors, alpha, scales);
  const beta = backward(tagSet, factors, stepFactors, scales);
  const unary = new Float64Array(T * L);
  for (let at = 0; at < unary.length; at++) unary[at] = (alpha[at] as number) * (beta[at] as number);
  return { unary, steps: expectedSteps(L, factors, stepFactors, alpha, beta, scales), logSum };
}

/** exp(score − largest of the unit); @returns the sum of the largest */
function scaleEmissions(emissions: Float64Array, factors: Float64Array, L: number): number {
  let sum = 0;
  for (let row = 0; row < emissions.length; row += L) {
    let top = -Infinity;
    for (let j = 0; j < L; j++) top = Math.max(top, emissions[row + j] as number);
    for (let j = 0; j < L; j++) factors[row + j] = Math.exp((emissions[row + j] as number) - top);
    sum += top;
  }
  return sum;
}

/** Rows of alpha sum to 1; @returns the logarithm of what was divided out */
function forward(tagSet: TagSet, factors: Float64Array, steps: Float64Array, alpha: Float64Array, scales: Float64Array): number {
  const L = tagSet.tags.length;
  const T = scales.length;
  let logSum = 0;
  for (let t = 0; t < T; t++) {
    const row = t * L;
    if (t === 0) for (let j = 0; j < L; j++) alpha[j] = (tagSet.mayBegin[j] as number) * (factors[j] as number);
    else {
      for (let i = 0; i < L; i++) {
        const from = alpha[row - L + i] as number;
        if (from === 0) continue;
        for (let j = 0, step = i * L; j < L; j++, step++) alpha[row + j] = (alpha[row + j] as number) + from * (steps[step] as number);
      }
      for (let j = 0; j < L; j++) alpha[row + j] = (alpha[row + j] as number) * (factors[row + j] as number);
    }
    if (t === T - 1) for (let j = 0; j < L; j++) alpha[row + j] = (alpha[row + j] as number) * (tagSet.mayEnd[j] as number);
    let total = 0;
    for (let j = 0; j < L; j++) total += alpha[row + j] as number;
    for (let j = 0; j < L; j++) alpha[row + j] = (alpha[row + j] as number) / total;
    scales[t] = total;
    logSum += Math.log(total);
  }
  return logSum;
}

/** Scaled so that alpha · beta is the marginal. */
function backward(tagSet: TagSet, factors: Float64Array, steps: Float64Array, scales: Float64Array): Float64Array {
  const L = tagSet.tags.length;
  const T = scales.length;
  const beta = new Float64Array(T * L);
  const carried = new Float64Array(L);
  for (let j = 0; j < L; j++) beta[(T - 1) * L + j] = tagSet.mayEnd[j] as number;
  for (let t = T - 2; t >= 0; t--) {
    const next = (t + 1) * L;
    for (let j = 0; j < L; j++) carried[j] = ((factors[next + j] as number) * (beta[next + j] as number)) / (scales[t + 1] as number);
    for (let i = 0; i < L; i++) {
      let sum = 0;
      for (let j = 0, step = i * L; j < L; j++, step++) sum += (steps[step] as number) * (carried[j] as number);
      beta[t * L + i] = sum;
    }
  }
  return beta;
}

function expectedSteps(L: number, factors: Float64Array, steps: Float64Array, alpha: Float64Array, beta: Float64Array, scales: Float64Array): Float64Array {
  const expected = new Float64Array(L * L);
  for (let t = 1; t < scales.length; t++) {
    const row = t * L;
    for (let i = 0; i < L; i++) {
      const from = (alpha[row - L + i] as number) / (scales[t] as number);
      if (from < 1e-12) continue;
      for (let j = 0, step = i * L; j < L; j++, step++) {
        expected[step] = (expected[step] as number) + from * (steps[step] as number) * (factors[row + j] as number) * (beta[row + j] as number);
      }
    }
  }
  return expected;
}

/** @returns indexes of the tags of the best allowed path; of equal ones the one with smaller indexes */
export function bestPath(tagSet: TagSet, emissions: Float64Array, transitions: ArrayLike<number>): Uint8Array {
  const L = tagSet.tags.length;
  const T = emissions.length / L;
  const score = new Float64Array(T * L).fill(-Infinity);
  const from = new Uint8Array(T * L);
  for (let j = 0; j < L; j++) if (tagSet.mayBegin[j] === 1) score[j] = emissions[j] as number;
  for (let t = 1; t < T; t++) {
    for (let i = 0; i < L; i++) {
      const before = score[(t - 1) * L + i] as number;
      if (before === -Infinity) continue;
      for (let j = 0; j < L; j++) {
        if (tagSet.mayFollow[i * L + j] !== 1) continue;
        const sum = before + (transitions[i * L + j] as number) + (emissions[t * L + j] as number);
        if (sum > (score[t * L + j] as number)) {
          score[t * L + j] = sum;
          from[t * L + j] = i;
        }
      }
    }
  }
  return traceBack(tagSet, score, from, T);
}

function traceBack({ tags, mayEnd }: TagSet, score: Float64Array, from: Uint8Array, T: number): Uint8Array {
  const L = tags.length;
  const path = new Uint8Array(T);
  if (T === 0) return path;
  let best = 0;
  let top = -Infinity;
  for (let j = 0; j < L; j++) {
    const value = score[(T - 1) * L + j] as number;
    if (mayEnd[j] === 1 && value > top) [top, best] = [value, j];
  }
  for (let t = T - 1; t >= 0; t--) {
    path[t] = best;
    best = from[t * L + best] as number;
  }
  return path;
}
