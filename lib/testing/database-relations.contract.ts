/** @file Relations in the database: what one stands for now, whom one sees in the directory, and what relations open. */
import { describe, expect, test } from "vitest";
import type { Database } from "../../db/client";
import { addEmployees, listDirectory, type NewEmployee } from "../../db/queries/employees";
import { readableDocuments } from "../../db/queries/readable";
import { addLearningPartner, findRelations, listHiringManagers, putHiringManager } from "../../db/queries/relations";
import { documentAcl, documents } from "../../db/schema";
import { scopeOf, systemScope } from "../core/scope";
import { DOCUMENT_KINDS, type DocumentId, type Principal, type Role } from "../core/types";
import { canReadDocument } from "../server/policy";
import { addPerson, type TestPerson } from "./accounts";

const system = systemScope("test");
const NOW = new Date(Date.UTC(2026, 10, 22));
const LATER = new Date(Date.UTC(2026, 11, 1));

const employee = (id: string, more: Partial<NewEmployee> = {}): NewEmployee => ({ id, name: `Name ${id}`, email: `${id}@example.test`, title: "Welder", department: "Works", site: "Leeds", contract: "apprentice", language: "en", startedOn: "2020-01-02", ...more });

async function addDocument(db: Database, id: string, kind: (typeof DOCUMENT_KINDS)[number], acl: readonly Principal[]): Promise<DocumentId> {
  await db.insert(documents).values({ id: id as DocumentId, kind, status: "ready", source: "a.md", title: id, mediaType: "text/markdown", sha256: "0", sizeBytes: 1 });
  if (acl.length > 0) await db.insert(documentAcl).values(acl.map((principal) => ({ documentId: id as DocumentId, principal })));
  return id as DocumentId;
}

