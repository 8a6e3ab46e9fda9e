/**
 * @file What training reads: grades and verdicts with their question and passage, and ratings with the place they were given
 * at. Only what an asker still stands behind or has merely un-rated; the text comes from the chunk itself, so what was
 * deleted is not there.
 */
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { JudgementKind, ReviewVerdict } from "../../lib/contracts/review";
import type { SystemScope } from "../../lib/core/scope";
import type { ChunkId, DocumentId, DocumentKind, EncoderVersion, FeedbackId, Language, ReviewItemId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { answerExposures, chunks, documents, feedback, messages, reviewGrades, reviewItems, reviewJudgements, reviewSources } from "../schema";

export interface JudgedRow {
  readonly itemId: ReviewItemId;
  readonly query: string;
  readonly language: Language;
  readonly gold: boolean;
  readonly demo: boolean;
  readonly kind: JudgementKind;
  readonly reviewerId: UserId;
  readonly verdict: ReviewVerdict;
  readonly closedAt: Date;
  /** Null: a verdict without a grade. */
  readonly passage: { readonly chunkId: ChunkId; readonly documentId: DocumentId; readonly kind: DocumentKind; readonly text: string; readonly relevance: number; readonly span: { start: number; end: number } | null } | null;
}

/** Every closed judgement, one row per grade, or one without a passage; by item, reviewer, passage. */
export async function listJudgedRows(db: Database, _scope: SystemScope): Promise<JudgedRow[]> {
  const behind = sql`exists (select 1 from review_sources s where s.item_id = ${reviewItems.id})`;
  const rows = await db
    .select({ judgement: reviewJudgements, item: reviewItems, grade: reviewGrades, chunk: { text: chunks.text, start: chunks.startChar }, documentKind: documents.kind })
    .from(reviewJudgements)
    .innerJoin(reviewItems, eq(reviewItems.id, reviewJudgements.itemId))
    .leftJoin(reviewGrades, eq(reviewGrades.judgementId, reviewJudgements.id))
    .leftJoin(chunks, eq(chunks.id, reviewGrades.chunkId))
    .leftJoin(documents, eq(documents.id, reviewGrades.documentId))
    .where(and(eq(reviewJudgements.state, "done"), sql`${reviewJudgements.verdict} is not null`, behind))
    .orderBy(asc(reviewItems.id), asc(reviewJudgements.kind), asc(reviewJudgements.reviewerId), asc(reviewGrades.chunkId));
  return rows.flatMap(({ judgement, item, grade, chunk, documentKind }): JudgedRow[] => {
    if (judgement.verdict === null) return [];
    const span = grade?.spanStart != null && grade.spanEnd != null ? { start: grade.spanStart, end: grade.spanEnd } : null;
    const passage = grade && chunk && documentKind ? { chunkId: grade.chunkId, documentId: grade.documentId, kind: documentKind, text: chunk.text, relevance: grade.relevance, span } : null;
    // A graded judgement whose passages are all gone says nothing any more.
    if (judgement.verdict === "graded" && passage === null) return [];
    const common = { itemId: item.id, query: item.question, language: item.language, gold: item.gold, demo: item.demo || judgement.demo, kind: judgement.kind, reviewerId: judgement.reviewerId, verdict: judgement.verdict, closedAt: judgement.closedAt ?? judgement.updatedAt };
    return [{ ...common, passage }];
  });
}

/** The ratings behind each item, withdrawn ones left out. */
export async function listFeedbackOfItems(db: Database, _scope: SystemScope): Promise<ReadonlyMap<ReviewItemId, FeedbackId[]>> {
  const rows = await db
    .select({ itemId: reviewSources.itemId, feedbackId: feedback.id })
    .from(reviewSources)
    .innerJoin(feedback, eq(feedback.messageId, reviewSources.messageId))
    .where(and(ne(reviewSources.state, "withdrawn"), ne(feedback.targetType, "candidate")))
    .orderBy(asc(feedback.createdAt), asc(feedback.id));
  const found = new Map<ReviewItemId, FeedbackId[]>();
  for (const { itemId, feedbackId } of rows) found.set(itemId, [...(found.get(itemId) ?? []), feedbackId]);
  return found;
}

/** One rating of one passage that was shown, with its place. */
export interface SignalRow {
  readonly feedbackId: FeedbackId;
  readonly itemId: ReviewItemId;
  readonly userId: UserId;
  readonly query: string;
  readonly verdict: "up" | "down";
  /** answer: of the whole of it, so of each passage a little · citation: of this one. */
  readonly target: "answer" | "citation";
  readonly documentId: DocumentId;
  readonly chunkId: ChunkId;
  /** 1-based place on the page, and how many there were. */
  readonly position: number;
  readonly shown: number;
  readonly retrievedRank: number | null;
  readonly opened: boolean;
  readonly encoderVersion: EncoderVersion | null;
  readonly at: Date;
}

/** Ratings that reviewers may see too (private ones are the asker's own and train nothing), newest first. */
export async function listSignalRows(db: Database, _scope: SystemScope): Promise<SignalRow[]> {
  const shown = sql<number>`(select count(*)::int from answer_exposures e where e.message_id = ${messages.id} and e.kind = 'citation')`;
  const rows = await db
    .select({
      feedbackId: feedback.id, itemId: reviewSources.itemId, userId: feedback.userId, query: reviewItems.question, verdict: feedback.verdict, target: feedback.targetType, targetId: feedback.targetId,
      documentId: answerExposures.documentId, chunkId: answerExposures.chunkId, position: answerExposures.position, shown, retrievedRank: answerExposures.retrievedRank, openedAt: answerExposures.openedAt,
      encoderVersion: messages.encoderVersion, at: feedback.createdAt,
    })
    .from(feedback)
    .innerJoin(messages, eq(messages.id, feedback.messageId))
    .innerJoin(reviewSources, and(eq(reviewSources.messageId, feedback.messageId), ne(reviewSources.state, "withdrawn")))
    .innerJoin(reviewItems, eq(reviewItems.id, reviewSources.itemId))
    .innerJoin(answerExposures, and(eq(answerExposures.messageId, feedback.messageId), eq(answerExposures.kind, "citation")))
    .where(inArray(feedback.targetType, ["answer", "citation"]))
    .orderBy(sql`${feedback.createdAt} desc`, asc(feedback.id), asc(answerExposures.position));
  return rows.flatMap(({ target, targetId, chunkId, openedAt, ...row }): SignalRow[] => {
    if (chunkId === null || target === "candidate") return [];
    if (target === "citation" && targetId !== String(row.position)) return [];
    return [{ ...row, target, chunkId, opened: openedAt !== null }];
  });
}
