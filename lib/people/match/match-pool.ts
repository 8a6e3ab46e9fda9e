/**
 * @file Rank a pool: scorecards best first, equal scores by name, so that the order never depends on how the pool came in.
 */
import type { Scorecard } from "./types";

export interface Ranked<Id extends string = string> {
  readonly id: Id;
  readonly card: Scorecard;
}

/** By score, then by must-haves met, then by id. Does not change its input. */
export function rankCards<Id extends string>(cards: readonly Ranked<Id>[]): Ranked<Id>[] {
  return [...cards].sort((a, b) => b.card.score - a.card.score || b.card.mustHavesMet - a.card.mustHavesMet || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
