/**
 * @file A résumé as lines with what the rules need of each: what kind of block it stands in, its cells, and the text in
 * the spelling that patterns read.
 */
import type { Span } from "../../core/types";
import type { Block, ExtractedDocument } from "../../knowledge/types";
import { parseText } from "./parse-text";

/** A part of a line between separators (" | ", "•", "·"). */
export interface Cell extends Span {
  /** As long as the original; trimmed. */
  readonly text: string;
}

export interface Line extends Span {
  /** 0-based among the lines of the document. */
  readonly index: number;
  /** parseText of the original, trimmed, without a list mark; `start` and `end` are its place. */
  readonly text: string;
  readonly kind: Block["kind"];
  /** 1–6 for headings. */
  readonly level: number | null;
  readonly isListed: boolean;
  readonly cells: readonly Cell[];
}

const LIST_MARK = /^(?:[-–—•*·▪◦●○■□➢►✓✔★»>]|\(?\d{1,2}[.)、]|[（(][一二三四五六七八九十\d]{1,2}[)）])\s*(?=\S)/;
const SEPARATOR = /\s*[|•·¦丨]\s*|\s{3,}/g;

/** Every line with something on it, in order. */
export function toLines(document: Pick<ExtractedDocument, "text" | "blocks">): Line[] {
  const lines: Line[] = [];
  for (const block of document.blocks) {
    let at = block.start;
    for (const raw of document.text.slice(block.start, block.end).split("\n")) {
      const line = toLine(raw, at, block);
      if (line) lines.push({ ...line, index: lines.length });
      at += raw.length + 1;
    }
  }
  return lines;
}

function toLine(raw: string, at: number, block: Block): Omit<Line, "index"> | null {
  const parsed = parseText(raw);
  const lead = /^\s*/.exec(parsed)?.[0].length ?? 0;
  const mark = LIST_MARK.exec(parsed.slice(lead))?.[0] ?? "";
  const text = parsed.slice(lead + mark.length).trim();
  if (!/[\p{L}\d]/u.test(text)) return null;
  const start = at + lead + mark.length + (/^\s*/.exec(parsed.slice(lead + mark.length))?.[0].length ?? 0);
  return { text, start, end: start + text.length, kind: block.kind, level: block.level, isListed: block.kind === "list_item" || /^[^\p{L}\d(（]/u.test(mark), cells: toCells(text, start) };
}

function toCells(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const push = (to: number) => {
    const cell = trimmed(text, from, to);
    if (cell) cells.push({ ...cell, start: offset + cell.start, end: offset + cell.end });
  };
  for (const match of text.matchAll(SEPARATOR)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(text.length);
  return cells;
}

/** The part of a text without white space and stray punctuation at its ends; null when nothing is left. */
export function trimmed(text: string, from: number, to: number): Cell | null {
  const part = text.slice(from, to);
  const lead = /^[\s,，、;；:：|–—\-/@~]*/.exec(part)?.[0].length ?? 0;
  const rest = part.slice(lead).replace(/[\s,，、;；:：|–—\-/(（@~]+$/, "");
  return /[\p{L}\d]/u.test(rest) ? { text: rest, start: from + lead, end: from + lead + rest.length } : null;
}
