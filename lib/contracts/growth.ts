/**
 * @file Growth over HTTP: profile, targets, gap, plan and progress. Shapes of gap and plan are lib/growth/types.ts, written
 * out so that screens parse what they get. People are named only where the reader may see them.
 */
import { z } from "zod";
import { isDay } from "../core/document-terms";
import { sharedNow } from "./growth-sharing";

export const words = z.strictObject({ en: z.string(), zh: z.string() });
const day = z.string().refine(isDay, "a day as YYYY-MM-DD");
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const neededLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const span = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
const skillId = z.string().min(1).max(80);
export const studyLanguage = z.enum(["en", "zh", "nl", "de"]);
export const currency = z.enum(["EUR", "GBP", "CNY"]);
export const money = z.strictObject({ amount: z.number().nonnegative(), currency });
/** Names by skill id, for everything that a reply mentions. */
export const skillNames = z.record(z.string(), words);
export const EVIDENCE = ["cv", "project", "course", "certificate", "manager", "peer", "self"] as const;

export const evidenceView = z.strictObject({ kind: z.enum(EVIDENCE), text: z.string(), on: z.string().nullable(), by: z.string().nullable().default(null), asked: z.boolean().default(false), /** Of one's own, while it waits: whom one has asked, to take it back. */ askedOf: z.string().nullable().default(null), /** Of a confirmation: the level that it was given for; null: not kept. */ level: neededLevel.nullable().default(null) });
export type EvidenceView = z.infer<typeof evidenceView>;

export const profileSkillView = z.strictObject({ skillId, name: words, level, shared: z.boolean(), evidence: z.array(evidenceView) });
export type ProfileSkillView = z.infer<typeof profileSkillView>;

/** graph: stands by name in the picture of who works with whom. */
export const consents = z.strictObject({ manager: z.boolean(), experts: z.boolean(), groups: z.boolean(), graph: z.boolean() });
export type Consents = z.infer<typeof consents>;

/** GET /api/growth/profile: one's own. */
export const growthProfileView = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string(), title: z.string(), department: z.string(), site: z.string(), manager: z.string().nullable() }),
  /** What the person's site counts in. */
  currency,
  interests: z.string(),
  goals: z.string(),
  hoursPerWeek: z.number(),
  languages: z.array(studyLanguage),
  /** Projects and teams that the person names; colleagues read them only beside their name in the picture. */
  projects: z.array(z.string()),
  share: consents,
  consentedAt: z.iso.datetime().nullable(),
  /** What others see now, by consent or by something that the person did (lib/contracts/growth-sharing.ts). */
  sharedNow: z.array(sharedNow),
  skills: z.array(profileSkillView),
  /** Confirmations that colleagues ask of the reader. */
  asked: z.array(z.strictObject({ employeeId: z.string(), name: z.string(), skillId, skill: words, level })),
});
export type GrowthProfileView = z.infer<typeof growthProfileView>;

export const STEP_KINDS = ["course", "project", "certification", "mentoring", "reading"] as const;
export const STEP_STATES = ["planned", "started", "done", "skipped"] as const;
/** A report's plan as their manager sees it: what, when, how far. */
export const sharedPlanView = z.strictObject({
  id: z.string(), title: words, done: z.boolean(), finish: z.string().nullable(), progress: z.strictObject({ done: z.number().int(), of: z.number().int() }),
  steps: z.array(z.strictObject({ courseId: z.string(), title: words, kind: z.enum(STEP_KINDS), start: z.string(), end: z.string(), hours: z.number(), price: money, status: z.enum(STEP_STATES), doneOn: z.string().nullable(), late: z.boolean() })),
});
export type SharedPlanView = z.infer<typeof sharedPlanView>;

/**
 * GET /api/growth/team/:id: what a report's consent names, "skills, plan and progress", and nothing beside. Wishes, goals, hours and
 * other limits, reasons of steps, projects, the other consents and who else may find them are not the manager's.
 */
export const sharedProfileView = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string(), title: z.string(), department: z.string(), site: z.string() }),
  skills: z.array(z.strictObject({ skillId, name: words, level, evidence: z.array(evidenceView) })),
  /** Running and finished ones, newest first. */
  plans: z.array(sharedPlanView),
});
export type SharedProfileView = z.infer<typeof sharedProfileView>;

export const profileChange = z.strictObject({
  interests: z.string().trim().max(1000).optional(),
  goals: z.string().trim().max(1000).optional(),
  hoursPerWeek: z.number().min(0.5).max(40).optional(),
  languages: z.array(studyLanguage).min(1).optional(),
  projects: z.array(z.string().trim().min(2).max(80)).max(12).optional(),
  share: consents.optional(),
});
export type ProfileChange = z.infer<typeof profileChange>;

