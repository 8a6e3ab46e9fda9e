/** @file The real handlers of app/api/users and app/api/me on a real database; only services() is ours. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { GET as getMe } from "../../app/api/me/endpoint";
import { POST as postPassword } from "../../app/api/me/password/endpoint";
import { PATCH as patchUser } from "../../app/api/users/[id]/endpoint";
import { GET as getUsers, POST as postUsers } from "../../app/api/users/endpoint";
import { openMemoryDatabase, type OpenDatabase } from "../../db/client";
import { findCredentials, updateAccount } from "../../db/queries/people";
import { emptyDatabase } from "../../db/testing/database";
import { dataPaths } from "../config/paths";
import { errorBody } from "../contracts/errors";
import { me, userList, userView } from "../contracts/people";
import { AppError, ERROR_CODES } from "../core/errors";
import { systemScope } from "../core/scope";
import { ROLES, type Role } from "../core/types";
import { addPerson, type TestPerson } from "../testing/accounts";
import { describeError, statusOf } from "./http";
import { verifyPassword } from "./password";
import { route, type RouteContext } from "./route";
import { loadSecrets } from "./secrets";
import { claimsFor, encodeSession, SESSION_COOKIE } from "./session-token";

const system = systemScope("test");
const held = vi.hoisted((): { services: unknown } => ({ services: undefined }));
vi.mock("./services", () => ({ services: async () => held.services }));

let opened: OpenDatabase;
const folder = mkdtempSync(path.join(tmpdir(), "cadre-route-"));
const paths = dataPaths(folder);
beforeAll(async () => {
  opened = await openMemoryDatabase();
  held.services = { db: opened.db, paths };
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(opened.db));

interface Call {
  readonly as?: TestPerson;
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly query?: string;
  /** As Next: none for a path without dynamic parts. */
  readonly params?: Record<string, string>;
}

async function call(handler: (request: Request, context: RouteContext) => Promise<Response>, options: Call = {}) {
  const { as, json, params, query = "" } = options;
  const body = options.body ?? (json === undefined ? undefined : JSON.stringify(json));
  const headers = new Headers({ host: "localhost:3000", ...(body === undefined ? {} : { "content-type": "application/json" }), ...options.headers });
  if (as) {
    const token = await encodeSession(claimsFor(as.account, Date.now()), loadSecrets(paths.secrets).authSecret);
    headers.set("cookie", `other=1; ${SESSION_COOKIE}=${token}`);
  }
  const method = options.method ?? (body === undefined ? "GET" : "POST");
  const request = new Request(`http://localhost:3000/api/x${query}`, { method, headers, body });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown), headers: response.headers };
}

const person = (name: string, roles: readonly Role[] = []) => addPerson(opened.db, name, roles);
const failure = (code: string) => ({ error: { code, message: expect.any(String) as string } });

