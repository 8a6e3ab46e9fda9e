/**
 * @file Removing the demo, on every database: every table of the schema is looked at, whoever added it; what is the company's own
 * stays.
 */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, OpenDatabase } from "../../../../db/client";
import { DEMO_REACH } from "../../../../db/queries/demo-reach";
import { getSetting, putSetting } from "../../../../db/queries/settings";
import { rowsOf } from "../../../../db/rows-of";
import * as schema from "../../../../db/schema";
import { DEMO, makeWorlds, OWN, rowsOfWorld, worldTables } from "../../../../db/testing/two-worlds";
import { emptyDatabase, eq, schemaTables } from "../../../../db/testing/database";
import { demoRemoval } from "../../../contracts/setup";
import { parseEnv } from "../../../config/env";
import { dataPaths, type DataPaths } from "../../../config/paths";
import { systemScope } from "../../../core/scope";
import type { ConversationId, DocumentId, MessageId, UserId } from "../../../core/types";
import type { Services } from "../../services";
import { createFileStore } from "../../ingest/file-store";
import { demoContents, removeDemo } from "./remove-demo";

const scope = systemScope("test");
const ADDED = "0190c3f1-0000-7000-8000-0000000000ad" as DocumentId;
const COMPANY = "Veldermere Lockworks";

