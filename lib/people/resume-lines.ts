/**
 * @file A résumé's text as lines and cells with offsets, and its two zones that rules read: the header (above the
 * first section) and the experience sections.
 */
import type { Span } from "../core/types";
import { isSectionName } from "../knowledge/extract/heading-rules";
import type { ExtractedDocument } from "../knowledge/types";
import { findDateRanges } from "./date-ranges";
import { isJobTitle } from "./job-words";

export interface Cell extends Span {
  readonly text: string;
  /** 0-based line of the document. */
  readonly line: number;
}

/** An e-mail address, a telephone number, a profile page. */
export const CONTACT = /[\w.+-]+@[\w-]+\.\w+|(?:\+?\d[\d\s().-]{8,}\d)|linkedin\.com|github\.com/i;
const MAX_HEADER_LINES = 12;
const MAX_NAME_ZONE_CHARS = 300;
const WORK_NAME =
  /experience|employment|work history|career history|posts held|positions held|internship|^(?:work|career|jobs?|positions?|appointments)$|工作|职业经历|任职|实习|^经历$|干过/i;
const NOT_WORK = /教育|培训|校园|项目|工作地|objective|focus|summary|overview/i;
const OTHER_NAME = /education|skill|summary|profile|project|certif|language|interest|教育|学历|技能|项目|证书|自我|评价|语言|荣誉|其他/i;

/** True for the name of a section on work. */
function isWorkName(text: string): boolean {
  return text.length < 40 && WORK_NAME.test(text.trim()) && !NOT_WORK.test(text) && findDateRanges(text).length === 0;
}

/** Cells: lines cut at " | ", tabs, bullets and middle dots between facts of a header line. */
export function toCells(document: ExtractedDocument, span: Span): Cell[] {
  const cells: Cell[] = [];
  let line = 0;
  let at = span.start;
  for (const text of document.text.slice(span.start, span.end).split("\n")) {
    const facts = CONTACT.test(text) ? /(?:(?! \/ )[^|•·\t])+/g : /[^|•·\t]+/g;
    for (const match of text.matchAll(facts)) {
      const lead = /^(?:\s|\/ |- )*/.exec(match[0])?.[0].length ?? 0;
      const trimmed = match[0].slice(lead).trim();
      const start = at + match.index + lead;
      if (trimmed !== "") cells.push({ text: trimmed, line, start, end: start + trimmed.length });
    }
    at += text.length + 1;
    line++;
  }
  return cells;
}

/**
 * Cells of the header: the lines from the main heading (the name, where it is set largest; a sidebar may come first)
 * to the next section, then the lines from the beginning.
 */
export function headerCells(document: ExtractedDocument): Cell[] {
  const top = toCells(document, headerSpan(document));
  const main = document.blocks.find((block) => {
    const text = document.text.slice(block.start, block.end);
    return block.level === 1 && !isSectionName(text) && !isWorkName(text);
  });
  // Only in a PDF does a level mean size; elsewhere the name, if it is a heading, comes first anyway.
  if (!main || document.pages.length === 0 || top.some((cell) => cell.start === main.start)) return top;
  const next = document.blocks.find((block) => {
    const text = document.text.slice(block.start, block.end);
    return block.start > main.start && (isSectionName(text) || isWorkName(text) || (block.level ?? 0) > 2);
  });
  const end = Math.min(next?.start ?? document.text.length, main.end + MAX_NAME_ZONE_CHARS);
  const start = document.blocks.find((block) => block.level === null)?.start ?? 0;
  const above = toCells(document, { start: Math.min(start, main.start), end: main.start });
  return [...toCells(document, { start: main.start, end }), ...above.map((cell) => ({ ...cell, line: cell.line + 1000 }))];
}

/** From the beginning to the first section's name, at most twelve lines. */
function headerSpan(document: ExtractedDocument): Span {
  let at = 0;
  let lines = 0;
  for (const line of document.text.split("\n")) {
    if (line.trim() !== "" && ++lines > MAX_HEADER_LINES) break;
    if (lines > 1 && (isSectionName(line.trim()) || isWorkName(line))) break;
    at += line.length + 1;
  }
  return { start: 0, end: Math.min(document.text.length, at) };
}

/**
 * Bodies of the sections on work, in order; empty when nothing names one. A section ends at the next heading of its
 * own level or above, unless that one is a job (a title, or with dates). In a tabular résumé the first cell names it.
 */
export function experienceSpans(document: ExtractedDocument): Span[] {
  const spans: Span[] = [];
  let open: { start: number; level: number } | null = null;
  for (const block of document.blocks) {
    const label = sectionLabel(document.text.slice(block.start, block.end), block.kind);
    if (label === null) continue;
    const level = block.level ?? 6;
    const isOther = isSectionName(label) || OTHER_NAME.test(label);
    const isJob = !isOther && (isJobTitle(label) || findDateRanges(label).length > 0);
    if (open && (isWorkName(label) || isOther || (level <= open.level && !isJob))) {
      spans.push({ start: open.start, end: block.start });
      open = null;
    }
    if (open === null && isWorkName(label)) open = { start: block.kind === "heading" ? block.end : block.start + label.length, level };
  }
  if (open) spans.push({ start: open.start, end: document.text.length });
  return spans;
}

/** Text that may name a section: a heading, or the first cell of a table row if it is a section's name. */
function sectionLabel(text: string, kind: string): string | null {
  if (kind === "heading") return text;
  if (kind !== "table_row") return null;
  const cell = text.split(" | ")[0] ?? "";
  return cell.length <= 20 && (isSectionName(cell) || (isWorkName(cell) && !isJobTitle(cell))) ? cell : null;
}
