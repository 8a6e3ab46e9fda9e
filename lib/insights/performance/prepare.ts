/**
 * @file A table → what the performance models learn from: target as classes or numbers, roles, leaks, copies grouped.
 */
import { AppError } from "../../core/errors";
import type { TooFewData } from "../attrition/types";
import { quantileStrata } from "../measure/folds";
import { assignRoles, type RoleOptions } from "../table/assign-roles";
import { duplicateNotices, findDuplicates } from "../table/find-leaks";
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
/** A number that follows the target this closely is the target written twice. */
const COPY_CORRELATION = 0.98;

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
  const copies = roles.table.columns.filter((one) => one.role === "feature" && isCopy(one, targetColumn, targets) && !options.keep?.includes(one.name));
  for (const copy of copies) notices.push({ code: "leak/copy-of-target", level: "alarm", columns: [copy.name], values: {}, message: `Leak: "${copy.name}" is a near-copy of "${column.name}". It was set aside.` });
  const { groups, duplicates, near } = findDuplicates(roles.table);
  notices.push(...duplicateNotices(roles.table, { duplicates, near }));
  const columns = roles.table.columns.map((one) => (copies.some(({ name }) => name === one.name) ? { ...one, role: "ignored" as const } : one));
  const features = columns.filter((one) => one.role === "feature").map((one) => one.name);
  if (features.length === 0) throw new AppError("insights/bad-table", `Beside "${column.name}" no column is left to learn from.`);
  return { kind: "prepared", table: { ...roles.table, columns }, target: column.name, task, classes, targets, strata: task === "classification" ? Array.from(targets) : quantileStrata(targets), features, groups, notices: [...notices, ...roles.notices] };
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

/** Says the same: classes that map one to one onto this column's values, or numbers that run along. */
function isCopy(column: Column, target: Column, targets: Float64Array): boolean {
  if (column.kind === "number" && target.kind === "number") return Math.abs(correlation(column.cells.map((cell) => Number(cell ?? 0)), targets)) >= COPY_CORRELATION;
  const seen = new Map<string, Map<number, number>>();
  column.cells.forEach((cell, row) => {
    const counts = seen.get(String(cell)) ?? new Map<number, number>();
    counts.set(targets[row] ?? 0, (counts.get(targets[row] ?? 0) ?? 0) + 1);
    seen.set(String(cell), counts);
  });
  if (seen.size > 60) return false;
  const right = [...seen.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
  const most = Math.max(...[...new Set(targets)].map((value) => targets.filter((one) => one === value).length));
  return right >= 0.99 * targets.length && most < 0.95 * targets.length;
}

function correlation(a: readonly number[], b: ArrayLike<number>): number {
  const mean = (of: ArrayLike<number>): number => Array.from(of).reduce((sum, one) => sum + one, 0) / Math.max(1, of.length);
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, at) => {
    const [da, db] = [value - ma, (b[at] ?? 0) - mb];
    [ab, aa, bb] = [ab + da * db, aa + da * da, bb + db * db];
  });
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function tooFew(target: string, { rows, classes, task }: { rows: number; classes: number; task: string }, warnings: readonly Notice[]): TooFewData {
  const what = task === "classification" ? `${classes} ratings with at least ${MIN_PER_CLASS} people each (two are needed)` : "numbers";
  return { kind: "too-few-data", target, have: { rows, events: classes }, need: { rows: MIN_ROWS, events: 2 }, message: `Too few data: ${rows} usable people and ${what}. It takes at least ${MIN_ROWS} people.`, warnings };
}
