/** @file Several rows of one person: recognised by name and repetition, never a feature, never split over folds, counted as one person. */
import { expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { prepareAttrition } from "../attrition/prepare";
import { bytesOf } from "../demo-table.fixture";
import { stratifiedFolds } from "../measure/folds";
import { measurePerformance } from "../performance/measure-performance";
import { preparePerformance } from "../performance/prepare";
import { readTable } from "./read-table";
import { namesRepeatedPeople } from "./repeated-people";

const cells = (people: number, each: number): number[] => Array.from({ length: people * each }, (_, at) => at % people);

test.each([
  ["ID", cells(36, 20), true],
  ["Employee number", cells(120, 2), true],
  ["工号", cells(50, 3), true],
  ["E-mail", cells(40, 12), true],
  ["ID", cells(400, 1), false],
  ["Job role ID", cells(12, 40), false],
  ["ID", cells(4, 100), false],
])("%s", (name, values, is) => expect(namesRepeatedPeople({ name, cells: values })).toBe(is));

/** 40 people of 8 months each; results are the person's own level and chance, the hours say nothing. */
function months(): string {
  const random = createRng(3);
  const levels = Array.from({ length: 40 }, () => 100 * random());
  return ["Employee ID,Hours,Result", ...levels.flatMap((level, person) => Array.from({ length: 8 }, () => `${1000 + person},${Math.round(40 * random())},${(level + 5 * random()).toFixed(1)}`))].join("\n");
}

test("who somebody is is no feature, and a person's rows are never split: what only the person tells is not foretold", async () => {
  const { table } = await readTable(bytesOf(months()), "t.csv");
  const prepared = preparePerformance(table, { target: "Result" });
  if (prepared.kind !== "prepared") throw new Error(prepared.message);
  expect(prepared.features).toEqual(["Hours"]);
  expect(prepared.notices.find(({ code }) => code === "table/repeated-people")?.message).toMatch(/^"Employee ID" names 40 people in 320 rows\./);
  const ids = prepared.table.columns[0]?.cells ?? [];
  for (const { train, test: held } of stratifiedFolds(prepared.strata, { folds: 5, seed: 1, groups: prepared.groups })) {
    const known = new Set(train.map((row) => ids[row]));
    expect(held.some((row) => known.has(ids[row] ?? null))).toBe(false);
    expect(held.length).toBeGreaterThan(0);
  }
  const report = await measurePerformance(table, { target: "Result", folds: 5, repeats: 1, withProtected: false });
  if (report.kind !== "measured") throw new Error(report.message);
  // With the rows dealt freely and the number as a feature it was above .9.
  expect(report.metrics["r2"]?.mean).toBeLessThan(0.1);
});

test("people, not rows, are enough or too few", async () => {
  const rows = Array.from({ length: 400 }, (_, at) => `${at % 40},${(at * 7) % 31},${(at * 11) % 17},${at % 5 === 0 ? "Yes" : "No"}`);
  const { table } = await readTable(bytesOf(["Employee ID,Hours,Trips,Attrition", ...rows].join("\n")), "t.csv");
  const prepared = prepareAttrition(table);
  expect(prepared).toMatchObject({ kind: "too-few-data", have: { rows: 40 } });
});
