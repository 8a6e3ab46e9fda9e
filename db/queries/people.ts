/**
 * @file Accounts: create, list, read, change. A person reads and sees their own account, an admin all of them.
 * Password hashes leave only through `findCredentials`, for signing in. Hashing itself is lib/server/password.ts.
 */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import { effectiveRoles, type Scope, type SystemScope } from "../../lib/core/scope";
import type { Role, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { users } from "../schema";

/** What is known of an account, its password hash left out. */
export interface Account {
  readonly id: UserId;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  readonly sessionEpoch: number;
  /** False: only comes in through the company's sign-in service, or has not chosen one yet. */
  readonly hasPassword: boolean;
  /** Left the company. */
  readonly removedAt: Date | null;
  readonly demo: boolean;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
  readonly demo?: boolean;
}

export interface AccountChange {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly disabled?: boolean;
  readonly passwordHash?: string;
}

const accountColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  roles: users.roles,
  disabled: users.disabled,
  sessionEpoch: users.sessionEpoch,
  hasPassword: sql<boolean>`${users.passwordHash} like 'scrypt$%'`,
  removedAt: users.removedAt,
  demo: users.demo,
  createdAt: users.createdAt,
  lastSignInAt: users.lastSignInAt,
};

/** E-mail addresses are compared in this form. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** @throws AppError "request/conflict" when the e-mail address has an account; "policy/forbidden" */
export async function createAccount(db: Database, scope: Scope, account: NewAccount): Promise<Account> {
  requireAdmin(scope);
  const [row] = await db
    .insert(users)
    .values({
      id: newId<UserId>(),
      email: normaliseEmail(account.email),
      name: account.name,
      roles: effectiveRoles(account.roles),
      passwordHash: account.passwordHash,
      demo: account.demo ?? false,
    })
    .onConflictDoNothing({ target: users.email })
    .returning(accountColumns);
  if (!row) {
    throw new AppError("request/conflict", "an account with this e-mail address exists", {
      userMessage: "There is an account with this e-mail address already.",
    });
  }
  return row;
}

/** Every account, by name. @throws AppError "policy/forbidden" */
export async function listAccounts(db: Database, scope: Scope): Promise<Account[]> {
  requireAdmin(scope);
  return db.select(accountColumns).from(users).orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}

/** @throws AppError "request/not-found" when there is none, or it is another person's and the scope is no admin's */
export async function getAccount(db: Database, scope: Scope, id: UserId): Promise<Account> {
  const mayRead = isAdmin(scope) || (scope.type === "actor" && scope.userId === id);
  const row = mayRead ? await findAccount(db, id) : null;
  if (row === null) throw notFound(id);
  return row;
}

/** For sign-in and sessions, before there is an actor. @returns null when there is none */
export async function findCredentials(
  db: Database,
  _scope: SystemScope,
  email: string,
): Promise<(Account & { readonly passwordHash: string }) | null> {
  const [row] = await db
    .select({ ...accountColumns, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, normaliseEmail(email)));
  return row ?? null;
}

/** Before there is an actor: is this address taken, and by whom? @returns null when it has no account */
export async function findAccountByEmail(db: Database, _scope: SystemScope, email: string): Promise<Account | null> {
  const [row] = await db.select(accountColumns).from(users).where(eq(users.email, normaliseEmail(email)));
  return row ?? null;
}

/** For sessions: the account as it is now. @returns null when there is none */
export async function findSessionAccount(db: Database, _scope: SystemScope, id: UserId): Promise<Account | null> {
  return findAccount(db, id);
}

export async function recordSignIn(db: Database, _scope: SystemScope, signIn: { id: UserId; at: Date }): Promise<void> {
  await db.update(users).set({ lastSignInAt: signIn.at }).where(eq(users.id, signIn.id));
}

