/**
 * @file Conversations and messages, always the asking person's own: no role reads another's chat. A question is
 * stored before it is answered, an answer begins as `pending` and is finished in one statement, so no transaction
 * is open while an answer streams and a crash leaves `pending` rows that `markInterrupted` closes.
 */
import { and, asc, eq, inArray, lt } from "drizzle-orm";
import type { Answer, RetrievedPassage } from "../../lib/contracts/evidence";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import type { ActorScope, SystemScope } from "../../lib/core/scope";
import type { ConversationId, EncoderVersion, MessageId, ModelVersionId } from "../../lib/core/types";
import type { Database } from "../client";
import { conversations, messages } from "../schema";

const TITLE_CHARS = 80;

export interface StoredQuestion {
  readonly conversationId: ConversationId;
  readonly questionId: MessageId;
  readonly text: string;
}

/**
 * Stores a question, in a new conversation named after it when `conversationId` is null. Once this returns, the
 * question survives a crash.
 *
 * @throws AppError "request/not-found" when the conversation is not this person's
 */
export async function appendQuestion(
  db: Database,
  scope: ActorScope,
  question: { conversationId: ConversationId | null; text: string; sensitive?: boolean },
): Promise<StoredQuestion> {
  const now = new Date();
  const questionId = newId<MessageId>(now.getTime());
  return db.transaction(async (tx) => {
    const conversationId = question.conversationId ?? newId<ConversationId>(now.getTime());
    if (question.conversationId === null) {
      const title = titleFrom(question.text);
      await tx.insert(conversations).values({ id: conversationId, userId: scope.userId, title, createdAt: now, updatedAt: now });
    } else {
      await touch(tx, scope, conversationId);
    }
    await tx
      .insert(messages)
      .values({ id: questionId, conversationId, role: "user", text: question.text, state: "complete", sensitive: question.sensitive ?? false, createdAt: now });
    return { conversationId, questionId, text: question.text };
  });
}

/**
 * The question of a message: itself, or for an answer the question it answers. For "ask the same again".
 * @throws AppError "request/not-found" when it is not in this person's conversations
 */
export async function findQuestion(db: Database, scope: ActorScope, messageId: MessageId): Promise<StoredQuestion> {
  const message = await ownMessage(db, scope, messageId);
  const question = message.role === "user" ? message : await ownMessage(db, scope, message.questionId ?? messageId);
  return { conversationId: question.conversationId, questionId: question.id, text: question.text };
}

/**
 * Opens an answer, `pending` until it is finished. Several answers to one question are alternatives.
 * @throws AppError "request/not-found" when the question is not this person's
 */
export async function beginAnswer(
  db: Database,
  scope: ActorScope,
  answer: { questionId: MessageId; encoderVersion: EncoderVersion },
): Promise<{ conversationId: ConversationId; messageId: MessageId }> {
  const question = await ownMessage(db, scope, answer.questionId);
  if (question.role !== "user") throw notFound(answer.questionId);
  const now = new Date();
  const messageId = newId<MessageId>(now.getTime());
  const { conversationId } = question;
  await db.insert(messages).values({
    id: messageId,
    conversationId,
    role: "assistant",
    questionId: question.id,
    text: "",
    state: "pending",
    encoderVersion: answer.encoderVersion,
    createdAt: now,
  });
  return { conversationId, messageId };
}

export interface FinishedAnswer {
  readonly messageId: MessageId;
  /** stopped: the asker pressed stop; `answer` holds what had arrived. */
  readonly state: "complete" | "stopped";
  readonly answer: Answer;
  readonly retrieved: readonly RetrievedPassage[];
  readonly encoderVersion: EncoderVersion;
  /** Learned version; absent or null: as shipped. */
  readonly modelVersion?: ModelVersionId | null;
  readonly latencyMs: number;
}

/**
 * Closes an open answer. Send `done` only after this returns: from then on the answer survives a crash.
 * @throws AppError "request/not-found" when it is not this person's or was finished before
 */
export async function finishAnswer(db: Database, scope: ActorScope, finished: FinishedAnswer): Promise<void> {
  // An answer that another process's start marked as interrupted was alive after all: it may still be finished.
  const rows = await db
    .update(messages)
    .set({
      state: finished.state,
      text: finished.answer.text,
      answer: finished.answer,
      retrieved: [...finished.retrieved],
      encoderVersion: finished.encoderVersion,
      modelVersion: finished.modelVersion ?? null,
      latencyMs: Math.round(finished.latencyMs),
    })
    .where(and(isOwnOpenAnswer(db, scope, finished.messageId), inArray(messages.state, ["pending", "interrupted"])))
    .returning({ conversationId: messages.conversationId });
  const [row] = rows;
  if (!row) throw notFound(finished.messageId);
  await touch(db, scope, row.conversationId);
}

