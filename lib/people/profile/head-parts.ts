/**
 * @file headParts: one line of an entry's head, without the dates, cut into the parts that may be its title, its
 * organisation or its place.
 */
import { isJobTitle } from "../job-words";
import type { EntryDates } from "./entry-anchors";
import { trimmed, type Cell, type Line } from "./lines";
import { chineseOrganisationEnd, cueOf, isOrganisation, type Cue } from "./word-cues";

export interface Part extends Cell {
  readonly cue: Cue;
  readonly row: number;
  /** Index of its line. */
  readonly line: number;
  /** The dash or slash that ties it to the part that ends at `before`; null where another separator stands. */
  readonly glue: string | null;
  readonly before: number | null;
}

const CUTS = /\s+(?:[-–—|/@]|at|bei|@)\s+|\s*[|•·]\s*|\s{3,}|\s*[;；]\s*|\s+,\s+|,\s*$|^\s*,/g;
const FILLER = /^(?:from|in|on|dates?|full[- ]time|part[- ]time|contract|全职|兼职|since|now|present)$/i;
const MAX_PART_CHARS = 100;
/** A cell of a table row that is longer, or punctuated like a text, is the description beside the head. */
const MAX_CELL_CHARS = 60;

/** @param row 0 for the lines with the dates, below 0 above them, above 0 below */
export function headParts(line: Line, row: number, dates: EntryDates | null): Part[] {
  const parts: Part[] = [];
  for (const piece of withoutDates(line, dates)) {
    for (const cell of cutAtSeparators(piece.text)) {
      const inner = cutAtPlace(cell).flatMap(cutInside);
      for (const [i, one] of inner.entries()) {
        if (isFiller(one.text, piece.isBehindDates && parts.length > 0)) continue;
        const start = one.start + piece.start;
        parts.push({ text: one.text, start, end: one.end + piece.start, cue: cueOf(one.text), row, line: line.index, glue: i === 0 ? cell.glue : null, before: i === 0 && cell.glue !== null ? (parts.at(-1)?.end ?? null) : null });
      }
    }
  }
  return parts.filter((part) => part.text.length <= MAX_PART_CHARS);
}

function isFiller(text: string, behindDates: boolean): boolean {
  if (FILLER.test(text)) return true;
  return behindDates && /^[(（]/.test(text) && cueOf(text.replace(/[()（）]/g, "")) === null;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly isBehindDates: boolean;
}

function withoutDates(line: Line, dates: EntryDates | null): Piece[] {
  const cells = line.kind === "table_row" && line.cells.length > 1 ? line.cells.filter((cell, i) => i === 0 || (cell.text.length <= MAX_CELL_CHARS && !/[;。；]|\. /.test(cell.text))) : [line];
  return cells.flatMap((cell): Piece[] => {
    if (!dates || dates.start >= cell.end || dates.end <= cell.start) return [{ text: cell.text, start: cell.start, isBehindDates: dates !== null && cell.start >= dates.end }];
    const before = cell.text.slice(0, Math.max(0, dates.start - cell.start)).replace(/[(（\[]\s*$/, " ");
    const from = Math.min(cell.end, dates.end);
    const after = cell.text.slice(from - cell.start).replace(/^\s*[)）\]]/, (mark) => " ".repeat(mark.length));
    return [{ text: before, start: cell.start, isBehindDates: false }, { text: after, start: from, isBehindDates: true }];
  });
}

type Glued = Cell & { readonly glue: string | null };

function cutAtSeparators(text: string): Glued[] {
  const cells: Glued[] = [];
  let from = 0;
  let glue: string | null = null;
  for (const match of [...text.matchAll(CUTS), null]) {
    const cell = trimmed(text, from, match ? match.index : text.length);
    const last = cells.at(-1);
    // "City , State" is one place, not two parts.
    if (last && cell && / ,\s/.test(text.slice(last.end, cell.start)) && isPlaceTail(last.text, cell.text)) {
      cells[cells.length - 1] = { text: text.slice(last.start, cell.end), start: last.start, end: cell.end, glue: last.glue };
    } else if (cell) cells.push({ ...cell, glue });
    if (match) {
      from = match.index + match[0].length;
      glue = /^\s+[-–—/]\s+$/.test(match[0]) ? match[0] : null;
    }
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
  if (!match || !place || isJobTitle(/^\S+/.exec(place)?.[0] ?? "")) return [cell];
  const at = match.index + match[0].indexOf(place);
  const ends = [trimmed(cell.text, 0, at), { text: place, start: at, end: at + place.length }, trimmed(cell.text, at + place.length, cell.text.length)];
  return ends.filter((part) => part !== null).map((part) => moved(part, cell.start));
}

function moved(cell: Cell, by: number): Cell {
  return { text: cell.text, start: cell.start + by, end: cell.end + by };
}

/** Title and organisation that nothing separates but a space or, in Chinese, nothing at all. */
function cutInside(cell: Cell): Cell[] {
  const at = cutPoint(cell.text);
  if (at === null) return [cell];
  const parts = [trimmed(cell.text, 0, at), trimmed(cell.text, at, cell.text.length)].filter((part) => part !== null);
  return parts.flatMap((part) => (part.text.length < cell.text.length ? cutInside(part) : [part])).map((part) => moved(part, cell.start));
}

function cutPoint(text: string): number | null {
  const placeholder = /^company name\s*[-–—]?\s*/i.exec(text);
  if (placeholder && placeholder[0].length < text.length) return placeholder[0].length;
  const before = /\s+company name\b/i.exec(text);
  if (before) return before.index;
  if (!/\p{Script=Han}/u.test(text)) return cutBehindTitle(text);
  const space = /(?<=\p{Script=Han}|[)）])\s+(?=\p{Script=Han})/u.exec(text);
  if (space) return space.index;
  return chineseOrganisationEnd(text);
}

/** "CNC turner Penistone Shafts Ltd": behind the last title word, when an organisation follows. */
function cutBehindTitle(text: string): number | null {
  if (!isOrganisation(text) || /[,，]/.test(text)) return null;
  const words = [...text.matchAll(/\S+/g)];
  for (let i = words.length - 2; i >= 0; i--) {
    const word = words[i];
    if (!word || !isJobTitle(word[0])) continue;
    const end = word.index + word[0].length;
    const rest = text.slice(end).trim();
    return /^\p{Lu}/u.test(rest) && isOrganisation(rest) && !isJobTitle(rest) ? end : null;
  }
  return null;
}
