/** @file What the recruiting tools of the assistant ask of the server: openings that the asker works on, people they may read. */
import type { CandidateCard, Citation } from "../../contracts/evidence";
import type { Comparison } from "../../contracts/recruiting-chat";
import type { Stage } from "../../contracts/recruiting-words";
import type { Language } from "../../core/types";

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

/** One point of an answer about a person; `citations` are numbered by the tool. */
export interface PersonPoint {
  readonly about: string;
  readonly state: "shown" | "near" | "none";
  /** Title, organisation and years of the posts that show it. */
  readonly posts: readonly string[];
  readonly citations: readonly Omit<Citation, "number">[];
}

export interface OpeningStandings {
  readonly opening: string;
  /** Best first; empty while names are hidden. */
  readonly candidates: readonly CandidateCard[];
  /** "K4-7QFM 71.3", for those whose names are hidden. */
  readonly hidden: readonly string[];
  /** Applications in all. */
  readonly applied: number;
}

export interface RankWhy {
  readonly opening: string;
  readonly above: string;
  readonly below: string;
  readonly points: number;
  /** Largest first; negative: speaks for the one below. */
  readonly reasons: readonly { readonly name: string; readonly points: number }[];
  readonly candidates: readonly CandidateCard[];
}

/** One application that the asker works on. */
export interface Applicant {
  readonly application: string;
  /** The code where the name is hidden. */
  readonly name: string;
  readonly opening: NamedThing;
  readonly stage: Stage;
  /** Of the résumé. */
  readonly language: Language;
  /** Shortlists of the opening. */
  readonly lists: readonly NamedThing[];
}

/** Each reading leaves its line in the audit log before it gives anything. */
export interface RecruitingPort {
  /** Null: nobody has applied, or it is not theirs to work on. */
  standings(openingId: string): Promise<OpeningStandings | null>;
  /** Why one stands above the other in an opening that both applied for; null: in none of the asker's. */
  why(first: string, second: string): Promise<RankWhy | null>;
  /** Two to four people beside each other in an opening that all applied for; null: in none of the asker's. */
  compare(documents: readonly string[]): Promise<Comparison | null>;
  about(documentId: string, question: string): Promise<readonly PersonPoint[]>;
  /** What these people applied for: by résumé only where the name is open, by code always. */
  applicants(whom: { readonly documents: readonly string[]; readonly codes: readonly string[] }): Promise<readonly Applicant[]>;
  /** Why somebody may stand on a shortlist, from the score's evidence; "" when nothing was scored. */
  reasonFor(application: string, language: Language): Promise<string>;
}

export interface RecruitingContext {
  readonly port: RecruitingPort;
  readonly openings: readonly NamedThing[];
  readonly people: readonly NamedThing[];
}