/** PUT /api/growth/profile/skills */
export const skillChange = z.strictObject({ skillId, level: neededLevel, shared: z.boolean(), evidence: z.array(z.strictObject({ kind: z.enum(["cv", "project", "course", "certificate", "self"]), text: z.string().trim().min(1).max(300), on: day.nullable() })).max(12) });
export type SkillChange = z.infer<typeof skillChange>;

/** POST /api/growth/profile/confirmations: `ask` a colleague, `withdraw` that before it is answered, or `answer` what one was asked. */
export const confirmation = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("ask"), skillId, colleagueId: z.string().min(1) }),
  z.strictObject({ do: z.literal("withdraw"), skillId, colleagueId: z.string().min(1) }),
  z.strictObject({ do: z.literal("answer"), skillId, employeeId: z.string().min(1), confirm: z.boolean(), /** As the asked one saw it: another one now is a conflict. */ level, text: z.string().trim().max(300).default("") }),
]);
export type Confirmation = z.infer<typeof confirmation>;

export const targetRef = z.strictObject({ kind: z.enum(["opening", "role", "occupation", "programme", "text"]), id: z.string().nullable(), text: z.string().trim().max(2000).default("") });
export type TargetRef = z.infer<typeof targetRef>;

/** `also`: what people call it instead, both languages. */
export const targetChoice = z.strictObject({ ref: targetRef, title: words, about: words, coverage: z.number().nullable(), also: z.array(z.string()).default([]) });
export type TargetChoice = z.infer<typeof targetChoice>;
/** which: the words name a kind ("manager") · nearest: they name nothing known, and these are the nearest. */
export const targetMeant = z.strictObject({ kind: z.enum(["which", "nearest"]), choices: z.array(z.strictObject({ ref: targetRef, title: words })).min(1) });
export type TargetMeant = z.infer<typeof targetMeant>;
/** GET /api/growth/targets */
export const targetList = z.strictObject({ targets: z.array(targetChoice) });

export const gapItem = z.strictObject({
  skillId, any: z.array(skillId), have: level, needed: neededLevel, importance: z.number(), mustHave: z.boolean(), state: z.enum(["have", "partly", "missing"]),
  reason: words, evidence: z.array(z.strictObject({ kind: z.enum(EVIDENCE), text: z.string(), on: z.string().nullable() })),
  near: z.strictObject({ skillId, level, closeness: z.number() }).nullable(), source: span.nullable(),
});
export const gapView = z.strictObject({
  target: z.strictObject({ ref: targetRef, title: words, documentId: z.string().nullable() }),
  items: z.array(gapItem),
  coverage: z.number(),
  names: skillNames,
  /** Words of a free text in which no skill was recognised; null: fine. */
  unclear: z.string().nullable(),
  /** What unclear words may mean; null: nothing, or they are clear. */
  meant: targetMeant.nullable().default(null),
});
export type GapView = z.infer<typeof gapView>;

export const PLAN_AIMS = ["most", "fastest", "cheapest", "deepest"] as const;
/** What a person can give; checked again by the planner. */
export const planConstraints = z.strictObject({
  hoursPerWeek: z.number().min(0.5).max(40),
  deadline: day,
  budget: money.nullable(),
  languages: z.array(studyLanguage).min(1),
  anySite: z.boolean().default(false),
  /** Nothing that has to be attended at a place: sessions online, or at one's own pace. Goes before `anySite`. */
  online: z.boolean().default(false),
  /** Left out: every kind of step. */
  kinds: z.array(z.enum(STEP_KINDS)).min(1).optional(),
  aim: z.enum(PLAN_AIMS).default("most"),
});
export type PlanConstraints = z.infer<typeof planConstraints>;

const session = z.strictObject({ id: z.string(), start: z.string(), end: z.string(), site: z.string().nullable() });
export const planStepView = z.strictObject({
  courseId: z.string(), kind: z.enum(STEP_KINDS), order: z.number().int(), start: z.string(), end: z.string(), session: session.nullable(),
  hours: z.number(), price: z.number(), lifts: z.array(z.strictObject({ skillId, from: level, to: level })), neededBy: z.array(z.string()), reason: words,
  title: words, summary: words, provider: z.string(), languages: z.array(studyLanguage),
  status: z.enum(STEP_STATES), doneOn: z.string().nullable(), late: z.boolean(),
  /** Not done yet, and no longer offered: planned again it gives way to another, begun it may be finished. */
  retired: z.boolean(),
  /** One's own rating, 1–5; null: none. */
  rating: z.number().int().nullable(),
  /** One's own line on it; "" without one. Nobody else reads it. */
  comment: z.string(),
});
export type PlanStepView = z.infer<typeof planStepView>;

