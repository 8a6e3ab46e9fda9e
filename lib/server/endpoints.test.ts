/** @file The table of endpoints is the folders of app/api, and a path finds its own endpoint with its own parameters. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { projectRoot } from "../config/paths";
import { dispatch, type Endpoint } from "./endpoints";
import type { RouteContext } from "./route";

test("every endpoint.ts in app/api is in the table under its own path, and nothing else is", () => {
  const api = path.join(projectRoot(), "app/api");
  const folders = readdirSync(api, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("/endpoint.ts")).map((file) => path.dirname(file));
  const source = readFileSync(path.join(api, "[...path]/endpoints.ts"), "utf8");
  const imported = new Map([...source.matchAll(/^import \* as (\w+) from "\.\.\/(.+)\/endpoint";$/gm)].map(([, name = "", folder = ""]) => [name, folder]));
  const table = source.slice(source.indexOf("ENDPOINTS = {"));
  const entries = [...table.matchAll(/^ {2}(?:"(.+)"|(\w+))(?:: (\w+))?,$/gm)].map(([, quoted, plain, name]) => [quoted ?? plain ?? "", imported.get(name ?? plain ?? "")]);
  expect(folders.length).toBeGreaterThan(100);
  expect(entries.map(([key]) => key).sort()).toEqual(folders.sort());
  expect(entries.filter(([key, folder]) => key !== folder)).toEqual([]);
  expect(imported.size).toBe(folders.length);
});

const answering = (name: string) => async (_: Request, { params }: RouteContext) => Response.json({ name, params: await params });
const endpoints: Record<string, Endpoint> = {
  users: { GET: answering("users"), POST: answering("new user") },
  "users/[id]": { PATCH: answering("user") },
  "users/[id]/removal": { GET: answering("removal") },
  "users/me": { GET: answering("me") },
  "kinds/[kind]/people/[row]": { GET: answering("row") },
};
const handle = dispatch("api", endpoints);
const ask = async (method: string, address: string) => {
  const response = await handle(new Request(`http://localhost${address}`, { method }));
  return { status: response.status, allow: response.headers.get("allow"), body: response.headers.get("content-type") ? ((await response.json()) as unknown) : null };
};

describe("a request finds its endpoint", () => {
  it.each([
    ["GET", "/api/users", "users", {}],
    ["POST", "/api/users?x=1", "new user", {}],
    ["HEAD", "/api/users", "users", {}],
    ["PATCH", "/api/users/7", "user", { id: "7" }],
    ["PATCH", "/api/users/a%2Fb%20%E4%B8%AD", "user", { id: "a/b 中" }],
    ["PATCH", "/api/users/%6De", "user", { id: "me" }],
    ["GET", "/api/users/me", "me", {}],
    // The word "me" has nothing below it: the parameter is tried then.
    ["GET", "/api/users/me/removal", "removal", { id: "me" }],
    ["GET", "/api/kinds/attrition/people/12", "row", { kind: "attrition", row: "12" }],
  ])("%s %s: %s", async (method, address, name, params) => {
    expect(await ask(method, address)).toEqual({ status: 200, allow: null, body: { name, params } });
  });

  it.each(["/api/nobody", "/api/users/7/other", "/api/users/", "/api/users//removal", "/api/", "/api/users/toString/x", "/api/__proto__", "/api/%75sers", "/api/users/7/%72emoval"])("%s is not found, in the one shape of errors", async (address) => {
    expect(await ask("GET", address)).toMatchObject({ status: 404, body: { error: { code: "request/not-found" } } });
  });

  it("says which methods a path has", async () => {
    expect(await ask("DELETE", "/api/users")).toEqual({ status: 405, allow: "GET, POST", body: null });
    expect(await ask("GET", "/api/users/7")).toMatchObject({ status: 405, allow: "PATCH" });
  });

  it("refuses a broken percent code", async () => {
    expect(await ask("PATCH", "/api/users/%E4%B8")).toMatchObject({ status: 400, body: { error: { code: "request/invalid" } } });
  });
});

test("two names for one place are a mistake of ours, told at the start", () => {
  expect(() => dispatch("api", { "a/[x]": {}, "a/[y]/b": {} })).toThrow("stand at the same place");
});
