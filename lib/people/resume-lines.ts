/**
 * @file A résumé's text as lines and cells with offsets, and its two zones that rules read: the header (above the
 * first section) and the experience sections.
 */
import type { Span } from "../core/types";
import { isSectionName } from "../knowledge/extract/heading-rules";
import type { ExtractedDocument } from "../knowledge/types";

export interface Cell extends Span {
  readonly text: string;
  /** 0-based line of the document. */
  readonly line: number;
}

const MAX_HEADER_LINES = 12;
const EXPERIENCE = /experience|employment|work history|internship|工作|职业经历|实习|任职/i;
const SECTION_OTHER = /education|skill|summary|profile|project|certif|language|interest|教育|技能|项目|证书|自我|评价|语言|荣誉/i;

/** Cells: lines cut at " | ", tabs, bullets and middle dots between facts of a header line. */
export function toCells(document: ExtractedDocument, span: Span): Cell[] {
  const cells: Cell[] = [];
  let line = 0;
  let at = span.start;
  for (const text of document.text.slice(span.start, span.end).split("\n")) {
    for (const match of text.matchAll(/[^|•·\t]+/g)) {
      const lead = match[0].length - match[0].trimStart().length;
      const trimmed = match[0].trim();
      const start = at + match.index + lead;
      if (trimmed !== "") cells.push({ text: trimmed, line, start, end: start + trimmed.length });
    }
    at += text.length + 1;
    line++;
  }
  return cells;
}

/** From the beginning to the first section's name, at most twelve lines. */
export function headerSpan(document: ExtractedDocument): Span {
  let at = 0;
  let lines = 0;
  for (const line of document.text.split("\n")) {
    if (line.trim() !== "" && ++lines > MAX_HEADER_LINES) break;
    if (lines > 1 && isSectionName(line.trim())) break;
    at += line.length + 1;
  }
  return { start: 0, end: Math.min(document.text.length, at) };
}

/** Bodies of the sections on work, in order; empty when no heading names one. */
export function experienceSpans(document: ExtractedDocument): Span[] {
  const headings = document.blocks.filter((block) => block.kind === "heading");
  const spans: Span[] = [];
  let open: number | null = null;
  for (const heading of headings) {
    const text = document.text.slice(heading.start, heading.end);
    const isWork = EXPERIENCE.test(text) && text.length < 40;
    const ends = isSectionName(text) || SECTION_OTHER.test(text) || isWork;
    if (open !== null && ends) {
      spans.push({ start: open, end: heading.start });
      open = null;
    }
    if (isWork) open = heading.end;
  }
  if (open !== null) spans.push({ start: open, end: document.text.length });
  return spans;
}
