/**
 * @file next-auth v4: encrypted cookies, no settings to make; passwords, and the company's sign-in service where one is
 * set. Built per request, because whether the cookie is `secure` depends on how this request came in (plain HTTP on
 * localhost, HTTPS behind a proxy). lib/server/identity/auth-handler.ts runs it.
 */
import type { Account as TokenSet, AuthOptions, Session } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SIGN_IN } from "../config/defaults";
import { trustForwardedHost } from "../config/env";
import { AppError, isAppError } from "../core/errors";
import { coarseAddress } from "./audit/coarse-address";
import { record } from "./audit/record";
import { clientAddress } from "./client-address";
import { logIncident } from "./http";
import { signInWithCompany } from "./identity/company-account";
import { readClaims } from "./identity/company-claims";
import type { Discovery } from "./identity/company-client";
import { COMPANY_PROVIDER, companyProvider, listedProvider, tokensOf } from "./identity/company-provider";
import { openCompanySession } from "./identity/company-session";
import { isEncrypted } from "./public-address";
import { passwordsOpen, SIGN_IN_PAGE, sessionDeps } from "./session";
import { claimsFor, resolveClaims, SESSION_COOKIE, type SessionClaims, type SessionDeps } from "./session-token";
import { signIn } from "./sign-in";

export interface SignInAttempt {
  readonly options: AuthOptions;
  /** Why the company's sign-in failed, as far as it is known; next-auth itself only says that it did. */
  failure(): AppError | null;
}

/**
 * Errors of passwords reach the sign-in page as `?error=<code>`: "auth/invalid-credentials", "auth/rate-limited" …
 *
 * @param endpoints of the company's sign-in service; null where this request needs none
 */
export async function authOptions(request: Request, endpoints: Discovery | null = null): Promise<SignInAttempt> {
  trustForwardedHost();
  const deps = await sessionDeps();
  const company = createCompanySignIn(deps, request, endpoints);
  const secure = isEncrypted(request);
  const options: AuthOptions = {
    secret: deps.authSecret,
    session: { strategy: "jwt", maxAge: SIGN_IN.sessionMaxAgeS },
    pages: { signIn: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [passwordProvider(deps, request), ...company.providers],
    callbacks: {
      signIn: ({ account, profile }) => (account?.provider === COMPANY_PROVIDER ? company.admit(account, profile) : true),
      jwt: ({ token, user, account }) => {
        const claims = account?.provider === COMPANY_PROVIDER ? company.claims() : (user as typeof user | undefined)?.claims;
        return claims ? { ...claims } : token;
      },
      session: async ({ session, token }): Promise<Session> => {
        const signedIn = await resolveClaims(deps, token);
        // next-auth reads an empty session as "signed out".
        if (signedIn === null) return {} as Session;
        const { userId, name, roles } = signedIn.actor;
        return { expires: session.expires, user: { id: userId, name, roles } };
      },
    },
    logger: {
      // Its own logger prints whatever it is given, tokens and addresses included.
      error: (code) => console.error(`sign-in: ${code}`),
      warn: (code) => console.warn(`sign-in: ${code}`),
      debug: () => undefined,
    },
  };
  return { options, failure: company.failure };
}

function passwordProvider(deps: SessionDeps, request: Request) {
  return CredentialsProvider({
    name: "Cadre",
    credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
    authorize: async (credentials) => {
      const { email = "", password = "" } = credentials ?? {};
      try {
        const passwords = passwordsOpen();
        const account = await signIn({ ...deps, passwords }, { email, password, address: clientAddress(request.headers) });
        return { id: account.id, claims: claimsFor(account, deps.clock.now(), passwords ? {} : { emergency: true }) };
      } catch (error) {
        if (!isAppError(error)) logIncident(error);
        // next-auth puts this message into the page's address: the code, nothing else.
        throw new Error(isAppError(error) ? error.code : "internal/unknown");
      }
    },
  });
}

/** One request's part in signing in with the company: what it has found out is kept between next-auth's callbacks. */
function createCompanySignIn(deps: SessionDeps, request: Request, endpoints: Discovery | null) {
  let failure: AppError | null = null;
  let claims: SessionClaims | null = null;
  const settings = deps.companySignIn;
  const fail = (error: AppError) => {
    failure = error;
    console.error(`company sign-in: ${error.message}`);
  };
  const enter = async (account: TokenSet, profile: unknown): Promise<SessionClaims> => {
    if (settings === null) throw new AppError("auth/company-refused", "no company sign-in is set");
    const person = readClaims((profile ?? {}) as Record<string, unknown>, settings);
    const entered = await signInWithCompany({ ...deps, settings }, person, coarseAddress(clientAddress(request.headers)));
    const company = await openCompanySession({ ...deps, settings }, { userId: entered.id, person, tokens: tokensOf(account) });
    return claimsFor(entered, deps.clock.now(), { company });
  };
  return {
    providers: settings === null ? [] : [endpoints ? companyProvider(settings, endpoints, fail) : listedProvider(settings)],
    failure: () => failure,
    claims: () => claims,
    /** next-auth's signIn callback: true, or it goes on to the error page. */
    admit: async (account: TokenSet, profile: unknown): Promise<boolean> => {
      try {
        claims = await enter(account, profile);
        return true;
      } catch (error) {
        if (!isAppError(error)) logIncident(error);
        fail(isAppError(error) ? error : new AppError("internal/unknown", "signing in with the company account failed", { cause: error }));
        const address = coarseAddress(clientAddress(request.headers));
        await record(deps.db, { type: "nobody", address }, { action: "account.sign-in-refused", object: { kind: "account", id: null }, facts: {} }, deps.clock);
        return false;
      }
    },
  };
}
