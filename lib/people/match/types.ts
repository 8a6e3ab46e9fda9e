/**
 * @file Match: the shapes of a scorecard and of what it is made from. A scorecard is a pure function of the identity-free
 * subject, the requirements, the ruleset and the versions named in it: equal inputs give equal bytes.
 */
import type { Requirement, RequirementKind } from "../requirements/types";

/** A stretch of the candidate's text, UTF-16 units, end exclusive; `text` is that slice. */
export interface EvidenceQuote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `job`: a post's head line. `line`: a sentence or bullet. The others: an entry of that section. */
export type EvidenceKind = "skill" | "job" | "line" | "education" | "language" | "certificate";

/** A time of work: 12 · year + month, `to` exclusive. Only its length and overlaps ever count. */
export interface WorkRange {
  readonly from: number;
  readonly to: number;
}

/** One line, bullet, post or skill of a résumé, without anything about who the person is. */
export interface EvidenceItem extends EvidenceQuote {
  readonly kind: EvidenceKind;
  /** What is matched and embedded: `text` without identity, dates and gendered words, folded (neutral-text.ts). */
  readonly canonical: string;
  /** Skill ids of the taxonomy that the item names, sorted. */
  readonly skills: readonly string[];
  /** The post that it belongs to; null outside of dated work. */
  readonly work: WorkRange | null;
  /** Kind job without dates: months that it states ("3 years as …"); else null. */
  readonly statedMonths: number | null;
  /** It stands in work history or projects: what it shows is backed by work. */
  readonly isWork: boolean;
}

/** A person as the matcher sees them. Items in canonical order (kind, canonical text, time): sections may stand anyhow. */
export interface MatchSubject {
  readonly items: readonly EvidenceItem[];
  /** Months of work, overlaps counted once; null when nothing is dated or stated. */
  readonly monthsOfWork: number | null;
  /** Where the months are said; null when nowhere. */
  readonly monthsQuote: EvidenceQuote | null;
  /** Month against which "present" was resolved, ISO `YYYY-MM`. */
  readonly asOf: string;
  /** SHA-256 of the canonical content: equal for the same content in another file, order or name. */
  readonly fingerprint: string;
}

/** `verified`: backed by work history. `stated`: only listed or said. */
export type EvidenceStanding = "verified" | "stated" | "missing";

export interface MustHave {
  readonly requirementId: string;
  /** The requirement's text. */
  readonly requirement: string;
  readonly met: boolean;
  readonly evidence: readonly EvidenceQuote[];
}

/** One part of a score: a requirement, or the semantic fit of the whole. */
export interface ScorePart {
  /** The requirement's text, or "semantic-fit". */
  readonly name: string;
  /** Null for the semantic fit. */
  readonly requirementId: string | null;
  readonly kind: RequirementKind | "semantic-fit";
  readonly mustHave: boolean;
  /** Share of the score in percent points, 0–100, two decimals; all parts add up to 100 (but for rounding). */
  readonly weight: number;
  /** 0–100, one decimal. */
  readonly score: number;
  readonly met: boolean;
  readonly standing: EvidenceStanding;
  /** Best first; empty when missing. */
  readonly evidence: readonly EvidenceQuote[];
  /** Years found against years asked, where years were asked; one decimal. */
  readonly years?: { readonly asked: number; readonly found: number | null };
}

/** What a score depends on besides subject and requirements. */
export interface ScoreVersions {
  /** `<name>@<version>+<first 12 hex digits of its content's hash>`. */
  readonly ruleset: string;
  /** Null: scored by rules alone. */
  readonly encoder: string | null;
  readonly taxonomy: string;
  /** Of the scorer's code; raised whenever a score may change. */
  readonly scorer: string;
}

export interface Scorecard {
  /** 0–100, one decimal. */
  readonly score: number;
  /** Requirements that are must-haves, in the order of the list. */
  readonly mustHaves: readonly MustHave[];
  readonly mustHavesMet: number;
  /** In the order of the requirements, the semantic fit last. */
  readonly parts: readonly ScorePart[];
  readonly versions: ScoreVersions;
  /** Of the subject that was scored, and of the requirements (SHA-256 of their canonical JSON). */
  readonly inputs: { readonly subject: string; readonly requirements: string };
}

/** A job's requirements made ready: who asks, with what. */
export interface ScoreRequest {
  readonly requirements: readonly Requirement[];
  /** The job's title, for the semantic fit; null when unknown. */
  readonly title: string | null;
  /** What the job consists of, line by line, for the semantic fit; left out: nothing. */
  readonly duties?: readonly string[];
}
