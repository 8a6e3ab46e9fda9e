/**
 * @file Growth: what people say about their own skills, what they aim at, their plans and steps, courses, mentors,
 * the network and stay interviews. Every row of a person hangs on their directory entry and goes with it. What others
 * may see is decided by the consents in `growth_profiles`, read anew at every request.
 */
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, smallint, text, timestamp } from "drizzle-orm/pg-core";
import type { StoredCourse, StoredRole } from "../../lib/contracts/growth-catalogue";
import type { EvidenceView, GapView, PlanConstraints, PlanStepView, TargetRef } from "../../lib/contracts/growth";
import type { InterviewAction, InterviewAnswers } from "../../lib/contracts/growth-interviews";
import { employees } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
const person = (name: string) => text(name).notNull().references(() => employees.id, { onDelete: "cascade" });

/** Both languages of something that people read. */
export interface StoredWords {
  readonly en: string;
  readonly zh: string;
}

/** What a plan is for. */
export interface StoredTarget {
  readonly ref: TargetRef;
  readonly title: StoredWords;
  readonly documentId: string | null;
}

/** A plan as the planner gave it; its steps' states are rows of their own. */
export interface StoredPlanJson {
  readonly aim: PlanConstraints["aim"];
  readonly steps: readonly (Pick<PlanStepView, "courseId" | "kind" | "order" | "start" | "end" | "hours" | "price" | "reason"> & { readonly session: PlanStepView["session"]; readonly lifts: readonly PlanStepView["lifts"][number][]; readonly neededBy: readonly string[] })[];
  readonly coverageBefore: number;
  readonly coverageAfter: number;
  readonly hours: number;
  readonly price: { readonly amount: number; readonly currency: "EUR" | "GBP" | "CNY" };
  readonly finish: string | null;
  readonly open: readonly { readonly skillId: string; readonly reached: number; readonly needed: number; readonly reason: StoredWords }[];
  readonly relativeGap: number;
}

/** Why somebody is said to have a skill. */
export interface StoredEvidence {
  readonly kind: EvidenceView["kind"];
  /** In the person's own words, or the line of the CV. */
  readonly text: string;
  /** Directory id of whoever confirmed it; null for one's own word. */
  readonly by: string | null;
  /** `YYYY-MM-DD`; null: not known. */
  readonly on: string | null;
  /** A confirmation that `by` has not answered yet. */
  readonly asked?: boolean;
  /** Of a confirmation: the level that the skill had when it was given, 1–4; left out in rows from before it was kept. */
  readonly level?: number;
}

/** One row per person who has opened their profile, or whose profile was filled for them. All sharing is off until they say otherwise. */
export const growthProfiles = pgTable("growth_profiles", {
  employeeId: text("employee_id").primaryKey().references(() => employees.id, { onDelete: "cascade" }),
  interests: text("interests").notNull().default(""),
  goals: text("goals").notNull().default(""),
  /** Hours of learning a week that the person has. */
  hoursPerWeek: real("hours_per_week").notNull().default(3),
  /** Languages in which they can learn. */
  languages: text("languages").array().notNull(),
  /** The direct manager sees skills, plans and progress. */
  shareManager: boolean("share_manager").notNull().default(false),
  /** Colleagues find the person by skills whose evidence they share. */
  shareExperts: boolean("share_experts").notNull().default(false),
  /** Counted, without name, in groups of at least five. */
  shareGroups: boolean("share_groups").notNull().default(false),
  /** Stands by name in the picture of who works with whom. */
  shareGraph: boolean("share_graph").notNull().default(false),
  /** Projects and teams that the person names themselves; others read them only while `share_graph` is on. */
  projects: text("projects").array().notNull().default([]),
  /** Null: never agreed, or withdrawn. */
  consentedAt: instant("consented_at"),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

export const growthSkills = pgTable(
  "growth_skills",
  {
    employeeId: person("employee_id"),
    /** Slug of lib/people/taxonomy. */
    skillId: text("skill_id").notNull(),
    /** 1 basics, with help · 2 with guidance · 3 alone · 4 others learn it from them */
    level: smallint("level").notNull(),
    evidence: jsonb("evidence").$type<StoredEvidence[]>().notNull(),
    /** Shown to colleagues in the experts finder, while `share_experts` is on. */
    shared: boolean("shared").notNull().default(false),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.skillId] }), index("growth_skills_skill").on(t.skillId)],
);

