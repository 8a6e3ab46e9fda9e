/**
 * @file Recruiting work: an opening (beside its document), who works on it, what it asks for, applications with their
 * stages, notes and scores, shortlists with a hiring manager's answers, saved searches, receipts of erasure. What is known
 * of a person hangs on the résumé's document and goes with it. Equal-opportunity records lie apart: nothing refers to them.
 */
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { Channel, Consent, OpeningState, OpenStage, Stage, Verdict } from "../../lib/contracts/recruiting-words";
import type { ErasureReceipt, Ranked, RequirementChange, RequirementView, RunInputs, ScorecardView, ScoreVersionsView } from "../../lib/contracts/recruiting";
import type { ApplicationId, DocumentId, UserId } from "../../lib/core/types";
import { documents } from "./documents";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
const byAccount = (name: string) =>
  text(name)
    .$type<UserId>()
    .references(() => users.id, { onDelete: "set null" });
const ofOpening = () =>
  text("opening_id")
    .$type<DocumentId>()
    .notNull()
    .references(() => openings.documentId, { onDelete: "cascade" });
const ofApplication = () =>
  text("application_id")
    .$type<ApplicationId>()
    .notNull()
    .references(() => applications.id, { onDelete: "cascade" });

/** The recruiting side of a document of kind "job"; without a row nobody recruits for it yet. */
export const openings = pgTable("openings", {
  documentId: text("document_id")
    .$type<DocumentId>()
    .primaryKey()
    .references(() => documents.id, { onDelete: "cascade" }),
  state: text("state").$type<OpeningState>().notNull(),
  /** People wanted. */
  seats: integer("seats").notNull().default(1),
  /** As read from the document, and as recruiters corrected it. */
  suggested: jsonb("suggested").$type<RequirementView[]>().notNull(),
  requirements: jsonb("requirements").$type<RequirementView[]>().notNull(),
  /** Raised with every correction. */
  revision: integer("revision").notNull().default(1),
  /** Ruleset and model that scores are made with until somebody scores anew on purpose; null before the first score. */
  pinned: jsonb("pinned").$type<ScoreVersionsView>(),
  /** The run whose scores are shown. */
  runId: text("run_id"),
  /** Who a person is stays hidden until their application reaches this stage; null: never hidden. */
  blindUntil: text("blind_until").$type<OpenStage>(),
  createdBy: byAccount("created_by"),
  openedAt: instant("opened_at").notNull(),
  closedAt: instant("closed_at"),
});

/** Who works on an opening. HR leads do on every one, others only when they are named here. */
export const openingMembers = pgTable(
  "opening_members",
  {
    openingId: ofOpening(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    addedBy: byAccount("added_by"),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.openingId, t.userId] }), index("opening_members_user").on(t.userId)],
);

/** Each correction of what was understood: a label for the reader of job descriptions. */
export const requirementCorrections = pgTable(
  "requirement_corrections",
  {
    id: text("id").primaryKey(),
    openingId: ofOpening(),
    /** The revision that it made. */
    revision: integer("revision").notNull(),
    change: jsonb("change").$type<RequirementChange>().notNull(),
    byId: byAccount("by_id"),
    at: instant("at").notNull(),
  },
  (t) => [index("requirement_corrections_opening").on(t.openingId, t.revision)],
);

export const applications = pgTable(
  "applications",
  {
    id: text("id").$type<ApplicationId>().primaryKey(),
    /** What people call it where a name is hidden: "K4-7QF". Says nothing about the person. */
    code: text("code").notNull(),
    openingId: ofOpening(),
    /** The résumé. */
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    stage: text("stage").$type<Stage>().notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    consent: text("consent").$type<Consent>().notNull(),
    /** Their data may be kept until then; null: no term was agreed. */
    keepUntil: instant("keep_until"),
    appliedAt: instant("applied_at").notNull(),
    stageSince: instant("stage_since").notNull(),
    /** Of the last move, in the recruiter's words. */
    reason: text("reason").notNull().default(""),
    /** First day of work, `YYYY-MM-DD`, of who was hired. */
    startsOn: text("starts_on"),
  },
  (t) => [uniqueIndex("applications_once").on(t.openingId, t.documentId), uniqueIndex("applications_code").on(t.code), index("applications_document").on(t.documentId), index("applications_keep").on(t.keepUntil)],
);

/** One scoring of an opening's applications: never changed, a new one is made. */
export const scoreRuns = pgTable(
  "score_runs",
  {
    id: text("id").primaryKey(),
    openingId: ofOpening(),
    /** 1, 2, 3 … within the opening. */
    number: integer("number").notNull(),
    versions: jsonb("versions").$type<ScoreVersionsView>().notNull(),
    /** What those versions name, whole, so that a score can be worked out again; null: a run from before it was kept. */
    inputs: jsonb("inputs").$type<RunInputs>(),
    revision: integer("revision").notNull(),
    requirements: jsonb("requirements").$type<RequirementView[]>().notNull(),
    /** Why it was made, in the words of who asked for it. */
    reason: text("reason").notNull(),
    byId: byAccount("by_id"),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("score_runs_number").on(t.openingId, t.number)],
);

export const applicationScores = pgTable(
  "application_scores",
  {
    runId: text("run_id")
      .notNull()
      .references(() => scoreRuns.id, { onDelete: "cascade" }),
    applicationId: ofApplication(),
    /** 0–100, one decimal. */
    score: real("score").notNull(),
    card: jsonb("card").$type<ScorecardView>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.applicationId] }), index("application_scores_application").on(t.applicationId)],
);

