/**
 * @file Sign-in with e-mail and password: limited, the same time and answer whether or not there is such an account.
 * Sessions are made of the result by auth-options.ts.
 */
import type { Database } from "../../db/client";
import { findCredentials, recordSignIn, type Account } from "../../db/queries/people";
import type { Clock } from "../core/clock";
import { AppError } from "../core/errors";
import { systemScope } from "../core/scope";
import { coarseAddress } from "./audit/coarse-address";
import { record } from "./audit/record";
import { verifyPassword, type ScryptCost } from "./password";
import { countSignInAttempt, type SignInLimits } from "./rate-limit";

const scope = systemScope("sign-in");

/** As in lib/contracts/people.ts; longer ones are not even hashed. */
const MAX_EMAIL_CHARS = 254;
const MAX_PASSWORD_CHARS = 200;

export interface SignInDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly limits?: SignInLimits;
  /** Tests pass a low one. */
  readonly cost?: ScryptCost;
  /** false: passwords are switched off, but for an administrator in an emergency. Default true. */
  readonly passwords?: boolean;
}

/**
 * @param attempt.address the client's network address, null when unknown
 * @returns with passwords switched off: an administrator, whose session is an emergency one
 * @throws AppError "auth/invalid-credentials" (wrong password, no such account, disabled), "auth/rate-limited",
 * "auth/password-off" (right, but passwords are switched off and this is no administrator);
 * "data/unavailable" when the audit log cannot take the line: then nobody is signed in
 */
export async function signIn(deps: SignInDeps, attempt: { email: string; password: string; address: string | null }): Promise<Account> {
  const { db, clock } = deps;
  if (attempt.email.length > MAX_EMAIL_CHARS || attempt.password.length > MAX_PASSWORD_CHARS) throw refused();
  const counted = await countSignInAttempt(deps, attempt);
  const found = await findCredentials(db, scope, attempt.email);
  const matches = await verifyPassword(attempt.password, found?.passwordHash ?? null, deps.cost);
  const address = coarseAddress(attempt.address);
  if (found === null || !matches || found.disabled) {
    const object = { kind: "account" as const, id: found?.id ?? null };
    await record(db, { type: "nobody", address }, { action: "account.sign-in-refused", object, facts: {} }, clock);
    throw refused();
  }
  await counted.succeed();
  const emergency = deps.passwords === false;
  if (emergency && !found.roles.includes("admin")) {
    await record(db, { type: "nobody", address }, { action: "account.sign-in-refused", object: { kind: "account", id: found.id }, facts: {} }, clock);
    throw new AppError("auth/password-off", "passwords are switched off (CADRE_PASSWORD_SIGN_IN=0)");
  }
  await db.transaction(async (tx) => {
    await recordSignIn(tx, scope, { id: found.id, at: new Date(clock.now()) });
    const actor = { userId: found.id, name: found.name, roles: found.roles, address };
    await record(tx, actor, { action: "account.signed-in", object: { kind: "account", id: found.id }, facts: emergency ? { via: "emergency" } : {} }, clock);
  });
  const { passwordHash: _kept, ...account } = found;
  return account;
}

function refused(): AppError {
  return new AppError("auth/invalid-credentials", "no enabled account with this e-mail address and password");
}
