/**
 * @file What the Chinese tagger adds to what the rules read. In running text ("2008年1月至今任蓝色光标总经理。") its spans are
 * employer and title, because the rules see only one run of characters. In lists and tables, where it was not trained, it
 * fills what the rules left empty and overrules nothing. Every value is a stretch of the text.
 */
import type { TaggedSpan } from "../tag/types";
import { levelOf } from "./education-entries";
import type { Line } from "./lines";
import type { EducationEntry, ExperienceEntry, Fact, Span } from "./types";
import { namesSchool } from "./word-cues";

/** Spans that the tagger is less sure of are not used. */
const LEAST_CONFIDENCE = 0.5;
/** An entry's head; what stands further on is its description. */
const MAX_HEAD_CHARS = 160;
/** Verbs of holding a post, which stand in sentences only. */
const PROSE = /任职|就职|供职|(?<![主责信])任(?![务命期教何意免聘])|[\d年月日今]为(?=\p{Script=Han})|[起月年今]在.{2,40}(?:工作|从事|学习)|(?:进入|加入|调入).{2,40}[，,。；;]|^[^|\n]{12,}。\s*(?:\n|$)/u;

export interface Tagged {
  readonly spans: readonly TaggedSpan[];
  /** The document's text: values are cut from it. */
  readonly original: string;
}

/** Employer and title of one entry. */
export function withTaggedHead(entry: ExperienceEntry, tagged: Tagged): ExperienceEntry {
  const end = Math.min(entry.description?.span.start ?? entry.span.end, entry.span.start + MAX_HEAD_CHARS);
  const head = { start: entry.span.start, end };
  const dates = [entry.start, entry.end].flatMap((date) => (date ? [date.span] : []));
  if (PROSE.test(tagged.original.slice(head.start, head.end))) {
    const from = { start: Math.max(head.start, ...dates.filter((span) => span.end <= head.end).map((span) => span.end)), end };
    const [title, organisation] = [found("TITLE", from, dates, tagged), found("ORG", from, dates, tagged)];
    if (title || organisation) return { ...entry, title, organisation };
  }
  const taken = [...dates, ...[entry.title, entry.organisation, entry.location].flatMap((fact) => (fact ? [fact.span] : []))];
  return { ...entry, title: entry.title ?? found("TITLE", head, taken, tagged), organisation: entry.organisation ?? found("ORG", head, taken, tagged) };
}

/** Degree, field and school where the rules found none. */
export function withTaggedStudy(entry: EducationEntry, tagged: Tagged): EducationEntry {
  const taken = [entry.degree, entry.field, entry.institution, entry.start, entry.end].flatMap((fact) => (fact ? [fact.span] : []));
  const first = (label: TaggedSpan["label"]): Fact | null => found(label, entry.span, taken, tagged);
  const degree = entry.degree ?? first("EDU");
  return { ...entry, degree, level: entry.level ?? (degree ? levelOf(degree.value) : null), field: entry.field ?? first("PRO"), institution: entry.institution ?? first("ORG") };
}

/** Studies of a text that has no section on them: one for each line that names a degree. */
export function taggedStudies(lines: readonly Line[], tagged: Tagged): EducationEntry[] {
  return lines.flatMap((line): EducationEntry[] => {
    const degree = found("EDU", line, [], tagged);
    if (!degree) return [];
    const field = found("PRO", line, [degree.span], tagged);
    const school = within("ORG", line, tagged).find((fact) => namesSchool(fact.value)) ?? null;
    const spans = [degree, field, school].flatMap((fact) => (fact ? [fact.span] : []));
    return [{ degree, level: levelOf(degree.value), field, institution: school, start: null, end: null, span: { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) } }];
  });
}

/** The person's name, where the first lines of a text name one. */
export function taggedName(tagged: Tagged, end: number): Fact | null {
  return found("NAME", { start: 0, end }, [], tagged);
}

/** The first such span that touches nothing of `taken`. */
function found(label: TaggedSpan["label"], place: Span, taken: readonly Span[], tagged: Tagged): Fact | null {
  return within(label, place, tagged).find(({ span }) => !taken.some((other) => other.start < span.end && other.end > span.start)) ?? null;
}

function within(label: TaggedSpan["label"], place: Span, { spans, original }: Tagged): Fact[] {
  return spans
    .filter((one) => one.label === label && one.confidence >= LEAST_CONFIDENCE && one.start >= place.start && one.end <= place.end)
    .map(({ start, end }) => ({ value: original.slice(start, end), span: { start, end } }));
}