/** Every step of an application, with the ranked list as it stood before the person who decided. */
export const applicationEvents = pgTable(
  "application_events",
  {
    id: text("id").primaryKey(),
    applicationId: ofApplication(),
    fromStage: text("from_stage").$type<Stage>(),
    toStage: text("to_stage").$type<Stage>().notNull(),
    reason: text("reason").notNull().default(""),
    /** Null: nothing had been scored. */
    runId: text("run_id").references(() => scoreRuns.id, { onDelete: "set null" }),
    revision: integer("revision"),
    shown: jsonb("shown").$type<Ranked[]>().notNull().default([]),
    byId: byAccount("by_id"),
    at: instant("at").notNull(),
  },
  (t) => [index("application_events_application").on(t.applicationId, t.at)],
);

export const applicationNotes = pgTable(
  "application_notes",
  {
    id: text("id").primaryKey(),
    applicationId: ofApplication(),
    byId: byAccount("by_id"),
    text: text("text").notNull(),
    /** Whoever wrote it is told then. */
    remindAt: instant("remind_at"),
    remindedAt: instant("reminded_at"),
    at: instant("at").notNull(),
  },
  (t) => [index("application_notes_application").on(t.applicationId, t.at), index("application_notes_remind").on(t.remindAt)],
);

export const shortlists = pgTable(
  "shortlists",
  {
    id: text("id").primaryKey(),
    openingId: ofOpening(),
    name: text("name").notNull(),
    createdBy: byAccount("created_by"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("shortlists_opening").on(t.openingId)],
);

export const shortlistEntries = pgTable(
  "shortlist_entries",
  {
    shortlistId: text("shortlist_id")
      .notNull()
      .references(() => shortlists.id, { onDelete: "cascade" }),
    applicationId: ofApplication(),
    reason: text("reason").notNull(),
    byId: byAccount("by_id"),
    at: instant("at").notNull(),
    /** What stood before whoever chose: the scoring and the place in its list, 1 first; null where nobody was scored. */
    runId: text("run_id"),
    rank: integer("rank"),
  },
  (t) => [primaryKey({ columns: [t.shortlistId, t.applicationId] }), index("shortlist_entries_application").on(t.applicationId)],
);

/** A shortlist put before one named person, for a time. */
export const shortlistLinks = pgTable(
  "shortlist_links",
  {
    id: text("id").primaryKey(),
    shortlistId: text("shortlist_id")
      .notNull()
      .references(() => shortlists.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Codes in place of names, identity masked in quotes. */
    masked: boolean("masked").notNull(),
    createdBy: byAccount("created_by"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    firstOpenedAt: instant("first_opened_at"),
  },
  (t) => [index("shortlist_links_user").on(t.userId), index("shortlist_links_shortlist").on(t.shortlistId)],
);

export const shortlistAnswers = pgTable(
  "shortlist_answers",
  {
    linkId: text("link_id")
      .notNull()
      .references(() => shortlistLinks.id, { onDelete: "cascade" }),
    applicationId: ofApplication(),
    verdict: text("verdict").$type<Verdict>().notNull(),
    note: text("note").notNull().default(""),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.linkId, t.applicationId] }), index("shortlist_answers_application").on(t.applicationId)],
);

export const savedSearches = pgTable(
  "saved_searches",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** In plain words, as typed. */
    request: text("request").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Résumés that came after this are looked at next. */
    lookedAt: instant("looked_at").notNull(),
  },
  (t) => [index("saved_searches_user").on(t.userId)],
);

/** Résumés that fitted a saved search when they came; their owner was told. */
export const savedSearchHits = pgTable(
  "saved_search_hits",
  {
    searchId: text("search_id")
      .notNull()
      .references(() => savedSearches.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    seenAt: instant("seen_at"),
  },
  (t) => [primaryKey({ columns: [t.searchId, t.documentId] }), index("saved_search_hits_document").on(t.documentId)],
);

/** That somebody was erased, and the proof; holds counts and ids of what is gone, nothing about the person. */
export const erasures = pgTable("erasures", {
  id: text("id").primaryKey(),
  receipt: jsonb("receipt").$type<ErasureReceipt>().notNull(),
  /** SHA-256 of the receipt's canonical JSON, hex. */
  sha256: text("sha256").notNull(),
  byId: byAccount("by_id"),
  at: instant("at").notNull(),
  demo: boolean("demo").notNull().default(false),
});

/**
 * What applicants said about themselves for equal-opportunity reports. `subject` is a keyed hash of the application's code:
 * no row can be read back to a person without this installation's secret, and nothing in recruiting refers to it.
 */
export const equalOpportunityRecords = pgTable(
  "equal_opportunity_records",
  {
    subject: text("subject").primaryKey(),
    /** Category → group: {"sex": "female"}; a category that is absent is unknown. */
    groups: jsonb("groups").$type<Record<string, string>>().notNull(),
    importId: text("import_id")
      .notNull()
      .references(() => equalOpportunityImports.id, { onDelete: "cascade" }),
  },
  (t) => [index("equal_opportunity_records_import").on(t.importId)],
);

export const equalOpportunityImports = pgTable("equal_opportunity_imports", {
  id: text("id").primaryKey(),
  rows: bigint("rows", { mode: "number" }).notNull(),
  /** Lines whose code belongs to no application. */
  unmatched: bigint("unmatched", { mode: "number" }).notNull(),
  byId: byAccount("by_id"),
  at: instant("at").notNull(),
  demo: boolean("demo").notNull().default(false),
});
