/**
 * @file The words of growth: levels, gaps, courses, plans, roles, mentors. Data only; everything here is plain JSON.
 * Place: lib/people says what skills are; growth says how far somebody is from a target and how to get there.
 */
import type { Span } from "../core/types";

/** The same words in both languages of the interface. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** 0 none · 1 basics, with help · 2 does it with guidance · 3 does it alone · 4 others learn it from them. */
export type SkillLevel = 0 | 1 | 2 | 3 | 4;
export const SKILL_LEVELS: readonly SkillLevel[] = [0, 1, 2, 3, 4];

/** Where a level comes from. `self` alone never lifts a level above 2 in rankings of experts. */
export const EVIDENCE_KINDS = ["cv", "project", "course", "certificate", "manager", "peer", "self"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface SkillEvidence {
  readonly kind: EvidenceKind;
  /** What the person did, in their own language. */
  readonly text: string;
  /** `YYYY-MM-DD`, null when not known. */
  readonly on: string | null;
  /** Of a confirmation: the level at which it was given, 1–4; null or left out: nobody kept it. It speaks for no higher one (evidence.ts). */
  readonly level?: SkillLevel | null;
}

export interface ProfileSkill {
  readonly skillId: string;
  readonly level: SkillLevel;
  readonly evidence: readonly SkillEvidence[];
  /** The owner lets colleagues find this skill (experts finder, heat map). Off by default. */
  readonly shared: boolean;
}

/** Languages that courses and conversations are held in; ISO 639-1. */
export const STUDY_LANGUAGES = ["en", "zh", "nl", "de"] as const;
export type StudyLanguage = (typeof STUDY_LANGUAGES)[number];

/** What an employee owns and corrects. */
export interface GrowthProfile {
  readonly employeeId: string;
  readonly skills: readonly ProfileSkill[];
  readonly languages: readonly StudyLanguage[];
  /** What the person wants to do; free words. */
  readonly interests: readonly string[];
  /** Hours a week for learning, 0–40. */
  readonly hoursPerWeek: number;
}

export interface GapTarget {
  readonly kind: "opening" | "role" | "occupation" | "text";
  /** Id of the opening, role or occupation; null for free text. */
  readonly id: string | null;
  readonly title: Words;
}

/** One demand of a target. `any`: skill ids, each of which satisfies it (at least one). */
export interface NeededSkill {
  readonly any: readonly string[];
  readonly level: Exclude<SkillLevel, 0>;
  /** 0–1; of all demands of a target the largest is 1. */
  readonly importance: number;
  readonly mustHave: boolean;
  /** The target's own words, and where they stand in its text; null when it has no text. */
  readonly text: string;
  readonly source: Span | null;
}

export type GapState = "have" | "partly" | "missing";

export interface GapItem {
  /** The alternative that is closest to being met. */
  readonly skillId: string;
  readonly any: readonly string[];
  readonly have: SkillLevel;
  readonly needed: Exclude<SkillLevel, 0>;
  readonly importance: number;
  readonly mustHave: boolean;
  readonly state: GapState;
  /** One sentence: what the level rests on, or what is near it. */
  readonly reason: Words;
  readonly evidence: readonly SkillEvidence[];
  /** A skill the person has that lies close to the missing one; null without one. */
  readonly near: { readonly skillId: string; readonly level: SkillLevel; readonly closeness: number } | null;
  readonly source: Span | null;
}

export interface Gap {
  readonly target: GapTarget;
  /** Most important open items first, then what is there. */
  readonly items: readonly GapItem[];
  /** Importance-weighted share of the needed levels that is there, 0–1. */
  readonly coverage: number;
}

export const STEP_KINDS = ["course", "project", "certification", "mentoring", "reading"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const CURRENCIES = ["EUR", "GBP", "CNY"] as const;
export type Currency = (typeof CURRENCIES)[number];

export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** Units of each currency for one euro. */
export type ExchangeRates = Readonly<Record<Currency, number>>;

/** Dates `YYYY-MM-DD`, both inclusive. */
export interface CourseSession {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  /** Null: online. */
  readonly site: string | null;
}

/** Anything a plan can hold: a course, practice project, certification, mentoring or reading. */
export interface Course {
  readonly id: string;
  readonly kind: StepKind;
  readonly title: Words;
  readonly summary: Words;
  readonly provider: string;
  readonly languages: readonly StudyLanguage[];
  /** Effort of the learner in all, hours > 0. */
  readonly hours: number;
  readonly price: Money;
  /** After it the learner has at least this level. */
  readonly teaches: readonly { readonly skillId: string; readonly level: Exclude<SkillLevel, 0> }[];
  /** Ids of courses that must be done before. */
  readonly requires: readonly string[];
  /** Levels that the learner must have before. */
  readonly entry: readonly { readonly skillId: string; readonly level: Exclude<SkillLevel, 0> }[];
  /** Empty: at any time, at one's own pace. */
  readonly sessions: readonly CourseSession[];
}

/** Hard wishes beyond "as much as possible". */
export interface PlanWishes {
  /** Skills that must be closed completely by the deadline. */
  readonly mustClose: readonly string[];
  /** Importance-weighted share of the gap that must be closed, 0–1. */
  readonly minimumCoverage: number;
  /** Steps that must be in the plan (in progress, or asked for). */
  readonly include: readonly string[];
  /** Steps that must not. */
  readonly exclude: readonly string[];
}

export type PlanAim = "most" | "fastest" | "cheapest" | "deepest";

export interface PlanRequest {
  readonly gap: Gap;
  /** Current levels, also of skills outside the gap: they decide about entry levels. */
  readonly levels: Readonly<Record<string, SkillLevel>>;
  readonly courses: readonly Course[];
  /** Course ids already done: they satisfy `requires` and are never planned again. */
  readonly done: readonly string[];
  /** First day `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day `YYYY-MM-DD`, inclusive. */
  readonly deadline: string;
  /** > 0 and ≤ 60. */
  readonly hoursPerWeek: number;
  /** Null: no limit. */
  readonly budget: Money | null;
  readonly rates: ExchangeRates;
  /** Languages that the learner follows a course in. */
  readonly languages: readonly StudyLanguage[];
  /** Sites where the learner can attend; null: anywhere. Online sessions always count. */
  readonly sites: readonly string[] | null;
  readonly kinds: readonly StepKind[] | null;
  readonly wishes: PlanWishes;
  readonly aim: PlanAim;
  /** Among equally good plans, those that keep these steps are preferred (an earlier plan's). */
  readonly preferred?: readonly string[];
  /** Rated well by colleagues: before others among equally good plans. */
  readonly liked?: readonly string[];
  /** Rated badly: after others among equally good plans, never hidden. */
  readonly disliked?: readonly string[];
  /** Course id → which interest of the learner it meets: before others among equally good plans. */
  readonly interesting?: Readonly<Record<string, Words>>;
}

export interface PlanStep {
  readonly courseId: string;
  readonly kind: StepKind;
  /** 1-based place in the order. */
  readonly order: number;
  /** Days between which it is worked on, `YYYY-MM-DD`, inclusive. */
  readonly start: string;
  readonly end: string;
  readonly session: CourseSession | null;
  readonly hours: number;
  /** In the request's currency (the budget's, else EUR). */
  readonly price: number;
  /** What it lifts, of the gap. Empty for a step that only prepares another. */
  readonly lifts: readonly { readonly skillId: string; readonly from: SkillLevel; readonly to: SkillLevel }[];
  /** Ids of later steps of this plan that need it. */
  readonly neededBy: readonly string[];
  readonly reason: Words;
}

/** How the solver can vouch for a plan. */
export interface PlanProof {
  /** Upper bound of what any plan could reach minus this one, relative; 0: proven best. */
  readonly relativeGap: number;
  readonly optimal: boolean;
  readonly variables: number;
  readonly rows: number;
  readonly milliseconds: number;
}

export interface Plan {
  readonly aim: PlanAim;
  readonly steps: readonly PlanStep[];
  /** Coverage of the target before and after, 0–1. */
  readonly coverageBefore: number;
  readonly coverageAfter: number;
  /** Importance-weighted levels gained: the objective. */
  readonly gain: number;
  readonly hours: number;
  readonly price: Money;
  /** Last day of the last step; null for an empty plan. */
  readonly finish: string | null;
  /** Gap skills that stay open, with the level reached and why. */
  readonly open: readonly { readonly skillId: string; readonly reached: SkillLevel; readonly needed: SkillLevel; readonly reason: Words }[];
  /** The calendar was cut into blocks of so many days; hours within a block are the learner's to arrange. */
  readonly blockDays: number;
  readonly proof: PlanProof;
}

export type RelaxedConstraint = "hoursPerWeek" | "deadline" | "budget" | "language" | "sites" | "kinds" | "catalogue" | "exclude";

/** One way to make an impossible request possible: "from 4 to 6.5 hours a week". */
export interface Relaxation {
  readonly constraint: RelaxedConstraint;
  /** Now and needed; a number (hours, money), a date, or language and site names. Null for `catalogue`: no course teaches it. */
  readonly from: string | number | null;
  readonly to: string | number | null;
  readonly sentence: Words;
}

export type PlanResult =
  | { readonly kind: "plan"; readonly plan: Plan }
  | {
      readonly kind: "infeasible";
      /** Each of them alone is enough; or, with `together`, only all of them. */
      readonly relaxations: readonly Relaxation[];
      readonly together: boolean;
      readonly sentence: Words;
    };

/** What more time buys: the same request solved again with the extra hours. */
export interface MoreHours {
  readonly extraHours: number;
  readonly plan: Plan;
  readonly addedSteps: readonly string[];
  readonly droppedSteps: readonly string[];
  /** Difference of coverage, 0–1. */
  readonly gained: number;
  readonly sentence: Words;
}
