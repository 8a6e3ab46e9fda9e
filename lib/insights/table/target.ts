/**
 * @file The target of a question about leaving: which column, and which of its values mean that somebody left.
 */
import { AppError } from "../../core/errors";
import { guessTargets, meansLeft } from "./column-names";
import type { Column, DataTable, Notice } from "./types";

export interface EventTarget {
  readonly column: Column;
  /** Words of the values that count as the event, as shown in reports. */
  readonly event: string;
  /** Per row: 1 event, 0 none, null = not known; those rows are left out. */
  readonly outcomes: readonly (0 | 1 | null)[];
  readonly notices: readonly Notice[];
}

/** More values than this cannot be a yes-or-no question, even with telling words. */
const MOST_VALUES = 12;

/**
 * @param name the column, or undefined: then the evident one
 * @throws AppError "insights/bad-target" naming what there is
 */
export function eventTarget(table: DataTable, name?: string): EventTarget {
  const { column, guessed } = findTarget(table, name, "attrition");
  const values = distinctShown(column);
  if (values.length < 2) throw new AppError("insights/bad-target", `"${column.name}" has the value ${values[0] ?? "missing"} only: nobody left, or nobody stayed, so there is nothing to learn.`);
  if (values.length > MOST_VALUES) throw new AppError("insights/bad-target", `"${column.name}" has ${values.length} different values; leaving is a question of yes or no. For amounts and ratings use \`cadre insights performance\`.`);
  const meaning = new Map(values.map((value) => [value, meansLeft(value)]));
  const events = values.filter((value) => meaning.get(value) === true);
  const notices: Notice[] = guessed ? [{ code: "target/guessed", level: "info", columns: [column.name], values: {}, message: `"${column.name}" was taken as the target; --target names another.` }] : [];
  const chosen = events.length > 0 && events.length < values.length ? events : [rarer(column, values)];
  const isEvident = events.length > 0 && events.length < values.length && values.every((value) => meaning.get(value) !== null);
  if (!isEvident) notices.push({ code: "target/positive-guessed", level: "warning", columns: [column.name], values: { event: chosen.join(", ") }, message: `The words of "${column.name}" do not say clearly who left; ${chosen.map((one) => `"${one}"`).join(", ")} was taken as leaving.` });
  const outcomes = column.cells.map((_, row) => {
    const shown = showCell(column, row);
    return shown === null ? null : chosen.includes(shown) ? 1 : 0;
  });
  const unknown = outcomes.filter((outcome) => outcome === null).length;
  if (unknown > 0) notices.push({ code: "table/missing-target", level: "warning", columns: [column.name], values: { rows: unknown }, message: `${unknown} rows without "${column.name}" were left out.` });
  return { column, event: chosen.join(", "), outcomes, notices };
}

/** The named column, or the evident one. @throws AppError "insights/bad-target" */
export function findTarget(table: DataTable, name: string | undefined, purpose: "attrition" | "performance"): { column: Column; guessed: boolean } {
  const names = table.columns.map((column) => column.name);
  if (name !== undefined) {
    const exact = table.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.name.toLowerCase() === name.trim().toLowerCase());
    if (!exact) throw new AppError("insights/bad-target", `There is no column "${name}". The columns are: ${names.join(", ")}.`);
    return { column: exact, guessed: false };
  }
  const evident = guessTargets(names, purpose)
    .map((candidate) => table.columns.find((column) => column.name === candidate))
    .find((column) => column !== undefined && (purpose === "performance" || distinctShown(column).length <= MOST_VALUES));
  if (!evident) throw new AppError("insights/bad-target", `No column is evidently the target. Name it with --target; the columns are: ${names.join(", ")}.`);
  return { column: evident, guessed: true };
}

/** A cell as people wrote it, or null when it is missing. */
export function showCell(column: Column, row: number): string | null {
  const cell = column.cells[row] ?? null;
  if (cell === null) return null;
  return column.kind === "boolean" ? (column.categories[Number(cell)] ?? String(cell)) : String(cell);
}

const distinctShown = (column: Column): string[] => [...new Set(column.cells.flatMap((_, row) => showCell(column, row) ?? []))];

function rarer(column: Column, values: readonly string[]): string {
  const count = (value: string): number => column.cells.filter((_, row) => showCell(column, row) === value).length;
  // Coded 0 and 1, or 1 and 2, the larger code is the event by custom; otherwise the rarer word.
  const numbers = values.map(Number);
  if (numbers.every(Number.isFinite)) return values[numbers.indexOf(Math.max(...numbers))] ?? "";
  return values.reduce((best, value) => (count(value) < count(best) ? value : best));
}
