/**
 * @file readHead: the lines of an entry's head, without its dates → title, organisation, place. Told apart by title
 * words, organisation cues, separators and, where words say nothing, by the order of the lines.
 */
import { isJobTitle } from "../job-words";
import type { EntryDates } from "./entry-anchors";
import { trimmed, type Cell, type Line } from "./lines";
import { chineseOrganisationEnd, cueOf, isOrganisation, isPlace, type Cue } from "./word-cues";

export interface Head {
  readonly title: Cell | null;
  readonly organisation: Cell | null;
  readonly location: Cell | null;
}

interface Part extends Cell {
  readonly cue: Cue;
  /** 0 for the lines with the dates, −1 and below above them, 1 and more below. */
  readonly row: number;
}

const CUTS = /\s+(?:[-–—|/@]|at|bei|@)\s+|\s*[|•·]\s*|\s{3,}|\s*[;；]\s*|\s+,\s+|,\s*$|^\s*,/g;
const MAX_TITLE_CHARS = 90;

/** @param rows lines of the head with their row numbers; dates are cut out of them */
export function readHead(rows: readonly { readonly line: Line; readonly row: number }[], dates: EntryDates | null): Head {
  const parts = rows.flatMap(({ line, row }) => partsOf(line, dates).map((part): Part => ({ ...part, row, cue: cueOf(part.text) })));
  return settle(parts);
}

/** A line without the dates, cut at its separators. */
function partsOf(line: Line, dates: EntryDates | null): Cell[] {
  const pieces = dates && dates.start < line.end && dates.end > line.start
    ? [[line.start, Math.max(line.start, dates.start)], [Math.min(line.end, dates.end), line.end]]
    : [[line.start, line.end]];
  return pieces.flatMap(([from = 0, to = 0]) => {
    const text = line.text.slice(from - line.start, to - line.start);
    return cutAtSeparators(text).flatMap((cell) => cutAtPlace(cell)).flatMap((cell) => cutInside(cell)).map((cell) => ({ ...cell, start: cell.start + from, end: cell.end + from }));
  });
}

function cutAtSeparators(text: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const match of [...text.matchAll(CUTS), null]) {
    const cell = trimmed(text, from, match ? match.index : text.length);
    const isFiller = cell !== null && /^(?:from|in|on|dates?|full[- ]time|part[- ]time|全职|兼职)$/i.test(cell.text);
    // "City , State" is one place, not two parts.
    const last = cells.at(-1);
    if (last && cell && match !== undefined && / ,\s/.test(text.slice(last.end, cell.start)) && isPlaceTail(last.text, cell.text)) {
      cells[cells.length - 1] = { text: text.slice(last.start, cell.end), start: last.start, end: cell.end };
    } else if (cell && !isFiller) cells.push(cell);
    if (match) from = match.index + match[0].length;
  }
  return cells;
}

function isPlaceTail(left: string, right: string): boolean {
  const word = /\S+$/.exec(left)?.[0] ?? "";
  return /^\p{Lu}/u.test(word) && !isJobTitle(word) && /^\p{Lu}[\p{L}.]*(?:\s|$)/u.test(right) && !isJobTitle(/^\S+/.exec(right)?.[0] ?? "");
}

