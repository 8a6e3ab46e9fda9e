/**
 * @file readSubject: a résumé as extracted → what the matcher sees: items of evidence without identity, in an order that
 * does not depend on how the résumé is laid out. Pure; the same content gives the same items in any format.
 */
import { sha256 } from "../../core/hash";
import { canonicalJson } from "../../core/canonical-json";
import type { Span } from "../../core/types";
import { splitSentences } from "../../knowledge/chunk/sentences";
import type { ExtractedDocument } from "../../knowledge/types";
import { isJobTitle } from "../job-words";
import { findRanges, fromIsoMonth } from "../profile/dates";
import { toLines, type Line } from "../profile/lines";
import { sectionsOf, type Section } from "../profile/sections";
import type { SectionKind } from "../profile/types";
import type { Taxonomy } from "../taxonomy/types";
import { LANGUAGES } from "../terms/aliases";
import { isFieldLine, isIdentityLine } from "../terms/identity-lines";
import { levelIn } from "../terms/language-level";
import { takeYears } from "../terms/take-years";
import { namedIn } from "../terms/term-table";
import { canonicalText, neutralText, type Identity } from "./neutral-text";
import { readPosts, type Post } from "./posts";
import type { EvidenceItem, EvidenceKind, EvidenceQuote, MatchSubject } from "./types";
import { coveredMonths } from "./work-months";

export interface ReadSubjectOptions {
  readonly taxonomy: Taxonomy;
  readonly identity: Identity;
  /** Stretches that say who the person is (contact data, personal facts); nothing that they touch is evidence. */
  readonly masked?: readonly Span[];
  /** Month for "present", ISO `YYYY-MM`. */
  readonly asOf: string;
}

