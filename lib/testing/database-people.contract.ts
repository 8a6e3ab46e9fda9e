/** @file Accounts: who may see and change them, and that there is always an admin. */
import { describe, expect, test } from "vitest";
import type { Database } from "../../db/client";
import {
  createAccount,
  endSessions,
  findCredentials,
  findSessionAccount,
  getAccount,
  listAccounts,
  recordSignIn,
  updateAccount,
} from "../../db/queries/people";
import { systemScope } from "../core/scope";
import type { UserId } from "../core/types";
import { addPerson } from "./accounts";

const system = systemScope("test");
const forbidden = expect.objectContaining({ code: "policy/forbidden" }) as Error;
const notFound = expect.objectContaining({ code: "request/not-found" }) as Error;
const conflict = expect.objectContaining({ code: "request/conflict" }) as Error;

export function peopleContract(db: () => Database): void {
  describe("accounts", () => {
    test("an account comes back as it was made: e-mail lower case, employee added, no hash in sight", async () => {
      const made = await createAccount(db(), system, { name: "林 Ada", email: " Ada@Example.TEST ", roles: ["recruiter"], passwordHash: "h" });
      expect(made).toMatchObject({ name: "林 Ada", email: "ada@example.test", roles: ["employee", "recruiter"], disabled: false, lastSignInAt: null });
      expect(made).not.toHaveProperty("passwordHash");
      expect(made.createdAt).toBeInstanceOf(Date);
      expect(await getAccount(db(), system, made.id)).toEqual(made);
      expect(await findCredentials(db(), system, "ADA@example.test")).toEqual({ ...made, passwordHash: "h" });
    });

    test("one account per e-mail address, whatever its case", async () => {
      await addPerson(db(), "ada");
      await expect(createAccount(db(), system, { name: "Other", email: "ADA@example.test", roles: [], passwordHash: "h" })).rejects.toEqual(conflict);
      expect(await listAccounts(db(), system)).toHaveLength(1);
    });

    test("only an admin lists, creates and changes; others read themselves alone", async () => {
      const admin = await addPerson(db(), "admin", ["admin"]);
      for (const role of ["employee", "recruiter", "reviewer", "hr_lead"] as const) {
        const { scope, account } = await addPerson(db(), role, [role]);
        await expect(listAccounts(db(), scope)).rejects.toEqual(forbidden);
        await expect(createAccount(db(), scope, { name: "x", email: "x@example.test", roles: [], passwordHash: "h" })).rejects.toEqual(forbidden);
        await expect(updateAccount(db(), scope, { id: account.id, change: { roles: ["admin"] } })).rejects.toEqual(forbidden);
        await expect(endSessions(db(), scope, admin.account.id)).rejects.toEqual(forbidden);
        await expect(getAccount(db(), scope, admin.account.id)).rejects.toEqual(notFound);
        expect((await getAccount(db(), scope, account.id)).name).toBe(role);
      }
      expect((await listAccounts(db(), admin.scope)).map((row) => row.name)).toEqual(["admin", "employee", "hr_lead", "recruiter", "reviewer"]);
    });

    test("a change touches what it names; disabling and a new password end sessions, a new name or role does not", async () => {
      const { scope: admin } = await addPerson(db(), "admin", ["admin"]);
      const { account } = await addPerson(db(), "ada");
      const renamed = await updateAccount(db(), admin, { id: account.id, change: { name: "Ada L", roles: ["recruiter"] } });
      expect(renamed).toEqual({ ...account, name: "Ada L", roles: ["employee", "recruiter"] });
      const disabled = await updateAccount(db(), admin, { id: account.id, change: { disabled: true } });
      expect(disabled).toMatchObject({ disabled: true, sessionEpoch: 1 });
      expect(await updateAccount(db(), admin, { id: account.id, change: { disabled: false } })).toMatchObject({ disabled: false, sessionEpoch: 1 });
      expect(await updateAccount(db(), admin, { id: account.id, change: { passwordHash: "new" } })).toMatchObject({ sessionEpoch: 2 });
      expect(await findCredentials(db(), system, account.email)).toMatchObject({ passwordHash: "new" });
      expect(await updateAccount(db(), admin, { id: account.id, change: {} })).toMatchObject({ name: "Ada L", sessionEpoch: 2 });
      await endSessions(db(), admin, account.id);
      expect(await findSessionAccount(db(), system, account.id)).toMatchObject({ sessionEpoch: 3 });
      await expect(updateAccount(db(), admin, { id: "nobody" as UserId, change: { name: "x" } })).rejects.toEqual(notFound);
      expect(await findSessionAccount(db(), system, "nobody" as UserId)).toBeNull();
    });

    test("the last admin stays, and no admin removes themselves", async () => {
      const first = await addPerson(db(), "first", ["admin"]);
      const drop = { roles: ["employee" as const] };
      for (const change of [drop, { disabled: true }]) {
        await expect(updateAccount(db(), first.scope, { id: first.account.id, change })).rejects.toEqual(conflict);
        await expect(updateAccount(db(), system, { id: first.account.id, change })).rejects.toEqual(conflict);
      }
      const second = await addPerson(db(), "second", ["admin"]);
      await expect(updateAccount(db(), first.scope, { id: first.account.id, change: drop })).rejects.toEqual(conflict);
      await updateAccount(db(), first.scope, { id: second.account.id, change: { disabled: true } });
      // A disabled admin does not count as one.
      await expect(updateAccount(db(), system, { id: first.account.id, change: drop })).rejects.toEqual(conflict);
    });

    test("two admins who demote each other at once do not leave the company without one", async () => {
      const [a, b] = [await addPerson(db(), "a", ["admin"]), await addPerson(db(), "b", ["admin"])];
      const demote = (by: typeof a, whom: typeof a) => updateAccount(db(), by.scope, { id: whom.account.id, change: { roles: [] } });
      // Several rounds: the first ones also open the connections that let the two run side by side.
      for (let round = 0; round < 6; round++) {
        const results = await Promise.allSettled([demote(a, b), demote(b, a)]);
        expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
        expect((await listAccounts(db(), system)).filter((row) => row.roles.includes("admin"))).toHaveLength(1);
        for (const { account } of [a, b]) await updateAccount(db(), system, { id: account.id, change: { roles: ["admin"] } });
      }
    });

    test("the time of sign-in is kept to the millisecond", async () => {
      const { account } = await addPerson(db(), "ada");
      const at = new Date("2026-03-04T05:06:07.089Z");
      await recordSignIn(db(), system, { id: account.id, at });
      expect((await getAccount(db(), system, account.id)).lastSignInAt).toEqual(at);
    });
  });
}