/** Marks an answer that failed half-way; it stays visible as "interrupted, ask again". Finished answers stay as they are. */
export async function interruptAnswer(db: Database, scope: ActorScope, messageId: MessageId): Promise<void> {
  await db
    .update(messages)
    .set({ state: "interrupted" })
    .where(and(isOwnOpenAnswer(db, scope, messageId), eq(messages.state, "pending")));
}

/**
 * At start: closes answers that no process is writing any more.
 *
 * @param options.begunBefore with PGlite the present moment (no other process has the folder); with PostgreSQL, where
 *   another server may be answering, several minutes ago
 * @returns how many there were
 */
export async function markInterrupted(db: Database, _scope: SystemScope, options: { begunBefore: Date }): Promise<number> {
  const rows = await db
    .update(messages)
    .set({ state: "interrupted" })
    .where(and(eq(messages.state, "pending"), lt(messages.createdAt, options.begunBefore)))
    .returning({ id: messages.id });
  return rows.length;
}

export interface Turn {
  readonly question: string;
  /** The newest finished answer; null when there is none. */
  readonly answer: Answer | null;
}

/**
 * The turns before a question, oldest first: what a follow-up refers to.
 * @param window.limit  number of turns, ≥ 1
 * @param window.before leaves out this question and all after it; null: none
 * @throws AppError "request/not-found" when the conversation is not this person's
 */
export async function recentTurns(
  db: Database,
  scope: ActorScope,
  window: { conversationId: ConversationId; before: MessageId | null; limit: number },
): Promise<Turn[]> {
  const rows = await ownMessages(db, scope, window.conversationId);
  const questions = rows.filter((row) => row.role === "user");
  const end = window.before === null ? questions.length : questions.findIndex((row) => row.id === window.before);
  if (end < 0) throw notFound(window.before ?? window.conversationId);
  return questions.slice(Math.max(0, end - window.limit), end).map((question) => {
    const answers = rows.filter((row) => row.questionId === question.id && row.state !== "pending" && row.answer !== null);
    return { question: question.text, answer: answers.at(-1)?.answer ?? null };
  });
}

export type MessageRow = typeof messages.$inferSelect;

/**
 * Rows of one conversation: each question, then its answers, oldest first.
 * @throws AppError "request/not-found" when the conversation is not this person's
 */
export async function ownMessages(db: Database, scope: ActorScope, id: ConversationId): Promise<MessageRow[]> {
  const [own] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.id, id), eq(conversations.userId, scope.userId)));
  if (!own) throw notFound(id);
  const rows = await db.select().from(messages).where(eq(messages.conversationId, id)).orderBy(asc(messages.createdAt), asc(messages.id));
  // Within one millisecond ids do not tell a question from its answer: the link does.
  return rows.filter((row) => row.role === "user").flatMap((question) => [question, ...rows.filter((row) => row.questionId === question.id)]);
}

/**
 * One message of the person's own conversations.
 * @throws AppError "request/not-found"
 */
export async function ownMessage(db: Database, scope: ActorScope, id: MessageId): Promise<MessageRow> {
  const [row] = await db
    .select({ message: messages })
    .from(messages)
    .innerJoin(conversations, eq(messages.conversationId, conversations.id))
    .where(and(eq(messages.id, id), eq(conversations.userId, scope.userId)));
  if (!row) throw notFound(id);
  return row.message;
}

function isOwnOpenAnswer(db: Database, scope: ActorScope, messageId: MessageId) {
  const own = db.select({ id: conversations.id }).from(conversations).where(eq(conversations.userId, scope.userId));
  return and(eq(messages.id, messageId), eq(messages.role, "assistant"), inArray(messages.conversationId, own));
}

/** Moves a conversation to the top of its owner's list. @throws AppError "request/not-found" */
async function touch(db: Database, scope: ActorScope, id: ConversationId): Promise<void> {
  const rows = await db
    .update(conversations)
    .set({ updatedAt: new Date() })
    .where(and(eq(conversations.id, id), eq(conversations.userId, scope.userId)))
    .returning({ id: conversations.id });
  if (rows.length === 0) throw notFound(id);
}

/** The first words of a question, whole words where the language has spaces. */
function titleFrom(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  const chars = [...line];
  if (chars.length <= TITLE_CHARS) return line;
  const cut = chars.slice(0, TITLE_CHARS - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > TITLE_CHARS / 2 ? cut.slice(0, space) : cut}…`;
}

function notFound(id: string): AppError {
  return new AppError("request/not-found", "no such conversation or message of this person", { context: { id } });
}
