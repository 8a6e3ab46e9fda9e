/**
 * @file Subject index: which subjects have a word, a piece of a word or a skill at all, and a few numbers of each. It
 * answers "at most how strong can this subject be?" without reading its lines. Small: no lines, no vectors are kept.
 */
import { EDUCATION_LEVELS } from "../../requirements/types";
import { namedNeeds } from "../../requirements/named-needs";
import { matchTextOf } from "../evidence";
import type { MatchSubject } from "../types";
import { coveredMonths } from "../work-months";

export interface SubjectFacts {
  readonly monthsOfWork: number | null;
  /** Most months that any set of its items can add up to. */
  readonly timedMonths: number;
  /** Rank of the highest degree; −1 for none. */
  readonly degree: number;
}

/** A growing list of ordinals, ascending. */
interface Postings {
  ordinals: Uint32Array;
  size: number;
}

export class SubjectIndex {
  private readonly byTerm = new Map<string, Postings>();
  private readonly byWord = new Map<string, Postings>();
  private readonly bySkill = new Map<string, Postings>();
  private readonly facts: SubjectFacts[] = [];

  get size(): number {
    return this.facts.length;
  }

  /** @returns the subject's ordinal: 0, 1, 2 … */
  add(subject: MatchSubject): number {
    const ordinal = this.facts.length;
    const terms = new Set<string>();
    const words = new Set<string>();
    const skills = new Set<string>();
    for (const item of subject.items) {
      const text = matchTextOf(item);
      for (const stem of text.stems) terms.add(stem);
      for (const concept of text.concepts) terms.add(concept);
      for (const word of text.lower.split(/\s+/)) words.add(word);
      for (const id of item.skills) skills.add(id);
    }
    for (const [map, keys] of [[this.byTerm, terms], [this.byWord, words], [this.bySkill, skills]] as const) for (const key of keys) push(map, key, ordinal);
    this.facts.push(factsOf(subject));
    return ordinal;
  }

  factsOf(ordinal: number): SubjectFacts {
    return this.facts[ordinal] ?? { monthsOfWork: null, timedMonths: 0, degree: -1 };
  }

  /** Calls `mark` for every subject with a term; a subject may be called more than once. */
  withTerm(term: string, mark: (ordinal: number) => void): void {
    each(this.byTerm.get(term), mark);
  }

  withSkill(id: string, mark: (ordinal: number) => void): void {
    each(this.bySkill.get(id), mark);
  }

  /** Every subject in one of whose words the piece stands. Looks through the vocabulary, not the subjects. */
  withPiece(piece: string, mark: (ordinal: number) => void): void {
    for (const [word, postings] of this.byWord) if (word.includes(piece)) each(postings, mark);
  }
}

function push(map: Map<string, Postings>, key: string, ordinal: number): void {
  const postings = map.get(key) ?? { ordinals: new Uint32Array(4), size: 0 };
  if (postings.size === postings.ordinals.length) {
    const grown = new Uint32Array(2 * postings.size);
    grown.set(postings.ordinals);
    postings.ordinals = grown;
  }
  postings.ordinals[postings.size++] = ordinal;
  map.set(key, postings);
}

function each(postings: Postings | undefined, mark: (ordinal: number) => void): void {
  if (!postings) return;
  for (let i = 0; i < postings.size; i++) mark(postings.ordinals[i] as number);
}

function factsOf({ items, monthsOfWork }: MatchSubject): SubjectFacts {
  const stated = items.reduce((sum, { statedMonths }) => sum + (statedMonths ?? 0), 0);
  const levels: readonly string[] = EDUCATION_LEVELS;
  const degrees = items.flatMap((item) => (item.kind === "job" ? [] : namedNeeds(item.canonical).flatMap(({ kind, level }) => (kind === "education" ? [levels.indexOf(level ?? "")] : []))));
  return { monthsOfWork, timedMonths: coveredMonths(items.flatMap(({ work }) => work ?? [])) + stated, degree: Math.max(-1, ...degrees) };
}
