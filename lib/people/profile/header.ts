/**
 * @file Who the résumé is about: name and headline, from the lines above the first section, or from the largest heading
 * where a sidebar comes first.
 */
import { isChineseName, isJobTitle } from "../job-words";
import { INVERTED, isInTwoScripts, PARTICLE_FIRST, withoutAside } from "../written-name";
import { findRanges } from "./dates";
import type { Cell, Line } from "./lines";
import { trimmed } from "./lines";
import { sectionName } from "./section-names";
import { isCapitals } from "./sections";
import type { Fact } from "./types";
import { isPlace } from "./word-cues";

const NAME_LABEL = /^(?:姓\s*名|full name|name)\s*[:：]\s*/i;
const TITLE_LABEL = /^(?:求职意向|应聘职位|应聘岗位|目标职位|意向岗位|意向职位|期望职位|现任职位|职位|职务|job title|position|title)\s*[:：]\s*/i;
const ENGLISH_NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|da|dos|van|von|der|den|la|le|bin|al|el|ten|ter)\s+)*\p{Lu}[\p{L}'’.-]*){1,4}$/u;
const COMPANY = /\b(?:Ltd|Limited|Inc|GmbH|BV|LLC|plc|AG|SA|Corp)\b/;
const HONORIFIC = /^(?:dr|prof|ir|ing|mr|mrs|ms|dipl\.?-ing)\.?\s+/i;
const NOT_A_NAME = /^(?:curriculum vitae|résumé|resume|cv|personal details|contact|profile|page \d+)$|简历|履历/i;
const CONTACT = /[\w.+-]+@[\w-]+\.\w+|(?:\+?\d[\d\s().-]{8,}\d)|linkedin\.com|github\.com/i;
const LABELLED = /^\S{1,24}\s*[:：]\s*\S/;
const MAX_HEADLINE_CHARS = 110;

export interface Person {
  readonly name: Fact | null;
  readonly title: Fact | null;
}

/** @param head lines that may say who it is, the likeliest first. @param original the document's text */
export function readPerson(head: readonly Line[], original: string): Person {
  const cells = head.flatMap((line) => line.cells.map((cell) => ({ ...cell, line: line.index, isHeading: line.kind === "heading" })));
  const name = readName(cells, original);
  return { name, title: readTitle(head, { cells, name, original }) };
}

interface HeadCell extends Cell {
  readonly line: number;
  readonly isHeading: boolean;
}

function factOf(original: string, start: number, end: number): Fact {
  return { value: original.slice(start, end), span: { start, end } };
}

/** The value behind a label, in the same cell or in the next one of a table's row. */
export function labelled(cells: readonly HeadCell[], label: RegExp, original: string): Fact | null {
  for (const [i, cell] of cells.entries()) {
    const match = label.exec(cell.text);
    if (match && match[0].length < cell.text.length) {
      const value = (cell.text.slice(match[0].length).split(/\s{2,}|[,，;；]\s*(?=\S{1,6}[:：])|\s+(?=\S{1,6}[:：])/)[0] ?? "").trim();
      const start = cell.start + match[0].length;
      if (value !== "") return factOf(original, start, start + value.length);
    }
    const next = cells[i + 1];
    if (next && next.line === cell.line && cell.text.length <= 8 && label.test(`${cell.text}:`)) return factOf(original, next.start, next.end);
  }
  return null;
}

function readName(cells: readonly HeadCell[], original: string): Fact | null {
  const stated = labelled(cells, NAME_LABEL, original);
  if (stated && (isChineseName(stated.value) || ENGLISH_NAME.test(withoutAside(stated.value)) || isInTwoScripts(stated.value) || INVERTED.test(stated.value))) return stated;
  const hasContact = cells.some((cell) => CONTACT.test(cell.text));
  for (const [i, cell] of cells.slice(0, 4).entries()) {
    const found = nameIn(cell, cells.slice(i + 1, i + 3), hasContact);
    if (!found) continue;
    const fact = factOf(original, found.start, found.end);
    return isChineseName(fact.value) ? { ...fact, value: fact.value.replace(/\s/g, "") } : fact;
  }
  return null;
}

/** "Curriculum vitae of Ida Brandt, buyer", "王芳的个人简历", "Ida Brandt MSc". */
function nameIn(cell: HeadCell, next: readonly HeadCell[], hasContact: boolean): { start: number; end: number } | null {
  const lead = /^(?:curriculum vitae|résumé|resume|cv)\s*(?:of|[-–—:])\s*/i.exec(cell.text)?.[0].length ?? 0;
  const bare = cell.text.slice(lead).replace(/(?:的)?(?:个人)?简历$/, "");
  const isInverted = PARTICLE_FIRST.test(bare);
  const comma = isInverted ? bare.length : (/[,，]|\s[/–—-]\s/.exec(bare)?.index ?? bare.length);
  const plain = bare.slice(0, comma).trim();
  const rest = bare.slice(comma + 1).trim();
  if (plain === "" || NOT_A_NAME.test(plain) || isJobTitle(plain) || sectionName(plain)?.isExact) return null;
  const span = { start: cell.start + lead, end: cell.start + lead + plain.length };
  if (isChineseName(plain) || isInTwoScripts(plain)) return span;
  if (isInverted) return hasContact ? span : null;
  const naked = withoutAside(plain.replace(HONORIFIC, ""));
  const titleNear = isJobTitle(rest) || next.some((one) => isJobTitle(one.text));
  const capitals = naked === naked.toUpperCase();
  return ENGLISH_NAME.test(naked) && !isPlace(naked) && (hasContact || (titleNear && !capitals)) ? span : null;
}

interface TitleContext {
  readonly cells: readonly HeadCell[];
  readonly name: Fact | null;
  readonly original: string;
}

/**
 * What the person calls themselves: what stands behind the name on its line, a label, the line below the name, or, where
 * no name is told (redacted), a first line that is set apart.
 */
function readTitle(head: readonly Line[], { cells, name, original }: TitleContext): Fact | null {
  if (name) {
    const at = head.findIndex((line) => line.start <= name.span.start && name.span.end <= line.end);
    const behind = at >= 0 ? behindName(head[at], name) : null;
    if (behind) return factOf(original, behind.start, behind.end);
    const label = labelled(cells, TITLE_LABEL, original);
    if (label) return label;
    const below = head.slice(at + 1, at + 4).filter((line) => line.start > name.span.end);
    const titled = below.flatMap((line) => line.cells).find((cell) => isJobTitle(cell.text) && isHeadline(cell.text));
    if (titled) return factOf(original, titled.start, titled.end);
    const first = below[0];
    return first && first.cells.length === 1 && !first.isListed && isHeadline(first.text) ? factOf(original, first.start, first.end) : null;
  }
  const label = labelled(cells, TITLE_LABEL, original);
  const titled = cells.slice(0, 6).find((cell) => isJobTitle(cell.text) && isHeadline(cell.text));
  const first = head[0];
  if (first && (first.kind === "heading" || isCapitals(first.text)) && isHeadline(first.text) && !NOT_A_NAME.test(first.text)) return factOf(original, first.start, first.end);
  if (titled) return factOf(original, titled.start, titled.end);
  return label;
}

function behindName(line: Line | undefined, name: Fact): Cell | null {
  if (!line) return null;
  const rest = trimmed(line.text, name.span.end - line.start, line.text.length);
  if (!rest) return null;
  const cell = line.cells.find((one) => one.start >= name.span.end);
  const own = cell ?? { ...rest, start: line.start + rest.start, end: line.start + rest.end };
  if (/^[\p{Lu}.,\s]{2,20}$/u.test(own.text) && !isJobTitle(own.text)) return null; // degrees behind a name
  return isHeadline(own.text) ? own : null;
}

function isHeadline(text: string): boolean {
  if (text.length > MAX_HEADLINE_CHARS || CONTACT.test(text) || LABELLED.test(text) || isPlace(text) || COMPANY.test(text)) return false;
  if (/[.。!！]$/.test(text) || findRanges(text).length > 0) return false;
  return !sectionName(text)?.isExact;
}
