/**
 * @file Sessions that came through the company's sign-in service: asked about there again every minute, so that who
 * left or lost a group is out, or has other roles, without anyone doing it by hand in Cadre.
 *
 * One process asks about a session at a time (a lease on its row): refresh tokens may be good for one use. Requests of
 * this process wait for its answer, other processes go on with what is known for as long as the lease. When the service
 * does not answer, the session goes on and is asked about again soon; nobody confirmed it for COMPANY_SIGN_IN.graceMs:
 * it ends.
 */
import { z } from "zod";
import { addCompanySession, endCompanySession, findCompanySession, leaseCompanySession, updateCompanySession, type CompanySession } from "../../../db/queries/company-sign-in";
import { findSessionAccount, type Account } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import { COMPANY_SIGN_IN, SIGN_IN } from "../../config/defaults";
import type { CompanySignInSettings } from "../../config/sign-in-settings";
import type { Clock } from "../../core/clock";
import { isAppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";
import { record } from "../audit/record";
import { followGroups } from "./company-account";
import { isAllowed, readClaims, type CompanyPerson } from "./company-claims";
import { confirm, type CompanyTokens } from "./company-client";
import { seal, unseal } from "./seal";

const scope = systemScope("company sign-in");

export interface CompanySessionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly authSecret: string;
  readonly settings: CompanySignInSettings;
}

/** Keeps what is needed to ask again. @returns the session's id, for the cookie */
export async function openCompanySession({ db, clock, authSecret, settings }: CompanySessionDeps, opened: { userId: UserId; person: CompanyPerson; tokens: CompanyTokens }): Promise<string> {
  const { userId, person, tokens } = opened;
  const id = newId<string>(clock.now());
  const now = new Date(clock.now());
  const expiresAt = new Date(clock.now() + SIGN_IN.sessionMaxAgeS * 1000);
  const sealed = seal(JSON.stringify(tokens), authSecret, id);
  await addCompanySession(db, scope, { id, userId, issuer: settings.issuer, subject: person.subject, providerSession: person.session, tokens: sealed, createdAt: now, expiresAt, checkedAt: now });
  return id;
}

type Ending = "gone" | "not-allowed" | "unconfirmed";

const ASKING = Symbol.for("cadre.company-sessions.asking");
/** By session: Next compiles several copies of this file into one process. */
const asking: Map<string, Promise<boolean>> = ((globalThis as { [ASKING]?: Map<string, Promise<boolean>> })[ASKING] ??= new Map<string, Promise<boolean>>());

/**
 * The account as the service has last confirmed it; asks there when that was too long ago.
 *
 * @returns null when the session has ended
 */
export async function confirmCompanySession(deps: CompanySessionDeps, account: Account, id: string): Promise<Account | null> {
  const { db, settings } = deps;
  const session = await findCompanySession(db, scope, id);
  if (session === null || session.userId !== account.id || session.issuer !== settings.issuer) return null;
  if (!isDue(deps, session)) return account;
  const running = asking.get(id) ?? askOnce(deps, id);
  asking.set(id, running);
  try {
    if (!(await running)) return null;
  } finally {
    asking.delete(id);
  }
  return findSessionAccount(db, scope, account.id);
}

const isDue = ({ clock, settings }: CompanySessionDeps, session: CompanySession): boolean => clock.now() >= session.checkedAt.getTime() + settings.recheckS * 1000;

/** @returns false when the session has ended */
async function askOnce(deps: CompanySessionDeps, id: string): Promise<boolean> {
  const { db, clock } = deps;
  const now = new Date(clock.now());
  const session = await leaseCompanySession(db, scope, { id, now, until: new Date(clock.now() + COMPANY_SIGN_IN.leaseMs) });
  if (session === null) return (await findCompanySession(db, scope, id)) !== null;
  if (!isDue(deps, session)) {
    // Someone asked between our look and our lease.
    await updateCompanySession(db, scope, { id, leaseUntil: null });
    return true;
  }
  try {
    return await ask(deps, session);
  } catch (error) {
    if (!isAppError(error) || (error.code !== "auth/company-unreachable" && error.code !== "config/invalid")) throw error;
    return keepForNow(deps, session, error.message);
  }
}

async function ask(deps: CompanySessionDeps, session: CompanySession): Promise<boolean> {
  const { db, clock, settings, authSecret } = deps;
  const tokens = readTokens(unseal(session.tokens, authSecret, session.id));
  if (tokens === null) return end(deps, session, "unconfirmed");
  const answer = await confirm(settings, { subject: session.subject, tokens }, clock.now());
  if (answer.kind !== "confirmed") return end(deps, session, answer.kind === "refused" ? "gone" : "unconfirmed");
  const person = readClaims(answer.claims, settings);
  if (!isAllowed(person, settings)) return end(deps, session, "not-allowed");
  await db.transaction(async (tx) => {
    const sealed = seal(JSON.stringify(answer.tokens), authSecret, session.id);
    await updateCompanySession(tx, scope, { id: session.id, tokens: sealed, checkedAt: new Date(clock.now()), leaseUntil: null, failingSince: null, failures: 0 });
    const account = await findSessionAccount(tx, scope, session.userId);
    if (account) await followGroups({ db: tx, clock, settings }, account, person);
  });
  return true;
}

/** The service does not answer: the session goes on, for a while. */
async function keepForNow(deps: CompanySessionDeps, session: CompanySession, why: string): Promise<boolean> {
  const { db, clock, settings } = deps;
  const unconfirmedMs = clock.now() - session.checkedAt.getTime() - settings.recheckS * 1000;
  if (unconfirmedMs >= COMPANY_SIGN_IN.graceMs) return end(deps, session, "unconfirmed");
  if (session.failingSince === null) console.error(`company sign-in: ${why}; sessions go on for ${Math.ceil((COMPANY_SIGN_IN.graceMs - unconfirmedMs) / 60_000)} minutes at most`);
  await updateCompanySession(db, scope, { id: session.id, leaseUntil: new Date(clock.now() + COMPANY_SIGN_IN.retryMs), failingSince: session.failingSince ?? new Date(clock.now()), failures: session.failures + 1 });
  return true;
}

async function end({ db, clock }: CompanySessionDeps, session: CompanySession, reason: Ending): Promise<false> {
  await db.transaction(async (tx) => {
    if (!(await endCompanySession(tx, scope, session.id))) return;
    await record(tx, scope, { action: "account.session-ended", object: { kind: "account", id: session.userId }, facts: { reason } }, clock);
  });
  return false;
}

const tokenShape = z.object({ accessToken: z.string(), refreshToken: z.string().nullable(), expiresAt: z.number().nullable() });

/** @returns null when they were sealed with another installation's secret */
function readTokens(text: string | null): CompanyTokens | null {
  return text === null ? null : tokenShape.parse(JSON.parse(text));
}
