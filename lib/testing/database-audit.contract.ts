/** @file The audit log on a real database: one chain under concurrency, append-only, tampering found, read by few. */
import { describe, expect, test } from "vitest";
import type { Database } from "../../db/client";
import { appendAuditLine, countAuditLines, findAuditHead, findDocumentsTitled, listAuditLines, listAuditLinesForward, listAuditPeople, resolveAuditNames, type NewAuditLine } from "../../db/queries/audit";
import { auditEvents, auditHead, documentAcl, documents, users } from "../../db/schema";
import { eq, withoutAuditTriggers } from "../../db/testing/database";
import type { AuditEvent } from "../contracts/audit";
import { GENESIS_HASH, hashAuditLine } from "../core/audit-chain";
import { systemScope } from "../core/scope";
import { ROLES, type DocumentId, type DocumentKind, type Principal } from "../core/types";
import { verifyAuditLog } from "../server/audit/verify";
import { addPerson } from "./accounts";

const system = systemScope("test");
const BASE = Date.parse("2026-03-04T05:06:07.089Z");
const event = (id: string | null, extra: Partial<AuditEvent> = {}): AuditEvent => ({ action: "document.opened", object: { kind: "document", id }, facts: { kind: "resume" }, ...extra }) as AuditEvent;

export function auditContract(db: () => Database): void {
  const append = (id: string | null, line: Partial<NewAuditLine> = {}) =>
    appendAuditLine(db(), system, { at: new Date(BASE), actor: { type: "person", id: "u-ada", roles: ["employee", "recruiter"] }, address: "192.0.2.0/24", event: event(id), ...line });
  const fill = async (n: number) => {
    for (let i = 1; i <= n; i++) await append(`d${i}`, { at: new Date(BASE + i) });
  };
  const lines = () => listAuditLinesForward(db(), system, {}, { after: 0, last: 1e9, limit: 1000 });
  const tamper = (work: (tx: Database) => Promise<unknown>) => withoutAuditTriggers(db(), async (tx) => void (await work(tx)));
  const faults = async (expected?: { seq: number; hash: string }) => (await verifyAuditLog(db(), expected)).faults.map(({ kind, first, last }) => `${kind} ${first === last ? first : `${first}-${last}`}`);
  const set = (seq: number, change: Partial<typeof auditEvents.$inferInsert>) => tamper((tx) => tx.update(auditEvents).set(change).where(eq(auditEvents.seq, seq)));
  const remove = (where: string) => tamper((tx) => tx.execute(`delete from audit_events where ${where}`));

  describe("audit log: the chain", () => {
    test("a line comes back as it went in, to the millisecond, and its hash is that of all it says", async () => {
      const at = await append("d1");
      const second = await append(null, { actor: { type: "system", id: "cadre ingest" }, address: null, event: { action: "document.added", object: { kind: "document", id: "d2" }, facts: { sizeBytes: 12, kind: "policy", replaces: null } } });
      const [first, other] = await lines();
      expect(first).toEqual({ seq: 1, at: "2026-03-04T05:06:07.089Z", actor: { type: "person", id: "u-ada", roles: ["employee", "recruiter"] }, action: "document.opened", object: { kind: "document", id: "d1" }, facts: { kind: "resume" }, address: "192.0.2.0/24", previousHash: GENESIS_HASH, hash: at.hash });
      expect(other).toMatchObject({ seq: 2, previousHash: at.hash, hash: second.hash, actor: { type: "system", id: "cadre ingest", roles: [] }, facts: { sizeBytes: 12, kind: "policy", replaces: null } });
      expect(first && hashAuditLine(first)).toBe(at.hash);
      expect(await findAuditHead(db())).toEqual({ seq: 2, hash: second.hash });
      expect(await verifyAuditLog(db())).toEqual({ ok: true, lines: 2, head: { seq: 2, hash: second.hash }, faults: [], more: 0 });
    });

    test("an empty log is sound", async () => {
      expect(await verifyAuditLog(db())).toEqual({ ok: true, lines: 0, head: { seq: 0, hash: GENESIS_HASH }, faults: [], more: 0 });
    });

    test("writers that come at the same time keep one chain without a gap", async () => {
      // Fewer at once than a pool has connections: waiting for one has a time limit of its own.
      for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 8 }, (_, i) => append(`d${round * 8 + i}`)));
      const all = await lines();
      expect(all.map((line) => line.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      expect(new Set(all.map((line) => line.object.id)).size).toBe(40);
      expect(await verifyAuditLog(db())).toMatchObject({ ok: true, lines: 40 });
    });

    test("a line belongs to its transaction: rolled back together, and the next one takes its place", async () => {
      await append("d1");
      const failed = db().transaction(async (tx) => {
        await appendAuditLine(tx, system, { at: new Date(BASE), actor: { type: "nobody" }, address: null, event: event("gone") });
        throw new Error("changed my mind");
      });
      await expect(failed).rejects.toThrow("changed my mind");
      expect(await append("d2")).toMatchObject({ seq: 2 });
      expect((await lines()).map((line) => line.object.id)).toEqual(["d1", "d2"]);
      expect(await faults()).toEqual([]);
    });

    test("facts that are not of the action's form are refused and nothing is written", async () => {
      const name = { ...event("d1"), facts: { kind: "resume", name: "Ada Lovelace" } } as unknown as AuditEvent;
      await expect(append("d1", { event: name })).rejects.toThrow(/name/);
      const text = { action: "document.added", object: { kind: "document", id: "d1" }, facts: { kind: "policy", sizeBytes: 1, replaces: "see page 4, salary" } } as AuditEvent;
      await expect(append("d1", { event: text })).rejects.toThrow();
      expect(await lines()).toEqual([]);
    });

    test("the database itself refuses to change, delete, empty, skip or fork", async () => {
      await fill(2);
      const refused = { cause: expect.objectContaining({ message: expect.stringMatching(/audit log/) as string }) as Error };
      await expect(db().update(auditEvents).set({ address: null })).rejects.toMatchObject(refused);
      await expect(db().delete(auditEvents).where(eq(auditEvents.seq, 2))).rejects.toMatchObject(refused);
      await expect(db().execute("truncate audit_events")).rejects.toMatchObject(refused);
      await expect(db().delete(auditHead)).rejects.toMatchObject(refused);
      await expect(db().execute("truncate audit_head")).rejects.toMatchObject(refused);
      await expect(db().update(auditHead).set({ seq: 1 })).rejects.toMatchObject(refused);
      await expect(db().update(auditHead).set({ seq: 4 })).rejects.toMatchObject(refused);
      const [last] = (await db().select().from(auditEvents).where(eq(auditEvents.seq, 2))) as [typeof auditEvents.$inferSelect];
      await expect(db().insert(auditEvents).values({ ...last, seq: 4 })).rejects.toMatchObject(refused);
      await expect(db().insert(auditEvents).values({ ...last, seq: 3 })).rejects.toMatchObject(refused);
      expect(await verifyAuditLog(db())).toMatchObject({ ok: true, lines: 2 });
    });
  });

  describe("audit log: tampering is found and named", () => {
    test("every field of a line is under its hash", async () => {
      await fill(6);
      const changes: Partial<typeof auditEvents.$inferInsert>[] = [
        { at: new Date(BASE + 3 + 1) }, { actorId: "u-omar" }, { actorType: "system" }, { actorRoles: ["employee"] }, { action: "document.deleted" }, { objectId: "d9" },
        { objectKind: "account" }, { facts: { kind: "policy" } }, { address: null }, { previousHash: "0".repeat(64) }, { hash: "f".repeat(64) },
      ];
      const [original] = await db().select().from(auditEvents).where(eq(auditEvents.seq, 3));
      for (const change of changes) {
        await set(3, change);
        expect(await faults(), JSON.stringify(change)).toEqual(["changed 3"]);
        if (original) await set(3, original);
      }
      expect(await faults()).toEqual([]);
    });

    test("a line that was rewritten with a fitting hash no longer fits the next one, or the head", async () => {
      await fill(5);
      for (const seq of [2, 5]) {
        const line = (await lines())[seq - 1];
        if (!line) throw new Error("no line");
        const forged = { ...line, actor: { ...line.actor, id: "u-omar" } };
        await set(seq, { actorId: "u-omar", hash: hashAuditLine(forged) });
      }
      expect(await faults()).toEqual(["changed 2", "changed 5"]);
    });

    test("removed: at the start, in the middle, several; cut off at the end", async () => {
      await fill(12);
      await remove("seq in (1, 5, 6, 9)");
      expect(await faults()).toEqual(["removed 1", "removed 5-6", "removed 9"]);
      await remove("seq > 10");
      expect(await faults()).toEqual(["removed 1", "removed 5-6", "removed 9", "truncated 11-12"]);
      await remove("true");
      expect(await faults()).toEqual(["truncated 1-12"]);
    });

    test("reordered", async () => {
      await fill(8);
      for (const [from, to] of [[3, -3], [4, 3], [-3, 4]] as const) await set(from, { seq: to });
      expect(await faults()).toEqual(["moved 3", "moved 4"]);
    });

    test("a line taken out and the rest renumbered: which one is missing", async () => {
      await fill(8);
      await remove("seq = 3");
      for (let seq = 4; seq <= 8; seq++) await set(seq, { seq: seq - 1 });
      expect(await faults()).toEqual(["moved 3", "removed 3", "moved 4", "moved 5", "moved 6", "moved 7"]);
    });

    test("added behind the head, a lost head, a head set back", async () => {
      await fill(4);
      const [last] = await db().select().from(auditEvents).where(eq(auditEvents.seq, 4));
      if (!last) throw new Error("no line");
      const forged = { ...last, seq: 5, previousHash: last.hash };
      await tamper((tx) => tx.insert(auditEvents).values(forged));
      expect(await faults()).toEqual(["added 5"]);
      await tamper((tx) => tx.update(auditHead).set({ seq: 2 }));
      expect(await faults()).toEqual(["changed 2", "added 3", "added 4", "added 5"]);
      await tamper((tx) => tx.delete(auditHead));
      expect((await faults())[0]).toBe("head 0");
      await expect(append("d9")).rejects.toMatchObject({ code: "data/unavailable", message: expect.stringContaining("cadre audit verify") as string });
    });

    test("a log rewritten as a whole is found by a head that was kept elsewhere", async () => {
      await fill(3);
      const kept = await findAuditHead(db());
      if (!kept) throw new Error("no head");
      await append("d4");
      expect(await faults(kept)).toEqual([]);
      await tamper(async (tx) => {
        await tx.execute("truncate audit_events, audit_head");
        await tx.insert(auditHead).values({ id: 1, seq: 0, hash: GENESIS_HASH });
      });
      expect(await faults()).toEqual([]);
      expect(await faults(kept)).toEqual(["not-as-expected 3"]);
      await fill(4);
      await append("other");
      expect(await faults()).toEqual([]);
      expect(await faults({ ...kept, hash: "e".repeat(64) })).toEqual(["not-as-expected 3"]);
    });

    test("more faults than are listed are counted; long logs are read in pages", async () => {
      await tamper(async (tx) => {
        await tx.execute(`insert into audit_events (seq, at, actor_type, actor_roles, action, object_kind, facts, previous_hash, hash)
          select n, now(), 'nobody', '{}', 'document.opened', 'document', '{}', '${GENESIS_HASH}', '${GENESIS_HASH}' from generate_series(1, 1200) as n`);
        await tx.update(auditHead).set({ seq: 1_200 });
      });
      const report = await verifyAuditLog(db());
      expect(report).toMatchObject({ ok: false, lines: 1_200, more: 1_100 });
      expect(report.faults).toHaveLength(100);
    });
  });

  describe("audit log: reading", () => {
    async function addDocument(id: string, kind: DocumentKind, acl: readonly Principal[], words: { title: string; personName?: string }) {
      await db().insert(documents).values({ id: id as DocumentId, kind, source: `${id}.md`, mediaType: "text/markdown", sha256: "0", sizeBytes: 1, status: "ready", ...words });
      await db().insert(documentAcl).values(acl.map((principal) => ({ documentId: id as DocumentId, principal })));
    }

    test("an hr_lead reads all, an admin the lines about accounts, nobody else any", async () => {
      await append("d1");
      await append("u-ada", { event: { action: "account.signed-in", object: { kind: "account", id: "u-ada" }, facts: {} } });
      for (const role of ROLES) {
        const { scope } = await addPerson(db(), role, [role]);
        const attempts = [() => listAuditLines(db(), scope, {}, { limit: 9 }), () => countAuditLines(db(), scope), () => listAuditPeople(db(), scope), () => listAuditLinesForward(db(), scope, {}, { after: 0, last: 9, limit: 9 }), () => resolveAuditNames(db(), scope, { accounts: [], documents: [] })];
        if (role === "hr_lead") expect((await listAuditLines(db(), scope, {}, { limit: 9 })).map((line) => line.seq)).toEqual([2, 1]);
        else if (role === "admin") expect((await listAuditLines(db(), scope, {}, { limit: 9 })).map((line) => line.object.kind)).toEqual(["account"]);
        else for (const attempt of attempts) await expect(attempt(), role).rejects.toMatchObject({ code: "policy/forbidden" });
      }
    });

    test("filters by person, action or group, document (also listed ones) and time; pages by number", async () => {
      await fill(5);
      await append(null, { at: new Date(BASE + 60_000), actor: { type: "person", id: "u-omar", roles: ["recruiter"] }, event: { action: "candidates.searched", object: { kind: "document", id: null }, facts: { shown: 2, documents: ["d2", "d9"], place: "chat" } } });
      const seqs = async (filter: Parameters<typeof listAuditLines>[2], page = { limit: 10 }) => (await listAuditLines(db(), system, filter, page)).map((line) => line.seq);
      expect(await seqs({ person: "u-omar" })).toEqual([6]);
      expect(await seqs({ action: "candidates" })).toEqual([6]);
      expect(await seqs({ action: "document.opened" })).toEqual([5, 4, 3, 2, 1]);
      expect(await seqs({ action: "docu" })).toEqual([]);
      expect(await seqs({ action: "%" })).toEqual([]);
      expect(await seqs({ documents: ["d2"] })).toEqual([6, 2]);
      expect(await seqs({ documents: [] })).toEqual([]);
      expect(await seqs({ from: new Date(BASE + 2), until: new Date(BASE + 4) })).toEqual([3, 2]);
      expect(await seqs({}, { limit: 2, before: 5 } as never)).toEqual([4, 3]);
      expect(await countAuditLines(db(), system, { documents: ["d2"] })).toBe(2);
      expect((await listAuditPeople(db(), system)).sort()).toEqual(["u-ada", "u-omar"]);
    });

    test("names are those of now; the erased have none, and a document that may not be read looks like one that is gone", async () => {
      const lead = await addPerson(db(), "lead", ["hr_lead"]);
      const ada = await addPerson(db(), "ada", ["recruiter"]);
      await addDocument("cv", "resume", ["role:hr_lead"], { title: "cv-2026.pdf", personName: "Noor Visser" });
      await addDocument("closed", "resume", ["user:someone"], { title: "Closed" });
      const ids = { accounts: [ada.account.id, "u-erased"], documents: ["cv", "closed", "deleted"] };
      expect(await resolveAuditNames(db(), lead.scope, ids)).toEqual({ accounts: { [ada.account.id]: "ada" }, documents: { cv: "Noor Visser" } });
      await append("cv", { actor: { type: "person", id: ada.account.id, roles: ["recruiter"] } });
      await db().delete(users).where(eq(users.id, ada.account.id));
      expect((await resolveAuditNames(db(), lead.scope, ids)).accounts).toEqual({});
      const [line] = await lines();
      expect(JSON.stringify(line)).not.toMatch(/ada"|Noor|example\.test/);
      expect(await faults()).toEqual([]);
      expect(await findDocumentsTitled(db(), lead.scope, "noor", 9)).toEqual(["cv"]);
      expect(await findDocumentsTitled(db(), lead.scope, "c%", 9)).toEqual([]);
      expect(await findDocumentsTitled(db(), lead.scope, "clos", 9)).toEqual([]);
    });
  });
}
