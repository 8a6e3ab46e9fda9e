/**
 * @file next-auth's own routes as the application serves them: the company's sign-in service is looked up only where it
 * is needed, and what goes wrong there comes back to the sign-in page as one of our codes.
 */
import NextAuth, { type AuthOptions } from "next-auth";
import { AppError, isAppError, toAppError } from "../../core/errors";
import { authOptions } from "../auth-options";
import { logIncident } from "../http";
import { publicAddress } from "../public-address";
import { SIGN_IN_PAGE, sessionDeps } from "../session";
import { discover, type Discovery } from "./company-client";
import { COMPANY_PROVIDER } from "./company-provider";

export interface AuthContext {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** next-auth's words for a sign-in that failed at or after the service. */
const FAILED = /([?&]error=)(OAuthCallback|OAuthSignin|OAuthCreateAccount|Callback|AccessDenied|Configuration)\b/;

type RunNextAuth = (request: Request, context: AuthContext, options: AuthOptions) => Promise<Response>;

/** In a route of the application. */
const inRoute: RunNextAuth = async (request, context, options) => (await NextAuth(request as never, context as never, options)) as Response;

/** Answers one request to /api/auth/…. @param run tests run next-auth outside of a Next route */
export async function handleAuth(request: Request, context: AuthContext, run: RunNextAuth = inRoute): Promise<Response> {
  const { nextauth } = await context.params;
  const [step = "", provider = ""] = nextauth;
  const withCompany = provider === COMPANY_PROVIDER && (step === "signin" || step === "callback");
  let endpoints: Discovery | null = null;
  try {
    if (withCompany) endpoints = await companyEndpoints();
  } catch (error) {
    return backToSignIn(request, step, toAppError(error));
  }
  const attempt = await authOptions(request, endpoints);
  const response = await run(request, context, attempt.options);
  return withCompany ? withOurCode(response, attempt.failure()) : response;
}

async function companyEndpoints(): Promise<Discovery> {
  const { companySignIn } = await sessionDeps();
  if (companySignIn === null) throw new AppError("auth/company-refused", "no company sign-in is set (CADRE_OIDC_ISSUER)");
  try {
    return await discover(companySignIn);
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.error(`company sign-in: ${error.message}`);
    throw error;
  }
}

/** The page's script asks with a POST and follows the address it gets; a browser that comes back from the service is sent on. */
function backToSignIn(request: Request, step: string, error: AppError): Response {
  if (error.code === "internal/unknown") logIncident(error);
  const code = error.code === "config/invalid" ? "auth/company-unreachable" : error.code;
  const url = `${publicAddress(request, { publicUrl: null })}${SIGN_IN_PAGE}?error=${encodeURIComponent(code)}`;
  return step === "signin" ? Response.json({ url }) : Response.redirect(url, 302);
}

/** Replaces next-auth's general word for a failure by our code, in the address it sends the browser to. */
function withOurCode(response: Response, failure: AppError | null): Response {
  const location = response.headers.get("location");
  if (location === null || !FAILED.test(location)) return response;
  const headers = new Headers(response.headers);
  headers.set("location", location.replace(FAILED, `$1${encodeURIComponent(failure?.code ?? "auth/company-refused")}`));
  return new Response(response.body, { status: response.status, headers });
}