/** What one can take: courses, practice projects, certificates, mentoring, reading. */
export const growthCourses = pgTable("growth_courses", {
  id: text("id").primaryKey(),
  /** As lib/growth's `Course` has it. */
  course: jsonb("course").$type<StoredCourse>().notNull(),
  /** "csv", "xapi", "scorm" or "demo"; null: written here. */
  source: text("source"),
  active: boolean("active").notNull().default(true),
  demo: boolean("demo").notNull().default(false),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** Roles of the company: what each needs, its neighbours in the lattice, its band if the company shares it. */
export const growthRoles = pgTable("growth_roles", {
  id: text("id").primaryKey(),
  /** As lib/growth's role has it. */
  role: jsonb("role").$type<StoredRole>().notNull(),
  demo: boolean("demo").notNull().default(false),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** Moves that people made from one role to another, without saying who: a count per pair and year would do the same. */
export const growthMoves = pgTable("growth_moves", {
  id: text("id").primaryKey(),
  fromRole: text("from_role").notNull(),
  toRole: text("to_role").notNull(),
  people: integer("people").notNull(),
  /** Median months in the earlier role; null: not known. */
  months: real("months"),
  demo: boolean("demo").notNull().default(false),
});

export const growthPlans = pgTable(
  "growth_plans",
  {
    id: text("id").primaryKey(),
    employeeId: person("employee_id"),
    /** What it is for: `{ kind, id, text, name }`. */
    target: jsonb("target").$type<StoredTarget>().notNull(),
    /** Hours a week, deadline, budget, languages, style. */
    request: jsonb("request").$type<PlanConstraints>().notNull(),
    /** As solved last, with reasons, what was left out and what more hours would buy. */
    plan: jsonb("plan").$type<StoredPlanJson>().notNull(),
    gap: jsonb("gap").$type<GapView>().notNull(),
    status: text("status").$type<"active" | "done" | "dropped">().notNull(),
    approval: text("approval").$type<"none" | "asked" | "approved" | "declined">().notNull(),
    approvedBy: text("approved_by").references(() => employees.id, { onDelete: "set null" }),
    approvalNote: text("approval_note").notNull().default(""),
    approvedAt: instant("approved_at"),
    /** In the currency of the company's budget. */
    cost: real("cost").notNull().default(0),
    /** Template it was begun from; null: none. */
    programme: text("programme"),
    /** Raised by every re-planning. */
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("growth_plans_employee").on(t.employeeId, t.status)],
);

export const growthPlanSteps = pgTable(
  "growth_plan_steps",
  {
    planId: text("plan_id").notNull().references(() => growthPlans.id, { onDelete: "cascade" }),
    courseId: text("course_id").notNull(),
    position: integer("position").notNull(),
    status: text("status").$type<"planned" | "started" | "done" | "skipped">().notNull(),
    /** `YYYY-MM-DD` */
    startsOn: text("starts_on").notNull(),
    dueOn: text("due_on").notNull(),
    doneOn: text("done_on"),
    hours: real("hours").notNull(),
    /** Last reminder, so that none comes twice; empty again once the step is begun. After `due_on`: told that it is late. */
    remindedAt: instant("reminded_at"),
  },
  (t) => [primaryKey({ columns: [t.planId, t.courseId] }), index("growth_plan_steps_due").on(t.status, t.dueOn)],
);

export const growthCourseFeedback = pgTable(
  "growth_course_feedback",
  {
    courseId: text("course_id").notNull(),
    employeeId: person("employee_id"),
    /** 1–5 */
    useful: smallint("useful").notNull(),
    comment: text("comment").notNull().default(""),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.employeeId] })],
);

/** The mentoring card: a row is an opt-in; deleting it opts out. */
export const growthMentoring = pgTable("growth_mentoring", {
  employeeId: text("employee_id").primaryKey().references(() => employees.id, { onDelete: "cascade" }),
  asMentor: boolean("as_mentor").notNull(),
  asMentee: boolean("as_mentee").notNull(),
  /** Mentees at the same time, 1–2. */
  capacity: smallint("capacity").notNull().default(1),
  /** Offered as mentor. */
  offers: text("offers").array().notNull(),
  /** Wanted as mentee. */
  wants: text("wants").array().notNull(),
  languages: text("languages").array().notNull(),
  /** Directory ids of people they do not want to be paired with; seen by nobody else. */
  avoid: text("avoid").array().notNull(),
  /** As mentee: those who could be proposed as mentor see the wish, and may put it in their order. */
  shownToMentors: boolean("shown_to_mentors").notNull().default(false),
  /** As mentor: directory ids of would-be mentees, most wanted first; who is not named comes after, by fit. Seen by nobody else. */
  menteeOrder: text("mentee_order").array().notNull().default([]),
  /** As mentor: would-be mentees whom a round shall not propose. Seen by nobody else. */
  ratherNot: text("rather_not").array().notNull().default([]),
  note: text("note").notNull().default(""),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

export const growthPairs = pgTable(
  "growth_pairs",
  {
    id: text("id").primaryKey(),
    mentorId: person("mentor_id"),
    menteeId: person("mentee_id"),
    /** request: the mentee asked · proposal: L&D's stable assignment proposed it to both */
    origin: text("origin").$type<"request" | "proposal">().notNull(),
    status: text("status").$type<"asked" | "accepted" | "declined" | "ended">().notNull(),
    skillId: text("skill_id"),
    /** Why they fit, both languages. */
    reason: jsonb("reason").$type<StoredWords>().notNull(),
    message: text("message").notNull().default(""),
    /** The next conversation that the two have arranged; null: none. */
    meetsAt: instant("meets_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
  },
  (t) => [index("growth_pairs_mentor").on(t.mentorId), index("growth_pairs_mentee").on(t.menteeId)],
);

/** Communities, exchanges between teams and sites, partners and events; shown to everyone once published. */
export const growthEntries = pgTable("growth_entries", {
  id: text("id").primaryKey(),
  kind: text("kind").$type<"community" | "exchange" | "partner" | "event">().notNull(),
  title: jsonb("title").$type<StoredWords>().notNull(),
  about: jsonb("about").$type<StoredWords>().notNull(),
  link: text("link").notNull().default(""),
  /** Empty: all sites. */
  site: text("site").notNull().default(""),
  /** `YYYY-MM-DD`; null: no day. */
  startsOn: text("starts_on"),
  skills: text("skills").array().notNull(),
  demo: boolean("demo").notNull().default(false),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const growthEntryMembers = pgTable(
  "growth_entry_members",
  {
    entryId: text("entry_id").notNull().references(() => growthEntries.id, { onDelete: "cascade" }),
    employeeId: person("employee_id"),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.employeeId] })],
);

/** Stay interviews: kept only with the employee's yes, readable by the two who spoke, gone when the employee says so. */
export const growthInterviews = pgTable(
  "growth_interviews",
  {
    id: text("id").primaryKey(),
    employeeId: person("employee_id"),
    managerId: person("manager_id"),
    /** waiting: the employee has been asked and sees what is written · kept: they agreed. A refused one is deleted. */
    status: text("status").$type<"waiting" | "kept">().notNull(),
    /** Question id → how it stands, and notes. */
    answers: jsonb("answers").$type<InterviewAnswers>().notNull(),
    /** What the two agreed on, with the day until which. */
    actions: jsonb("actions").$type<InterviewAction[]>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    consentedAt: instant("consented_at"),
  },
  (t) => [index("growth_interviews_employee").on(t.employeeId), index("growth_interviews_manager").on(t.managerId)],
);
