/**
 * @file Words → the occupation they name: one; several where they name only a kind ("manager"), to be asked which; or none,
 * with the nearest by their letters and words. Nothing is guessed: the nearest are offered, never taken.
 */
import { foldOccupation, formsOf } from "./occupation-names";
import type { KnownOccupation } from "./read-occupations";

export type OccupationAnswer =
  | { readonly kind: "one"; readonly occupation: KnownOccupation }
  /** Table order; at least two. */
  | { readonly kind: "several"; readonly occupations: readonly KnownOccupation[] }
  /** At most four, nearest first; may be empty. */
  | { readonly kind: "none"; readonly nearest: readonly KnownOccupation[] };

export interface OccupationIndex {
  readonly all: readonly KnownOccupation[];
  byId(id: string): KnownOccupation | null;
  /** @param name a name by itself, in any case and number: "Senior data scientists" */
  find(name: string): OccupationAnswer;
  /** The occupation that exactly bears this name, without grades and articles; null: none, or several. */
  named(name: string): KnownOccupation | null;
}

/** Longer words are a sentence, not a name. */
const LONGEST_NAME = 60;
const NEAREST = 4;
/** So many whose first name says it are choice enough; else other names count as well. */
const ENOUGH = 5;
/** Share of letter pairs, or of words, that must be the same. */
const NEAR = { letters: 0.6, words: 0.4 } as const;

interface Named {
  readonly occupation: KnownOccupation;
  readonly folded: string;
}

const made = new WeakMap<readonly KnownOccupation[], OccupationIndex>();

/** One index per table. */
export function occupationIndex(all: readonly KnownOccupation[]): OccupationIndex {
  const known = made.get(all);
  if (known) return known;
  const names: Named[] = all.flatMap((occupation) => [...new Set([...occupation.en, ...occupation.zh].map(foldOccupation))].map((folded) => ({ occupation, folded })));
  const exact = new Map<string, KnownOccupation>();
  for (const { occupation, folded } of names) if (!exact.has(folded)) exact.set(folded, occupation);
  const byId = new Map(all.map((occupation) => [occupation.id, occupation]));
  const named = (name: string) => (name.length > LONGEST_NAME ? null : (formsOf(name).flatMap((form) => exact.get(form) ?? [])[0] ?? null));
  const index: OccupationIndex = { all, byId: (id) => byId.get(id) ?? null, named, find: (name) => answer(name, { names, named }) };
  made.set(all, index);
  return index;
}

function answer(name: string, { names, named }: { readonly names: readonly Named[]; readonly named: OccupationIndex["named"] }): OccupationAnswer {
  const whole = named(name);
  if (whole) return { kind: "one", occupation: whole };
  if (name.length > LONGEST_NAME) return { kind: "none", nearest: [] };
  const forms = formsOf(name);
  for (const form of forms) {
    const all = names.filter(({ folded }) => isKindOf(folded, form));
    const canonical = once(all.filter(({ occupation: { title }, folded }) => [title.en, title.zh].some((each) => foldOccupation(each) === folded)));
    const found = canonical.length >= ENOUGH ? canonical : once(all);
    if (found.length > 1) return { kind: "several", occupations: found };
    if (canonical[0]) return { kind: "one", occupation: canonical[0] };
  }
  return { kind: "none", nearest: nearestTo(forms.at(-1) ?? name, names) };
}

const once = (names: readonly Named[]): KnownOccupation[] => [...new Set(names.map(({ occupation }) => occupation))];

/** "manager" is the kind of "sales manager", 工程师 that of 机械工程师: the last word of English names, the end of Chinese ones. */
function isKindOf(name: string, asked: string): boolean {
  if (/\p{Script=Han}/u.test(asked)) return asked.length >= 2 && name.length > asked.length && name.endsWith(asked);
  return asked.length > 2 && name.endsWith(` ${asked}`) && !/ (?:of|in|for) /.test(name);
}

function nearestTo(asked: string, names: readonly Named[]): KnownOccupation[] {
  const scored = names.map(({ occupation, folded }) => ({ occupation, score: likeness(asked, folded) })).filter(({ score }) => score > 0);
  return [...new Set(scored.sort((a, b) => b.score - a.score).map(({ occupation }) => occupation))].slice(0, NEAREST);
}

/** 0 where neither letters nor words are near; words count more than letters. */
function likeness(a: string, b: string): number {
  const [letters, words] = [dice(pairsOf(a), pairsOf(b)), dice(wordsOf(a), wordsOf(b))];
  return letters >= NEAR.letters || words >= NEAR.words ? letters + words : 0;
}

/** @source Dice 1945 */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((each) => other.has(each)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

const SMALL = new Set(["of", "in", "for", "and", "the", "a", "to", "de"]);
/** Chinese has no gaps: its pairs of characters stand for words. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(/\p{Script=Han}/u.test(text) ? pairsOf(text) : text.split(" ").filter((word) => !SMALL.has(word)));
const pairsOf = (text: string): ReadonlySet<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
