/**
 * @file A table with one row per event or month → monthly series per person. Months are dates, "2024-03", or the numbers 1–12
 * in the order of the file, a new year beginning where they fall back.
 */
import { AppError } from "../../core/errors";
import { showDate } from "../table/parse-cells";
import type { Column, DataTable } from "../table/types";
import type { Series } from "./types";

export interface SeriesColumns {
  readonly id: string;
  readonly month: string;
  /** Summed within a month; a month without a row counts 0 when `events`, else as not measured. */
  readonly measures: readonly string[];
  readonly events: boolean;
}

/** @throws AppError "insights/bad-target" when a column is missing or holds no months */
export function seriesFromTable(table: DataTable, { id, month, measures, events }: SeriesColumns): Series[] {
  const column = (name: string): Column => {
    const found = table.columns.find((one) => one.name === name);
    if (!found) throw new AppError("insights/bad-target", `There is no column "${name}". The columns are: ${table.columns.map((one) => one.name).join(", ")}.`);
    return found;
  };
  const [ids, numbers] = [column(id), monthNumbers(column(month))];
  const first = Math.min(...numbers.filter(Number.isFinite));
  const last = Math.max(...numbers.filter(Number.isFinite));
  const people = new Map<string, Map<string, (number | null)[]>>();
  const columns = measures.map(column);
  for (let row = 0; row < table.rows; row++) {
    const [key, at] = [ids.cells[row], (numbers[row] ?? Number.NaN) - first];
    if (key === null || key === undefined || !Number.isFinite(at)) continue;
    const own = people.get(String(key)) ?? new Map(measures.map((name) => [name, new Array<number | null>(last - first + 1).fill(events ? 0 : null)]));
    people.set(String(key), own);
    columns.forEach((measure, of) => {
      const list = own.get(measures[of] ?? "");
      const cell = measure.cells[row];
      if (list && typeof cell === "number") list[at] = (list[at] ?? 0) + cell;
    });
  }
  const start = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, "0")}`;
  return [...people].map(([key, values]) => ({ id: key, start, values: Object.fromEntries(values) }));
}

/** Months since year 0 per row; NaN where the cell says none. */
function monthNumbers(column: Column): number[] {
  const cells = column.cells;
  if (column.kind === "date") return cells.map((cell) => (typeof cell === "number" ? monthOf(showDate(cell)) : Number.NaN));
  if (column.kind === "number") return countedMonths(cells.map(Number));
  const parsed = cells.map((cell) => (typeof cell === "string" ? monthOf(cell) : Number.NaN));
  if (!parsed.some(Number.isFinite)) throw new AppError("insights/bad-target", `"${column.name}" holds no months; months are dates, 2024-03, or numbers from 1 to 12.`);
  return parsed;
}

const monthOf = (text: string): number => {
  const [, year, month] = /^(\d{4})[-/.年](\d{1,2})/.exec(text) ?? [];
  return year && month ? Number(year) * 12 + Number(month) - 1 : Number.NaN;
};

function countedMonths(values: readonly number[]): number[] {
  let [year, before] = [2000, 0];
  return values.map((value) => {
    if (!Number.isInteger(value) || value < 1 || value > 12) return Number.NaN;
    if (value < before - 1) year++;
    before = value;
    return year * 12 + value - 1;
  });
}
