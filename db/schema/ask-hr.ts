/**
 * @file Questions that employees send to HR, the items that they wait in (equal questions are one item), answers that HR has
 * verified, and notifications. A question's words live only with the person who sent it (hr_asks): what they withdraw, or
 * what is erased with them, is gone from item and answer too. Rules: lib/server/ask-hr/README.md.
 */
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { DocumentId, HrAskId, HrItemId, Language, MessageId, NotificationId, Principal, UserId, VerifiedAnswerId } from "../../lib/core/types";
import { messages } from "./chat";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** An answer that HR stands for: a passage of a document, or words of their own, or both. */
export const verifiedAnswers = pgTable(
  "verified_answers",
  {
    id: text("id").$type<VerifiedAnswerId>().primaryKey(),
    /** As HR put it: what others may be shown. */
    question: text("question").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** HR's own words; "" when the passage says it all. */
    reply: text("reply").notNull().default(""),
    /** The source, as it was when verified. No reference: the answer outlives it, suspended. All null for words alone. */
    documentId: text("document_id").$type<DocumentId>(),
    sourceSha256: text("source_sha256"),
    sourceTitle: text("source_title"),
    quote: text("quote"),
    startChar: integer("start_char"),
    endChar: integer("end_char"),
    page: integer("page"),
    headings: jsonb("headings").$type<string[]>().notNull().default([]),
    /** The policy note that the reply was published as; becomes the source once it is read in. */
    publishedId: text("published_id").$type<DocumentId>(),
    /** Who may read words alone; a passage is read by who may read its document. */
    audience: text("audience").array().$type<Principal[]>().notNull(),
    /** False: only for those who sent the question. */
    shared: boolean("shared").notNull(),
    state: text("state").$type<"serving" | "suspended" | "retired">().notNull(),
    suspendedBecause: text("suspended_because").$type<"changed" | "replaced" | "expired" | "deleted">(),
    suspendedAt: instant("suspended_at"),
    verifiedBy: text("verified_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    verifiedAt: instant("verified_at").notNull(),
    /** Answers given with it to people who asked in the chat. */
    timesServed: integer("times_served").notNull().default(0),
    demo: boolean("demo").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("verified_answers_state").on(t.state, t.updatedAt), index("verified_answers_document").on(t.documentId)],
);

export const hrItems = pgTable(
  "hr_items",
  {
    id: text("id").$type<HrItemId>().primaryKey(),
    language: text("language").$type<Language>().notNull(),
    state: text("state").$type<"waiting" | "answered" | "declined">().notNull(),
    assigneeId: text("assignee_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    /** Between colleagues of HR; never shown to askers. */
    note: text("note").notNull().default(""),
    /** Shown to askers. */
    declinedBecause: text("declined_because"),
    answerId: text("answer_id")
      .$type<VerifiedAnswerId>()
      .references(() => verifiedAnswers.id, { onDelete: "set null" }),
    closedBy: text("closed_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    closedAt: instant("closed_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("hr_items_state").on(t.state, t.createdAt), index("hr_items_answer").on(t.answerId)],
);

/** One person's sending of one question. */
export const hrAsks = pgTable(
  "hr_asks",
  {
    id: text("id").$type<HrAskId>().primaryKey(),
    itemId: text("item_id")
      .$type<HrItemId>()
      .notNull()
      .references(() => hrItems.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The answer that did not help, where the reply is shown; null once that chat is deleted. */
    messageId: text("message_id")
      .$type<MessageId>()
      .references(() => messages.id, { onDelete: "set null" }),
    question: text("question").notNull(),
    /** Earlier questions of the chat, if the asker chose to send them. */
    context: jsonb("context").$type<string[]>().notNull(),
    /** The asker chose to be named. */
    named: boolean("named").notNull(),
    /** It touched a sensitive topic: its answer is for its askers alone unless HR says otherwise. */
    sensitive: boolean("sensitive").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** When the asker first saw the reply. */
    seenAt: instant("seen_at"),
  },
  (t) => [index("hr_asks_item").on(t.itemId), index("hr_asks_user").on(t.userId, t.createdAt), uniqueIndex("hr_asks_message_unique").on(t.messageId)],
);

/** What a person is told by the bell. Any part of Cadre writes them through lib/server/notifications. */
export const notifications = pgTable(
  "notifications",
  {
    id: text("id").$type<NotificationId>().primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** "hr.answered", "document.review-due" …: chooses the icon. */
    kind: text("kind").notNull(),
    words: jsonb("words").$type<{ en: string; zh: string }>().notNull(),
    /** Where a click leads, within Cadre. */
    href: text("href").notNull(),
    readAt: instant("read_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [index("notifications_user").on(t.userId, t.createdAt)],
);
