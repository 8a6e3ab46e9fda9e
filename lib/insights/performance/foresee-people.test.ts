/** @file What is foreseen of persons: never from their own result, exact reasons, ranges that hold, no small groups, no ranking. */
import { expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { bytesOf } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import type { DataTable } from "../table/types";
import { foreseePeople, SMALLEST_RESULT_GROUP, type ForeseenPeople } from "./foresee-people";

const tableOf = async (csv: string): Promise<DataTable> => (await readTable(bytesOf(csv), "t.csv")).table;
const sumOf = ({ base, contributions }: ForeseenPeople["people"][number]["explanation"]): number => base + contributions.reduce((sum, { amount }) => sum + amount, 0);

/** Ratings 2 to 4 by goals and tools; the last `open` rows have none yet; eight people are in "Lab". */
function ratings(rows: number, open: number): string {
  const random = createRng(5);
  const lines = Array.from({ length: rows }, (_, at) => {
    const [goals, tools] = [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)];
    const score = goals + tools + 2 * (random() - 0.5);
    return [at < 8 ? "Lab" : at % 2 === 0 ? "Works" : "Sales", goals, tools, at >= rows - open ? "" : score < 5 ? 2 : score < 7.5 ? 3 : 4].join(",");
  });
  return ["Department,Goals,Tools,Rating", ...lines].join("\n");
}

async function foresee(csv: string, target: string): Promise<ForeseenPeople> {
  const found = await foreseePeople(await tableOf(csv), { target, group: "Department" });
  if ("kind" in found) throw new Error(found.message);
  return found;
}

test("classes: everybody in table order, reasons add up to what is foreseen, the range holds four times of five, rows without a result too", async () => {
  const { people, coverage, groups, suppressed } = await foresee(ratings(260, 12), "Rating");
  expect(people.map(({ row }) => row)).toEqual(Array.from({ length: 260 }, (_, row) => row));
  for (const one of people.filter(({ row }) => row % 20 === 0 || row > 250)) {
    expect(Math.abs(one.explanation.gap)).toBeLessThan(1e-3);
    expect(sumOf(one.explanation)).toBeCloseTo(one.explanation.score, 3);
    // Log of the odds of the pair: above 0 the second of the two is likelier.
    expect(one.foreseen).toBe(one.pair?.[one.explanation.score > 0 ? 1 : 0]);
    expect(one.range).toContain(one.foreseen);
    expect([...one.range].sort()).toEqual(one.range);
  }
  expect(coverage).toBeGreaterThanOrEqual(0.8);
  expect(people.filter(({ range }) => range.length < 3).length).toBeGreaterThan(130);
  expect(groups.map(({ group }) => group)).toEqual(["", "Sales", "Works"]);
  expect([suppressed, groups.every(({ n }) => n >= SMALLEST_RESULT_GROUP)]).toEqual([1, true]);
  for (const { foreseen, observed } of groups) expect(Math.abs(foreseen.mean - observed.mean)).toBeLessThan(0.1);
});

test("a person's own result has no part in it: changing it alone changes nothing that is foreseen of that person", async () => {
  const csv = ratings(220, 0);
  const lines = csv.split("\n");
  const [department, goals, tools, rating] = (lines[41] ?? "").split(",");
  const changed = lines.map((line, at) => (at === 41 ? [department, goals, tools, rating === "3" ? "2" : "3"].join(",") : line)).join("\n");
  // Folds are dealt by result: other people may change theirs, so only the chance of the row itself is compared, loosely.
  const [before, after] = [(await foresee(csv, "Rating")).people[40], (await foresee(changed, "Rating")).people[40]];
  expect(Math.abs((before?.chance ?? 0) - (after?.chance ?? 1))).toBeLessThan(0.25);
  expect(after?.foreseen).toBe(before?.foreseen);
});

test("numbers: the range is in the number's unit, bands against the middle half, reasons add up to the number", async () => {
  const random = createRng(9);
  const rows = Array.from({ length: 240 }, () => {
    const [hours, calls] = [random() * 10, random() * 10];
    return [random() < 0.5 ? "Works" : "Sales", hours.toFixed(2), calls.toFixed(2), (50 + 4 * hours - 2 * calls + 3 * (random() - 0.5)).toFixed(2)].join(",");
  });
  const { people, coverage } = await foresee(["Department,Hours,Calls,Output", ...rows].join("\n"), "Output");
  expect(coverage).toBeGreaterThanOrEqual(0.8);
  expect(coverage).toBeLessThan(0.85);
  expect(new Set(people.map(({ band }) => band))).toEqual(new Set(["lower", "usual", "higher"]));
  for (const { explanation, foreseen, range } of people.slice(0, 10)) {
    expect(sumOf(explanation)).toBeCloseTo(explanation.score, 3);
    expect(Number(foreseen)).toBeCloseTo(explanation.score, 0);
    expect(Number(range[0])).toBeLessThan(Number(range[1]));
  }
});
