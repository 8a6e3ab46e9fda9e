/** @file Trees take the line's place where people leave by thresholds and combinations, and nowhere else; they explain exactly and say what they are. */
import { beforeAll, describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { bytesOf, fixtureCsv } from "../demo-table.fixture";
import { isTrees } from "../models/risk-model";
import { readTable } from "../table/read-table";
import type { DataTable } from "../table/types";
import { estimateRisks, explainRisk, settingOf, trainAttrition } from "./attrition-model";
import { counterfactualOf } from "./counterfactual";
import { measureAttrition } from "./measure-attrition";
import type { AttritionModel, AttritionReport } from "./types";

const tableOf = async (csv: string): Promise<DataTable> => (await readTable(bytesOf(csv), "t.csv")).table;
const quick = { folds: 5, repeats: 1, withProtected: false };

async function measured(table: DataTable, more: object = {}): Promise<AttritionReport> {
  const report = await measureAttrition(table, { ...quick, ...more });
  if (report.kind !== "measured") throw new Error(report.message);
  return report;
}

/** Who has hours just below or well above the middle leaves, and so does who joined in one bad year and works in Field: no line sees either. */
function bentCsv(rows: number): string {
  const random = createRng(21);
  const lines = Array.from({ length: rows }, () => {
    const [hours, year] = [20 + Math.round(40 * random()), 2012 + Math.floor(8 * random())];
    const unit = random() < 0.5 ? "Field" : "Office";
    const leaves = random() < ((hours >= 26 && hours < 34) || (hours >= 46 && hours < 54) ? 0.8 : year === 2015 && unit === "Field" ? 0.75 : 0.08);
    const dull = Array.from({ length: 5 }, () => Math.round(30 * random()));
    return [hours, year, unit, ...dull, leaves ? "Yes" : "No"].join(",");
  });
  return ["Monthly hours,Joining year,Unit,Distance,Floor,Desk,Locker,Bus,Attrition", ...lines].join("\n");
}

describe("a table of thresholds", () => {
  let [table, report]: [DataTable | null, AttritionReport | null] = [null, null];
  beforeAll(async () => {
    table = await tableOf(bentCsv(500));
    report = await measured(table);
  });

  test("the report takes the trees, first in the list, and tells the line beside them on the same folds", () => {
    expect(report).toMatchObject({ model: "trees" });
    const [trees, line] = report?.models ?? [];
    expect([trees?.model, line?.model]).toEqual(["trees", "logistic"]);
    expect(report?.metrics).toEqual(trees?.metrics);
    expect(trees?.metrics["auc"]?.low).toBeGreaterThan(line?.metrics["auc"]?.mean ?? 1);
    expect(trees?.how).toMatch(/^Gradient-boosted trees, .*; 5 folds × 1\.$/);
    expect(report?.importance[0]?.feature).toBe("Monthly hours");
    expect(report?.deletion?.top.low).toBeGreaterThan(report?.deletion?.random.high ?? 1);
    expect(report?.calibration.slope).toBeGreaterThan(0.7);
    expect(report?.calibration.slope).toBeLessThan(1.4);
  });

  test("the model that serves estimates with an interval, explains exactly, and names changes that bring a risk down", () => {
    if (!table) throw new Error("no table");
    const trained = trainAttrition(table, { ...quick, resamples: 6, kind: "trees" });
    if ("kind" in trained) throw new Error(trained.message);
    const model = JSON.parse(JSON.stringify(trained)) as AttritionModel;
    expect(isTrees(model.model)).toBe(true);
    expect(settingOf(model)).toEqual({ trees: isTrees(model.model) ? model.model.trees.length : -1 });
    const risks = estimateRisks(model, table, Array.from({ length: 60 }, (_, at) => at));
    for (const { row, probability, low, high } of risks) {
      expect(low).toBeLessThanOrEqual(probability);
      expect(high).toBeGreaterThanOrEqual(probability);
      const { method, base, score, contributions, gap } = explainRisk(model, table, row);
      expect(method).toBe("tree-shapley");
      expect(Math.abs(gap)).toBeLessThan(1e-9);
      expect(base + contributions.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(score, 9);
      expect(1 / (1 + Math.exp(-score))).toBeCloseTo(probability, 9);
    }
    expect(risks.some(({ low, high }) => high > low)).toBe(true);
    const known = table;
    const change = risks.filter(({ band }) => band !== "usual").map(({ row }) => counterfactualOf(model, known, row)).find((one) => one !== null);
    expect(change?.changes.map(({ feature }) => feature)).toEqual(["Monthly hours"]);
    expect(change?.after).toBeLessThan(0.9 * (change?.before ?? 0));
  });
});

test("where a line tells it all, or nothing does, the line stays: the trees are listed and not used", async () => {
  const random = createRng(8);
  const noise = ["Attrition,A,B,C", ...Array.from({ length: 200 }, () => `${random() < 0.3 ? "Yes" : "No"},${random()},${random()},${random()}`)].join("\n");
  for (const csv of [fixtureCsv({ rows: 400 }), noise]) {
    const report = await measured(await tableOf(csv));
    expect(report.model).toBe("logistic");
    expect(report.models.map(({ model }) => model).slice(0, 2)).toEqual(["logistic", "trees"]);
    expect(report.metrics).toEqual(report.models[0]?.metrics);
  }
});
