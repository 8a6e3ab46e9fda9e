/** @file The directory's changes through the server: import, who manages whom, relations, a person who leaves; on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { addIdentity, findLinkedUser } from "../../../db/queries/company-sign-in";
import { addEmployees, listDirectory } from "../../../db/queries/employees";
import { findAccountByEmail, findSessionAccount, updateAccount } from "../../../db/queries/people";
import { findRelations } from "../../../db/queries/relations";
import { auditEvents, documents } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { createManualClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { createInvitation, createPasswordLink, examineInvitation } from "../identity/invitations";
import { hashPassword } from "../password";
import { createUser, updateUser } from "../people";
import { claimsFor, encodeSession, resolveSession } from "../session-token";
import { changeManager, nameHiringManager, nameLearningPartner, stopLearningPartner, viewDirectory } from "./directory";
import { importDirectory } from "./import-directory";
import { previewRemoval, removePerson } from "./remove-person";

const system = systemScope("test");
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const JOB = "019aa8f0-3333-7abc-8def-0123456789ab" as DocumentId;
const authSecret = "a secret of at least thirty-two characters";

let opened: OpenDatabase;
let clock: ReturnType<typeof createManualClock>;
beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  clock = createManualClock(Date.UTC(2026, 10, 22, 9));
});

const actor = async (name: string, roles: readonly Role[] = []): Promise<Actor> => {
  const { account } = await addPerson(opened.db, name, roles, await hashPassword("correct horse", { N: 16, r: 8, p: 1 }));
  return { userId: account.id, name, roles: account.roles };
};
const seed = (): Promise<void> =>
  addEmployees(
    opened.db,
    system,
    (["boss", "lin", "ada"] as const).map((id) => ({ id, name: id, email: `${id}@example.test`, title: "Welder", department: "Works", site: "Leeds", contract: "permanent", language: "en", startedOn: "2020-01-02", managerId: id === "boss" ? null : "boss" })),
  );
const facts = async () => (await opened.db.select().from(auditEvents).orderBy(auditEvents.seq)).map(({ action, objectId, facts: said }) => ({ action, objectId, ...said }));

describe("import", () => {
  const csv = "name,email,title,department,site,manager_email\nNew One,new@example.test,Buyer,Supply,Leeds,lin@example.test\nlin,lin@example.test,Lead welder,Works,Leeds,boss@example.test\n";

  test("a preview writes nothing; its digest does exactly that, joins accounts, and leaves one line", async () => {
    const lead = await actor("lead", ["hr_lead"]);
    const account = await actor("new");
    await seed();
    const preview = await importDirectory(opened.db, lead, { csv, digest: null }, clock);
    expect(preview).toMatchObject({ created: [{ email: "new@example.test" }], updated: [{ email: "lin@example.test", fields: ["title"] }], unchanged: 0, problems: [], done: false });
    expect(await listDirectory(opened.db, system, {})).toHaveLength(3);
    expect(await importDirectory(opened.db, lead, { csv, digest: preview.digest }, clock)).toMatchObject({ done: true });
    const people = await listDirectory(opened.db, system, {});
    expect(people.find((one) => one.email === "new@example.test")).toMatchObject({ managerId: "lin", managerName: "lin", userId: account.userId });
    expect(people.find((one) => one.id === "lin")).toMatchObject({ title: "Lead welder", startedOn: "2020-01-02" });
    expect(await facts()).toEqual([{ action: "directory.imported", objectId: null, created: 1, updated: 1, unchanged: 0 }]);
  });

  test("what changed since the preview is looked at again; a file with problems imports nothing; nobody else imports", async () => {
    const lead = await actor("lead", ["hr_lead"]);
    await seed();
    const { digest } = await importDirectory(opened.db, lead, { csv, digest: null }, clock);
    await changeManager(opened.db, lead, { id: "ada", managerId: "lin" });
    await expect(importDirectory(opened.db, lead, { csv, digest }, clock)).rejects.toEqual(code("request/conflict"));
    const bad = csv.replace("boss@example.test", "nobody@example.test");
    const wrong = await importDirectory(opened.db, lead, { csv: bad, digest: null }, clock);
    await expect(importDirectory(opened.db, lead, { csv: bad, digest: wrong.digest }, clock)).rejects.toEqual(code("request/invalid"));
    for (const role of ["admin", "recruiter", "reviewer"] as const) await expect(importDirectory(opened.db, await actor(role, [role]), { csv, digest: null }, clock)).rejects.toEqual(code("policy/forbidden"));
    expect(await listDirectory(opened.db, system, {})).toHaveLength(3);
  });
});

describe("relations", () => {
  test("who manages whom changes what the manager stands for at once; nobody is put above themselves", async () => {
    const lead = await actor("lead", ["hr_lead"]);
    const lin = await actor("lin");
    await seed();
    await importDirectory(opened.db, lead, { csv: "name,email,title,department,site\nlin,lin@example.test,Welder,Works,Leeds\n", digest: (await importDirectory(opened.db, lead, { csv: "name,email,title,department,site\nlin,lin@example.test,Welder,Works,Leeds\n", digest: null })).digest });
    await changeManager(opened.db, lead, { id: "ada", managerId: "lin" });
    expect((await findRelations(opened.db, system, { userId: lin.userId, at: new Date(clock.now()) })).reports).toEqual(["ada"]);
    await expect(changeManager(opened.db, lead, { id: "lin", managerId: "ada" })).rejects.toEqual(code("request/conflict"));
    await expect(changeManager(opened.db, lead, { id: "lin", managerId: "lin" })).rejects.toEqual(code("request/conflict"));
    await expect(changeManager(opened.db, lin, { id: "ada", managerId: null })).rejects.toEqual(code("policy/forbidden"));
    expect((await facts()).at(-1)).toEqual({ action: "relation.granted", objectId: lin.userId, relation: "manager", of: "ada", until: null });
  });

  test("a hiring manager is named until a day, at most a year on, and by whoever runs openings", async () => {
    const [recruiter, holder] = [await actor("recruiter", ["recruiter"]), await actor("holder")];
    await opened.db.insert(documents).values({ id: JOB, kind: "job", status: "ready", source: "a", title: "Welder", mediaType: "text/plain", sha256: "0", sizeBytes: 1 });
    await opened.db.execute(`insert into document_acl values ('${JOB}', 'role:employee')`);
    const name = (until: string, by = recruiter) => nameHiringManager(opened.db, by, { openingId: JOB, userId: holder.userId, until }, clock);
    for (const until of ["2026-11-21", "2028-01-01"]) await expect(name(until)).rejects.toEqual(code("request/invalid"));
    await expect(name("2026-12-24", await actor("boss", ["admin", "reviewer"]))).rejects.toEqual(code("policy/forbidden"));
    await name("2026-11-22");
    const openings = async () => (await findRelations(opened.db, system, { userId: holder.userId, at: new Date(clock.now()) })).openings;
    expect(await openings()).toEqual([JOB]);
    clock.advance(15 * 3_600_000);
    expect(await openings()).toEqual([]);
  });

  test("learning and development: for groups that exist, once, and ended", async () => {
    const [lead, trainer] = [await actor("lead", ["hr_lead"]), await actor("trainer")];
    await seed();
    const group = { kind: "site" as const, name: "Leeds" };
    await expect(nameLearningPartner(opened.db, lead, { userId: trainer.userId, group: { kind: "site", name: "Mars" } }, clock)).rejects.toEqual(code("request/invalid"));
    await nameLearningPartner(opened.db, lead, { userId: trainer.userId, group }, clock);
    await nameLearningPartner(opened.db, lead, { userId: trainer.userId, group }, clock);
    const relations = await findRelations(opened.db, system, { userId: trainer.userId, at: new Date(clock.now()) });
    expect((await viewDirectory(opened.db, { ...trainer, relations }, clock)).people).toHaveLength(3);
    await stopLearningPartner(opened.db, lead, { userId: trainer.userId, group });
    await expect(viewDirectory(opened.db, trainer, clock)).rejects.toEqual(code("policy/forbidden"));
    expect((await facts()).map((line) => line.action)).toEqual(["relation.granted", "relation.ended"]);
  });
});

describe("a person who leaves", () => {
  const leave = async () => {
    const [lead, lin] = [await actor("lead", ["hr_lead"]), await actor("lin", ["recruiter"])];
    await addEmployees(opened.db, system, [{ id: "e1", userId: lin.userId, name: "lin", email: "lin@example.test", title: "Lead", department: "Works", site: "Leeds", contract: "permanent", language: "en", startedOn: "2020-01-02" }, { id: "e2", managerId: "e1", name: "ada", email: "ada@example.test", title: "Welder", department: "Works", site: "Leeds", contract: "permanent", language: "en", startedOn: "2020-01-02" }]);
    await nameLearningPartner(opened.db, lead, { userId: lin.userId, group: { kind: "company", name: "" } }, clock);
    await addIdentity(opened.db, system, { issuer: "https://i.example", subject: "s", userId: lin.userId, at: new Date(clock.now()) });
    return { lead, lin };
  };

  test("everything that let them in is gone at the next request; the address is free; what stays is said first", async () => {
    const { lead, lin } = await leave();
    const admin = await actor("admin", ["admin"]);
    const { token: link } = await createPasswordLink(opened.db, admin, { userId: lin.userId }, clock);
    const account = await findSessionAccount(opened.db, system, lin.userId);
    if (!account) throw new Error("no account");
    const session = await encodeSession(claimsFor(account, clock.now()), authSecret);
    const resolve = () => resolveSession({ db: opened.db, clock, authSecret, companySignIn: null }, session);
    expect(await resolve()).not.toBeNull();
    expect(await previewRemoval(opened.db, lead, lin.userId, clock)).toEqual({ name: "lin", reports: 1, chats: 0, documents: 0, relations: 1, done: false });
    expect(await removePerson(opened.db, lead, lin.userId, clock)).toMatchObject({ reports: 1, done: true });
    expect(await resolve()).toBeNull();
    expect(await findSessionAccount(opened.db, system, lin.userId)).toMatchObject({ disabled: true, hasPassword: false, roles: ["employee"], name: "lin" });
    expect(await findAccountByEmail(opened.db, system, "lin@example.test")).toBeNull();
    expect(await findLinkedUser(opened.db, system, { issuer: "https://i.example", subject: "s" })).toBeNull();
    await expect(examineInvitation({ db: opened.db, clock }, { token: link, address: null })).rejects.toEqual(code("auth/link-invalid"));
    expect(await findRelations(opened.db, system, { userId: lin.userId, at: new Date(clock.now()) })).toEqual({ employeeId: null, reports: [], openings: [], learning: [] });
    expect((await listDirectory(opened.db, system, { left: true })).map(({ id, leftOn, managerPresent }) => ({ id, leftOn, managerPresent }))).toEqual([{ id: "e2", leftOn: null, managerPresent: false }, { id: "e1", leftOn: "2026-11-22", managerPresent: false }]);
    expect((await facts()).at(-1)).toMatchObject({ action: "account.removed", objectId: lin.userId, reports: 1 });
  });

  test("they don't come back by being enabled, only as someone new by invitation", async () => {
    const { lead, lin } = await leave();
    const admin = await actor("admin", ["admin"]);
    await removePerson(opened.db, lead, lin.userId, clock);
    await expect(updateUser(opened.db, admin, { id: lin.userId, change: { disabled: false } })).rejects.toEqual(code("request/not-found"));
    await expect(removePerson(opened.db, lead, lin.userId, clock)).rejects.toEqual(code("request/not-found"));
    expect((await createInvitation(opened.db, admin, { email: "lin@example.test", roles: [] }, clock)).invitation.email).toBe("lin@example.test");
  });

  test("nobody removes themselves or the last administrator, and only HR leads and administrators remove", async () => {
    const { lead, lin } = await leave();
    const admin = await actor("admin", ["admin"]);
    await expect(removePerson(opened.db, lead, lead.userId, clock)).rejects.toEqual(code("request/conflict"));
    await expect(removePerson(opened.db, lead, admin.userId, clock)).rejects.toEqual(code("request/conflict"));
    await expect(removePerson(opened.db, lin, lead.userId, clock)).rejects.toEqual(code("policy/forbidden"));
    expect(await findSessionAccount(opened.db, system, admin.userId)).toMatchObject({ disabled: false, removedAt: null });
  });
});

test("an administrator gives nobody's HR role to themselves; a second one can, and it stands in the log", async () => {
  const [admin, second] = [await actor("admin", ["admin"]), await actor("second", ["admin"])];
  for (const role of ["recruiter", "reviewer", "hr_lead"] as const) {
    await expect(updateUser(opened.db, admin, { id: admin.userId, change: { roles: ["admin", role] } })).rejects.toEqual(code("request/conflict"));
  }
  await updateUser(opened.db, second, { id: admin.userId, change: { roles: ["admin", "hr_lead"] } });
  expect(await facts()).toMatchObject([{ action: "account.changed", objectId: admin.userId, roles: ["employee", "admin", "hr_lead"] }]);
  await updateAccount(opened.db, system, { id: admin.userId, change: { roles: ["admin"] } });
});

test("an account that an administrator makes is the one of whoever has that address in the directory", async () => {
  const admin = await actor("admin", ["admin"]);
  await seed();
  const made = await createUser(opened.db, admin, { email: "Lin@example.test", name: "Lin", roles: ["employee"], password: "nine quiet herons" });
  const people = await listDirectory(opened.db, system, {});
  expect(people.map(({ id, userId }) => [id, userId]).sort()).toEqual([["ada", null], ["boss", null], ["lin", made.id]]);
});
