/** @file A month by its name: "until June", "before the end of June", "by early March", "before my review in March", "finished in May", "明年三月底". */
import { numberOf } from "../numbers";
import { CHINESE_MONTH_NUMBER, isBefore, LEAD, MONTH, monthEnd, monthOf, yearOf, yearsAhead } from "./calendar";

const PART = String.raw`(?:the )?(end of|late|mid[- ]|middle of|start of|beginning of|early)`;
const YEAR = String.raw`(?:,? (20\d{2})|( (?:of )?next year))?`;
const BY_MONTH = new RegExp(String.raw`\b(${LEAD})\s+(?:${PART}[\s-]*|end[- ])?(?:next |this |the month of )?(${MONTH})\b${YEAR}`, "i");
/** The day of what is in that month is not said: before the month is safe. "before my review in March", "ready when the line starts in May". */
const BY_EVENT = new RegExp(String.raw`\b(?:by|before|until|till|in time for|ready for|(?:ready|done|finished) when) (?:my|our|the|an?|i) (?:[\w'-]+ ){1,6}?in (${MONTH})\b${YEAR}`, "i");
const PART_ONLY = new RegExp(String.raw`\b(?:${PART}[\s-]*|(?:the )?(end)-)(?:next |this )?(${MONTH})\b${YEAR}`, "i");
const AT_THE_LATEST = new RegExp(String.raw`\b(${MONTH})\b${YEAR} (?:at the (?:very )?latest|latest)`, "i");
const IN_MONTH = new RegExp(String.raw`\b(?:done|ready|finish(?:ed)?|completed?|certified|qualified|promoted|become|be an?) [^.;?!]{0,40}?\b(?:in|next) (${MONTH})\b${YEAR}|\b(?:done|ready|finish(?:ed)?|completed?|certified|qualified|promoted) in (${MONTH})\b${YEAR}`, "i");
/** "by 2027-06", "before 06/2027". */
const NUMERIC = new RegExp(String.raw`\b(?:(${LEAD}) )(?:(20\d{2})[-/](0[1-9]|1[0-2])|(0?[1-9]|1[0-2])/(20\d{2}))(?![-/\d])`, "i");
/** A month that something is held in is none to be ready by: "二月份的课". */
const CHINESE_MONTH = new RegExp(String.raw`(今年|明年|来年|后年|(20\d{2})\s*年)?\s*(?<![\d个])(${CHINESE_MONTH_NUMBER})\s*月(底|末|份|初|上旬|中旬|下旬)?(?:[^，。；？\d提目]{0,5}?(?:之?前|以前)|为止|止)?(?!份?的(?:课|培训|班|活动))`);

/** @returns null when no month is said */
export function namedMonth(question: string, today: string): string | null {
  const year = (said: string | undefined, isNext: string | undefined): number | null => (said ? Number(said) : isNext ? yearOf(today) + 1 : null);
  const event = BY_EVENT.exec(question);
  if (event) return monthEnd({ month: monthOf(event[1]), year: year(event[2], event[3]), part: "", before: true }, today);
  const by = BY_MONTH.exec(question);
  if (by) return monthEnd({ month: monthOf(by[3]), year: year(by[4], by[5]), part: by[2] ?? "", before: isBefore(by[1]) }, today);
  const latest = AT_THE_LATEST.exec(question);
  if (latest) return monthEnd({ month: monthOf(latest[1]), year: year(latest[2], latest[3]), part: "", before: false }, today);
  const part = PART_ONLY.exec(question);
  if (part) return monthEnd({ month: monthOf(part[3]), year: year(part[4], part[5]), part: part[1] ?? "end", before: false }, today);
  const done = IN_MONTH.exec(question);
  if (done) return monthEnd({ month: monthOf(done[1] ?? done[4]), year: year(done[2] ?? done[5], done[3] ?? done[6]), part: "", before: false }, today);
  const numeric = NUMERIC.exec(question);
  if (numeric) return monthEnd({ month: Number(numeric[3] ?? numeric[4]), year: Number(numeric[2] ?? numeric[5]), part: "", before: isBefore(numeric[1]) }, today);
  return chineseMonth(question, today);
}

function chineseMonth(question: string, today: string): string | null {
  const found = CHINESE_MONTH.exec(question);
  if (!found) return null;
  const ahead = yearsAhead(found[1] ?? "");
  const year = found[2] ? Number(found[2]) : ahead === null ? null : yearOf(today) + ahead;
  const part = /初|上旬|中旬/.test(found[4] ?? "") ? (found[4] ?? "") : "";
  return monthEnd({ month: numberOf(found[3] ?? "") ?? 0, year, part, before: found[0].endsWith("前") && !/[底末初旬]/.test(found[4] ?? "") }, today);
}
