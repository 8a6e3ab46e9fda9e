/**
 * @file The company's sign-in service as next-auth's generic provider: authorization code with PKCE, state and nonce; ID
 * token verified by next-auth's openid-client; claims of ID token and userinfo joined. Accounts are company-account.ts's.
 */
import type { OAuthConfig } from "next-auth/providers/oauth";
import { COMPANY_SIGN_IN } from "../../config/defaults";
import type { CompanySignInSettings } from "../../config/sign-in-settings";
import { AppError } from "../../core/errors";
import { authMethod, type CompanyTokens, type Discovery } from "./company-client";

/** In the address that the service must know: `<Cadre>/api/auth/callback/company`. */
export const COMPANY_PROVIDER = "company";

type Profile = Readonly<Record<string, unknown>> & { readonly sub: string };

/** @param onFailure told why the code could not be turned into a person; next-auth itself only says that it failed */
export function companyProvider(settings: CompanySignInSettings, endpoints: Discovery, onFailure: (error: AppError) => void): OAuthConfig<Profile> {
  const algorithms = endpoints.id_token_signing_alg_values_supported;
  return {
    id: COMPANY_PROVIDER,
    name: settings.name,
    type: "oauth",
    issuer: endpoints.issuer,
    authorization: { url: endpoints.authorization_endpoint, params: { scope: settings.scopes } },
    jwks_endpoint: endpoints.jwks_uri,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    client: {
      token_endpoint_auth_method: authMethod(endpoints),
      // openid-client expects one algorithm: RS256 where it is offered, which every service must.
      id_token_signed_response_alg: algorithms.includes("RS256") ? "RS256" : (algorithms.find((name) => name !== "none") ?? "RS256"),
    },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    httpOptions: { timeout: COMPANY_SIGN_IN.timeoutMs },
    token: {
      url: endpoints.token_endpoint,
      request: async ({ client, params, checks, provider }) => {
        try {
          return { tokens: await client.callback(provider.callbackUrl, params, checks) };
        } catch (error) {
          onFailure(failureOf(error));
          throw error;
        }
      },
    },
    userinfo: {
      ...(endpoints.userinfo_endpoint ? { url: endpoints.userinfo_endpoint } : {}),
      request: async ({ client, tokens }) => {
        try {
          const info = endpoints.userinfo_endpoint ? await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]) : {};
          return { ...(tokens as { claims(): Profile }).claims(), ...info };
        } catch (error) {
          onFailure(failureOf(error));
          throw error;
        }
      },
    },
    profile: (profile: Profile) => ({ id: profile.sub }) as never,
  };
}

/**
 * Its name alone, for requests that do not go there. The page's button looks into next-auth's list of providers first and goes
 * nowhere when the company is not in it; asking the service for its endpoints each time somebody looks would be too much.
 */
export function listedProvider({ name }: Pick<CompanySignInSettings, "name">): OAuthConfig<Profile> {
  return { id: COMPANY_PROVIDER, name, type: "oauth", profile: (profile: Profile) => ({ id: profile.sub }) as never };
}

/** Its own sentences (nonce mismatch, id_token expired …) tell an administrator what is wrong; the values after the comma do not belong in a log. */
function failureOf(error: unknown): AppError {
  const name = error instanceof Error ? error.name : "unknown";
  const unreachable = error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
  const said = error instanceof Error && (name === "RPError" || name === "OPError") ? error.message.split(/[,:(]/)[0]?.slice(0, 100) : name;
  if (unreachable || /timed out|expected 200/i.test(said ?? "")) return new AppError("auth/company-unreachable", `the sign-in service did not answer: ${said}`);
  return new AppError("auth/company-refused", `the sign-in service's answer was refused: ${said}`);
}

/** The tokens of next-auth's account, for asking again later. */
export function tokensOf(account: { access_token?: string | undefined; refresh_token?: string | undefined; expires_at?: number | undefined }): CompanyTokens {
  return { accessToken: account.access_token ?? "", refreshToken: account.refresh_token ?? null, expiresAt: account.expires_at === undefined ? null : account.expires_at * 1000 };
}