describe("accounts over HTTP", () => {
  const newUser = { name: "Noor", email: "Noor@Example.test", roles: ["recruiter"], password: "a long enough one" };

  test("an admin creates, lists and changes accounts", async () => {
    const admin = await person("admin", ["admin"]);
    const created = await call(postUsers, { as: admin, json: newUser });
    expect(created.status).toBe(201);
    const noor = userView.parse(created.body);
    expect(noor).toMatchObject({ name: "Noor", email: "noor@example.test", roles: ["employee", "recruiter"], disabled: false });
    const stored = await findCredentials(opened.db, system, "noor@example.test");
    expect(await verifyPassword("a long enough one", stored?.passwordHash ?? null)).toBe(true);
    expect(JSON.stringify(created.body)).not.toContain("scrypt");
    expect(await call(postUsers, { as: admin, json: newUser })).toMatchObject({ status: 409, body: failure("request/conflict") });

    const changed = await call(patchUser, { as: admin, method: "PATCH", params: { id: noor.id }, json: { roles: ["hr_lead"], disabled: true } });
    expect(userView.parse(changed.body)).toMatchObject({ roles: ["employee", "hr_lead"], disabled: true });
    const list = userList.parse((await call(getUsers, { as: admin })).body);
    expect(list.users.map((user) => [user.name, user.disabled])).toEqual([["admin", false], ["Noor", true]]);
    expect(await call(patchUser, { as: admin, method: "PATCH", params: { id: admin.account.id }, json: { disabled: true } })).toMatchObject({ status: 409 });
    expect(await call(patchUser, { as: admin, method: "PATCH", params: { id: "nobody" }, json: { name: "x" } })).toMatchObject({ status: 404 });
  });

  test("nobody else does any of it", async () => {
    const victim = await person("victim");
    for (const role of ROLES.filter((each) => each !== "admin")) {
      const as = await person(role, [role]);
      for (const attempt of [
        call(getUsers, { as }),
        call(postUsers, { as, json: newUser }),
        call(patchUser, { as, method: "PATCH", params: { id: as.account.id }, json: { roles: ["admin"] } }),
        call(patchUser, { as, method: "PATCH", params: { id: victim.account.id }, json: { disabled: true } }),
      ]) {
        expect(await attempt).toMatchObject({ status: 403, body: failure("policy/forbidden") });
      }
    }
    for (const handler of [getUsers, getMe]) expect(await call(handler)).toMatchObject({ status: 401, body: failure("auth/signed-out") });
    expect(await call(postUsers, { json: newUser })).toMatchObject({ status: 401 });
  });

  test("me: who I am and what my screens may offer, as of this request", async () => {
    const noor = await person("noor", ["recruiter"]);
    const before = me.parse((await call(getMe, { as: noor })).body);
    expect(before).toMatchObject({ name: "noor", email: "noor@example.test", roles: ["employee", "recruiter"] });
    expect(before.permissions).toContain("candidates:search");
    expect(before.permissions).not.toContain("users:manage");
    await updateAccount(opened.db, system, { id: noor.account.id, change: { roles: [] } });
    expect(me.parse((await call(getMe, { as: noor })).body).permissions).not.toContain("candidates:search");
    await updateAccount(opened.db, system, { id: noor.account.id, change: { disabled: true } });
    expect(await call(getMe, { as: noor })).toMatchObject({ status: 401 });
  });

  test("one's own password: the old one is asked for, and every session ends", async () => {
    const admin = await person("admin", ["admin"]);
    const { id } = userView.parse((await call(postUsers, { as: admin, json: newUser })).body);
    const account = await findCredentials(opened.db, system, newUser.email);
    expect(account?.id).toBe(id);
    if (account === null) return;
    const noor = { account, scope: admin.scope };
    const wrong = await call(postPassword, { as: noor, json: { current: "guess", next: "another long one" } });
    expect(wrong).toMatchObject({ status: 401, body: failure("auth/invalid-credentials") });
    expect(await call(postPassword, { as: noor, json: { current: newUser.password, next: "another long one" } })).toMatchObject({ status: 204 });
    expect(await call(getMe, { as: noor })).toMatchObject({ status: 401 });
    const stored = await findCredentials(opened.db, system, newUser.email);
    expect(await verifyPassword("another long one", stored?.passwordHash ?? null)).toBe(true);
  });
});