/**
 * Changes an account. Roles take effect at that person's next request; disabling or a new password also ends their
 * sessions for good.
 *
 * @throws AppError "request/not-found"; "policy/forbidden"; "request/conflict" when an admin would disable themselves
 * or drop their own admin role, or nobody would be left as an admin
 */
export async function updateAccount(db: Database, scope: Scope, edit: { id: UserId; change: AccountChange }): Promise<Account> {
  requireAdmin(scope);
  const { id, change } = edit;
  const roles = change.roles && effectiveRoles(change.roles);
  return db.transaction(async (tx) => {
    // Every admin's row is locked: two admins who demote each other at once must not both succeed.
    const admins = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(sql`'admin' = any(${users.roles})`, eq(users.disabled, false)))
      .orderBy(asc(users.id))
      .for("update");
    const losesAdmin = change.disabled === true || (roles !== undefined && !roles.includes("admin"));
    if (losesAdmin) assertAdminsRemain({ admins: admins.map((row) => row.id), leaving: id, scope });
    const endsSessions = change.disabled === true || change.passwordHash !== undefined;
    const [row] = await tx
      .update(users)
      .set({
        name: change.name,
        roles,
        disabled: change.disabled,
        passwordHash: change.passwordHash,
        sessionEpoch: endsSessions ? sql`${users.sessionEpoch} + 1` : sql`${users.sessionEpoch}`,
      })
      // Who left comes back as someone new, by invitation.
      .where(and(eq(users.id, id), isNull(users.removedAt)))
      .returning(accountColumns);
    if (!row) throw notFound(id);
    return row;
  });
}

/**
 * Closes an account for good: sessions, password and roles gone, its e-mail address free for someone else.
 *
 * @param removal.noPassword what is stored instead of a hash
 * @throws AppError "request/conflict" when nobody would be left as an administrator; "policy/forbidden"
 */
export async function removeAccount(db: Database, scope: Scope, removal: { id: UserId; at: Date; noPassword: string }): Promise<void> {
  const { id, at, noPassword } = removal;
  await updateAccount(db, scope, { id, change: { disabled: true, roles: [], passwordHash: noPassword } });
  await db.update(users).set({ removedAt: at, email: `left.${id}@removed.invalid` }).where(eq(users.id, id));
}

/** Ends every session of one person: theirs to ask for, or an admin's. */
export async function endSessions(db: Database, scope: Scope, id: UserId): Promise<void> {
  if (!(scope.type === "actor" && scope.userId === id)) requireAdmin(scope);
  await db
    .update(users)
    .set({ sessionEpoch: sql`${users.sessionEpoch} + 1` })
    .where(eq(users.id, id));
}

function assertAdminsRemain(check: { admins: readonly UserId[]; leaving: UserId; scope: Scope }): void {
  const { admins, leaving, scope } = check;
  if (!admins.includes(leaving)) return;
  if (admins.length === 1) {
    throw new AppError("request/conflict", "the last admin cannot be removed or disabled", {
      userMessage: "This is the only administrator. Make someone else an administrator first.",
    });
  }
  if (scope.type === "actor" && scope.userId === leaving) {
    throw new AppError("request/conflict", "an admin cannot disable themselves or drop their own admin role", {
      userMessage: "You cannot disable your own account or give up your administrator role. Ask another administrator.",
    });
  }
}

async function findAccount(db: Database, id: UserId): Promise<Account | null> {
  const [row] = await db.select(accountColumns).from(users).where(eq(users.id, id));
  return row ?? null;
}

function isAdmin(scope: Scope): boolean {
  return scope.type === "system" || scope.principals.includes("role:admin");
}

/** @throws AppError "policy/forbidden" */
export function requireAdmin(scope: Scope): void {
  if (!isAdmin(scope)) throw new AppError("policy/forbidden", "accounts are an admin's to manage");
}

function notFound(id: UserId): AppError {
  return new AppError("request/not-found", "no such account, or not one this person may see", { context: { userId: id } });
}
