/**
 * @file The validation report of an imported table: one line per column, and the notices.
 */
import { showDate } from "./parse-cells";
import { showCell } from "./target";
import type { Column, DataTable, Notice, TableReport } from "./types";

/** Examples are shown only of values that at least this many people share. */
const SMALLEST_SHOWN = 5;

/** @param notices of inference, roles and the leak check */
export function reportTable(table: DataTable, notices: readonly Notice[]): TableReport {
  return { rows: table.rows, columns: table.columns.map(describe), notices };
}

function describe(column: Column): TableReport["columns"][number] {
  const { name, kind, role, unit, missing } = column;
  const counts = new Map<string, number>();
  column.cells.forEach((_, row) => {
    const shown = showCell(column, row);
    if (shown !== null) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  });
  const isQuiet = role === "id" || kind === "text";
  const common = [...counts].filter(([, n]) => n >= SMALLEST_SHOWN).sort((a, b) => b[1] - a[1]);
  const examples = isQuiet ? [] : common.slice(0, 5).map(([value]) => (kind === "date" ? showDate(Number(value)) : value));
  return { name, kind, role, unit, missing, distinct: counts.size, range: kind === "number" || kind === "date" ? rangeOf(column) : null, examples };
}

function rangeOf(column: Column): { low: number; median: number; high: number } | null {
  const sorted = column.cells.filter((cell): cell is number => typeof cell === "number").sort((a, b) => a - b);
  const [low, median, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return low === undefined || median === undefined || high === undefined ? null : { low, median, high };
}
