/**
 * @file Files → cells as they stand: CSV with any usual delimiter and encoding, XLSX's first sheet with data.
 * Flow: bytes → [raw table] → typed columns (infer-columns.ts) → roles.
 */
import { dsvFormat } from "d3-dsv";
import readXlsx from "read-excel-file/node";
import { AppError } from "../../core/errors";
import { decodeText } from "../../knowledge/extract/decode";
import { parseNumber } from "./parse-cells";

/** What a cell of a file can be; null = empty. */
export type RawCell = string | number | boolean | Date | null;

export interface RawTable {
  readonly name: string;
  /** Trimmed, unique, never empty. */
  readonly header: readonly string[];
  /** Every row as long as the header. */
  readonly rows: readonly (readonly RawCell[])[];
  /** Rows without any value, rows shorter or longer than the header, column names that stood there twice or not at all. */
  readonly emptyRows: number;
  /** What stood above the column names, a title or a date, row by row. */
  readonly titles: readonly string[];
  readonly raggedRows: number;
  readonly renamed: readonly string[];
  /** The row of names holds numbers only: it is a row of data, most likely. */
  readonly isNameless: boolean;
}

/** More than this is no table of people; it would fill the memory. */
export const MAX_CELLS = 20_000_000;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * @param bytes the file; its content decides whether it is XLSX (a zip), not its name
 * @param name shown in reports
 * @throws AppError "insights/bad-table" when there is no header with rows below it, or it is too large;
 * "document/…" when the text cannot be decoded
 */
export async function readRawTable(bytes: Uint8Array, name: string): Promise<RawTable> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return tabulate(isZip ? await sheetRows(bytes) : csvRows(textOf(bytes, name)), name);
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return decodeText(bytes).text;
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "document/type-mismatch") throw cause;
    throw new AppError("insights/bad-table", `${name} is neither a spreadsheet nor a text of cells. Save it as XLSX or CSV.`, { cause });
  }
}

function csvRows(text: string): RawCell[][] {
  const bare = text.replace(/^\uFEFF/, "");
  // Spreadsheets may name the delimiter in a line of its own.
  const [line = "", named] = /^sep=(.)\r?\n/i.exec(bare) ?? [];
  const clean = bare.slice(line.length);
  return dsvFormat(named ?? delimiterOf(clean)).parseRows(clean).map((row) => row.map((cell) => cell.trim() || null));
}

/** The delimiter that splits the first lines into the most columns, evenly. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 50_000);
  const scored = DELIMITERS.map((delimiter) => {
    const widths = dsvFormat(delimiter).parseRows(sample).slice(0, 30).map((row) => row.length);
    const times = (width: number): number => widths.filter((one) => one === width).length;
    const usual = widths.reduce((best, width) => (times(width) > times(best) ? width : best), widths[0] ?? 1);
    const even = times(usual) / Math.max(1, widths.length);
    return { delimiter, score: usual > 1 ? usual * even * even : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

async function sheetRows(bytes: Uint8Array): Promise<RawCell[][]> {
  try {
    const sheets = await readXlsx(Buffer.from(bytes));
    const widest = sheets.map(({ data }) => data).find((data) => data.length > 1);
    return (widest ?? []).map((row) => row.map((cell) => (typeof cell === "string" ? cell.trim() || null : (cell as RawCell))));
  } catch (cause) {
    throw new AppError("insights/bad-table", "The file looks like a spreadsheet but cannot be opened. Save it again as XLSX or CSV, without a password.", { cause });
  }
}

function tabulate(all: readonly RawCell[][], name: string): RawTable {
  const filled = all.filter((row) => cellsIn(row) > 0);
  const titles = titlesOf(filled);
  const [first, ...body] = filled.slice(titles.length);
  if (!first || body.length === 0) throw new AppError("insights/bad-table", `${name} has no rows below its column names.`);
  const width = Math.max(first.length, ...body.slice(0, 200).map((row) => row.length));
  if (width < 2) throw new AppError("insights/bad-table", `${name} has one column only; a table of people has a column per fact. Is it separated by commas, semicolons or tabs?`);
  if (width * body.length > MAX_CELLS) throw new AppError("insights/bad-table", `${name} has ${body.length} rows of ${width} columns; at most ${MAX_CELLS} cells can be read.`);
  const { header, renamed } = nameColumns(first, width);
  return {
    name,
    header,
    rows: body.map((row) => header.map((_, at) => row[at] ?? null)),
    emptyRows: all.length - filled.length,
    titles,
    raggedRows: body.filter((row) => row.length !== width).length,
    renamed,
    isNameless: first.every((cell) => typeof cell === "number" || (typeof cell === "string" && parseNumber(cell) !== null)),
  };
}

const cellsIn = (row: readonly RawCell[]): number => row.filter((cell) => cell !== null && cell !== "").length;

/** Rows with one cell only, above a row of column names that has at least three. */
function titlesOf(filled: readonly RawCell[][]): string[] {
  const names = filled.findIndex((row) => cellsIn(row) > 1);
  return names > 0 && cellsIn(filled[names] ?? []) >= 3 ? filled.slice(0, names).map((row) => String(row.find((cell) => cell !== null && cell !== ""))) : [];
}

function nameColumns(first: readonly RawCell[], width: number): { header: string[]; renamed: string[] } {
  const [header, renamed]: [string[], string[]] = [[], []];
  for (let at = 0; at < width; at++) {
    const given = String(first[at] ?? "").replace(/\s+/g, " ").trim();
    let name = given || `column ${at + 1}`;
    for (let again = 2; header.includes(name); again++) name = `${given || `column ${at + 1}`} (${again})`;
    if (name !== given) renamed.push(name);
    header.push(name);
  }
  return { header, renamed };
}
