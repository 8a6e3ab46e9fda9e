/**
 * @file The review queue: what was shown with an answer (exposure), questions that people rated or sent (items, one per
 * question however many ask it), the passages to grade, and reviewers' judgements. No document text is copied here:
 * passages are ids into `chunks`, so that a deleted document takes its grades along. Rules: lib/server/review/README.md.
 */
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, smallint, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { Outcome } from "../../lib/contracts/evidence";
import type { JudgementKind, JudgementState, ReviewAction, ReviewSourceState, ReviewVerdict } from "../../lib/contracts/review";
import type { ChunkId, DocumentId, EncoderVersion, Language, MessageId, ReviewItemId, ReviewJudgementId, UserId } from "../../lib/core/types";
import { messages } from "./chat";
import { chunks, documents } from "./documents";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** What an answer put before its reader, in which place, and whether it was opened: without it, position bias stays in. */
export const answerExposures = pgTable(
  "answer_exposures",
  {
    messageId: text("message_id")
      .$type<MessageId>()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"citation" | "candidate">().notNull(),
    /** 1-based place on the page. */
    position: integer("position").notNull(),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    chunkId: text("chunk_id").$type<ChunkId>(),
    /** Rank in the retrieved list; null when it was not in the part that is kept. */
    retrievedRank: integer("retrieved_rank"),
    /** When its reader first opened it; null: shown, not opened. */
    openedAt: instant("opened_at"),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.kind, t.position] }), index("answer_exposures_document").on(t.documentId)],
);

export const reviewItems = pgTable(
  "review_items",
  {
    id: text("id").$type<ReviewItemId>().primaryKey(),
    /** As understood: follow-ups made whole. */
    question: text("question").notNull(),
    /** Folded form; equal keys are the same question. */
    questionKey: text("question_key").notNull(),
    language: text("language").$type<Language>().notNull(),
    outcome: text("outcome").$type<Outcome>().notNull(),
    /** Of the newest answer, 0–1. */
    confidence: real("confidence").notNull(),
    encoderVersion: text("encoder_version").$type<EncoderVersion>().notNull(),
    /** Reviewers who judge it, 1–3. */
    needed: smallint("needed").notNull(),
    /** 0–1, drawn once from the item's id: decides the random share of the order, the same for every reviewer. */
    lot: real("lot").notNull(),
    /** Its reference judgement is known to be right and checks reviewers. */
    gold: boolean("gold").notNull().default(false),
    demo: boolean("demo").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastAskedAt: instant("last_asked_at").notNull().defaultNow(),
  },
  (t) => [index("review_items_key").on(t.questionKey)],
);

/**
 * The rated or sent answers that an item stands for; an item without any is garbage: its askers deleted the conversation or
 * were erased. The person is needed so that nobody judges their own; it is never shown.
 */
export const reviewSources = pgTable(
  "review_sources",
  {
    messageId: text("message_id")
      .$type<MessageId>()
      .primaryKey()
      .references(() => messages.id, { onDelete: "cascade" }),
    itemId: text("item_id")
      .$type<ReviewItemId>()
      .notNull()
      .references(() => reviewItems.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** sent: on purpose, by its asker · withdrawn: taken back after somebody had judged; not shown any more. */
    state: text("state").$type<ReviewSourceState>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [index("review_sources_item").on(t.itemId), index("review_sources_user").on(t.userId, t.createdAt)],
);

export const reviewItemPassages = pgTable(
  "review_item_passages",
  {
    itemId: text("item_id")
      .$type<ReviewItemId>()
      .notNull()
      .references(() => reviewItems.id, { onDelete: "cascade" }),
    chunkId: text("chunk_id")
      .$type<ChunkId>()
      .notNull()
      .references(() => chunks.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** In the retrieved list, from 1; cited passages outside of it follow. */
    rank: integer("rank").notNull(),
    score: real("score"),
    lexical: real("lexical"),
    dense: real("dense"),
    /** The answer quoted it. */
    cited: boolean("cited").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.chunkId] }), index("review_item_passages_document").on(t.documentId)],
);

export const reviewJudgements = pgTable(
  "review_judgements",
  {
    id: text("id").$type<ReviewJudgementId>().primaryKey(),
    itemId: text("item_id")
      .$type<ReviewItemId>()
      .notNull()
      .references(() => reviewItems.id, { onDelete: "cascade" }),
    reviewerId: text("reviewer_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** own: a reviewer's · reference: what adjudication or a gold item says, at most one per item. */
    kind: text("kind").$type<JudgementKind>().notNull(),
    state: text("state").$type<JudgementState>().notNull(),
    /** Null in a draft that has none yet. */
    verdict: text("verdict").$type<ReviewVerdict>(),
    note: text("note").notNull().default(""),
    flagged: boolean("flagged").notNull().default(false),
    /** From opening the item to closing it; null for drafts and references. */
    durationMs: integer("duration_ms"),
    demo: boolean("demo").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    uniqueIndex("review_judgements_once").on(t.itemId, t.reviewerId, t.kind),
    uniqueIndex("review_judgements_reference").on(t.itemId).where(sql`${t.kind} = 'reference'`),
    index("review_judgements_reviewer").on(t.reviewerId, t.closedAt),
  ],
);

export const reviewGrades = pgTable(
  "review_grades",
  {
    judgementId: text("judgement_id")
      .$type<ReviewJudgementId>()
      .notNull()
      .references(() => reviewJudgements.id, { onDelete: "cascade" }),
    chunkId: text("chunk_id")
      .$type<ChunkId>()
      .notNull()
      .references(() => chunks.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** 0 not about it · 1 about it, no answer · 2 part of the answer · 3 the answer. */
    relevance: smallint("relevance").notNull(),
    /** The answer within the document's text; both or neither. */
    spanStart: integer("span_start"),
    spanEnd: integer("span_end"),
    /** Found by the reviewer's own search. */
    found: boolean("found").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.judgementId, t.chunkId] }), index("review_grades_document").on(t.documentId)],
);

/** An item that was given to someone comes first in their queue. */
export const reviewAssignments = pgTable(
  "review_assignments",
  {
    itemId: text("item_id")
      .$type<ReviewItemId>()
      .notNull()
      .references(() => reviewItems.id, { onDelete: "cascade" }),
    reviewerId: text("reviewer_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    assignedBy: text("assigned_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.reviewerId] }), index("review_assignments_reviewer").on(t.reviewerId)],
);

/** A reviewer's own keys; absent: the defaults. */
export const reviewPreferences = pgTable("review_preferences", {
  userId: text("user_id")
    .$type<UserId>()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  keys: jsonb("keys").$type<Partial<Record<ReviewAction, string>>>().notNull(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});
