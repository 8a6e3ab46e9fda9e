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
const SPAN = new RegExp(String.raw`\b(?:in|within|over|for|during|inside|under|less than|take|takes|have|got|give me|only|just|need|with|spend|left|next|coming)(?: the)?(?: next| coming)?(?: about| around| roughly)? (${NUMBER}) (weeks?|months?|quarters?|years?)\b(?! (?:of experience|experience|ago|old))|\b(${NUMBER})[- ](week|month|year)(?:s)? (?:plan|path|horizon|from now|from today|at (?:the )?most|max(?:imum)?|tops|left|to go|only|or less|or sooner|is all|are all|to (?:get|become|learn|reach|make it))\b`, "i");
const NEXT_SPAN = /\b(?:in|within|over|during) the (?:next|coming) (week|month|quarter|year)\b/i;
const YEAR_END = /\b(?:by|until|before|till) (?:the )?(?:end of (?:this|the) year|year[- ]?end|christmas|new year)\b|\bthis year\b/i;
/** Seasons and quarters → month in which they begin and end. "by" a season means before it begins, "by" a quarter its end. */
const SEASONS: readonly (readonly [RegExp, readonly [from: number, to: number]])[] = [
  [/\bspring\b|春天|春季|开春/i, [3, 5]], [/\b(?:the )?summer\b|夏天|夏季|暑假/i, [6, 8]], [/\b(?:autumn|fall)\b|秋天|秋季|入秋/i, [9, 11]], 
  [/\bq1\b|\bfirst quarter\b|(?:第)?一季度/i, [1, 3]], [/\bq2\b|\bsecond quarter\b|(?:第)?二季度/i, [4, 6]], [/\bq3\b|\bthird quarter\b|(?:第)?三季度/i, [7, 9]], [/\bq4\b|\bfourth quarter\b|(?:第)?四季度/i, [10, 12]],
  [/\bmid[- ]?(?:2\d{3}|year|next year)\b|上半年|年中/i, [6, 6]], [/五一|劳动节/, [4, 4]], [/国庆|十一长假/, [9, 9]],
];
/** Feasts that move → the day before the earliest on which they can be. */
const FEASTS: readonly (readonly [RegExp, string])[] = [[/\beaster\b/i, "03-21"], [/春节|过年/, "01-20"]];
const SEASON_LEAD = /\b(?:until|till|by|before|no later than|end of|this|next|coming|in)\b|前|底|内|里|之前|以前|为止|到|中|上半年/i;
const YEAR_ONLY = /\b(?:until|till|by|before) (?:the )?(end of )?(20\d{2})\b|(20\d{2})\s*年(底|末|以?前|之前)/i;
const LOOSE_MONTH = new RegExp(String.raw`\b(?:the )?(end of|mid[- ]|middle of)\s*(next )?${MONTH}(?: (20\d{2})| next year)?\b`, "i");
const NEXT_YEAR_END = /\b(?:by|until) (?:the )?end of next year\b/i;

const CHINESE_DATE = /(?:(20\d{2})\s*年)?\s*(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月\s*(\d{1,2})\s*[日号]/;
const CHINESE_MONTH = /(明年|今年|(20\d{2})\s*年)?\s*(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月(底|末|份|初|中旬)?(?:之?前|以前|为止|止)?/;
const CHINESE_SPAN = new RegExp(String.raw`(${NUMBER})\s*(个)?(半)?\s*(周|星期|月|年)(半)?\s*(?:之?内|以内|里|时间|后|内)`, "i");
/** Without 内: "用三个月", "三个月能学完". */
const CHINESE_BARE_SPAN = new RegExp(String.raw`(?:用|花|给我|给自己|在|未来|最多|只有|接下来|今后|往后|还有|剩下?|就|争取|打算)(${NUMBER})\s*(个)?(半)?\s*(周|星期|月|年)(半)?|(${NUMBER})\s*(?:个)?(半)?\s*(周|星期|个?月|年)(半)?(?:就|能|可以|把|搞定|学完|学会|学好|拿下|拿到|当上|做到|成为|转到|完成|左右|够|行不行|的计划|的时间)`, "i");
const CHINESE_YEAR_END = /(明年)?年底|(明)?年末|今年(?:之?内|以内|底)/;

/** @param today `YYYY-MM-DD` @returns the last day, after today; null when none is said */
export function parseDeadline(question: string, today: string): string | null {
  const day = english(question, today) ?? chinese(question, today) ?? season(question, today);
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
  const bare = CHINESE_BARE_SPAN.exec(question);
  if (bare) return after((numberOf(bare[1] ?? bare[6] ?? "") ?? 0) + ((bare[3] ?? bare[5] ?? bare[7] ?? bare[9]) ? 0.5 : 0), bare[4] ?? bare[8] ?? "", today);
  const month = CHINESE_MONTH.exec(question);
  if (!month || /个$/.test(question.slice(0, month.index + (month[0].length - month[0].trimStart().length)))) return null;
  const year = month[2] ?? (month[1] === "明年" ? String(Number(today.slice(0, 4)) + 1) : undefined);
  const part = month[4] === "中旬" ? "mid" : month[4] === "初" ? "start" : "";
  return monthEnd({ month: numberOf(month[3] ?? "") ?? 0, year, part, before: /月(?:之?前|以前)$/.test(month[0]) }, today);
}

/** "by next summer", "春节前", "until the end of 2027". */
function season(question: string, today: string): string | null {
  const thisYear = Number(today.slice(0, 4));
  const isNext = /next year|明年/i.test(question);
  const named = SEASONS.find(([form]) => form.test(question));
  const feast = FEASTS.find(([form]) => form.test(question));
  if (feast && SEASON_LEAD.test(question)) return `${feast[1] > today.slice(5) ? thisYear : thisYear + 1}-${feast[1]}`;
  if (named && SEASON_LEAD.test(question)) {
    const [from, to] = named[1];
    const isSeason = to - from === 2 && !/\bq\d|quarter|季度/i.test(question);
    const isBeforeIt = /\bbefore\b/i.test(question) || (isSeason && !isThroughIt(question, named[0]));
    const said = /\b(20\d{2})\b|(20\d{2})\s*年/.exec(question);
    const year = said?.[1] ?? said?.[2] ?? (isNext ? String(thisYear + 1) : undefined);
    return monthEnd({ month: isBeforeIt ? from : to, year, part: "", before: isBeforeIt }, today);
  }
  const only = YEAR_ONLY.exec(question);
  if (only) {
    const isEnd = only[1] !== undefined || /底|末/.test(only[4] ?? "");
    return `${Number(only[2] ?? only[3]) - (isEnd ? 0 : 1)}-12-31`;
  }
  const loose = LOOSE_MONTH.exec(question);
  return loose ? monthEnd({ month: monthOf(loose[3]), year: loose[4] ?? (isNext ? String(thisYear + 1) : undefined), part: /^mid/i.test(loose[1] ?? "") ? "mid" : "end", before: false }, today) : null;
}

/** "in the summer", "by the end of summer", "夏天里": the season counts, said right beside its name; elsewhere "in" and "末" mean other things. */
function isThroughIt(question: string, season: RegExp): boolean {
  const found = season.exec(question);
  if (!found) return false;
  return /\b(?:end of|late|over|during|in|through|this) (?:the |next |this |coming )*$/i.test(question.slice(0, found.index)) || /^(?:之?内|里|期间|结束|底|末|过后|之?后)/.test(question.slice(found.index + found[0].length));
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
  return addMonths(today, Math.round(/year|年/.test(unit) ? n * 12 : /quarter/.test(unit) ? n * 3 : n));
}
