/**
 * @file Work months: times of work added up, overlaps counted once. A bare year counts from its middle, so that
 * "2015–2017" are two years; as lib/people/profile/years.ts does.
 */
import type { RangeMention } from "../profile/dates";
import type { WorkRange } from "./types";

/** @param nowMonth 12 · year + month, the last month that counts; @returns null for a time that lies ahead */
export function toWorkRange({ first, last }: RangeMention, nowMonth: number): WorkRange | null {
  const endsNow = last === null;
  const sameYear = Math.floor(first.from / 12) === Math.floor(((last?.to ?? nowMonth + 1) - 1) / 12);
  const from = first.from + (first.precision === "year" && !sameYear ? 6 : 0);
  const to = Math.min(endsNow ? nowMonth + 1 : last.to - (last.precision === "year" && !sameYear ? 6 : 0), nowMonth + 1);
  return to > from ? { from, to } : null;
}

/** Months covered by at least one range. */
export function coveredMonths(ranges: readonly WorkRange[]): number {
  let total = 0;
  let reached = -Infinity;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}
