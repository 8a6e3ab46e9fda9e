/**
 * @file Session tokens: an encrypted cookie that says who signed in and when, nothing more. Who that person is now
 * (roles, disabled) is read from the database at every request, so a change takes effect at the next one.
 */
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Database } from "../../db/client";
import { findSessionAccount, type Account } from "../../db/queries/people";
import { SIGN_IN } from "../config/defaults";
import type { Clock } from "../core/clock";
import { scopeOf, systemScope, type ActorScope } from "../core/scope";
import type { Actor, UserId } from "../core/types";

export const SESSION_COOKIE = "cadre.session";

const scope = systemScope("session");

const claims = z.object({
  /** User id. */
  sub: z.string().min(1),
  /** The account's session epoch at sign-in. */
  epoch: z.number().int(),
  /** Seconds since 1970. */
  signedInAt: z.number().int(),
});
export type SessionClaims = z.infer<typeof claims>;

export interface SignedIn {
  readonly actor: Actor;
  readonly scope: ActorScope;
  readonly account: Account;
}

export interface SessionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly authSecret: string;
}

/** What a session of this account says. @param nowMs milliseconds since 1970 */
export function claimsFor(account: Pick<Account, "id" | "sessionEpoch">, nowMs: number): SessionClaims {
  return { sub: account.id, epoch: account.sessionEpoch, signedInAt: Math.floor(nowMs / 1000) };
}

/** The cookie's value. */
export function encodeSession(session: SessionClaims, authSecret: string): Promise<string> {
  return encode({ token: { ...session }, secret: authSecret, maxAge: SIGN_IN.sessionMaxAgeS });
}

/**
 * Who a cookie belongs to, as they are now.
 *
 * @param token the cookie's value
 * @returns null when it is missing, forged, older than a session may be, or the account is gone, disabled or has
 *   ended its sessions
 */
export async function resolveSession(deps: SessionDeps, token: string | undefined): Promise<SignedIn | null> {
  if (!token) return null;
  return resolveClaims(deps, await decodeOrNull(token, deps.authSecret));
}

/** The same for claims that are decrypted already (next-auth's callbacks). */
export async function resolveClaims(deps: Pick<SessionDeps, "db" | "clock">, payload: unknown): Promise<SignedIn | null> {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, epoch, signedInAt } = parsed.data;
  // next-auth renews a cookie whenever its session is read; a session still ends so long after sign-in.
  if (deps.clock.now() / 1000 >= signedInAt + SIGN_IN.sessionMaxAgeS) return null;
  const account = await findSessionAccount(deps.db, scope, sub as UserId);
  if (account === null || account.disabled || account.sessionEpoch !== epoch) return null;
  const actor: Actor = { userId: account.id, name: account.name, roles: account.roles };
  return { actor, scope: scopeOf(actor), account };
}

async function decodeOrNull(token: string, authSecret: string): Promise<unknown> {
  try {
    return await decode({ token, secret: authSecret });
  } catch (error) {
    // jose's errors: forged, cut off, expired, or encrypted with another installation's secret.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_J")) return null;
    throw error;
  }
}
