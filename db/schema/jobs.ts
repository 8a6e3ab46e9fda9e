/**
 * @file Work outside the request: claimed with FOR UPDATE SKIP LOCKED, resumed after a crash when its lease ends.
 */
import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { DocumentId, IngestStage, JobId } from "../../lib/core/types";
import { documents } from "./documents";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const jobs = pgTable(
  "jobs",
  {
    id: text("id").$type<JobId>().primaryKey(),
    kind: text("kind").$type<"ingest">().notNull(),
    documentId: text("document_id")
      .$type<DocumentId>()
      .references(() => documents.id, { onDelete: "cascade" }),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    status: text("status").$type<"queued" | "running" | "done" | "failed" | "cancelled">().notNull(),
    stage: text("stage").$type<IngestStage>(),
    unitsDone: integer("units_done").notNull().default(0),
    unitsTotal: integer("units_total"),
    attempts: integer("attempts").notNull().default(0),
    /** Process that claimed it; the claim lapses at `leaseUntil`. */
    claimedBy: text("claimed_by"),
    leaseUntil: instant("lease_until"),
    error: text("error"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [index("jobs_status_created").on(t.status, t.createdAt)],
);
