/**
 * @file Talking to the company's sign-in service between sign-ins: discovery, and asking whether a session still holds.
 * The sign-in itself (authorization code, PKCE, state, nonce, signature) is next-auth's.
 */
import { z } from "zod";
import { COMPANY_SIGN_IN } from "../../config/defaults";
import type { CompanySignInSettings } from "../../config/sign-in-settings";
import { AppError } from "../../core/errors";
import { allowedHosts } from "./company-hosts";

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(["RS256"]),
  backchannel_logout_supported: z.boolean().default(false).catch(false),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});
export type Discovery = z.infer<typeof discovery>;

/** Kept for an hour: keys and endpoints move rarely, and sign-in must not ask twice each time. */
const KEPT_MS = 60 * 60_000;
const known = new Map<string, { readonly at: number; readonly found: Discovery }>();

/**
 * The service's endpoints.
 *
 * @throws AppError "auth/company-unreachable" when it does not answer or answers something else; "config/invalid" when
 *   its document names another issuer or endpoints on hosts that the settings do not allow
 */
export async function discover(settings: Pick<CompanySignInSettings, "issuer" | "hosts">): Promise<Discovery> {
  const kept = known.get(settings.issuer);
  const found = kept && Date.now() - kept.at < KEPT_MS ? kept.found : await fetchDiscovery(settings.issuer);
  const wanted = settings.issuer.replace(/\/$/, "");
  if (found.issuer.replace(/\/$/, "") !== wanted) throw new AppError("config/invalid", `CADRE_OIDC_ISSUER is not what the service calls itself: set it to ${found.issuer}`);
  const hosts = allowedHosts(settings);
  const endpoints = [found.authorization_endpoint, found.token_endpoint, found.jwks_uri, ...(found.userinfo_endpoint ? [found.userinfo_endpoint] : [])];
  const elsewhere = [...new Set(endpoints.map((url) => new URL(url).hostname))].filter((host) => !hosts.includes(host));
  if (elsewhere.length > 0) throw new AppError("config/invalid", `the sign-in service has endpoints on ${elsewhere.join(", ")}: allow them with CADRE_OIDC_HOSTS=${elsewhere.join(",")}`);
  known.set(settings.issuer, { at: kept?.found === found ? kept.at : Date.now(), found });
  return found;
}

/** Forgets what is known (tests; a service that was moved). */
export const forgetDiscovery = (): void => known.clear();

async function fetchDiscovery(issuer: string): Promise<Discovery> {
  const reply = await ask(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {});
  const parsed = reply.status === 200 ? discovery.safeParse(reply.body) : null;
  if (!parsed?.success) throw new AppError("auth/company-unreachable", `${issuer} has no OpenID discovery document (status ${reply.status})`);
  return parsed.data;
}

export interface CompanyTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Milliseconds since 1970; null when the service did not say. */
  readonly expiresAt: number | null;
}

export type Confirmation =
  | { readonly kind: "confirmed"; readonly claims: Readonly<Record<string, unknown>>; readonly tokens: CompanyTokens }
  /** The service has said no: account gone, disabled, or access taken back. */
  | { readonly kind: "refused" }
  /** There is nothing to ask with: no refresh token, and the access token has run out. */
  | { readonly kind: "expired" };

const tokenReply = z.object({ access_token: z.string().min(1), refresh_token: z.string().optional(), expires_in: z.coerce.number().positive().optional(), id_token: z.string().optional() });
const oauthError = z.object({ error: z.string() });

/**
 * Asks whether a session still holds: with the refresh token where there is one, then at userinfo.
 *
 * @throws AppError "auth/company-unreachable", "config/invalid": nothing is known then
 */
