/**
 * @file Accounts as the API and the CLI use them: passwords hashed, rows turned into what may leave the process.
 */
import type { Database } from "../../db/client";
import { createAccount, findCredentials, listAccounts, updateAccount, type Account } from "../../db/queries/people";
import { getSetting } from "../../db/queries/settings";
import type { CreateUserRequest, Me, UpdateUserRequest, UserView } from "../contracts/people";
import { AppError } from "../core/errors";
import { systemScope, type Scope } from "../core/scope";
import type { UserId } from "../core/types";
import { hashPassword, verifyPassword } from "./password";
import { permissionsOf } from "./policy";
import { countSignInAttempt } from "./rate-limit";
import type { SignedIn } from "./session-token";
import type { SignInDeps } from "./sign-in";

/** Key of the setting that holds the company's name; the seed and the first start write it. */
export const COMPANY_SETTING = "company";

/** The signed-in person, and what their screens may offer. */
export async function describeMe(db: Database, { actor, scope, account }: SignedIn): Promise<Me> {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    roles: [...account.roles],
    permissions: permissionsOf(actor),
    company: (await getSetting(db, scope, COMPANY_SETTING)) ?? "Your company",
  };
}

/** @throws AppError "policy/forbidden" */
export async function listUsers(db: Database, scope: Scope): Promise<UserView[]> {
  return (await listAccounts(db, scope)).map(userView);
}

/** @throws AppError "request/conflict" when the e-mail address is taken; "policy/forbidden" */
export async function createUser(db: Database, scope: Scope, request: CreateUserRequest): Promise<UserView> {
  const { password, ...account } = request;
  return userView(await createAccount(db, scope, { ...account, passwordHash: await hashPassword(password) }));
}

/** @throws AppError "request/not-found"; "request/conflict" for oneself or the last admin; "policy/forbidden" */
export async function updateUser(db: Database, scope: Scope, edit: { id: UserId; change: UpdateUserRequest }): Promise<UserView> {
  const { password, ...change } = edit.change;
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return userView(await updateAccount(db, scope, { id: edit.id, change: { ...change, passwordHash } }));
}

/**
 * Changes one's own password; every session of this account ends, the present one included.
 * @throws AppError "auth/invalid-credentials" when `current` is wrong, "auth/rate-limited" when it was too often
 */
export async function changeOwnPassword(
  deps: SignInDeps,
  { account }: SignedIn,
  passwords: { current: string; next: string },
): Promise<void> {
  const { db, cost } = deps;
  const scope = systemScope("own password");
  const counted = await countSignInAttempt(deps, { email: account.email, address: null });
  const stored = await findCredentials(db, scope, account.email);
  if (!(await verifyPassword(passwords.current, stored?.passwordHash ?? null, cost))) {
    throw new AppError("auth/invalid-credentials", "the current password is wrong", {
      userMessage: "The current password is not right.",
    });
  }
  await counted.succeed();
  await updateAccount(db, scope, { id: account.id, change: { passwordHash: await hashPassword(passwords.next, cost) } });
}

function userView(account: Account): UserView {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    roles: [...account.roles],
    disabled: account.disabled,
    createdAt: account.createdAt.toISOString(),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
  };
}
