/**
 * @file Roles: which columns may be learned from, which are held apart for audits, which name people or say nothing.
 * Leaks are looked for afterwards (find-leaks.ts); they become "ignored".
 */
import { AppError } from "../../core/errors";
import { isIdentifierName, isPersonName, isProtectedName } from "./column-names";
import { namesRepeatedPeople } from "./repeated-people";
import type { Column, ColumnRole, DataTable, Notice } from "./types";

export interface RoleOptions {
  readonly target: string;
  readonly time?: string;
  /** Columns to learn from although they are protected. Default none. */
  readonly useProtected?: readonly string[];
  /** Set aside by hand. */
  readonly ignore?: readonly string[];
  /** Roles given on the mapping screen; they win over everything found here. */
  readonly roles?: Readonly<Record<string, ColumnRole>>;
}

/** Codes with at most this many values under an "…ID" name are categories, not amounts. */
const MOST_CODES = 40;

/** @throws AppError "insights/bad-target" when a named column does not exist or `time` holds no numbers */
export function assignRoles(table: DataTable, options: RoleOptions): { table: DataTable; notices: Notice[] } {
  for (const name of [options.time, ...(options.useProtected ?? []), ...(options.ignore ?? [])]) {
    if (name !== undefined && !table.columns.some((column) => column.name === name)) throw new AppError("insights/bad-target", `There is no column "${name}". The columns are: ${table.columns.map((column) => column.name).join(", ")}.`);
  }
  const columns = table.columns.map((column) => withRole(column, options, table.rows));
  const time = columns.find((column) => column.role === "time");
  if (time && time.kind !== "number") throw new AppError("insights/bad-target", `"${time.name}" holds no numbers; time is tenure as a number of months or years.`);
  return { table: { ...table, columns }, notices: roleNotices(columns) };
}

function withRole(column: Column, options: RoleOptions, rows: number): Column {
  const role = options.roles?.[column.name] ?? roleOf(column, options, rows);
  if (role === "feature" && isCode(column)) return asCategory(column);
  return { ...column, role };
}

function roleOf(column: Column, options: RoleOptions, rows: number): ColumnRole {
  if (column.name === options.target) return "target";
  if (column.name === options.time) return "time";
  if (options.ignore?.includes(column.name)) return "ignored";
  const distinct = distinctOf(column);
  if (distinct <= 1) return "constant";
  if (isProtectedName(column.name)) return options.useProtected?.includes(column.name) ? "feature" : "protected";
  if (isIdLike(column, distinct, rows) || namesRepeatedPeople(column)) return "id";
  return column.kind === "text" ? "ignored" : "feature";
}

export const distinctOf = (column: Column): number => new Set(column.cells.filter((cell) => cell !== null)).size;

function isIdLike(column: Column, distinct: number, rows: number): boolean {
  const filled = rows - column.missing;
  const isMostlyUnique = distinct >= 0.8 * filled && filled > 20;
  if (column.kind === "category" || column.kind === "text") return isPersonName(column.name) ? distinct > 0.5 * filled : isMostlyUnique && column.kind === "category";
  if (column.kind !== "number" || !isMostlyUnique) return false;
  const values = column.cells.filter((cell): cell is number => typeof cell === "number");
  if (!values.every(Number.isInteger)) return false;
  const isNamed = isIdentifierName(column.name) || isPersonName(column.name);
  const steps = values.slice(1).filter((value, at) => value > (values[at] ?? 0)).length;
  const isCounter = distinct >= 0.98 * filled && steps >= 0.98 * (values.length - 1);
  return isNamed || isCounter;
}

const isCode = (column: Column): boolean => column.kind === "number" && /(^|[a-z_ ])ID$|_id$|\bcode$/.test(column.name) && distinctOf(column) > 2 && distinctOf(column) <= MOST_CODES;

function asCategory(column: Column): Column {
  const cells = column.cells.map((cell) => (cell === null ? null : String(cell)));
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return { ...column, kind: "category", role: "feature", cells, categories: [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code) };
}

function roleNotices(columns: readonly Column[]): Notice[] {
  const named = (role: ColumnRole): string[] => columns.filter((column) => column.role === role).map((column) => column.name);
  const notices: Notice[] = [];
  const say = (code: Notice["code"], level: Notice["level"], names: readonly string[], message: string): void => {
    if (names.length > 0) notices.push({ code, level, columns: names, values: { count: names.length }, message: `${message}: ${names.join(", ")}.` });
  };
  say("table/protected", "info", named("protected"), "Held apart, for fairness audits only");
  say("table/constant", "info", named("constant"), "The same for everybody, so left out");
  say("table/id-like", "info", named("id"), "Names rows rather than describing people, so left out");
  say("table/free-text", "info", columns.filter((column) => column.kind === "text" && column.role === "ignored").map((column) => column.name), "Sentences are not read here");
  const features = columns.filter((column) => column.role === "feature");
  say("table/missing-values", "warning", features.filter((column) => column.missing > 0.3 * column.cells.length).map((column) => column.name), "More than 30 % of the cells are missing");
  say("table/many-categories", "info", features.filter((column) => column.categories.length > 30).map((column) => column.name), "More than 30 different values; the rarer ones count as one");
  return notices;
}
