/** @file One-time links on a real database: made, opened, used once, lapsed, taken back, limited; and what they leave in the audit log. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { findCredentials, listAccounts, updateAccount } from "../../../db/queries/people";
import { addEmployees } from "../../../db/queries/employees";
import { auditEvents, employees, invitations } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { INVITATION } from "../../config/defaults";
import { createManualClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { signIn } from "../sign-in";
import { acceptInvitation, createInvitation, createPasswordLink, examineInvitation, invitationLink } from "./invitations";
import { listInvitations, orderInvitation, takeBackInvitation } from "./send-invitation";

const system = systemScope("test");
const cost = { N: 16, r: 8, p: 1 };
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const invalid = code("auth/link-invalid");
const DAY_MS = 86_400_000;

let opened: OpenDatabase;
let clock: ReturnType<typeof createManualClock>;
let admin: Actor;
beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  clock = createManualClock(Date.UTC(2026, 10, 22, 9));
  const { account } = await addPerson(opened.db, "dafydd", ["admin"]);
  admin = { userId: account.id, name: account.name, roles: account.roles };
});

const deps = () => ({ db: opened.db, clock, cost });
const invite = (email: string | null = "Ottoline@Example.test") => createInvitation(opened.db, admin, { email, roles: ["recruiter"] }, clock);
const accept = (token: string, more: { name?: string; email?: string | null; password?: string; address?: string | null } = {}) =>
  acceptInvitation(deps(), { token, name: "Ottoline Frayne", email: null, password: "eleven small boats", address: "192.0.2.7", ...more });
const lines = async () => (await opened.db.select().from(auditEvents).orderBy(auditEvents.seq)).map(({ action, actorId, objectId, facts }) => ({ action, actorId, objectId, facts }));

describe("an invitation", () => {
  test("makes the account with its roles, joins the directory entry of that address, and signs in", async () => {
    await addEmployees(opened.db, system, [{ id: "e1", name: "Ottoline Frayne", email: "ottoline@example.test", title: "Welder", department: "Works", site: "Leeds", contract: "permanent", language: "en", startedOn: "2024-01-08" }]);
    const { token, invitation } = await invite();
    expect(await examineInvitation(deps(), { token, address: null })).toMatchObject({ email: "ottoline@example.test", roles: ["employee", "recruiter"] });
    const account = await accept(token);
    expect(account).toMatchObject({ email: "ottoline@example.test", name: "Ottoline Frayne", roles: ["employee", "recruiter"] });
    expect((await signIn(deps(), { email: "ottoline@example.test", password: "eleven small boats", address: null })).id).toBe(account.id);
    expect((await opened.db.select().from(employees))[0]?.userId).toBe(account.id);
    expect(await lines()).toEqual([
      { action: "account.invited", actorId: admin.userId, objectId: null, facts: { invitation: invitation.id, roles: ["employee", "recruiter"], mailed: false } },
      { action: "account.joined", actorId: account.id, objectId: account.id, facts: { invitation: invitation.id, roles: ["employee", "recruiter"] } },
      expect.objectContaining({ action: "account.signed-in" }),
    ]);
  });

  test("works once, also when it is taken up twice at the same moment", async () => {
    const { token } = await invite();
    const results = await Promise.allSettled([accept(token), accept(token)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(accept(token)).rejects.toEqual(invalid);
    await expect(examineInvitation(deps(), { token, address: null })).rejects.toEqual(invalid);
    expect(await listAccounts(opened.db, system)).toHaveLength(2);
  });

  test("the token is stored nowhere, and stands behind # in its link", async () => {
    const { token } = await invite();
    expect(JSON.stringify([await opened.db.select().from(invitations), await lines()])).not.toContain(token);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(new URL(invitationLink("https://hr.example", token)).pathname).toBe("/invitation");
  });

  test("lapses after its days, and not before", async () => {
    const { token } = await invite();
    clock.advance(INVITATION.validDays * DAY_MS - 1);
    await examineInvitation(deps(), { token, address: null });
    clock.advance(1);
    await expect(accept(token)).rejects.toEqual(invalid);
    expect((await listInvitations(opened.db, (await addPerson(opened.db, "second", ["admin"])).scope, clock))[0]?.state).toBe("expired");
  });

  test("taken back, or made anew for the same address, the old link is dead", async () => {
    const first = await invite();
    const second = await invite("ottoline@example.TEST");
    await expect(accept(first.token)).rejects.toEqual(invalid);
    await takeBackInvitation(opened.db, admin, second.invitation.id, clock);
    await expect(accept(second.token)).rejects.toEqual(invalid);
    await expect(takeBackInvitation(opened.db, admin, second.invitation.id, clock)).rejects.toEqual(code("request/not-found"));
  });

  test("an address with an account gets none; one that got an account meanwhile keeps it, and the link is not spent", async () => {
    await expect(invite("DAFYDD@example.test")).rejects.toEqual(code("request/conflict"));
    const { token } = await invite("late@example.test");
    await addPerson(opened.db, "late");
    await expect(accept(token)).rejects.toEqual(code("request/conflict"));
    await examineInvitation(deps(), { token, address: null });
  });

  test("without an address (the first administrator) the person says it", async () => {
    const { token } = await createInvitation(opened.db, system, { email: null, roles: ["admin"] }, clock);
    await expect(accept(token)).rejects.toEqual(code("request/invalid"));
    expect(await accept(token, { email: " Head@Example.test" })).toMatchObject({ email: "head@example.test", roles: ["employee", "admin"] });
  });

  test("who is no administrator makes none", async () => {
    const { account } = await addPerson(opened.db, "lead", ["hr_lead"]);
    const lead: Actor = { userId: account.id, name: account.name, roles: account.roles };
    await expect(createInvitation(opened.db, lead, { email: "x@example.test", roles: ["admin"] }, clock)).rejects.toEqual(code("policy/forbidden"));
    await expect(createPasswordLink(opened.db, lead, { userId: admin.userId }, clock)).rejects.toEqual(code("request/not-found"));
  });

  test("guessing is limited per network address; the right link does not count", async () => {
    const { token } = await invite();
    const look = (guess: string, address: string) => examineInvitation(deps(), { token: guess, address });
    for (let i = 0; i < INVITATION.maxWrongPerAddress; i++) await expect(look(`wrong${i}`, "192.0.2.9")).rejects.toEqual(invalid);
    await expect(look(token, "192.0.2.9")).rejects.toEqual(code("auth/rate-limited"));
    for (let i = 0; i < INVITATION.maxWrongPerAddress + 5; i++) await look(token, "192.0.2.10");
  });
});

describe("a link for a new password", () => {
  test("sets it and ends the account's sessions; name and roles stay", async () => {
    const { account } = await addPerson(opened.db, "ada", ["reviewer"]);
    const { token } = await createPasswordLink(opened.db, admin, { userId: account.id }, clock);
    const changed = await accept(token, { name: "Somebody Else" });
    expect(changed).toMatchObject({ id: account.id, name: "ada", roles: account.roles, sessionEpoch: account.sessionEpoch + 1 });
    expect((await findCredentials(opened.db, system, "ada@example.test"))?.passwordHash).toMatch(/^scrypt\$/);
    expect((await lines()).map((line) => line.action)).toEqual(["account.password-link-made", "account.password-set-by-link"]);
  });

  test("none for a disabled account; one that is disabled later opens nothing", async () => {
    const { account } = await addPerson(opened.db, "ada");
    const { token } = await createPasswordLink(opened.db, admin, { userId: account.id }, clock);
    await updateAccount(opened.db, system, { id: account.id, change: { disabled: true } });
    await expect(accept(token)).rejects.toEqual(invalid);
    await expect(createPasswordLink(opened.db, admin, { userId: account.id }, clock)).rejects.toEqual(code("auth/disabled"));
  });
});

describe("an order", () => {
  const settings = { mail: null, passwordSignIn: true };
  const order = { email: "ottoline@example.test", name: null, roles: ["employee"] as const, mail: false };

  test("gives the link once, to copy; without a mail server it says why nothing was sent", async () => {
    const created = await orderInvitation({ db: opened.db, settings, base: "https://hr.example", clock }, admin, { ...order, mail: true });
    expect(created.link).toMatch(/^https:\/\/hr\.example\/invitation#[\w-]{43}$/);
    expect(created.mailProblem).toMatch(/CADRE_SMTP_URL/);
    expect(created.invitation).toMatchObject({ state: "open", purpose: "account", createdBy: "dafydd", mailedAt: null });
  });

  test("with passwords off it is refused, but for an administrator", async () => {
    const off = { db: opened.db, settings: { mail: null, passwordSignIn: false }, base: "https://hr.example", clock };
    await expect(orderInvitation(off, admin, order)).rejects.toEqual(code("request/conflict"));
    expect((await orderInvitation(off, admin, { ...order, roles: ["admin"] })).invitation.roles).toContain("admin");
  });
});
