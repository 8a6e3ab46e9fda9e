/**
 * @file A table → what the performance models learn from: target as classes or numbers, roles, leaks, copies grouped.
 */
import { AppError } from "../../core/errors";
import type { TooFewData } from "../attrition/types";
import { quantileStrata } from "../measure/folds";
import { assignRoles, type RoleOptions } from "../table/assign-roles";
import { duplicateNotices, findDuplicates } from "../table/find-leaks";
import { keepPeopleTogether } from "../table/repeated-people";
import { findResultLeaks } from "../table/find-result-leaks";
import { selectRows } from "../table/read-table";
import { findTarget, showCell } from "../table/target";
import type { Column, DataTable, Notice } from "../table/types";

export interface PreparePerformanceOptions extends Omit<RoleOptions, "target" | "time"> {
  readonly target?: string;
  /** Default: classes when the target is words or at most ten whole numbers. */
  readonly task?: "classification" | "regression";
  readonly keep?: readonly string[];
}

export interface PreparedPerformance {
  readonly kind: "prepared";
  readonly table: DataTable;
  /** The given table's row of each row here: only those with a usable result are. */
  readonly rows: readonly number[];
  readonly target: string;
  readonly task: "classification" | "regression";
  readonly classes: readonly string[];
  /** Class numbers, or the numbers themselves. */
  readonly targets: Float64Array;
  /** For folds: the class, or the quintile. */
  readonly strata: readonly number[];
  readonly features: readonly string[];
  readonly groups: Int32Array;
  readonly notices: readonly Notice[];
}

const MOST_CLASSES = 10;
const MIN_PER_CLASS = 20;
const MIN_ROWS = 100;

/** @throws AppError "insights/bad-target", "insights/bad-table" */
export function preparePerformance(raw: DataTable, options: PreparePerformanceOptions = {}): PreparedPerformance | TooFewData {
  const { column, guessed } = findTarget(raw, options.target, "performance");
  const notices: Notice[] = guessed ? [{ code: "target/guessed", level: "info", columns: [column.name], values: {}, message: `"${column.name}" was taken as the target; --target names another.` }] : [];
  const task = options.task ?? taskOf(column);
  if (task === "regression" && column.kind !== "number") throw new AppError("insights/bad-target", `"${column.name}" holds no numbers; predict its classes instead.`);
  const { rows, classes, left } = task === "classification" ? commonClasses(column) : { rows: column.cells.flatMap((cell, row) => (typeof cell === "number" ? [row] : [])), classes: [], left: column.missing };
  if (left > 0) notices.push({ code: "table/missing-target", level: "warning", columns: [column.name], values: { rows: left }, message: `${left} rows were left out: "${column.name}" is missing, or its value is rarer than ${MIN_PER_CLASS}.` });
  const roles = assignRoles(selectRows(raw, rows), { ...options, target: column.name });
  const targetColumn = roles.table.columns.find((one) => one.name === column.name) ?? column;
  const targets = Float64Array.from(rows.map((_, at) => (task === "classification" ? classes.indexOf(showCell(targetColumn, at) ?? "") : Number(targetColumn.cells[at]))));
  if (rows.length < MIN_ROWS || (task === "classification" && classes.length < 2)) return tooFew(column.name, { rows: rows.length, classes: classes.length, task }, notices);
  // Who keeps a column by hand has answered its alarm; that the whole model is too good is told all the same.
  const leaks = findResultLeaks(roles.table, { column: targetColumn, task, targets }).filter(({ columns: [name] }) => name === undefined || !options.keep?.includes(name));
  const dropped = new Set(leaks.flatMap(({ columns: names }) => names));
  notices.push(...leaks);
  const { groups: copies, duplicates, near } = findDuplicates(roles.table);
  const { groups, notices: repeated } = keepPeopleTogether(roles.table, copies);
  notices.push(...duplicateNotices(roles.table, { duplicates, near }));
  const columns = roles.table.columns.map((one) => (dropped.has(one.name) ? { ...one, role: "ignored" as const } : one));
  const features = columns.filter((one) => one.role === "feature").map((one) => one.name);
  if (features.length === 0) throw new AppError("insights/bad-table", `Beside "${column.name}" no column is left to learn from.`);
  return { kind: "prepared", table: { ...roles.table, columns }, rows, target: column.name, task, classes, targets, strata: task === "classification" ? Array.from(targets) : quantileStrata(targets), features, groups, notices: [...notices, ...roles.notices, ...repeated] };
}

function taskOf(column: Column): "classification" | "regression" {
  if (column.kind !== "number") return "classification";
  const values = new Set(column.cells.filter((cell): cell is number => typeof cell === "number"));
  return values.size <= MOST_CLASSES && [...values].every(Number.isInteger) ? "classification" : "regression";
}

function commonClasses(column: Column): { rows: number[]; classes: string[]; left: number } {
  const counts = new Map<string, number>();
  column.cells.forEach((_, row) => {
    const shown = showCell(column, row);
    if (shown !== null) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  });
  if (counts.size > 30) throw new AppError("insights/bad-target", `"${column.name}" has ${counts.size} different values; that is no rating. Choose a column with up to 30 classes, or a number.`);
  const classes = [...counts].filter(([, n]) => n >= MIN_PER_CLASS).map(([value]) => value).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const rows = column.cells.flatMap((_, row) => (classes.includes(showCell(column, row) ?? "") ? [row] : []));
  return { rows, classes, left: column.cells.length - rows.length };
}

function tooFew(target: string, { rows, classes, task }: { rows: number; classes: number; task: string }, warnings: readonly Notice[]): TooFewData {
  const what = task === "classification" ? `${classes} ratings with at least ${MIN_PER_CLASS} people each (two are needed)` : "numbers";
  return { kind: "too-few-data", target, have: { rows, events: classes }, need: { rows: MIN_ROWS, events: 2 }, message: `Too few data: ${rows} usable people and ${what}. It takes at least ${MIN_ROWS} people.`, warnings };
}
