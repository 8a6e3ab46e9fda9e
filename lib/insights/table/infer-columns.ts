/**
 * @file Raw cells → typed columns: number, yes/no, date, category, text; units and gaps. Roles come in assign-roles.ts.
 */
import { dateOrder, isMissing, parseDate, parseNumber, parseYesNo, usesDecimalComma } from "./parse-cells";
import type { RawCell, RawTable } from "./raw-table";
import type { Cell, Column, ColumnKind, DataTable, Notice } from "./types";

/** Share of a column's filled cells that must read as a number or date; the others become gaps, with a notice. */
const READABLE_SHARE = 0.9;
/** Texts longer than this on average are sentences, not categories; a Chinese character says as much as three letters. */
const SENTENCE_CHARS = 40;
const lengthOf = (text: string): number => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

type Typed = Pick<Column, "kind" | "unit" | "cells" | "categories"> & { readonly unread: number };

/** @returns the table with every column a "feature", and what was noticed on the way */
export function inferColumns(raw: RawTable): { table: DataTable; notices: Notice[] } {
  const notices: Notice[] = [];
  const columns = raw.header.map((name, at): Column => {
    const typed = typeColumn(raw.rows.map((row) => row[at] ?? null));
    if (typed.unread > 0) notices.push(mixed(name, typed));
    return { name, kind: typed.kind, role: "feature", unit: typed.unit ?? unitOfName(name), cells: typed.cells, categories: typed.categories, missing: typed.cells.filter((cell) => cell === null).length };
  });
  return { table: { name: raw.name, rows: raw.rows.length, columns }, notices: [...shapeNotices(raw), ...notices] };
}

function typeColumn(raw: readonly RawCell[]): Typed {
  const filled = raw.filter((cell) => !isMissing(cell));
  const texts = filled.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()));
  const distinct = new Set(texts);
  const yesNo = new Set([...distinct].map(parseYesNo));
  if (distinct.size === 2 && yesNo.has(0) && yesNo.has(1)) {
    const words = [...distinct].sort((a, b) => Number(parseYesNo(a)) - Number(parseYesNo(b)));
    return read(raw, "boolean", (text) => parseYesNo(text), { categories: words });
  }
  return asNumbers(raw, texts) ?? asDates(raw, texts) ?? asWords(raw, texts, distinct.size);
}

function read(raw: readonly RawCell[], kind: ColumnKind, parse: (text: string) => Cell, more: { categories?: readonly string[]; unit?: string | null } = {}): Typed {
  let unread = 0;
  const cells = raw.map((cell): Cell => {
    if (isMissing(cell)) return null;
    const value = parse(cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim());
    if (value === null) unread++;
    return value;
  });
  return { kind, cells, unread, unit: more.unit ?? null, categories: more.categories ?? [] };
}

function asNumbers(raw: readonly RawCell[], texts: readonly string[]): Typed | null {
  const comma = usesDecimalComma(texts);
  const parsed = texts.map((text) => parseNumber(text, comma));
  const numbers = parsed.filter((one) => one !== null);
  if (numbers.length === 0 || numbers.length < READABLE_SHARE * texts.length) return null;
  // "00123" is a code, not an amount.
  if (texts.some((text) => /^0\d{2,}$/.test(text))) return null;
  const units = new Map<string, number>();
  for (const { unit } of numbers) if (unit !== null) units.set(unit, (units.get(unit) ?? 0) + 1);
  const [unit = null, times = 0] = [...units].sort((a, b) => b[1] - a[1])[0] ?? [];
  return read(raw, "number", (text) => parseNumber(text, comma)?.value ?? null, { unit: times > numbers.length / 2 ? unit : null });
}

function asDates(raw: readonly RawCell[], texts: readonly string[]): Typed | null {
  const order = dateOrder(texts);
  const dates = texts.filter((text) => parseDate(text, order) !== null).length;
  if (dates === 0 || dates < READABLE_SHARE * texts.length) return null;
  return read(raw, "date", (text) => parseDate(text, order), { unit: "days since 1970-01-01" });
}

function asWords(raw: readonly RawCell[], texts: readonly string[], distinct: number): Typed {
  const mean = texts.reduce((sum, text) => sum + lengthOf(text), 0) / Math.max(1, texts.length);
  const isText = mean > SENTENCE_CHARS && distinct > 0.5 * texts.length;
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const categories = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
  return read(raw, isText ? "text" : "category", (text) => text, { categories: isText ? [] : categories });
}

/** What stands in brackets at a name's end, where it is a unit and no scale ("1–5") or remark. */
const BRACKETED = /[(（]\s*(km|mi|miles|m|min|minutes|h|hrs?|hours?|d|days?|weeks?|months?|yrs?|years?|%|points?|eur|usd|gbp|cny|rmb|€|\$|£|¥|kg|公里|千米|米|分钟|小时|天|日|周|月|个月|年|分|元|万元|人)\s*[)）]\s*$/iu;

const NAME_UNITS: readonly [RegExp, string][] = [
  [/years|tenure.*y|服务年|工龄|年限/i, "years"],
  [/month(s|_|$)|月数/i, "months"],
  [/hour|工时|小时/i, "hours"],
  [/days?$|天数/i, "days"],
  [/percent|pct|%|比例/i, "%"],
  [/\bage$|^age\b|年龄/i, "years"],
];

function unitOfName(name: string): string | null {
  const bracketed = BRACKETED.exec(name)?.[1];
  if (bracketed !== undefined) return bracketed;
  const spaced = name.replace(/([a-z])([A-Z])/g, "$1 $2");
  return NAME_UNITS.find(([pattern]) => pattern.test(spaced) && !/rate|since.*date/i.test(spaced))?.[1] ?? null;
}

function mixed(name: string, { kind, unread }: Typed): Notice {
  return { code: "table/mixed-values", level: "warning", columns: [name], values: { unread, kind }, message: `${unread} cells of "${name}" are no ${kind === "date" ? "date" : "number"}; they count as missing.` };
}

/** What the file's form gives to say: only the file itself tells, the cells that are kept no longer do. */
export function shapeNotices(raw: RawTable): Notice[] {
  const notices: Notice[] = [];
  if (raw.renamed.length > 0) notices.push({ code: "table/duplicate-names", level: "warning", columns: raw.renamed, values: {}, message: `Columns without a name of their own were given one: ${raw.renamed.join(", ")}.` });
  if (raw.raggedRows > 0) notices.push({ code: "table/ragged-rows", level: "warning", columns: [], values: { rows: raw.raggedRows }, message: `${raw.raggedRows} rows have more or fewer cells than there are columns. Check the delimiter and quotes in them.` });
  if (raw.titles.length > 0) notices.push({ code: "table/titles", level: "info", columns: [], values: { rows: raw.titles.length }, message: `What stands above the column names was left out: ${raw.titles.join("; ")}.` });
  if (raw.isNameless) notices.push({ code: "table/no-names", level: "warning", columns: [...raw.header], values: {}, message: "The first row holds numbers only: it was taken as the column names. If the file has none, add a row of names above it." });
  if (raw.emptyRows > 0) notices.push({ code: "table/empty-rows", level: "info", columns: [], values: { rows: raw.emptyRows }, message: `${raw.emptyRows} empty rows were left out.` });
  return notices;
}
