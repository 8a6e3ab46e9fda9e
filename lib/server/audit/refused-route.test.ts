import { expect, test } from "vitest";
import { AUDIT_FACTS } from "../../contracts/audit";
import { objectOfRoute, routePattern } from "./refused-route";

const ID = "019aa8f0-1111-7abc-8def-0123456789ab";

test("dynamic parts stand as their names, and the object is found by the first noun", () => {
  const route = routePattern(`/api/documents/${ID}/text`, { id: ID });
  expect(route).toBe("/api/documents/[id]/text");
  expect(objectOfRoute(route, { id: ID })).toEqual({ kind: "document", id: ID });
  expect(objectOfRoute("/api/users", {})).toEqual({ kind: "account", id: null });
  expect(objectOfRoute("/candidates", {})).toEqual({ kind: "document", id: null });
  expect(objectOfRoute("/api/audit/export", {})).toEqual({ kind: "log", id: null });
  expect(objectOfRoute("/something-new", {})).toEqual({ kind: "screen", id: null });
});

test("what someone typed into an address is not stored: no foreign id, no name, always a valid fact", () => {
  const typed = "Ada Lövelace <ada@example.test>";
  const route = routePattern(`/api/conversations/${encodeURIComponent(typed)}`, { id: typed });
  expect(route).toBe("/api/conversations/[id]");
  expect(objectOfRoute(route, { id: typed })).toEqual({ kind: "conversation", id: null });
  for (const path of [`/api/documents/${ID.toUpperCase()}`, "/%zz/ä b", `/${"x".repeat(500)}`, "/", ""]) {
    const facts = { method: "GET", route: routePattern(path, {}), answer: "forbidden" };
    expect(AUDIT_FACTS["access.denied"].safeParse(facts).success, path).toBe(true);
  }
});
