/**
 * @file Dates as résumés write them, English and Chinese: "Mar 2019", "03/2019", "2019.03", "2019年3月", "Summer 2018",
 * "’19", and spans of them: "2015 to 2017", "since 2015", "Jan – May 2015", "2019.03-至今". Reads text of parseText.
 */
import type { Span } from "../../core/types";
import type { DateFact } from "./types";

/** A date in a text. Months are counted as 12 · year + month (0–11). */
export interface DateMention extends Span {
  readonly precision: "month" | "season" | "year";
  /** First month of it, and the month after its last. */
  readonly from: number;
  readonly to: number;
}

export interface RangeMention extends Span {
  readonly first: DateMention;
  /** Null for a range that goes on ("present"). */
  readonly last: DateMention | null;
  /** Where the end is written; null for "since 2015". */
  readonly lastSpan: Span | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const YEAR = "(?:19[4-9]\\d|20[0-4]\\d)";
const SHORT_YEAR = "['’‘´`]\\d{2}";
const ANY_YEAR = `(?:${YEAR}|${SHORT_YEAR})`;
const SEASON = "(?:spring|summer|autumn|fall|winter)";
/** First month (0–11) of each season; a winter is named after the year that it mostly lies in. */
const SEASON_MONTH: Readonly<Record<string, number>> = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 0, 春: 2, 夏: 5, 秋: 8, 冬: 0 };
const NUMBER_MONTH = "(?:1[0-2]|0?[1-9])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9])";

/** Longest form first: the first alternative that fits is taken. */
const DATE = [
  `(?:${DAY}(?:st|nd|rd|th)?\\s+)?${MONTH},?\\s*(?:${DAY}(?:st|nd|rd|th)?,\\s*)?(?:of\\s+)?[-/]?\\s*${ANY_YEAR}`,
  `${SEASON}(?:\\s+of)?,?\\s+${YEAR}(?:/\\d{2}(?!\\d))?`,
  `${YEAR}\\s*年\\s*${NUMBER_MONTH}\\s*月(?:\\s*${DAY}\\s*[日号])?`,
  `${YEAR}\\s*年?\\s*[春夏秋冬]季?`,
  `${YEAR}\\s*年`,
  `${YEAR}\\s?[./-]\\s?(?:1[0-2]|0?[1-9])[./-]${DAY}(?!\\d)`,
  `${YEAR}\\s?[./-]\\s?(?:1[0-2]|0[1-9]|[1-9])(?![\\d])`,
  `${NUMBER_MONTH}\\s?[./]\\s?${DAY}\\s?[./]\\s?${YEAR}`,
  `${DAY}\\s?[./]\\s?${NUMBER_MONTH}\\s?[./]\\s?${YEAR}`,
  `${NUMBER_MONTH}\\s*[./-]\\s*${YEAR}`,
  `${NUMBER_MONTH}[/-]?${SHORT_YEAR}`,
  `${YEAR}`,
  `${SHORT_YEAR}`,
].join("|");
const PRESENT = "(?:(?:the\\s+)?present(?:\\s+day)?|currently|current|now|today|to\\s+date|ongoing|till\\s+date|date|至今|现在|目前|迄今|今|在职)(?![a-z])";
const GAP = "[ ]*\\n?[ ]*";
const DASH = `(?:-|–|—|~|→|»|/(?=\\s))+`;
const LINK = `(?:${GAP}(?:${DASH}|至|到)+${GAP}|${GAP}\\b(?:to|until|till|til|through|thru|up to)\\b${GAP})`;
const NOT_INSIDE = "(?<![\\d/.,$€£¥#+]|\\d-)";
const NOT_BEHIND = "(?![\\d]|[.,/-]\\d|\\s?%)";

const SINGLE = new RegExp(`${NOT_INSIDE}(?:${DATE})${NOT_BEHIND}`, "gi");
const RANGE = new RegExp(`${NOT_INSIDE}(${DATE})(?:${LINK})(${PRESENT}|${DATE}|\\d{2}(?![\\d./-]))${NOT_BEHIND}`, "gi");
/** "January – May 2015", "June to 15 August 2012". */
const SHARED_YEAR = new RegExp(`(?<![\\p{L}])(${MONTH}|${SEASON})(?:${LINK})(${MONTH}[\\s,]*(${YEAR}))`, "giu");
/** 2019年3月-6月 */
const SHARED_YEAR_ZH = new RegExp(`(${YEAR}\\s*年\\s*${NUMBER_MONTH}\\s*月)(?:${LINK})(${NUMBER_MONTH}\\s*月)`, "g");
const BETWEEN = new RegExp(`\\bbetween\\s+(${DATE})\\s+and\\s+(${DATE})`, "gi");
const SINCE = new RegExp(`(?:\\bsince\\s+(${DATE})|(?:自|从)\\s*(${DATE})\\s*(?:起|以来|至今)|(${DATE})\\s*(?:onwards?|起|开始)|(${DATE})[ ]*[-–—](?=[ ]*(?:$|[,，;；|)\\n])))`, "gim");
const IS_PRESENT = new RegExp(`^${PRESENT}$`, "i");

/** Every date of the text, those within ranges too, in order. @param text as parseText gives it */
export function findDates(text: string): DateMention[] {
  const dates: DateMention[] = [];
  for (const match of text.matchAll(SINGLE)) {
    const date = toDate(match[0], match.index);
    if (date) dates.push(date);
  }
  return dates;
}

