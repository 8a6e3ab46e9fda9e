/**
 * @file A table → what the attrition models learn from: target, roles, leaks set aside, copies grouped, too few told.
 */
import { AppError } from "../../core/errors";
import { assignRoles, type RoleOptions } from "../table/assign-roles";
import { findLeaks } from "../table/find-leaks";
import { keepPeopleTogether } from "../table/repeated-people";
import { selectRows } from "../table/read-table";
import { eventTarget } from "../table/target";
import type { DataTable, Notice } from "../table/types";
import type { TooFewData } from "./types";

/** Of the rarer outcome. Below it ten folds hold two or three each, and every interval spans from useless to perfect. */
export const MIN_EVENTS = 30;
export const MIN_ROWS = 100;

export interface PrepareOptions extends Omit<RoleOptions, "target"> {
  readonly target?: string;
  /** Columns to use although the leak check would set them aside. */
  readonly keep?: readonly string[];
}

export interface PreparedTable {
  readonly kind: "prepared";
  /** Only rows with a known outcome. */
  readonly table: DataTable;
  readonly target: string;
  readonly event: string;
  readonly outcomes: Float64Array;
  readonly events: number;
  readonly features: readonly string[];
  /** Rows with the same number are copies. */
  readonly groups: Int32Array;
  readonly notices: readonly Notice[];
}

/** @throws AppError "insights/bad-target" */
export function prepareAttrition(raw: DataTable, options: PrepareOptions = {}): PreparedTable | TooFewData {
  const found = eventTarget(raw, options.target);
  const target = found.column.name;
  const known = found.outcomes.flatMap((outcome, row) => (outcome === null ? [] : [row]));
  const outcomes = Float64Array.from(known, (row) => found.outcomes[row] ?? 0);
  const roles = assignRoles(selectRows(raw, known), { ...options, target });
  const leaks = findLeaks(roles.table, Array.from(outcomes));
  const dropped = new Set(leaks.columns.filter((name) => !options.keep?.includes(name)));
  const columns = roles.table.columns.map((column) => (dropped.has(column.name) ? { ...column, role: "ignored" as const } : column));
  const together = keepPeopleTogether(roles.table, leaks.groups);
  const notices = [...leaks.notices, ...found.notices, ...roles.notices, ...together.notices];
  const events = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const tooFew = countEnough({ rows: Math.min(together.people, known.length - leaks.duplicates), events, of: known.length }, target, notices);
  if (tooFew) return tooFew;
  const features = columns.filter((column) => column.role === "feature").map((column) => column.name);
  if (features.length === 0) throw noFeatures(target);
  return { kind: "prepared", table: { ...roles.table, columns }, target, event: found.event, outcomes, events, features, groups: together.groups, notices };
}

const noFeatures = (target: string): AppError => new AppError("insights/bad-table", `Beside "${target}" no column is left to learn from: the others are protected, constant, identifiers or give the answer away.`);

/** Enough people, and enough who left and who stayed? */
function countEnough({ rows: distinct, events, of: rows }: { rows: number; events: number; of: number }, target: string, warnings: readonly Notice[]): TooFewData | null {
  const rarer = Math.min(events, rows - events);
  if (rarer >= MIN_EVENTS && distinct >= MIN_ROWS) return null;
  const rate = Math.max(rarer / Math.max(1, rows), 0.01);
  const needRows = Math.max(MIN_ROWS, rarer < MIN_EVENTS ? Math.ceil(MIN_EVENTS / rate) : 0);
  const rarerName = events <= rows - events ? "leavers" : "stayers";
  const message = `Too few data: ${distinct} people with ${rarer} ${rarerName}. It takes at least ${MIN_ROWS} people and ${MIN_EVENTS} of the rarer outcome; at this rate that is about ${needRows} people.`;
  return { kind: "too-few-data", target, have: { rows: distinct, events: rarer }, need: { rows: needRows, events: MIN_EVENTS }, message, warnings };
}
