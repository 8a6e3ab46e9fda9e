/**
 * @file Relations that open something to one person, beside the roles: hiring manager of one opening, learning and
 * development for a group. Who manages whom stands in `employees.manager_id`.
 */
import { check, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { DocumentId, LearningGroupKind, UserId } from "../../lib/core/types";
import { documents } from "./documents";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Named by whoever runs the opening, for a time. */
export const hiringManagers = pgTable(
  "hiring_managers",
  {
    openingId: text("opening_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    grantedBy: text("granted_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    grantedAt: instant("granted_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.openingId, t.userId] }), index("hiring_managers_user").on(t.userId)],
);

/** Learning and development for everyone of a department or site, or for the whole company. */
export const learningPartners = pgTable(
  "learning_partners",
  {
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    groupKind: text("group_kind").$type<LearningGroupKind>().notNull(),
    /** The department's or site's name as the directory has it; empty for the company. */
    groupName: text("group_name").notNull(),
    grantedBy: text("granted_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    grantedAt: instant("granted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.groupKind, t.groupName] }), check("learning_partners_group", sql`${t.groupKind} <> 'company' or ${t.groupName} = ''`)],
);
