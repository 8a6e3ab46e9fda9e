/**
 * @file Monthly series → windows: the months that a forecast may look at, and those that it must tell. Values are scaled by
 * the measure's mean and deviation over the training months; gaps are 0 with a flag.
 */
import type { Series } from "./types";

/** Months looked at, and told. */
export const PAST = 12;
export const AHEAD = 6;

export interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

export interface WindowSet {
  /** Inputs per month: each measure's value and "is missing", then the month of the year as sine and cosine. */
  readonly width: number;
  /** [windows][PAST × width] */
  readonly past: readonly Float32Array[];
  /** [windows][AHEAD], scaled; NaN where not measured. */
  readonly future: readonly Float32Array[];
  /** Last known scaled value of the target, and the one a year before each told month. */
  readonly last: Float32Array;
  readonly yearBefore: readonly Float32Array[];
  readonly person: Int32Array;
}

/** Month of the year, 0–11, of the series' month `at`. */
export const monthOfYear = (series: Series, at: number): number => (Number(series.start.slice(5, 7)) - 1 + at) % 12;

/** "2025-03" + 4 → "2025-07" */
export function monthName(series: Series, at: number): string {
  const month = Number(series.start.slice(5, 7)) - 1 + at;
  return `${Number(series.start.slice(0, 4)) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export const lengthOf = ({ values }: Series): number => Math.max(0, ...Object.values(values).map((list) => list.length));

/** Of all people's values before the month `until`. */
export function scaleOf(all: readonly Series[], measure: string, until: number): Scale {
  const known = all.flatMap(({ values }) => (values[measure] ?? []).slice(0, until).filter((value): value is number => value !== null));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length));
  return { mean, deviation: deviation || 1 };
}

export interface WindowPlan {
  readonly measures: readonly string[];
  readonly target: string;
  readonly scales: ReadonlyMap<string, Scale>;
  /** Origins: a window's last known month + 1. */
  readonly from: number;
  readonly to: number;
}

/** All windows of all people whose origin lies in [from, to]. */
export function makeWindows(all: readonly Series[], plan: WindowPlan): WindowSet {
  const width = 2 * plan.measures.length + 2;
  const found = { past: [] as Float32Array[], future: [] as Float32Array[], last: [] as number[], yearBefore: [] as Float32Array[], person: [] as number[] };
  const scaled = (series: Series, measure: string, at: number): number | null => {
    const [value, scale] = [series.values[measure]?.[at] ?? null, plan.scales.get(measure)];
    return value === null || !scale ? null : (value - scale.mean) / scale.deviation;
  };
  all.forEach((series, person) => {
    for (let origin = Math.max(PAST, plan.from); origin <= plan.to; origin++) {
      const row = new Float32Array(PAST * width);
      for (let step = 0; step < PAST; step++) writeMonth(row.subarray(step * width), plan.measures.map((measure) => scaled(series, measure, origin - PAST + step)), monthOfYear(series, origin - PAST + step));
      const known = Array.from({ length: PAST }, (_, back) => scaled(series, plan.target, origin - 1 - back)).find((value) => value !== null);
      if (known === undefined || known === null) continue;
      found.past.push(row);
      found.future.push(Float32Array.from({ length: AHEAD }, (_, ahead) => scaled(series, plan.target, origin + ahead) ?? Number.NaN));
      found.yearBefore.push(Float32Array.from({ length: AHEAD }, (_, ahead) => scaled(series, plan.target, origin + ahead - 12) ?? known));
      found.last.push(known);
      found.person.push(person);
    }
  });
  return { width, past: found.past, future: found.future, last: Float32Array.from(found.last), yearBefore: found.yearBefore, person: Int32Array.from(found.person) };
}

function writeMonth(into: Float32Array, values: readonly (number | null)[], month: number): void {
  values.forEach((value, at) => {
    into[2 * at] = value ?? 0;
    into[2 * at + 1] = Number(value === null);
  });
  into[2 * values.length] = Math.sin((2 * Math.PI * month) / 12);
  into[2 * values.length + 1] = Math.cos((2 * Math.PI * month) / 12);
}