/** Nothing in these is evidence of what someone can do; interests and referees tell more about who they are. */
const LEFT_OUT: ReadonlySet<SectionKind> = new Set(["personal", "references", "interests", "objective"]);
const WORK: ReadonlySet<SectionKind> = new Set(["experience", "projects", "volunteering"]);
const KIND: Partial<Record<SectionKind, EvidenceKind>> = { skills: "skill", education: "education", languages: "language", certifications: "certificate", training: "certificate" };
/** A header's line of so many words is a sentence about work, not an address. */
const SENTENCE_WORDS = 8;
const SENTENCE_HAN = 16;
/** "mother tongue", "B1, exam in May" */
const MAX_LEVEL_CHARS = 32;
const MAX_STUDY_CHARS = 100;
const MAX_CHINESE_TITLE = 12;
/** "Siemens Energy AG", "苏州澜港自动化有限公司": a name, up to its legal form. */
const COMPANY = /(?<![\p{Script=Han}])[\p{Script=Han}（）()]{2,20}(?:有限责任公司|有限公司|股份公司|公司(?!\p{Script=Han}))|(?:\p{Lu}[\p{L}\d'’.-]*\s+(?:(?:&|and|of)\s+)?){1,5}(?:Ltd|Limited|GmbH|Inc|LLC|LLP|plc|PLC|AG|B\.?V|Corp)\b\.?/gu;
const MAX_ITEM_CHARS = 600;
/** A document is not read beyond so many items: a résumé has some hundred. */
const MAX_ITEMS = 1500;

type Draft = Omit<EvidenceItem, "canonical" | "skills">;

export function readSubject(document: ExtractedDocument, options: ReadSubjectOptions): MatchSubject {
  const { identity, asOf, masked = [] } = options;
  const nowMonth = fromIsoMonth(asOf);
  const isMasked = (span: Span): boolean => masked.some((one) => span.start < one.end && one.start < span.end);
  const sections = sectionsOf(toLines(document));
  const isBare = sections.length === 1;
  const drafts = sections.flatMap((section) => {
    if (LEFT_OUT.has(section.kind)) return [];
    const lines = (section.kind === "header" ? section.lines.flatMap(cellsOf) : section.kind === "languages" ? withLevels(section.lines) : section.lines).filter((line) => !isMasked(line) && !(section.kind === "header" ? isIdentityLine : isFieldLine)(line.text, identity) && (section.kind !== "header" || isBare || isTelling(line)));
    return WORK.has(section.kind) || isBare ? workDrafts(lines, document, nowMonth) : plainDrafts(section, lines, document);
  });
  const items = canonicalOrder(drafts.slice(0, MAX_ITEMS).flatMap((draft) => asItem(draft, options)));
  const total = monthsOfWork(items, document.text);
  return { items, ...total, asOf, fingerprint: fingerprintOf(items, total.monthsOfWork) };
}

/** "Jan Smit | Automation engineer": name and title are told apart by their cells. */
function cellsOf(line: Line): readonly Line[] {
  return line.cells.length < 2 ? [line] : line.cells.map((cell) => ({ ...line, text: cell.text, start: cell.start, end: cell.end, cells: [cell] }));
}

/** "English" above "C1", as narrow columns set them: one line. */
function withLevels(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const isLevel = line.text.length <= MAX_LEVEL_CHARS && levelIn(line.text) !== null && !namesLanguage(line.text);
    if (above && isLevel && namesLanguage(above.text) && levelIn(above.text) === null && above.cells.length === 1) {
      const cell = { text: `${above.text} ${line.text}`, start: above.start, end: line.end };
      joined[joined.length - 1] = { ...above, ...cell, cells: [cell] };
    } else joined.push(line);
  }
  return joined;
}

function namesLanguage(text: string): boolean {
  return namedIn(text, LANGUAGES).length > 0;
}

/** Of the header only a job title or a whole sentence: what else stands there says who someone is and where they live. */
function isTelling({ text }: Line): boolean {
  if (isJobTitle(text)) return true;
  return /\p{Script=Han}/u.test(text) ? text.length >= SENTENCE_HAN && /[，。；]/.test(text) : text.split(/\s+/).length >= SENTENCE_WORDS;
}

function workDrafts(lines: readonly Line[], document: ExtractedDocument, nowMonth: number): Draft[] {
  return readPosts(lines, nowMonth).flatMap((post) => [
    ...(post.head ? [headDraft(post, post.head, document.text)] : []),
    ...post.lines.flatMap((line) => sentences(line, document.text).map((quote): Draft => ({ ...quote, kind: "line", work: post.work, statedMonths: null, isWork: true }))),
  ]);
}

function headDraft(post: Post, head: Span, text: string): Draft {
  return { ...quoteOf(head, text), kind: "job", work: post.work, statedMonths: post.work ? null : post.statedMonths, isWork: true };
}

function plainDrafts(section: Section, lines: readonly Line[], document: ExtractedDocument): Draft[] {
  const kind = KIND[section.kind] ?? "line";
  if (section.kind === "education") return studies(lines).flatMap((study) => (study.length === 1 ? lineDrafts(study, kind, document) : [asDraft(quoteOf({ start: study[0]?.start ?? 0, end: study.at(-1)?.end ?? 0 }, document.text), kind)]));
  return lineDrafts(lines, kind, document);
}

/** A study set on two lines (subject and dates, then school and degree) is one thing to compare; points of a list stay by themselves. */
function studies(lines: readonly Line[]): (readonly Line[])[] {
  const found: Line[][] = [];
  const isShort = (line: Line): boolean => !line.isListed && line.text.length <= MAX_STUDY_CHARS && !/[.。;；]$/.test(line.text);
  const isDated = (line: Line): boolean => findRanges(line.text).length > 0;
  for (const line of lines) {
    const open = found.at(-1);
    const above = open?.[0];
    const belongs = above !== undefined && (isDated(above) ? !isDated(line) && line.kind !== "heading" : above.kind === "heading" && isDated(line));
    if (open?.length === 1 && above && belongs && isShort(above) && isShort(line)) open.push(line);
    else found.push([line]);
  }
  return found;
}

function asDraft(quote: EvidenceQuote, kind: EvidenceKind): Draft {
  return { ...quote, kind, work: null, statedMonths: null, isWork: false };
}

function lineDrafts(lines: readonly Line[], kind: EvidenceKind, document: ExtractedDocument): Draft[] {
  return lines.flatMap((line) => {
    const spans = kind === "skill" || kind === "language" ? listed(line, document.text) : sentences(line, document.text);
    return spans.map((quote) => asDraft(quote, kind === "line" && isJobTitle(line.text) ? "job" : kind));
  });
}

function sentences(line: Line, text: string): EvidenceQuote[] {
  return splitSentences(text, line).flatMap((span) => (span.end - span.start <= MAX_ITEM_CHARS ? [quoteOf(span, text)] : chopped(span).map((one) => quoteOf(one, text))));
}

/** A run of text without an end of sentence, in pieces that a reader can take in. */
function chopped({ start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let at = start; at < end; at += MAX_ITEM_CHARS) pieces.push({ start: at, end: Math.min(end, at + MAX_ITEM_CHARS) });
  return pieces;
}

/** The entries of a list of skills: cells, and what commas divide outside of brackets; a sentence stays whole. */
function listed(line: Line, text: string): EvidenceQuote[] {
  return line.cells.flatMap((cell) => {
    const raw = text.slice(cell.start, cell.end);
    const masked = raw.replace(/[(（][^)）]*[)）]/g, (inner) => "x".repeat(inner.length));
    const found: EvidenceQuote[] = [];
    for (const match of masked.matchAll(/[^,;，；、]+/g)) {
      const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
      const start = cell.start + match.index + lead;
      const end = start + match[0].trim().length;
      if (end > start) found.push(quoteOf({ start, end }, text));
    }
    const isList = found.length > 0 && found.every((one) => one.text.split(/\s+/).length <= 6 && one.text.length <= 60);
    return isList ? found : sentences({ ...line, start: cell.start, end: cell.end }, text);
  });
}

