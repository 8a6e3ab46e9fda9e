/**
 * @file Signing in with the company's account, against a real OpenID provider (oidc-provider) over HTTP and through our
 * own handlers: browser and clock are the test's, everything else is real. Sign-in, linking, group change, leaver, forged
 * answers, a provider that is down.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import NextAuth, { type AuthOptions } from "next-auth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { findAccountByEmail, updateAccount } from "../../../db/queries/people";
import { auditEvents, companySessions, userIdentities } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { COMPANY_SIGN_IN } from "../../config/defaults";
import { parseEnv, type Env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { createManualClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import { addPerson } from "../../testing/accounts";
import { hashPassword } from "../password";
import { loadSecrets } from "../secrets";
import { resolveSession, SESSION_COOKIE } from "../session-token";
import { handleAuth } from "./auth-handler";
import { forgetDiscovery } from "./company-client";
import { CLIENT, startProvider, type TestProvider } from "./openid-provider.fixture";

const held = vi.hoisted((): { services: unknown; env: unknown } => ({ services: undefined, env: undefined }));
vi.mock("../services", () => ({ services: async () => held.services }));
vi.mock("../../config/env", async (original) => ({ ...(await original<object>()), env: () => held.env }));

const ORIGIN = "http://localhost:4321";
const REDIRECT = `${ORIGIN}/api/auth/callback/company`;
const system = systemScope("test");
const folder = mkdtempSync(path.join(tmpdir(), "cadre-oidc-"));
const { authSecret } = loadSecrets(dataPaths(folder).secrets);
let opened: OpenDatabase;
let provider: TestProvider;
let logged: string[];

beforeAll(async () => {
  opened = await openMemoryDatabase();
  held.services = { db: opened.db, paths: dataPaths(folder) };
  provider = await startProvider({ redirectUri: REDIRECT });
});
afterAll(async () => {
  await provider.close();
  await opened.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await emptyDatabase(opened.db);
  forgetDiscovery();
  configure();
  provider.people.clear();
  provider.people.set("s-lin", { email: "Lin@Example.test", email_verified: true, name: "Lin Osei", groups: ["staff", "talent"] });
  provider.subject = "s-lin";
  logged = [];
  for (const method of ["error", "warn"] as const) vi.spyOn(console, method).mockImplementation((line: unknown) => void logged.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

function configure(more: Record<string, string> = {}, issuer = provider.issuer): Env {
  const settings = parseEnv({ CADRE_OIDC_ISSUER: issuer, CADRE_OIDC_CLIENT_ID: CLIENT.id, CADRE_OIDC_CLIENT_SECRET: CLIENT.secret, CADRE_OIDC_ROLE_MAP: "hr-team=hr_lead,talent=recruiter,it=admin", CADRE_OIDC_RECHECK_S: "300", ...more });
  held.env = settings;
  return settings;
}

/** next-auth outside of a Next route: the same core, fed with the request's parts. */
const run = async (request: Request, context: { params: Promise<{ nextauth: string[] }> }, options: AuthOptions): Promise<Response> => {
  const url = new URL(request.url);
  const headers = new Headers();
  let status = 200;
  let sent: unknown;
  const cookies = Object.fromEntries((request.headers.get("cookie") ?? "").split("; ").filter(Boolean).map((pair): [string, string] => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]));
  const body = request.method === "POST" ? Object.fromEntries(new URLSearchParams(await request.text())) : undefined;
  const req = { method: request.method, headers: Object.fromEntries(request.headers), cookies, query: { ...Object.fromEntries(url.searchParams), nextauth: (await context.params).nextauth }, body };
  const res = {
    status: (code: number) => ((status = code), res),
    getHeader: () => undefined,
    setHeader: (name: string, value: string | string[]) => ([value].flat().forEach((one) => headers.append(name, one)), res),
    redirect: (to: string) => ((status = 302), headers.set("location", to)),
    json: (value: unknown) => void (sent = value),
    send: (value: unknown) => void (sent = value),
    end: () => undefined,
  };
  await NextAuth(req as never, res as never, options);
  return new Response(sent === undefined ? null : JSON.stringify(sent), { status, headers });
};

