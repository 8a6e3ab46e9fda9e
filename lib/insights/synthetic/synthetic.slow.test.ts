/** @file Invented rows: values of the real columns, tied to the outcome, nobody copied; off unless they surely help. */
import { expect, test } from "vitest";
import { createExecutor } from "../../runtime/executor";
import { bytesOf, fixtureCsv } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import { measureSynthetic } from "./measure-synthetic";
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
