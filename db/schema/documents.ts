/**
 * @file Documents, who may read them, their extracted text, chunks and vectors. The original bytes lie in the
 * data folder under `files/<sha256>`; deleting a document row deletes all that hangs on it here.
 */
import { bigint, boolean, customType, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp } from "drizzle-orm/pg-core";
import type { ChunkId, DocumentId, DocumentKind, DocumentStatus, EncoderVersion, Language, Principal, UserId } from "../../lib/core/types";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Raw bytes; a vector is `dimension` little-endian float32. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

export const documents = pgTable(
  "documents",
  {
    id: text("id").$type<DocumentId>().primaryKey(),
    kind: text("kind").$type<DocumentKind>().notNull(),
    /** File name or path as it came in. */
    source: text("source").notNull(),
    title: text("title").notNull(),
    /** Somebody chose the title: the one found in the file does not replace it. */
    titleGiven: boolean("title_given").notNull().default(false),
    mediaType: text("media_type").notNull(),
    sha256: text("sha256").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    status: text("status").$type<DocumentStatus>().notNull(),
    language: text("language").$type<Language>(),
    pageCount: integer("page_count"),
    chunkCount: integer("chunk_count").notNull().default(0),
    warnings: jsonb("warnings").$type<string[]>().notNull().default([]),
    /** Pages that text recognition read, and its mean confidence, 0–100; null where every page has a text layer. */
    ocr: jsonb("ocr").$type<{ pages: number[]; confidence: number }>(),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    /** For résumés: what is shown on lists; null where the text doesn't say. */
    personName: text("person_name"),
    personTitle: text("person_title"),
    personLocation: text("person_location"),
    personYears: real("person_years"),
    /** Résumés: kept until then, as agreed with somebody who applied for nothing; applications bring terms of their own. */
    keepUntil: instant("keep_until"),
    /** The document that this one takes the place of once it is ready ("replace"). */
    replacesId: text("replaces_id").$type<DocumentId>(),
    uploadedBy: text("uploaded_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    demo: boolean("demo").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("documents_sha256").on(t.sha256), index("documents_kind_status").on(t.kind, t.status)],
);

export const documentAcl = pgTable(
  "document_acl",
  {
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    principal: text("principal").$type<Principal>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.principal] })],
);

/** One row per ready document: the text that every citation points into. */
export const documentTexts = pgTable("document_texts", {
  documentId: text("document_id")
    .$type<DocumentId>()
    .primaryKey()
    .references(() => documents.id, { onDelete: "cascade" }),
  text: text("text").notNull(),
  pages: jsonb("pages").$type<{ page: number; start: number; end: number }[]>().notNull(),
  blocks: jsonb("blocks")
    .$type<{ kind: "heading" | "paragraph" | "list_item" | "table_row" | "code"; level: number | null; start: number; end: number }[]>()
    .notNull(),
  /** Recognised pages with the places of their words, for highlights (lib/knowledge/types.ts, OcrPage). */
  ocr: jsonb("ocr").$type<{ page: number; confidence: number; width: number; height: number; boxes: number[] }[]>(),
});

export const chunks = pgTable(
  "chunks",
  {
    id: text("id").$type<ChunkId>().primaryKey(),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    ordinal: integer("ordinal").notNull(),
    startChar: integer("start_char").notNull(),
    endChar: integer("end_char").notNull(),
    page: integer("page"),
    headings: jsonb("headings").$type<string[]>().notNull(),
    text: text("text").notNull(),
  },
  (t) => [index("chunks_document").on(t.documentId, t.ordinal)],
);

export const vectors = pgTable(
  "vectors",
  {
    chunkId: text("chunk_id")
      .$type<ChunkId>()
      .notNull()
      .references(() => chunks.id, { onDelete: "cascade" }),
    encoderVersion: text("encoder_version").$type<EncoderVersion>().notNull(),
    vector: bytea("vector").notNull(),
  },
  (t) => [primaryKey({ columns: [t.chunkId, t.encoderVersion] })],
);
