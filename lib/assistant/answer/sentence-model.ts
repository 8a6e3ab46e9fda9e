/**
 * @file Sentence model: feature rows → probabilities that each sentence is the one that answers, a conditional logit
 * over the pool. Weights are data, fitted by lib/bench/tuning/answers.ts.
 */
import type { SentenceFeature } from "./sentence-features";
import { SENTENCE_FEATURES } from "./sentence-features";

export type SentenceWeights = Readonly<Record<SentenceFeature, number>>;

/** Utilities, unbounded, comparable within one question. */
export function utilities(rows: readonly Float64Array[], weights: SentenceWeights): Float64Array {
  const vector = SENTENCE_FEATURES.map((name) => weights[name]);
  return Float64Array.from(rows, (row) => vector.reduce((sum, weight, j) => sum + weight * (row[j] ?? 0), 0));
}

/** Softmax; sums to 1 unless empty. */
export function softmax(values: Float64Array): Float64Array {
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const exponentials = values.map((value) => Math.exp(value - top));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((value) => value / sum);
}
