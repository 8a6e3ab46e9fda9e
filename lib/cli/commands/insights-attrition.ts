/** @file `cadre insights attrition`: how well a table tells who leaves, measured by cross-validation. */
import { insightsOutput, type InsightsOutput } from "../../contracts/insights-cli";
import { measureAttrition } from "../../insights/attrition/measure-attrition";
import type { AttritionReport, Notice } from "../../insights/types";
import { createExecutor } from "../../runtime/executor";
import { parseCommand, required, type Command } from "../command";
import { figure, INSIGHT_OPTIONS, listOf, noteLoudly, openTable, refuse, sentences, wholeNumber } from "../insights-input";

export const command: Command = {
  name: "insights attrition",
  usage: `cadre insights attrition --csv <file> [--target <column>] [--time <column>] [--json]
Measures how well a table of people (CSV or XLSX) tells who left: stratified cross-validation, calibrated probabilities.
  --csv            one row per person, the first line names the columns
  --target         column that says who left; default: the evident one (Attrition, left, Termd …)
  --time           column of tenure (a number): adds a survival model, its concordance and horizons
  --ignore a,b     columns to set aside
  --keep a,b       columns to use although the leak check sets them aside
  --use-protected a,b  learn from protected columns (age, gender …); by default they serve fairness audits only
  --folds n, --repeats n, --seed n   default 10 × 3 (10 × 1 above 5,000 rows, 5 × 1 above 20,000), seed 1
  --quick          no network and no comparison with the protected columns
  --json           {"target","n","folds","metrics":{"auc":{"mean","low","high"},…},"calibration","importance","warnings",…}
Too few people or leavers: exit code 1, the number it would take, and "tooFewData" in the JSON.
Leaks (a column that gives the answer away, copies of rows) are told on stderr and in "warnings".`,
  async run(args, io) {
    const { values } = parseCommand(args, { ...INSIGHT_OPTIONS, time: { type: "string" } });
    const { table, notices } = await openTable(required(values.csv, "csv"));
    const executor = values.quick ? undefined : await createExecutor({ threads: 1 });
    const report = await measureAttrition(table, {
      ...(values.target === undefined ? {} : { target: values.target }),
      ...(values.time === undefined ? {} : { time: values.time }),
      ...(executor ? { executor } : {}),
      ...Object.fromEntries((["folds", "repeats", "seed"] as const).flatMap((name) => (values[name] === undefined ? [] : [[name, wholeNumber(values[name], name, name === "folds" ? 2 : 1)]]))),
      ignore: listOf(values.ignore),
      keep: listOf(values.keep),
      useProtected: listOf(values["use-protected"]),
      withProtected: !values.quick,
      onProgress: (part, done, of) => {
        if (done % 10 === 0) io.note(`${part}: fold ${done + 1} of ${of}`);
      },
    });
    if (report.kind === "too-few-data") return refuse(report, notices, { io, json: values.json });
    const all: Notice[] = [...notices, ...report.warnings];
    noteLoudly(all, io);
    const output = toOutput(report, all);
    io.out(values.json ? JSON.stringify(output) : toText(report));
    return 0;
  },
};

function toOutput(report: AttritionReport, notices: readonly Notice[]): InsightsOutput {
  const { target, n, folds, repeats, metrics, calibration, importance, model, models, event, events, survival, deletion } = report;
  const fairness = report.fairness.map((one) => ({ ...one, concerns: one.concerns.map(({ message }) => message) }));
  return insightsOutput.parse({ target, n, folds, metrics: { ...metrics, calibrationSlope: single(calibration.slope), calibrationIntercept: single(calibration.intercept) }, calibration, importance, warnings: sentences(notices), repeats, model, models, protected: report.protected, fairness, event, events, survival, deletion });
}

const single = (value: number): { mean: number; low: number; high: number } => ({ mean: value, low: value, high: value });

function toText(report: AttritionReport): string {
  const rows = report.models.map(({ model, metrics, calibration }) => `  ${model.padEnd(9)} ${Object.entries(metrics).map(([name, value]) => `${name} ${figure(value)}`).join("  ")}${calibration ? `  slope ${calibration.slope.toFixed(2)}` : ""}`);
  const important = report.importance.slice(0, 8).map(({ feature, importance, direction }) => `  ${feature.padEnd(28)} ${figure(importance)} ${["lowers", "", "raises"][direction + 1] ?? ""}`);
  return [`${report.target} = ${report.event}: ${report.events} of ${report.n}; ${report.folds} folds × ${report.repeats}; figures with 95 % intervals`, ...rows, "What the held-out AUC loses when a column is shuffled:", ...important].join("\n");
}
