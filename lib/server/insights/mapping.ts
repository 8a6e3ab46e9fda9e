/**
 * @file What a table's columns mean: guessed from names and cells, changed by the HR lead on the mapping screen, applied before
 * anything is learned, and checked for the table's use. Pure.
 */
import { isGrouping, LABEL_FIELDS, type ColumnReport, type NoticeView, type TableMapping, type TableUse } from "../../contracts/insights";
import { MOST_LABELS } from "../../contracts/insights-labels";
import { AppError } from "../../core/errors";
import { assignRoles } from "../../insights/table/assign-roles";
import { isIdentifierName, isPersonName, spaced } from "../../insights/table/column-names";
import { prepareAttrition } from "../../insights/attrition/prepare";
import { missingOfHires } from "../../insights/channels/past-hires";
import { MIN_PEOPLE, tooFewToGroup } from "../../insights/clusters/cluster-people";
import { commentText, labelFieldOf } from "../../insights/comments/label-columns";
import { preparePerformance } from "../../insights/performance/prepare";
import { findDuplicates } from "../../insights/table/find-leaks";
import { parseNumber } from "../../insights/table/parse-cells";
import { findTarget, showCell } from "../../insights/table/target";
import { reportTable } from "../../insights/table/table-report";
import type { Column, DataTable, Notice } from "../../insights/table/types";

const GROUP = /^(?:emp(?:loyee)? )?(department|dept|team|unit|division|business unit|job role|role|site|部门|团队|岗位|地点)/i;
const TENURE = /^(years ?at ?company|tenure|tenure ?\w*|service ?time|experience ?years ?at ?this ?company|司龄|工龄)$/i;
const PERIOD = /^(month|period|date|年月|月份|期间)$/i;
const COMMENT = /comment|text|review|feedback|answer|意见|评论|反馈|留言/i;
const LABEL = /label|sentiment|theme|topic|category|情感|主题|标签/i;

/** @param table as read, every column a feature */
export function guessMapping(table: DataTable, use: TableUse): TableMapping {
  const names = table.columns.map(({ name }) => name);
  const target = guessTarget(table, use);
  const key = names.find((name) => isPersonName(name) && /mail|邮箱/i.test(name)) ?? names.find((name) => name !== target && isIdentifierName(name) && !/^column \d+$/.test(name)) ?? names.find(isPersonName) ?? null;
  // Tenure explains much about leaving: it stays a feature, and the survival model finds it by its name (tenureOf).
  const time = use === "series" ? names.find((name) => PERIOD.test(spaced(name))) : undefined;
  const roles = assignRoles(table, { target: target ?? "" }).table;
  const labels = use === "comments" ? LABEL_FIELDS.flatMap((field) => labelNames(table).find((name) => labelFieldOf(name) === field) ?? []) : [];
  const comment = use === "comments" ? commentColumn(table) : null;
  const isGroup = (name: string) => GROUP.test(spaced(name)) && table.columns.some((column) => column.name === name && column.categories.length >= 2 && column.categories.length <= 60);
  const columns = roles.columns.map((column) => {
    // Where somebody sits is no skill and no way of working: left in, clusters are the sites.
    if (isGrouping(use) && column.role === "feature" && isGroup(column.name)) return { name: column.name, role: "ignored" as const, kind: column.kind, unit: column.unit };
    const role = labels.includes(column.name) ? "target" : column.name === key ? "id" : column.name === time ? "time" : column.name === comment ? "feature" : column.role;
    return { name: column.name, role, kind: column.name === comment ? ("text" as const) : column.kind, unit: column.unit };
  });
  return { use, key, group: names.find(isGroup) ?? null, columns };
}

/** The column that says how long somebody has been here, by its name: numbers that may be learned from. */
export const tenureOf = (table: DataTable): string | undefined => table.columns.find(({ name, kind, role }) => kind === "number" && role === "feature" && TENURE.test(unitless(name)))?.name;

/** "Tenure (years)" → "Tenure" */
const unitless = (name: string): string => spaced(name).replace(/[(（][^()（）]*[)）]\s*$/, "").trim();

function guessTarget(table: DataTable, use: TableUse): string | null {
  if (isGrouping(use) || use === "hires") return null;
  if (use === "comments") return labelNames(table)[0] ?? null;
  if (use === "series") return table.columns.find(({ name, kind }) => kind === "number" && /result|score|output|结果|业绩/i.test(name))?.name ?? null;
  try {
    return findTarget(table, undefined, use).column.name;
  } catch (error) {
    // No evident one: the HR lead chooses it.
    if (error instanceof AppError && error.code === "insights/bad-target") return null;
    throw error;
  }
}

/** Columns that label comments: few values, and a name that says so. */
const labelNames = (table: DataTable): string[] => table.columns.filter(({ name, kind, cells }) => LABEL.test(name) && kind !== "text" && kind !== "date" && new Set(cells).size <= MOST_LABELS + 1).map(({ name }) => name);

/** The sentences; short remarks are known by their column's name, and because they hardly repeat. */
function commentColumn(table: DataTable): string | null {
  const texts = table.columns.filter(({ kind }) => kind === "text");
  const remarks = table.columns.filter(({ name, kind, categories }) => kind === "category" && COMMENT.test(name) && categories.length > table.rows / 2);
  return (texts.find(({ name }) => COMMENT.test(name)) ?? texts[0] ?? remarks[0])?.name ?? null;
}

