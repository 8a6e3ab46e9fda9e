/** @file Rows of a table → as many invented ones with the same outcomes, as a table; and the two tables together. */
import type { Executor } from "../../engine/executor";
import { createRng } from "../../core/rng";
import type { Cell, Column, DataTable } from "../table/types";
import { fitRowCoding, readNumber, widthOf, writeCell, type CodedColumn } from "./row-coding";
import { trainGan } from "./tabular-gan";

export interface Source {
  readonly table: DataTable;
  readonly features: readonly string[];
  readonly outcomes: Float64Array;
}

export interface Invented {
  readonly columns: readonly CodedColumn[];
  /** The rows learned from, coded. */
  readonly real: readonly Float32Array[];
  readonly made: readonly Float32Array[];
  /** Outcomes of the rows learned from, and so of the invented ones. */
  readonly known: readonly number[];
  readonly synthetic: { readonly table: DataTable; readonly coded: Float32Array[] };
}

/** Learns from `train` only. @param steps updates of each side of the network; default 900 */
export async function inventRows({ table, features, outcomes }: Source, train: readonly number[], { executor, seed, steps }: { executor: Executor; seed: number; steps?: number }): Promise<Invented> {
  const columns = fitRowCoding(table, train, features);
  const real = train.map((row) => codeRow(table, columns, row));
  const known = train.map((row) => outcomes[row] ?? 0);
  const generator = await trainGan(real, known, { columns, options: { executor, seed, ...(steps ? { steps } : {}) } });
  const made = await generator.generate(known, seed + 9);
  await generator.close();
  return { columns, real, made, known, synthetic: decode(table, columns, { made, seed }) };
}

export function codeRow(table: DataTable, columns: readonly CodedColumn[], row: number): Float32Array {
  const coded = new Float32Array(widthOf(columns));
  for (const column of columns) writeCell(column, table.columns.find(({ name }) => name === column.name)?.cells[row] ?? null, coded);
  return coded;
}

/** Shares → drawn categories, coded numbers → values; coded again, so that distances compare like with like. */
function decode(table: DataTable, columns: readonly CodedColumn[], { made, seed }: { made: readonly Float32Array[]; seed: number }): { table: DataTable; coded: Float32Array[] } {
  const random = createRng(seed + 17);
  const drawnColumns = columns.map((column): Column => {
    const source = table.columns.find(({ name }) => name === column.name) as Column;
    const cells = made.map((row): Cell => {
      if (column.kind === "number") return readNumber(column, row[column.from] ?? 0);
      const value = drawCategory(row.subarray(column.from, column.from + column.width), column.categories, random);
      return source.kind === "boolean" ? Number(value) : value === "null" ? null : value;
    });
    return { ...source, cells, missing: cells.filter((cell) => cell === null).length };
  });
  const synthetic: DataTable = { name: `${table.name} (synthetic)`, rows: made.length, columns: drawnColumns };
  return { table: synthetic, coded: made.map((_, row) => codeRow(synthetic, columns, row)) };
}

function drawCategory(shares: Float32Array, categories: readonly string[], random: () => number): string {
  let left = random() * shares.reduce((a, b) => a + b, 0);
  for (let at = 0; at < shares.length; at++) {
    left -= shares[at] ?? 0;
    if (left <= 0) return categories[at] ?? "";
  }
  return categories.at(-1) ?? "";
}

/** The training rows, followed by the other table's rows. */
export function joinTables(table: DataTable, rows: readonly number[], other: DataTable | null): DataTable {
  const columns = table.columns.map((column) => {
    const more = other?.columns.find(({ name }) => name === column.name)?.cells ?? new Array<Cell>(other?.rows ?? 0).fill(null);
    const cells = [...rows.map((row) => column.cells[row] ?? null), ...more];
    return { ...column, cells, missing: cells.filter((cell) => cell === null).length };
  });
  return { ...table, rows: rows.length + (other?.rows ?? 0), columns };
}
