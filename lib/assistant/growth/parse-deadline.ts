/**
 * @file A last day: "until June" is the last day of the next June, "before June" the day before it begins, "in three months",
 * "by 30 June 2027", "by the end of the year", "六月底前", "半年内". What is not said is null, never guessed.
 */
import { addDays, addMonths, isDay } from "../../core/document-terms";
import { NUMBER, numberOf } from "./numbers";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const LEAD = String.raw`(until|till|til|up to|by|before|no later than|not later than|from now (?:un)?til)`;

const ISO = /\b(20\d{2}-\d{2}-\d{2})\b/;
const DAY_MONTH = new RegExp(String.raw`\b${LEAD}\s+(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (20\d{2}))?\b`, "i");
const MONTH_DAY = new RegExp(String.raw`\b${LEAD}\s+${MONTH} (\d{1,2})(?:st|nd|rd|th)?(?:,? (20\d{2}))?\b`, "i");
const MONTH_ONLY = new RegExp(String.raw`\b${LEAD}\s+(?:the )?(end of |mid[- ]|start of |beginning of )?(next )?${MONTH}(?: (20\d{2})| next year)?\b`, "i");
const SPAN = new RegExp(String.raw`\b(?:in|within|over|for|during|inside)(?: the)?(?: next| coming)? (${NUMBER}) (weeks?|months?|years?)\b|\b(${NUMBER})[- ](week|month|year)(?:s)? (?:plan|path|horizon|from now)\b`, "i");
const NEXT_SPAN = /\b(?:in|within|over|during) the (?:next|coming) (week|month|quarter|year)\b/i;
const YEAR_END = /\b(?:by|until|before|till) (?:the )?(?:end of (?:this|the) year|year[- ]?end|christmas|new year)\b|\bthis year\b/i;
const NEXT_YEAR_END = /\b(?:by|until) (?:the )?end of next year\b/i;

const CHINESE_DATE = /(?:(20\d{2})\s*年)?\s*(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月\s*(\d{1,2})\s*[日号]/;
const CHINESE_MONTH = /(明年|今年|(20\d{2})\s*年)?\s*(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月(底|末|份|初|中旬)?(?:之?前|以前|为止|止)?/;
const CHINESE_SPAN = new RegExp(String.raw`(${NUMBER})\s*(个)?(半)?\s*(周|星期|月|年)(半)?\s*(?:之?内|以内|里|时间|后|内)`, "i");
const CHINESE_YEAR_END = /(明年)?年底|(明)?年末|今年(?:之?内|以内|底)/;

/** @param today `YYYY-MM-DD` @returns the last day, after today; null when none is said */
export function parseDeadline(question: string, today: string): string | null {
  const day = english(question, today) ?? chinese(question, today);
  return day !== null && isDay(day) && day > today ? day : null;
}

function english(question: string, today: string): string | null {
  const iso = ISO.exec(question)?.[1];
  if (iso) return iso;
  const dayFirst = DAY_MONTH.exec(question);
  if (dayFirst) return dateIn({ month: monthOf(dayFirst[3]), day: Number(dayFirst[2]), year: dayFirst[4], before: isBefore(dayFirst[1]) }, today);
  const monthFirst = MONTH_DAY.exec(question);
  if (monthFirst) return dateIn({ month: monthOf(monthFirst[2]), day: Number(monthFirst[3]), year: monthFirst[4], before: isBefore(monthFirst[1]) }, today);
  if (NEXT_YEAR_END.test(question)) return `${Number(today.slice(0, 4)) + 1}-12-31`;
  if (YEAR_END.test(question)) return `${today.slice(0, 4)}-12-31`;
  const only = MONTH_ONLY.exec(question);
  if (only) return monthEnd({ month: monthOf(only[4]), year: only[5] ?? (/next year/i.test(only[0]) ? String(Number(today.slice(0, 4)) + 1) : undefined), part: only[2] ?? "", before: isBefore(only[1]) }, today);
  const span = SPAN.exec(question);
  if (span) return after(numberOf(span[1] ?? span[3] ?? ""), span[2] ?? span[4] ?? "", today);
  const next = NEXT_SPAN.exec(question);
  return next ? (next[1] === "quarter" ? addMonths(today, 3) : after(1, next[1] ?? "", today)) : null;
}

function chinese(question: string, today: string): string | null {
  const date = CHINESE_DATE.exec(question);
  if (date) return dateIn({ month: numberOf(date[2] ?? "") ?? 0, day: Number(date[3]), year: date[1], before: false }, today);
  const end = CHINESE_YEAR_END.exec(question);
  if (end) return `${Number(today.slice(0, 4)) + (end[1] ?? end[2] ? 1 : 0)}-12-31`;
  const span = CHINESE_SPAN.exec(question);
  if (span) return after((numberOf(span[1] ?? "") ?? 0) + (span[3] ?? span[5] ? 0.5 : 0), span[4] ?? "", today);
  const month = CHINESE_MONTH.exec(question);
  if (!month || /个$/.test(question.slice(0, month.index + (month[0].length - month[0].trimStart().length)))) return null;
  const year = month[2] ?? (month[1] === "明年" ? String(Number(today.slice(0, 4)) + 1) : undefined);
  const part = month[4] === "中旬" ? "mid" : month[4] === "初" ? "start" : "";
  return monthEnd({ month: numberOf(month[3] ?? "") ?? 0, year, part, before: /月(?:之?前|以前)$/.test(month[0]) }, today);
}

const isBefore = (lead: string | undefined): boolean => /^before$/i.test(lead ?? "");
const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
const two = (n: number): string => String(n).padStart(2, "0");

interface Named {
  readonly month: number;
  readonly year: string | undefined;
  readonly before: boolean;
}

/** Without a year: the next such day. */
function dateIn({ month, day, year, before }: Named & { readonly day: number }, today: string): string | null {
  const written = `${two(month)}-${two(day)}`;
  const found = `${year ?? (`${today.slice(0, 4)}-${written}` > today ? today.slice(0, 4) : String(Number(today.slice(0, 4)) + 1))}-${written}`;
  return isDay(found) ? (before ? addDays(found, -1) : found) : null;
}

/** Without a year: the next such month, this one included while it lasts. */
function monthEnd({ month, year, part, before }: Named & { readonly part: string }, today: string): string | null {
  if (month < 1 || month > 12) return null;
  const inYear = year ?? (two(month) >= today.slice(5, 7) ? today.slice(0, 4) : String(Number(today.slice(0, 4)) + 1));
  const first = `${inYear}-${two(month)}-01`;
  if (/^mid/i.test(part)) return `${inYear}-${two(month)}-15`;
  if (/^(?:start|beginning)/i.test(part)) return `${inYear}-${two(month)}-10`;
  return before && part === "" ? addDays(first, -1) : addDays(addMonths(first, 1), -1);
}

function after(n: number | null, unit: string, today: string): string | null {
  if (n === null || n <= 0) return null;
  if (/week|周|星期/.test(unit)) return addDays(today, Math.round(n * 7));
  return addMonths(today, Math.round(/year|年/.test(unit) ? n * 12 : n)) ;
}
