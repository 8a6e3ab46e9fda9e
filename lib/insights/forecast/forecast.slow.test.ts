/** @file Forecasts: the GRU finds a law with a memory that a line cannot, and ties where a line is the truth. Windows, drift, tables. */
import { describe, expect, test } from "vitest";
import { createExecutor } from "../../runtime/executor";
import { createRng } from "../../core/rng";
import { deviationOf, meanOf } from "../measure/interval";
import { bytesOf } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import { driftOf } from "./drift";
import { generateSeries } from "./generated-series";
import { forecastAll, measureForecast } from "./measure-forecast";
import { seriesFromTable } from "./series-from-table";
import type { Series } from "./types";
import { makeWindows, PAST } from "./windows";

const small = { measure: "results", epochs: 10, starts: 1 };

test("a GRU misses by less where two series work together over months; the interval holds", async () => {
  const executor = await createExecutor({ threads: 1 });
  const report = await measureForecast(generateSeries({ law: "strain", people: 60, months: 48, seed: 3 }), { ...small, epochs: 14, executor });
  expect(report.better).toBe("gru");
  expect(report.ratio.high).toBeLessThan(1);
  expect(report.coverage.mean).toBeGreaterThan(0.7);
  expect(report.coverage.mean).toBeLessThan(0.92);
  expect(report.horizons[0]?.mae.gru.mean).toBeLessThan(report.horizons[5]?.mae.gru.mean ?? 0);
});

test("where a line is the truth it says tie or line", async () => {
  const executor = await createExecutor({ threads: 1 });
  const series = generateSeries({ law: "linear", people: 20, months: 40, seed: 6 });
  const report = await measureForecast(series, { ...small, executor });
  expect(["tie", "linear"]).toContain(report.better);
  expect(report.ratio.mean).toBeLessThan(1.1);
  expect(report.horizons.every(({ mae }) => mae.linear.mean < mae.naive.mean)).toBe(true);
  const [first] = await forecastAll(series.slice(0, 20), { ...small, executor, epochs: 2 });
  expect(first?.months.map(({ month }) => month)).toEqual(["2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10"]);
  expect(first?.months.every(({ low, value, high }) => low < value && value < high)).toBe(true);
  expect(first && first.reasons.base + first.reasons.parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(first?.reasons.value ?? 0, 2);
  await expect(measureForecast(series.slice(0, 5), { ...small, executor })).rejects.toThrow(/at least 15 people with 30 months/);
  await expect(measureForecast(series, { ...small, measure: "absence", executor })).rejects.toThrow(/there are results, hours, training/);
});

test("reasons add up to the forecast within 1e-3, and name the two series that work together before one that has no part", async () => {
  const executor = await createExecutor({ threads: 1 });
  const random = createRng(8);
  const series = generateSeries({ law: "strain", people: 40, months: 48, seed: 3 }).map((one): Series => ({ ...one, values: { ...one.values, dice: (one.values["results"] ?? []).map(() => random()) } }));
  const forecasts = await forecastAll(series, { ...small, executor, epochs: 14 });
  const spread = deviationOf(series.flatMap(({ values }: Series) => (values["results"] ?? []).filter((value): value is number => value !== null)));
  for (const { reasons, months } of forecasts) {
    expect(Math.abs(reasons.gap) / spread).toBeLessThan(1e-3);
    expect((reasons.base + reasons.parts.reduce((sum, { amount }) => sum + amount, 0) - reasons.value) / spread).toBeCloseTo(0, 3);
    expect(reasons.value).toBeCloseTo(meanOf(months.map(({ value }) => value)), 4);
  }
  const weight = (measure: string): number => meanOf(forecasts.map(({ reasons }) => Math.abs(reasons.parts.filter((part) => part.measure === measure).reduce((sum, { amount }) => sum + amount, 0))));
  for (const measure of ["hours", "training"]) expect(weight(measure)).toBeGreaterThan(2 * weight("dice"));
});

describe("windows", () => {
  test("look at the past only, and flag gaps", () => {
    const values = Array.from({ length: 20 }, (_, at) => (at === 3 ? null : at));
    const plan = { measures: ["m"], target: "m", scales: new Map([["m", { mean: 0, deviation: 1 }]]), from: PAST, to: 14 };
    const { past, future, last, person } = makeWindows([{ id: "a", start: "2024-01", values: { m: values } }], plan);
    expect(person.length).toBe(3);
    expect(Array.from({ length: PAST }, (_, step) => past[0]?.[step * 4])).toEqual([0, 1, 2, 0, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(past[0]?.[3 * 4 + 1]).toBe(1);
    expect([last[0], ...(future[0] ?? [])]).toEqual([11, 12, 13, 14, 15, 16, 17]);
  });
});

test("drift is seen when the level moves, and only then", () => {
  const series = generateSeries({ law: "noise", people: 30, months: 40, seed: 2 });
  expect(driftOf(series, "results", 40).drifted).toBe(false);
  const moved = series.map((one) => ({ ...one, values: { ...one.values, results: (one.values["results"] ?? []).map((value, at) => (value ?? 0) + (at >= 30 ? 2 : 0)) } }));
  expect(driftOf(moved, "results", 40)).toMatchObject({ drifted: true });
});

test("rows of events become months, also when months are numbers that begin again", async () => {
  const { table } = await readTable(bytesOf("ID,Month,Hours\n1,11,4\n1,11,2\n2,12,8\n1,1,3\n2,2,1"), "t.csv");
  expect(seriesFromTable(table, { id: "ID", month: "Month", measures: ["Hours"], events: true })).toEqual([
    { id: "1", start: "2000-11", values: { Hours: [6, 0, 3, 0] } },
    { id: "2", start: "2000-11", values: { Hours: [0, 8, 0, 1] } },
  ]);
});
