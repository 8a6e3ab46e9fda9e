/**
 * @file Conversations, messages and feedback. An answer keeps what was retrieved (ranks, scores) and by which
 * encoder version: feedback means nothing without it.
 */
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { Answer, RetrievedPassage } from "../../lib/contracts/evidence";
import type { ConversationId, EncoderVersion, FeedbackId, MessageId, ModelVersionId, UserId } from "../../lib/core/types";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const conversations = pgTable(
  "conversations",
  {
    id: text("id").$type<ConversationId>().primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("conversations_user_updated").on(t.userId, t.updatedAt)],
);

export const messages = pgTable(
  "messages",
  {
    id: text("id").$type<MessageId>().primaryKey(),
    conversationId: text("conversation_id")
      .$type<ConversationId>()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    role: text("role").$type<"user" | "assistant">().notNull(),
    /** For an answer: the question's message. */
    questionId: text("question_id").$type<MessageId>(),
    text: text("text").notNull(),
    state: text("state").$type<"pending" | "complete" | "stopped" | "interrupted">().notNull(),
    /** A question that touched a sensitive topic when it was asked: nobody else sees it, whatever the list says later. */
    sensitive: boolean("sensitive").notNull().default(false),
    answer: jsonb("answer").$type<Answer>(),
    retrieved: jsonb("retrieved").$type<RetrievedPassage[]>(),
    encoderVersion: text("encoder_version").$type<EncoderVersion>(),
    /** The learned version that ranked and worded it; null: as shipped. */
    modelVersion: text("model_version").$type<ModelVersionId>(),
    latencyMs: integer("latency_ms"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [index("messages_conversation_created").on(t.conversationId, t.createdAt), index("messages_model_version").on(t.modelVersion)],
);

export const feedback = pgTable(
  "feedback",
  {
    id: text("id").$type<FeedbackId>().primaryKey(),
    messageId: text("message_id")
      .$type<MessageId>()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    targetType: text("target_type").$type<"answer" | "citation" | "candidate">().notNull(),
    /** "" for the whole answer. */
    targetId: text("target_id").notNull().default(""),
    verdict: text("verdict").$type<"up" | "down">().notNull(),
    reasons: jsonb("reasons").$type<string[]>().notNull().default([]),
    comment: text("comment").notNull().default(""),
    /** What was shown: question, answer, retrieved list, encoder version. Frozen at the time of the thumb. */
    snapshot: jsonb("snapshot")
      .$type<{ question: string; answer: Answer; retrieved: RetrievedPassage[]; encoderVersion: string }>()
      .notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("feedback_target_unique").on(t.messageId, t.userId, t.targetType, t.targetId)],
);
