/** @file The running or the next week, month, quarter or year, and years by their number: "by the end of next quarter", "this year", "by 2028", "月底前", "明年底". */
import { addMonths } from "../../../core/document-terms";
import { LEAD, monthEnd, quarterEnd, weekEnd, yearOf, yearsAhead } from "./calendar";

const UNIT = "(week|month|quarter|year)";
/** "by the end of the month", "before next quarter", "within this week". */
const ENGLISH = new RegExp(String.raw`\b(?:(${LEAD}|within|during|in) )?(?:(?:the )?(end of|middle of|start of|beginning of|early|mid) ?)?(?<!this time )(this|the current|the running|the next|the|next) ${UNIT}(?:'s end| is (?:out|over)| ends)?(?!-| (?:end|of))\b`, "i");
const YEAR_END = /\b(?:by|until|before|till|at|before the) (?:the )?(?:end of (?:(?:this|the) )?year|year[- ]?end|year's end|eoy)\b|\brest of (?:the|this) year\b|\b(?:deadline|due):? (?:is )?(?:eoy|year[- ]?end|end of year)\b/i;
const CHINESE = /(本|这个?|当|下?下个?)(周|星期|月|季度|季|年度)(底|末|之?内|以内|里|结束|之?前|以前|份|初|上旬|中旬)?|(?<![\d一二三四五六七八九十个])(月底|月末|季度?末|季度?底)/;
const YEAR_NUMBER = /\b(?:(until|till|by|before|in|during|within) )?(?:the )?(end of )?(20\d{2})\b(?![-/.年]?\d)( is (?:over|out)| ends)?/i;
const CHINESE_YEAR = /(今年|本年|明年|来年|后年|(20\d{2})\s*年)的?(?:年?(底|末|终)|(之?内|以内|里)|(之?前|以前))|(?<!\d\s*)(?<![每半一二两三四五六七八九十百])年(?:底|末|终(?!奖|考核|总结)|内)/;
/** A year named alone sets a limit beside what is wished for in it. */
const CHINESE_WISH = /(今年|明年|来年|后年|(20\d{2})\s*年)(?:就|我|能|想|要|打算|争取|希望|可以|转|学|当|做|升|拿|完成|成为|的.{0,4}计划|[，。？]|$)/;

/** "early next year", "明年初": its first month. */
const YEAR_START = /\b(?:early|start of|beginning of) (?:in )?next year\b|(?:明|来)年(?:年?初)/i;

/** An end, a running period: what sets a limit by itself. @returns null when none is said */
export function periodEnd(question: string, today: string): string | null {
  if (YEAR_END.test(question)) return `${yearOf(today)}-12-31`;
  if (YEAR_START.test(question)) return `${yearOf(today) + 1}-01-31`;
  const found = ENGLISH.exec(question);
  if (found) return english({ lead: found[1] ?? "", end: found[2], which: found[3] ?? "", unit: (found[4] ?? "").toLowerCase(), isWhole: /end$|out$|over$|ends$/i.test(found[0]) }, today);
  const chinese = CHINESE.exec(question);
  if (!chinese) return chineseYear(question, today);
  const ahead = (chinese[1] ?? "").split("下").length - 1;
  return endOf(chinese[2] ?? (chinese[4]?.startsWith("月") ? "月" : "季"), { ahead: ahead > 0 && /^(?:之?前|以前)$/.test(chinese[3] ?? "") ? ahead - 1 : ahead, part: chinese[3] ?? chinese[4] ?? "" }, today);
}

/** @param isWhole "the year is out": its end */
function english({ lead, end, which, unit, isWhole }: { readonly lead: string; readonly end: string | undefined; readonly which: string; readonly unit: string; readonly isWhole: boolean }, today: string): string | null {
  const ahead = /next$/i.test(which) ? 1 : 0;
  const part = end ?? (isWhole ? "end" : "");
  // "in the next month" and "over the month" are spans from today; "the quarter" alone is none.
  if (/^the(?: next)?$/i.test(which) && part === "" && !/^within$/i.test(lead)) return null;
  const isBeforeIt = part === "" && ahead === 1 && (/^(?:before|in time for|ready for)$/i.test(lead) || (unit === "year" && /^(?:by|until|till)$/i.test(lead)));
  return endOf(unit, { ahead: isBeforeIt ? 0 : ahead, part: part === "" ? lead : part }, today);
}

/** @param part what is said of it, a limit or which part: "this week" alone is when something is */
function endOf(unit: string, { ahead, part }: { readonly ahead: number; readonly part: string }, today: string): string | null {
  if (/week|周|星期/.test(unit)) return part !== "" ? weekEnd(ahead, today) : null;
  if (/quarter|季/.test(unit)) return quarterEnd(ahead, today);
  if (/year|年/.test(unit)) return `${yearOf(today) + ahead}-12-31`;
  const first = addMonths(`${today.slice(0, 7)}-01`, ahead);
  return monthEnd({ month: Number(first.slice(5, 7)), year: yearOf(first), part, before: false }, today);
}

function chineseYear(question: string, today: string): string | null {
  const found = CHINESE_YEAR.exec(question);
  if (!found) return null;
  const year = found[2] ? Number(found[2]) : yearOf(today) + (yearsAhead(found[1] ?? "") ?? 0);
  return `${found[5] ? year - 1 : year}-12-31`;
}

/** "by 2028" is before it begins, "in 2028" and "by the end of 2028" with it; said least exactly, so asked last. */
export function namedYear(question: string, today: string): string | null {
  const found = YEAR_NUMBER.exec(question);
  if (found && (found[1] ?? found[2] ?? found[4])) {
    const isWithIt = found[2] !== undefined || found[4] !== undefined || /^(?:in|during|within)$/i.test(found[1] ?? "");
    return `${Number(found[3]) - (isWithIt ? 0 : 1)}-12-31`;
  }
  const wished = CHINESE_WISH.exec(question);
  return wished ? `${wished[2] ? Number(wished[2]) : yearOf(today) + (yearsAhead(wished[1] ?? "") ?? 0)}-12-31` : null;
}
