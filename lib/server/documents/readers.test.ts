/** @file Who may be named as a reader: anyone for open kinds, only who has such a role for the others; offered to who writes access lists. */
import { openMemoryDatabase } from "../../../db/client";
import { users } from "../../../db/schema";
import { eq } from "../../../db/testing/database";
import type { Actor, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { possibleReaders } from "./readers";
import { afterAll, beforeAll, expect, test } from "vitest";

const opened = await openMemoryDatabase();
const { db } = opened;
const actorOf = (...roles: Role[]): Actor => ({ userId: "u-asker" as Actor["userId"], name: "Asker", roles });
const namesFor = async (actor: Actor, kind: "policy" | "resume" | "job") => (await possibleReaders(db, actor, kind)).people.map(({ name }) => name);

beforeAll(async () => {
  await addPerson(db, "wim");
  await addPerson(db, "Rekha", ["recruiter"]);
  await addPerson(db, "lea", ["hr_lead"]);
  const left = await addPerson(db, "abe", ["recruiter"]);
  await db.update(users).set({ disabled: true }).where(eq(users.id, left.account.id));
});
afterAll(() => opened.close());

test("by name, whatever the case, without those whose account is disabled", async () => {
  expect(await namesFor(actorOf("hr_lead"), "policy")).toEqual(["lea", "Rekha", "wim"]);
  expect(await namesFor(actorOf("recruiter"), "job")).toEqual(["lea", "Rekha", "wim"]);
});

test("a résumé is offered to nobody whom naming would not let in", async () => {
  expect(await namesFor(actorOf("recruiter"), "resume")).toEqual(["lea", "Rekha"]);
});

test("only for whoever may write such a list", async () => {
  for (const [actor, kind] of [[actorOf(), "policy"], [actorOf("admin"), "policy"], [actorOf("recruiter"), "policy"], [actorOf("reviewer"), "resume"]] as const)
    await expect(possibleReaders(db, actor, kind)).rejects.toMatchObject({ code: "policy/forbidden" });
});
