/**
 * @file sectionsOf: lines → sections. A section begins at a line that names one and ends at the next such line, or at
 * an unknown heading that looks like the section's own.
 */
import { isJobTitle } from "../job-words";
import { findDates } from "./dates";
import type { Line } from "./lines";
import { sectionName } from "./section-names";
import type { ProfileSection, SectionKind } from "./types";

export interface Section {
  readonly kind: SectionKind;
  readonly heading: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** Without the heading; a table row that begins with the section's name is here without it. */
  readonly lines: readonly Line[];
}

/** Lines after an unknown heading that may hold the dates of a job. */
const DATES_WITHIN = 3;

/** @returns sections in the order of the text; the first is the header, which may be empty */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: { kind: SectionKind; heading: Section["heading"]; lines: Line[]; line: Line | null }[] = [{ kind: "header", heading: null, lines: [], line: null }];
  for (const [i, line] of lines.entries()) {
    const current = sections.at(-1);
    const begun = isNameBelowSidebar(line, sections) ? { kind: "header" as const, heading: null, rest: line } : beginning(line, lines.slice(i + 1, i + 1 + DATES_WITHIN), current ?? null);
    if (begun) sections.push({ kind: begun.kind, heading: begun.heading, lines: begun.rest ? [begun.rest] : [], line });
    else current?.lines.push(line);
  }
  return sections.map(({ kind, heading, lines: body }) => ({ kind, heading, lines: body }));
}

/** A sidebar may come first in the text: the largest heading below its sections, which names none, is the person's own. */
function isNameBelowSidebar(line: Line, sections: readonly { readonly lines: readonly Line[]; readonly line: Line | null }[]): boolean {
  if (line.kind !== "heading" || line.level !== 1 || sectionName(line.text) !== null || isCapitals(line.text)) return false;
  return sections.length > 1 && sections[0]?.lines.length === 0 && sections.every(({ line: opened }) => opened?.level !== 1);
}

interface Beginning {
  readonly kind: SectionKind;
  readonly heading: Section["heading"];
  readonly rest: Line | null;
}

function beginning(line: Line, below: readonly Line[], current: { readonly kind: SectionKind; readonly line: Line | null } | null): Beginning | null {
  const open = current?.line ?? null;
  const heading = { text: line.text, start: line.start, end: line.end };
  const name = sectionName(line.text);
  const isHeading = line.kind === "heading" || isFramed(line.text) || (isCapitals(line.text) && !line.isListed);
  // "BEd vocational education" as an entry's heading in the section on education.
  if (name && !name.isExact && name.kind === current?.kind && open && below.slice(0, 1).some((next) => findDates(next.text).length > 0)) return null;
  if (name && (isHeading || (name.isExact && !name.needsHeading && !line.isListed))) return { kind: name.kind, heading, rest: null };
  const row = inTableRow(line);
  if (row) return row;
  if (line.kind === "heading" && open && isUnknownSection(line, below, open)) return { kind: "other", heading, rest: null };
  return null;
}

/** 【教育背景】 */
function isFramed(text: string): boolean {
  return /^[【[〔].+[】\]〕]$/.test(text) || (/[:：]$/.test(text) && text.length <= 30);
}

/** A heading of the kind that began the section, that is no job: no title, no dates on it or close below. */
function isUnknownSection(line: Line, below: readonly Line[], open: Line): boolean {
  if (open.kind !== "heading" || line.level === null || line.level !== open.level) return false;
  if (isCapitals(line.text) !== isCapitals(open.text) || line.text.split(/\s+/).length > 5) return false;
  if (isJobTitle(line.text) || findDates(line.text).length > 0) return false;
  return below.every((next) => findDates(next.text).length === 0);
}

/** "工作经历 | 2017.05—2025.09 …": a form whose first column names the sections. */
function inTableRow(line: Line): Beginning | null {
  const [first, second] = line.cells;
  if (line.kind !== "table_row" || !first || !second) return null;
  const name = sectionName(first.text);
  if (!name?.isExact || first.text.length > 20 || isJobTitle(first.text) || name.kind === "objective" || name.kind === "personal") return null;
  // "语言 | 英语" is a row of facts when the next cell is a label again; "学历 | 本科" always is.
  if (line.cells.length > 2 && line.cells.length % 2 === 0 && (line.cells[2]?.text.length ?? 99) <= 8) return null;
  if (first.text === "学历" && second.text.length <= 4) return null;
  const rest: Line = { ...line, text: line.text.slice(second.start - line.start), start: second.start, cells: line.cells.slice(1) };
  return { kind: name.kind, heading: { text: first.text, start: first.start, end: first.end }, rest };
}

/** Latin letters, at least four, all of them capitals. */
export function isCapitals(text: string): boolean {
  return /^[^\p{Ll}\p{Script=Han}]*$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

/** @param end of the text @param original the document's text, whose letters the headings quote */
export function profileSections(sections: readonly Section[], original: string): ProfileSection[] {
  const filled = sections.filter((section) => section.heading !== null || section.lines.length > 0);
  return filled.map((section, i) => {
    const next = filled[i + 1];
    const start = section.heading?.start ?? section.lines[0]?.start ?? 0;
    const end = Math.max(section.heading?.end ?? 0, section.lines.at(-1)?.end ?? 0);
    const limit = next ? (next.heading?.start ?? next.lines[0]?.start ?? end) : end;
    const heading = section.heading && { value: original.slice(section.heading.start, section.heading.end), span: { start: section.heading.start, end: section.heading.end } };
    return { kind: section.kind, heading, span: { start, end: Math.min(end, Math.max(limit, start)) } };
  });
}
