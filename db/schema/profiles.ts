/**
 * @file Profiles of résumés: what each says about a person, the keys by which the same person is found twice, and what
 * people decided about such pairs. All of it hangs on the document and goes with it.
 */
import { index, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { ProfileOutput } from "../../lib/contracts/profile";
import type { DocumentId, UserId } from "../../lib/core/types";
import { documents } from "./documents";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const resumeProfiles = pgTable(
  "resume_profiles",
  {
    documentId: text("document_id")
      .$type<DocumentId>()
      .primaryKey()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** Rules and taxonomy that read it; another one means: read anew. */
    version: text("version").notNull(),
    profile: jsonb("profile").$type<ProfileOutput>().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("resume_profiles_version").on(t.version)],
);

/** Normalised e-mail addresses, telephone numbers and names. */
export const resumeKeys = pgTable(
  "resume_keys",
  {
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"email" | "phone" | "name">().notNull(),
    key: text("key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.kind, t.key] }), index("resume_keys_key").on(t.kind, t.key)],
);

/** A human's word on two résumés: one person's, or not. `a` sorts before `b`. */
export const personLinks = pgTable(
  "person_links",
  {
    a: text("a")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    b: text("b")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    verdict: text("verdict").$type<"same" | "different">().notNull(),
    byId: text("by_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.a, t.b] }), index("person_links_b").on(t.b)],
);
