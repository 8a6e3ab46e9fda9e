/**
 * @file Learned intent: what reviewers taught about which questions documents could answer at all. The chat's fixed patterns
 * are where it begins; a direction of the question's vector moves their verdict as far as labels carry it. lib/improvement/intent
 * learns it, lib/assistant/tools/registry.ts asks it.
 */

export interface LearnedIntent {
  /** [dimension]: log-odds per unit of the question's unit vector. */
  readonly direction: Float32Array;
  /** Log-odds. */
  readonly bias: number;
}

/** Log-odds that the fixed patterns stand for: they are believed in nineteen of twenty cases until labels say otherwise. */
export const RULES_LOG_ODDS = 3;

/**
 * @param vector unit vector of the question
 * @param isRuledOut the fixed patterns say that it is none for the documents
 * @param intent null: as shipped
 * @returns probability that documents could answer it, 0–1
 */
export function chanceForDocuments(vector: Float32Array, isRuledOut: boolean, intent: LearnedIntent | null): number {
  let logOdds = isRuledOut ? -RULES_LOG_ODDS : RULES_LOG_ODDS;
  if (intent) {
    logOdds += intent.bias;
    for (let i = 0; i < vector.length; i++) logOdds += (intent.direction[i] ?? 0) * (vector[i] as number);
  }
  return 1 / (1 + Math.exp(-logOdds));
}

/** Where it is sent. */
export function isForDocuments(chance: number): boolean {
  return chance >= 0.5;
}