describe("the route wrapper", () => {
  const echo = route({ input: z.strictObject({ q: z.string(), n: z.coerce.number().optional() }) }, async ({ input, params }) => ({ input, params }));

  test("a GET's query and a POST's JSON are parsed; answers are not cached", async () => {
    const as = await person("ada");
    const get = await call(echo, { as, query: "?q=%E5%81%87&n=3", params: { id: "7" } });
    expect(get).toMatchObject({ status: 200, body: { input: { q: "假", n: 3 }, params: { id: "7" } } });
    expect(get.headers.get("cache-control")).toBe("no-store");
    expect(await call(echo, { as, json: { q: "x" } })).toMatchObject({ status: 200, body: { input: { q: "x" } } });
    const nothing = route({}, async () => undefined);
    expect(await call(nothing, { as })).toMatchObject({ status: 204, body: undefined });
  });

  test("what is not in form is refused with the reason", async () => {
    const as = await person("ada");
    const invalid = (message: RegExp) => ({ status: 400, body: { error: { code: "request/invalid", message: expect.stringMatching(message) as string } } });
    expect(await call(echo, { as, query: "" })).toMatchObject(invalid(/q: /));
    expect(await call(echo, { as, query: "?q=a&q=b" })).toMatchObject(invalid(/q: /));
    expect(await call(echo, { as, json: { q: "x", extra: 1 } })).toMatchObject(invalid(/extra/));
    expect(await call(echo, { as, body: "{" })).toMatchObject(invalid(/JSON/));
    expect(await call(echo, { as, json: { q: "x" }, headers: { "content-type": "text/plain" } })).toMatchObject(invalid(/./));
    expect(await call(echo, { as, body: '{"q":"a\\u0000b"}' })).toMatchObject(invalid(/U\+0000/));
    expect(await call(echo, { as, body: '{"q":"a\\ud800b"}' })).toMatchObject(invalid(/surrogate/));
    expect(await call(echo, { as, query: "?q=%00" })).toMatchObject(invalid(/U\+0000/));
    expect(await call(echo, { as, query: "?q=1", params: { id: "\0" } })).toMatchObject(invalid(/U\+0000/));
    expect(await call(echo, { as, json: { q: "x".repeat(1024 * 1024) } })).toMatchObject({ status: 413, body: failure("request/too-large") });
  });

  test("another site's page changes nothing with our user's cookie", async () => {
    const as = await person("ada");
    const post = (headers: Record<string, string>) => call(echo, { as, json: { q: "x" }, headers });
    for (const site of ["cross-site", "same-site"]) expect(await post({ "sec-fetch-site": site })).toMatchObject({ status: 403 });
    expect(await post({ origin: "https://evil.example" })).toMatchObject({ status: 403 });
    expect(await post({ origin: "null" })).toMatchObject({ status: 403 });
    expect(await post({ origin: "http://localhost:4000" })).toMatchObject({ status: 403 });
    expect(await post({ origin: "http://localhost:3000" })).toMatchObject({ status: 200 });
    expect(await post({ origin: "https://hr.example", "x-forwarded-host": "hr.example" })).toMatchObject({ status: 200 });
    expect(await post({ "sec-fetch-site": "same-origin" })).toMatchObject({ status: 200 });
    expect(await call(echo, { as, query: "?q=1", headers: { "sec-fetch-site": "cross-site" } })).toMatchObject({ status: 200 });
  });

  test("an action that is not open is refused before the input is looked at", async () => {
    const guarded = route({ action: "candidates:search", input: z.object({ q: z.string() }) }, async () => ({}));
    expect(await call(guarded, { as: await person("ada") })).toMatchObject({ status: 403 });
    expect(await call(guarded, { as: await person("noor", ["recruiter"]) })).toMatchObject({ status: 400 });
  });

  test("the unforeseen is a 500 with an incident id, logged once without what a person typed", async () => {
    const as = await person("ada");
    const broken = route({}, async () => {
      throw new Error("Failed query: select 1 params: ada@example.test");
    });
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { status, body } = await call(broken, { as });
    const lines = log.mock.calls.map(String);
    log.mockClear();
    expect(status).toBe(500);
    const { error } = errorBody.parse(body);
    expect(error.code).toBe("internal/unknown");
    expect(error.message).not.toContain("example.test");
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("example.test");
    const incident = /Incident ([0-9a-f]{12})/.exec(error.message)?.[1];
    expect(lines[0]).toContain(`incident ${incident}`);
  });

  test("a database that went away is 503, said so", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(describeError(new Error("Failed query", { cause }))).toMatchObject({ status: 503, body: { error: { code: "data/unavailable" } } });
    expect(describeError(Object.assign(new Error("x"), { code: "57P01" }))).toMatchObject({ status: 503 });
    expect(describeError(Object.assign(new Error("x"), { code: "23505" }))).toMatchObject({ status: 500 });
    log.mockClear();
  });

  test("every error code has an HTTP error status, and a 4xx keeps its sentence", () => {
    for (const code of ERROR_CODES) {
      expect(statusOf(code)).toBeGreaterThanOrEqual(400);
      expect(statusOf(code)).toBeLessThan(600);
    }
    const error = new AppError("request/conflict", "for developers", { userMessage: "Taken already." });
    expect(describeError(error)).toEqual({ status: 409, body: { error: { code: "request/conflict", message: "Taken already." } } });
  });
});
