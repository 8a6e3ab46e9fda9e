/**
 * @file A last day: "until June" is the last day of the next June, "before June" the day before it begins, "in three months",
 * "by 30 June 2027", "by the end of the year", "六月底前", "半年内". What is not said is null, never guessed.
 */
import { isDay } from "../../core/document-terms";
import { withoutElsewhen } from "./deadline/elsewhen";
import { namedDay } from "./deadline/named-day";
import { namedMonth } from "./deadline/named-month";
import { namedSeason } from "./deadline/named-season";
import { namedSpan } from "./deadline/named-span";
import { namedYear, periodEnd } from "./deadline/running-period";
import { plainAmounts } from "./numbers";

/** The most exact first: of "this year, by 15 March at the latest" the day counts. */
const READERS = [namedDay, namedMonth, namedSeason, periodEnd, namedSpan, namedYear] as const;

/** @param today `YYYY-MM-DD` @returns the last day, after today; null when none is said */
export function parseDeadline(question: string, today: string): string | null {
  const said = withoutElsewhen(plainAmounts(question));
  for (const read of READERS) {
    const day = read(said, today);
    if (day !== null) return isDay(day) && day > today ? day : null;
  }
  return null;
}
