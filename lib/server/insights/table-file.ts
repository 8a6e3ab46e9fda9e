/** @file A table's cells as CSV bytes: what an import keeps (CSV and XLSX alike), and the same without the rows of one key. */
import { csvFormatRows, csvParseRows } from "d3-dsv";
import { AppError } from "../../core/errors";
import { shapeNotices } from "../../insights/table/infer-columns";
import { readRawTable, type RawCell } from "../../insights/table/raw-table";
import type { Notice } from "../../insights/table/types";

/** Rows of a table of people; more is no table of people, and training would take hours. */
export const MAX_ROWS = 200_000;

/**
 * @returns UTF-8 CSV with a header, how many rows it has, and what the file's form gave to say
 * @throws AppError "insights/bad-table"; "document/…" when the text cannot be decoded
 */
export async function canonicalCells(bytes: Uint8Array, fileName: string): Promise<{ content: Uint8Array; rows: number; notices: Notice[] }> {
  const raw = await readRawTable(bytes, fileName);
  const { header, rows } = raw;
  if (rows.length > MAX_ROWS) {
    const text = `The table has ${rows.length} rows; at most ${MAX_ROWS} can be imported. Leave out years or columns that are not needed.`;
    throw new AppError("insights/bad-table", text, { userMessage: text });
  }
  const content = Buffer.from(csvFormatRows([[...header], ...rows.map((row) => row.map(written))]), "utf8");
  return { content: Uint8Array.from(content), rows: rows.length, notices: shapeNotices(raw) };
}

function written(cell: RawCell): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** Key → numbers of its rows, in the table's order. Without a key column, or in a row without a value, a row is its own key: "row 12". */
export function rowsByKey(values: readonly (string | null)[] | null, rows: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const key = keyOfRow(values, row);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

export const keyOfRow = (values: readonly (string | null)[] | null, row: number): string => values?.[row]?.trim() || `row ${row + 1}`;

/** The cells without some rows (0-based, header not counted). */
export function withoutRows(content: Uint8Array, gone: ReadonlySet<number>): Uint8Array {
  const [header, ...rows] = csvParseRows(Buffer.from(content).toString("utf8"));
  return Uint8Array.from(Buffer.from(csvFormatRows([header ?? [], ...rows.filter((_, row) => !gone.has(row))]), "utf8"));
}
