/**
 * @file Accounts as the API and the CLI use them: passwords hashed, rows turned into what may leave the process.
 */
import { hasTasks } from "../../db/queries/document-tasks";
import type { Database } from "../../db/client";
import { listLinkedUsers } from "../../db/queries/company-sign-in";
import { linkEmployee } from "../../db/queries/employees";
import { createAccount, findCredentials, listAccounts, updateAccount, type Account } from "../../db/queries/people";
import { getSetting } from "../../db/queries/settings";
import type { CreateUserRequest, Me, UpdateUserRequest, UserView } from "../contracts/people";
import { env } from "../config/env";
import { AppError } from "../core/errors";
import { scopeOf, systemScope, type Scope } from "../core/scope";
import type { Actor, Role, UserId } from "../core/types";
import { record } from "./audit/record";
import { languageModelNotice } from "./language-model-notice";
import { insightsOn } from "./insights/approval";
import { modulesOff, openActions } from "./modules/state";
import { hashPassword, verifyPassword } from "./password";
import { can, permissionsOf } from "./policy";
import { countSignInAttempt } from "./rate-limit";
import { retentionSettings } from "./retention/settings";
import type { SignedIn } from "./session-token";
import type { SignInDeps } from "./sign-in";

/** Key of the setting that holds the company's name; the seed and the first start write it. */
export const COMPANY_SETTING = "company";

/** The signed-in person, and what their screens may offer. */
export async function describeMe(db: Database, { actor, scope, account }: SignedIn): Promise<Me> {
  const off = await modulesOff(db);
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    roles: [...account.roles],
    // Two places are shown by more than a permission: tasks to whoever has some, one's own ratings while learning is on.
    permissions: [...openActions(permissionsOf(actor), off), ...((await hasTasks(db, scope)) || can(actor, "tasks:manage") ? ["tasks:owner"] : []), ...(off.has("learning") ? [] : ["ratings:own"]), ...(!off.has("insights") && (await insightsOn(db)) ? ["insights:held"] : [])],
    company: (await getSetting(db, scope, COMPANY_SETTING)) ?? "Your company",
    hasPassword: account.hasPassword && (env().passwordSignIn || account.roles.includes("admin")),
    languageModel: languageModelNotice(env()),
    retention: await retentionSettings(db),
  };
}

/** @throws AppError "policy/forbidden" */
export async function listUsers(db: Database, scope: Scope): Promise<UserView[]> {
  const linked = await listLinkedUsers(db, systemScope("list of accounts"));
  return (await listAccounts(db, scope)).map((account) => userView(account, linked.has(account.id)));
}

/** Roles that groups of the company's sign-in service decide; empty without a map. */
export function mappedRoles(): Role[] {
  return [...new Set((env().companySignIn?.roleMap ?? []).flatMap((pair) => pair.roles))];
}

/**
 * The account belongs to the person of the directory who has this address, if there is one: their site, contract and manager
 * hold from the first question on.
 * @throws AppError "request/conflict" when the e-mail address is taken; "policy/forbidden"; "data/unavailable" without an audit line
 */
export async function createUser(db: Database, actor: Actor, request: CreateUserRequest): Promise<UserView> {
  const { password, ...account } = request;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const created = await createAccount(tx, scopeOf(actor), { ...account, passwordHash });
    await linkEmployee(tx, systemScope("account"), { userId: created.id, email: account.email });
    await record(tx, actor, { action: "account.created", object: { kind: "account", id: created.id }, facts: { roles: [...created.roles] } });
    return userView(created, false);
  });
}

/** @throws AppError "request/not-found"; "request/conflict" for oneself or the last admin; "policy/forbidden"; "data/unavailable" without an audit line */
export async function updateUser(db: Database, actor: Actor, edit: { id: UserId; change: UpdateUserRequest }): Promise<UserView> {
  const { password, ...change } = edit.change;
  refuseOwnHrRoles(actor, edit.id, change.roles);
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return db.transaction(async (tx) => {
    const changed = await updateAccount(tx, scopeOf(actor), { id: edit.id, change: { ...change, passwordHash } });
    const facts = {
      fields: (["name", "roles", "disabled", "password"] as const).filter((field) => edit.change[field] !== undefined),
      roles: change.roles ? [...changed.roles] : null,
      disabled: change.disabled ?? null,
    };
    await record(tx, actor, { action: "account.changed", object: { kind: "account", id: changed.id }, facts });
    return userView(changed, (await listLinkedUsers(tx, systemScope("account"))).has(changed.id));
  });
}

/** Whoever keeps accounts does not let themselves into HR content: that takes a second person, and leaves a line. */
function refuseOwnHrRoles(actor: Actor, id: UserId, roles: readonly Role[] | undefined): void {
  const added = id === actor.userId ? (roles ?? []).filter((role) => HR_ROLES.includes(role) && !actor.roles.includes(role)) : [];
  if (added.length === 0) return;
  const userMessage = "You cannot give yourself a role that reads HR content. Ask another administrator; it will stand in the audit log.";
  throw new AppError("request/conflict", "an administrator may not give themselves HR roles", { userMessage });
}

const HR_ROLES: readonly Role[] = ["recruiter", "reviewer", "hr_lead"];

/**
 * Changes one's own password; every session of this account ends, the present one included.
 * @throws AppError "auth/invalid-credentials" when `current` is wrong, "auth/rate-limited" when it was too often
 */
export async function changeOwnPassword(
  deps: SignInDeps,
  { account, actor }: SignedIn,
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
  const passwordHash = await hashPassword(passwords.next, cost);
  await db.transaction(async (tx) => {
    await updateAccount(tx, scope, { id: account.id, change: { passwordHash } });
    await record(tx, actor, { action: "account.password-changed", object: { kind: "account", id: account.id }, facts: {} }, deps.clock);
  });
}

function userView(account: Account, company: boolean): UserView {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    roles: [...account.roles],
    disabled: account.disabled,
    signIn: { password: account.hasPassword, company },
    removedAt: account.removedAt?.toISOString() ?? null,
    createdAt: account.createdAt.toISOString(),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
  };
}
