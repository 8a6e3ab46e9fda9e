/** @file First start of an own company: who decides, the administrator's link, and what a second start does. The demo's first start is every end-to-end run. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase } from "../../../db/client";
import { listAccounts } from "../../../db/queries/people";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { emptyDatabase } from "../../../db/testing/database";
import { parseEnv } from "../../config/env";
import { systemClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import { acceptInvitation } from "../identity/invitations";
import type { Services } from "../services";
import { newAdminLink } from "./first-admin";
import { setUp, SET_UP_SETTING } from "./set-up";

const opened = await openMemoryDatabase();
const { db } = opened;
const scope = systemScope("test");
const servicesWith = (variables: Record<string, string>) => ({ db, env: parseEnv(variables) }) as unknown as Services;
const note = () => undefined;
const cost = { N: 2 ** 4, r: 1, p: 1 };
const accept = (link: string) => acceptInvitation({ db, clock: systemClock, cost }, { token: link.split("#")[1] ?? "", name: "Ada Install", email: "ada@example.org", password: "a-long-enough-one", address: null });

beforeEach(() => emptyDatabase(db));
afterAll(() => opened.close());

test("an own company begins with one link, shown once; whoever opens it is its administrator", async () => {
  const services = servicesWith({ CADRE_DEMO: "0", PORT: "4321" });
  const { kind, firstAdmin } = await setUp(services, { note });
  expect(kind).toBe("own");
  expect(firstAdmin?.link).toMatch(/^http:\/\/localhost:4321\/invitation#[\w-]{43}$/);
  expect(Date.parse(firstAdmin?.expiresAt ?? "")).toBeGreaterThan(Date.now());
  expect(await setUp(services, { note })).toEqual({ kind: "own", firstAdmin: null });

  await accept(firstAdmin?.link ?? "");
  expect(await listAccounts(db, scope)).toMatchObject([{ email: "ada@example.org", roles: ["employee", "admin"], demo: false }]);
});

test("without CADRE_DEMO a person at the terminal is asked; the answer stays", async () => {
  let asked = 0;
  const choose = () => Promise.resolve((asked++, "own" as const));
  expect((await setUp(servicesWith({}), { note, choose })).kind).toBe("own");
  expect((await setUp(servicesWith({}), { note, choose })).kind).toBe("own");
  expect(asked).toBe(1);
  expect(await getSetting(db, scope, SET_UP_SETTING)).toBe("own");
});

test("a first start that was cut short is not asked again, and makes a new link that takes the first one back", async () => {
  const first = await setUp(servicesWith({ CADRE_DEMO: "0" }), { note });
  await db.execute(`delete from settings where key = '${SET_UP_SETTING}'`);
  const again = await setUp(servicesWith({}), { note, choose: () => Promise.reject(new Error("asked again")) });
  expect(again.firstAdmin?.link).not.toBe(first.firstAdmin?.link);
  await expect(accept(first.firstAdmin?.link ?? "")).rejects.toMatchObject({ code: "auth/link-invalid" });
  await accept(again.firstAdmin?.link ?? "");
});

test("a new link is made on the machine, but not in the demo company", async () => {
  await setUp(servicesWith({ CADRE_DEMO: "0" }), { note });
  const { link } = await newAdminLink(servicesWith({ CADRE_PUBLIC_URL: "https://hr.example.com" }));
  expect(link).toMatch(/^https:\/\/hr\.example\.com\/invitation#/);
  await accept(link);
  await putSetting(db, scope, { key: "demo", value: "1" });
  await expect(newAdminLink(servicesWith({}))).rejects.toMatchObject({ code: "request/conflict" });
});

test("the demo company is refused on an address that other machines reach, before anything is made", async () => {
  await expect(setUp(servicesWith({ HOST: "0.0.0.0" }), { note })).rejects.toMatchObject({ code: "config/invalid" });
  expect(await getSetting(db, scope, SET_UP_SETTING)).toBeNull();
});