/** The table as mapped: kinds, units and roles as chosen. @throws AppError "request/invalid" when the mapping is of another table */
export function applyMapping(table: DataTable, mapping: TableMapping): DataTable {
  const byName = new Map(mapping.columns.map((column) => [column.name, column]));
  if (byName.size !== table.columns.length || table.columns.some(({ name }) => !byName.has(name))) {
    throw new AppError("request/invalid", "the mapping names other columns than the table has", { userMessage: "This mapping is of another table. Reload the page." });
  }
  const columns = table.columns.map((column) => {
    const said = byName.get(column.name);
    return said ? { ...asKind(column, said.kind), role: said.role, unit: said.unit } : column;
  });
  return { ...table, columns };
}

function asKind(column: Column, kind: Column["kind"]): Column {
  if (kind === column.kind) return column;
  if (kind === "category" || kind === "text") {
    const cells = column.cells.map((_, row) => showCell(column, row));
    return { ...column, kind, cells, categories: kind === "category" ? byFrequency(cells) : [], missing: missingOf(cells) };
  }
  if (kind === "number" && column.kind !== "date") {
    const cells = column.cells.map((cell) => (typeof cell === "string" ? (parseNumber(cell)?.value ?? null) : cell));
    return { ...column, kind, cells, categories: [], missing: missingOf(cells) };
  }
  throw new AppError("request/invalid", `${column.name}: ${column.kind} cannot be read as ${kind}`, { userMessage: `“${column.name}” cannot be read as ${kind}. Its cells are of the type ${column.kind}.` });
}

const missingOf = (cells: readonly unknown[]): number => cells.filter((cell) => cell === null).length;

function byFrequency(cells: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

export interface CheckedTable {
  readonly columns: ColumnReport[];
  readonly notices: NoticeView[];
  /** Why it cannot be used; null: it can. */
  readonly problem: string | null;
  /** That people, leavers or ratings are too few, with the number it would take; null: enough. */
  readonly tooFew: string | null;
  /** Columns that give the answer away; set aside unless the HR lead has already. */
  readonly leaks: readonly string[];
}

/** Report per column and the checks that its use asks for. */
export function checkTable(table: DataTable, use: TableUse, readNotices: readonly Notice[]): CheckedTable {
  const outcome = outcomesOf(table, use);
  const notices = [...readNotices, ...outcome.notices];
  const { columns } = reportTable(table, notices);
  return {
    columns: columns.map((column) => ({ ...column, examples: [...column.examples] })),
    notices: notices.map((one) => ({ ...one, columns: [...one.columns], values: { ...one.values } })),
    problem: outcome.problem ?? problemOf(table, use),
    tooFew: outcome.tooFew,
    leaks: outcome.leaks,
  };
}

interface Outcome {
  readonly notices: readonly Notice[];
  readonly leaks: readonly string[];
  readonly problem: string | null;
  readonly tooFew: string | null;
}

/** What training would say of it, known before anything is trained. */
function outcomesOf(table: DataTable, use: TableUse): Outcome {
  const target = table.columns.find(({ role }) => role === "target");
  const none: Outcome = { notices: [], leaks: [], problem: null, tooFew: null };
  if ((use !== "attrition" && use !== "performance") || !target) return { ...none, notices: duplicatesOf(table, use), tooFew: isGrouping(use) && table.rows < MIN_PEOPLE ? tooFewToGroup(table.rows) : null };
  const roles = Object.fromEntries(table.columns.map(({ name, role }) => [name, role]));
  try {
    const prepared = use === "attrition" ? prepareAttrition(table, { target: target.name, roles }) : preparePerformance(table, { target: target.name, roles });
    const said = prepared.kind === "too-few-data" ? prepared.warnings : prepared.notices;
    const notices = said.filter(({ code }) => code.startsWith("leak/") || code.startsWith("target/") || code === "table/missing-target" || code === "table/repeated-people");
    return { notices, leaks: notices.filter(({ code }) => code.startsWith("leak/")).flatMap(({ columns }) => columns), problem: null, tooFew: prepared.kind === "too-few-data" ? prepared.message : null };
  } catch (error) {
    if (error instanceof AppError && (error.code === "insights/bad-target" || error.code === "insights/bad-table")) return { ...none, problem: error.message };
    throw error;
  }
}

function duplicatesOf(table: DataTable, use: TableUse): Notice[] {
  if (use === "series" || use === "hires" || use === "comments") return [];
  const { duplicates } = findDuplicates(table);
  if (duplicates === 0) return [];
  // Two people may well have the same skills; two equal rows that something is foreseen from are one row twice.
  return [{ code: "leak/duplicate-rows", level: isGrouping(use) ? "info" : "alarm", columns: [], values: { rows: duplicates }, message: `${duplicates} rows are copies of another row. Check how the table was made.` }];
}

/** What each use needs: [at least so many columns of a role, in words]. */
function problemOf(table: DataTable, use: TableUse): string | null {
  const withRole = (role: Column["role"]) => table.columns.filter((column) => column.role === role);
  const features = withRole("feature").length;
  const targets = withRole("target").length;
  if (use === "comments") return problemOfComments(table);
  if (targets > 1) return "Choose one target only.";
  if (use === "hires") return missingOfHires(table);
  if (isGrouping(use)) return features < 2 ? "Choose at least two columns to group people by." : null;
  if (targets === 0) return "Choose the column that is to be foreseen as the target.";
  if (use === "series") return withRole("time").length === 1 && withRole("id").length >= 1 ? null : "Choose the column of the month as the time, and the column that says whose month it is as the key.";
  return features < 1 ? "Choose at least one column to learn from." : null;
}

/** Labels may be in the file or given here: a target is not asked for. */
function problemOfComments(table: DataTable): string | null {
  const fields = table.columns.flatMap(({ role, name }) => (role === "target" ? [labelFieldOf(name)] : []));
  if (new Set(fields).size < fields.length) return "Choose at most one column that says how comments sound, and one named like a theme or topic that says what they are about.";
  return commentText(table) ? null : "Choose the column with the comments' text to learn from.";
}
