/**
 * @file The audit log: one chained line per event, and the one row that says where the chain ends. Triggers (migration
 * 0002) refuse to change or delete a line and let the head only step on by one. Ids only: no reference to accounts or
 * documents, because a line outlives both.
 */
import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

export const auditEvents = pgTable(
  "audit_events",
  {
    /** 1, 2, 3 … without gaps. */
    seq: bigint("seq", { mode: "number" }).primaryKey(),
    at: timestamp("at", { withTimezone: true, mode: "date", precision: 3 }).notNull(),
    actorType: text("actor_type").$type<"person" | "system" | "nobody">().notNull(),
    actorId: text("actor_id"),
    /** At that time. */
    actorRoles: text("actor_roles").array().notNull(),
    action: text("action").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id"),
    facts: jsonb("facts").$type<Record<string, string | number | boolean | null | string[]>>().notNull(),
    address: text("address"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [index("audit_events_actor").on(t.actorId, t.seq), index("audit_events_object").on(t.objectId, t.seq), index("audit_events_action").on(t.action, t.seq), index("audit_events_at").on(t.at)],
);

/** Exactly one row, made by the migration: the number and hash of the last line. Writers take turns on it. */
export const auditHead = pgTable(
  "audit_head",
  {
    id: smallint("id").primaryKey(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [check("audit_head_single", sql`${t.id} = 1`)],
);
