/** @file Names of months, and the days that a named month, season or span of time ends on. Without a year the next such day is meant. */
import { addDays, addMonths, isDay } from "../../../core/document-terms";
import { numberOf } from "../numbers";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Sources of expressions that match one name, without a group. */
export const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
export const CHINESE_MONTH_NUMBER = String.raw`(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`;
/** What a last day is announced with. "to" only where something is moved or counted from now: "introduce me to Jan" names a colleague. */
export const LEAD = String.raw`(?:up until|between now and|until|till|til|up to|by|before|no later than|not later than|at the latest by|at the latest|through|(?<=\b(?:now|it|deadline|plan|extend|push|move|postpone) )to|in time for|ready for|ready on|deadline(?: is|:| on)?|due(?: on| by)?)`;

export const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
export const yearOf = (today: string): number => Number(today.slice(0, 4));
/** "before June" and "in time for June" end before June begins, "by June" with it. */
export const isBefore = (lead: string | undefined): boolean => /^(?:before|in time for|ready for)$/i.test(lead ?? "");
/** "明年" is in one year; null for what names no year. */
export function yearsAhead(text: string): number | null {
  if (/后年/.test(text)) return 2;
  if (/next year|明年|来年/i.test(text)) return 1;
  return /this year|今年|本年/i.test(text) ? 0 : null;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** @param inYear the day in a given year @returns in the year that was said, else in the first where it is still to come */
function nextOf(year: number | null, today: string, inYear: (year: number) => string): string | null {
  const years = year === null ? [-1, 0, 1].map((ahead) => yearOf(today) + ahead) : [year];
  return years.map(inYear).find((day) => year !== null || day > today) ?? null;
}

export interface Named {
  readonly month: number;
  /** Null: none was said. */
  readonly year: number | null;
  readonly before: boolean;
}

export function dateIn({ month, day, year, before }: Named & { readonly day: number }, today: string): string | null {
  const found = nextOf(year, today, (each) => `${each}-${two(month)}-${two(day)}`);
  return found !== null && isDay(found) ? (before ? addDays(found, -1) : found) : null;
}

/** @param part what is said of the month: its start (until the 10th), its middle, or its end */
export function monthEnd({ month, year, part, before }: Named & { readonly part: string }, today: string): string | null {
  if (month < 1 || month > 12) return null;
  return nextOf(year, today, (each) => {
    const first = `${each}-${two(month)}-01`;
    if (/^(?:the )?mid|中/i.test(part)) return `${each}-${two(month)}-15`;
    if (/^(?:the )?(?:start|beginning|early)|初|上旬/i.test(part)) return `${each}-${two(month)}-10`;
    return before && part === "" ? addDays(first, -1) : addDays(addMonths(first, 1), -1);
  });
}

/** A season or quarter, from one month to another; winter ends in the year after the one that it begins in. */
export function seasonEnd({ from, to, year, before }: { readonly from: number; readonly to: number; readonly year: number | null; readonly before: boolean }, today: string): string | null {
  return nextOf(year, today, (each) => (before ? addDays(`${each}-${two(from)}-01`, -1) : addDays(addMonths(`${to < from ? each + 1 : each}-${two(to)}-01`, 1), -1)));
}

/** The last day of the quarter that is so many quarters ahead: 0 is the running one. */
export function quarterEnd(ahead: number, today: string): string {
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3) + ahead;
  return addDays(addMonths(`${yearOf(today)}-01-01`, (quarter + 1) * 3), -1);
}

/** The Sunday of the week that is so many weeks ahead. */
export function weekEnd(ahead: number, today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, ((7 - weekday) % 7) + ahead * 7);
}

/** Below this, days say how long a course is, not until when there is time. */
const FEWEST_DAYS = 14;
const DAYS_A_MONTH = 30;
/** Nobody plans for more of any unit; the calendar ends somewhere beyond. */
const MOST = 1000;

/** The day that so much time from today ends on. */
export function after(count: string | number | null, unit: string, today: string): string | null {
  const n = typeof count === "string" ? numberOf(count) : count;
  if (n === null || n <= 0 || n > MOST) return null;
  if (/day|天|日/i.test(unit)) return n >= FEWEST_DAYS ? addDays(today, n) : null;
  if (/fortnight/i.test(unit)) return addDays(today, n * 14);
  if (/week|周|星期|礼拜/i.test(unit)) return addDays(today, Math.round(n * 7));
  const months = /quarter|季/i.test(unit) ? n * 3 : /year|年/i.test(unit) ? n * 12 : n;
  return addDays(addMonths(today, Math.floor(months)), Math.round((months % 1) * DAYS_A_MONTH));
}
