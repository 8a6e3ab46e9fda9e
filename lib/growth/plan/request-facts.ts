/**
 * @file Facts that every part of the planner reads the same way: a price in the request's currency, a level today, a course's ratings.
 */
import type { Currency, ExchangeRates, Money, PlanRequest } from "../types";

/** Money in another currency by the company's own rates. */
export function convert({ amount, currency }: Money, to: Currency, rates: ExchangeRates): number {
  return currency === to ? amount : (amount / rates[currency]) * rates[to];
}

/** Level now, as far as the request knows it. */
export function levelNow(request: Pick<PlanRequest, "levels" | "gap">, skillId: string): number {
  const own: number = request.levels[skillId] ?? 0;
  return Math.max(own, ...request.gap.items.filter((item) => item.skillId === skillId).map(({ have }) => have));
}

/** What colleagues' ratings say of a course. */
export const tierOf = ({ liked, disliked }: Pick<PlanRequest, "liked" | "disliked">, id: string): "liked" | "disliked" | "unknown" => (liked?.includes(id) ? "liked" : disliked?.includes(id) ? "disliked" : "unknown");
