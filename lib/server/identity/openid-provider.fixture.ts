/**
 * @file A real OpenID provider on this machine for tests: people with groups who sign in without being asked anything.
 * The protocol is oidc-provider's; only the sign-in form is left out.
 */
import type { JsonWebKey } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type Provider from "oidc-provider";
import type { Configuration } from "oidc-provider";

export interface ProviderPerson {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  /** Subject → person. Taking one out is leaving the company. */
  readonly people: Map<string, ProviderPerson>;
  /** Who is at the keyboard. */
  subject: string;
  /** Requests by path, e.g. "/token". */
  readonly asked: Map<string, number>;
  /** What its administrator does with someone who leaves: Cadre is told, of one session (`sid`) or of all of them. Rejects when Cadre refuses. */
  signOut(subject: string, sid?: string): Promise<void>;
  close(): Promise<void>;
  reopen(): Promise<void>;
}

export const CLIENT = { id: "cadre", secret: "a secret of the client" } as const;

export interface ProviderOptions {
  /** Where the browser comes back to. */
  readonly redirectUri: string;
  /** Default true. Without, only the access token (`accessTokenS`) can confirm a session. */
  readonly refreshTokens?: boolean;
  readonly accessTokenS?: number;
  /** Where Cadre hears of sign-outs; without it nobody is told. */
  readonly backChannelUri?: string;
  /** Private key (JWK) that tokens are signed with; default oidc-provider's own for development. */
  readonly signingKey?: JsonWebKey;
}

export async function startProvider(options: ProviderOptions): Promise<TestProvider> {
  const people = new Map<string, ProviderPerson>();
  const asked = new Map<string, number>();
  let server = createServer();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const state = { subject: "" };
  const provider = await createProvider(issuer, { ...options, people });
  const callback = provider.callback();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
    const work = pathname.startsWith("/interaction/") ? finish(provider, state.subject, request, response) : Promise.resolve(callback(request, response));
    work.catch((error: unknown) => response.writeHead(500).end(String(error)));
  };
  server.on("request", handle);
  return {
    issuer,
    people,
    asked,
    get subject() {
      return state.subject;
    },
    set subject(value) {
      state.subject = value;
    },
    signOut: async (subject, sid) => {
      const client = (await provider.Client.find(CLIENT.id)) as unknown as { backchannelLogout(subject: string, sid?: string): Promise<void> };
      await client.backchannelLogout(subject, sid);
    },
    close: () => stop(server),
    reopen: async () => {
      server = createServer();
      server.on("request", handle);
      await listen(server, port);
    },
  };
}

async function createProvider(issuer: string, { redirectUri, refreshTokens = true, accessTokenS = 3600, backChannelUri, signingKey, people }: ProviderOptions & { people: ReadonlyMap<string, ProviderPerson> }): Promise<Provider> {
  const backChannel = backChannelUri === undefined ? {} : { backchannel_logout_uri: backChannelUri, backchannel_logout_session_required: true };
  const configuration: Configuration = {
    ...(signingKey ? { jwks: { keys: [signingKey] } } : {}),
    // Its own guard against addresses of this machine hangs on the options.
    fetch: (url, options) => globalThis.fetch(url, { method: options?.method, headers: options?.headers, body: options?.body }),
    clients: [{ ...backChannel, client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri], grant_types: ["authorization_code", "refresh_token"], response_types: ["code"] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    cookies: { keys: ["only for tests"] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: backChannelUri !== undefined } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => {
      const person = people.get(subject);
      return person && { accountId: subject, claims: () => ({ sub: subject, ...person, groups: person.groups ? [...person.groups] : undefined }) };
    },
    issueRefreshToken: () => Promise.resolve(refreshTokens),
    rotateRefreshToken: true,
    pkce: { required: () => true },
    ttl: { AccessToken: accessTokenS, Session: 3600, Grant: 3600, Interaction: 600, IdToken: 3600, RefreshToken: 86_400, AuthorizationCode: 60 },
  };
  return quietly(async () => {
    const { default: Constructor } = await import("oidc-provider");
    return new Constructor(issuer, configuration);
  });
}

/** It warns about Node 20 and about its in-memory store, both right and both of no matter here. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info, error } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined, error: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info, error });
  }
}

/** What the sign-in and consent forms would do: it is this person, and everything asked for is granted. */
async function finish(provider: Provider, subject: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: subject, clientId: CLIENT.id });
  grant.addOIDCScope(String(details.params["scope"]));
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId: subject, remember: false }, consent: { grantId } }, { mergeWithLastSubmission: false });
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
