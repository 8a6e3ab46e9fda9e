/**
 * @file Verified answers as the assistant sees them: a port that finds one, whether two questions ask the same, and the
 * answer given with it. Where they are kept, who may read them and when they hold is lib/server/verified-answers.
 */
import type { Citation } from "../../contracts/evidence";
import type { ReadQuestion } from "./pair-features";
import { isOtherQuestion, PAIR_FEATURES, pairFeatures } from "./pair-features";
import { BIAS, WEIGHTS } from "./match-weights";

/** An answer that HR has verified and that holds now for the asker. */
export interface FoundAnswer {
  readonly id: string;
  /** HR's own words; "" when the passage says it all. */
  readonly reply: string;
  /** Null for words alone. */
  readonly citation: Citation | null;
  /** ISO instant. */
  readonly verifiedAt: string;
  /** How sure it is that the two questions are the same, 0–1. */
  readonly probability: number;
}

/** @returns the verified answer of the same question, if there is one that the asker may read */
export type FindVerified = (question: string) => Promise<FoundAnswer | null>;

/**
 * Probability that two questions ask the same, 0–1; 0 where numbers, denial, direction or the kind of answer differ.
 *
 * @source logistic regression over PAIR_FEATURES, lib/bench/tuning/same-question.ts
 */
export function sameQuestion(a: ReadQuestion, b: ReadQuestion): number {
  if (isOtherQuestion(a, b)) return 0;
  const values = pairFeatures(a, b);
  const sum = PAIR_FEATURES.reduce((total, name, i) => total + WEIGHTS[name] * (values[i] ?? 0), BIAS);
  return 1 / (1 + Math.exp(-sum));
}
