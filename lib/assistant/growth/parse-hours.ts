/** @file Hours a week: "4 hours a week", "an hour a day", "half a day per week", "8 h a month", "an hour twice a week", "every Friday afternoon", "每周四小时", "每天半小时". */
import { NUMBER, numberOf, plainAmounts } from "./numbers";
import { withoutWorkTime } from "./work-time";

const WORKING_DAYS = 5;
const HOURS_A_DAY = 8;
const WEEKS_A_MONTH = 52 / 12;

/** Whole spans of free time that people give in place of hours. */
const SITTINGS: Readonly<Record<string, number>> = { evening: 2, night: 2, 晚: 2, afternoon: 4, morning: 4, 午: 4, 早: 4 };
const SITTING = new RegExp(String.raw`\b(${NUMBER}) (evening|night|afternoon|morning)s? (?:an?|per|each|every) (week|month)\b|(?:每|一)个?(周|星期|礼拜|月)(?:有|抽)?(?![一三四五六](?!个))(${NUMBER})\s*个?(?:整)?(晚|[上下]午|早)`, "i");
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
/** "every Friday afternoon", "Friday mornings", "每周五下午", "周末半天": one sitting a week. */
const WEEKLY_SITTING = new RegExp(String.raw`\b(?:every|each) ${WEEKDAY} (evening|night|afternoon|morning)\b|\b${WEEKDAY} (evening|night|afternoon|morning)s\b|(?:周|星期|礼拜)[一二三四五六日天](晚|[上下]午|早)|(?:周末|(?:周|星期|礼拜)[一二三四五六日天])(半)天`, "i");
/** "Fridays only, 4 hours", "three hours on weekends", "half a day every Friday", "周末两小时". */
const ON_A_DAY = new RegExp(String.raw`\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|at the weekend)\b[^.;?!\d]{0,20}?\b(${NUMBER})\s*(hours?|hrs?|h)\b|\b(${NUMBER})\s*(hours?|hrs?|h|days?)\b (?:on|at|every|each) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?)\b|(?:周末|每?(?:周|星期|礼拜)[一二三四五六日天])[^，。；\d一二两三四五六七八九十半]{0,6}(${NUMBER})\s*(?:个)?(半)?(?:小时|钟头)`, "i");

const UNITS: Readonly<Record<string, number>> = { hour: 1, minute: 1 / 60, quarter: 1 / 4, day: HOURS_A_DAY };
const PER: Readonly<Record<string, number>> = { day: WORKING_DAYS, week: 1, fortnight: 1 / 2, month: 1 / WEEKS_A_MONTH };

const ENGLISH_UNIT = "(hours?|hrs?|h|minutes?|mins?|days?)";
const BETWEEN = String.raw`(?:(?:of|for|to) (?:[a-z]+ ){1,3}|at (?:most|lunch) |max(?:imum)? |or so |tops |only |in )?`;
const ENGLISH_FORM = new RegExp(String.raw`\b(${NUMBER})\s*(?:free |spare |full |whole )?${ENGLISH_UNIT}\s*${BETWEEN}(?:an?|per|each|every|/)\s*(day|week|wk|fortnight|month)\b`, "i");
const ENGLISH_WEEKLY = new RegExp(String.raw`\b(${NUMBER})\s*(hours?|hrs?|h)[ -]?(weekly|a wk|/wk|pw|monthly)\b|\b(?:weekly|(?:every|each|per|a) week)\b\D{0,24}?\b(${NUMBER})\s*${ENGLISH_UNIT}\b`, "i");
/** "an hour twice a week", "3 x 1 hour per week", "twice a week for an hour", "每周两次，每次一小时". */
const TIMES = String.raw`(?<times>once|twice|${NUMBER} (?:times|x|×))`;
const SESSIONS = [
  new RegExp(String.raw`\b(?<count>${NUMBER})\s*(?<unit>hours?|hrs?|h|minutes?|mins?)\b,? ${TIMES} (?:an?|per|each|every) (?<per>week|month)\b`, "i"),
  new RegExp(String.raw`\b${TIMES} (?:an?|per|each|every) (?<per>week|month)\b,?[a-z ]{0,12}?\b(?<count>${NUMBER})\s*(?<unit>hours?|hrs?|h|minutes?|mins?)\b`, "i"),
  new RegExp(String.raw`\b(?<times>${NUMBER})\s*[x×]\s*(?<count>${NUMBER})\s*(?<unit>hours?|hrs?|h|minutes?|mins?)\s*(?:an?|per|each|every|/)\s*(?<per>week|month)\b`, "i"),
  new RegExp(`(?:每|一)个?(?<per>周|星期|礼拜|月)(?:学|上|有)?(?<times>${NUMBER})(?:次|[节堂]课?)[，,]?(?:每|一)[次节堂](?<count>${NUMBER})个?(?<half>半)?(?<unit>小时|钟头|分钟)`),
];
const SHARE = /\b(\d{1,2}) ?(?:%|per ?cent) of (?:my|the|our) (?:working |work )?(?:time|week|hours)\b|(\d{1,2})\s*%的?(?:工作)?时间|工作时间的?(\d{1,2})\s*%/i;
const CHINESE_BEFORE = new RegExp(String.raw`(?!一月)(?:每|一)(?:个)?(两周|周|星期|礼拜|天|日|月|个月)[^，。,.;；\d一二两三四五六七八九十半]{0,6}(${NUMBER})\s*(?:个)?\s*(半)?\s*(小时|钟头|分钟|刻钟|天|h)(半)?`, "i");
const CHINESE_AFTER = new RegExp(String.raw`(${NUMBER})\s*(?:个)?(半)?(小时|钟头|分钟|天|h)(半)?(?:每|/|一)(周|星期|礼拜|天|日|月)`, "i");

