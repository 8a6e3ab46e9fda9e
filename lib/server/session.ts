/**
 * @file Who is asking: from a Request in API routes, from Next's cookies in server components.
 */
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { env, type Env } from "../config/env";
import type { WaysIn } from "../contracts/identity";
import { systemClock } from "../core/clock";
import type { Actor } from "../core/types";
import { coarseAddress } from "./audit/coarse-address";
import { clientAddress } from "./client-address";
import { loadSecrets } from "./secrets";
import { services } from "./services";
import { resolveSession, SESSION_COOKIE, type SessionDeps, type SignedIn } from "./session-token";

export const SIGN_IN_PAGE = "/sign-in";

/** What sessions need of this process. */
export async function sessionDeps(): Promise<SessionDeps> {
  const { db, paths } = await services();
  return { db, clock: systemClock, authSecret: loadSecrets(paths.secrets).authSecret, companySignIn: env().companySignIn };
}

/** False: passwords are switched off, but for an administrator in an emergency. */
export function passwordsOpen(): boolean {
  return env().passwordSignIn;
}

/** What the sign-in page offers. */
export function waysIn({ companySignIn, passwordSignIn }: Pick<Env, "companySignIn" | "passwordSignIn"> = env()): WaysIn {
  if (companySignIn === null) return { password: passwordSignIn, company: null };
  const { name, issuer, roleMap } = companySignIn;
  return { password: passwordSignIn, company: { name, host: new URL(issuer).host, makesAdmins: roleMap?.some(({ roles }) => roles.includes("admin")) ?? false } };
}

/** For API routes. @returns null when nobody is signed in */
export async function signedInOf(request: Request): Promise<SignedIn | null> {
  const token = cookieOf(request, SESSION_COOKIE);
  return token === undefined ? null : from(request.headers, await resolveSession(await sessionDeps(), token));
}

/** For server components and server actions. @returns null when nobody is signed in */
export async function currentSession(): Promise<SignedIn | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token === undefined ? null : from(await headers(), await resolveSession(await sessionDeps(), token));
}

/** The same person, with where this request came from. */
function from(requestHeaders: Headers, signedIn: SignedIn | null): SignedIn | null {
  return signedIn && { ...signedIn, actor: { ...signedIn.actor, address: coarseAddress(clientAddress(requestHeaders)) } };
}

/** For server components. @returns null when nobody is signed in */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/** For server components: the person signed in; anyone else is sent to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor === null) redirect(SIGN_IN_PAGE);
  return actor;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