/** A browser: one cookie jar for Cadre, one for the provider. */
function browser() {
  const jars = { cadre: new Map<string, string>(), provider: new Map<string, string>() };
  const keep = (jar: Map<string, string>, response: Response) => response.headers.getSetCookie().forEach((line) => jar.set(line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1, line.includes(";") ? line.indexOf(";") : undefined)));
  const cookie = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const cadre = async (action: string, body?: Record<string, string>): Promise<Response> => {
    const [route = "", query = ""] = action.split("?");
    const headers = { host: "localhost:4321", "x-forwarded-host": "localhost:4321", "x-forwarded-proto": "http", "x-forwarded-for": "192.0.2.9", cookie: cookie(jars.cadre), ...(body ? { "content-type": "application/x-www-form-urlencoded" } : {}) };
    const request = new Request(`${ORIGIN}/api/auth/${route}${query ? `?${query}` : ""}`, { method: body ? "POST" : "GET", headers, ...(body ? { body: new URLSearchParams(body) } : {}) });
    const response = await handleAuth(request, { params: Promise.resolve({ nextauth: route.split("/") }) }, run);
    keep(jars.cadre, response);
    return response;
  };
  /** Presses the company's button, which looks into the list of providers first, as next-auth's signIn() does. @returns where Cadre sends the browser */
  const press = async (): Promise<URL> => {
    expect(await (await cadre("providers")).json()).toHaveProperty("company.type", "oauth");
    const { csrfToken } = (await (await cadre("csrf")).json()) as { csrfToken: string };
    return new URL(((await (await cadre("signin/company", { csrfToken, callbackUrl: "/chat", json: "true" })).json()) as { url: string }).url);
  };
  /** Follows the provider's redirects until it sends the browser back. */
  const atProvider = async (start: URL): Promise<URL> => {
    let url = start;
    for (let hops = 0; hops < 12 && url.origin !== ORIGIN; hops++) {
      const response = await fetch(url, { redirect: "manual", headers: { cookie: cookie(jars.provider) } });
      keep(jars.provider, response);
      const location = response.headers.get("location");
      if (location === null) throw new Error(`the provider stopped with ${response.status}: ${(await response.text()).slice(0, 300)}`);
      url = new URL(location, url);
    }
    return url;
  };
  const back = async (url: URL): Promise<URL> => new URL((await cadre(`callback/company${url.search}`)).headers.get("location") ?? "", ORIGIN);
  const signIn = async (): Promise<URL> => back(await atProvider(await press()));
  const token = (): string | undefined => jars.cadre.get(SESSION_COOKIE);
  return { cadre, press, atProvider, back, signIn, token };
}

let clock = createManualClock(Date.now());
const who = async (token: string | undefined) => resolveSession({ db: opened.db, clock, authSecret, companySignIn: (held.env as Env).companySignIn }, token);
const errorOf = (url: URL) => url.searchParams.get("error");
const RECHECK_MS = 300_000;
const actions = async () => (await opened.db.select().from(auditEvents).orderBy(auditEvents.seq)).map((row) => row.action);

async function signedIn() {
  const chrome = browser();
  expect((await chrome.signIn()).href).toBe(`${ORIGIN}/chat`);
  clock = createManualClock(Date.now());
  return chrome;
}

