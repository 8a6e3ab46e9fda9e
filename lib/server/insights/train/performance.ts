/** @file Performance: cross-validated report and a model of the whole table. Nobody's next result is listed: the page shows figures and groups. */
import { AppError } from "../../../core/errors";
import { measurePerformance } from "../../../insights/performance/measure-performance";
import { trainPerformance } from "../../../insights/performance/performance-model";
import type { TrainKind } from "./trained-by";

const FOLDS = 10;

export const trainPerformanceKind: TrainKind = async ({ table, mapping, seed, tell }) => {
  const target = table.columns.find(({ role }) => role === "target")?.name ?? "";
  const options = { target, roles: Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role])), seed };
  const report = await measurePerformance(table, { ...options, folds: FOLDS, repeats: 1, onProgress: (_part, done, of) => tell("validate", done, of) });
  if (report.kind === "too-few-data") throw new AppError("insights/too-few-data", report.message, { userMessage: report.message });
  tell("explain", 0, null);
  const model = trainPerformance(table, options);
  if ("kind" in model) throw new AppError("insights/too-few-data", model.message, { userMessage: model.message });
  const name = report.task === "classification" ? "macroF1" : "r2";
  const value = report.metrics[name];
  if (!value) throw new AppError("internal/broken-assumption", `a performance report has no ${name}`);
  // Guessing classes by their frequency gives about 1 / classes; the average explains none of the variance.
  const floor = report.task === "classification" ? 1 / Math.max(2, report.classes.length) : 0;
  return { report, metric: { name, of: report.task === "classification" ? report.classes.join(", ") : report.target, value, higherIsBetter: true, floor }, artefact: model, people: [], recipe: { model: report.model, folds: report.folds, repeats: report.repeats, seed } };
};
