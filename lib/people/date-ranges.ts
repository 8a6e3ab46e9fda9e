/**
 * @file Date ranges as résumés write them ("Aug 2007 to Current", "09/2013 – 01/2015", "2015年3月至今") → months.
 */
import type { Span } from "../core/types";

export interface DateRange extends Span {
  /** Months since year 0: 12 · year + month (0–11). */
  readonly from: number;
  /** Exclusive; null while it goes on. */
  readonly to: number | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
const DATE = `(?:${MONTH_NAME},?\\s*${YEAR}|\\d{1,2}\\s*/\\s*${YEAR}|${YEAR}\\s*年\\s*(?:\\d{1,2}\\s*月)?|${YEAR}\\s*[./-]\\s*(?:1[0-2]|0?[1-9])(?!\\d)|${YEAR})`;
const OPEN = "(?:present|current|now|today|ongoing|至今|现在|今)";
const RANGE = new RegExp(`(?<![\\d/])(${DATE})\\s*(?:-|–|—|~|～|→|至|到|to|until|through|－)+\\s*(${DATE}|${OPEN})`, "gi");

/** @returns ranges of the text in order; ranges that end before they start are left out */
export function findDateRanges(text: string): DateRange[] {
  const ranges: DateRange[] = [];
  for (const match of text.matchAll(RANGE)) {
    const from = toMonth(match[1] ?? "", false);
    const isOpen = new RegExp(`^${OPEN}$`, "i").test(match[2] ?? "");
    const to = isOpen ? null : toMonth(match[2] ?? "", true);
    if (from === null || (to !== null && to <= from) || (to === null && !isOpen)) continue;
    ranges.push({ from, to, start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

/** A month named as an end counts as worked; a bare year counts from its January to the other year's January. */
function toMonth(date: string, isEnd: boolean): number | null {
  const year = new RegExp(YEAR).exec(date)?.[0];
  if (!year) return null;
  const rest = date.replace(year, "").toLowerCase();
  const named = MONTHS.findIndex((month) => rest.includes(month));
  const number = Number(/\d{1,2}/.exec(rest)?.[0] ?? "0");
  const month = named >= 0 ? named : number >= 1 && number <= 12 ? number - 1 : null;
  if (month === null) return 12 * Number(year);
  return 12 * Number(year) + month + (isEnd ? 1 : 0);
}

/** Months covered by at least one range. @param nowMonth 12 · year + month of today, for ranges that go on */
export function coveredMonths(ranges: readonly DateRange[], nowMonth: number): number {
  const sorted = ranges
    .map((range) => [range.from, Math.min(range.to ?? nowMonth + 1, nowMonth + 1)] as const)
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  let total = 0;
  let reached = -Infinity;
  for (const [from, to] of sorted) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}
