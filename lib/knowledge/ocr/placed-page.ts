/**
 * @file Where the words of a recognised page stand, as it is stored: the page's lines are matched with the document's
 * text, so that a highlight needs no second recognition.
 */
import type { PageLayout, Rect } from "../extract/pdf/geometry";
import { partOfBox } from "../extract/pdf/geometry";
import { alignLines } from "../locate/align-lines";
import { joinBoxes, textWidth } from "../locate/span-rects";
import type { Span } from "../../core/types";
import type { ExtractedDocument, OcrPage } from "../types";

const NUMBERS = 6;

/** @returns nothing for a page that was not recognised */
export function placedPage(layout: PageLayout, { read, document }: { read: ReadonlyMap<number, number>; document: ExtractedDocument }): OcrPage[] {
  const confidence = read.get(layout.page);
  const span = document.pages.find((page) => page.page === layout.page);
  if (confidence === undefined || !span) return [];
  const boxes: number[] = [];
  for (const { line, visible, at } of alignLines(layout.lines, document.text.slice(span.start, span.end))) {
    for (const piece of line.pieces) {
      const own = visible.flatMap((offset, i) => (offset >= piece.start && offset < piece.end ? [at[i] ?? 0] : []));
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined) continue;
      const { x, y, width, height } = piece.box;
      boxes.push(first, last + 1, ...[x, y, width, height].map(Math.round));
    }
  }
  return [{ page: layout.page, confidence, width: layout.width, height: layout.height, boxes }];
}

/** @param span within the page's text @returns one rectangle per line, in points of the displayed page */
export function placedRects({ boxes }: OcrPage, span: Span, text: string): Rect[] {
  const found: Rect[] = [];
  for (let at = 0; at + NUMBERS <= boxes.length; at += NUMBERS) {
    const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0] = boxes.slice(at, at + NUMBERS);
    const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)];
    if (to <= from) continue;
    const total = textWidth(text.slice(start, end));
    found.push(partOfBox({ x, y, width, height }, 0, textWidth(text.slice(start, from)) / total, textWidth(text.slice(start, to)) / total));
  }
  return joinBoxes(found);
}
