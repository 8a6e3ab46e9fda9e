/** @file Performance: cross-validated report, a model of the whole table, and what is foreseen of each person by models that have not seen their result, with its reasons. */
import { AppError } from "../../../core/errors";
import type { TooFewData } from "../../../insights/attrition/types";
import { foreseePeople, SMALLEST_RESULT_GROUP, type ForeseenPeople } from "../../../insights/performance/foresee-people";
import { measurePerformance } from "../../../insights/performance/measure-performance";
import { trainPerformance } from "../../../insights/performance/performance-model";
import { showCell } from "../../../insights/table/target";
import { keyOfRow } from "../table-file";
import { keysOf } from "../tables";
import type { PersonResult } from "../protocol";
import type { TrainKind, TrainingTask } from "./trained-by";

const FOLDS = 10;
const SHOWN_REASONS = 8;

export const trainPerformanceKind: TrainKind = async (task) => {
  const { table, mapping, seed, tell } = task;
  const target = table.columns.find(({ role }) => role === "target")?.name ?? "";
  const options = { target, roles: Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role])), seed };
  const report = enough(await measurePerformance(table, { ...options, folds: FOLDS, repeats: 1, onProgress: (_part, done, of) => tell("validate", done, of) }));
  tell("explain", 0, null);
  const model = enough(trainPerformance(table, options));
  const foreseen = enough(await foreseePeople(table, { ...options, group: mapping.group }));
  const name = report.task === "classification" ? "macroF1" : "r2";
  const value = report.metrics[name];
  if (!value) throw new AppError("internal/broken-assumption", `a performance report has no ${name}`);
  // Guessing classes by their frequency gives about 1 / classes; the average explains none of the variance.
  const floor = report.task === "classification" ? 1 / Math.max(2, report.classes.length) : 0;
  const { groups, suppressed, coverage } = foreseen;
  return {
    report: { ...report, outlook: { groups, suppressed, smallest: SMALLEST_RESULT_GROUP, coverage } },
    metric: { name, of: report.task === "classification" ? report.classes.join(", ") : report.target, value, higherIsBetter: true, floor },
    artefact: model,
    people: peopleWith(task, foreseen),
    recipe: { model: report.model, folds: report.folds, repeats: report.repeats, seed },
  };
};

function enough<T extends object>(result: T | TooFewData): Exclude<T, TooFewData> {
  if (isTooFew(result)) throw new AppError("insights/too-few-data", result.message, { userMessage: result.message });
  return result as Exclude<T, TooFewData>;
}

const isTooFew = (result: object): result is TooFewData => "kind" in result && result.kind === "too-few-data";

function peopleWith({ table, mapping }: TrainingTask, { people }: ForeseenPeople): PersonResult[] {
  const keys = keysOf(table, mapping);
  const group = table.columns.find(({ name }) => name === mapping.group);
  return people.map(({ row, foreseen, chance, range, band, pair, explanation }) => ({
    rowKey: keyOfRow(keys, row),
    group: group ? (showCell(group, row) ?? "") : "",
    band,
    value: chance ?? Number(foreseen),
    detail: { foreseen, chance, range, pair, base: explanation.base, score: explanation.score, scale: explanation.scale, reasons: explanation.contributions.slice(0, SHOWN_REASONS).map(({ feature, shown, amount }) => ({ feature, shown, amount })) },
  }));
}