/** @param open gives a migrated, empty database whose user may set triggers aside; closed after the suite */
export function demoRemovalContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`removing the demo, ${name}`, () => {
    let opened: OpenDatabase | undefined;
    let db: Database;
    let dataDir: string;
    let paths: DataPaths;
    beforeAll(async () => {
      opened = await open();
      db = opened.db;
      dataDir = await mkdtemp(path.join(tmpdir(), "cadre-demo-"));
      paths = dataPaths(dataDir);
    });
    beforeEach(async () => {
      await emptyDatabase(db);
      await rm(paths.files, { recursive: true, force: true });
    });
    afterAll(async () => {
      await opened?.close();
      if (dataDir) await rm(dataDir, { recursive: true, force: true });
    });

    /** Everything but the database and the files is small here; the end-to-end story removes a real demo company. */
    function servicesOver(passages = new Map<string, string>()) {
      const knowledge = {
        passagesOf: (id: string) => [...passages.keys()].filter((key) => key === id),
        retrieve: (query: string) => Promise.resolve({ passages: [...passages.values()].filter((text) => text.includes(query)).map((text) => ({ passage: { text } })) }),
      };
      const ignored = () => undefined;
      return {
        db,
        paths,
        env: parseEnv({}),
        encoder: { version: "any" },
        files: createFileStore(paths.files),
        dispatcher: { cancel: ignored },
        events: { publish: ignored },
        vectors: { dropSnapshot: () => Promise.resolve() },
        readSide: { knowledge, remove: (id: string) => passages.delete(id) },
      } as unknown as Services;
    }

    const isDemoSet = () => putSetting(db, scope, { key: "demo", value: "1" });

    test("every table of the schema says what becomes of its rows", () => {
      expect(Object.keys(DEMO_REACH).sort()).toEqual(schemaTables().sort());
    });

    test("what is said to fall with a root does, by a reference that deletes it", async () => {
      const references = rowsOf<{ from: string; to: string }>(
        await db.execute(`select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint c where contype = 'f' and confdeltype = 'c' and (select attnotnull from pg_attribute a where a.attrelid = conrelid and a.attnum = conkey[1])`),
      );
      const falls = Object.entries(DEMO_REACH).filter(([, reach]) => reach === "falls").map(([table]) => table);
      const without = falls.filter((table) => !references.some(({ from, to }) => from === table && ["mark", "falls", "rule"].some((reach) => DEMO_REACH[to] === reach)));
      expect(without).toEqual([]);
    });

    test("two companies in every table: the demo's rows go, the own ones stay, and the report has looked", async () => {
      await makeWorlds(db);
      await isDemoSet();
      const tables = await worldTables(db);
      const files = createFileStore(paths.files);
      const [demoFile, ownFile] = [await files.put(Buffer.from("demo")), await files.put(Buffer.from("own"))];
      await db.update(schema.documents).set({ sha256: demoFile }).where(eq(schema.documents.id, DEMO as DocumentId));
      await db.update(schema.documents).set({ sha256: ownFile }).where(eq(schema.documents.id, OWN as DocumentId));
      await db.update(schema.chunks).set({ text: "The lock keeper of Veldermere opens the gate at six. Yes." }).where(eq(schema.chunks.id, DEMO as never));
      await db.update(schema.documents).set({ status: "ready" });
      await writeFile(path.join(dataDir, "setup.json"), "{}");

      expect(await demoContents(servicesOver())).toMatchObject({ documents: 1, addedDocuments: 0, accounts: 1, people: 1, chats: 2 });
      const report = demoRemoval.parse(await removeDemo(servicesOver(new Map([[DEMO, "The lock keeper of Veldermere opens the gate at six. Yes."]])), scope, COMPANY));

      expect(report).toMatchObject({ clean: true, files: { removed: 1, orphans: 0 }, searches: { asked: 1, found: 0 }, passagesLeft: 0 });
      expect(report.tables.map(({ table }) => table).sort()).toEqual([...tables, "audit_events", "audit_head"].sort());
      const seen = await Promise.all(tables.map(async (table) => [table, await rowsOfWorld(db, table, DEMO), await rowsOfWorld(db, table, OWN)] as const));
      expect(seen.filter(([, demo]) => demo > 0)).toEqual([]);
      expect(seen.filter(([, , own]) => own === 0).map(([table]) => table).sort()).toEqual([...Object.keys(DEMO_REACH).filter((table) => DEMO_REACH[table] === "all"), "settings"].sort());
      expect(await readdir(paths.files)).toEqual([ownFile]);
      expect(await readdir(dataDir)).not.toContain("setup.json");
      expect(report.auditLines).toBeGreaterThan(0);
      expect(await getSetting(db, scope, "demo")).toBe("0");
    });

    test("what hangs on the demo without its mark goes too: files added with demo accounts, chats that quote it, links that it made", async () => {
      await makeWorlds(db);
      await isDemoSet();
      await db.insert(schema.documents).values({ id: ADDED, kind: "policy", source: "a.md", title: "A", mediaType: "text/markdown", sha256: "a", sizeBytes: 1, status: "ready", uploadedBy: DEMO as UserId });
      await db.update(schema.documentVersions).set({ formerId: DEMO as DocumentId });
      await db.update(schema.invitations).set({ createdBy: DEMO as UserId });
      await db.update(schema.employees).set({ managerId: DEMO });
      await db.insert(schema.conversations).values({ id: "kept" as ConversationId, userId: OWN as UserId, title: "t" });
      await db.insert(schema.messages).values({ id: "kept" as MessageId, conversationId: "kept" as ConversationId, role: "assistant", text: "", state: "complete" });
      await db.update(schema.messages).set({ retrieved: [{ documentId: DEMO }] as never }).where(eq(schema.messages.id, OWN as MessageId));
      expect(await demoContents(servicesOver())).toMatchObject({ documents: 2, addedDocuments: 1 });

      const report = await removeDemo(servicesOver(), scope, COMPANY);
      expect(report.tables.filter(({ left }) => left > 0)).toEqual([]);
      expect((await db.select().from(schema.documents)).map(({ id }) => id)).toEqual([OWN]);
      expect((await db.select().from(schema.conversations)).map(({ id }) => id)).toEqual(["kept"]);
      expect(await db.$count(schema.invitations, eq(schema.invitations.createdBy, DEMO as UserId))).toBe(0);
      expect((await db.select().from(schema.employees)).map(({ managerId }) => managerId)).toEqual([null]);
    });

    test("nobody is locked out: without an own administrator there is a link for one", async () => {
      await isDemoSet();
      expect((await removeDemo(servicesOver(), scope, COMPANY)).firstAdmin?.link).toMatch(/\/invitation#/);
      await db.insert(schema.users).values({ id: OWN as UserId, email: "it@example.org", name: "Own Admin", passwordHash: "x", roles: ["admin"] });
      await isDemoSet();
      expect((await removeDemo(servicesOver(), scope, COMPANY)).firstAdmin).toBeNull();
    });

    test("a trace that is left is told, not hidden", async () => {
      await isDemoSet();
      await makeWorlds(db);
      const passages = new Map([["elsewhere", "The lock keeper of Veldermere opens the gate at six."]]);
      await db.update(schema.documents).set({ status: "ready" });
      await db.update(schema.chunks).set({ text: "The lock keeper of Veldermere opens the gate at six." });
      await db.update(schema.watchedFiles).set({ documentId: null, error: DEMO }).where(eq(schema.watchedFiles.id, OWN));
      const report = await removeDemo(servicesOver(passages), scope, COMPANY);
      expect(report.clean).toBe(false);
      expect(report.searches).toEqual({ asked: 1, found: 1 });
      expect(report.tables.filter(({ left }) => left > 0).map(({ table }) => table)).toContain("watched_files");
    });

    test("without the company's name, or without a demo, nothing happens", async () => {
      await isDemoSet();
      await expect(removeDemo(servicesOver(), scope, "veldermere")).rejects.toMatchObject({ code: "request/invalid" });
      await putSetting(db, scope, { key: "demo", value: "0" });
      await expect(removeDemo(servicesOver(), scope, COMPANY)).rejects.toMatchObject({ code: "request/conflict" });
    });
  });
}