/** "Acme Boston , MA Senior Buyer" → "Acme", "Boston , MA", "Senior Buyer". */
function cutAtPlace(cell: Cell): Cell[] {
  const match = /(?:^|\s)(\p{Lu}[\p{L}.'’-]*\s+,\s+(?:\p{Lu}[\p{L}.]*)(?:\s+,\s+\p{Lu}[\p{L}.]*)?)(?=\s|$)/u.exec(cell.text);
  const place = match?.[1];
  if (!match || !place) return [cell];
  const at = match.index + match[0].indexOf(place);
  const ends = [trimmed(cell.text, 0, at), { text: place, start: at, end: at + place.length }, trimmed(cell.text, at + place.length, cell.text.length)];
  return ends.filter((part) => part !== null).map((part) => ({ ...part, start: part.start + cell.start, end: part.end + cell.start }));
}

/** Title and organisation that nothing separates but a space, a comma or, in Chinese, nothing at all. */
function cutInside(cell: Cell): Cell[] {
  const at = cutPoint(cell.text);
  if (at === null) return [cell];
  const parts = [trimmed(cell.text, 0, at), trimmed(cell.text, at, cell.text.length)].filter((part) => part !== null);
  return parts.map((part) => ({ ...part, start: part.start + cell.start, end: part.end + cell.start }));
}

function cutPoint(text: string): number | null {
  const placeholder = /^company name\s*[-–—]?\s*/i.exec(text);
  if (placeholder && placeholder[0].length < text.length) return placeholder[0].length;
  const before = /\s+company name\b/i.exec(text);
  if (before) return before.index;
  if (/\p{Script=Han}/u.test(text)) {
    const end = chineseOrganisationEnd(text);
    if (end !== null) return end;
    const space = /\s+/.exec(text);
    return space && (cueOf(text.slice(0, space.index)) !== null || cueOf(text.slice(space.index).trim()) !== null) ? space.index : null;
  }
  return cutBehindTitle(text);
}

/** "CNC turner Penistone Shafts Ltd": behind the last title word, when an organisation follows. */
function cutBehindTitle(text: string): number | null {
  if (!isOrganisation(text) || /[,，]/.test(text)) return null;
  const words = [...text.matchAll(/\S+/g)];
  for (let i = words.length - 2; i >= 0; i--) {
    const word = words[i];
    if (!word || !isJobTitle(word[0])) continue;
    const rest = text.slice(word.index + word[0].length).trim();
    return /^\p{Lu}/u.test(rest) && isOrganisation(rest) && !isJobTitle(rest) ? word.index + word[0].length : null;
  }
  return null;
}

function settle(all: readonly Part[]): Head {
  const location = all.find((part) => part.cue === "place") ?? null;
  const parts = all.filter((part) => part.cue !== "place");
  const title = parts.find((part) => part.cue === "title" && part.text.length <= MAX_TITLE_CHARS) ?? null;
  const others = parts.filter((part) => part !== title);
  const organisation = others.find((part) => part.cue === "organisation") ?? null;
  if (title && organisation) return splitCommas({ title, organisation, location }, all);
  if (title) return splitCommas({ title, organisation: nearest(others, title), location }, all);
  if (organisation) return splitCommas({ title: nearest(others.filter((part) => part !== organisation), organisation), organisation, location }, all);
  const [first = null, second = null] = parts;
  return splitCommas({ title: first, organisation: second, location }, all);
}

/** The part that stands nearest; on the same row rather than on another. */
function nearest(parts: readonly Part[], to: Part): Part | null {
  const usable = parts.filter((part) => part.text.length <= MAX_TITLE_CHARS && part.cue !== "title");
  return [...usable].sort((a, b) => Math.abs(a.row - to.row) - Math.abs(b.row - to.row) || a.start - b.start)[0] ?? null;
}

/** "Data analyst, Salford depot of Quickhaul" on one line with nothing else: the comma separates; so does the one before a place. */
function splitCommas(head: Head, all: readonly Part[]): Head {
  let { title, organisation, location } = head;
  if (title && !organisation) {
    const pieces = commaPieces(title);
    const [first, ...rest] = pieces;
    const isTitleFirst = first !== undefined && (isJobTitle(first.text) || !pieces.some((piece) => isJobTitle(piece.text)));
    if (first && rest.length > 0 && isTitleFirst) {
      const last = rest.at(-1);
      const place = rest.length > 1 && last && cueOf(last.text) === null && /^\p{Lu}|^\p{Script=Han}/u.test(last.text) && !isOrganisation(last.text) ? last : null;
      title = first;
      const names = place ? rest.slice(0, -1) : rest;
      organisation = joined(names, all);
      location ??= place;
    } else if (rest.length > 0 && last(pieces) && isJobTitle(last(pieces)?.text ?? "")) {
      const titlePiece = last(pieces);
      organisation = joined(pieces.slice(0, -1), all);
      title = titlePiece ?? title;
    }
  }
  if (organisation && !location) {
    const pieces = commaPieces(organisation);
    const tail = last(pieces);
    if (pieces.length > 1 && tail && !isOrganisation(tail.text) && /^[\p{Lu}\p{Script=Han}]/u.test(tail.text) && tail.text.split(/\s+/).length <= 4) {
      location = tail;
      organisation = joined(pieces.slice(0, -1), all);
    }
  }
  return { title, organisation: organisation && isPlace(organisation.text) ? null : organisation, location };
}

function last<T>(list: readonly T[]): T | undefined {
  return list.at(-1);
}

function commaPieces(cell: Cell): Cell[] {
  const pieces: Cell[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= cell.text.length; i++) {
    const char = cell.text[i];
    if (char === "(" || char === "（") depth++;
    if (char === ")" || char === "）") depth--;
    if (i < cell.text.length && !(depth <= 0 && (char === "," || char === "，"))) continue;
    const piece = trimmed(cell.text, from, i);
    if (piece) pieces.push({ ...piece, start: piece.start + cell.start, end: piece.end + cell.start });
    from = i + 1;
  }
  return pieces;
}

/** Neighbouring pieces as one, with what stands between them. */
function joined(pieces: readonly Cell[], all: readonly Cell[]): Cell | null {
  const first = pieces[0];
  const end = pieces.at(-1);
  if (!first || !end) return null;
  const whole = all.find((part) => part.start <= first.start && part.end >= end.end);
  const text = whole ? whole.text.slice(first.start - whole.start, end.end - whole.start) : first.text;
  return { text, start: first.start, end: whole ? end.end : first.end };
}
