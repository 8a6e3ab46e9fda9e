/**
 * @file A person's own conversations and ratings, for the routes: list, open, rename, delete, rate, undo.
 */
import { deleteConversation, getConversation, listConversations, renameConversation } from "../../../db/queries/conversations";
import { recordOpened } from "../../../db/queries/exposures";
import { removeOrphanItems } from "../../../db/queries/review-sources";
import type { ConversationSummary, ConversationView, FeedbackRequest, FeedbackView, OpenedRequest, ReviewStanding } from "../../contracts/chat";
import type { ActorScope } from "../../core/scope";
import type { ConversationId, FeedbackId, MessageId } from "../../core/types";
import { rateAnswer, sendToReview, undoAnswerRating } from "../review/signals";
import { followRatings, ratedDocuments } from "../document-tasks/raise";
import { services } from "../services";

export async function ownConversations(scope: ActorScope): Promise<{ conversations: ConversationSummary[] }> {
  return { conversations: await listConversations((await services()).db, scope) };
}

/** @throws AppError "request/not-found" */
export async function ownConversation(scope: ActorScope, id: string): Promise<ConversationView> {
  return getConversation((await services()).db, scope, id as ConversationId);
}

/** @throws AppError "request/not-found" */
export async function renameOwnConversation(scope: ActorScope, id: string, title: string): Promise<ConversationView> {
  const { db } = await services();
  await renameConversation(db, scope, { id: id as ConversationId, title });
  return getConversation(db, scope, id as ConversationId);
}

/** @throws AppError "request/not-found" */
export async function deleteOwnConversation(scope: ActorScope, id: string): Promise<void> {
  const { db } = await services();
  await deleteConversation(db, scope, id as ConversationId);
  await removeOrphanItems(db, scope);
}

/** Stores or changes one's thumb on an answer, a citation or a candidate, with what was shown; reviewers see it where they may. */
export async function rate(scope: ActorScope, request: FeedbackRequest): Promise<FeedbackView> {
  const open = await services();
  const rating = await rateAnswer(open, scope, request);
  await followRatings(open.db, await ratedDocuments(open.db, rating.id));
  return rating;
}

/** Sends an answer of one's own to the reviewers, whatever it touches. @throws AppError as sendToReview */
export async function send(scope: ActorScope, messageId: string): Promise<{ review: ReviewStanding }> {
  return { review: await sendToReview(await services(), scope, messageId as MessageId) };
}

/** One opened a source or candidate of an answer of one's own. @throws AppError as recordOpened */
export async function opened(scope: ActorScope, request: OpenedRequest): Promise<void> {
  await recordOpened((await services()).db, scope, { ...request, messageId: request.messageId as MessageId });
}

export async function undoRating(scope: ActorScope, id: string): Promise<void> {
  const { db } = await services();
  const documents = await ratedDocuments(db, id);
  await undoAnswerRating(db, scope, id as FeedbackId);
  await followRatings(db, documents);
}
