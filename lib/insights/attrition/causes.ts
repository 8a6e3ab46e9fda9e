/**
 * @file Causes by group: what raises or lowers a department's estimated risk against everybody's, from the exact
 * contributions of its people. A group's mean, never a person's.
 */
import { contributionsOf } from "../explain/explain-risk";
import { sigmoid } from "../measure/calibration";
import { ANY, meanInterval, shareInterval } from "../measure/interval";
import type { RiskModel } from "../models/types";
import type { Column } from "../table/types";
import { showCell } from "../table/target";
import type { PreparedTable } from "./prepare";
import type { CauseGroup } from "./types";

/** Smaller groups are left out: they are no group but persons. */
export const SMALLEST_CAUSE_GROUP = 20;
const MOST_VALUES = 15;
const SHOWN_CAUSES = 6;

/** For every category column with few enough values, its groups, largest observed share first. */
export function causesByGroup(model: RiskModel, { table, outcomes }: PreparedTable): CauseGroup[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const { features, amounts, scores } = contributionsOf(model, table, rows);
  const columns = table.columns.filter((column) => column.role === "feature" && column.kind === "category" && column.categories.length <= MOST_VALUES && column.categories.length > 1);
  return columns.flatMap((column) => groupsOf(column, rows).map(([value, members]) => describe({ column: column.name, value, members }, { features, amounts, scores, outcomes }))).sort((a, b) => b.observed.mean - a.observed.mean);
}

function groupsOf(column: Column, rows: readonly number[]): [string, number[]][] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const value = showCell(column, row);
    if (value === null) continue;
    const members = groups.get(value);
    if (members) members.push(row);
    else groups.set(value, [row]);
  }
  return [...groups].filter(([, members]) => members.length >= SMALLEST_CAUSE_GROUP);
}

function describe({ column, value, members }: { column: string; value: string; members: readonly number[] }, from: { features: readonly string[]; amounts: readonly Float64Array[]; scores: Float64Array; outcomes: ArrayLike<number> }): CauseGroup {
  // Contributions are against the average person, so a group's mean is already its difference from everybody.
  const causes = from.features
    .map((feature, at) => ({ feature, amount: meanInterval(members.map((row) => from.amounts[row]?.[at] ?? 0), ANY) }))
    // That support is support explains nothing: the column that groups is no cause of its own groups.
    .filter(({ feature, amount }) => feature !== column && (amount.low > 0 || amount.high < 0))
    .sort((a, b) => Math.abs(b.amount.mean) - Math.abs(a.amount.mean))
    .slice(0, SHOWN_CAUSES);
  const predicted = members.reduce((sum, row) => sum + sigmoid(from.scores[row] ?? 0), 0) / members.length;
  return { column, value, n: members.length, observed: shareInterval(members.filter((row) => from.outcomes[row] === 1).length, members.length), predicted, causes };
}
