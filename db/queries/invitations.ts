/**
 * @file Invitation links: made, listed, found by the hash of their token, used once, taken back. The token itself never
 * comes here. What a link does when it is used is lib/server/identity's.
 */
import { and, desc, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import { effectiveRoles, type Scope, type SystemScope } from "../../lib/core/scope";
import type { Role, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { invitations } from "../schema";
import { normaliseEmail, requireAdmin } from "./people";

export type Invitation = Omit<typeof invitations.$inferSelect, "tokenHash">;

export interface NewInvitation {
  readonly tokenHash: string;
  /** Null: whoever opens the link says it. */
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly Role[];
  /** A new password for this account instead of a new account. */
  readonly userId: UserId | null;
  readonly createdBy: UserId | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const shown = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  roles: invitations.roles,
  userId: invitations.userId,
  createdBy: invitations.createdBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  usedAt: invitations.usedAt,
  revokedAt: invitations.revokedAt,
  mailedAt: invitations.mailedAt,
};

/** Adds a link; the open ones for the same address or account are taken back, so that only the newest works. @throws AppError "policy/forbidden" */
export async function addInvitation(db: Database, scope: Scope, invitation: NewInvitation): Promise<Invitation> {
  requireAdmin(scope);
  const email = invitation.email === null ? null : normaliseEmail(invitation.email);
  const same = invitation.userId !== null ? eq(invitations.userId, invitation.userId) : and(isNull(invitations.userId), email === null ? isNull(invitations.email) : eq(invitations.email, email));
  await db.update(invitations).set({ revokedAt: invitation.createdAt }).where(and(same, isOpen(invitation.createdAt)));
  const values = { ...invitation, id: newId<string>(invitation.createdAt.getTime()), email, roles: effectiveRoles(invitation.roles) };
  const [row] = await db.insert(invitations).values(values).returning(shown);
  if (!row) throw new AppError("internal/broken-assumption", "an insert returned no row");
  return row;
}

/** Links that are open, and those made since `since`, newest first. @throws AppError "policy/forbidden" */
export async function listInvitations(db: Database, scope: Scope, { at, since }: { at: Date; since: Date }): Promise<Invitation[]> {
  requireAdmin(scope);
  return db.select(shown).from(invitations).where(or(isOpen(at), gt(invitations.createdAt, since))).orderBy(desc(invitations.createdAt), desc(invitations.id));
}

/** Whatever its state. @returns null when no link has this token */
export async function findInvitation(db: Database, _scope: SystemScope, tokenHash: string): Promise<Invitation | null> {
  const [row] = await db.select(shown).from(invitations).where(eq(invitations.tokenHash, tokenHash));
  return row ?? null;
}

/** Marks an open link as used. @returns false when it was not open any more: of several at once exactly one gets true */
export async function spendInvitation(db: Database, _scope: SystemScope, { id, at }: { id: string; at: Date }): Promise<boolean> {
  const rows = await db.update(invitations).set({ usedAt: at }).where(and(eq(invitations.id, id), isOpen(at))).returning({ id: invitations.id });
  return rows.length === 1;
}

/** @throws AppError "request/not-found" when there is no open link with this id; "policy/forbidden" */
export async function revokeInvitation(db: Database, scope: Scope, { id, at }: { id: string; at: Date }): Promise<Invitation> {
  requireAdmin(scope);
  const [row] = await db.update(invitations).set({ revokedAt: at }).where(and(eq(invitations.id, id), isOpen(at))).returning(shown);
  if (!row) throw new AppError("request/not-found", "no open invitation with this id", { context: { id } });
  return row;
}

/** Takes back every open link for an account or its address. */
export async function revokeInvitationsOf(db: Database, scope: Scope, person: { userId: UserId; email: string; at: Date }): Promise<void> {
  requireAdmin(scope);
  const theirs = or(eq(invitations.userId, person.userId), eq(invitations.email, normaliseEmail(person.email)));
  await db.update(invitations).set({ revokedAt: person.at }).where(and(theirs, isOpen(person.at)));
}

export async function markInvitationMailed(db: Database, _scope: SystemScope, { id, at }: { id: string; at: Date }): Promise<void> {
  await db.update(invitations).set({ mailedAt: at }).where(eq(invitations.id, id));
}

function isOpen(at: Date): SQL | undefined {
  return and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, at));
}