function quoteOf({ start, end }: Span, text: string): EvidenceQuote {
  return { text: text.slice(start, end), start, end };
}

function asItem(draft: Draft, { identity: who, taxonomy }: ReadSubjectOptions): EvidenceItem[] {
  const identity = isListedByName(draft, taxonomy) ? { name: null } : who;
  const bare = neutralText(draft.isWork ? withoutCompanies(draft.text) : draft.text, identity);
  // A post that nothing but its employer names: its time counts.
  const neutral = draft.kind === "job" && !/\p{L}{2}/u.test(bare) ? neutralText(draft.text, identity) : bare;
  const canonical = canonicalText(neutral);
  if (!/[\p{L}]/u.test(canonical) || (canonical.length < 2 && !/^[cr]$/.test(canonical))) return [];
  return [{ ...draft, canonical, skills: [...new Set(taxonomy.mentions(neutral).map(({ skill }) => skill.id))].sort() }];
}

/** An entry of a list that is a skill's or a language's name is that, also where a person is called so ("Julia", "German"). */
function isListedByName({ kind, text }: Draft, taxonomy: Taxonomy): boolean {
  return (kind === "skill" && taxonomy.normalise(text) !== null) || (kind === "language" && namesLanguage(text));
}

/**
 * Who somebody worked for is not what they did, and layouts set it beside the title or apart from it: names with a legal form
 * are taken out.
 */
function withoutCompanies(text: string): string {
  return text.replace(COMPANY, (name) => `${titleAt(name)} `);
}

/** "调试主管苏州澜港自动化有限公司": the title that a run of characters begins with; empty where it begins with none. */
function titleAt(name: string): string {
  if (!/^\p{Script=Han}/u.test(name)) return "";
  for (let end = Math.min(name.length - 4, MAX_CHINESE_TITLE); end > 1; end--) if (isJobTitle(name.slice(0, end))) return name.slice(0, end);
  return "";
}

/** By kind, canonical text and time; of equal ones the first in the text is kept, to be quoted. */
function canonicalOrder(items: readonly EvidenceItem[]): EvidenceItem[] {
  const key = ({ kind, canonical, work, statedMonths, isWork }: EvidenceItem): string => `${kind}\n${canonical}\n${isWork}\n${work?.from ?? ""}\n${work?.to ?? ""}\n${statedMonths ?? ""}`;
  const keyed = items.map((item) => ({ item, key: key(item) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.item.start - b.item.start));
  return keyed.filter((one, i) => one.key !== keyed[i - 1]?.key).map(({ item }) => item);
}

/** Dated work where there is any, else the most that one line states. */
function monthsOfWork(items: readonly EvidenceItem[], text: string): Pick<MatchSubject, "monthsOfWork" | "monthsQuote"> {
  const dated = items.filter((item) => item.kind === "job" && item.work !== null).sort((a, b) => (a.work?.from ?? 0) - (b.work?.from ?? 0));
  const first = dated[0];
  if (first) return { monthsOfWork: coveredMonths(dated.flatMap(({ work }) => work ?? [])), monthsQuote: quoteOf(first, text) };
  const stated = items
    .flatMap((item) => (/experience|career|profession|worked|经验|工作|从业/i.test(item.text) ? takeYears(item.text).years.map(({ min }) => ({ months: Math.round(12 * (min ?? 0)), item })) : []))
    .filter(({ months }) => months > 0)
    .sort((a, b) => b.months - a.months)[0];
  return stated ? { monthsOfWork: stated.months, monthsQuote: quoteOf(stated.item, text) } : { monthsOfWork: null, monthsQuote: null };
}

function fingerprintOf(items: readonly EvidenceItem[], months: number | null): string {
  const content = items.map(({ kind, canonical, work, statedMonths, isWork, skills }) => ({ kind, canonical, work: work && { from: work.from, to: work.to }, statedMonths, isWork, skills }));
  return sha256(canonicalJson({ items: content, months }));
}
