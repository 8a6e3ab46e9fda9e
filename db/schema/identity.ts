/**
 * @file How people come in: invitation links (only their hash is kept), links to the company's sign-in service, and the
 * sessions that came through it, with what is needed to ask there again whether they still hold; what it told of sign-outs.
 */
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { Role, UserId } from "../../lib/core/types";
import { users } from "./people";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** One-time links: a new account, or a new password for the account `userId`. */
export const invitations = pgTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the token, hex. The token itself is shown once and kept nowhere. */
    tokenHash: text("token_hash").notNull(),
    /** Lower case; null: whoever opens the link says it (the first administrator). */
    email: text("email"),
    /** Suggested; the person may write it differently. */
    name: text("name"),
    roles: text("roles").array().$type<Role[]>().notNull(),
    userId: text("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdBy: text("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
    mailedAt: instant("mailed_at"),
  },
  (t) => [uniqueIndex("invitations_token").on(t.tokenHash), index("invitations_email").on(t.email)],
);

/** An account's name at a sign-in service. The subject never changes and is never given to someone else; e-mail may. */
export const userIdentities = pgTable(
  "user_identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    linkedAt: instant("linked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("user_identities_user").on(t.userId)],
);

/** One row per session that came through the sign-in service; deleting it ends the session. */
export const companySessions = pgTable(
  "company_sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    /** The service's own name for the session (`sid`), for back-channel sign-out. */
    providerSession: text("provider_session"),
    /** Access and refresh token, sealed with this installation's secret (lib/server/identity/seal.ts). */
    tokens: text("tokens").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** When the service last confirmed it. */
    checkedAt: instant("checked_at").notNull(),
    /** One process is asking until then; the others go on with what is known. */
    leaseUntil: instant("lease_until"),
    /** Since when the service has not answered; null: it answers. */
    failingSince: instant("failing_since"),
    failures: integer("failures").notNull().default(0),
  },
  (t) => [index("company_sessions_user").on(t.userId), index("company_sessions_expires").on(t.expiresAt)],
);

/** Logout tokens that have been used, until they could not be used anyhow. */
export const usedLogoutTokens = pgTable(
  "used_logout_tokens",
  {
    issuer: text("issuer").notNull(),
    /** SHA-256 of the token's `jti`, hex: the service may put anything into it. */
    tokenHash: text("token_hash").notNull(),
    /** From then on the token is refused for its age. */
    refusedFrom: instant("refused_from").notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.tokenHash] }), index("used_logout_tokens_refused_from").on(t.refusedFrom)],
);
