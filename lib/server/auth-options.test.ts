/** @file The whole sign-in as a browser does it, through next-auth's own handler on a real database. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../db/client";
import { updateAccount } from "../../db/queries/people";
import { emptyDatabase } from "../../db/testing/database";
import { SIGN_IN } from "../config/defaults";
import { dataPaths } from "../config/paths";
import { systemScope } from "../core/scope";
import { addPerson } from "../testing/accounts";
import { authOptions } from "./auth-options";
import { hashPassword } from "./password";
import { signedInOf } from "./session";
import { SESSION_COOKIE } from "./session-token";

const held = vi.hoisted((): { services: unknown } => ({ services: undefined }));
vi.mock("./services", () => ({ services: async () => held.services }));

let opened: OpenDatabase;
const folder = mkdtempSync(path.join(tmpdir(), "cadre-auth-"));
beforeAll(async () => {
  opened = await openMemoryDatabase();
  held.services = { db: opened.db, paths: dataPaths(folder) };
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(opened.db));

/** A browser's cookie jar on one address, talking to next-auth's handler. */
function browser(origin = "http://localhost:4321") {
  const jar = new Map<string, string>();
  /** Attributes of the last Set-Cookie by name, lower case. */
  const attributes = new Map<string, string>();
  const url = new URL(origin);
  const headers = () => ({
    host: url.host,
    "x-forwarded-host": url.host,
    "x-forwarded-proto": url.protocol.slice(0, -1),
    "x-forwarded-for": "192.0.2.9",
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
  });
  const store = (line: string) => {
    const [, name = "", value = "", rest = ""] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
    jar.set(name, value);
    attributes.set(name, rest.toLowerCase());
  };
  const send = async (action: string, body?: Record<string, string>): Promise<unknown> => {
    const request = new Request(`${origin}/api/auth/${action}`, { headers: headers() });
    let sent: unknown;
    const cookies = Object.fromEntries([...jar].map(([name, value]) => [name, decodeURIComponent(value)]));
    const req = { method: body ? "POST" : "GET", headers: headers(), cookies, query: { nextauth: action.split("/") }, body };
    const res = {
      status: () => res,
      getHeader: () => undefined,
      setHeader: (name: string, value: string | string[]) => {
        if (name === "Set-Cookie") [value].flat().forEach(store);
        return res;
      },
      json: (value: unknown) => void (sent = value),
      send: (value: unknown) => void (sent = value),
    };
    await NextAuth(req as never, res as never, (await authOptions(request)).options);
    return sent;
  };
  const signIn = async (password: string, callbackUrl = "/chat") => {
    const { csrfToken } = (await send("csrf")) as { csrfToken: string };
    const answer = await send("callback/credentials", { csrfToken, email: "ada@example.test", password, callbackUrl, json: "true" });
    return new URL((answer as { url: string }).url);
  };
  const request = () => new Request(`${origin}/api/me`, { headers: headers() });
  return { jar, attributes, send, signIn, request };
}

const addAda = async () => addPerson(opened.db, "ada", ["recruiter"], await hashPassword("correct horse", { N: 16, r: 8, p: 1 }));
const errorOf = (url: URL) => url.searchParams.get("error");

test("signing in on any port gives a session cookie that is httpOnly, lax, and leads back to that port", async () => {
  const ada = await addAda();
  const chrome = browser();
  expect((await chrome.signIn("correct horse")).href).toBe("http://localhost:4321/chat");
  expect(chrome.attributes.get(SESSION_COOKIE)).toMatch(/; path=\/;.*; httponly; samesite=lax$/);
  expect(chrome.jar.get(SESSION_COOKIE)).not.toContain("ada");
  expect(await signedInOf(chrome.request())).toMatchObject({ actor: { userId: ada.account.id, roles: ["employee", "recruiter"] } });
  expect(await chrome.send("session")).toMatchObject({ user: { id: ada.account.id, name: "ada", roles: ["employee", "recruiter"] } });
});

test("behind HTTPS the cookie is secure", async () => {
  await addAda();
  const chrome = browser("https://hr.example");
  expect((await chrome.signIn("correct horse")).href).toBe("https://hr.example/chat");
  expect(chrome.attributes.get(SESSION_COOKIE)).toContain("; secure");
});

test("no way out to another site", async () => {
  await addAda();
  expect((await browser().signIn("correct horse", "https://evil.example/")).origin).toBe("http://localhost:4321");
});

test("a wrong password, and then too many, reach the page as codes", async () => {
  await addAda();
  const chrome = browser();
  for (let i = 0; i < SIGN_IN.maxFailuresPerEmail; i++) expect(errorOf(await chrome.signIn("wrong"))).toBe("auth/invalid-credentials");
  expect(errorOf(await chrome.signIn("correct horse"))).toBe("auth/rate-limited");
  expect(chrome.jar.has(SESSION_COOKIE)).toBe(false);
});

test("without the CSRF token of this browser nobody is signed in", async () => {
  await addAda();
  const chrome = browser();
  await chrome.send("callback/credentials", { csrfToken: "guess", email: "ada@example.test", password: "correct horse", json: "true" });
  expect(chrome.jar.has(SESSION_COOKIE)).toBe(false);
});

test("disabled: the session is empty at the next request, here and in the session route", async () => {
  const ada = await addAda();
  const chrome = browser();
  await chrome.signIn("correct horse");
  await updateAccount(opened.db, systemScope("test"), { id: ada.account.id, change: { disabled: true } });
  expect(await signedInOf(chrome.request())).toBeNull();
  expect(await chrome.send("session")).toEqual({});
});

test("signing out clears the cookie", async () => {
  await addAda();
  const chrome = browser();
  await chrome.signIn("correct horse");
  const { csrfToken } = (await chrome.send("csrf")) as { csrfToken: string };
  await chrome.send("signout", { csrfToken, json: "true" });
  expect(chrome.jar.get(SESSION_COOKIE)).toBe("");
});
