/**
 * @file Words of forecasting monthly series.
 */
import type { Interval } from "../measure/types";

/** One person's months, oldest first, no gaps; null = not measured. */
export interface Series {
  readonly id: string;
  /** "2025-03" of the first month. */
  readonly start: string;
  /** By measure: "results", "hours", "absence", "training". Equal lengths. */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface HorizonError {
  /** Months ahead, 1, 2, … */
  readonly horizon: number;
  readonly mae: Readonly<Record<"naive" | "seasonal" | "linear" | "gru", Interval>>;
}

export interface ForecastReport {
  readonly kind: "measured";
  readonly measure: string;
  readonly people: number;
  readonly months: number;
  readonly horizons: readonly HorizonError[];
  /** gru / linear of the mean absolute error over all horizons, paired by person: below 1 the GRU is better. */
  readonly ratio: Interval;
  /** gru / the better of last value and last year's month, paired by person: below 1 it foretells more than what was. */
  readonly usual: Interval;
  readonly better: "gru" | "linear" | "naive" | "seasonal" | "tie";
  /** Share of true values within the 80 % interval. */
  readonly coverage: Interval;
  /** Is the last quarter of months unlike the ones before? By input, population stability index; above 0.25 = drifted. */
  readonly drift: readonly { readonly measure: string; readonly index: number; readonly drifted: boolean }[];
  readonly words: { readonly en: string; readonly zh: string };
}

/** base + sum of the parts = value, within 1e-3 of a deviation; of the mean of all months ahead, in the measure's unit. */
export interface ForecastReasons {
  /** What the average person's past would give. */
  readonly base: number;
  readonly value: number;
  /** By measure ("" = time of the year) and month of the past, 1 = the newest. */
  readonly parts: readonly { readonly measure: string; readonly monthsAgo: number; readonly amount: number }[];
  readonly gap: number;
}

export interface Forecast {
  readonly id: string;
  readonly reasons: ForecastReasons;
  readonly months: readonly { readonly month: string; readonly value: number; readonly low: number; readonly high: number }[];
}
