/**
 * @file How a document stands to a person on a day: its scope against what is known of them, its validity, and the
 * documents that take its place. Pure. What the person may not read is not among `terms`, so that it decides nothing.
 */
import { addDays, type DocumentTerms, type EmployeeFacts, type Standing } from "../../core/document-terms";
import type { Language } from "../../core/types";

/** The people an answer is for: what is known of the asker, or what the question names. Null: anyone. */
export interface Profile {
  readonly sites: readonly string[] | null;
  readonly contracts: readonly string[] | null;
  readonly groups: readonly string[] | null;
  readonly languages: readonly Language[] | null;
}

/** The asker themselves. */
export function profileOf({ site, contract, groups, language }: EmployeeFacts): Profile {
  return { sites: site === null ? null : [site], contracts: contract === null ? null : [contract], groups, languages: language === null ? null : [language] };
}

/** First and last day on which a document holds, both included; null: open. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

export type TermsById = ReadonlyMap<string, DocumentTerms>;

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();
const meets = (wanted: readonly string[], is: readonly string[] | null): boolean => wanted.length === 0 || is === null || wanted.some((name) => is.some(same(name)));

/** True when each list that the document names holds something of the profile; what is not known of them is not held against them. */
export function fits(terms: DocumentTerms, profile: Profile): boolean {
  return meets(terms.sites, profile.sites) && meets(terms.contracts, profile.contracts) && meets(terms.audience, profile.groups) && meets(terms.languages, profile.languages);
}

/** What the document names and the profile is; all that it names where nothing is known. */
export function namedFor(terms: DocumentTerms, profile: Profile): string[] {
  const common = (wanted: readonly string[], is: readonly string[] | null) => (is === null ? wanted : wanted.filter((name) => is.some(same(name))));
  return [...common(terms.sites, profile.sites), ...common(terms.contracts, profile.contracts), ...common(terms.audience, profile.groups), ...common(terms.languages, profile.languages)];
}

/** Everything that the document names. */
export function scopeNames(terms: DocumentTerms): string[] {
  return [...terms.sites, ...terms.contracts, ...terms.audience, ...terms.languages];
}

/**
 * When a document holds for a profile. A successor that fits the profile ends it: on the day before the successor begins,
 * or, where that day is not told, from ever (`until` is then null and `isReplaced` true).
 */
export function periodOf(id: string, terms: TermsById, profile: Profile): Period & { readonly isReplaced: boolean; readonly successor: string | null } {
  const own = terms.get(id);
  let until = own?.validUntil ?? null;
  let isReplaced = false;
  let successor: string | null = null;
  for (const [other, next] of terms) {
    if (next.supersedes !== id || other === id || !fits(next, profile)) continue;
    if (next.validFrom === null) isReplaced = true;
    else if (until === null || addDays(next.validFrom, -1) < until) until = addDays(next.validFrom, -1);
    successor ??= other;
  }
  return { from: own?.validFrom ?? null, until, isReplaced, successor };
}

export interface StandingQuestion {
  readonly terms: TermsById;
  readonly profile: Profile;
  /** The profile is the asker's own record. */
  readonly isAsker: boolean;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Title of a document, for "a later version is announced". */
  readonly titleOf?: (id: string) => string | undefined;
}

/**
 * @returns null for a document without terms, and not superseded: it holds for everyone, and there is nothing to say.
 *   "ended" comes before "others": an old rule of other people concerns nobody.
 */
export function standingOf(id: string, { terms, profile, isAsker, day, titleOf }: StandingQuestion): Standing | null {
  const own = terms.get(id);
  const period = periodOf(id, terms, profile);
  if (!own && period.successor === null) return null;
  const isFit = own === undefined || fits(own, profile);
  const isOver = period.isReplaced || (period.until !== null && period.until < day);
  const isComing = period.from !== null && period.from > day;
  const state = isOver ? "ended" : isComing ? "coming" : isFit ? "applies" : "others";
  const names = own === undefined ? [] : state === "applies" ? namedFor(own, profile) : scopeNames(own);
  const named = { state, from: period.from, until: period.isReplaced ? null : period.until, for: names, you: isAsker && (state === "applies" || state === "others") } as const;
  const next = state === "applies" ? announced(period.successor, { terms, titleOf }) : undefined;
  if (state === "applies" && names.length === 0 && named.from === null && named.until === null) return null;
  return next ? { ...named, next } : named;
}

function announced(successor: string | null, { terms, titleOf }: Pick<StandingQuestion, "terms" | "titleOf">): Standing["next"] {
  const from = successor === null ? null : (terms.get(successor)?.validFrom ?? null);
  const title = successor === null ? undefined : titleOf?.(successor);
  return from === null || title === undefined ? undefined : { title, from };
}
