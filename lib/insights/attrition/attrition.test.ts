/** @file Attrition on an invented table whose truth is known: figures, leaks, too few, explanations, changes, survival. */
import { beforeAll, describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { bytesOf, fixtureCsv } from "../demo-table.fixture";
import { createMatrix } from "../models/matrix";
import { readTable } from "../table/read-table";
import type { DataTable } from "../table/types";
import { estimateRisks, explainRisk, trainAttrition } from "./attrition-model";
import { changeableWay, counterfactualOf } from "./counterfactual";
import { measureAttrition } from "./measure-attrition";
import { fitCox, survivalAt } from "./survival/cox";
import { kaplanMeier } from "./survival/kaplan-meier";
import type { AttritionModel, AttritionReport } from "./types";

const tableOf = async (csv: string): Promise<DataTable> => (await readTable(bytesOf(csv), "t.csv")).table;
const quick = { folds: 5, repeats: 1, withProtected: false, ignore: ["TenureMonths"] };

async function measured(csv: string, more: object = {}): Promise<AttritionReport> {
  const report = await measureAttrition(await tableOf(csv), { ...quick, ...more });
  if (report.kind !== "measured") throw new Error(report.message);
  return report;
}

describe("the report", () => {
  let report: AttritionReport;
  beforeAll(async () => {
    report = await measured(fixtureCsv({ rows: 500 }));
  });

  test("finds what makes people leave, calibrated, and no more than there is", () => {
    expect(report).toMatchObject({ target: "Attrition", event: "Yes", n: 500, folds: 5, model: "logistic" });
    expect(report.metrics["auc"]?.mean).toBeGreaterThan(0.75);
    expect(report.metrics["auc"]?.mean).toBeLessThan(0.9);
    expect(report.calibration.slope).toBeGreaterThan(0.8);
    expect(report.calibration.slope).toBeLessThan(1.25);
    expect(report.importance.slice(0, 2).map(({ feature, direction }) => `${feature} ${direction}`).sort()).toEqual(["MonthlyIncome -1", "OverTime 1"]);
    expect(report.importance.find(({ feature }) => feature === "Distance")?.importance.mean).toBeLessThan(0.02);
  });

  test("protected columns are audited, never learned from", () => {
    expect(report.protected).toEqual({ columns: ["Age", "Gender"], used: false, withThem: null });
    expect(report.fairness.map(({ column }) => column)).toEqual(["Age", "Gender"]);
    expect(report.importance.map(({ feature }) => feature)).not.toContain("Age");
  });

  test("explanations name what the model uses", () => {
    expect(report.deletion?.top.low).toBeGreaterThan(report.deletion?.random.high ?? 1);
  });

  test("causes of a group are what its people have more of, never that they are that group", async () => {
    const random = createRng(8);
    const rows = Array.from({ length: 300 }, (_, at) => {
      const unit = ["Field", "Office", "Works"][at % 3] ?? "";
      const overtime = Math.round((unit === "Field" ? 16 : 6) + 4 * random());
      return [unit, overtime, Math.round(30 * random()), random() < 1 / (1 + Math.exp(2.6 - 0.17 * overtime - (unit === "Office" ? 0.9 : 0))) ? "Yes" : "No"].join(",");
    });
    const { causes } = await measured(["Unit,Overtime,Distance,Attrition", ...rows].join("\n"), { ignore: [] });
    expect(causes.map(({ value }) => value).sort()).toEqual(["Field", "Office", "Works"]);
    expect(causes.find(({ value }) => value === "Field")?.causes[0]).toMatchObject({ feature: "Overtime" });
    expect(causes.find(({ value }) => value === "Field")?.causes[0]?.amount.low).toBeGreaterThan(0);
    expect(causes.flatMap((group) => group.causes.filter(({ feature }) => feature === group.column))).toEqual([]);
  });
});

describe("honesty", () => {
  test("a planted leak is told and set aside; kept by hand it shows as too good", async () => {
    const caught = await measured(fixtureCsv({ leak: 0.03 }));
    expect(caught.warnings[0]).toMatchObject({ level: "alarm", columns: ["Handover done"] });
    expect(caught.metrics["auc"]?.mean).toBeLessThan(0.9);
    const kept = await measured(fixtureCsv({ leak: 0.03 }), { keep: ["Handover done"] });
    const tooGood = kept.warnings.find(({ code }) => code === "leak/too-good");
    expect(tooGood).toMatchObject({ level: "alarm", columns: ["Handover done"] });
    expect(tooGood?.message).toContain('The model rests most on "Handover done": look there first');
  });

  test("copies of rows never help", async () => {
    const [plain, copied] = [await measured(fixtureCsv({ rows: 300 })), await measured(fixtureCsv({ rows: 300, copies: 120 }))];
    expect(copied.warnings.map(({ code }) => code)).toContain("leak/duplicate-rows");
    expect(copied.metrics["auc"]?.mean).toBeLessThan((plain.metrics["auc"]?.mean ?? 0) + 0.03);
  });

  test("noise is no better than chance, and says so", async () => {
    const random = createRng(8);
    const noise = ["Attrition,A,B,C", ...Array.from({ length: 200 }, () => `${random() < 0.3 ? "Yes" : "No"},${random()},${random()},${random()}`)].join("\n");
    const report = await measured(noise, { ignore: [] });
    expect(report.warnings.map(({ code }) => code)).toContain("model/no-better-than-chance");
  });

  test("too few leavers: the number it would take", async () => {
    const few = ["Attrition,Pay", ...Array.from({ length: 120 }, (_, at) => `${at < 6 ? "Yes" : "No"},${at}.5`)].join("\n");
    expect(await measureAttrition(await tableOf(few))).toMatchObject({ kind: "too-few-data", have: { rows: 120, events: 6 }, need: { rows: 600, events: 30 } });
    await expect(measureAttrition(await tableOf("Attrition,Pay\nNo,1\nNo,2"))).rejects.toThrow(/nobody left/);
  });
});

describe("the model that serves", () => {
  let [table, model]: [DataTable | null, AttritionModel | null] = [null, null];
  beforeAll(async () => {
    table = await tableOf(fixtureCsv({ rows: 500 }));
    const trained = trainAttrition(table, { ...quick, resamples: 8 });
    if ("kind" in trained) throw new Error(trained.message);
    model = JSON.parse(JSON.stringify(trained)) as AttritionModel;
  });

  test("estimates in table order, with an interval and a band; explanations add up to the score", () => {
    if (!table || !model) throw new Error("not trained");
    const rows = Array.from({ length: 60 }, (_, at) => at);
    const risks = estimateRisks(model, table, rows);
    expect(risks.map(({ row }) => row)).toEqual(rows);
    expect(new Set(risks.map(({ band }) => band)).size).toBeGreaterThan(1);
    for (const { row, probability, low, high } of risks) {
      expect(low).toBeLessThanOrEqual(probability);
      expect(high).toBeGreaterThanOrEqual(probability);
      const { base, score, contributions, gap } = explainRisk(model, table, row);
      expect(Math.abs(gap)).toBeLessThan(1e-9);
      expect(base + contributions.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(score, 9);
      expect(1 / (1 + Math.exp(-score))).toBeCloseTo(probability, 9);
    }
  });

  test("only things that a company can change are changed, in the right direction, and the risk falls", () => {
    if (!table || !model) throw new Error("not trained");
    const known = table;
    const [first] = estimateRisks(model, known, Array.from({ length: known.rows }, (_, at) => at)).filter(({ band }) => band !== "usual").map(({ row }) => counterfactualOf(model as AttritionModel, known, row)).filter((one) => one !== null);
    expect(first).toBeDefined();
    expect(first?.after).toBeLessThan((first?.before ?? 0) * 0.9);
    for (const { feature, from, to } of first?.changes ?? []) {
      expect(["OverTime", "MonthlyIncome"]).toContain(feature);
      if (feature === "MonthlyIncome") expect(Number(to)).toBeGreaterThan(Number(from));
      else expect([from, to]).toEqual([1, 0]);
    }
    expect(["Age", "Gender", "DistanceFromHome", "Education", "JobLevel"].map((name) => changeableWay({ name }))).toEqual([null, null, null, null, null]);
  });

  test("a table with new values and gaps is still estimated", async () => {
    if (!model) throw new Error("not trained");
    const odd = await tableOf("OverTime,MonthlyIncome,Department,Distance,JobLevel\nYes,,Moon,3,2\nNo,99999,Sales,,1");
    expect(estimateRisks(model, odd, [0, 1]).every(({ probability }) => probability > 0 && probability < 1)).toBe(true);
  });
});

describe("survival", () => {
  test("Kaplan–Meier by hand: 6, 6, 6, 6+, 7, 9+, 10, 10+", () => {
    // Freireich et al. 1963, the first rows of the 6-MP group, reduced: (1 − 3/8)(1 − 1/4)(1 − 1/2)
    const steps = kaplanMeier([6, 6, 6, 6, 7, 9, 10, 10], [1, 1, 1, 0, 1, 0, 1, 0]);
    expect(steps.map(({ time, share, atRisk }) => [time, Number(share.toFixed(6)), atRisk])).toEqual([[6, 0.625, 8], [7, 0.46875, 4], [10, 0.234375, 2]]);
  });

  test("Cox finds the hazard ratio of a generated table, and its baseline the share still here", () => {
    const random = createRng(3);
    const rows = 600;
    const x = createMatrix(rows, 1);
    const [times, events]: [number[], number[]] = [[], []];
    for (let row = 0; row < rows; row++) {
      x.data[row] = row % 2;
      const leaves = -Math.log(random()) / (0.1 * Math.exp(0.9 * (row % 2)));
      const seen = random() * 25;
      times.push(Math.max(0.1, Math.round(Math.min(leaves, seen) * 10) / 10));
      events.push(Number(leaves <= seen));
    }
    const fit = fitCox({ x, times, events }, 1e-3);
    expect(fit.weights[0]).toBeGreaterThan(0.9 - 2.5 * (fit.errors[0] ?? 0));
    expect(fit.weights[0]).toBeLessThan(0.9 + 2.5 * (fit.errors[0] ?? 0));
    expect(survivalAt(fit, 0, 5)).toBeCloseTo(Math.exp(-0.5), 1);
  });

  test("the report adds concordance and horizons, and does not learn from tenure or what it bounds", async () => {
    const csv = fixtureCsv({ rows: 400 }).split("\n").map((line, at) => (at === 0 ? `${line},MonthsInRole` : `${line},${Math.min(Number(line.split(",")[7]), 3 + (at % 40))}`)).join("\n");
    const report = await measured(csv, { ignore: [], time: "TenureMonths" });
    expect(report.survival?.metrics["concordance"]?.mean).toBeGreaterThan(0.6);
    expect(report.survival?.metrics["concordance"]?.mean).toBeLessThan(0.9);
    expect(report.warnings.find(({ code }) => code === "time/used-as-duration")?.columns).toEqual(["TenureMonths", "MonthsInRole"]);
    for (const { predicted, observed } of report.survival?.horizons ?? []) expect(Math.abs(predicted - observed.mean)).toBeLessThan(0.08);
    expect(report.importance.map(({ feature }) => feature)).not.toContain("TenureMonths");
  });
});
