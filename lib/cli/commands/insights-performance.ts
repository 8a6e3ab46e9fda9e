/** @file `cadre insights performance`: how well a table tells ratings or results, measured by cross-validation. */
import { insightsOutput, type InsightsOutput } from "../../contracts/insights-cli";
import { measurePerformance } from "../../insights/performance/measure-performance";
import type { Notice, PerformanceReport } from "../../insights/types";
import { parseCommand, required, UsageError, type Command } from "../command";
import { figure, INSIGHT_OPTIONS, listOf, noteLoudly, openTable, refuse, sentences, wholeNumber } from "../insights-input";

export const command: Command = {
  name: "insights performance",
  usage: `cadre insights performance --csv <file> [--target <column>] [--task classification|regression] [--json]
Measures how well a table of people (CSV or XLSX) tells ratings (classes) or results (numbers): boosted trees against a
linear model and the usual value, stratified cross-validation.
  --csv            one row per person, the first line names the columns
  --target         rating or number; default: the evident one (PerformanceRating …)
  --task           default: classes when the target is words or at most ten whole numbers
  --ignore a,b     columns to set aside
  --keep a,b       columns to use although the leak check sets them aside
  --use-protected a,b  learn from protected columns (age, gender …); by default they serve fairness audits only
  --folds n, --repeats n, --seed n   default 10 × 3 (5 × 1 above 20,000 rows), seed 1
  --quick          no comparison with the protected columns
  --json           {"target","n","folds","metrics":{"accuracy","macroF1","logLoss"} or {"r2","mae","rmse"},"calibration","importance","warnings",…}`,
  async run(args, io) {
    const { values } = parseCommand(args, { ...INSIGHT_OPTIONS, task: { type: "string" } });
    const { task } = values;
    if (task !== undefined && task !== "classification" && task !== "regression") throw new UsageError("--task is classification or regression");
    const { table, notices } = await openTable(required(values.csv, "csv"));
    const report = await measurePerformance(table, {
      ...(values.target === undefined ? {} : { target: values.target }),
      ...(task === undefined ? {} : { task }),
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
    io.out(values.json ? JSON.stringify(toOutput(report, all)) : toText(report));
    return 0;
  },
};

function toOutput(report: PerformanceReport, notices: readonly Notice[]): InsightsOutput {
  const { target, n, folds, repeats, metrics, calibration, importance, model, models, task, classes, confusion } = report;
  const fairness = report.fairness.map((one) => ({ ...one, concerns: one.concerns.map(({ message }) => message) }));
  return insightsOutput.parse({ target, n, folds, metrics, calibration, importance, warnings: sentences(notices), repeats, model, models, protected: report.protected, fairness, task, classes, confusion });
}

function toText(report: PerformanceReport): string {
  const rows = report.models.map(({ model, metrics }) => `  ${model.padEnd(8)} ${Object.entries(metrics).map(([name, value]) => `${name} ${figure(value)}`).join("  ")}`);
  const important = report.importance.slice(0, 8).map(({ feature, importance }) => `  ${feature.padEnd(30)} ${figure(importance)}`);
  return [`${report.target}: ${report.task} of ${report.n}; ${report.folds} folds × ${report.repeats}; figures with 95 % intervals`, ...rows, `What the held-out ${report.importance[0]?.metric ?? "figure"} loses when a column is shuffled:`, ...important].join("\n");
}