export function relationsContract(db: () => Database): void {
  const relationsOf = (person: TestPerson, at = NOW) => findRelations(db(), system, { userId: person.account.id, at });
  const scopeWith = async (person: TestPerson, roles: readonly Role[] = person.account.roles) => scopeOf({ userId: person.account.id, roles, relations: await relationsOf(person) });

  describe("relations", () => {
    test("a person's own: direct reports who are here, openings that have not lapsed, groups", async () => {
      const [boss, lin, lead] = [await addPerson(db(), "boss"), await addPerson(db(), "lin"), await addPerson(db(), "lead", ["hr_lead"])];
      await addEmployees(db(), system, [employee("e-boss", { userId: boss.account.id }), employee("e-lin", { userId: lin.account.id, managerId: "e-boss" }), employee("e-gone", { managerId: "e-boss", leftOn: "2025-01-01" }), employee("e-below", { managerId: "e-lin" })]);
      const opening = await addDocument(db(), "job-1", "job", ["role:employee"]);
      await putHiringManager(db(), lead.scope, { openingId: opening, userId: boss.account.id, at: NOW, expiresAt: LATER });
      await addLearningPartner(db(), lead.scope, { userId: boss.account.id, group: { kind: "site", name: "Leeds" }, at: NOW });
      await addLearningPartner(db(), lead.scope, { userId: boss.account.id, group: { kind: "company", name: "" }, at: NOW });
      expect(await relationsOf(boss)).toEqual({ employeeId: "e-boss", reports: ["e-lin"], openings: ["job-1"], learning: [{ kind: "company", name: "" }, { kind: "site", name: "Leeds" }] });
      expect((await relationsOf(boss, LATER)).openings).toEqual([]);
      expect(await relationsOf(lead)).toEqual({ employeeId: null, reports: [], openings: [], learning: [] });
      expect((await relationsOf(lin)).reports).toEqual(["e-below"]);
    });

    test("the directory: HR leads see everything, recruiters and administrators no terms of employment, managers and learning partners their own, others nobody", async () => {
      const people = { boss: await addPerson(db(), "boss"), trainer: await addPerson(db(), "trainer"), other: await addPerson(db(), "other", ["reviewer"]), recruiter: await addPerson(db(), "recruiter", ["recruiter"]), admin: await addPerson(db(), "admin", ["admin"]), lead: await addPerson(db(), "lead", ["hr_lead"]) };
      await addEmployees(db(), system, [employee("e1", { userId: people.boss.account.id }), employee("e2", { managerId: "e1" }), employee("e3", { site: "Suzhou" })]);
      await addLearningPartner(db(), people.lead.scope, { userId: people.trainer.account.id, group: { kind: "site", name: "Suzhou" }, at: NOW });
      const seen = async (person: TestPerson) => (await listDirectory(db(), person.scope, { relations: await relationsOf(person) })).map((row) => `${row.id} ${row.contract}`);
      expect(await seen(people.lead)).toEqual(["e1 apprentice", "e2 apprentice", "e3 apprentice"]);
      expect(await seen(people.admin)).toEqual(["e1 ", "e2 ", "e3 "]);
      expect(await seen(people.recruiter)).toEqual(["e1 ", "e2 ", "e3 "]);
      expect(await seen(people.boss)).toEqual(["e2 "]);
      expect(await seen(people.trainer)).toEqual(["e3 "]);
      expect(await seen(people.other)).toEqual([]);
    });

    test("SQL and predicate agree on documents that name relations; only a shared opening opens a résumé without a role", async () => {
      const [holder, stranger, lead] = [await addPerson(db(), "holder"), await addPerson(db(), "stranger"), await addPerson(db(), "lead", ["hr_lead"])];
      await addEmployees(db(), system, [employee("e1", { userId: holder.account.id }), employee("e2", { managerId: "e1" })]);
      const opening = await addDocument(db(), "shared-1", "job", ["role:hr_lead"]);
      await putHiringManager(db(), lead.scope, { openingId: opening, userId: holder.account.id, at: NOW, expiresAt: LATER });
      const names: readonly Principal[] = ["role:employee", "role:admin", "opening:shared-1", "opening:shared-2", "manager-of:e2", "manager-of:e9"];
      const cases = DOCUMENT_KINDS.flatMap((kind) => Array.from({ length: 2 ** names.length }, (_, mask) => ({ id: `${kind}-${mask}`, kind, acl: names.filter((_name, i) => (mask >> i) & 1) })));
      await db().insert(documents).values(cases.map(({ id, kind }) => ({ id: id as DocumentId, kind, status: "ready" as const, source: "a", title: "a", mediaType: "text/plain", sha256: "0", sizeBytes: 1 })));
      await db().insert(documentAcl).values(cases.flatMap(({ id, acl }) => acl.map((principal) => ({ documentId: id as DocumentId, principal }))));
      for (const scope of [await scopeWith(holder), await scopeWith(holder, ["admin"]), await scopeWith(stranger), await scopeWith(stranger, ["recruiter"])]) {
        const rows = await db().select({ id: documents.id }).from(documents).where(readableDocuments(scope));
        const readable = cases.filter((document) => canReadDocument(scope, document)).map((document) => document.id);
        expect(rows.map((row) => row.id as string).filter((id) => id !== "shared-1").sort()).toEqual(readable.sort());
      }
      const resumes = cases.filter((document) => document.kind === "resume");
      const holderScope = await scopeWith(holder, ["admin"]);
      for (const document of resumes) expect(canReadDocument(holderScope, document), document.acl.join()).toBe(document.acl.includes("opening:shared-1"));
    });

    test("hiring managers are named for openings that the namer may read, and shown to whoever reads these", async () => {
      const [recruiter, holder] = [await addPerson(db(), "recruiter", ["recruiter"]), await addPerson(db(), "holder")];
      const closed = await addDocument(db(), "job-closed", "job", ["role:hr_lead"]);
      const grant = { userId: holder.account.id, at: NOW, expiresAt: LATER };
      await expect(putHiringManager(db(), recruiter.scope, { ...grant, openingId: closed })).rejects.toMatchObject({ code: "request/not-found" });
      const open = await addDocument(db(), "job-open", "job", ["role:employee"]);
      await putHiringManager(db(), recruiter.scope, { ...grant, openingId: open });
      await putHiringManager(db(), recruiter.scope, { ...grant, openingId: open, expiresAt: new Date(LATER.getTime() + 1000) });
      expect(await listHiringManagers(db(), recruiter.scope, NOW)).toMatchObject([{ openingId: "job-open", name: "holder" }]);
      expect(await listHiringManagers(db(), recruiter.scope, new Date(LATER.getTime() + 1000))).toEqual([]);
    });
  });
}
