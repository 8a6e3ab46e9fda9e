/**
 * @file The words of careers and the talent network: roles, moves, career paths, mentors, experts, heat maps.
 */
import type { GapTarget, Money, NeededSkill, SkillEvidence, SkillLevel, StudyLanguage, Words } from "./types";

/** A kind of post in the company, filled or not. */
export interface CareerRole {
  readonly id: string;
  readonly title: Words;
  /** Job family as the company names it, e.g. "Engineering". */
  readonly family: string;
  readonly department: string;
  readonly sites: readonly string[];
  /** Grade as a number, 1 lowest. */
  readonly grade: number;
  /** A year's salary; null when the company does not share it. */
  readonly band: { readonly from: Money; readonly to: Money } | null;
  readonly needs: readonly NeededSkill[];
}

/** Moves that people made, counted: no names. */
export interface RoleMove {
  readonly from: string;
  readonly to: string;
  readonly people: number;
  /** Median years in the first role before the move. */
  readonly medianYears: number;
}

export interface CareerEdge {
  readonly from: string;
  readonly to: string;
  /** People who made this move; 0: near by skills only. */
  readonly people: number;
  /** 0–1: share of the second role's weighted needs that the first one's skills cover. */
  readonly nearness: number;
  /** Hours of learning between the two, estimated from the catalogue; null when it has no course for part of the gap. */
  readonly hours: number | null;
  /** Larger: harder. Used for paths. */
  readonly cost: number;
}

export interface CareerGraph {
  readonly roles: readonly CareerRole[];
  readonly edges: readonly CareerEdge[];
}

export interface CareerPath {
  readonly roles: readonly string[];
  readonly edges: readonly CareerEdge[];
  readonly hours: number | null;
  readonly months: number | null;
  readonly cost: number;
  readonly reason: Words;
}

/** Position in the lattice picture: column by job family, row by grade (1 at the bottom). */
export interface LatticePoint {
  readonly roleId: string;
  readonly column: number;
  readonly row: number;
  /** 0-based place among the roles of one cell. */
  readonly slot: number;
}

export interface MentorOffer {
  readonly employeeId: string;
  readonly skills: readonly { readonly skillId: string; readonly level: SkillLevel }[];
  readonly languages: readonly StudyLanguage[];
  readonly site: string;
  /** IANA name, e.g. "Europe/Amsterdam". */
  readonly timeZone: string;
  readonly department: string;
  /** Mentees at the same time, ≥ 0. */
  readonly capacity: number;
  /** Chain of managers above, nearest first: mentors stand outside the reporting line. */
  readonly managers: readonly string[];
  /** True for whoever manages people: then nobody of the own department (policy "Mentoring"). */
  readonly managesPeople?: boolean;
}

export interface MentorWish {
  readonly employeeId: string;
  /** What they want to learn, most wanted first. */
  readonly skillIds: readonly string[];
  readonly languages: readonly StudyLanguage[];
  readonly site: string;
  readonly timeZone: string;
  readonly department: string;
  readonly managers: readonly string[];
  /** People whom they would not want: never proposed. */
  readonly notWith: readonly string[];
}

export interface MentorMatch {
  readonly menteeId: string;
  readonly mentorId: string;
  /** 0–1 each; `total` orders a mentee's list. */
  readonly parts: { readonly skills: number; readonly language: number; readonly hours: number; readonly place: number };
  readonly total: number;
  /** Working hours that both have in common, a day. */
  readonly commonHours: number;
  readonly reason: Words;
}

export interface MentorAssignment {
  readonly pairs: readonly MentorMatch[];
  /** With the reason why nobody was left. */
  readonly unmatched: readonly { readonly menteeId: string; readonly reason: Words }[];
}

export interface Expert {
  readonly employeeId: string;
  readonly skillId: string;
  readonly level: SkillLevel;
  readonly score: number;
  /** Shared evidence, strongest first. */
  readonly evidence: readonly SkillEvidence[];
  readonly reason: Words;
}

/** One cell of the heat map; null numbers are withheld. */
export interface HeatCell {
  readonly group: string;
  readonly skillId: string;
  readonly people: number | null;
  readonly meanLevel: number | null;
  readonly withheld: "too-few" | "protects-another" | null;
}

export interface HeatMap {
  readonly groups: readonly string[];
  readonly skillIds: readonly string[];
  readonly cells: readonly HeatCell[];
  /** Smallest group shown, ≥ 5. */
  readonly k: number;
}

/** Effect of a programme beside matched colleagues who did not take it. */
export interface ProgrammeEffect {
  readonly participants: number;
  readonly compared: number;
  /** Mean difference of the outcome, participants minus matched. */
  readonly effect: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
  readonly balance: readonly { readonly name: string; readonly before: number; readonly after: number }[];
  readonly sentence: Words;
}

/** A programme is a template of steps with a target. */
export interface Programme {
  readonly id: string;
  readonly title: Words;
  readonly summary: Words;
  readonly kind: "basic" | "specialised" | "practice" | "ai-literacy";
  readonly target: GapTarget;
  readonly needs: readonly NeededSkill[];
  /** Course ids, in order. */
  readonly steps: readonly string[];
}
