/**
 * @file Accounts and the company directory. Sign-in attempts are kept so that rate limits survive a restart.
 */
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { Role, UserId } from "../../lib/core/types";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const users = pgTable(
  "users",
  {
    id: text("id").$type<UserId>().primaryKey(),
    /** Lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** `scrypt$N$r$p$salt$hash`, base64url. */
    passwordHash: text("password_hash").notNull(),
    roles: text("roles").array().$type<Role[]>().notNull(),
    disabled: boolean("disabled").notNull().default(false),
    /** Raised to end every session of this user at their next request. */
    sessionEpoch: integer("session_epoch").notNull().default(0),
    /** Created by the demo seed. */
    demo: boolean("demo").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSignInAt: instant("last_sign_in_at"),
    /** Left the company: disabled for good, e-mail address freed, roles, links and relations gone. */
    removedAt: instant("removed_at"),
  },
  (t) => [uniqueIndex("users_email_unique").on(t.email)],
);

export const employees = pgTable(
  "employees",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    /** Lower case. */
    email: text("email").notNull(),
    title: text("title").notNull(),
    department: text("department").notNull(),
    site: text("site").notNull(),
    managerId: text("manager_id"),
    contract: text("contract").notNull(),
    language: text("language").notNull(),
    /** `YYYY-MM-DD` */
    startedOn: text("started_on").notNull(),
    /** `YYYY-MM-DD`; null: still here. */
    leftOn: text("left_on"),
    demo: boolean("demo").notNull().default(false),
  },
  // An address may be given to someone new after its holder has left.
  (t) => [uniqueIndex("employees_email_present").on(t.email).where(sql`${t.leftOn} is null`), index("employees_manager").on(t.managerId), index("employees_user").on(t.userId)],
);

/** Failed sign-ins per key (`email:<sha256>` or `ip:<sha256>`), within the running window. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: text("id").primaryKey(),
    key: text("key").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [index("sign_in_attempts_key_at").on(t.key, t.at)],
);

export const settings = pgTable("settings", { key: text("key").primaryKey(), value: text("value").notNull() });