describe("signing in", () => {
  test("the first time makes the account, with the roles of its groups; the second time finds it", async () => {
    const chrome = await signedIn();
    const actor = (await who(chrome.token()))?.actor;
    expect(actor).toMatchObject({ name: "Lin Osei", roles: ["employee", "recruiter"] });
    expect(await findAccountByEmail(opened.db, system, "lin@example.test")).toMatchObject({ hasPassword: false, id: actor?.userId });
    expect((await (await chrome.cadre("session")).json()) as unknown).toMatchObject({ user: { name: "Lin Osei" } });
    const again = await signedIn();
    expect((await who(again.token()))?.actor.userId).toBe(actor?.userId);
    expect(await actions()).toEqual(["account.linked", "account.signed-in", "account.signed-in"]);
  });

  test("the authorization request has PKCE (S256), state and nonce, and asks for a code", async () => {
    const url = await browser().press();
    expect(url.origin).toBe(provider.issuer);
    const get = (name: string) => url.searchParams.get(name) ?? "";
    expect([get("response_type"), get("code_challenge_method"), get("redirect_uri"), get("scope")]).toEqual(["code", "S256", REDIRECT, "openid email profile"]);
    for (const name of ["code_challenge", "state", "nonce"]) expect(get(name).length, name).toBeGreaterThan(20);
  });

  test("an account with that verified address is linked and keeps its roles that groups do not speak of", async () => {
    const { account } = await addPerson(opened.db, "lin", ["reviewer", "hr_lead"], await hashPassword("still its own", { N: 16, r: 8, p: 1 }));
    const chrome = await signedIn();
    expect((await who(chrome.token()))?.actor).toMatchObject({ userId: account.id, roles: ["employee", "reviewer", "recruiter"] });
    expect(await actions()).toEqual(["account.linked", "account.roles-mapped", "account.signed-in"]);
  });

  test.each([
    ["not verified", { email: "lin@example.test", email_verified: false }],
    ["not said to be", { email: "lin@example.test" }],
    ["missing", {}],
  ])("an address that is %s takes nothing over and makes nothing", async (_name, person) => {
    const { account } = await addPerson(opened.db, "lin", ["hr_lead"]);
    provider.people.set("s-lin", person);
    const chrome = browser();
    expect(errorOf(await chrome.signIn())).toBe("auth/company-unverified");
    expect(await who(chrome.token())).toBeNull();
    expect(await opened.db.select().from(userIdentities)).toEqual([]);
    expect(await findAccountByEmail(opened.db, system, "lin@example.test")).toEqual(account);
    expect(await actions()).toEqual(["account.sign-in-refused"]);
  });

  test("an issuer that never says may be trusted by setting, but not against its word", async () => {
    configure({ CADRE_OIDC_TRUST_EMAIL: "1" });
    provider.people.set("s-lin", { email: "lin@example.test" });
    await signedIn();
    provider.people.set("s-eve", { email: "eve@example.test", email_verified: false });
    provider.subject = "s-eve";
    expect(errorOf(await browser().signIn())).toBe("auth/company-unverified");
  });

  test("an address that went to someone new does not open the old account", async () => {
    await signedIn();
    provider.people.set("s-new", { email: "lin@example.test", email_verified: true });
    provider.subject = "s-new";
    expect(errorOf(await browser().signIn())).toBe("auth/company-mismatch");
  });

  test("an address that changed finds the same account, by the subject", async () => {
    const first = (await who((await signedIn()).token()))?.actor.userId;
    provider.people.set("s-lin", { email: "lin.osei@example.test", email_verified: false, groups: [] });
    expect((await who((await signedIn()).token()))?.actor).toMatchObject({ userId: first, roles: ["employee"] });
  });

  test("disabled in Cadre, or in none of the groups that may: refused with a code of its own", async () => {
    const { account } = await addPerson(opened.db, "lin");
    await updateAccount(opened.db, system, { id: account.id, change: { disabled: true } });
    expect(errorOf(await browser().signIn())).toBe("auth/disabled");
    configure({ CADRE_OIDC_ALLOWED_GROUPS: "cadre-users" });
    expect(errorOf(await browser().signIn())).toBe("auth/company-not-allowed");
  });
});

