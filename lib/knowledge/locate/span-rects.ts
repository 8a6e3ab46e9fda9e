/**
 * @file Matched lines and a span → rectangles: the drawn boxes of the span's characters, one per line.
 */
import type { Span } from "../../core/types";
import { partOfBox, type Piece, type Rect } from "../extract/pdf/geometry";
import { contains, type AlignedLine } from "./align-lines";

/** Boxes whose tops and bottoms differ by less than this share of their height are on one line. */
const SAME_LINE = 0.5;
/** Neighbouring boxes on a line with a gap narrower than this many heights are joined. */
const JOIN_GAP = 1.8;

/** @param span within the stored text of the page */
export function spanRects(lines: readonly AlignedLine[], span: Span): Rect[] {
  const rects: Rect[] = [];
  for (const { line, visible, at } of lines) {
    const wanted = visible.filter((_, i) => contains(span, at[i] ?? -1));
    const first = wanted[0];
    const last = wanted.at(-1);
    if (first === undefined || last === undefined) continue;
    const boxes = line.pieces.flatMap((piece) => partOfPiece(line.text, piece, { start: first, end: last + 1 }));
    rects.push(...joinBoxes(boxes));
  }
  return rects;
}

/** The piece's box, cut to the characters inside `range`. */
function partOfPiece(text: string, piece: Piece, range: Span): Rect[] {
  const start = Math.max(piece.start, range.start);
  const end = Math.min(piece.end, range.end);
  if (end <= start) return [];
  const total = textWidth(text.slice(piece.start, piece.end));
  const from = textWidth(text.slice(piece.start, start)) / total;
  const to = textWidth(text.slice(piece.start, end)) / total;
  return [partOfBox(piece.box, piece.quarter, from, to)];
}

/** Relative width of a text: Han and full-width 2, capitals and m/w 1.3, narrow letters 0.55, others 1. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/.test(char)) width += 2;
    else if (/[A-ZmwMW@%]/.test(char)) width += 1.3;
    else if (/[ijlftr.,;:'|! ()[\]]/.test(char)) width += 0.55;
    else width += 1;
  }
  return width;
}

/** One rectangle per line: neighbours are joined. */
export function joinBoxes(boxes: readonly Rect[]): Rect[] {
  const joined: Rect[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    const gap = last ? box.x - (last.x + last.width) : 0;
    const sameLine = last !== undefined && Math.abs(box.y - last.y) < SAME_LINE * Math.max(box.height, last.height);
    if (last && sameLine && gap > -box.height && gap < JOIN_GAP * box.height) {
      const y = Math.min(last.y, box.y);
      const bottom = Math.max(last.y + last.height, box.y + box.height);
      const right = Math.max(last.x + last.width, box.x + box.width);
      joined[joined.length - 1] = { x: last.x, y, width: right - last.x, height: bottom - y };
    } else {
      joined.push(box);
    }
  }
  return joined;
}
