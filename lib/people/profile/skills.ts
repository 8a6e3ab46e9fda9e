/**
 * @file readSkills: skills that a résumé names, each with the lines that show it. Verified: work history or a project
 * names it. Stated: only a list, a summary or a course does. Listed skills that the taxonomy does not know are kept as written.
 */
import type { Span } from "../../core/types";
import { isJobTitle } from "../job-words";
import type { Taxonomy } from "../taxonomy/types";
import { findRanges } from "./dates";
import type { Line } from "./lines";
import { trimmed } from "./lines";
import type { Section } from "./sections";
import type { ProfileSkill, SectionKind } from "./types";
import { isPlace } from "./word-cues";

/** Sections whose lines show that a skill was used. */
const SHOWS_USE = new Set<SectionKind>(["experience", "projects", "volunteering"]);
/** Nothing there is a skill: names of people and schools, contact data. */
const NO_SKILLS = new Set<SectionKind>(["personal", "references", "header"]);
const MAX_EVIDENCE = 5;
const MAX_EVIDENCE_CHARS = 240;
const MAX_LISTED_CHARS = 48;
const MAX_LISTED_WORDS = 5;

interface Found {
  readonly name: string;
  readonly canonical: string | null;
  readonly span: Span;
  readonly used: Span[];
  readonly said: Span[];
}

/**
 * @param taxonomy names skills; without it only listed ones are found
 * @param hidden   places that say who someone is (name, address); nothing in them counts
 */
export function readSkills(sections: readonly Section[], { original, taxonomy, hidden }: { original: string; taxonomy: Taxonomy | null; hidden: readonly Span[] }): ProfileSkill[] {
  const found = new Map<string, Found>();
  const note = (key: string, canonical: string | null, place: { span: Span; line: Line; used: boolean }) => {
    if (hidden.some((one) => one.start < place.span.end && one.end > place.span.start)) return;
    const name = original.slice(place.span.start, place.span.end);
    const one = found.get(key) ?? { name, canonical, span: place.span, used: [], said: [] };
    found.set(key, one);
    const evidence = evidenceOf(place.line, place.span);
    const list = place.used ? one.used : one.said;
    if (!list.some((other) => other.start === evidence.start)) list.push(evidence);
  };
  for (const section of sections) {
    if (NO_SKILLS.has(section.kind)) continue;
    const used = SHOWS_USE.has(section.kind);
    for (const line of section.lines) {
      for (const mention of taxonomy?.mentions(line.text) ?? []) {
        if (mention.skill.kind === "language" && section.kind !== "languages") continue;
        note(`skill ${mention.skill.id}`, mention.skill.id, { span: { start: line.start + mention.start, end: line.start + mention.end }, line, used });
      }
    }
  }
  for (const item of listedSkills(sections)) {
    const known = taxonomy?.normalise(item.text) ?? null;
    const covered = taxonomy !== null && taxonomy.mentions(item.text).length > 0;
    if (known === null && covered) continue;
    note(known ? `skill ${known.id}` : `name ${item.text.toLowerCase()}`, known?.id ?? null, { span: { start: item.start, end: item.end }, line: item.line, used: false });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start).map(toSkill);
}

function toSkill({ name, canonical, span, used, said }: Found): ProfileSkill {
  return { name, canonical, span, state: used.length > 0 ? "verified" : "stated", evidence: [...used, ...said].slice(0, MAX_EVIDENCE) };
}

/** The line, or of a long one the stretch around the mention that ends at punctuation or spaces. */
function evidenceOf(line: Line, at: Span): Span {
  if (line.text.length <= MAX_EVIDENCE_CHARS) return { start: line.start, end: line.end };
  const from = at.start - line.start;
  const to = at.end - line.start;
  const room = Math.max(0, MAX_EVIDENCE_CHARS - (to - from));
  let start = Math.max(0, from - Math.floor(room / 2));
  let end = Math.min(line.text.length, to + Math.floor(room / 2));
  const sentence = line.text.slice(start, from).search(/[.;。；]\s*(?=[^.;。；]*$)/);
  if (sentence >= 0) start += sentence + 1;
  else if (start > 0) start += Math.max(0, line.text.slice(start, from).search(/\s/));
  const stop = /[.;。；]/.exec(line.text.slice(to, end));
  if (stop) end = to + stop.index + 1;
  else if (end < line.text.length) end -= /\S*$/.exec(line.text.slice(to, end))?.[0].length ?? 0;
  const lead = /^\s*/.exec(line.text.slice(start))?.[0].length ?? 0;
  return { start: line.start + start + lead, end: line.start + Math.max(end, to) };
}

interface Item extends Span {
  readonly text: string;
  readonly line: Line;
}

/** Items of sections on skills that are short enough to be names: "Excel, SAP MM · forklift". */
function listedSkills(sections: readonly Section[]): Item[] {
  return sections
    .filter((section) => section.kind === "skills")
    .flatMap((section) => section.lines)
    .flatMap((line) => itemsOf(line));
}

function itemsOf(line: Line): Item[] {
  const label = /^[\p{L} &/+-]{2,28}[:：]\s*(?=\S)/u.exec(line.text)?.[0].length ?? 0;
  const items: Item[] = [];
  let from = label;
  let depth = 0;
  for (let i = label; i <= line.text.length; i++) {
    const char = line.text[i] ?? "";
    if (char === "(") depth++;
    if (char === ")") depth--;
    const cuts = i === line.text.length || (depth <= 0 && /[,，、;；|•·]/.test(char));
    if (!cuts) continue;
    const cell = trimmed(line.text, from, i);
    from = i + 1;
    if (cell && isSkillName(cell.text)) items.push({ text: cell.text, start: line.start + cell.start, end: line.start + cell.end, line });
  }
  return items;
}

function isSkillName(text: string): boolean {
  if (text.length > MAX_LISTED_CHARS || text.length < 2 || text.split(/\s+/).length > MAX_LISTED_WORDS) return false;
  if (/[.。!?:：]\s*\S|[.。]$/.test(text) && !/\.(?:net|js)\b/i.test(text)) return false;
  if (/\p{Script=Han}/u.test(text) && text.length > 14) return false;
  if (/^(?:and|or|with|the|a|an|to|in|of|for|i|my|etc|more|other|years?|good|strong|excellent)\b/i.test(text)) return false;
  return !isPlace(text) && !/^company name/i.test(text) && findRanges(text).length === 0 && !/^\d+$/.test(text) && !(isJobTitle(text) && /^\p{Lu}/u.test(text) && text.split(/\s+/).length > 2);
}
