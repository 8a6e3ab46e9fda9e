/**
 * @file createScoredBatches: pairs that people scored → token batches for ranking, both languages mixed. Every pair comes
 * once before any comes again; which pairs a draw takes depends on the seed and how many were taken before.
 */
import { createRng, shuffled } from "../../../core/rng";
import type { ScoredPair } from "../../../knowledge/evaluate/sentence-pairs";
import type { Recipe } from "../recipe";
import { seedOf } from "./sampler";
import { cutIds, padRows, type TokenRows, type Tokens } from "./token-rows";

export interface ScoredRows {
  readonly queries: TokenRows;
  /** Row i is compared with row i of `queries`. */
  readonly passages: TokenRows;
  readonly scores: Float32Array;
}

/** @returns the rows `taken` … `taken + rows − 1` of the endless shuffled sequence */
export function createScoredBatches({ rule, pairs, tokens, seed }: { rule: NonNullable<Recipe["similarity"]>; pairs: readonly ScoredPair[]; tokens: Tokens; seed: number }): (taken: number) => ScoredRows {
  const orders = new Map<number, readonly ScoredPair[]>();
  const at = (place: number): ScoredPair => {
    const round = Math.floor(place / pairs.length);
    const order = orders.get(round) ?? shuffled(pairs, createRng(seedOf(seed, `scored ${round}`)));
    orders.set(round, order);
    return order[place % pairs.length] as ScoredPair;
  };
  const rowsOf = (texts: readonly string[]): TokenRows => padRows(texts.map((text) => cutIds(tokens.encode(text), rule.tokens)), { length: rule.tokens, padId: tokens.padId });
  return (taken) => {
    const drawn = Array.from({ length: rule.rows }, (_, row) => at(taken + row));
    return { queries: rowsOf(drawn.map((pair) => pair.first)), passages: rowsOf(drawn.map((pair) => pair.second)), scores: Float32Array.from(drawn, (pair) => pair.score) };
  };
}
