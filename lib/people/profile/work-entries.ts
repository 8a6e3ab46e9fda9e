/**
 * @file readEntries: a section on work → its entries. Each has one head (dates, title, organisation) and, as its
 * description, what stands below it up to the next head.
 */
import { endFact, startFact } from "./dates";
import { findAnchors, isHeadLine, type Anchor } from "./entry-anchors";
import { readHead, type Head } from "./entry-head";
import type { Cell, Line } from "./lines";
import type { DateFact, ExperienceEntry, Fact } from "./types";
import { cueOf, isBirth, isBreak } from "./word-cues";
import { monthsOf } from "./years";

export interface EntryContext {
  /** The document's text: values are cut from it. */
  readonly original: string;
  readonly kind: ExperienceEntry["kind"];
  /** Month that "present" means, 12 · year + month. */
  readonly nowMonth: number;
}

const MAX_LINES_BELOW = 2;

/** @returns entries in the order of the text; a named break ("parental leave") is none */
export function readEntries(lines: readonly Line[], context: EntryContext): ExperienceEntry[] {
  // Clubs and projects without dates are told by headings only: a title word in their text names no post.
  const anchors = findAnchors(lines).filter((anchor) => anchor.dates !== null || context.kind === "work" || context.kind === "internship" || lines[anchor.from]?.kind === "heading");
  return anchors.flatMap((anchor, i) => {
    const until = anchors[i + 1]?.head ?? lines.length;
    const entry = readEntry(lines, { anchor, until }, context);
    return entry ? [entry] : [];
  });
}

function readEntry(lines: readonly Line[], { anchor, until }: { anchor: Anchor; until: number }, context: EntryContext): ExperienceEntry | null {
  const rows = lines.slice(anchor.head, anchor.to).map((line, i) => ({ line, row: Math.min(0, anchor.head + i - anchor.from) }));
  let head = readHead(rows, anchor.dates, false);
  let bodyFrom = anchor.to;
  for (let below = 0; below < MAX_LINES_BELOW && (head.title === null || head.organisation === null); below++) {
    const line = lines[bodyFrom];
    if (!line || bodyFrom >= until || !isHeadLine(line) || !completes(head, line, bodyFrom + 1 < until ? lines[bodyFrom + 1] : undefined)) break;
    rows.push({ line, row: below + 1 });
    head = readHead(rows, anchor.dates, false);
    bodyFrom++;
  }
  head = readHead(rows, anchor.dates, true);
  const first = rows[0]?.line;
  const headText = rows.map(({ line }) => line.text).join(" ");
  if (!first || isBreak(headText) || isBirth(headText) || (!head.title && !head.organisation)) return null;
  const { start, end } = entryDates(anchor, context);
  const body = lines.slice(bodyFrom, until);
  const spanEnd = body.at(-1)?.end ?? lines[bodyFrom - 1]?.end ?? first.end;
  return {
    title: fact(head.title, context.original),
    organisation: fact(head.organisation, context.original),
    location: fact(head.location, context.original),
    start,
    end,
    months: monthsOf(start, end, context.nowMonth),
    description: descriptionOf(body, context.original),
    kind: context.kind === "work" && /\b(?:intern|internship|trainee(?:ship)?)\b|实习/i.test(headText) ? "internship" : context.kind,
    span: { start: first.start, end: spanEnd },
  };
}

/** The line below the dates is part of the head: it says what is missing, or it is set apart and comes before a text. */
function completes(head: Head, line: Line, next: Line | undefined): boolean {
  const cue = cueOf(line.cells[0]?.text ?? line.text);
  if (head.title === null && head.organisation === null) return true;
  if (head.title === null) return cue === "title" || line.kind === "heading";
  if (cue === "organisation" || (cue === "place" && /[,，]/.test(line.text))) return line.text.length <= 80;
  if (cue === "title" || line.kind === "heading" || line.text.split(/\s+/).length > 8 || line.text.length > 60) return false;
  const startsLikeName = /^[\p{Lu}\p{Script=Han}\d]/u.test(line.text) && !/^\p{L}+(?:ed|ing)\b/u.test(line.text);
  const isSetApart = next === undefined || (next.isListed && !line.isListed) || next.text.length > 60;
  return startsLikeName && isSetApart && !/[,，。；、]|[.;]$/.test(line.text.replace(/,\s*\p{Lu}[\p{L} ]+$/u, ""));
}

function entryDates({ dates }: Anchor, context: EntryContext): { start: DateFact | null; end: DateFact | null } {
  if (!dates) return { start: null, end: null };
  const { range, single } = dates;
  if (!range) return { start: single && startFact(single, 0), end: single && single.precision === "season" ? endFact(single, 0) : null };
  const start = startFact(range.first, 0);
  if (range.last) return { start, end: endFact(range.last, 0) };
  const span = range.lastSpan ?? { start: range.start, end: range.end };
  const iso = `${Math.floor(context.nowMonth / 12)}-${String((context.nowMonth % 12) + 1).padStart(2, "0")}`;
  return { start, end: { value: iso, precision: "present", span } };
}

function fact(cell: Cell | null, original: string): Fact | null {
  if (!cell) return null;
  const value = original.slice(cell.start, cell.end);
  return value.trim() === "" ? null : { value, span: { start: cell.start, end: cell.end } };
}

function descriptionOf(body: readonly Line[], original: string): Fact | null {
  const first = body[0];
  const last = body.at(-1);
  return first && last ? { value: original.slice(first.start, last.end), span: { start: first.start, end: last.end } } : null;
}
