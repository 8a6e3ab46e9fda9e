/**
 * @file next-auth v4: credentials, encrypted cookies, no settings to make. Built per request, because whether the
 * cookie is `secure` depends on how this request came in (plain HTTP on localhost, HTTPS behind a proxy).
 */
import type { AuthOptions, Session } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SIGN_IN } from "../config/defaults";
import { trustForwardedHost } from "../config/env";
import { isAppError } from "../core/errors";
import { logIncident } from "./http";
import { clientAddress } from "./client-address";
import { SIGN_IN_PAGE, sessionDeps } from "./session";
import { claimsFor, resolveClaims, SESSION_COOKIE } from "./session-token";
import { signIn } from "./sign-in";

/** Errors reach the sign-in page as `?error=<code>`: "auth/invalid-credentials", "auth/rate-limited" … */
export async function authOptions(request: Request): Promise<AuthOptions> {
  trustForwardedHost();
  const deps = await sessionDeps();
  const secure = request.headers.get("x-forwarded-proto") === "https" || new URL(request.url).protocol === "https:";
  return {
    secret: deps.authSecret,
    session: { strategy: "jwt", maxAge: SIGN_IN.sessionMaxAgeS },
    pages: { signIn: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [
      CredentialsProvider({
        name: "Cadre",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: async (credentials) => {
          const { email = "", password = "" } = credentials ?? {};
          try {
            const account = await signIn(deps, { email, password, address: clientAddress(request.headers) });
            return { id: account.id, claims: claimsFor(account, deps.clock.now()) };
          } catch (error) {
            if (!isAppError(error)) logIncident(error);
            // next-auth puts this message into the page's address: the code, nothing else.
            throw new Error(isAppError(error) ? error.code : "internal/unknown");
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...user.claims } : token),
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
}
