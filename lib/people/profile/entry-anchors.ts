/**
 * @file Where the entries of a section begin: the lines with dates, and the lines above and below them that belong to
 * the same head. A section keeps one order of lines throughout; it is read off its first entry.
 */
import { isJobTitle } from "../job-words";
import { findDates, findRanges, type DateMention, type RangeMention } from "./dates";
import type { Line } from "./lines";
import { cueOf, namesDegree } from "./word-cues";

/** The dates of an entry, in offsets of the document. */
export interface EntryDates {
  readonly range: RangeMention | null;
  readonly single: DateMention | null;
  /** Where the dates are written. */
  readonly start: number;
  readonly end: number;
}

export interface Anchor {
  /** Indexes into the section's lines, end exclusive: the lines with the dates. */
  readonly from: number;
  readonly to: number;
  readonly dates: EntryDates | null;
  /** First line of the head, above the dates in some layouts. */
  readonly head: number;
}

const MAX_HEAD_CHARS = 130;
/** Beside its dates a line of a head has at most so many characters; a sentence with dates in it has more. */
const MAX_REST_CHARS = 110;
const MAX_LINES_ABOVE = 2;

/** @returns anchors in order; those without dates only where the section has no dates at all */
export function findAnchors(lines: readonly Line[]): Anchor[] {
  const dated = datedLines(lines);
  if (dated.length === 0) return titlesAlone(lines);
  const above = linesAbove(lines, dated);
  return dated.map((anchor, i) => {
    const floor = dated[i - 1]?.to ?? 0;
    let head = anchor.from;
    while (head > floor && anchor.from - head < above && isHeadLine(lines[head - 1])) head--;
    return { ...anchor, head };
  });
}

interface Dated {
  readonly from: number;
  readonly to: number;
  readonly dates: EntryDates;
}

/** Ranges are looked for over line ends, because layouts set "January 2013", "to" and "Current" on three lines. */
function datedLines(lines: readonly Line[]): Dated[] {
  const text = lines.map((line) => line.text).join("\n");
  const starts: number[] = [];
  lines.reduce((at, line) => (starts.push(at), at + line.text.length + 1), 0);
  const place = (at: number): { line: number; offset: number } => {
    let line = starts.length - 1;
    while (line > 0 && (starts[line] ?? 0) > at) line--;
    return { line, offset: (lines[line]?.start ?? 0) - (starts[line] ?? 0) };
  };
  const out: Dated[] = [];
  for (const range of findRanges(text)) {
    const first = place(range.start);
    const last = place(range.end - 1);
    const rest = lines.slice(first.line, last.line + 1).reduce((sum, line) => sum + line.text.length, 0) - (range.end - range.start);
    if (isInSentence(text, range.start) || rest > restLimit(lines[first.line], text.slice(range.start, range.end)) || out.some((one) => one.to > first.line)) continue;
    out.push({ from: first.line, to: last.line + 1, dates: { range: shiftRange(range, first.offset, last.offset), single: null, start: range.start + first.offset, end: range.end + last.offset } });
  }
  const ranged = out.length > 0;
  for (const [i, line] of lines.entries()) {
    if (out.some((one) => i >= one.from && i < one.to)) continue;
    const single = singleDate(line, ranged);
    if (single) out.push({ from: i, to: i + 1, dates: single });
  }
  // Where heads are lines of their own, a dated item of a list tells of the work.
  const hasOwnLines = out.some((one) => !lines[one.from]?.isListed);
  return out.filter((one) => !hasOwnLines || !lines[one.from]?.isListed).sort((a, b) => a.from - b.from);
}

/** "Increased revenue from 2010 to 2013": the word before the dates ties them into a sentence. */
function isInSentence(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return before.trim().split(/\s+/).length > 2 && /\b(?:for|from|in|during|of|by|between|the|through)\s+$/i.test(before);
}