export async function confirm(settings: CompanySignInSettings, held: { subject: string; tokens: CompanyTokens }, nowMs: number): Promise<Confirmation> {
  const { subject, tokens } = held;
  const endpoints = await discover(settings);
  if (tokens.refreshToken === null) {
    if (tokens.expiresAt !== null && tokens.expiresAt <= nowMs) return { kind: "expired" };
    const info = await userinfo(endpoints, tokens.accessToken);
    return info !== null && info["sub"] === subject ? { kind: "confirmed", claims: info, tokens } : { kind: "refused" };
  }
  const fresh = await refresh(settings, endpoints, tokens.refreshToken);
  if (fresh === null) return { kind: "refused" };
  const idClaims = fresh.id_token === undefined ? {} : claimsOf(fresh.id_token, { settings, issuer: endpoints.issuer, subject });
  const info = endpoints.userinfo_endpoint ? await userinfo(endpoints, fresh.access_token) : {};
  if (idClaims === null || info === null || ("sub" in info && info["sub"] !== subject)) return { kind: "refused" };
  const next = { accessToken: fresh.access_token, refreshToken: fresh.refresh_token ?? tokens.refreshToken, expiresAt: fresh.expires_in === undefined ? null : nowMs + fresh.expires_in * 1000 };
  return { kind: "confirmed", claims: { ...idClaims, ...info, sub: subject }, tokens: next };
}

async function refresh(settings: CompanySignInSettings, endpoints: Discovery, refreshToken: string): Promise<z.infer<typeof tokenReply> | null> {
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
  if (authMethod(endpoints) === "client_secret_post") {
    form.set("client_id", settings.clientId);
    form.set("client_secret", settings.clientSecret);
  } else {
    // RFC 6749, section 2.3.1: both parts form-encoded, then Basic.
    const [id, secret] = [settings.clientId, settings.clientSecret].map((part) => encodeURIComponent(part).replaceAll("%20", "+"));
    headers["authorization"] = `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
  }
  const reply = await ask(endpoints.token_endpoint, { method: "POST", headers, body: form.toString() });
  const parsed = tokenReply.safeParse(reply.body);
  if (reply.status === 200 && parsed.success) return parsed.data;
  const said = oauthError.safeParse(reply.body);
  // Only this says something about the person; a client whose secret has run out must not sign everybody out.
  if (reply.status === 400 && said.success && said.data.error === "invalid_grant") return null;
  throw new AppError("auth/company-unreachable", `the sign-in service refused to renew a session (${said.success ? said.data.error.slice(0, 60) : `status ${reply.status}`})`);
}

/** How the client proves itself: as the service offers, Basic first. */
export const authMethod = (endpoints: Discovery): "client_secret_basic" | "client_secret_post" => (endpoints.token_endpoint_auth_methods_supported.includes("client_secret_basic") ? "client_secret_basic" : "client_secret_post");

/** @returns null when the access token is refused */
async function userinfo(endpoints: Discovery, accessToken: string): Promise<Readonly<Record<string, unknown>> | null> {
  if (endpoints.userinfo_endpoint === undefined) throw new AppError("config/invalid", "the sign-in service gives neither refresh tokens nor userinfo: add the scope offline_access to CADRE_OIDC_SCOPES");
  const reply = await ask(endpoints.userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
  if (reply.status === 401 || reply.status === 403) return null;
  const parsed = z.record(z.string(), z.unknown()).safeParse(reply.body);
  if (reply.status === 200 && parsed.success) return parsed.data;
  throw new AppError("auth/company-unreachable", `userinfo of the sign-in service answered with status ${reply.status}`);
}

/**
 * Claims of an ID token that came straight from the token endpoint, over TLS: the connection vouches for it.
 *
 * @source OpenID Connect Core 1.0, sections 3.1.3.7 (6) and 12.2
 * @returns null when it is about someone else or for another client
 */
function claimsOf(idToken: string, expected: { settings: CompanySignInSettings; issuer: string; subject: string }): Readonly<Record<string, unknown>> | null {
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8")));
  if (!parsed.success) return null;
  const { iss, aud, sub } = parsed.data;
  const forUs = Array.isArray(aud) ? aud.includes(expected.settings.clientId) : aud === expected.settings.clientId;
  return iss === expected.issuer && sub === expected.subject && forUs ? parsed.data : null;
}

/** @throws AppError "auth/company-unreachable": no answer in time, no connection; its message names the host, never a token */
async function ask(url: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, { ...init, redirect: "error", cache: "no-store", signal: AbortSignal.timeout(COMPANY_SIGN_IN.timeoutMs) });
    return { status: response.status, body: parseJson(await response.text()) };
  } catch (cause) {
    throw new AppError("auth/company-unreachable", `the sign-in service at ${new URL(url).host} does not answer`, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
