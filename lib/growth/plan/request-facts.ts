/**
 * @file Two facts that every part of the planner reads the same way: a price in the request's currency, a level today.
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