/** In a table row only the cell beside the dates counts; in a list a dated item is a head only when it is short. */
function restLimit(line: Line | undefined, range: string): number {
  if (!line) return 0;
  if (line.kind === "table_row") return Infinity;
  if (line.kind === "heading") return 2 * MAX_REST_CHARS;
  const sentence = /[.。;；]\s*$/.test(line.text) && !line.text.includes(range.slice(-6) + ".");
  return line.isListed || sentence ? 70 : MAX_REST_CHARS;
}

function singleDate(line: Line, others: boolean): EntryDates | null {
  const [date, second] = findDates(line.text);
  if (!date || second || line.isListed) return null;
  const before = line.text.slice(0, date.start);
  const after = line.text.slice(date.end);
  const rest = before.length + after.length;
  const isEdge = /^[\s(（|,，]*$/.test(before) || /^[\s)）|.,，]*$/.test(after) || (date.start > 0 && /^\s*(?:company name|[|])/i.test(after));
  if (!isEdge || rest > 70 || /[.。]$/.test(line.text)) return null;
  const words = `${before} ${after}`.trim();
  const tells = line.kind === "heading" || /company name/i.test(words) || cueOf(words) !== null || namesDegree(words) || (!others && rest < 50) || words === "";
  if (!tells || (date.precision === "year" && words === "" && others && rest > 0)) return null;
  return { range: null, single: shiftDate(date, line.start), start: line.start + date.start, end: line.start + date.end };
}

function shiftDate(date: DateMention, offset: number): DateMention {
  return { ...date, start: date.start + offset, end: date.end + offset };
}

function shiftRange(range: RangeMention, first: number, last: number): RangeMention {
  return {
    start: range.start + first,
    end: range.end + last,
    first: shiftDate(range.first, first),
    last: range.last && shiftDate(range.last, last),
    lastSpan: range.lastSpan && { start: range.lastSpan.start + last, end: range.lastSpan.end + last },
  };
}

/** How many lines of a head stand above its dates: as many as in the section's first entry that begins with the section. */
function linesAbove(lines: readonly Line[], dated: readonly Dated[]): number {
  const first = dated[0];
  if (!first) return 0;
  let count = 0;
  while (count < Math.min(MAX_LINES_ABOVE, first.from) && isHeadLine(lines[first.from - 1 - count])) count++;
  if (count > 0) return count;
  // An introduction may stand before the first entry; then headings right above most dates tell.
  const headings = dated.filter((anchor) => lines[anchor.from - 1]?.kind === "heading" && isHeadLine(lines[anchor.from - 1])).length;
  return headings > dated.length / 2 ? 1 : 0;
}

/** Could stand in the head of an entry: short, no sentence, no item of a list. */
export function isHeadLine(line: Line | undefined): boolean {
  if (!line || line.isListed || line.text.length > MAX_HEAD_CHARS) return false;
  if (line.kind === "heading") return true;
  if (/[。；;!?！？]$/.test(line.text) || (/\.$/.test(line.text) && !/\b(?:inc|ltd|co|corp|jr|sr|st|b\.?v|s\.?a)\.$/i.test(line.text))) return false;
  if (/^\p{Ll}/u.test(line.text) && !isJobTitle(line.text)) return false;
  return line.text.length <= 90 && !/^(?:responsible|managed|developed|provided|worked|assisted|led|created|maintained|performed|负责|参与|协助|主导|完成)\b/i.test(line.text);
}

/** No dates anywhere: headings and short lines that are titles. */
function titlesAlone(lines: readonly Line[]): Anchor[] {
  return lines.flatMap((line, i) => {
    if (!isHeadLine(line) || line.text.length > 90) return [];
    const named = line.cells.some((cell) => cell.text.split(/\s*[,，]\s*/).some((part) => isJobTitle(part)));
    return named && (line.kind === "heading" || line.text.split(/\s+/).length <= 8) ? [{ from: i, to: i + 1, dates: null, head: i }] : [];
  });
}
