/**
 * @file Posts: the lines of a section on work → posts, each with the lines that name it (title, employer, dates), the
 * time it took and the lines below it. By rules; a title without dates is a post too, a break between posts is none.
 */
import type { Span } from "../../core/types";
import { isJobTitle } from "../job-words";
import { findRanges } from "../profile/dates";
import type { Line } from "../profile/lines";
import { isBreak } from "../profile/word-cues";
import { takeYears } from "../terms/take-years";
import type { WorkRange } from "./types";
import { toWorkRange } from "./work-months";

export interface Post {
  /** From the first to the last of its naming lines; null for lines before the first post. */
  readonly head: Span | null;
  readonly work: WorkRange | null;
  /** "3 years as a foreman", where no dates stand; else null. */
  readonly statedMonths: number | null;
  readonly lines: readonly Line[];
}

interface Head {
  readonly from: number;
  readonly to: number;
  readonly work: WorkRange | null;
  readonly statedMonths: number | null;
  /** Time that the résumé itself calls a break: it ends the post before, counts as no work, and what it was for is nobody's business. */
  readonly isBreak?: boolean;
}

/** Words besides the dates from which a line names its post by itself. */
const MIN_NAME_CHARS = 4;
const MAX_HEAD_CHARS = 140;
/** A bullet of more words is something done, not a title, though it may name one. */
const MAX_TITLE_WORDS = 4;
const STATES_TIME = /\b(?:years?|yrs?)\b.{0,24}\b(?:as|working|in the role)\b|\bas (?:an? )?.{2,60}\bfor\b.{0,24}\byears?\b|年/i;

/** @param lines of one section, in order */
export function readPosts(given: readonly Line[], nowMonth: number): Post[] {
  const lines = given.flatMap(oneTimeEach);
  const heads = findHeads(lines, nowMonth);
  const posts: Post[] = [];
  const first = heads[0]?.from ?? lines.length;
  if (first > 0) posts.push({ head: null, work: null, statedMonths: null, lines: lines.slice(0, first) });
  for (const [i, head] of heads.entries()) {
    const end = heads[i + 1]?.from ?? lines.length;
    const [top, bottom] = [lines[head.from], lines[head.to]];
    if (!top || !bottom) continue;
    if (head.isBreak) posts.push({ head: null, work: null, statedMonths: null, lines: lines.slice(head.to + 1, end) });
    else posts.push({ head: { start: top.start, end: bottom.end }, work: head.work, statedMonths: head.statedMonths, lines: lines.slice(head.to + 1, end) });
  }
  return posts;
}

/** "(2015 – 2018) Officer (2011 – 2015) Engineer" on one line is two posts: a piece for every time on it. */
function oneTimeEach(line: Line): Line[] {
  const ranges = findRanges(line.text).filter(({ start }) => !isRemark(line.text.slice(0, start)));
  if (ranges.length < 2) return [line];
  const isFirst = (ranges[0]?.start ?? 0) <= 2;
  const cuts = isFirst ? ranges.slice(1).map(({ start }) => start) : ranges.slice(0, -1).map(({ end }) => end);
  const bounds = [0, ...cuts.map((at) => (/^[)\]）】]/.test(line.text.slice(at)) ? at + 1 : /[([（【]$/.test(line.text.slice(0, at)) ? at - 1 : at)), line.text.length];
  return bounds.slice(0, -1).flatMap((from, i): Line[] => {
    const piece = line.text.slice(from, bounds[i + 1]);
    const text = piece.trim();
    const start = line.start + from + piece.indexOf(text);
    return text === "" ? [] : [{ ...line, text, start, end: start + text.length, cells: [{ text, start, end: start + text.length }] }];
  });
}