/** "two 2-hour slots". */
const SLOT = new RegExp(String.raw`\b(?:(${NUMBER}) )?(${NUMBER})[- ](hour|minute) (?:slot|session|block)s?\b`, "gi");

/** One way of saying each span: "daily" is "a day", "every other week" a fortnight. */
const plainSpans = (question: string): string =>
  plainAmounts(question)
    .replace(/\b(?:daily|(?:every|each|per) (?:single )?(?:morning|evening|night|lunch(?: break)?|work(?:ing )?day|weekday))\b/gi, "a day")
    .replace(/\b(?:after|before) work (?=(?:an?|per|each|every) day\b)/gi, "")
    .replace(/\b(every|each|on) (mon|tue|wed|thu|fri|sat|sun)s?\b/gi, (_, every: string, day: string) => `${every} ${WEEKDAYS.find((name) => name.startsWith(day.toLowerCase())) ?? day}`)
    .replace(SLOT, (_, count: string | undefined, length: string, unit: string) => `${count ? `${count} x ` : ""}${length} ${unit}s`)
    .replace(/\b(?:every|each) (?:other|second|two) weeks?\b/gi, "a fortnight")
    .replace(/每(?:个)?(?:晚上?|早上?|早晨|午休|工作日)/g, "每天")
    .replace(/隔周|每(?:隔一|两个?|2\s*个?)(?:周|星期|礼拜)/g, "每两周");

/** @returns hours a week, two decimals, 0.5–40; null when none are said */
export function parseHours(text: string): number | null {
  const question = plainSpans(withoutWorkTime(text));
  return sessions(question) ?? rate(question) ?? sitting(question) ?? share(question);
}

function sessions(question: string): number | null {
  const said = SESSIONS.map((form) => form.exec(question)?.groups).find((groups) => groups !== undefined);
  if (!said) return null;
  const times = said.times ?? "";
  const n = /^once/i.test(times) ? 1 : /^twice/i.test(times) ? 2 : numberOf(times.replace(/\s*(?:times|x|×)$/i, ""));
  const each = numberOf(said.count ?? "");
  return n === null || each === null ? null : weekly(String(n * (each + (said.half ? 0.5 : 0))), said.unit, said.per);
}

function rate(question: string): number | null {
  const english = ENGLISH_FORM.exec(question);
  if (english) return weekly(english[1], english[2], english[3]);
  const short = ENGLISH_WEEKLY.exec(question);
  if (short) return weekly(short[1] ?? short[4], short[5] ?? "hour", /monthly/i.test(short[3] ?? "") ? "month" : "week");
  const before = CHINESE_BEFORE.exec(question);
  if (before) return weekly(before[2], before[4], before[1], (before[3] ?? before[5]) !== undefined);
  const after = CHINESE_AFTER.exec(question);
  return after ? weekly(after[1], after[3], after[5], (after[2] ?? after[4]) !== undefined) : null;
}

function sitting(question: string): number | null {
  const counted = SITTING.exec(question);
  if (counted) return weekly(String((numberOf(counted[1] ?? counted[5] ?? "") ?? 0) * sittingHours(counted[2] ?? counted[6])), "hour", counted[3] ?? counted[4]);
  const onADay = ON_A_DAY.exec(question);
  if (onADay) return weekly(onADay[1] ?? onADay[3] ?? onADay[5], onADay[4] ?? "hour", "week", onADay[6] !== undefined);
  const named = WEEKLY_SITTING.exec(question);
  return named ? weekly(String(named[4] ? HOURS_A_DAY / 2 : sittingHours(named[1] ?? named[2] ?? named[3])), "hour", "week") : null;
}

const sittingHours = (name = ""): number => SITTINGS[name.toLowerCase()] ?? SITTINGS[name.slice(-1)] ?? 2;

/** "10 % of my time": of a full week. */
function share(question: string): number | null {
  const found = SHARE.exec(question);
  const percent = found?.[1] ?? found?.[2] ?? found?.[3];
  return percent ? weekly(String((Number(percent) / 100) * WORKING_DAYS * HOURS_A_DAY), "hour", "week") : null;
}

function weekly(count: string | undefined, unit: string | undefined, per: string | undefined, isAndAHalf = false): number | null {
  const n = numberOf(count ?? "");
  if (n === null) return null;
  const size = UNITS[unitOf(unit ?? "")] ?? 1;
  const times = PER[perOf(per ?? "")] ?? 1;
  const hours = Math.round((n + (isAndAHalf ? 0.5 : 0)) * size * times * 100) / 100;
  return hours > 0 ? Math.min(40, Math.max(0.5, hours)) : null;
}

const unitOf = (text: string): string => (/^min|分/.test(text) ? "minute" : /刻/.test(text) ? "quarter" : /^day|天/.test(text) ? "day" : "hour");
const perOf = (text: string): string => (/month|月/i.test(text) ? "month" : /fortnight|两周/i.test(text) ? "fortnight" : /day|天|日/i.test(text) ? "day" : "week");
