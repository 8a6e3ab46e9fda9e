/**
 * @file The company's sign-in service in the database: whose account a subject is, the sessions that came through it, and
 * which of its logout tokens were used.
 */
import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import { effectiveRoles } from "../../lib/core/scope";
import type { Role, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { companySessions, usedLogoutTokens, userIdentities, users } from "../schema";

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** @returns null when nobody is linked to it */
export async function findLinkedUser(db: Database, _scope: SystemScope, { issuer, subject }: Identity): Promise<UserId | null> {
  const [row] = await db.select({ userId: userIdentities.userId }).from(userIdentities).where(and(eq(userIdentities.issuer, issuer), eq(userIdentities.subject, subject)));
  return row?.userId ?? null;
}

/** True when the account is another subject's at this issuer. */
export async function hasIdentity(db: Database, _scope: SystemScope, { userId, issuer }: { userId: UserId; issuer: string }): Promise<boolean> {
  const rows = await db.select({ subject: userIdentities.subject }).from(userIdentities).where(and(eq(userIdentities.userId, userId), eq(userIdentities.issuer, issuer)));
  return rows.length > 0;
}

/** @returns false when the subject was linked in the meantime */
export async function addIdentity(db: Database, _scope: SystemScope, link: Identity & { userId: UserId; at: Date }): Promise<boolean> {
  const { at, ...identity } = link;
  const rows = await db.insert(userIdentities).values({ ...identity, linkedAt: at }).onConflictDoNothing().returning({ subject: userIdentities.subject });
  return rows.length === 1;
}

/** Accounts that some sign-in service knows. */
export async function listLinkedUsers(db: Database, _scope: SystemScope): Promise<Set<UserId>> {
  const rows = await db.selectDistinct({ userId: userIdentities.userId }).from(userIdentities);
  return new Set(rows.map((row) => row.userId));
}

/** The person's links and sessions at sign-in services go; the next sign-in there would be someone new. */
export async function removeIdentities(db: Database, _scope: SystemScope, userId: UserId): Promise<void> {
  await db.delete(companySessions).where(eq(companySessions.userId, userId));
  await db.delete(userIdentities).where(eq(userIdentities.userId, userId));
}

/**
 * Sets roles as groups demand, also when no administrator is left by that.
 * @returns how many enabled administrators there are now
 */
export async function setMappedRoles(db: Database, _scope: SystemScope, { id, roles }: { id: UserId; roles: readonly Role[] }): Promise<number> {
  await db.update(users).set({ roles: effectiveRoles(roles) }).where(eq(users.id, id));
  return db.$count(users, and(sql`'admin' = any(${users.roles})`, eq(users.disabled, false)));
}

export type CompanySession = typeof companySessions.$inferSelect;

/** Adds a session; those that are over go. */
export async function addCompanySession(db: Database, _scope: SystemScope, session: typeof companySessions.$inferInsert): Promise<void> {
  await db.delete(companySessions).where(lte(companySessions.expiresAt, session.createdAt));
  await db.insert(companySessions).values(session);
}

/** @returns null when it has ended */
export async function findCompanySession(db: Database, _scope: SystemScope, id: string): Promise<CompanySession | null> {
  const [row] = await db.select().from(companySessions).where(eq(companySessions.id, id));
  return row ?? null;
}

/** Takes the right to ask about a session. @returns its row; null when someone else is asking, or it has ended */
export async function leaseCompanySession(db: Database, _scope: SystemScope, lease: { id: string; now: Date; until: Date }): Promise<CompanySession | null> {
  const free = or(isNull(companySessions.leaseUntil), lte(companySessions.leaseUntil, lease.now));
  const [row] = await db.update(companySessions).set({ leaseUntil: lease.until }).where(and(eq(companySessions.id, lease.id), free)).returning();
  return row ?? null;
}

export async function updateCompanySession(db: Database, _scope: SystemScope, change: { id: string } & Partial<Pick<CompanySession, "tokens" | "checkedAt" | "leaseUntil" | "failingSince" | "failures">>): Promise<void> {
  const { id, ...set } = change;
  await db.update(companySessions).set(set).where(eq(companySessions.id, id));
}

/** @returns false when it had ended already */
export async function endCompanySession(db: Database, _scope: SystemScope, id: string): Promise<boolean> {
  const rows = await db.delete(companySessions).where(eq(companySessions.id, id)).returning({ id: companySessions.id });
  return rows.length === 1;
}

/** Signed out at the service: one of its sessions, or every session of a subject; both null ends none. @returns whose sessions ended */
export async function endCompanySessionsOf(db: Database, _scope: SystemScope, ended: { issuer: string; subject: string | null; session: string | null }): Promise<UserId[]> {
  if (ended.subject === null && ended.session === null) return [];
  const ofSubject = ended.subject === null ? undefined : eq(companySessions.subject, ended.subject);
  const ofSession = ended.session === null ? undefined : eq(companySessions.providerSession, ended.session);
  const theirs = and(eq(companySessions.issuer, ended.issuer), ofSubject, ofSession);
  const rows = await db.select({ id: companySessions.id, userId: companySessions.userId }).from(companySessions).where(theirs);
  if (rows.length > 0) await db.delete(companySessions).where(inArray(companySessions.id, rows.map((row) => row.id)));
  return [...new Set(rows.map((row) => row.userId))];
}

/**
 * Keeps that a logout token is used now, and forgets those that are too old to be taken. Of two processes at the same moment
 * one is told true: the other waits for its transaction.
 * @returns false when it was used before
 */
export async function spendLogoutToken(db: Database, _scope: SystemScope, token: { issuer: string; tokenHash: string; refusedFrom: Date; now: Date }): Promise<boolean> {
  const { now, ...row } = token;
  await db.delete(usedLogoutTokens).where(lte(usedLogoutTokens.refusedFrom, now));
  const rows = await db.insert(usedLogoutTokens).values(row).onConflictDoNothing().returning({ tokenHash: usedLogoutTokens.tokenHash });
  return rows.length === 1;
}