/**
 * Ranges of the text in order, without overlap. A range that ends before it starts is left out.
 *
 * @param text as parseText gives it; a range may run over one line end
 */
export function findRanges(text: string): RangeMention[] {
  const found = [
    ...Array.from(text.matchAll(RANGE), (match) => toRange(match, [1, 2])),
    ...Array.from(text.matchAll(BETWEEN), (match) => toRange(match, [1, 2])),
    ...Array.from(text.matchAll(SHARED_YEAR), (match) => sharedYear(match, `${match[1] ?? ""} ${match[3] ?? ""}`, match[2] ?? "")),
    ...Array.from(text.matchAll(SHARED_YEAR_ZH), (match) => sharedYear(match, match[1] ?? "", `${(match[1] ?? "").replace(/年.*$/, "年")}${match[2] ?? ""}`)),
    ...Array.from(text.matchAll(SINCE), sinceRange),
  ].filter((range) => range !== null);
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((range, i) => !sorted.slice(0, i).some((other) => other.end > range.start && other.start <= range.start));
}

function toRange(match: RegExpExecArray, [a, b]: readonly [number, number]): RangeMention | null {
  const firstText = match[a] ?? "";
  const lastText = match[b] ?? "";
  const start = match.index + match[0].indexOf(firstText);
  const first = toDate(firstText, start);
  if (!first) return null;
  const end = match.index + match[0].length;
  const lastSpan = { start: end - lastText.length, end };
  if (IS_PRESENT.test(lastText)) return { first, last: null, lastSpan, start: match.index, end };
  const last = /^\d{2}$/.test(lastText) ? shortEnd(first, lastText, lastSpan) : toDate(lastText, lastSpan.start);
  return last && last.to > first.from ? { first, last, lastSpan, start: match.index, end } : null;
}

/** "2014–16": the end in the century of the start. */
function shortEnd(first: DateMention, text: string, span: Span): DateMention | null {
  const year = Math.floor(first.from / 12);
  const end = year - (year % 100) + Number(text);
  return first.precision === "year" && end > year && end - year < 40 ? { ...span, precision: "year", from: 12 * end, to: 12 * end + 12 } : null;
}

function sharedYear(match: RegExpExecArray, firstText: string, lastText: string): RangeMention | null {
  const first = toDate(firstText, match.index);
  const end = match.index + match[0].length;
  const lastSpan = { start: end - (match[2]?.length ?? 0), end };
  const last = toDate(lastText, lastSpan.start);
  if (!first || !last || last.to <= first.from) return null;
  const firstEnd = match.index + (match[1]?.length ?? 0);
  return { first: { ...first, end: firstEnd }, last: { ...last, end }, lastSpan, start: match.index, end };
}

function sinceRange(match: RegExpExecArray): RangeMention | null {
  const text = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
  const first = toDate(text, match.index + match[0].indexOf(text));
  return first && { first, last: null, lastSpan: null, start: match.index, end: match.index + match[0].length };
}

function toDate(text: string, start: number): DateMention | null {
  const span = { start, end: start + text.length };
  const year = yearOf(text);
  if (year === null) return null;
  const lower = text.toLowerCase();
  const season = Object.keys(SEASON_MONTH).find((name) => lower.includes(name));
  if (season !== undefined) {
    const from = 12 * year + (SEASON_MONTH[season] ?? 0);
    return { ...span, precision: "season", from, to: from + 3 };
  }
  const month = monthOf(lower);
  if (month === null) return { ...span, precision: "year", from: 12 * year, to: 12 * year + 12 };
  return { ...span, precision: "month", from: 12 * year + month, to: 12 * year + month + 1 };
}

function yearOf(text: string): number | null {
  const full = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(text)?.[0];
  if (full) return Number(full);
  const short = new RegExp(SHORT_YEAR).exec(text)?.[0];
  if (!short) return null;
  const value = Number(short.slice(1));
  return value < 45 ? 2000 + value : 1900 + value;
}

/** 0–11. In "03/15/2019" and "15.03.2019" the number that can be no day, else the first, is the month. */
function monthOf(lower: string): number | null {
  const named = MONTHS.findIndex((name) => new RegExp(`(?<![a-z])${name}`).test(lower));
  if (named >= 0) return named;
  const rest = lower.replace(new RegExp(`(?<!\\d)${YEAR}(?!\\d)|${SHORT_YEAR}`), " ");
  const numbers = (rest.match(/\d{1,2}/g) ?? []).map(Number);
  const [one, two] = numbers;
  if (one === undefined) return null;
  const month = two !== undefined && lower.includes(".") && !/^\d{4}/.test(lower) ? two : one > 12 ? (two ?? 0) : one;
  return month >= 1 && month <= 12 ? month - 1 : null;
}

/** 12 · year + month → `YYYY-MM`. */
export function toIsoMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** `YYYY-MM` → 12 · year + month. */
export function fromIsoMonth(iso: string): number {
  return 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7)) - 1;
}

/** @param offset of the text in the document */
export function startFact(date: DateMention, offset: number): DateFact {
  return { value: toIsoMonth(date.from), precision: date.precision, span: { start: offset + date.start, end: offset + date.end } };
}

export function endFact(date: DateMention, offset: number): DateFact {
  return { value: toIsoMonth(date.to - 1), precision: date.precision, span: { start: offset + date.start, end: offset + date.end } };
}
