/**
 * @file Applicable: the one place that decides, for one question, which documents may be quoted as its answer. Made from
 * the asker's record, the day and the question; the retriever asks it before ranking, as it asks the permission.
 */
import { NO_TERMS, type EmployeeFacts, type Standing } from "../../core/document-terms";
import { askedAbout, type AskedAbout } from "./asked-about";
import { fits, periodOf, profileOf, standingOf, type Period, type TermsById } from "./standing";

/** What the server knows when somebody asks. Left out of a request: every document holds for everyone. */
export interface Applicability {
  readonly asker: EmployeeFacts;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Terms by document, of exactly those that the asker may read: others must decide nothing. */
  readonly terms: TermsById;
  readonly titleOf?: (documentId: string) => string | undefined;
}

/**
 * applies: may be quoted as the answer · history: held at the time asked about, and has ended · elsewhere: holds for other
 * people, has ended, or is announced; looked at only to say so.
 */
export type Among = "applies" | "history" | "elsewhere";

export interface Applicable {
  readonly about: AskedAbout | null;
  admits(among: Among, documentId: string): boolean;
  /** Some document that may be read is of this sort. */
  hasAny(among: Among): boolean;
  /** Null where there is nothing to say. */
  standingOf(documentId: string): Standing | null;
  /** Two documents may hold for the same person: otherwise different figures are no disagreement. */
  mayOverlap(first: string, second: string): boolean;
}

/** Everything applies, nothing is said. */
export const ALL_APPLY: Applicable = { about: null, admits: (among) => among === "applies", hasAny: (among) => among === "applies", standingOf: () => null, mayOverlap: () => true };

/** @param question as understood, follow-ups made whole */
export function applicableTo(question: string, applicability: Applicability | undefined): Applicable {
  if (applicability === undefined || applicability.terms.size === 0) return ALL_APPLY;
  const { asker, today, terms, titleOf } = applicability;
  const about = askedAbout(question, { own: profileOf(asker), terms, today });
  const { profile, isAsker, past } = about;
  const memo = new Map<string, Standing | null>();
  const standing = (id: string): Standing | null => {
    const known = memo.get(id);
    if (known !== undefined) return known;
    const found = standingOf(id, { terms, profile, isAsker, day: today, ...(titleOf ? { titleOf } : {}) });
    memo.set(id, found);
    return found;
  };
  const isFit = (id: string) => fits(terms.get(id) ?? NO_TERMS, profile);
  const admits = (among: Among, id: string): boolean => {
    const state = standing(id)?.state ?? "applies";
    if (among === "applies") return state === "applies";
    const period = periodOf(id, terms, profile);
    // What has a successor is history alone: beside the point where the successor says nothing.
    if (state === "ended") return isFit(id) && (among === "elsewhere" ? period.successor === null : past !== null && meet(period, past));
    return among === "elsewhere" && (state === "others" || (state === "coming" && isFit(id)));
  };
  // A document without terms of its own may be named as superseded.
  const touched = new Set([...terms.keys(), ...[...terms.values()].flatMap(({ supersedes }) => supersedes ?? [])]);
  return {
    about,
    admits,
    hasAny: (among) => among === "applies" || [...touched].some((id) => admits(among, id)),
    standingOf: standing,
    mayOverlap: (first, second) => overlap(terms, first, second),
  };
}

/** Both periods have a day in common; a period whose end is not told has ended some time. */
function meet(a: Period, b: Period): boolean {
  return !(a.until !== null && b.from !== null && a.until < b.from) && !(a.from !== null && b.until !== null && a.from > b.until);
}

function overlap(terms: TermsById, first: string, second: string): boolean {
  const [a, b] = [terms.get(first) ?? NO_TERMS, terms.get(second) ?? NO_TERMS];
  const share = (left: readonly string[], right: readonly string[]) => left.length === 0 || right.length === 0 || left.some((name) => right.some((other) => other.toLowerCase() === name.toLowerCase()));
  return share(a.sites, b.sites) && share(a.contracts, b.contracts) && share(a.audience, b.audience) && share(a.languages, b.languages);
}
