/**
 * @file What keeps documents true: their terms (owner, validity, scope), the texts they had before, the tasks of their
 * owners, and the files of watched folders. All of it goes with the document, except the watched file itself.
 */
import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { TaskKind } from "../../lib/contracts/tasks";
import type { DocumentId, Language, UserId } from "../../lib/core/types";
import { documents, type documentTexts } from "./documents";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
const list = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'`);

/** One row per document that has terms; without one it holds for everyone, from ever to for ever. Days are `YYYY-MM-DD`. */
export const documentTerms = pgTable(
  "document_terms",
  {
    documentId: text("document_id")
      .$type<DocumentId>()
      .primaryKey()
      .references(() => documents.id, { onDelete: "cascade" }),
    ownerId: text("owner_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    /** An owner who is named, but has no account. */
    ownerName: text("owner_name"),
    validFrom: text("valid_from"),
    /** The last day. */
    validUntil: text("valid_until"),
    supersedesId: text("supersedes_id")
      .$type<DocumentId>()
      .references(() => documents.id, { onDelete: "set null" }),
    /** Empty lists: all. As the directory writes them. */
    sites: list("sites"),
    contracts: list("contracts"),
    /** Departments, or "managers". */
    audience: list("audience"),
    languages: list("languages").$type<Language[]>(),
    reviewMonths: integer("review_months"),
    reviewedOn: text("reviewed_on"),
    /** Fields that somebody set at upload: what the file declares does not replace them. */
    given: list("given"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("document_terms_owner").on(t.ownerId), index("document_terms_supersedes").on(t.supersedesId)],
);

/** A text that the document had before its file was replaced by a newer one. */
export const documentVersions = pgTable(
  "document_versions",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** 1, 2, 3 …; the document's present text is the next one. */
    number: integer("number").notNull(),
    /** The document's id while this was its text: older answers cite it. */
    formerId: text("former_id").$type<DocumentId>().notNull(),
    title: text("title").notNull(),
    sha256: text("sha256").notNull(),
    text: text("text").notNull(),
    blocks: jsonb("blocks").$type<(typeof documentTexts.$inferSelect)["blocks"]>().notNull(),
    addedAt: instant("added_at").notNull(),
    replacedAt: instant("replaced_at").notNull(),
  },
  (t) => [uniqueIndex("document_versions_number").on(t.documentId, t.number), index("document_versions_former").on(t.formerId)],
);


/** Ids, counts and quotes of the documents concerned; never who asked or rated, never their words. */
export interface TaskDetail {
  /** Disagreement: the two passages. */
  readonly quotes?: readonly { readonly documentId: string; readonly headings: readonly string[]; readonly quote: string; readonly start: number; readonly end: number }[];
  /** Feedback: reason → how many ratings, and the passage most of them are about. */
  readonly reasons?: Readonly<Record<string, number>>;
  /** Removed file: its name. */
  readonly file?: string;
}

export const documentTasks = pgTable(
  "document_tasks",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<TaskKind>().notNull(),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** The document that this one disagrees with. */
    otherId: text("other_id")
      .$type<DocumentId>()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** Null: nobody yet; HR leads see it. */
    assigneeId: text("assignee_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    /** Names the occasion: there is one open task for it. */
    key: text("key").notNull(),
    dueOn: text("due_on"),
    detail: jsonb("detail").$type<TaskDetail>().notNull().default({}),
    status: text("status").$type<"open" | "done">().notNull(),
    snoozedUntil: text("snoozed_until"),
    note: text("note").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("document_tasks_open")
      .on(t.key)
      .where(sql`status = 'open'`),
    index("document_tasks_assignee").on(t.assigneeId, t.status),
    index("document_tasks_document").on(t.documentId),
  ],
);

/** A file of a watched folder, as it was when it was last read. */
export const watchedFiles = pgTable(
  "watched_files",
  {
    id: text("id").primaryKey(),
    /** The folder as configured, and the path below it with forward slashes. */
    root: text("root").notNull(),
    path: text("path").notNull(),
    /** Null: refused, or its document was deleted. */
    documentId: text("document_id")
      .$type<DocumentId>()
      .references(() => documents.id, { onDelete: "set null" }),
    sha256: text("sha256").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    modifiedMs: bigint("modified_ms", { mode: "number" }).notNull(),
    state: text("state").$type<"present" | "removed" | "refused">().notNull(),
    error: text("error"),
    seenAt: instant("seen_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("watched_files_path").on(t.root, t.path), index("watched_files_document").on(t.documentId)],
);
