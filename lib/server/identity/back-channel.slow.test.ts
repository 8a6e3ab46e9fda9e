/**
 * @file Signed out at the company's service, against a real OpenID provider (oidc-provider) that tells Cadre over HTTP: whose
 * sessions end, that no other token ends any, and that each works once.
 */
import { createHmac, generateKeyPairSync, type JsonWebKey, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { auditEvents, usedLogoutTokens } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { parseEnv } from "../../config/env";
import { createManualClock } from "../../core/clock";
import { addPerson } from "../../testing/accounts";
import { guarded } from "../route";
import { claimsFor, resolveClaims } from "../session-token";
import { answerBackChannel } from "./back-channel";
import { checkCompanySignIn } from "./check";
import { forgetDiscovery } from "./company-client";
import { openCompanySession } from "./company-session";
import { CLIENT, startProvider, type TestProvider } from "./openid-provider.fixture";

vi.mock("../services", () => ({ services: () => Promise.reject(new Error("not here")) }));

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const authSecret = "a secret of this installation";
const clock = createManualClock(Date.now());
const keyPair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const ours = keyPair();
const signingKey: JsonWebKey = { ...ours.privateKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" };

let opened: OpenDatabase;
let provider: TestProvider;
let cadre: Server;
let address: string;

beforeAll(async () => {
  opened = await openMemoryDatabase();
  cadre = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const request = new Request(`http://cadre.test${incoming.url ?? ""}`, { method: "POST", headers: { "content-type": incoming.headers["content-type"] ?? "" }, body: Buffer.concat(parts) });
      void guarded(() => answerBackChannel({ db: opened.db, clock, settings: settingsOf().companySignIn }, request)).then(async (response) => outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text()));
    });
  });
  cadre.listen(0, "127.0.0.1");
  await once(cadre, "listening");
  address = `http://127.0.0.1:${(cadre.address() as AddressInfo).port}/api/oidc/back-channel-logout`;
  provider = await startProvider({ redirectUri: "http://localhost:4321/api/auth/callback/company", backChannelUri: address, signingKey });
});
afterAll(async () => {
  await provider.close();
  cadre.close();
  await opened.close();
});
beforeEach(async () => {
  await emptyDatabase(opened.db);
  forgetDiscovery();
});

const settingsOf = () => parseEnv({ CADRE_OIDC_ISSUER: provider.issuer, CADRE_OIDC_CLIENT_ID: CLIENT.id, CADRE_OIDC_CLIENT_SECRET: CLIENT.secret, CADRE_OIDC_RECHECK_S: "3600", CADRE_PUBLIC_URL: "https://hr.example.test" });

/** Someone with sessions that came through the service, by their `sid`. @returns asks whether each still holds */
async function signedIn(name: string, sids: readonly string[]) {
  const settings = settingsOf().companySignIn;
  if (settings === null) throw new Error("no company sign-in");
  const { account } = await addPerson(opened.db, name);
  const person = { subject: `s-${name}`, email: null, name, groups: null };
  const tokens = { accessToken: "a", refreshToken: "r", expiresAt: null };
  const sessions = await Promise.all(sids.map((session) => openCompanySession({ db: opened.db, clock, authSecret, settings }, { userId: account.id, person: { ...person, session }, tokens })));
  const deps = { db: opened.db, clock, authSecret, companySignIn: settings };
  return { id: account.id, holds: async () => Promise.all(sessions.map(async (company) => (await resolveClaims(deps, claimsFor(account, clock.now(), { company }))) !== null)) };
}

const ended = async () => (await opened.db.select().from(auditEvents).orderBy(auditEvents.seq)).filter(({ action }) => action === "account.session-ended").map(({ objectId, facts }) => [objectId, facts]);

describe("the provider says who signed out", () => {
  test("one session: that one has ended at the next request, others go on, the audit log has the line", async () => {
    const lin = await signedIn("lin", ["phone", "desk"]);
    expect(await lin.holds()).toEqual([true, true]);
    await provider.signOut("s-lin", "phone");
    expect(await lin.holds()).toEqual([false, true]);
    expect(await ended()).toEqual([[lin.id, { reason: "signed-out" }]]);
  });

  test("a person who leaves: every session of theirs and no one else's, told once more without harm", async () => {
    const [lin, ada] = [await signedIn("lin", ["phone", "desk"]), await signedIn("ada", ["lab"])];
    await provider.signOut("s-lin");
    await provider.signOut("s-lin");
    expect([await lin.holds(), await ada.holds()]).toEqual([[false, false], [true]]);
    expect(await ended()).toEqual([[lin.id, { reason: "signed-out" }]]);
  });

  test("cadre doctor names the address to register", async () => {
    expect((await checkCompanySignIn(settingsOf()))?.detail).toContain("https://hr.example.test/api/oidc/back-channel-logout");
  });
});

const post = (body: string, type = "application/x-www-form-urlencoded") => fetch(address, { method: "POST", headers: { "content-type": type }, body });
const now = () => Math.floor(clock.now() / 1000);
/** Like the provider's own; what a case changes is undefined or other. */
const good = () => ({ iss: provider.issuer, aud: CLIENT.id, iat: now(), exp: now() + 120, jti: "j", sub: "s-lin", events: { [EVENT]: {} } });
const signed = (claims: Record<string, unknown>, key: KeyObject = ours.privateKey) => new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1", typ: "logout+jwt" }).sign(key);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a token made like the provider's is taken: the refusals below are for what they change", async () => {
  const lin = await signedIn("lin", ["desk"]);
  const response = await post(new URLSearchParams({ logout_token: await signed(good()) }).toString());
  expect([response.status, response.headers.get("cache-control"), await lin.holds()]).toEqual([200, "no-store", [false]]);
});

