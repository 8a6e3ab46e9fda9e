/** @file Whom a recruiter means: people by name, by the code of an application whose name is hidden, or "her" after an answer about one. */
import type { Turn } from "../types";
import { namedOpening, namedPeople, titleShare } from "./named";
import type { Applicant, NamedThing, RecruitingContext } from "./types";

const PRONOUN = /\b(?:he|she|they|his|her|hers|him|their|them|this (?:person|candidate))\b|[她他]|此人|这位/i;
/** In capitals, or "up-date" would be one. @source lib/server/recruiting/codes.ts */
const CODE = /\b[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{4}\b/gu;
const MOST = 10;

/** Whose résumé the last answer quoted, when it quoted one only and the question says "she". */
export function saidOf(question: string, history: readonly Turn[], people: readonly NamedThing[]): NamedThing | null {
  const [title, ...others] = history.at(-1)?.documents ?? [];
  if (title === undefined || others.length > 0 || !PRONOUN.test(question)) return null;
  return namedPeople(title, people)[0] ?? null;
}

export interface Whom {
  readonly documents: readonly string[];
  readonly codes: readonly string[];
}

/** Null when the question names nobody. */
export function whomIn(question: string, history: readonly Turn[], { people }: RecruitingContext): Whom | null {
  const codes = [...new Set(question.match(CODE) ?? [])].slice(0, MOST);
  const named = namedPeople(question, people).slice(0, MOST);
  const meant = named.length + codes.length > 0 ? named : [saidOf(question, history, people)].filter((person) => person !== null);
  return meant.length + codes.length === 0 ? null : { documents: meant.map(({ id }) => id), codes };
}

export interface Chosen {
  /** Of one opening. */
  readonly applicants: readonly Applicant[];
  /** Several fit as well: the asker has to say which. */
  readonly openings: readonly NamedThing[];
}

/**
 * Of all that these people applied for, the opening that is meant: the one that the question names, be it that none of them
 * stands in it; else the one that its words name best, else the only one.
 */
export function chooseOpening(question: string, found: readonly Applicant[], all: readonly NamedThing[]): Chosen {
  const said = namedOpening(question, all);
  if (said) return { applicants: found.filter(({ opening }) => opening.id === said.id), openings: [] };
  const openings = [...new Map(found.map(({ opening }) => [opening.id, opening])).values()];
  const shares = openings.map((opening) => ({ opening, share: titleShare(question, opening) })).sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  const named = first && first.share > 0 && first.share > (second?.share ?? 0) ? first.opening : null;
  const only = openings.length === 1 ? openings[0] : undefined;
  const meant = named ?? only ?? null;
  return { applicants: meant ? found.filter(({ opening }) => opening.id === meant.id) : [], openings: meant ? [] : openings };
}
