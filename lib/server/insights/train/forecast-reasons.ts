/** @file Reasons of forecasts, of groups only: a group's parts are means of its people's exact ones, so they add up as those do. */
import type { Forecast } from "../../../insights/forecast/types";
import { ANY, LOSS, meanInterval, meanOf } from "../../../insights/measure/interval";

type Of<T> = (forecast: Forecast) => T;

/** Sum of the parts that share a key, per person. */
const summed = (forecasts: readonly Forecast[], keep: (part: Forecast["reasons"]["parts"][number]) => boolean): number[] => forecasts.map(({ reasons }) => reasons.parts.reduce((sum, part) => sum + (keep(part) ? part.amount : 0), 0));
/** Months of the year that are everybody's alike move nothing, and are no reason. */
const keysOf = <T>(forecasts: readonly Forecast[], pick: (part: Forecast["reasons"]["parts"][number]) => T): T[] => [...new Set(forecasts.flatMap(({ reasons }) => reasons.parts.filter(({ amount }) => Math.abs(amount) > 1e-9).map(pick)))];
const over = (forecasts: readonly Forecast[], pick: Of<number>): number => meanOf(forecasts.map(pick));

/** Largest part first. */
export function reasonsOf(forecasts: readonly Forecast[]) {
  const parts = keysOf(forecasts, ({ measure }) => measure).map((measure) => ({ measure, amount: meanInterval(summed(forecasts, (part) => part.measure === measure), ANY) }));
  return { base: over(forecasts, ({ reasons }) => reasons.base), value: over(forecasts, ({ reasons }) => reasons.value), parts: parts.sort((a, b) => Math.abs(b.amount.mean) - Math.abs(a.amount.mean)) };
}

/** How far a forecast is moved on average, whichever way. */
export function whatItRestsOn(forecasts: readonly Forecast[]) {
  const moved = (keep: Parameters<typeof summed>[1]) => meanInterval(summed(forecasts, keep).map(Math.abs), LOSS);
  return {
    measures: keysOf(forecasts, ({ measure }) => measure).map((measure) => ({ measure, move: moved((part) => part.measure === measure) })).sort((a, b) => b.move.mean - a.move.mean),
    back: keysOf(forecasts, ({ monthsAgo }) => monthsAgo).map((monthsAgo) => ({ monthsAgo, move: moved((part) => part.monthsAgo === monthsAgo) })).sort((a, b) => a.monthsAgo - b.monthsAgo),
    gap: Math.max(0, ...forecasts.map(({ reasons }) => Math.abs(reasons.gap))),
  };
}
