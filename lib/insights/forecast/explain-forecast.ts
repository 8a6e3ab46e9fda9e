/**
 * @file Why a forecast is what it is: integrated gradients of line and network together, from the average person's past to this one's,
 * added up by measure and month. The parts' sum is the difference of the two forecasts; what the steps miss is told.
 * @source Sundararajan, Taly, Yan 2017, arXiv:1703.01365
 */
import type { GruForecaster } from "./gru-forecast";
import type { ForecastReasons } from "./types";
import { PAST, type WindowSet } from "./windows";

/** Steps along the way; doubled until the gap is small enough. */
const FIRST_STEPS = 16;
const MOST_STEPS = 256;
/** Of the gap, in deviations of the measure. */
const TOLERANCE = 5e-4;

/** Time of the year: no measure's own. */
export const SEASON = "";

/** One per window, scaled: of the mean of all months ahead. @param measures in the order of the windows' inputs, the target last or anywhere */
export async function explainForecasts(forecast: GruForecaster, windows: WindowSet, { measures, target }: { measures: readonly string[]; target: string }): Promise<ForecastReasons[]> {
  const average = averageOf(windows);
  const [base = 0] = (await forecast(average)).map(meanOf);
  const values = (await forecast(windows)).map(meanOf);
  const targetAt = measures.indexOf(target);
  for (let steps = FIRST_STEPS; ; steps *= 2) {
    const amounts = await alongTheWay(forecast, windows, { from: average.past[0] ?? new Float32Array(), steps });
    const reasons = amounts.map((parts, row) => {
      // The last known value is added to what line and network say: its part stands in the month that it is of.
      const place = lastKnown(windows.past[row] ?? new Float32Array(), windows.width, targetAt) * windows.width + 2 * targetAt;
      parts[place] = (parts[place] ?? 0) + (windows.last[row] ?? 0) - (average.last[0] ?? 0);
      const sum = parts.reduce((total, part) => total + part, 0);
      return { base, value: values[row] ?? 0, parts: byMeasure(parts, windows.width, measures), gap: (values[row] ?? 0) - base - sum };
    });
    if (steps >= MOST_STEPS || reasons.every(({ gap }) => Math.abs(gap) <= TOLERANCE)) return reasons;
  }
}

const meanOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** One window: everybody's mean. */
function averageOf({ past, last, width, future, yearBefore }: WindowSet): WindowSet {
  const mean = Float32Array.from({ length: PAST * width }, (_, at) => past.reduce((sum, row) => sum + (row[at] ?? 0), 0) / Math.max(1, past.length));
  return { width, past: [mean], future: future.slice(0, 1), last: Float32Array.of(meanOf(last)), yearBefore: yearBefore.slice(0, 1), person: Int32Array.of(-1) };
}

async function alongTheWay(forecast: GruForecaster, windows: WindowSet, { from, steps }: { from: Float32Array; steps: number }): Promise<Float64Array[]> {
  const sums = windows.past.map((row) => new Float64Array(row.length));
  for (let step = 0; step < steps; step++) {
    const share = (step + 0.5) / steps;
    const here = windows.past.map((row) => row.map((value, at) => (from[at] ?? 0) + share * (value - (from[at] ?? 0))));
    const slopes = await forecast.slopes({ ...windows, past: here });
    slopes.forEach((slope, row) => slope.forEach((value, at) => ((sums[row] as Float64Array)[at] = (sums[row]?.[at] ?? 0) + value / steps)));
  }
  return sums.map((sum, row) => sum.map((slope, at) => slope * ((windows.past[row]?.[at] ?? 0) - (from[at] ?? 0))));
}

/** Newest month with a value. */
function lastKnown(past: Float32Array, width: number, measure: number): number {
  for (let step = PAST - 1; step >= 0; step--) if (past[step * width + 2 * measure + 1] === 0) return step;
  return PAST - 1;
}

/** A measure's value and "is missing" belong together. */
function byMeasure(parts: Float64Array, width: number, measures: readonly string[]): ForecastReasons["parts"] {
  return Array.from({ length: PAST }, (_, step) => step).flatMap((step) => {
    const at = (of: number): number => parts[step * width + of] ?? 0;
    const own = measures.map((measure, of) => ({ measure, monthsAgo: PAST - step, amount: at(2 * of) + at(2 * of + 1) }));
    return [...own, { measure: SEASON, monthsAgo: PAST - step, amount: at(2 * measures.length) + at(2 * measures.length + 1) }];
  });
}
