/**
 * @file The history pane: a person's own conversations, listed, opened, renamed, deleted.
 * Writing questions and answers is db/queries/chat.ts.
 */
import { and, desc, eq } from "drizzle-orm";
import type { ConversationSummary, ConversationView, FeedbackView, MessageView } from "../../lib/contracts/chat";
import type { Answer } from "../../lib/contracts/evidence";
import { AppError } from "../../lib/core/errors";
import type { ActorScope, SystemScope } from "../../lib/core/scope";
import type { ConversationId, MessageId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { conversations } from "../schema";
import { ownMessages, type MessageRow } from "./chat";
import { listFeedback } from "./feedback";

/** An answer that was interrupted before anything was kept. */
const NOTHING_KEPT: Answer = {
  outcome: "none",
  text: "",
  citations: [],
  candidates: [],
  understoodAs: null,
  confidence: 0,
  suggestions: [],
};

/** @param page.limit 1–500 @returns newest change first */
export async function listConversations(
  db: Database,
  scope: ActorScope,
  page: { limit: number; offset: number } = { limit: 200, offset: 0 },
): Promise<ConversationSummary[]> {
  const rows = await db
    .select()
    .from(conversations)
    .where(eq(conversations.userId, scope.userId))
    .orderBy(desc(conversations.updatedAt), desc(conversations.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map(summary);
}

/**
 * A conversation with its messages: each question, then its answers oldest first, each with this person's feedback.
 * Answers still being written are left out.
 *
 * @throws AppError "request/not-found" when it is not this person's
 */
export async function getConversation(db: Database, scope: ActorScope, id: ConversationId): Promise<ConversationView> {
  const [row] = await db.select().from(conversations).where(isOwn(scope, id));
  if (!row) throw notFound(id);
  const rows = await ownMessages(db, scope, id);
  const feedback = await listFeedback(db, scope, id);
  return { ...summary(row), messages: rows.flatMap((message) => view(message, feedback.get(message.id) ?? [])) };
}

/** @throws AppError "request/not-found" when it is not this person's */
export async function renameConversation(
  db: Database,
  scope: ActorScope,
  rename: { id: ConversationId; title: string },
): Promise<ConversationSummary> {
  const [row] = await db.update(conversations).set({ title: rename.title }).where(isOwn(scope, rename.id)).returning();
  if (!row) throw notFound(rename.id);
  return summary(row);
}

/** Deletes a conversation, its messages and the feedback on them. @throws AppError "request/not-found" */
export async function deleteConversation(db: Database, scope: ActorScope, id: ConversationId): Promise<void> {
  const rows = await db.delete(conversations).where(isOwn(scope, id)).returning({ id: conversations.id });
  if (rows.length === 0) throw notFound(id);
}

/** How many chats a person has, for those who decide about their account; none is opened by it. */
export async function countConversations(db: Database, _scope: SystemScope, userId: UserId): Promise<number> {
  return db.$count(conversations, eq(conversations.userId, userId));
}

function isOwn(scope: ActorScope, id: ConversationId) {
  return and(eq(conversations.id, id), eq(conversations.userId, scope.userId));
}

function summary(row: typeof conversations.$inferSelect): ConversationSummary {
  return { id: row.id, title: row.title, updatedAt: row.updatedAt.toISOString() };
}

function view(row: MessageRow, feedback: FeedbackView[]): MessageView[] {
  const createdAt = row.createdAt.toISOString();
  if (row.role === "user") return [{ role: "user", id: row.id, text: row.text, createdAt }];
  if (row.state === "pending") return [];
  return [
    {
      role: "assistant",
      id: row.id,
      questionId: row.questionId ?? row.id,
      state: row.state,
      answer: row.answer ?? NOTHING_KEPT,
      encoderVersion: row.encoderVersion ?? "",
      feedback,
      createdAt,
    },
  ];
}

function notFound(id: ConversationId | MessageId): AppError {
  return new AppError("request/not-found", "no such conversation of this person", { context: { id } });
}
