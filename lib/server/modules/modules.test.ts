/** @file Every route and screen belongs to the core or to one module; a module that is off is gone, not hidden. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type Database, type OpenDatabase } from "../../../db/client";
import { auditEvents } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { projectRoot } from "../../config/paths";
import type { Actor, UserId } from "../../core/types";
import { ACTIONS } from "../policy";
import { CORE_PATHS, MODULES, moduleOfPath } from "./registry";
import { isModuleOn, listModules, modulesOff, openActions, openCapabilities, requireModuleOf, switchModule } from "./state";

const root = projectRoot();
const filesBelow = (folder: string, name: RegExp) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => file.replaceAll("\\", "/").split("/").slice(0, -1).join("/"));
const apiPaths = [...filesBelow("app/api", /(^|\/)endpoint\.ts$/), "auth"].map((folder) => `/api/${folder}`);
const screens = filesBelow("app/(workspace)", /(^|\/)page\.tsx$/);
const lies = (pathname: string, roots: readonly string[]) => roots.some((each) => pathname === each || pathname.startsWith(`${each}/`));

test.each([...apiPaths, ...screens.map((folder) => `/${folder}`)])("%s belongs to the core or to one module", (pathname) => {
  const owners = MODULES.filter(({ paths }) => lies(pathname, paths)).map(({ id }) => id);
  expect(owners.length, "in two modules").toBeLessThan(2);
  expect(owners.length === 1 || lies(pathname, CORE_PATHS), "in no list of lib/server/modules/registry.ts").toBe(true);
});

test.each(screens.filter((folder) => moduleOfPath(`/${folder}`) !== null))("the screen %s asks the guard, which asks for its module", (folder) => {
  expect(readFileSync(path.join(root, "app/(workspace)", folder, "page.tsx"), "utf8")).toMatch(/await requirePermission\("[\w:-]+", "\//);
});

test("no action is in two modules, and every one exists", () => {
  const all = MODULES.flatMap(({ actions }): readonly string[] => actions);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((action) => !(ACTIONS as readonly string[]).includes(action))).toEqual([]);
});

describe("switched", () => {
  let opened: OpenDatabase;
  let db: Database;
  const admin: Actor = { userId: "u-admin" as UserId, name: "Admin", roles: ["admin"] };
  beforeAll(async () => {
    opened = await openMemoryDatabase();
    ({ db } = opened);
  });
  beforeEach(async () => {
    await emptyDatabase(db);
    for (const { id } of MODULES) await switchModule(db, admin, { id, on: true });
  });
  afterAll(() => opened.close());

  test("off: routes are not found, permissions and tools are gone, jobs stop; on again: all is back; each switch is recorded", async () => {
    const off = await switchModule(db, admin, { id: "candidates", on: false });
    expect(off.map(({ id, on }) => [id, on])).toContainEqual(["candidates", false]);
    await expect(requireModuleOf(() => Promise.resolve(db), "/api/candidates/search")).rejects.toMatchObject({ code: "request/not-found" });
    await requireModuleOf(() => Promise.resolve(db), "/api/candidates-elsewhere");
    await requireModuleOf(() => Promise.resolve(db), "/api/documents");
    // Who answers a request of a data subject reads the receipts then, too: the list alone, nothing beside it.
    for (const stays of ["/api/recruiting/erasures", "/candidates/receipts"]) await requireModuleOf(() => Promise.resolve(db), stays);
    for (const gone of ["/api/recruiting/erasures-elsewhere", "/api/recruiting/openings", "/candidates/receipt"]) await expect(requireModuleOf(() => Promise.resolve(db), gone)).rejects.toMatchObject({ code: "request/not-found" });
    const closed = await modulesOff(db);
    expect(openActions(ACTIONS, closed).filter((action) => action.startsWith("candidates:"))).toEqual([]);
    expect(openActions(ACTIONS, closed)).toEqual(expect.arrayContaining(["erasures:read", "documents:delete:resume"]));
    expect([...openCapabilities(new Set(["policies", "candidates"]), closed)]).toEqual(["policies"]);
    expect(await isModuleOn(db, "candidates")).toBe(false);
    expect(await isModuleOn(db, "learning")).toBe(true);

    await switchModule(db, admin, { id: "candidates", on: true });
    await requireModuleOf(() => Promise.resolve(db), "/api/candidates/search");
    expect((await listModules(db)).every(({ on }) => on)).toBe(true);
    expect((await db.select().from(auditEvents).orderBy(auditEvents.seq)).slice(-2).map(({ action, facts }) => [action, facts])).toEqual([
      ["company.module-switched", { module: "candidates", on: false }],
      ["company.module-switched", { module: "candidates", on: true }],
    ]);
  });

  test("only an administrator switches, and only modules that exist", async () => {
    await expect(switchModule(db, { ...admin, roles: ["hr_lead"] }, { id: "candidates", on: false })).rejects.toMatchObject({ code: "policy/forbidden" });
    await expect(switchModule(db, admin, { id: "chat", on: false })).rejects.toMatchObject({ code: "request/not-found" });
  });
});
