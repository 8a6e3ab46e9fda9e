/**
 * @file Fairness by group: the protected columns that no model saw are used here, and only here. Held-out predictions,
 * intervals everywhere, groups too small to speak of left out.
 */
import type { Column } from "../table/types";
import { showCell } from "../table/target";
import { bootstrapInterval, meanInterval, SHARE, shareInterval } from "./interval";
import { rocAuc } from "./ranking";
import type { FairnessColumn, FairnessGroup, Interval } from "./types";

/** Groups with fewer people are not shown. */
export const SMALLEST_GROUP = 20;
const MIN_FOR_AUC = 10;

/**
 * @param column protected; numbers are put into bands of ten (ages) or quartiles
 * @param probabilities held-out, per row
 * @param threshold of the "raised" band
 */
export function fairnessOf(column: Column, probabilities: ArrayLike<number>, { outcomes, threshold }: { outcomes: ArrayLike<number>; threshold: number }): FairnessColumn {
  const members = new Map<string, number[]>();
  const groupOf = grouping(column);
  column.cells.forEach((_, row) => {
    const value = groupOf(row);
    if (value === null) return;
    const rows = members.get(value);
    if (rows) rows.push(row);
    else members.set(value, [row]);
  });
  const shown = [...members].filter(([, rows]) => rows.length >= SMALLEST_GROUP).sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  const flag = (row: number): boolean => (probabilities[row] ?? 0) >= threshold;
  const shares = shown.map(([, rows]) => rows.filter(flag).length / rows.length);
  const least = shown[shares.indexOf(Math.min(...shares))]?.[1] ?? [];
  const groups = shown.map(([value, rows]): FairnessGroup => describeGroup(value, rows, { probabilities, outcomes, flag, least }));
  return { column: column.name, groups, smallest: SMALLEST_GROUP, suppressed: members.size - shown.length, concerns: groups.flatMap((group) => concernsOf(column.name, group)) };
}

/** Row → name of its group; null where the cell is missing. */
function grouping(column: Column): (row: number) => string | null {
  const distinct = new Set(column.cells).size;
  if (column.kind !== "number" && column.kind !== "date") return (row) => showCell(column, row);
  const sorted = column.cells.filter((one): one is number => typeof one === "number").sort((a, b) => a - b);
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const isAge = low >= 14 && high <= 90 && distinct > 8;
  const cuts = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
  const nameOf = (value: number): string => {
    if (distinct <= 8) return String(value);
    const decade = Math.floor(value / 10) * 10;
    return isAge ? `${decade}–${decade + 9}` : `quarter ${1 + cuts.filter((cut) => value > cut).length}`;
  };
  return (row) => {
    const cell = column.cells[row] ?? null;
    return cell === null ? null : nameOf(Number(cell));
  };
}

interface Context {
  readonly probabilities: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  readonly flag: (row: number) => boolean;
  readonly least: readonly number[];
}

function describeGroup(value: string, rows: readonly number[], { probabilities, outcomes, flag, least }: Context): FairnessGroup {
  const leavers = rows.filter((row) => outcomes[row] === 1);
  const stayers = rows.filter((row) => outcomes[row] !== 1);
  const share = (of: readonly number[]): Interval => shareInterval(of.filter(flag).length, of.length);
  const enough = Math.min(leavers.length, stayers.length) >= MIN_FOR_AUC;
  const auc = enough ? bootstrapInterval(rows.length, (drawn) => rocAuc(drawn.map((at) => probabilities[rows[at] ?? 0] ?? 0), drawn.map((at) => outcomes[rows[at] ?? 0] ?? 0)), { times: 200 }) : null;
  return {
    value,
    n: rows.length,
    observed: shareInterval(leavers.length, rows.length),
    predicted: meanInterval(rows.map((row) => probabilities[row] ?? 0), SHARE),
    flagged: share(rows),
    ratio: ratioOf(rows.filter(flag).length, rows.length, { hits: least.filter(flag).length, of: least.length }),
    found: leavers.length > 0 ? share(leavers) : null,
    falseAlarms: stayers.length > 0 ? share(stayers) : null,
    auc,
  };
}

/** Ratio of two shares with the log-normal interval. @source Katz et al. 1978 */
function ratioOf(hits: number, of: number, base: { hits: number; of: number }): Interval | null {
  if (base.hits === 0 || hits === 0) return null;
  const ratio = hits / of / (base.hits / base.of);
  const error = Math.sqrt(1 / hits - 1 / of + 1 / base.hits - 1 / base.of);
  return { mean: ratio, low: ratio * Math.exp(-1.96 * error), high: ratio * Math.exp(1.96 * error) };
}

function concernsOf(column: string, group: FairnessGroup): FairnessColumn["concerns"][number][] {
  const found: FairnessColumn["concerns"][number][] = [];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  if (group.ratio && group.ratio.low > 1.25) found.push({ value: group.value, kind: "flagged-more", message: `${column} ${group.value}: ${percent(group.flagged.mean)} are above the threshold, ${group.ratio.mean.toFixed(1)} times the least flagged group (observed leaving: ${percent(group.observed.mean)}).` });
  if (group.predicted.mean > group.observed.high) found.push({ value: group.value, kind: "over-predicted", message: `${column} ${group.value}: predicted ${percent(group.predicted.mean)}, observed ${percent(group.observed.mean)}; the model says too much for this group.` });
  if (group.predicted.mean < group.observed.low) found.push({ value: group.value, kind: "under-predicted", message: `${column} ${group.value}: predicted ${percent(group.predicted.mean)}, observed ${percent(group.observed.mean)}; the model says too little for this group.` });
  return found;
}