describe("forged and failed answers", () => {
  /** A sign-in where something is changed on the way to the provider or back. */
  const tampered = async (change: { out?: (url: URL) => void; home?: (url: URL) => void }) => {
    const chrome = browser();
    const out = await chrome.press();
    change.out?.(out);
    const home = await chrome.atProvider(out);
    change.home?.(home);
    return { error: errorOf(await chrome.back(home)), token: chrome.token() };
  };

  test.each([
    ["a nonce that is not this browser's", { out: (url: URL) => url.searchParams.set("nonce", "somebody-elses") }, /nonce mismatch/],
    ["a code challenge that is not this browser's", { out: (url: URL) => url.searchParams.set("code_challenge", "x".repeat(43)) }, /invalid_grant/],
    ["another state", { home: (url: URL) => url.searchParams.set("state", "x") }, /state mismatch/],
    ["a code that was never given", { home: (url: URL) => url.searchParams.set("code", "x") }, /invalid_grant/],
    ["another issuer's answer", { home: (url: URL) => url.searchParams.set("iss", "https://evil.example") }, /iss/],
  ])("%s: nobody is signed in, the page gets a code, the log a reason", async (_name, change, reason) => {
    const { error, token } = await tampered(change);
    expect(error).toBe("auth/company-refused");
    expect(await who(token)).toBeNull();
    expect(logged.join("\n")).toMatch(reason);
    expect(logged.join("\n")).not.toMatch(/lin@|somebody-elses/i);
    expect(await opened.db.select().from(companySessions)).toEqual([]);
  });

  test("a code works once, and in no other browser", async () => {
    const chrome = browser();
    const home = await chrome.atProvider(await chrome.press());
    expect(errorOf(await browser().back(home))).toBe("auth/company-refused");
    expect((await chrome.back(home)).pathname).toBe("/chat");
    expect(errorOf(await chrome.back(home))).toBe("auth/company-refused");
  });

  test("a provider that is down, lies about its name, or has endpoints elsewhere: the page says so", async () => {
    await provider.close();
    try {
      const url = await browser().press();
      expect([url.pathname, errorOf(url)]).toEqual(["/sign-in", "auth/company-unreachable"]);
    } finally {
      await provider.reopen();
    }
    configure({}, provider.issuer.replace("127.0.0.1", "localhost"));
    expect(errorOf(await browser().press())).toBe("auth/company-unreachable");
    expect(logged.join("\n")).toContain(`set it to ${provider.issuer}`);
  });
});

