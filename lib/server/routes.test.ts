/** @file Every handler in app/api goes through the route wrapper; the few open ones are named here, with the reason. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../config/paths";

/** Routes that answer without a session. */
const OPEN: Readonly<Record<string, string>> = {
  "app/api/auth/[...nextauth]/route.ts": "signing in and out",
  "app/api/health/endpoint.ts": "asked by machines before anyone is signed in",
  "app/api/demo/endpoint.ts": "the sign-in page of the demo company lists its invented accounts",
  "app/api/oidc/back-channel-logout/endpoint.ts": "the company's sign-in service, known by the signature of its token",
  "app/api/invitations/open/endpoint.ts": "whoever has a one-time link sees what it offers",
  "app/api/invitations/accept/endpoint.ts": "whoever has a one-time link takes it up",
};

/** Hands requests on to the endpoints, and decides nothing: lib/server/endpoints.ts. */
const DISPATCHER = "[...path]/route.ts";
const root = projectRoot();
const routes = readdirSync(path.join(root, "app/api"), { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)(route|endpoint)\.tsx?$/.test(file) && file !== DISPATCHER)
  .map((file) => `app/api/${file}`)
  .sort();
const methods = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

test("there are routes, and every open one exists", () => {
  expect(routes).toEqual(expect.arrayContaining(Object.keys(OPEN)));
});

test.each(routes.filter((file) => !(file in OPEN)))("%s exports wrapped handlers only", (file) => {
  const source = readFileSync(path.join(root, file), "utf8");
  const exported = [...source.matchAll(new RegExp(`export[^\\n]*\\b(?:${methods})\\b`, "g"))].map((match) => match[0]);
  const wrapped = [...source.matchAll(new RegExp(`^export const (?:${methods}) = route\\(`, "gm"))].length;
  expect(exported.length).toBeGreaterThan(0);
  expect(wrapped, exported.join("\n")).toBe(exported.length);
});

test.each(Object.keys(OPEN))("%s still answers errors in the one shape", (file) => {
  expect(readFileSync(path.join(root, file), "utf8")).toMatch(/\b(guarded|openRoute)\(/);
});