export const planView = z.strictObject({
  aim: z.enum(PLAN_AIMS),
  steps: z.array(planStepView),
  coverageBefore: z.number(), coverageAfter: z.number(), hours: z.number(), price: money, finish: z.string().nullable(),
  open: z.array(z.strictObject({ skillId, reached: level, needed: level, reason: words })),
  /** Proven best within this share; 0: proven best. */
  relativeGap: z.number(),
});
export type PlanView = z.infer<typeof planView>;

export const relaxationView = z.strictObject({ constraint: z.string(), sentence: words });
/** POST /api/growth/plans/preview */
export const planPreview = z.strictObject({
  gap: gapView,
  constraints: planConstraints,
  /** Of the year's learning budget; up to `ownDecision`, in the same currency, no yes is needed. */
  budget: z.strictObject({ left: money, ownDecision: z.number() }),
  plan: planView.nullable(),
  /** Why there is none, and what would make one possible. */
  infeasible: z.strictObject({ sentence: words, relaxations: z.array(relaxationView) }).nullable(),
  more: z.strictObject({ extraHours: z.number(), gained: z.number(), sentence: words, added: z.array(words) }).nullable(),
  alternatives: z.array(z.strictObject({ aim: z.enum(PLAN_AIMS), coverageAfter: z.number(), hours: z.number(), price: money, finish: z.string().nullable(), steps: z.number().int() })),
  names: skillNames,
});
export type PlanPreview = z.infer<typeof planPreview>;
export const planRequest = z.strictObject({ target: targetRef, constraints: planConstraints, programme: z.string().nullable().default(null) });
export type PlanRequestBody = z.infer<typeof planRequest>;

export const APPROVALS = ["none", "asked", "approved", "declined"] as const;
export const storedPlan = z.strictObject({
  id: z.string(),
  target: z.strictObject({ ref: targetRef, title: words, documentId: z.string().nullable() }),
  constraints: planConstraints,
  plan: planView,
  gap: gapView,
  status: z.enum(["active", "done", "dropped"]),
  approval: z.strictObject({ state: z.enum(APPROVALS), by: z.string().nullable(), note: z.string(), needed: z.boolean(), budgetLeft: money }),
  programme: z.string().nullable(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  progress: z.strictObject({ done: z.number().int(), of: z.number().int(), hoursDone: z.number(), coverageNow: z.number() }),
  names: skillNames,
});
export type StoredPlan = z.infer<typeof storedPlan>;

/** PATCH /api/growth/plans/:id */
export const planAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("step"), courseId: z.string(), status: z.enum(STEP_STATES) }),
  z.strictObject({ do: z.literal("replan"), constraints: planConstraints.optional() }),
  z.strictObject({ do: z.literal("ask-approval") }),
  z.strictObject({ do: z.literal("drop") }),
  z.strictObject({ do: z.literal("rate"), courseId: z.string(), useful: z.number().int().min(1).max(5), comment: z.string().trim().max(500).default("") }),
]);
export type PlanAction = z.infer<typeof planAction>;

export const programmeView = z.strictObject({ id: z.string(), title: words, summary: words, kind: z.enum(["basic", "specialised", "practice", "ai-literacy"]), steps: z.number().int(), hours: z.number() });
export type ProgrammeView = z.infer<typeof programmeView>;

/** GET /api/growth/home: what is worth opening Cadre for. */
export const growthHome = z.strictObject({
  name: z.string(),
  profile: z.strictObject({ skills: z.number().int(), confirmed: z.number().int(), hoursPerWeek: z.number(), shared: z.number().int() }),
  plans: z.array(storedPlan),
  programmes: z.array(programmeView),
  suggestions: z.array(targetChoice),
  asked: z.number().int(),
  mentorRequests: z.number().int(),
  approvals: z.number().int(),
});
export type GrowthHome = z.infer<typeof growthHome>;

/** GET /api/growth/team: a manager's reports who share, and plans that wait for a yes. */
export const teamView = z.strictObject({
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string(), shares: z.boolean(), skills: z.number().int().nullable(), plan: z.strictObject({ title: words, done: z.number().int(), of: z.number().int(), finish: z.string().nullable(), late: z.number().int() }).nullable() })),
  approvals: z.array(z.strictObject({ planId: z.string(), employeeId: z.string(), name: z.string(), title: words, price: money, hours: z.number(), steps: z.array(z.strictObject({ title: words, price: money })), budgetLeft: money })),
});
export type TeamView = z.infer<typeof teamView>;
export const approvalDecision = z.strictObject({ planId: z.string(), approve: z.boolean(), note: z.string().trim().max(500).default("") });
export type ApprovalDecision = z.infer<typeof approvalDecision>;

/** GET /api/growth/skills */
export const growthChoices = z.strictObject({
  skills: z.array(z.strictObject({ id: skillId, name: words, also: z.array(z.string()) })),
  colleagues: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string() })),
});
export type GrowthChoices = z.infer<typeof growthChoices>;
