/**
 * @file Months of work: of one entry, of all without counting overlaps twice, and the gaps between them.
 */
import { fromIsoMonth, toIsoMonth } from "./dates";
import type { DateFact, ExperienceEntry, Gap, YearsFact } from "./types";

/** A gap counts from so many months: people change jobs within a month or two. */
const MIN_GAP_MONTHS = 3;
const MAX_YEARS = 60;

/** [first month, month after the last): a bare year counts from its middle, so that 2015–2017 are two years. */
function stretch(start: DateFact, end: DateFact, nowMonth: number): readonly [number, number] {
  const sameYear = start.value.slice(0, 4) === end.value.slice(0, 4);
  const from = fromIsoMonth(start.value) + (start.precision === "year" && !sameYear ? 6 : 0);
  const to = fromIsoMonth(end.value) + 1 - (end.precision === "year" && !sameYear ? 6 : 0);
  return [from, Math.min(to, nowMonth + 1)];
}

/** @returns months worked, at least 1; null without both dates or when the work lies ahead */
export function monthsOf(start: DateFact | null, end: DateFact | null, nowMonth: number): number | null {
  if (!start || !end) return null;
  const [from, to] = stretch(start, end, nowMonth);
  return to > from ? to - from : null;
}

/** Months covered by at least one entry of work or internship. */
export function coveredMonths(entries: readonly ExperienceEntry[], nowMonth: number): number {
  const stretches = dated(entries)
    .map(({ start, end }) => stretch(start, end, nowMonth))
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  let total = 0;
  let reached = -Infinity;
  for (const [from, to] of stretches) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

/** Years that the dates add up to, one decimal, with the first dated entry as their place; null without dated work. */
export function yearsFromDates(entries: readonly ExperienceEntry[], nowMonth: number): YearsFact | null {
  const first = dated(entries)[0];
  const years = Math.round((coveredMonths(entries, nowMonth) / 12) * 10) / 10;
  if (!first || years <= 0 || years > MAX_YEARS) return null;
  return { value: years, basis: "dates", span: { start: Math.min(first.start.span.start, first.end.span.start), end: Math.max(first.start.span.end, first.end.span.end) } };
}

/** Times without dated work between two entries, as wide as the dates certainly leave them; oldest first. */
export function gapsOf(entries: readonly ExperienceEntry[], nowMonth: number): Gap[] {
  const sorted = dated(entries)
    .map(({ start, end }) => ({ start, end, from: fromIsoMonth(start.value), to: Math.min(fromIsoMonth(end.value), nowMonth) + 1 }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const gaps: Gap[] = [];
  let latest = sorted[0];
  for (const next of sorted.slice(1)) {
    if (!latest) break;
    const months = next.from - latest.to;
    if (months >= MIN_GAP_MONTHS) {
      gaps.push({ from: toIsoMonth(latest.to), to: toIsoMonth(next.from - 1), months, before: latest.end.span, after: next.start.span });
    }
    if (next.to > latest.to) latest = next;
  }
  return gaps;
}

function dated(entries: readonly ExperienceEntry[]): { start: DateFact; end: DateFact }[] {
  return entries.flatMap(({ start, end, kind }) => (start && end && (kind === "work" || kind === "internship") ? [{ start, end }] : []));
}
