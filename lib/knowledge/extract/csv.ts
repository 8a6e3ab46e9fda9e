/**
 * @file CSV and TSV → one line per row, "column: value | column: value", so that a row can be quoted alone.
 */
import { dsvFormat } from "d3-dsv";
import { AppError } from "../../core/errors";
import { decodeText } from "./decode";
import { DocumentBuilder } from "./document-builder";
import type { Extractor } from "./extractor";
import { MAX_CSV_ROWS } from "./limits";
import { titleFromFileName } from "./title";
import { cleanCharacters, toOneLine } from "./whitespace";

/** A row with more characters is written one cell per line: nobody reads it as a table row. */
const MAX_ROW_CHARS = 2000;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Title: the file name. The first row names the columns unless a cell of it is empty or a number. */
export const extractCsv: Extractor = async (bytes, fileName) => {
  const decoded = decodeText(bytes);
  const text = cleanCharacters(decoded.text);
  const rows = parseRows(text);
  if (rows.length > MAX_CSV_ROWS) {
    throw new AppError("document/too-large", `${rows.length} rows, at most ${MAX_CSV_ROWS} allowed`, {
      userMessage: `The table has ${rows.length} rows; at most ${MAX_CSV_ROWS} can be read. Split it.`,
    });
  }
  const builder = new DocumentBuilder();
  const [first = [], ...rest] = rows;
  const hasHeader = rest.length > 0 && isHeader(first);
  for (const row of hasHeader ? rest : rows) addRow(builder, row, hasHeader ? first : []);
  return builder.build(titleFromFileName(fileName), decoded.warnings);
};

/** Rows with at least one value; cells are one line each. */
function parseRows(text: string): string[][] {
  return dsvFormat(delimiterOf(text))
    .parseRows(text)
    .map((row) => row.map(toOneLine))
    .filter((row) => row.some((cell) => cell !== ""));
}

/** The delimiter that splits the first lines into the most columns, evenly; a comma when none does. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  let best = { delimiter: ",", score: 1 };
  for (const delimiter of DELIMITERS) {
    const widths = dsvFormat(delimiter).parseRows(sample).slice(0, 20).map((row) => row.length);
    const usual = widths[0] ?? 1;
    const even = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    const score = usual > 1 ? usual * even * even : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function isHeader(row: readonly string[]): boolean {
  return row.every((cell) => cell !== "" && !/^[\d.,%€$¥£\s/-]+$/.test(cell)) && new Set(row).size === row.length;
}

function addRow(builder: DocumentBuilder, row: readonly string[], header: readonly string[]): void {
  const cells = row.flatMap((value, i) => {
    if (value === "") return [];
    return [header[i] === undefined ? value : `${header[i]}: ${value}`];
  });
  const line = cells.join(" | ");
  if (line.length <= MAX_ROW_CHARS) builder.add({ kind: "table_row", text: line });
  else for (const [i, cell] of cells.entries()) builder.add({ kind: "paragraph", text: cell, tight: i > 0 });
}
