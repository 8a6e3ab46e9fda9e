/**
 * @file Thumbs: one per person and target (the answer, one citation, one candidate), changed or undone at will.
 * Each freezes what was shown, so that it still means something after documents and encoder have changed.
 */
import { and, eq } from "drizzle-orm";
import type { FeedbackRequest, FeedbackView } from "../../lib/contracts/chat";
import { FEEDBACK_REASONS } from "../../lib/contracts/chat";
import { standingOf, type ReviewSourceState } from "../../lib/contracts/review";
import type { Answer } from "../../lib/contracts/evidence";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import type { ActorScope } from "../../lib/core/scope";
import type { ConversationId, FeedbackId, MessageId } from "../../lib/core/types";
import type { Database } from "../client";
import { feedback, messages, reviewSources } from "../schema";
import { ownMessage } from "./chat";

/**
 * Gives or changes a thumb on an answer of the person's own. Reasons and comment belong to thumbs down; a thumb up
 * keeps none.
 *
 * @throws AppError "request/not-found" when the answer is not theirs; "request/invalid" when it is not finished or
 * has no such citation or candidate
 */
export async function putFeedback(db: Database, scope: ActorScope, request: FeedbackRequest): Promise<FeedbackView> {
  const message = await ownMessage(db, scope, request.messageId as MessageId);
  const answer = message.answer;
  if (message.role !== "assistant" || answer === null || (message.state !== "complete" && message.state !== "stopped")) {
    throw new AppError("request/invalid", "only a finished answer can be rated", { context: { messageId: message.id } });
  }
  assertTargetShown(answer, request.target);
  const question = await ownMessage(db, scope, message.questionId ?? message.id);
  const verdict = {
    verdict: request.verdict,
    reasons: request.verdict === "down" ? request.reasons : [],
    comment: request.verdict === "down" ? request.comment : "",
    updatedAt: new Date(),
  };
  const [row] = await db
    .insert(feedback)
    .values({
      id: newId<FeedbackId>(),
      messageId: message.id,
      userId: scope.userId,
      targetType: request.target.type,
      targetId: request.target.id ?? "",
      ...verdict,
      snapshot: {
        question: question.text,
        answer,
        retrieved: message.retrieved ?? [],
        encoderVersion: message.encoderVersion ?? "",
      },
    })
    .onConflictDoUpdate({ target: [feedback.messageId, feedback.userId, feedback.targetType, feedback.targetId], set: verdict })
    .returning();
  if (!row) throw new AppError("internal/broken-assumption", "an upsert returned no row");
  return view(row, answer, null);
}

/** Undo: takes the thumb back. @returns the answer it was on @throws AppError "request/not-found" when it is not this person's */
export async function removeFeedback(db: Database, scope: ActorScope, id: FeedbackId): Promise<{ messageId: MessageId }> {
  const rows = await db
    .delete(feedback)
    .where(and(eq(feedback.id, id), eq(feedback.userId, scope.userId)))
    .returning({ messageId: feedback.messageId });
  const [removed] = rows;
  if (!removed) throw new AppError("request/not-found", "no such feedback of this person", { context: { id } });
  return removed;
}

/** This person's thumbs within one conversation, by message. */
export async function listFeedback(
  db: Database,
  scope: ActorScope,
  conversationId: ConversationId,
): Promise<ReadonlyMap<MessageId, FeedbackView[]>> {
  const rows = await db
    .select({ feedback, answer: messages.answer, state: reviewSources.state })
    .from(feedback)
    .innerJoin(messages, eq(feedback.messageId, messages.id))
    .leftJoin(reviewSources, eq(reviewSources.messageId, messages.id))
    .where(and(eq(messages.conversationId, conversationId), eq(feedback.userId, scope.userId)))
    .orderBy(feedback.createdAt, feedback.id);
  const byMessage = new Map<MessageId, FeedbackView[]>();
  for (const { feedback: row, answer, state } of rows) byMessage.set(row.messageId, [...(byMessage.get(row.messageId) ?? []), view(row, answer, state)]);
  return byMessage;
}

function assertTargetShown(answer: Answer, target: FeedbackRequest["target"]): void {
  const shown: Record<FeedbackRequest["target"]["type"], boolean> = {
    answer: target.id === null,
    citation: answer.citations.some((citation) => String(citation.number) === target.id),
    candidate: answer.candidates.some((candidate) => candidate.documentId === target.id),
  };
  if (!shown[target.type]) {
    throw new AppError("request/invalid", `the answer has no ${target.type} ${target.id ?? "without an id"} to rate`);
  }
}

function view(row: typeof feedback.$inferSelect, answer: Answer | null, state: ReviewSourceState | null): FeedbackView {
  return {
    id: row.id,
    target: { type: row.targetType, id: row.targetId === "" ? null : row.targetId },
    verdict: row.verdict,
    reasons: FEEDBACK_REASONS.filter((reason) => row.reasons.includes(reason)),
    comment: row.comment,
    review: standingOf(answer?.outcome, state),
  };
}