test.each<[string, () => Promise<string> | string]>([
  ["signed by another key", () => signed(good(), keyPair().privateKey)],
  ["not signed", () => `${part({ alg: "none" })}.${part(good())}.`],
  ["signed with the client's secret", () => `${part({ alg: "HS256", kid: "k1" })}.${part(good())}.${createHmac("sha256", CLIENT.secret).update(`${part({ alg: "HS256", kid: "k1" })}.${part(good())}`).digest("base64url")}`],
  ["of another issuer", () => signed({ ...good(), iss: "https://elsewhere.example" })],
  ["for another client", () => signed({ ...good(), aud: "payroll" })],
  ["run out", () => signed({ ...good(), exp: now() - 61 })],
  ["caught an hour ago, with a long life", () => signed({ ...good(), iat: now() - 3600, exp: now() + 86_400 })],
  ["without a time", () => signed({ ...good(), iat: undefined })],
  ["with a nonce: an ID token", () => signed({ ...good(), nonce: "n" })],
  ["about another event", () => signed({ ...good(), events: { "http://schemas.openid.net/event/other": {} } })],
  ["without an event", () => signed({ ...good(), events: undefined })],
  ["about nobody", () => signed({ ...good(), sub: undefined })],
  ["without a name of its own", () => signed({ ...good(), jti: undefined })],
  ["that never runs out", () => signed({ ...good(), exp: undefined })],
  ["no token at all", () => "x.y.z"],
])("a token %s ends nothing and is answered with 400", async (_name, make) => {
  const lin = await signedIn("lin", ["desk"]);
  const response = await post(new URLSearchParams({ logout_token: await make() }).toString());
  expect([response.status, response.headers.get("cache-control"), await response.json()]).toEqual([400, "no-store", { error: "invalid_request", error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/) }]);
  expect([await lin.holds(), await ended()]).toEqual([[true], []]);
});

describe("a token that was taken", () => {
  const send = async (token: string) => post(new URLSearchParams({ logout_token: token }).toString());
  const WAS_USED = { error: "invalid_request", error_description: "the logout token was used before" };
  const remembered = async () => (await opened.db.select().from(usedLogoutTokens)).map(({ issuer, refusedFrom }) => [issuer, refusedFrom.getTime() / 1000 - now()]);

  test("does not end the sessions that the person has opened since, however often it comes, also under another's name", async () => {
    await signedIn("lin", ["desk"]);
    const token = await signed(good());
    expect((await send(token)).status).toBe(200);
    const again = await signedIn("ada", ["lab"]);
    for (const replay of [token, token, await signed({ ...good(), sub: "s-ada" })]) {
      const response = await send(replay);
      expect([response.status, await response.json()]).toEqual([400, WAS_USED]);
    }
    expect([await again.holds(), (await ended()).length]).toEqual([[true], 1]);
    expect((await send(await signed({ ...good(), jti: "another", sub: "s-ada" }))).status).toBe(200);
    expect(await again.holds()).toEqual([false]);
  });

  test("five at the same moment: one is taken", async () => {
    await signedIn("lin", ["desk"]);
    const token = await signed(good());
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await send(token)).status));
    expect(statuses.sort((a, b) => a - b)).toEqual([200, 400, 400, 400, 400]);
    expect(await ended()).toHaveLength(1);
  });

  test("is remembered for as long as it could be used, and then forgotten", async () => {
    const token = await signed({ ...good(), exp: now() + 86_400 });
    expect((await send(token)).status).toBe(200);
    expect(await remembered()).toEqual([[provider.issuer, 361]]);
    clock.advance(359_000);
    expect(await (await send(token)).json()).toEqual(WAS_USED);
    clock.advance(3_000);
    expect(await (await send(token)).json()).toMatchObject({ error_description: expect.stringContaining("ERR_JWT_EXPIRED") });
    expect((await send(await signed({ ...good(), jti: "later" }))).status).toBe(200);
    expect(await remembered()).toEqual([[provider.issuer, 181]]);
  });

  test("its name may be anything, also what the database could not store", async () => {
    const token = await signed({ ...good(), jti: "\u0000\ud800 '; drop" });
    expect([(await send(token)).status, (await send(token)).status]).toEqual([200, 400]);
  });
});

test("another form, nothing in it, too much in it, another type: refused", async () => {
  const statuses = await Promise.all([post(""), post("logout_token="), post(`logout_token=${"x".repeat(40_000)}`), post(JSON.stringify({ logout_token: await signed(good()) }), "application/json")]);
  expect(statuses.map(({ status }) => status)).toEqual([400, 400, 413, 400]);
});

test("the provider's keys cannot be had: that is said (503), so that it tries again; no company sign-in: there is no such address", async () => {
  const body = new URLSearchParams({ logout_token: await signed(good()) }).toString();
  const request = () => new Request("http://cadre.test/", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body });
  await provider.close();
  try {
    await expect(answerBackChannel({ db: opened.db, clock, settings: settingsOf().companySignIn }, request())).rejects.toMatchObject({ code: "auth/company-unreachable" });
  } finally {
    await provider.reopen();
  }
  await expect(answerBackChannel({ db: opened.db, clock, settings: null }, request())).rejects.toMatchObject({ code: "request/not-found" });
});
