/**
 * @file readTable: bytes of a CSV or XLSX file → a typed table whose columns are all features yet, and what was noticed.
 */
import { inferColumns } from "./infer-columns";
import { readRawTable } from "./raw-table";
import type { DataTable, Notice } from "./types";

/** @throws AppError "insights/bad-table" and the decoding errors of readRawTable */
export async function readTable(bytes: Uint8Array, name: string): Promise<{ table: DataTable; notices: Notice[] }> {
  return inferColumns(await readRawTable(bytes, name));
}

/** The given rows of a table, in that order. */
export function selectRows(table: DataTable, rows: readonly number[]): DataTable {
  const columns = table.columns.map((column) => {
    const cells = rows.map((row) => column.cells[row] ?? null);
    return { ...column, cells, missing: cells.filter((cell) => cell === null).length };
  });
  return { ...table, rows: rows.length, columns };
}
