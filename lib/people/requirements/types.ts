/**
 * @file Requirements: what a job description asks for, as a list that a recruiter reads, corrects and keeps. Every one
 * that was read points at the characters that say so; what a recruiter added points nowhere.
 */
import type { Language, Span } from "../../core/types";

export const REQUIREMENT_KINDS = ["skill", "experience", "education", "language", "place", "certificate", "text"] as const;
/** `experience`: years of work, in a role or at all. `text`: a sentence that names nothing of the tables. */
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** Lowest first. */
export const EDUCATION_LEVELS = ["school", "vocational", "associate", "bachelor", "master", "doctorate"] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export interface Requirement {
  /** Stable within a list and over readings of the same text: kind and what is asked, hashed. */
  readonly id: string;
  readonly kind: RequirementKind;
  /** False: nice to have. */
  readonly mustHave: boolean;
  /** Applied weight, 0–100; 0 shows it and counts nothing. */
  readonly weight: number;
  /**
   * Any of these meets it. Kind skill: skill ids of the taxonomy; the others: names in lower case (roles, languages,
   * places, certificates, fields of study). Empty: only `text` says what is asked.
   */
  readonly any: readonly string[];
  /** As shown on its chip, in the words of the job description. */
  readonly text: string;
  /** Years asked for at least, > 0. */
  readonly years?: number;
  /** Kind education: an EducationLevel; kind language: as stated ("fluent", "B2"). */
  readonly level?: string;
  /** Where the job description says so; null when a recruiter added it. */
  readonly source: Span | null;
}

/** A job description as understood. */
export interface JobRequirements {
  readonly title: { readonly text: string; readonly span: Span } | null;
  /** What the job consists of: compared with the résumé for the semantic fit, asked of nobody. At most twenty lines. */
  readonly duties: readonly { readonly text: string; readonly span: Span }[];
  readonly language: Language;
  /** In reading order. */
  readonly requirements: readonly Requirement[];
  /** What could not be understood, said to the recruiter; never quotes the text. */
  readonly warnings: readonly RequirementWarning[];
}

export type RequirementWarning = "no-requirements" | "no-title" | "many-requirements" | "no-must-have";

/** One correction by a recruiter: a label for the reader of job descriptions. */
export interface RequirementCorrection {
  readonly change: "added" | "removed" | "changed";
  readonly before: Requirement | null;
  readonly after: Requirement | null;
  /** Fields that differ; only for "changed". */
  readonly fields: readonly (keyof Requirement)[];
}
