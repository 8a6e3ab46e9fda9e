/**
 * @file Signed out at the company's sign-in service: it tells Cadre itself, with a signed token that names the person or one
 * session of theirs, and what it names has ended before the next request. The token is the only proof: no cookie, no secret. It
 * works once: the database remembers it for as long as it could be used, for every process.
 *
 * @source OpenID Connect Back-Channel Logout 1.0, sections 2.4 to 2.8; form of refusals: RFC 6749, section 5.2
 */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import { endCompanySessionsOf, spendLogoutToken } from "../../../db/queries/company-sign-in";
import type { Database } from "../../../db/client";
import { COMPANY_SIGN_IN } from "../../config/defaults";
import type { CompanySignInSettings } from "../../config/sign-in-settings";
import type { Clock } from "../../core/clock";
import { AppError, isAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import { record } from "../audit/record";
import { readText } from "../route";
import { discover, type Discovery } from "./company-client";

const scope = systemScope("signed out at the sign-in service");
const EVENT = "http://schemas.openid.net/event/backchannel-logout";
/** Bytes of a request: a token has one or two thousand. */
const MAX_BYTES = 32 * 1024;
/** How old a token may be, and how far the service's clock may be off, in s: what was caught cannot be used later. */
const MAX_AGE_S = 300;
const CLOCK_TOLERANCE_S = 60;

export interface BackChannelDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Null: no company sign-in is set, and nobody is told anything. */
  readonly settings: CompanySignInSettings | null;
}

const logoutToken = z
  .object({
    sub: z.string().min(1).max(255).optional(),
    sid: z.string().min(1).max(255).optional(),
    /** The token's own name, by which it is known again. */
    jti: z.string().min(1).max(1024),
    iat: z.number(),
    exp: z.number(),
    events: z.object({ [EVENT]: z.looseObject({}) }),
    /** Its presence says that this is an ID token, which opens a session and must not end one. */
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined, "names neither a person nor a session");

/**
 * Answers the service's POST (a form with `logout_token`): 200 when the token is good, whether or not it ended anything; 400 and
 * `{error: "invalid_request", error_description}`, as the standards ask, when it is not this service's, not for this, or was
 * used before.
 *
 * @throws AppError "request/not-found" without a company sign-in, "request/too-large", "auth/company-unreachable" when its keys
 *   cannot be had
 */
export async function answerBackChannel(deps: BackChannelDeps, request: Request): Promise<Response> {
  const { settings } = deps;
  if (settings === null) throw new AppError("request/not-found", "no company sign-in is set");
  try {
    await takeIn({ ...deps, settings }, request);
    return new Response(null, { status: 200, headers: NOT_KEPT });
  } catch (error) {
    if (!isAppError(error) || error.code !== "request/invalid") throw error;
    return Response.json({ error: "invalid_request", error_description: error.message }, { status: 400, headers: NOT_KEPT });
  }
}

const NOT_KEPT = { "cache-control": "no-store" };

async function takeIn(deps: Open, request: Request): Promise<void> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new AppError("request/invalid", "expected a form");
  const token = new URLSearchParams(await readText(request, MAX_BYTES)).get("logout_token");
  if (!token) throw new AppError("request/invalid", "the form has no logout_token");
  await endNamed(deps, await readLogoutToken(deps, token));
}

type Named = z.infer<typeof logoutToken>;
type Open = BackChannelDeps & { readonly settings: CompanySignInSettings };

/**
 * With `sid` that session, else every session of the person. If ending them fails the token is not spent: the service may send it again.
 * @throws AppError "request/invalid" when the token was used before
 */
async function endNamed({ db, clock, settings }: Open, { sub, sid, jti, iat, exp }: Named): Promise<void> {
  // One second more than `verified` takes it, so that no rounding leaves a gap.
  const refusedFrom = new Date((Math.min(exp, iat + MAX_AGE_S) + CLOCK_TOLERANCE_S + 1) * 1000);
  await db.transaction(async (tx) => {
    if (!(await spendLogoutToken(tx, scope, { issuer: settings.issuer, tokenHash: sha256(jti), refusedFrom, now: new Date(clock.now()) }))) throw new AppError("request/invalid", "the logout token was used before");
    const ended = await endCompanySessionsOf(tx, scope, { issuer: settings.issuer, subject: sub ?? null, session: sid ?? null });
    for (const id of ended) await record(tx, scope, { action: "account.session-ended", object: { kind: "account", id }, facts: { reason: "signed-out" } }, clock);
  });
}

async function readLogoutToken({ settings, clock }: Open, token: string): Promise<Named> {
  const endpoints = await discover(settings);
  const parsed = logoutToken.safeParse(await verified(token, { settings, endpoints, at: new Date(clock.now()) }));
  if (!parsed.success) throw new AppError("request/invalid", "the token is no logout token");
  return parsed.data;
}

/** Keys by address; jose fetches them anew when a token names one that it lacks, at most every 30 s. */
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

async function verified(token: string, { settings, endpoints, at }: { settings: CompanySignInSettings; endpoints: Discovery; at: Date }): Promise<JWTPayload> {
  const address = endpoints.jwks_uri;
  const keys = keySets.get(address) ?? createRemoteJWKSet(new URL(address), { timeoutDuration: COMPANY_SIGN_IN.timeoutMs });
  keySets.set(address, keys);
  // Only what a public key proves: not "none", and no HMAC under something that is no secret.
  const algorithms = endpoints.id_token_signing_alg_values_supported.filter((name) => /^(RS|PS|ES|EdDSA)/.test(name));
  try {
    const { payload } = await jwtVerify(token, keys, { issuer: endpoints.issuer, audience: settings.clientId, algorithms, maxTokenAge: MAX_AGE_S, clockTolerance: CLOCK_TOLERANCE_S, currentDate: at });
    return payload;
  } catch (error) {
    if (isAboutTheToken(error)) throw new AppError("request/invalid", `the logout token was refused: ${error.code}`);
    throw new AppError("auth/company-unreachable", `the keys of the sign-in service could not be fetched from ${new URL(address).host}`, { cause: error });
  }
}

/** Anything else failed on the way to the keys: no connection, no answer in time, not a key set. */
const isAboutTheToken = (error: unknown): error is errors.JOSEError => error instanceof errors.JOSEError && !["ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID", "ERR_JOSE_GENERIC"].includes(error.code);
