/** @file Leaks beside a rating or a number: planted columns raise the alarm, honest ones, also strong ones, do not. */
import { describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { isResultName } from "./column-names";
import { findResultLeaks, type ResultTarget } from "./find-result-leaks";
import type { Cell, Column, DataTable, Notice } from "./types";

const ROWS = 600;
const random = createRng(31);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const anyOf = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** Ratings as usual: 16 % low, 73 % middle, 11 % high. */
const ratings = Array.from({ length: ROWS }, () => {
  const at = random();
  return at < 0.16 ? 2 : at < 0.89 ? 3 : 4;
});
const results = ratings.map((rating) => 10 * rating + 8 * normal());
const deviation = Math.sqrt(results.reduce((sum, one) => sum + (one - results.reduce((a, b) => a + b) / ROWS) ** 2, 0) / ROWS);

const columnOf = (name: string, cells: readonly Cell[], kind: Column["kind"] = "number"): Column => ({ name, kind, role: "feature", unit: null, cells, categories: kind === "category" ? [...new Set(cells.map(String))] : [], missing: cells.filter((cell) => cell === null).length });
const tableOf = (...columns: Column[]): DataTable => ({ name: "t.csv", rows: ROWS, columns });
const rating: ResultTarget = { column: columnOf("Performance rating", ratings), task: "classification", targets: Float64Array.from(ratings, (one) => one - 2) };
const result: ResultTarget = { column: columnOf("Output", results), task: "regression", targets: Float64Array.from(results) };
const said = (column: Column, target: ResultTarget): [string, string][] => findResultLeaks(tableOf(column), target).map(({ code, level }: Notice): [string, string] => [code, level]);
const ALARM = [["leak/gives-answer", "alarm"]];

describe("a planted column beside ratings", () => {
  test.each([
    ["equal in 97 %", columnOf("Note", ratings.map((one) => (random() < 0.97 ? one : anyOf([2, 3, 4].filter((other) => other !== one)))))],
    ["equal in 90 %, in words", columnOf("Note", ratings.map((one) => (random() < 0.9 ? (["low", "middle", "high"][one - 2] ?? "") : anyOf(["low", "middle", "high"]))), "category")],
    ["a copy with noise", columnOf("Points", ratings.map((one) => one + 0.3 * normal()))],
    ["the other way round, with gaps", columnOf("Rank", ratings.map((one) => (random() < 0.05 ? null : 10 - 3 * one + 0.6 * normal())))],
    ["the best rating only", columnOf("Prize", ratings.map((one) => Number(one === 4 ? random() < 0.97 : random() < 0.01)))],
    ["by neither height nor depth: only the middle has a date", columnOf("Talk", ratings.map((one) => (one === 3 ? 5 + normal() : anyOf([0, 10]) + normal())))],
  ])("%s", (_name, column) => {
    expect(said(column, rating)).toEqual(ALARM);
  });

  test("equal throughout is the target written twice", () => {
    expect(said(columnOf("Note", ratings.map((one) => one * 7)), rating)).toEqual([["leak/copy-of-target", "alarm"]]);
  });
});

describe("honest columns beside ratings", () => {
  test("pay rises that tell the best rating with .90, a satisfaction that tells the worst with .84, and noise stay", () => {
    const rise = columnOf("Pay rise %", ratings.map((one) => Math.round((one === 4 ? 19 : 14) + 2.7 * normal())));
    const satisfied = columnOf("Satisfaction", ratings.map((one) => Math.max(1, Math.min(4, Math.round((one === 2 ? 1.6 : 3.1) + 0.95 * normal())))));
    const noise = columnOf("Commute", ratings.map(() => anyOf([1, 2, 3, 4, 5])));
    const names = columnOf("Team", ratings.map(() => anyOf(["a", "b", "c", "d", "e", "f", "g", "h"])), "category");
    expect(findResultLeaks(tableOf(rise, satisfied, noise, names), rating)).toEqual([]);
  });

  test("what has another role is nobody's leak", () => {
    expect(said({ ...columnOf("Note", ratings), role: "protected" }, rating)).toEqual([]);
  });
});

describe("a planted column beside a number", () => {
  const shadow = (correlation: number): Column => columnOf("Shadow", results.map((one) => one + deviation * Math.sqrt(1 / correlation ** 2 - 1) * normal()));
  test("a copy with noise raises the alarm; a good predictor does not", () => {
    expect(said(shadow(0.995), result)).toEqual([["leak/copy-of-target", "alarm"]]);
    expect(said(shadow(0.95), result)).toEqual(ALARM);
    expect(said(shadow(0.92), result)).toEqual(ALARM);
    expect(said(shadow(0.8), result)).toEqual([]);
  });
});

describe("names", () => {
  test("the rating in other words, in both languages; not what was known before it", () => {
    for (const name of ["PerformanceScore", "PerfScore", "Appraisal result", "year_end_rating", "Merit increase", "On PIP", "绩效等级", "考核结果"]) expect(isResultName(name), name).toBe(true);
    for (const name of ["previous_year_rating", "LastReviewScore", "EmpLastSalaryHikePercent", "Self appraisal score", "Environment satisfaction", "EmpJobLevel", "上年绩效等级", "面试得分", "Pipeline", "Performance rating a year ago", "PerformanceRating2023", "一年前的绩效等级", "2023年绩效评分"]) expect(isResultName(name), name).toBe(false);
  });

  test("asked where the target is a rating, not where another number is", () => {
    const noise = columnOf("Appraisal result", ratings.map(() => anyOf([1, 2, 3])));
    expect(said(noise, rating)).toEqual(ALARM);
    expect(said(noise, result)).toEqual([]);
  });
});
