/** @file Risk over horizons: a known hazard comes back from one period's table, riskier people and longer spans have more, units, cohorts refused. */
import { describe, expect, test } from "vitest";
import { createRng } from "../../../core/rng";
import { bytesOf } from "../../demo-table.fixture";
import { createMatrix } from "../../models/matrix";
import { readTable } from "../../table/read-table";
import { prepareAttrition, type PreparedTable } from "../prepare";
import { cutsOf, exposures, fitHazard, riskWithin, stayOf } from "./horizon-model";
import { HORIZON_MONTHS, measureHorizons, monthsPerUnit } from "./horizons";

/** A year in a company: everybody's tenure at its beginning, a rate of .1 in the first three years and .04 after, twice that with overtime. */
function company(people: number, seed: number): { tenure: number; overtime: boolean; left: boolean }[] {
  const random = createRng(seed);
  return Array.from({ length: people }, () => {
    const [before, overtime] = [12 * random(), random() < 0.4];
    const [early, late] = [Math.max(0, Math.min(1, 3 - before)), Math.min(1, Math.max(0, before - 2))];
    const hazard = (0.1 * early + 0.04 * late) * (overtime ? 2 : 1);
    const at = -Math.log(1 - random()) / hazard;
    return { tenure: before + Math.min(1, at), overtime, left: at < 1 };
  });
}

async function prepared(rows: readonly { tenure: number; overtime: boolean; left: boolean }[]): Promise<PreparedTable> {
  const lines = rows.map(({ tenure, overtime, left }, at) => `${tenure.toFixed(3)},${overtime ? "Yes" : "No"},${at % 7},${left ? "Yes" : "No"}`);
  const { table } = await readTable(bytesOf(["Tenure (years),Overtime,Shift,Attrition", ...lines].join("\n")), "t.csv");
  const found = prepareAttrition(table, { target: "Attrition" });
  if (found.kind !== "prepared") throw new Error(found.message);
  return found;
}

test("years between cuts, and who left counts for half a period", () => {
  expect(exposures({ from: 1, to: 5 }, [2, 4])).toEqual([1, 2, 1]);
  expect(stayOf(6, false, 1)).toEqual({ from: 5, to: 6, left: false });
  expect(stayOf(6, true, 1)).toEqual({ from: 5.5, to: 6, left: true });
  expect(stayOf(0.2, false, 1).from).toBe(0);
});

test("a known hazard comes back: the yearly rate of both spans, and what overtime does", () => {
  const rows = company(6000, 3);
  const stays = rows.map(({ tenure, left }) => stayOf(tenure, left, 1));
  const x = createMatrix(rows.length, 1);
  rows.forEach(({ overtime }, row) => (x.data[row] = Number(overtime)));
  const fit = fitHazard(x, stays, { penalty: 1, cuts: [3] });
  expect(fit.rates[0]).toBeCloseTo(0.1, 1.7);
  expect(fit.rates[1]).toBeCloseTo(0.04, 1.9);
  expect(Math.exp(fit.weights[0] ?? 0)).toBeGreaterThan(1.7);
  expect(Math.exp(fit.weights[0] ?? 0)).toBeLessThan(2.35);
  expect(riskWithin({ weights: fit.weights, cuts: [3], rates: [0.1, 0.04] }, { score: 0, tenure: 2, years: 2 })).toBeCloseTo(1 - Math.exp(-0.14), 10);
  expect(cutsOf(stays).every((cut, at, all) => at === 0 || cut > (all[at - 1] ?? 0))).toBe(true);
});

describe("of a table", () => {
  test("as many are foreseen as leave, longer spans and overtime have more, everybody still here has an interval", async () => {
    const rows = company(900, 5);
    const table = await prepared(rows);
    const found = await measureHorizons(table, "Tenure (years)");
    if (!found) throw new Error("horizons expected");
    expect(Math.abs(found.check.predicted - found.check.observed)).toBeLessThan(0.01);
    expect(found.check.auc.mean).toBeGreaterThan(0.55);
    expect(found.risks.size).toBe(rows.filter(({ left }) => !left).length);
    for (const risks of found.risks.values()) {
      expect(risks).toHaveLength(HORIZON_MONTHS.length);
      for (const { low, mean, high } of risks) expect(low <= mean && mean <= high && low > 0 && high < 1).toBe(true);
      expect((risks[0]?.mean ?? 1) < (risks[1]?.mean ?? 0) && (risks[1]?.mean ?? 1) < (risks[2]?.mean ?? 0)).toBe(true);
    }
    const of = (overtime: boolean) => found.meanOver(rows.flatMap((row, at) => (row.overtime === overtime && !row.left ? [at] : [])))[1];
    expect(of(true)?.low).toBeGreaterThan(of(false)?.high ?? 1);
    // A year's risk of all is about what left in the year.
    expect(found.meanOver([...found.risks.keys()])[1]?.mean).toBeCloseTo(found.check.observed, 1);
  });

  test("where too many left for one period, leavers of several years are in it: no horizons", async () => {
    const rows = company(300, 6).map((row, at) => ({ ...row, left: at % 2 === 0 }));
    expect(await measureHorizons(await prepared(rows), "Tenure (years)")).toBeNull();
  });
});

test.each([["Tenure (years)", null, 12], ["TenureMonths", null, 1], ["tenure", "months", 1], ["司龄", null, 12], ["tenure_days", null, 12 / 365.25]] as const)("%s (%s) counts %s months", (name, unit, months) => {
  expect(monthsPerUnit({ name, unit, cells: [3] })).toBe(months);
  expect(monthsPerUnit({ name: "tenure", unit: null, cells: [120] })).toBe(1);
});
