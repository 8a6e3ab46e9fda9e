/**
 * @file Leak check: columns that give the answer away, and rows that stand in the table more than once. A model measured
 * on either looks better than it is, so columns are set aside and copies of a row stay in one fold.
 */
import { rocAuc } from "../measure/ranking";
import { createRng } from "../../core/rng";
import { isAfterwardsName } from "./column-names";
import type { Column, DataTable, Notice } from "./types";

/** One column alone reaching this AUC is a leak: whole models of people leaving reach 0.7–0.85. */
export const LEAK_AUC = 0.9;
/** Fewer describing columns than this, and equal rows are no surprise. */
const MIN_COLUMNS_FOR_DUPLICATES = 5;
/** Rows that differ in one column only are copies too when there are at least this many describing columns. */
const MIN_COLUMNS_FOR_NEAR = 15;

/** Largest prime below 2^52: sums of two numbers below it stay exact. */
const MODULUS = 4503599627370449;

export interface LeakReport {
  /** Columns to set aside. */
  readonly columns: readonly string[];
  /** Per row the number of its first equal: rows of one group must not be split. */
  readonly groups: Int32Array;
  readonly duplicates: number;
  readonly notices: readonly Notice[];
}

/**
 * @param outcomes 0 or 1 per row; the table holds no row without one
 */
export function findLeaks(table: DataTable, outcomes: readonly number[]): LeakReport {
  const found: Notice[] = [];
  for (const column of table.columns) {
    if (column.role !== "feature") continue;
    const auc = soloAuc(column, outcomes);
    const strength = Math.max(auc, 1 - auc);
    if (strength >= LEAK_AUC) found.push(givesAway(column, strength, outcomes));
    else if (isAfterwardsName(column.name)) {
      found.push({ code: "leak/gives-answer", level: "alarm", columns: [column.name], values: { auc: round(strength) }, message: `Leak: by its name "${column.name}" is known only after somebody has left. It was set aside.` });
    }
  }
  const { groups, duplicates, near } = findDuplicates(table);
  found.push(...duplicateNotices(table, { duplicates, near }));
  return { columns: found.flatMap((notice) => notice.columns), groups, duplicates, notices: found };
}

/** AUC of one column by itself: numbers as they are, categories by the event rate seen in the other half of the rows. */
export function soloAuc(column: Column, outcomes: readonly number[]): number {
  const byValue = column.kind === "category" || column.missing > 0;
  if (!byValue) return rocAuc(column.cells.map(Number), outcomes);
  const asNumber = column.kind === "category" ? 0.5 : rocAuc(...filled(column, outcomes));
  const byRate = rocAuc(crossRates(column, outcomes), outcomes);
  return [asNumber, byRate].reduce((best, one) => (Math.abs(one - 0.5) > Math.abs(best - 0.5) ? one : best));
}

function filled(column: Column, outcomes: readonly number[]): [number[], number[]] {
  const rows = column.cells.flatMap((cell, row) => (typeof cell === "number" ? [row] : []));
  return [rows.map((row) => Number(column.cells[row])), rows.map((row) => outcomes[row] ?? 0)];
}

/** Each row's value's event rate in the half that the row is not in, drawn to the mean. Numbers count only as there or missing. */
function crossRates(column: Column, outcomes: readonly number[]): number[] {
  const random = createRng(5);
  const half = column.cells.map(() => Number(random() < 0.5));
  const sums = [new Map<string, [number, number]>(), new Map<string, [number, number]>()] as const;
  const keyOf = (row: number): string => {
    const cell = column.cells[row] ?? null;
    return cell === null ? "missing" : column.kind === "category" ? `= ${cell}` : "there";
  };
  column.cells.forEach((_, row) => {
    const into = sums[half[row] === 0 ? 0 : 1];
    const [n, events] = into.get(keyOf(row)) ?? [0, 0];
    into.set(keyOf(row), [n + 1, events + (outcomes[row] ?? 0)]);
  });
  const mean = outcomes.reduce((sum, one) => sum + one, 0) / Math.max(1, outcomes.length);
  return column.cells.map((_, row) => {
    const [n, events] = sums[half[row] === 0 ? 1 : 0].get(keyOf(row)) ?? [0, 0];
    return (events + 2 * mean) / (n + 2);
  });
}

