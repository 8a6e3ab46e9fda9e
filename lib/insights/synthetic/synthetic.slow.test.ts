/** @file Invented rows: values of the real columns, tied to the outcome, nobody copied; off unless they surely help. */
import { expect, test } from "vitest";
import { createExecutor } from "../../runtime/executor";
import { prepareAttrition } from "../attrition/prepare";
import { bytesOf, fixtureCsv } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import { measureSynthetic } from "./measure-synthetic";
import { challengeAugmented, fitAugmented, helps } from "./augment";
import { fitRowCoding, readNumber, writeCell } from "./row-coding";

test("coded numbers come back as values of the real distribution", async () => {
  const { table } = await readTable(bytesOf(fixtureCsv({ rows: 120 })), "t.csv");
  const rows = Array.from({ length: 120 }, (_, row) => row);
  const [pay] = fitRowCoding(table, rows, ["MonthlyIncome"]);
  if (!pay) throw new Error("not coded");
  for (const row of [0, 50, 119]) {
    const [into, value] = [new Float32Array(1), Number(table.columns.find(({ name }) => name === "MonthlyIncome")?.cells[row])];
    writeCell(pay, value, into);
    expect(Math.abs(readNumber(pay, into[0] ?? 0) - value)).toBeLessThan(120);
  }
});

test("synthetic rows carry some of what tells leavers, copy nobody, and are measured on real rows", async () => {
  const { table } = await readTable(bytesOf(fixtureCsv({ rows: 400 })), "t.csv");
  const found = await measureSynthetic(table, { executor: await createExecutor({ threads: 1 }), splits: 1, steps: 500, ignore: ["TenureMonths"] });
  if ("kind" in found) throw new Error(found.message);
  const { report, synthetic } = found;
  expect(synthetic.rows).toBe(report.n.real);
  expect(synthetic.columns.map(({ name }) => name)).not.toContain("Gender");
  expect(report.utility.synthetic.mean).toBeGreaterThan(0.55);
  expect(report.utility.real.mean).toBeGreaterThan(report.utility.synthetic.mean - 0.05);
  expect(report.nearest.copies).toBe(0);
  expect(report.membership.low).toBeLessThan(0.58);
  expect(report.helps).toBe(false);
});

test("with and without invented rows on the same held-out people: paired gain, refused unless it surely helps; a model of both keeps the real shares", async () => {
  const { table } = await readTable(bytesOf(fixtureCsv({ rows: 300 })), "t.csv");
  const prepared = prepareAttrition(table, { ignore: ["TenureMonths"] });
  if (prepared.kind !== "prepared") throw new Error(prepared.message);
  const options = { executor: await createExecutor({ threads: 1 }), folds: 3, steps: 80 };
  const { auc, brier, isTaken } = await challengeAugmented(prepared, options);
  for (const { gain, without, with: more } of [auc, brier]) {
    expect(gain.mean).toBeCloseTo(more.mean - without.mean, 9);
    expect(gain.low).toBeLessThan(gain.high);
  }
  // Rows of a network that hardly learned are noise: nothing that the regression could use.
  expect(auc.without.mean).toBeGreaterThan(0.75);
  expect(isTaken).toBe(false);
  expect(helps({ mean: 0.02, low: 0.01, high: 0.03 }, { mean: -0.001, low: -0.01, high: 0.01 })).toBe(true);
  expect(helps({ mean: 0.02, low: -0.001, high: 0.03 }, { mean: -0.001, low: -0.01, high: 0.01 })).toBe(false);
  expect(helps({ mean: 0.02, low: 0.01, high: 0.03 }, { mean: 0.004, low: -0.01, high: 0.01 })).toBe(false);
  const model = await fitAugmented(prepared, options);
  expect(model.trainedOn).toMatchObject({ rows: 300, events: prepared.events });
  expect(model.baseRate).toBeCloseTo(prepared.events / 300, 12);
});
