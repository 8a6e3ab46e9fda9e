/**
 * @file The learning loop: snapshots of labels, training runs, trained versions, what is serving, and receipts. No question
 * and no passage is copied: rows point at review items and chunks and go with them, so that deleting a person or a document
 * takes its rows out of every snapshot; what is missing against the recorded count marks snapshot and versions.
 */
import { boolean, customType, index, integer, jsonb, pgTable, primaryKey, real, smallint, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { GateReport, GateVerdict } from "../../lib/contracts/gate";
import type { CurvePoint, RunFailure, SnapshotFacts } from "../../lib/contracts/learning";
import type { ModelEventKind, ReceiptUse, RunKind, RunStage, RunState, RunTrigger, Split } from "../../lib/contracts/learning-words";
import type { ChunkId, DocumentId, EncoderVersion, FeedbackId, ModelVersionId, ReviewItemId, SnapshotId, TrainingRunId, UserId } from "../../lib/core/types";
import { feedback } from "./chat";
import { chunks, documents } from "./documents";
import { users } from "./people";
import { reviewItems } from "./review";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Raw bytes. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Labels as they stood at one moment; never changed afterwards, only reduced by deletions. */
export const learningSnapshots = pgTable("learning_snapshots", {
  id: text("id").$type<SnapshotId>().primaryKey(),
  /** SHA-256 over questions, passages, grades, weights and split; equal labels give an equal hash. */
  sha256: text("sha256").notNull(),
  /** Rows when it was made: fewer now means that some were deleted. */
  rows: integer("rows").notNull(),
  facts: jsonb("facts").$type<SnapshotFacts>().notNull(),
  /** Holds labels that the demo company came with. */
  demo: boolean("demo").notNull().default(false),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const learningSnapshotRows = pgTable(
  "learning_snapshot_rows",
  {
    snapshotId: text("snapshot_id")
      .$type<SnapshotId>()
      .notNull()
      .references(() => learningSnapshots.id, { onDelete: "cascade" }),
    ordinal: integer("ordinal").notNull(),
    itemId: text("item_id")
      .$type<ReviewItemId>()
      .notNull()
      .references(() => reviewItems.id, { onDelete: "cascade" }),
    /** Null: the documents do not answer the question, or could not. */
    chunkId: text("chunk_id")
      .$type<ChunkId>()
      .references(() => chunks.id, { onDelete: "cascade" }),
    /** 0 not about it · 1 about it · 2 part of the answer · 3 the answer; without a passage 0, or −1: no document could answer. */
    relevance: smallint("relevance").notNull(),
    /** Trust in who gave it, 0–1. */
    weight: real("weight").notNull(),
    split: text("split").$type<Split>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.snapshotId, t.ordinal] }), index("learning_snapshot_rows_item").on(t.itemId), index("learning_snapshot_rows_chunk").on(t.chunkId)],
);

