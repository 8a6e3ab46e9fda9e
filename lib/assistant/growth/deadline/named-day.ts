/** @file A day by its date: "by 15 March", "before the 1st of May", "by 01.03.2027", "deadline: 2027-06-30", "2027年4月10日前". */
import { addDays, addMonths, isDay } from "../../../core/document-terms";
import { numberOf } from "../numbers";
import { CHINESE_MONTH_NUMBER, dateIn, isBefore, LEAD, MONTH, monthOf } from "./calendar";

const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?,? (?:the )?)?`;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const DAY = String.raw`(\d{1,2}|${ORDINALS.join("|")})(?:st|nd|rd|th)?`;
/** "by my review on 12 May", "the exam is on 12 May". */
const EVENT = String.raw`(?:exam|test|review|audit|interview|assessment|appraisal)\b[^.;?!]{0,15}?\bon`;
const START = String.raw`\b(${LEAD}|${EVENT})\s+(?:the )?(?:(?:my|our|the|an?) (?:[\w'-]+ ){1,4}?on (?:the )?)?${WEEKDAY}`;
const DAY_MONTH = new RegExp(String.raw`${START}${DAY}\.?(?: of)? (${MONTH})\b(?:,? (20\d{2}))?`, "i");
const MONTH_DAY = new RegExp(String.raw`${START}(${MONTH}) ${DAY}\b(?:,? (20\d{2}))?`, "i");
/** Day first, as on the sites in Europe; where that is no day of the calendar, month first. */
const DAY_FIRST = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(20\d{2})(?!\d)/;
const NO_YEAR = new RegExp(String.raw`\b(${LEAD})\s+(?:the )?${WEEKDAY}(\d{1,2})([./])(\d{1,2})(?:\3|(?![\d.,]|\s*(?:€|eur|hours?|h\b|weeks?|months?|years?|%)))`, "i");
/** "by the 20th", "20号之前": the next one. */
const DAY_ONLY = new RegExp(String.raw`\b(${LEAD}) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|week|month|quarter|year))|(?<![月\d])(\d{1,2})[日号](?:之?前|以前)`, "i");
const YEAR_FIRST = /(?<!\d)(20\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const CHINESE_DATE = new RegExp(String.raw`(?:(20\d{2})\s*年)?\s*(${CHINESE_MONTH_NUMBER})\s*月\s*(\d{1,2}|[一二三]?十?[一二三四五六七八九]|[一二三]?十)\s*[日号]`);

interface Written {
  readonly lead: string | undefined;
  readonly day: string | number | undefined;
  readonly month: number;
  readonly year?: string | undefined;
}

const dayOf = ({ lead, day, month, year }: Written, today: string): string | null =>
  dateIn({ month, day: typeof day === "number" ? day : ORDINALS.indexOf((day ?? "").toLowerCase()) + 1 || Number(day), year: year === undefined ? null : Number(year), before: isBefore(lead) }, today);

/** @returns null when no date is said */
export function namedDay(question: string, today: string): string | null {
  const said = (found: RegExpExecArray): string | undefined => /\b(?:before|in time for) (?:the )?$/i.exec(question.slice(0, found.index))?.[0].trim().replace(/ the$/i, "");
  const yearFirst = YEAR_FIRST.exec(question);
  if (yearFirst) return dayOf({ lead: said(yearFirst), day: yearFirst[4], month: Number(yearFirst[3]), year: yearFirst[1] }, today);
  const dayFirst = DAY_FIRST.exec(question);
  if (dayFirst) return numeric({ lead: said(dayFirst), first: Number(dayFirst[1]), second: Number(dayFirst[3]), year: dayFirst[4] }, today);
  const dayMonth = DAY_MONTH.exec(question);
  if (dayMonth) return dayOf({ lead: dayMonth[1], day: dayMonth[2], month: monthOf(dayMonth[3]), year: dayMonth[4] }, today);
  const monthDay = MONTH_DAY.exec(question);
  if (monthDay) return dayOf({ lead: monthDay[1], day: monthDay[3], month: monthOf(monthDay[2]), year: monthDay[4] }, today);
  const short = NO_YEAR.exec(question);
  if (short) return numeric({ lead: short[1], first: Number(short[2]), second: Number(short[4]) }, today);
  const chinese = CHINESE_DATE.exec(question);
  // "6月1日前" counts the day itself, as 以前 does in Chinese law.
  if (chinese) return dayOf({ lead: undefined, day: numberOf(chinese[3] ?? "") ?? 0, month: numberOf(chinese[2] ?? "") ?? 0, year: chinese[1] }, today);
  const only = DAY_ONLY.exec(question);
  return only ? nextDayOfMonth(Number(only[2] ?? only[3]), isBefore(only[1]), today) : null;
}

function numeric({ lead, first, second, year }: { readonly lead: string | undefined; readonly first: number; readonly second: number; readonly year?: string | undefined }, today: string): string | null {
  return second <= 12 ? dayOf({ lead, day: first, month: second, year }, today) : dayOf({ lead, day: second, month: first, year }, today);
}

/** In this month while that day is to come, else in the next. */
function nextDayOfMonth(day: number, before: boolean, today: string): string | null {
  const first = Number(today.slice(8)) < day ? today : addMonths(`${today.slice(0, 7)}-01`, 1);
  const found = `${first.slice(0, 7)}-${String(day).padStart(2, "0")}`;
  return isDay(found) ? (before ? addDays(found, -1) : found) : null;
}
