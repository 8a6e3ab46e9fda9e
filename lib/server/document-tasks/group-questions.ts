/**
 * @file Questions → groups of close ones, of which nothing is told that a single person alone said. Pure. A group is shown
 * when enough people asked, or somebody sent it to HR; its wording when as many used it, else only the words they share.
 */
import { detectLanguage } from "../../core/language";
import type { Language } from "../../core/types";
import { isQuestionWord } from "../../knowledge/lexical/question-words";
import { tokenize } from "../../knowledge/lexical/tokenize";

export interface AskedItem {
  readonly userId: string;
  /** Follow-ups made whole. */
  readonly text: string;
  /** As it was sent to HR; null when it was not. */
  readonly sentAs: string | null;
  /** Unit vector. */
  readonly vector: Float32Array;
  readonly atMs: number;
}

export interface QuestionGroup {
  readonly question: string | null;
  readonly words: readonly string[];
  readonly people: number;
  readonly times: number;
  readonly sentToHr: boolean;
  readonly language: Language;
  readonly lastMs: number;
  /** For looking up the nearest documents; never shown. */
  readonly texts: readonly string[];
}

/** People that a group needs, unless one of them sent it to HR. */
export const MIN_PEOPLE = 2;
/** Cosine from which two questions are close when they share a word; the encoder of models/base puts paraphrases of one fact at .7–.9. */
const CLOSE = 0.7;
/** Share of the shorter question's words that two questions have in common, from which they are close whatever the cosine; one word alone needs more. */
const SAME_WORDS = 0.5;
const SAME_SINGLE_WORD = 0.75;
const MAX_WORDS = 6;

interface Prepared extends AskedItem {
  readonly terms: ReadonlyMap<string, string>;
}

/** @returns groups that may be shown, most people first, then latest */
export function groupQuestions(items: readonly AskedItem[]): QuestionGroup[] {
  const groups: Prepared[][] = [];
  for (const item of items) {
    const prepared = { ...item, terms: contentTerms(item.text) };
    // Close to every member: a chain of small steps must not join strangers.
    const home = groups.find((group) => group[0]?.vector.length === item.vector.length && group.every((member) => areClose(member, prepared)));
    if (home) home.push(prepared);
    else groups.push([prepared]);
  }
  return groups
    .map(summarise)
    .filter((group) => (group.people >= MIN_PEOPLE || group.sentToHr) && (group.question !== null || group.words.length > 0))
    .sort((a, b) => b.people - a.people || b.lastMs - a.lastMs);
}

function areClose(a: Prepared, b: Prepared): boolean {
  const [shorter, longer] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  const common = [...shorter.keys()].filter((term) => longer.has(term)).length;
  if (shorter.size > 0 && common / shorter.size >= (common > 1 ? SAME_WORDS : SAME_SINGLE_WORD)) return true;
  return common > 0 && dot(a.vector, b.vector) >= CLOSE;
}

/** Term → the word as it was typed; words that say nothing, numbers, and what hangs on them ("10th") are left out. */
function contentTerms(text: string): Map<string, string> {
  const tokens = tokenize(text).filter(({ kind, surface }) => ((kind === "word" && surface.length > 2) || kind === "han-word") && !isQuestionWord(surface));
  return new Map(tokens.map(({ term, surface }) => [term, surface]));
}

function summarise(group: readonly Prepared[]): QuestionGroup {
  const people = new Set(group.map(({ userId }) => userId));
  const sent = group.find(({ sentAs }) => sentAs !== null)?.sentAs ?? null;
  const question = sent ?? sharedWording(group);
  return {
    question,
    words: sharedWords(group),
    people: people.size,
    times: group.length,
    sentToHr: sent !== null,
    language: detectLanguage(group[0]?.text ?? ""),
    lastMs: Math.max(...group.map(({ atMs }) => atMs)),
    texts: group.map(({ text }) => text),
  };
}

const bare = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();

/** A wording that enough people used, whatever its punctuation. */
function sharedWording(group: readonly Prepared[]): string | null {
  const users = new Map<string, Set<string>>();
  for (const { text, userId } of group) users.set(bare(text), (users.get(bare(text)) ?? new Set()).add(userId));
  const [common] = [...users].filter(([, who]) => who.size >= MIN_PEOPLE).sort(([, a], [, b]) => b.size - a.size);
  return common ? (group.find(({ text }) => bare(text) === common[0])?.text ?? null) : null;
}

/** Words that enough people used in some form, commonest first; the form shown is one that they share, or the shortest. */
function sharedWords(group: readonly Prepared[]): string[] {
  const users = new Map<string, { who: Set<string>; forms: string[] }>();
  for (const { terms, userId } of group) {
    for (const [term, form] of terms) {
      const known = users.get(term) ?? { who: new Set<string>(), forms: [] };
      known.who.add(userId);
      known.forms.push(form);
      users.set(term, known);
    }
  }
  return [...users.values()]
    .filter(({ who }) => who.size >= MIN_PEOPLE)
    .sort((a, b) => b.who.size - a.who.size)
    .slice(0, MAX_WORDS)
    .map(({ forms }) => forms.find((form, i) => forms.indexOf(form) !== i) ?? [...forms].sort((a, b) => a.length - b.length)[0] ?? "");
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
