/** @file Monthly series: errors against baselines, and the outlook of groups of at least five people, never of one person. */
import { AppError } from "../../../core/errors";
import { forecastAll, measureForecast } from "../../../insights/forecast/measure-forecast";
import { seriesFromTable } from "../../../insights/forecast/series-from-table";
import type { Forecast, Series } from "../../../insights/forecast/types";
import { monthName } from "../../../insights/forecast/windows";
import { showCell } from "../../../insights/table/target";
import { createExecutor } from "../../../runtime/executor";
import { reasonsOf, whatItRestsOn } from "./forecast-reasons";
import type { TrainKind, TrainingTask } from "./trained-by";

const SMALLEST_GROUP = 5;
const MOST_GROUPS = 12;
const ALL = "";

export const trainForecastKind: TrainKind = async (task) => {
  const { table, mapping, seed, tell } = task;
  const role = (name: string): string | undefined => table.columns.find((column) => column.role === name)?.name;
  const [id, month, measure] = [mapping.key ?? role("id"), role("time"), role("target")];
  if (id === undefined || month === undefined || measure === undefined) throw new AppError("insights/bad-target", "A series needs a key, a time and a target.");
  const others = table.columns.filter((column) => column.role === "feature" && column.kind === "number").map(({ name }) => name);
  const series = seriesFromTable(table, { id, month, measures: [measure, ...others], events: false });
  const executor = await createExecutor();
  const report = await measureForecast(series, { executor, measure, seed, onProgress: () => tell("validate", 0, null) });
  tell("explain", 0, null);
  const forecasts = await forecastAll(series, { executor, measure, seed });
  const outlook = outlookOf(series, forecasts, { measure, groupOf: groupsOf(task, id) });
  // A GRU that ties with a line still foretells; what it must beat is that next month is like the last, or like a year ago.
  return { report: { ...report, outlook, rests: whatItRestsOn(forecasts) }, metric: { name: "errorShare", of: measure, value: report.usual, higherIsBetter: false, floor: 1 }, artefact: null, people: [], recipe: { model: "gru", seed, measure } };
};

/** Person → group, by their last row. */
function groupsOf({ table, mapping }: TrainingTask, id: string): ReadonlyMap<string, string> {
  const [ids, group] = [table.columns.find(({ name }) => name === id), table.columns.find(({ name }) => name === mapping.group)];
  if (!ids || !group) return new Map();
  return new Map(ids.cells.map((cell, row) => [String(cell), showCell(group, row) ?? ""]));
}

function outlookOf(series: readonly Series[], forecasts: readonly Forecast[], { measure, groupOf }: { measure: string; groupOf: ReadonlyMap<string, string> }) {
  const names = [ALL, ...[...new Set(groupOf.values())].sort()];
  return names
    .map((group) => ({ group, own: series.filter(({ id }) => group === ALL || groupOf.get(id) === group) }))
    .filter(({ own }) => own.length >= SMALLEST_GROUP)
    .slice(0, MOST_GROUPS)
    .map(({ group, own }) => {
      const ids = new Set(own.map(({ id }) => id));
      const theirs = forecasts.filter(({ id }) => ids.has(id));
      const months = (theirs[0]?.months ?? []).map(({ month }, at) => ({ month, ...meanOf(theirs.flatMap((one) => one.months[at] ?? [])) }));
      return { group, people: own.length, past: pastOf(own, measure), months, reasons: reasonsOf(theirs) };
    });
}

/** Of people whose errors do not hang together the mean errs less than one of them; taken as if they did, the band is wide rather than narrow. */
function meanOf(months: readonly { value: number; low: number; high: number }[]): { value: number; low: number; high: number } {
  const mean = (pick: (one: { value: number; low: number; high: number }) => number): number => months.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, months.length);
  return { value: mean(({ value }) => value), low: mean(({ low }) => low), high: mean(({ high }) => high) };
}

function pastOf(own: readonly Series[], measure: string): { month: string; value: number }[] {
  const [first] = own;
  const length = Math.max(0, ...own.map(({ values }) => values[measure]?.length ?? 0));
  if (!first) return [];
  return Array.from({ length }, (_, at) => at).flatMap((at) => {
    const known = own.flatMap(({ values }) => values[measure]?.[at] ?? []);
    return known.length < SMALLEST_GROUP ? [] : [{ month: monthName(first, at), value: known.reduce((sum, value) => sum + value, 0) / known.length }];
  });
}
