/**
 * @file readHead: the lines of an entry's head, without its dates → title, organisation, place. Told apart by title
 * words, organisation cues, separators and, where words say nothing, by the order of the lines.
 */
import { isJobTitle } from "../job-words";
import type { EntryDates } from "./entry-anchors";
import { headParts, type Part } from "./head-parts";
import { trimmed, type Cell, type Line } from "./lines";
import { isOrganisation, isPlace } from "./word-cues";

export interface Head {
  readonly title: Cell | null;
  readonly organisation: Cell | null;
  readonly location: Cell | null;
}

/** A line of a head: 0 for the lines with the dates, below 0 above them, above 0 below. */
export interface HeadRow {
  readonly line: Line;
  readonly row: number;
}

const LEGAL = /^company name\b|\b(?:ltd|limited|inc|gmbh|b\.?v|llc|llp|plc|corp|corporation|s\.?a|s\.?p\.?a|a\.?g)\b\.?|公司|集团|研究院|医院|大学|银行/i;
/** A name begins with a capital, a Chinese character or a digit. */
const NAME_START = /^["'“(（]?[\p{Lu}\p{Script=Han}\d]/u;

/**
 * @param rows   lines of the head
 * @param dates  cut out of them
 * @param isLast no further line can belong to the head: a title and its organisation may be parted by a comma only
 */
export function readHead(rows: readonly HeadRow[], dates: EntryDates | null, isLast: boolean): Head {
  const parts = rows.flatMap(({ line, row }) => headParts(line, row, dates));
  const location = parts.find((part) => part.cue === "place") ?? null;
  const named = parts.filter((part) => part.cue !== "place" || !isBarePlace(part));
  const title = named.find((part) => part.cue === "title") ?? null;
  const organisation = chooseOrganisation(named.filter((part) => part !== title), title);
  const head = title
    ? { title: organisation ? extended(title, named, organisation) : title, organisation, location }
    : withoutTitleWord(named, organisation, location);
  const split = isLast ? splitTitle(head) : head;
  return splitOrganisation(split, parts);
}

/** "City , State", "Leeds, UK": nothing but a place; "Brentana, Padua" may be an organisation with its town. */
function isBarePlace(part: Part): boolean {
  return /^city\s*,\s*state|^state$/i.test(part.text) || /,\s*[A-Z]{2,3}(?:\s+\d{5})?$/.test(part.text) || !/[,，]/.test(part.text) || / , /.test(part.text);
}

function chooseOrganisation(parts: readonly Part[], title: Part | null): Part | null {
  const rated = parts
    .filter((part) => part.cue !== "title" && NAME_START.test(part.text))
    .map((part) => ({ part, score: (LEGAL.test(part.text) ? 4 : 0) + (part.cue === "organisation" ? 3 : 0) + (title && part.row !== title.row ? 1.5 : 0) + (title && part.row === title.row ? 0.5 : 0) }));
  const best = rated.sort((a, b) => b.score - a.score || a.part.start - b.part.start)[0];
  // Without a title the first part is as likely the title: only a cue makes it an organisation.
  return best && (title !== null || best.score >= 3) ? best.part : null;
}

/** No word of a title anywhere: the part that is not the organisation; of two, the first. */
function withoutTitleWord(parts: readonly Part[], organisation: Part | null, location: Part | null): Head {
  const others = parts.filter((part) => part !== organisation);
  if (organisation) {
    const isStrong = LEGAL.test(organisation.text);
    const near = others.filter((part) => part.text.length <= 80).sort((a, b) => Math.abs(a.row) - Math.abs(b.row) || a.start - b.start)[0] ?? null;
    return near || isStrong || organisation.row !== 0 ? { title: near, organisation, location } : { title: organisation, organisation: null, location };
  }
  const [first = null, second = null] = others;
  return { title: first, organisation: second && NAME_START.test(second.text) ? second : null, location };
}

/** "Senior VP – Information Technology" with the organisation elsewhere: what a dash or a slash ties to the title is part of it. */
function extended(title: Part, parts: readonly Part[], organisation: Part): Cell {
  const after = parts.find((part) => part.line === title.line && part.start > title.end && part.cue === null && part !== organisation && part.glue !== null && part.before === title.end);
  return after && after.text.length <= 50 ? { text: `${title.text}${after.glue ?? ""}${after.text}`, start: title.start, end: after.end } : title;
}

/** "Data analyst, Salford depot of Quickhaul": with nothing else to be the organisation, the comma separates. */
function splitTitle(head: Head): Head {
  const { title, organisation, location } = head;
  if (!title || organisation) return head;
  const pieces = commaPieces(title);
  const [first, ...rest] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || rest.length === 0) return head;
  if (isJobTitle(last.text) && !isJobTitle(first.text)) return { title: last, organisation: spanOf(title, pieces.slice(0, -1)), location };
  const named = rest.filter((piece) => NAME_START.test(piece.text));
  const cued = rest.findIndex((piece) => isOrganisation(piece.text));
  const from = cued >= 0 ? cued : rest.findIndex((piece) => piece === named[0]);
  if (from < 0) return head;
  return { title: spanOf(title, [first, ...rest.slice(0, from)]) ?? first, organisation: spanOf(title, rest.slice(from)), location };
}

/** "Kolk & Kering Engineering, Delft" → the organisation and its town. */
function splitOrganisation(head: Head, parts: readonly Part[]): Head {
  const { title, organisation, location } = head;
  if (!organisation) return head;
  if (isBarePlaceText(organisation.text) && !LEGAL.test(organisation.text)) return { title, organisation: null, location: location ?? organisation };
  if (location && location.start !== organisation.start) return head;
  const pieces = commaPieces(organisation);
  const tail = pieces.at(-1);
  if (pieces.length < 2 || !tail || isOrganisation(tail.text) || !NAME_START.test(tail.text) || /\d/.test(tail.text) || tail.text.split(/\s+/).length > 4) return { ...head, location: location && parts.some((part) => part === organisation) ? null : location };
  return { title, organisation: spanOf(organisation, pieces.slice(0, -1)), location: tail };
}

function isBarePlaceText(text: string): boolean {
  return isPlace(text) && (!/[,，]/.test(text) || /,\s*[A-Z]{2,3}$/.test(text));
}

/** Pieces between commas that stand in no brackets, in offsets of the document. */
function commaPieces(cell: Cell): Cell[] {
  const pieces: Cell[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= cell.text.length; i++) {
    const char = cell.text[i];
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (i < cell.text.length && !(depth <= 0 && (char === "," || char === "，"))) continue;
    const piece = trimmed(cell.text, from, i);
    if (piece) pieces.push({ ...piece, start: piece.start + cell.start, end: piece.end + cell.start });
    from = i + 1;
  }
  return pieces;
}

/** Neighbouring pieces of a cell as one. */
function spanOf(cell: Cell, pieces: readonly Cell[]): Cell | null {
  const start = pieces[0]?.start;
  const end = pieces.at(-1)?.end;
  return start === undefined || end === undefined ? null : { text: cell.text.slice(start - cell.start, end - cell.start), start, end };
}