/** "2020 – now (leave 11/2023 – 05/2025)": a time behind words in brackets is a remark on the post, no post. */
function isRemark(before: string): boolean {
  return /[(（][^()（）]*\p{L}{2,}[^()（）]*$/u.test(before);
}

function findHeads(lines: readonly Line[], nowMonth: number): Head[] {
  const heads: Head[] = [];
  let taken = -1;
  for (const [i, line] of lines.entries()) {
    if (i <= taken) continue;
    const range = findRanges(line.text)[0];
    const head = range ? (breakAt(lines, i, taken) ?? datedHead(lines, i, { taken, nowMonth })) : undatedHead(lines, i, nowMonth);
    if (!head) continue;
    heads.push(head);
    taken = head.to;
  }
  return heads;
}

/** "Parental leave, 2010 – 2012", or "Career break" with the dates below it; no post that a title names ("HR officer, maternity cover"). */
function breakAt(lines: readonly Line[], i: number, taken: number): Head | null {
  const line = lines[i];
  const above = i - 1 > taken ? lines[i - 1] : undefined;
  if (!line || line.isListed || line.text.length > MAX_HEAD_CHARS || titled(line.text)) return null;
  if (isBreak(line.text)) return { from: i, to: i, work: null, statedMonths: null, isBreak: true };
  const isNamedAbove = above !== undefined && !above.isListed && above.text.length <= MAX_HEAD_CHARS && findRanges(above.text).length === 0 && isBreak(above.text) && !titled(above.text);
  return isNamedAbove ? { from: i - 1, to: i, work: null, statedMonths: null, isBreak: true } : null;
}

/** The dated line, with the lines beside it that name the title or the employer where it does not. */
function datedHead(lines: readonly Line[], i: number, { taken, nowMonth }: { taken: number; nowMonth: number }): Head | null {
  const line = lines[i];
  const range = line && findRanges(line.text)[0];
  if (!line || !range) return null;
  const rest = `${line.text.slice(0, range.start)} ${line.text.slice(range.end)}`.trim();
  const named = rest.replace(/[^\p{L}]/gu, "").length >= MIN_NAME_CHARS;
  const isNaming = (at: number): boolean => {
    const one = lines[at];
    return one !== undefined && at > taken && one.text.length <= MAX_HEAD_CHARS && !one.isListed && !/[.。;；]$/.test(one.text) && findRanges(one.text).length === 0;
  };
  const isTitle = (at: number): boolean => isNaming(at) && titled(lines[at]?.text ?? "");
  let [from, to] = [i, i];
  if (!named || !titled(rest)) {
    if (isTitle(i - 1)) from = i - 1;
    else if (isTitle(i - 2) && isNaming(i - 1)) from = i - 2;
    else if (isTitle(i + 1)) to = i + 1;
    else if (!named && isNaming(i - 1)) from = i - 1;
    // Dates alone, as a form's first cell: what stands below is the post, whatever it is called.
    else if (!named && isNaming(i + 1)) to = i + 1;
  }
  return { from, to, work: toWorkRange(range, nowMonth), statedMonths: null };
}

function undatedHead(lines: readonly Line[], i: number, nowMonth: number): Head | null {
  const line = lines[i];
  if (!line) return null;
  const stated = STATES_TIME.test(line.text) ? takeYears(line.text).years.find(({ min }) => min !== null)?.min : undefined;
  if (stated) return { from: i, to: i, work: null, statedMonths: Math.round(12 * stated) };
  if (!isJobTitle(line.text) || line.text.length > MAX_HEAD_CHARS) return null;
  // The dates may stand on one of the next two lines; they then belong to this title.
  for (const at of [i + 1, i + 2]) {
    const below = lines[at];
    const range = below && findRanges(below.text)[0];
    if (!below || (!range && (isJobTitle(below.text) || below.isListed || below.text.length > MAX_HEAD_CHARS))) break;
    // A dated line that names its own post needs no title from above: "Led four technicians" is none.
    if (range && (line.isListed || titled(`${below.text.slice(0, range.start)} ${below.text.slice(range.end)}`.trim()))) break;
    if (range) return { from: i, to: at, work: toWorkRange(range, nowMonth), statedMonths: null };
  }
  return line.isListed && line.text.split(/\s+/).length > MAX_TITLE_WORDS ? null : { from: i, to: i, work: null, statedMonths: null };
}

function titled(text: string): boolean {
  return isJobTitle(text) || text.split(/\s*[|,，;；/（(]\s*|\s{2,}|\s[–—-]\s|\bat\b/).slice(0, 4).some((cell) => isJobTitle(cell.trim()));
}
