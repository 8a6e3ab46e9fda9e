/**
 * @file A person's own conversations and ratings, for the routes: list, open, rename, delete, rate, undo.
 */
import { deleteConversation, getConversation, listConversations, renameConversation } from "../../../db/queries/conversations";
import { putFeedback, removeFeedback } from "../../../db/queries/feedback";
import type { ConversationSummary, ConversationView, FeedbackRequest, FeedbackView } from "../../contracts/chat";
import type { ActorScope } from "../../core/scope";
import type { ConversationId, FeedbackId } from "../../core/types";
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
  await deleteConversation((await services()).db, scope, id as ConversationId);
}

/** Stores or changes one's thumb on an answer, a citation or a candidate, with what was shown. */
export async function rate(scope: ActorScope, request: FeedbackRequest): Promise<FeedbackView> {
  return putFeedback((await services()).db, scope, request);
}

export async function undoRating(scope: ActorScope, id: string): Promise<void> {
  await removeFeedback((await services()).db, scope, id as FeedbackId);
}
