/**
 * @file What people did about ratings, beside training: a document that was replaced, or whose owner dealt with the ratings, and
 * an answer that HR verified. A person's own ratings for their receipts, and whom to tell when it happens.
 */
import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Answer } from "../../lib/contracts/evidence";
import type { ActorScope, SystemScope } from "../../lib/core/scope";
import type { DocumentId, FeedbackId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { documentTasks, documentVersions, feedback, verifiedAnswers } from "../schema";
import type { VerifiedRow } from "./verified-answers";

/** A thumb down with what was shown then. */
export interface Complaint {
  readonly feedbackId: FeedbackId;
  readonly userId: UserId;
  readonly ratedAt: Date;
  readonly targetType: "answer" | "citation" | "candidate";
  readonly targetId: string;
  readonly reasons: readonly string[];
  readonly question: string;
  readonly understoodAs: string | null;
  readonly citations: Answer["citations"];
}

const columns = { feedbackId: feedback.id, userId: feedback.userId, ratedAt: feedback.updatedAt, targetType: feedback.targetType, targetId: feedback.targetId, reasons: feedback.reasons, snapshot: feedback.snapshot };

function toComplaint({ snapshot, ...row }: Omit<Complaint, "question" | "understoodAs" | "citations"> & { snapshot: typeof feedback.$inferSelect.snapshot }): Complaint {
  return { ...row, question: snapshot.question, understoodAs: snapshot.answer.understoodAs, citations: snapshot.answer.citations };
}

/** One's own, newest first. */
export async function listOwnComplaints(db: Database, scope: ActorScope, limit: number): Promise<Complaint[]> {
  const rows = await db.select(columns).from(feedback).where(and(eq(feedback.userId, scope.userId), eq(feedback.verdict, "down"))).orderBy(desc(feedback.updatedAt)).limit(limit);
  return rows.map(toComplaint);
}

/** Everyone's about answers that cited a document by this id, since an instant: to tell them, nothing else. */
export async function listComplaintsAbout(db: Database, _scope: SystemScope, of: { cited: DocumentId; since: Date | null }): Promise<Complaint[]> {
  const cites = sql`${feedback.snapshot} -> 'answer' -> 'citations' @> ${JSON.stringify([{ documentId: of.cited }])}::jsonb`;
  const rows = await db.select(columns).from(feedback).where(and(eq(feedback.verdict, "down"), cites, of.since ? gte(feedback.updatedAt, of.since) : undefined)).limit(500);
  return rows.map(toComplaint);
}

export interface Remedy {
  /** The document's id when it was cited, and now. */
  readonly cited: DocumentId;
  readonly documentId: DocumentId;
  /** replaced: by a newer text · checked: its owner dealt with the ratings. */
  readonly kind: "replaced" | "checked";
  readonly at: Date;
}

/** What was done about documents that were cited by these ids, newest first. */
export async function listRemedies(db: Database, _scope: ActorScope, cited: readonly DocumentId[]): Promise<Remedy[]> {
  if (cited.length === 0) return [];
  const replaced = await db.select({ cited: documentVersions.formerId, documentId: documentVersions.documentId, at: documentVersions.replacedAt }).from(documentVersions).where(inArray(documentVersions.formerId, [...cited]));
  const checked = await db
    .select({ documentId: documentTasks.documentId, at: documentTasks.closedAt })
    .from(documentTasks)
    .where(and(eq(documentTasks.kind, "feedback"), eq(documentTasks.status, "done"), inArray(documentTasks.documentId, [...cited])));
  return [
    ...replaced.map((row) => ({ ...row, kind: "replaced" as const })),
    ...checked.flatMap(({ documentId, at }) => (at === null ? [] : [{ cited: documentId, documentId, kind: "checked" as const, at }])),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Answers that HR stands for, in the words of these questions; what a reader may see of them is decided by whoever shows them. */
export async function listVerifiedOf(db: Database, _scope: ActorScope, questions: readonly string[]): Promise<VerifiedRow[]> {
  if (questions.length === 0) return [];
  return db.select().from(verifiedAnswers).where(and(inArray(verifiedAnswers.question, [...new Set(questions)]), eq(verifiedAnswers.state, "serving"), eq(verifiedAnswers.shared, true))).orderBy(desc(verifiedAnswers.verifiedAt));
}
