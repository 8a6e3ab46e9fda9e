/**
 * @file Receipts: which ratings a version's snapshot came of, what became of each, and a person's own ratings with where
 * they stand. Nobody reads another person's.
 */
import { and, asc, desc, eq, inArray, ne, notExists, sql } from "drizzle-orm";
import type { ReceiptUse } from "../../lib/contracts/learning";
import type { ActorScope, SystemScope } from "../../lib/core/scope";
import type { ChunkId, ConversationId, FeedbackId, ModelVersionId, ReviewItemId, SnapshotId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { UNFAIR } from "./learning-snapshots";
import { chunks, feedback, feedbackReceipts, learningSnapshotRows, messages, modelVersions, reviewItems, reviewJudgements, reviewSources } from "../schema";

export type NewReceipt = typeof feedbackReceipts.$inferInsert;

/** A rating behind a question of a snapshot. */
export interface RatingOfSnapshot {
  readonly feedbackId: FeedbackId;
  readonly userId: UserId;
  readonly itemId: ReviewItemId;
  readonly question: string;
  readonly use: ReceiptUse;
}

/** Ratings whose question is in the version's snapshot and that have no receipt for it yet. */
export async function listRatingsWithoutReceipt(db: Database, _scope: SystemScope, version: { id: ModelVersionId; snapshotId: SnapshotId }): Promise<RatingOfSnapshot[]> {
  const known = db.select({ one: sql`1` }).from(feedbackReceipts).where(and(eq(feedbackReceipts.feedbackId, feedback.id), eq(feedbackReceipts.versionId, version.id)));
  const use = sql<ReceiptUse>`case when bool_and(${learningSnapshotRows.relevance} = ${UNFAIR}) then 'unfair' when bool_and(${learningSnapshotRows.chunkId} is null) then 'unanswerable' when bool_or(${learningSnapshotRows.split} = 'test') then 'tested' else 'trained' end`;
  return db
    .select({ feedbackId: feedback.id, userId: feedback.userId, itemId: reviewItems.id, question: reviewItems.question, use })
    .from(feedback)
    .innerJoin(reviewSources, and(eq(reviewSources.messageId, feedback.messageId), ne(reviewSources.state, "withdrawn")))
    .innerJoin(reviewItems, eq(reviewItems.id, reviewSources.itemId))
    .innerJoin(learningSnapshotRows, and(eq(learningSnapshotRows.itemId, reviewItems.id), eq(learningSnapshotRows.snapshotId, version.snapshotId)))
    .where(and(ne(feedback.targetType, "candidate"), notExists(known)))
    .groupBy(feedback.id, feedback.userId, reviewItems.id, reviewItems.question)
    .orderBy(asc(feedback.id));
}

/** Passages that the snapshot's reviewers called part of the answer, best first, by question. */
export async function rightPassagesOf(db: Database, _scope: SystemScope, id: SnapshotId): Promise<ReadonlyMap<ReviewItemId, ChunkId[]>> {
  const rows = await db
    .select({ itemId: learningSnapshotRows.itemId, chunkId: learningSnapshotRows.chunkId, best: sql<number>`max(${learningSnapshotRows.relevance})` })
    .from(learningSnapshotRows)
    .where(and(eq(learningSnapshotRows.snapshotId, id), sql`${learningSnapshotRows.relevance} >= 2`))
    .groupBy(learningSnapshotRows.itemId, learningSnapshotRows.chunkId)
    .orderBy(sql`3 desc`, asc(learningSnapshotRows.chunkId));
  const right = new Map<ReviewItemId, ChunkId[]>();
  for (const { itemId, chunkId } of rows) if (chunkId) right.set(itemId, [...(right.get(itemId) ?? []), chunkId]);
  return right;
}

export async function insertReceipts(db: Database, _scope: SystemScope, receipts: readonly NewReceipt[]): Promise<void> {
  if (receipts.length > 0) await db.insert(feedbackReceipts).values([...receipts]).onConflictDoNothing();
}

/** A rating of one's own, with its newest receipt where there is one. */
export interface OwnRating {
  readonly feedbackId: FeedbackId;
  readonly question: string;
  readonly verdict: "up" | "down";
  readonly ratedAt: Date;
  readonly conversationId: ConversationId;
  /** Null: it stays with the person. */
  readonly itemId: ReviewItemId | null;
  /** Verdicts that reviewers have given, without repetition. */
  readonly verdicts: readonly string[];
}

/** Newest first. */
export async function listOwnRatings(db: Database, scope: ActorScope, limit: number): Promise<OwnRating[]> {
  const rows = await db
    .select({ feedbackId: feedback.id, question: sql<string>`${feedback.snapshot}->>'question'`, verdict: feedback.verdict, ratedAt: feedback.updatedAt, conversationId: messages.conversationId, itemId: reviewSources.itemId })
    .from(feedback)
    .innerJoin(messages, eq(messages.id, feedback.messageId))
    .leftJoin(reviewSources, and(eq(reviewSources.messageId, feedback.messageId), ne(reviewSources.state, "withdrawn")))
    .where(and(eq(feedback.userId, scope.userId), ne(feedback.targetType, "candidate")))
    .orderBy(desc(feedback.updatedAt), desc(feedback.id))
    .limit(limit);
  const items = rows.flatMap(({ itemId }) => itemId ?? []);
  const judged = items.length === 0 ? [] : await db.selectDistinct({ itemId: reviewJudgements.itemId, verdict: reviewJudgements.verdict }).from(reviewJudgements).where(and(inArray(reviewJudgements.itemId, items), eq(reviewJudgements.state, "done")));
  return rows.map((row) => ({ ...row, verdicts: judged.flatMap(({ itemId, verdict }) => (itemId === row.itemId && verdict !== null ? [verdict] : [])) }));
}

export interface OwnReceipt {
  readonly feedbackId: FeedbackId;
  readonly versionId: ModelVersionId;
  readonly number: number;
  readonly use: ReceiptUse;
  readonly chunkId: ChunkId | null;
  readonly heading: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly quoted: boolean;
  readonly createdAt: Date;
}

/** All of one's own, newest version first. */
export async function listOwnReceipts(db: Database, scope: ActorScope): Promise<OwnReceipt[]> {
  const rows = await db
    .select({ receipt: feedbackReceipts, number: modelVersions.number, headings: chunks.headings })
    .from(feedbackReceipts)
    .innerJoin(modelVersions, eq(modelVersions.id, feedbackReceipts.versionId))
    .leftJoin(chunks, eq(chunks.id, feedbackReceipts.chunkId))
    .where(eq(feedbackReceipts.userId, scope.userId))
    .orderBy(desc(modelVersions.number), asc(feedbackReceipts.feedbackId));
  return rows.map(({ receipt, number, headings }) => ({ ...receipt, number, heading: headings?.at(-1) ?? null }));
}
