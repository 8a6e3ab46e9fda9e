/** @file Hours a week: "4 hours a week", "an hour a day", "half a day per week", "8 h a month", "每周四小时", "每天半小时". */
import { NUMBER, numberOf } from "./numbers";

const WORKING_DAYS = 5;
const HOURS_A_DAY = 8;
const WEEKS_A_MONTH = 52 / 12;

/** Whole spans of free time that people give in place of hours. */
const SITTINGS: Readonly<Record<string, number>> = { evening: 2, afternoon: 4, morning: 4 };
const SITTING = new RegExp(String.raw`\b(${NUMBER}) (evening|afternoon|morning)s? (?:an?|per|each|every) (week|month)\b`, "i");
/** "Fridays only, 4 hours", "three hours on weekends", "周末两小时". */
const ON_A_DAY = new RegExp(String.raw`\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|at the weekend)\b[^.;?!\d]{0,20}?\b(${NUMBER})\s*(hours?|hrs?|h)\b|\b(${NUMBER})\s*(hours?|hrs?|h)\b (?:on|at|every|each) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?)\b|(?:周末|每?(?:周|星期|礼拜)[一二三四五六日天])[^，。；\d一二两三四五六七八九十半]{0,6}(${NUMBER})\s*(?:个)?(半)?(?:小时|钟头)`, "i");

const UNITS: Readonly<Record<string, number>> = { hour: 1, minute: 1 / 60, day: HOURS_A_DAY };
const PER: Readonly<Record<string, number>> = { day: WORKING_DAYS, week: 1, month: 1 / WEEKS_A_MONTH };

const ENGLISH_FORM = new RegExp(String.raw`\b(${NUMBER})\s*(?:free |spare )?(hours?|hrs?|h|minutes?|mins?|days?)\s*(?:of \w+ |at (?:most|lunch) |max(?:imum)? |or so |tops )?(?:an?|per|each|every|/)\s*(day|week|wk|month)\b`, "i");
const ENGLISH_WEEKLY = new RegExp(String.raw`\b(${NUMBER})\s*(hours?|hrs?|h)[ -]?(?:weekly|a wk|/wk|pw)\b|\b(?:weekly|every week|each week)\D{0,12}\b(${NUMBER})\s*(hours?|hrs?|h)\b`, "i");
const CHINESE_BEFORE = new RegExp(String.raw`(?:每|一)(?:个)?(周|星期|礼拜|天|日|月|个月)[^，。,.;；\d一二两三四五六七八九十半]{0,6}(${NUMBER})\s*(?:个)?\s*(半)?\s*(小时|钟头|分钟|天|h)(半)?`, "i");
const CHINESE_AFTER = new RegExp(String.raw`(${NUMBER})\s*(?:个)?(半)?(小时|钟头|分钟|天)(半)?(?:每|/|一)(周|星期|礼拜|天|日|月)`, "i");

/** @returns hours a week, two decimals, 0.5–40; null when none are said */
export function parseHours(text: string): number | null {
  const question = text.replace(/\b(an?|one) (hour) and a half\b/gi, "1.5 $2s").replace(/\b(\w+) and a half (hours|days)\b/gi, (whole, n: string, unit: string) => (numberOf(n) === null ? whole : `${(numberOf(n) ?? 0) + 0.5} ${unit}`)).replace(/\b(?:daily|(?:every|each) (?:single )?(?:morning|evening|night|lunch(?: break)?|work(?:ing )?day|weekday))\b/gi, "a day").replace(/(每|一)(?:个)?(?:晚上?|早上?|早晨|午休|工作日)/g, "$1天");
  const english = ENGLISH_FORM.exec(question);
  if (english) return weekly(english[1], english[2], english[3]);
  const short = ENGLISH_WEEKLY.exec(question);
  if (short) return weekly(short[1] ?? short[3], "hour", "week");
  const before = CHINESE_BEFORE.exec(question);
  if (before) return weekly(before[2], before[4], before[1], (before[3] ?? before[5]) !== undefined);
  const after = CHINESE_AFTER.exec(question);
  if (after) return weekly(after[1], after[3], after[5], (after[2] ?? after[4]) !== undefined);
  const sitting = SITTING.exec(question);
  if (sitting) return weekly(String((numberOf(sitting[1] ?? "") ?? 0) * (SITTINGS[(sitting[2] ?? "").toLowerCase()] ?? 2)), "hour", sitting[3]);
  const onADay = ON_A_DAY.exec(question);
  return onADay ? weekly(onADay[1] ?? onADay[3] ?? onADay[5], "hour", "week", onADay[6] !== undefined) : null;
}

function weekly(count: string | undefined, unit: string | undefined, per: string | undefined, isAndAHalf = false): number | null {
  const n = numberOf(count ?? "");
  if (n === null) return null;
  const size = UNITS[unitOf(unit ?? "")] ?? 1;
  const times = PER[perOf(per ?? "")] ?? 1;
  const hours = Math.round((n + (isAndAHalf ? 0.5 : 0)) * size * times * 100) / 100;
  return hours > 0 ? Math.min(40, Math.max(0.5, hours)) : null;
}

const unitOf = (text: string): string => (/^min|分/.test(text) ? "minute" : /^day|天/.test(text) ? "day" : "hour");
const perOf = (text: string): string => (/month|月/.test(text) ? "month" : /day|天|日/.test(text) ? "day" : "week");
