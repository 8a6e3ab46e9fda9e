/**
 * @file Questions of the last days whose answer was "not in the documents", for grouping. Who asked leaves here only as an
 * id for counting; lib/server/document-tasks/unanswered.ts lets nothing of a single person through.
 */
import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SystemScope } from "../../lib/core/scope";
import type { MessageId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { conversations, hrAsks, messages } from "../schema";

export interface UnansweredQuestion {
  readonly id: MessageId;
  readonly userId: UserId;
  readonly text: string;
  readonly understoodAs: string | null;
  /** It was asked under the promise that nobody else sees it. */
  readonly wasSensitive: boolean;
  /** As it was sent to HR; null when it was not. */
  readonly sentAs: string | null;
  readonly at: Date;
}

/** Each question once, by its latest finished answer; oldest first. */
export async function listUnanswered(db: Database, _scope: SystemScope, since: Date): Promise<UnansweredQuestion[]> {
  const question = alias(messages, "question");
  const rows = await db
    .select({ id: question.id, userId: conversations.userId, text: question.text, sensitive: question.sensitive, answer: messages.answer, sentAs: hrAsks.question, at: question.createdAt })
    .from(messages)
    .innerJoin(question, eq(question.id, messages.questionId))
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(hrAsks, and(eq(hrAsks.messageId, messages.id), eq(hrAsks.sensitive, false)))
    .where(and(eq(messages.role, "assistant"), eq(messages.state, "complete"), gte(messages.createdAt, since), inArray(sql`${messages.answer} ->> 'outcome'`, ["none", "closest", "answered"])))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  // The latest answer counts: what was answered on a second try is no gap.
  const latest = new Map(rows.map((row) => [row.id, row]));
  return [...latest.values()]
    .filter(({ answer }) => answer?.outcome !== "answered")
    .map(({ answer, sensitive, ...row }) => ({ ...row, understoodAs: answer?.understoodAs ?? null, wasSensitive: sensitive }));
}
