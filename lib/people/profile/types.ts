/**
 * @file Profile: what one résumé says about a person, every value with its place in the extracted text. Nothing in it
 * is generated; what is computed (months, gaps, years) names the places that it was computed from.
 */
import type { Language, Span } from "../../core/types";
import type { OccupationGuess } from "../occupation/types";

export type { Span } from "../../core/types";

/** A value and the characters of the extracted text that say so (UTF-16 code units, end exclusive). */
export interface Fact<T = string> {
  readonly value: T;
  readonly span: Span;
}

/** A date as written, made comparable. */
export interface DateFact extends Fact {
  /**
   * ISO `YYYY-MM`. A bare year starts in January and ends in December; a season starts with its first month.
   * "Present" is the month of the date that the profile was read for.
   */
  readonly value: string;
  readonly precision: "month" | "season" | "year" | "present";
}

export const CONTACT_KINDS = ["email", "phone", "link", "place"] as const;
export interface ContactFact extends Fact {
  readonly kind: (typeof CONTACT_KINDS)[number];
}

/**
 * Facts that identify a person or belong to a protected group. They are found so that they can be masked; they are
 * never features of a score.
 */
export const PERSONAL_KINDS = ["gender", "birth", "age", "marital", "origin", "politics", "religion", "health", "photo"] as const;
export interface PersonalFact extends Fact {
  readonly kind: (typeof PERSONAL_KINDS)[number];
}

export const SECTION_KINDS = [
  "header", "summary", "objective", "experience", "projects", "education", "skills", "languages", "certifications",
  "awards", "publications", "training", "volunteering", "interests", "references", "personal", "other",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface ProfileSection {
  readonly kind: SectionKind;
  /** The section's name as written; null for the header and for sections told by their content alone. */
  readonly heading: Fact | null;
  /** From the heading (or the first line) to the next section. */
  readonly span: Span;
}

export interface ProfileSkill {
  /** As written, at `span`: the first mention. */
  readonly name: string;
  /** Id in the taxonomy; null for a listed skill that the taxonomy does not know. */
  readonly canonical: string | null;
  readonly span: Span;
  /** verified: work history or projects show it; stated: only listed or claimed. */
  readonly state: "verified" | "stated";
  /** Places that show it, those in work history first, at most five. Whole lines or sentences, for quoting. */
  readonly evidence: readonly Span[];
}

export interface ExperienceEntry {
  readonly title: Fact | null;
  readonly organisation: Fact | null;
  readonly location: Fact | null;
  readonly start: DateFact | null;
  /** Null where the entry names no end. */
  readonly end: DateFact | null;
  /** Months worked: both named months count; a bare year to a bare year counts from middle to middle. Null without dates. */
  readonly months: number | null;
  /** What was done there: the text below the entry's head. */
  readonly description: Fact | null;
  /** Paid or regular work, or another kind of doing. */
  readonly kind: "work" | "internship" | "project" | "volunteering";
  /** Head and description. */
  readonly span: Span;
}

export const DEGREE_LEVELS = ["school", "vocational", "associate", "bachelor", "master", "doctor"] as const;
export interface EducationEntry {
  readonly degree: Fact | null;
  /** The degree's rank; null when the text does not tell. */
  readonly level: (typeof DEGREE_LEVELS)[number] | null;
  readonly field: Fact | null;
  readonly institution: Fact | null;
  readonly start: DateFact | null;
  readonly end: DateFact | null;
  readonly span: Span;
}

/** A language that the person speaks. */
export interface LanguageFact extends Fact {
  /** Id in the taxonomy (kind "language"), or the ISO 639-1 code where that has none; null when unknown. */
  readonly canonical: string | null;
  /** As written ("fluent", "C1", "CET-6", 母语); null when nothing is said. */
  readonly level: Fact | null;
}

export interface CertificationFact extends Fact {
  readonly date: DateFact | null;
}

/** Months between two jobs in which no dated work is named. A fact, not a judgement. */
export interface Gap {
  /** First and last month without dated work, ISO `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** The dates that end before and begin after it. */
  readonly before: Span;
  readonly after: Span;
}

export interface YearsFact extends Fact<number> {
  /** dates: added up, overlaps once, `span` is the first dated job; stated: the résumé says so. */
  readonly basis: "dates" | "stated";
}

export interface Profile {
  /** Changes whenever the same text may give another profile. */
  readonly version: string;
  /** Path or name of the file. */
  readonly source: string;
  readonly language: Language;
  /** Month against which "present" was resolved, ISO `YYYY-MM`. */
  readonly asOf: string;
  readonly name: Fact | null;
  readonly contacts: readonly ContactFact[];
  readonly personal: readonly PersonalFact[];
  /** What the person calls themselves now: the title in the header, else the title of the latest job. */
  readonly headline: Fact | null;
  /** Field of work by the classifier that ships, with its calibrated confidence; null for "don't know" and without models. */
  readonly occupation: OccupationGuess | null;
  readonly summary: Fact | null;
  readonly skills: readonly ProfileSkill[];
  /** In the order of the text. */
  readonly experience: readonly ExperienceEntry[];
  readonly education: readonly EducationEntry[];
  readonly languages: readonly LanguageFact[];
  readonly certifications: readonly CertificationFact[];
  /** Years of work, one decimal. Dated work where there is any, else what is stated. */
  readonly yearsOfExperience: YearsFact | null;
  /** What the résumé itself claims, where it does ("8 years of experience"), beside the sum of its dates. */
  readonly statedYears: Fact<number> | null;
  readonly gaps: readonly Gap[];
  readonly sections: readonly ProfileSection[];
  /** One sentence each: what a person should know before trusting the profile. */
  readonly warnings: readonly string[];
}
