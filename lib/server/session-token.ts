/**
 * @file Session tokens: an encrypted cookie that says who signed in, when and how, nothing more. Who that person is now
 * (roles, relations, disabled) is read from the database at every request, so a change takes effect at the next one; a
 * session that came through the company's sign-in service is asked about there every minute, and ends when the service says so (identity/back-channel.ts).
 */
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Database } from "../../db/client";
import { findSessionAccount, type Account } from "../../db/queries/people";
import { findRelations } from "../../db/queries/relations";
import { SIGN_IN } from "../config/defaults";
import type { CompanySignInSettings } from "../config/sign-in-settings";
import type { Clock } from "../core/clock";
import { scopeOf, systemScope, type ActorScope } from "../core/scope";
import type { Actor, Relations, Role, UserId } from "../core/types";
import { confirmCompanySession } from "./identity/company-session";

export const SESSION_COOKIE = "cadre.session";

const scope = systemScope("session");

const claims = z.object({
  /** User id. */
  sub: z.string().min(1),
  /** The account's session epoch at sign-in. */
  epoch: z.number().int(),
  /** Seconds since 1970. */
  signedInAt: z.number().int(),
  /** Came through the company's sign-in service: the session there (company_sessions). */
  company: z.string().min(1).optional(),
  /** An administrator's password although passwords are switched off: the administrator's role alone. */
  emergency: z.literal(true).optional(),
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
  /** Null: there is no such service; sessions that came through one are over. */
  readonly companySignIn: CompanySignInSettings | null;
}

/** What a session of this account says. @param nowMs milliseconds since 1970 */
export function claimsFor(account: Pick<Account, "id" | "sessionEpoch">, nowMs: number, how: Pick<SessionClaims, "company" | "emergency"> = {}): SessionClaims {
  return { sub: account.id, epoch: account.sessionEpoch, signedInAt: Math.floor(nowMs / 1000), ...how };
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
export async function resolveClaims(deps: SessionDeps, payload: unknown): Promise<SignedIn | null> {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, epoch, signedInAt, company, emergency } = parsed.data;
  // next-auth renews a cookie whenever its session is read; a session still ends so long after sign-in.
  if (deps.clock.now() / 1000 >= signedInAt + SIGN_IN.sessionMaxAgeS) return null;
  const found = await findSessionAccount(deps.db, scope, sub as UserId);
  if (found === null || found.disabled || found.sessionEpoch !== epoch) return null;
  const confirmed = company === undefined ? found : await confirmWithCompany(deps, found, company);
  if (confirmed === null || confirmed.disabled || confirmed.sessionEpoch !== epoch) return null;
  if (emergency && !confirmed.roles.includes("admin")) return null;
  const account = emergency ? { ...confirmed, roles: EMERGENCY_ROLES } : confirmed;
  const relations = emergency ? NO_RELATIONS : await findRelations(deps.db, scope, { userId: account.id, at: new Date(deps.clock.now()) });
  const actor: Actor = { userId: account.id, name: account.name, roles: account.roles, relations };
  return { actor, scope: scopeOf(actor), account };
}

const NO_RELATIONS: Relations = { employeeId: null, reports: [], openings: [], learning: [] };
const EMERGENCY_ROLES: readonly Role[] = ["employee", "admin"];

async function confirmWithCompany({ companySignIn, ...deps }: SessionDeps, account: Account, id: string): Promise<Account | null> {
  return companySignIn === null ? null : confirmCompanySession({ ...deps, settings: companySignIn }, account, id);
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