describe("while signed in", () => {
  test("within the interval nobody is asked; after it a changed group changes the roles at the next request", async () => {
    const chrome = await signedIn();
    provider.asked.clear();
    provider.people.set("s-lin", { email: "lin@example.test", email_verified: true, groups: ["hr-team"] });
    clock.advance(RECHECK_MS - 1000);
    expect((await who(chrome.token()))?.actor.roles).toEqual(["employee", "recruiter"]);
    expect(provider.asked.size).toBe(0);
    clock.advance(1000);
    expect((await who(chrome.token()))?.actor.roles).toEqual(["employee", "hr_lead"]);
    expect(await actions()).toContain("account.roles-mapped");
  });

  test("many requests at once ask once (refresh tokens work once)", async () => {
    const chrome = await signedIn();
    provider.asked.clear();
    clock.advance(RECHECK_MS);
    const all = await Promise.all(Array.from({ length: 8 }, () => who(chrome.token())));
    expect(all.every((one) => one !== null)).toBe(true);
    expect(provider.asked.get("/token")).toBe(1);
    for (let round = 0; round < 2; round++) {
      clock.advance(RECHECK_MS);
      expect(await who(chrome.token())).not.toBeNull();
    }
  });

  test("who left the company is out at the next request after the interval, and stays out", async () => {
    const chrome = await signedIn();
    provider.people.delete("s-lin");
    clock.advance(RECHECK_MS);
    expect(await who(chrome.token())).toBeNull();
    provider.people.set("s-lin", {});
    expect(await who(chrome.token())).toBeNull();
    expect((await actions()).at(-1)).toBe("account.session-ended");
  });

  test("an interval of 0: groups and leavers count at the very next request", async () => {
    configure({ CADRE_OIDC_RECHECK_S: "0" });
    const chrome = await signedIn();
    provider.people.set("s-lin", { groups: ["hr-team"] });
    expect((await who(chrome.token()))?.actor.roles).toEqual(["employee", "hr_lead"]);
    provider.people.delete("s-lin");
    expect(await who(chrome.token())).toBeNull();
  });

  test("who lost the group that may use Cadre is out; who lost a role's group stays without it", async () => {
    configure({ CADRE_OIDC_ALLOWED_GROUPS: "staff" });
    const chrome = await signedIn();
    provider.people.set("s-lin", { groups: ["staff"] });
    clock.advance(RECHECK_MS);
    expect((await who(chrome.token()))?.actor.roles).toEqual(["employee"]);
    provider.people.set("s-lin", { groups: ["talent"] });
    clock.advance(RECHECK_MS);
    expect(await who(chrome.token())).toBeNull();
  });

  test("the last administrator who loses the group is none any more, and the log says what to do", async () => {
    provider.people.set("s-lin", { email: "lin@example.test", email_verified: true, groups: ["it"] });
    const chrome = await signedIn();
    expect((await who(chrome.token()))?.actor.roles).toContain("admin");
    provider.people.set("s-lin", { groups: [] });
    clock.advance(RECHECK_MS);
    expect((await who(chrome.token()))?.actor.roles).toEqual(["employee"]);
    expect(logged.join("\n")).toContain("cadre invite --role admin");
  });

  test("disabled in Cadre: out at the very next request, whatever the provider says", async () => {
    const chrome = await signedIn();
    const { actor } = (await who(chrome.token())) ?? {};
    await updateAccount(opened.db, system, { id: actor?.userId ?? ("" as never), change: { disabled: true } });
    expect(await who(chrome.token())).toBeNull();
  });

  test("a provider that is down lets sessions go on for a while, is asked again sparingly, and then they end", async () => {
    const chrome = await signedIn();
    await provider.close();
    try {
      clock.advance(RECHECK_MS);
      expect(await who(chrome.token())).not.toBeNull();
      clock.advance(COMPANY_SIGN_IN.retryMs - 1);
      expect(await who(chrome.token())).not.toBeNull();
      expect((await opened.db.select().from(companySessions))[0]?.failures).toBe(1);
      clock.advance(COMPANY_SIGN_IN.graceMs);
      expect(await who(chrome.token())).toBeNull();
    } finally {
      await provider.reopen();
    }
    expect(logged.filter((line) => line.includes("sessions go on"))).toHaveLength(1);
    expect((await actions()).at(-1)).toBe("account.session-ended");
  });

  test("tokens lie sealed in the database; without the installation's secret the session is over", async () => {
    const chrome = await signedIn();
    const [row] = await opened.db.select().from(companySessions);
    expect(row?.tokens).toMatch(/^[\w-]{100,}$/);
    expect(Buffer.from(row?.tokens ?? "", "base64url").toString("latin1")).not.toMatch(/accessToken/);
    await opened.db.update(companySessions).set({ tokens: "AAAA" });
    clock.advance(RECHECK_MS);
    expect(await who(chrome.token())).toBeNull();
  });

  test("when the company's sign-in is taken out of the settings, its sessions are over, and no button finds it", async () => {
    const chrome = await signedIn();
    held.env = parseEnv({});
    expect(Object.keys((await (await chrome.cadre("providers")).json()) as object)).toEqual(["credentials"]);
    expect(await who(chrome.token())).toBeNull();
  });
});

test("without refresh tokens a session is confirmed at userinfo, and lasts as long as the access token", async () => {
  const plain = await startProvider({ redirectUri: REDIRECT, refreshTokens: false, accessTokenS: 900 });
  try {
    configure({}, plain.issuer);
    plain.people.set("s-lin", { email: "lin@example.test", email_verified: true, groups: ["talent"] });
    plain.subject = "s-lin";
    const chrome = await signedIn();
    plain.people.set("s-lin", { groups: [] });
    clock.advance(RECHECK_MS);
    expect((await who(chrome.token()))?.actor.roles).toEqual(["employee"]);
    clock.advance(900_000);
    expect(await who(chrome.token())).toBeNull();
  } finally {
    await plain.close();
  }
});
