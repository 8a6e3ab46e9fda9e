/**
 * @file Words of a cell → values: numbers in the ways people write them, dates, yes and no, missing.
 */

const MISSING = new Set(["", "na", "n/a", "#n/a", "nan", "null", "nil", "-", "–", "—", "?", ".", "missing", "not available", "无", "缺失", "不详"]);

/** Is this how people write "we do not know"? "none" and "unknown" are answers, not gaps. */
export const isMissing = (cell: unknown): boolean => cell === null || cell === undefined || (typeof cell === "string" && MISSING.has(cell.trim().toLowerCase())) || (typeof cell === "number" && Number.isNaN(cell));

/** Currency signs and units that may stand around a number. */
const AFFIX = /^([€$£¥￥]|USD|EUR|GBP|CNY|RMB)?\s*(.*?)\s*(%|€|\$|£|¥|元|万|years?|yrs?|months?|days?|hours?|hrs?|h|km|miles?|kg|cm|年|岁|个月|月|天|小时)?$/i;

export interface ParsedNumber {
  readonly value: number;
  readonly unit: string | null;
}

/**
 * "1,234.5", "1.234,5", "12 %", "$3,000", "3 years", "<1" and ">20" (taken as just below and just above), "20+".
 *
 * @param decimalComma the column writes 1,5 for one and a half
 * @returns null when it is no number
 */
export function parseNumber(text: string, decimalComma = false): ParsedNumber | null {
  const match = AFFIX.exec(text.trim());
  const [, before, body = "", after] = match ?? [];
  const open = /^([<>≤≥])\s*(.+)$/.exec(body);
  let core = (open?.[2] ?? body).replace(/\+$/, "").replace(/[\s\u00a0'’]/g, "");
  if (core === "") return null;
  core = decimalComma ? core.replace(/\./g, "").replace(",", ".") : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(core) ? core.replace(/,/g, "") : core;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(core)) return null;
  const value = Number(core);
  if (!Number.isFinite(value)) return null;
  const nudge = open?.[1] === "<" ? -0.5 : open?.[1] === ">" ? 1 : 0;
  // 1.2万 stands among 8000s: ten thousand is part of the number.
  return after === "万" ? { value: 10_000 * (value + nudge), unit: before ?? null } : { value: value + nudge, unit: after?.toLowerCase() ?? before ?? null };
}

/** Do the cells write decimals with a comma ("2,75") and never with a point? */
export function usesDecimalComma(cells: readonly string[]): boolean {
  const comma = cells.filter((cell) => /^-?\d+,\d{1,2}$|^-?\d+,\d{4,}$|^-?\d{1,3}(\.\d{3})+,\d+$/.test(cell)).length;
  return comma > 0 && !cells.some((cell) => /^-?\d+\.\d{1,2}$/.test(cell));
}

export type DateOrder = "ymd" | "dmy" | "mdy";

/** Which of day and month comes first, from the cells where only one reading is possible; day first when nothing tells. */
export function dateOrder(cells: readonly string[]): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cells) {
    const [, a, b] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(cell) ?? [];
    if (Number(a) > 12) dayFirst++;
    if (Number(b) > 12) monthFirst++;
  }
  return monthFirst > dayFirst ? "mdy" : "dmy";
}

/** Days since 1970-01-01, or null. Understands 2024-03-01, 2024/3/1, 2024年3月1日, 1.3.2024, 3/1/24, with or without a time. */
export function parseDate(text: string, order: DateOrder): number | null {
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text.trim());
  if (iso) return toDays(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const other = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?: .*)?$/.exec(text.trim());
  if (!other) return null;
  const [a, b, y] = [Number(other[1]), Number(other[2]), Number(other[3])];
  const year = y >= 100 ? y : y > 40 ? 1900 + y : 2000 + y;
  return order === "mdy" ? toDays(year, a, b) : toDays(year, b, a);
}

function toDays(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? Math.round(time / 86_400_000) : null;
}

/** ISO date of days since 1970-01-01. */
export const showDate = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

const YES = ["yes", "y", "true", "t", "是", "有", "1"];
const NO = ["no", "n", "false", "f", "否", "没有", "0"];

/** 1, 0, or null when the word is neither. */
export function parseYesNo(text: string): 0 | 1 | null {
  const word = text.trim().toLowerCase();
  return YES.includes(word) ? 1 : NO.includes(word) ? 0 : null;
}