function givesAway(column: Column, auc: number, outcomes: readonly number[]): Notice {
  const isCopy = auc > 0.995;
  const values = { auc: round(auc), rows: outcomes.length };
  return isCopy
    ? { code: "leak/copy-of-target", level: "alarm", columns: [column.name], values, message: `Leak: "${column.name}" is a copy of the answer (by itself AUC ${values.auc}). It was set aside.` }
    : { code: "leak/gives-answer", level: "alarm", columns: [column.name], values, message: `Leak: "${column.name}" gives the answer away (by itself AUC ${values.auc}; whole models of people leaving reach 0.7 to 0.85). It was set aside; if it is really known beforehand, give it back its role (--keep on the command line).` };
}

/** That rows stand there more than once; none when they do not. With few columns two people may well be alike: then no alarm. */
export function duplicateNotices(table: DataTable, { duplicates, near }: { duplicates: number; near: number }): Notice[] {
  if (duplicates === 0) return [];
  const level = describing(table).length >= MIN_COLUMNS_FOR_DUPLICATES ? "alarm" : "warning";
  const rows = duplicates === 1 ? "1 row is a copy" : `${duplicates} rows are copies`;
  return [{ code: "leak/duplicate-rows", level, columns: [], values: { rows: duplicates, near }, message: `Leak: ${rows} of another row${near > 0 ? ` (${near} of them differ in one column only)` : ""}. Copies were kept in one fold, so that no model is tested on a row that it has learned; check how the table was made.` }];
}

const describing = (table: DataTable): Column[] => table.columns.filter((column) => column.role !== "id" && column.role !== "constant");

/** Groups rows that are equal in all describing columns, or in all but one where there are many columns. */
export function findDuplicates(table: DataTable): { groups: Int32Array; duplicates: number; near: number } {
  const columns = describing(table);
  const groups = Int32Array.from({ length: table.rows }, (_, row) => row);
  const firstOf = (row: number): number => {
    let at = row;
    while (groups[at] !== at) at = groups[at] ?? at;
    return at;
  };
  const join = (keyOf: (row: number) => string): number => {
    const seen = new Map<string, number>();
    let joined = 0;
    for (let row = 0; row < table.rows; row++) {
      const key = keyOf(row);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, row);
      else if (firstOf(before) !== firstOf(row)) {
        groups[firstOf(row)] = firstOf(before);
        joined++;
      }
    }
    return joined;
  };
  const cellKeys = columns.map((column) => column.cells.map((cell) => hashOf(cell)));
  const whole = Array.from({ length: table.rows }, (_, row) => cellKeys.reduce((sum, keys, at) => (sum + mix(keys[row] ?? 0, at)) % MODULUS, 0));
  const exact = join((row) => String(whole[row]));
  let near = 0;
  if (columns.length >= MIN_COLUMNS_FOR_NEAR && columns.length * table.rows <= 3_000_000) {
    cellKeys.forEach((keys, at) => {
      near += join((row) => String(((whole[row] ?? 0) - mix(keys[row] ?? 0, at) + MODULUS) % MODULUS));
    });
  }
  for (let row = 0; row < table.rows; row++) groups[row] = firstOf(row);
  return { groups, duplicates: exact + near, near };
}

/** 32-bit FNV-1a of a cell's text. */
function hashOf(cell: number | string | null): number {
  const text = cell === null ? "\u0000" : `${typeof cell}${cell}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** Spreads a cell's hash with its column's place over 51 bits, so that equal cells of two columns differ. */
function mix(hash: number, place: number): number {
  const a = Math.imul(hash ^ (place * 0x9e3779b1), 0x85ebca6b) >>> 0;
  const b = Math.imul((hash + place) ^ 0xc2b2ae35, 0x27d4eb2f) >>> 0;
  return (a % 524288) * 4294967296 + b;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