export const trainingRuns = pgTable(
  "training_runs",
  {
    id: text("id").$type<TrainingRunId>().primaryKey(),
    state: text("state").$type<RunState>().notNull(),
    trigger: text("trigger").$type<RunTrigger>().notNull(),
    kind: text("kind").$type<RunKind>().notNull().default("ranking"),
    requestedBy: text("requested_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    snapshotId: text("snapshot_id")
      .$type<SnapshotId>()
      .references(() => learningSnapshots.id, { onDelete: "set null" }),
    /** What was serving when it began; null: as shipped. */
    parentId: text("parent_id").$type<ModelVersionId>(),
    stage: text("stage").$type<RunStage>(),
    step: integer("step").notNull().default(0),
    steps: integer("steps"),
    etaSeconds: integer("eta_seconds"),
    curve: jsonb("curve").$type<CurvePoint[]>().notNull().default([]),
    failure: jsonb("failure").$type<RunFailure>(),
    attempts: integer("attempts").notNull().default(0),
    /** Process that runs it; the claim lapses at `leaseUntil`. */
    claimedBy: text("claimed_by"),
    leaseUntil: instant("lease_until"),
    /** The version it made; of an "index" the one that is to serve. */
    versionId: text("version_id").$type<ModelVersionId>(),
    /** Why the gate's refusal is overruled, of an "index". */
    reason: text("reason").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [index("training_runs_state").on(t.state, t.createdAt)],
);

export const modelVersions = pgTable(
  "model_versions",
  {
    id: text("id").$type<ModelVersionId>().primaryKey(),
    /** 1, 2, 3 …: what people call it. */
    number: integer("number").notNull(),
    parentId: text("parent_id").$type<ModelVersionId>(),
    snapshotId: text("snapshot_id")
      .$type<SnapshotId>()
      .references(() => learningSnapshots.id, { onDelete: "set null" }),
    /** The shipped encoder that it was trained with; it serves with no other. */
    encoderVersion: text("encoder_version").$type<EncoderVersion>().notNull(),
    /** The version whose trained encoder it ranks with, perhaps itself; null: the shipped encoder. */
    spaceId: text("space_id").$type<ModelVersionId>(),
    /** That encoder's version, under which its vectors lie. */
    spaceVersion: text("space_version").$type<EncoderVersion>(),
    /** The trained layers of the encoder that this version brought (safetensors). */
    layers: bytea("layers"),
    verdict: text("verdict").$type<GateVerdict>().notNull(),
    gate: jsonb("gate").$type<GateReport>().notNull(),
    recipe: jsonb("recipe").$type<Record<string, string | number | boolean>>().notNull(),
    curve: jsonb("curve").$type<CurvePoint[]>().notNull(),
    /** What is applied to questions, as lib/improvement writes it. */
    artefact: bytea("artefact").notNull(),
    sha256: text("sha256").notNull(),
    demo: boolean("demo").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("model_versions_number").on(t.number)],
);

/** How one question of a frozen test fared with champion and challenger: place of the first right passage, null below the list. */
export const modelComparisons = pgTable(
  "model_comparisons",
  {
    versionId: text("version_id")
      .$type<ModelVersionId>()
      .notNull()
      .references(() => modelVersions.id, { onDelete: "cascade" }),
    itemId: text("item_id")
      .$type<ReviewItemId>()
      .notNull()
      .references(() => reviewItems.id, { onDelete: "cascade" }),
    before: integer("before"),
    after: integer("after"),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.itemId] }), index("model_comparisons_item").on(t.itemId)],
);

/** What is serving now: one row. Changed in one statement, so that a crash leaves the old or the new, never neither. */
export const modelServing = pgTable("model_serving", {
  place: text("place").$type<"answers">().primaryKey(),
  /** Null: as shipped. */
  versionId: text("version_id")
    .$type<ModelVersionId>()
    .references(() => modelVersions.id, { onDelete: "set null" }),
  /** What one click goes back to; null: as shipped. */
  previousId: text("previous_id")
    .$type<ModelVersionId>()
    .references(() => modelVersions.id, { onDelete: "set null" }),
  onTrial: boolean("on_trial").notNull().default(false),
  since: instant("since").notNull().defaultNow(),
});

export const modelEvents = pgTable(
  "model_events",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<ModelEventKind>().notNull(),
    /** What serves from then on; null: as shipped. */
    versionId: text("version_id").$type<ModelVersionId>(),
    fromId: text("from_id").$type<ModelVersionId>(),
    byId: text("by_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    /** Why the gate's refusal was overruled, or why a trial ended. */
    reason: text("reason").notNull().default(""),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [index("model_events_at").on(t.at)],
);

/** What became of one rating: told to who gave it. Places are of their own question with what they may read. */
export const feedbackReceipts = pgTable(
  "feedback_receipts",
  {
    feedbackId: text("feedback_id")
      .$type<FeedbackId>()
      .notNull()
      .references(() => feedback.id, { onDelete: "cascade" }),
    versionId: text("version_id")
      .$type<ModelVersionId>()
      .notNull()
      .references(() => modelVersions.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    use: text("use").$type<ReceiptUse>().notNull(),
    /** The passage that reviewers found right; null when there is none, or the person may not read it. */
    documentId: text("document_id")
      .$type<DocumentId>()
      .references(() => documents.id, { onDelete: "cascade" }),
    chunkId: text("chunk_id")
      .$type<ChunkId>()
      .references(() => chunks.id, { onDelete: "cascade" }),
    before: integer("before"),
    after: integer("after"),
    /** The answer now quotes the right passage. */
    quoted: boolean("quoted").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.feedbackId, t.versionId] }), index("feedback_receipts_user").on(t.userId, t.createdAt), index("feedback_receipts_document").on(t.documentId)],
);
