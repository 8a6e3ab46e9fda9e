/**
 * @file Rows ↔ numbers for the generator: each number by its rank as a normal quantile (so that invented numbers have the real
 * distribution), each category as one of many. The target is the condition.
 */
import type { Cell, Column, DataTable } from "../table/types";

export interface CodedColumn {
  readonly name: string;
  readonly kind: "number" | "category";
  readonly whole: boolean;
  /** Sorted training values of numbers. */
  readonly sorted: readonly number[];
  readonly categories: readonly string[];
  readonly from: number;
  readonly width: number;
}

const MOST_CATEGORIES = 15;

/** @param rows training rows @returns columns with their place in the coded row */
export function fitRowCoding(table: DataTable, rows: readonly number[], names: readonly string[]): CodedColumn[] {
  let from = 0;
  return names.flatMap((name): CodedColumn[] => {
    const column = table.columns.find((one) => one.name === name);
    if (!column) return [];
    const coded = codeColumn(column, rows, from);
    from += coded.width;
    return [coded];
  });
}

function codeColumn(column: Column, rows: readonly number[], from: number): CodedColumn {
  if (column.kind === "number" || column.kind === "date") {
    const sorted = rows.map((row) => column.cells[row]).filter((cell): cell is number => typeof cell === "number").sort((a, b) => a - b);
    return { name: column.name, kind: "number", whole: sorted.every(Number.isInteger), sorted, categories: [], from, width: 1 };
  }
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(String(column.cells[row]), (counts.get(String(column.cells[row])) ?? 0) + 1);
  const categories = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CATEGORIES).map(([value]) => value);
  return { name: column.name, kind: "category", whole: false, sorted: [], categories, from, width: categories.length };
}

export const widthOf = (columns: readonly CodedColumn[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** A cell's numbers, written at the column's place; missing numbers are the middle, unknown categories none. */
export function writeCell({ kind, sorted, categories, from }: CodedColumn, cell: Cell, into: Float32Array | Float64Array): void {
  if (kind === "category") {
    const at = categories.indexOf(String(cell));
    if (at >= 0) into[from + at] = 1;
    return;
  }
  if (typeof cell !== "number" || sorted.length === 0) return;
  into[from] = normalQuantile((below(sorted, cell) + 0.5) / (sorted.length + 1)) / 2;
}

/** Mean place of a value among the sorted ones. */
function below(sorted: readonly number[], value: number): number {
  const count = (holds: (one: number) => boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(sorted[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (count((one) => one < value) + count((one) => one <= value)) / 2;
}

/** A coded number → a value of the real distribution; between two real values it lies between them. */
export function readNumber({ sorted, whole }: CodedColumn, coded: number): number {
  const place = normalShare(2 * coded) * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  const value = low + (high - low) * (place - Math.floor(place));
  return whole ? Math.round(value) : value;
}

/** Logistic approximations of the normal distribution, each other's inverse. */
const SLOPE = 1.702;
const normalShare = (z: number): number => 1 / (1 + Math.exp(-SLOPE * z));
const normalQuantile = (share: number): number => Math.log(share / (1 - share)) / SLOPE;
