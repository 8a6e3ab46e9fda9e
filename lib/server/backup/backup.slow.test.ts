/**
 * @file Backup and restore on disk: of a data folder in use, of one at rest, onto PostgreSQL and back; every refusal,
 * each of which leaves things as they were; and the backup that an upgrade makes. No encoder: restore.slow.test.ts asks.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase, type Database, type OpenDatabase } from "../../../db/client";
import { lockDataFolder } from "../../../db/lock";
import { listMigrations, migrateTo, migrationState } from "../../../db/migration-state";
import { rowsOf } from "../../../db/rows-of";
import { withoutAuditTriggers } from "../../../db/testing/database";
import { fillTables } from "../../../db/testing/fill-tables";
import { dataPaths } from "../../config/paths";
import { AppError, isAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import type { DocumentId } from "../../core/types";
import { findTestPostgres, openTestDatabase } from "../../testing/postgres";
import { verifyAuditLog } from "../audit/verify";
import { checkArchive } from "./archive-reader";
import { openArchive } from "./archive-writer";
import { backupBeforeUpgrade } from "./before-upgrade";
import { findHalfIndexed, openCompany, type Company } from "./company.fixture";
import { createBackup } from "./create-backup";
import { describeLastBackup } from "./last-backup";
import { restoreBackup } from "./restore-backup";
import { requestSnapshot } from "./snapshot-requests";
import { dump, makeBare } from "./transfer.contract";

/** Seconds of work each, more on a busy machine. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let folder = "";
let company: Company;
const silent = () => undefined;
const at = (name: string) => path.join(folder, name);
const backUp = (target: string, databaseUrl?: string) => createBackup({ paths: company.paths, databaseUrl, target, at: new Date(), note: silent });
const restore = (file: string, into: string, databaseUrl?: string) => restoreBackup({ file, paths: dataPaths(into), databaseUrl, note: silent });
const filesBelow = async (root: string) => (existsSync(root) ? (await readdir(root, { recursive: true })).sort() : null);
const refused = async (work: Promise<unknown>) => work.then(() => new Error("it was not refused"), (error: unknown) => error as Error);

/** Every row of the company's, and of the audit log; there one line more for each restore, and each backup in between. */
async function expectSameButRestored(copy: Database, added: readonly string[] = ["company.restored"]): Promise<void> {
  const withoutLog = async (db: Database) => Object.entries(await dump(db)).filter(([name]) => !name.startsWith("audit_"));
  expect(await withoutLog(copy)).toEqual(await withoutLog(company.opened.db));
  const logOf = async (db: Database) => rowsOf<{ action: string; actor_id: string; hash: string }>(await db.execute("select action, actor_id, hash from audit_events order by seq"));
  const [there, here] = [await logOf(copy), await logOf(company.opened.db)];
  expect(here.at(-1), "the backup is in the log that it holds").toMatchObject({ action: "company.backed-up", actor_id: "cadre backup" });
  expect(there.slice(0, here.length)).toEqual(here);
  expect(there.slice(here.length).map((line) => line.action)).toEqual(added);
  expect(await verifyAuditLog(copy)).toMatchObject({ ok: true, lines: there.length });
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadre-backup-"));
  company = await openCompany(at("data"));
  for (const name of ["leave.md", "travel.md", "病假.md"]) await company.addDocument(name);
});
afterAll(async () => {
  await company.close();
  await rm(folder, { recursive: true, force: true });
});

test("backups of a folder in use, while documents come and go, hold no half-indexed document and every original", async () => {
  let working = true;
  let done = 0;
  const coming: DocumentId[] = [];
  const work = (async () => {
    while (working) {
      coming.push(await company.addDocument(`busy-${done}.md`, done % 5 !== 4));
      if (coming.length > 6) await company.removeDocument(coming.shift() as DocumentId);
      done += 1;
    }
  })();
  const outputs = [];
  for (const name of ["busy-1.tar", "busy-2.tar", "busy-3.tar"]) {
    const before = done;
    outputs.push(await backUp(at(name)));
    expect(done, "the server went on meanwhile").toBeGreaterThan(before);
  }
  working = false;
  await work;
  expect(await filesBelow(company.paths.backups)).toEqual([]);
  expect(await filesBelow(company.paths.requests)).toEqual([]);

  for (const output of outputs) {
    expect(output).toMatchObject({ whileServing: true, database: "pglite", warnings: [] });
    const into = `${output.file}.restored`;
    const restored = await restore(output.file, into);
    expect(restored).toMatchObject({ documents: output.documents, originals: output.originals, tables: output.tables, migrated: [] });
    const found = await findHalfIndexed(into);
    expect(found.half).toEqual([]);
    expect(found.documents).toBe(output.documents);
    expect(found.ready).toBeGreaterThanOrEqual(3);
    const originals = await readdir(path.join(into, "files"));
    expect(originals).toHaveLength(output.originals);
    for (const name of originals) expect(sha256(await readFile(path.join(into, "files", name)))).toBe(name);
  }
});

test("round trip onto another PGlite folder: equal rows, equal bytes, the company's own skills; the doctor knows of the backup", async () => {
  await writeFile(company.paths.skills, '[{"name":"lock gate hinges"}]\n');
  const output = await backUp(folder);
  expect(path.basename(output.file)).toMatch(/^cadre-\d{8}-\d{6}\.tar$/);
  expect((await stat(output.file)).mode & 0o077).toBe(0);
  const restored = await restore(output.file, at("copy"));
  const copy = await openDatabase({ dataDir: at("copy") });
  try {
    await expectSameButRestored(copy.db);
  } finally {
    await copy.close();
  }
  expect(await readFile(path.join(at("copy"), "company-skills.json"), "utf8")).toBe('[{"name":"lock gate hinges"}]\n');
  await rm(company.paths.skills);
  for (const name of await readdir(company.paths.files)) expect(await readFile(path.join(at("copy"), "files", name))).toEqual(await readFile(company.files.pathOf(name)));
  expect(await filesBelow(at("copy"))).not.toContainEqual(expect.stringContaining(".restore-"));
  expect(restored.warnings).toEqual([expect.stringContaining("everyone signs in once more")]);
  const told = await describeLastBackup(company.paths, Date.parse(output.createdAt) + 3 * 3_600_000);
  expect(told).toMatchObject({ detail: expect.stringMatching(/^3 h ago, \d+ documents, .* MB, .*cadre-/), fix: null });
  expect(await describeLastBackup(company.paths, Date.parse(output.createdAt) + 9 * 86_400_000)).toMatchObject({ fix: expect.stringContaining("more than a week old") });
});

test("an original that is gone or damaged is told, not fatal, and told again at the restore", async () => {
  const [gone, bent] = [await company.addDocument("gone.md"), await company.addDocument("bent.md")];
  const rows = (await dump(company.opened.db))["documents"]?.map((line) => JSON.parse(line) as { id: string; sha256: string }) ?? [];
  const hashOf = (id: string) => rows.find((row) => row.id === id)?.sha256 ?? "";
  await company.files.remove(hashOf(gone));
  await writeFile(company.files.pathOf(hashOf(bent)), "something else");
  const output = await backUp(at("missing.tar"));
  expect(output.warnings).toEqual([expect.stringMatching(/^2 original files are missing or damaged/)]);
  expect((await restore(output.file, at("missing"))).warnings[0]).toMatch(/^2 original files/);
  await company.removeDocument(gone);
  await company.removeDocument(bent);
});

test("with a broken audit log data can still be saved and brought back, and both say that no line was written", async () => {
  const broken = await openCompany(at("broken"));
  await broken.addDocument("leave.md");
  await withoutAuditTriggers(broken.opened.db, async (tx) => void (await tx.execute("delete from audit_head")));
  const told = expect.stringMatching(/^The audit log has no line of this cadre (backup|restore): .*lost its head row.*cadre audit verify/) as string;
  const output = await createBackup({ paths: broken.paths, databaseUrl: undefined, target: at("broken.tar"), at: new Date(), note: silent });
  expect(output).toMatchObject({ whileServing: true, documents: 1, warnings: [told] });
  await broken.close();
  const restored = await restore(output.file, at("broken-copy"));
  expect(restored).toMatchObject({ documents: 1 });
  expect(restored.warnings).toContainEqual(told);
});

test("an existing file, a missing folder and a folder without data are refused with what to do", async () => {
  await writeFile(at("mine.tar"), "mine");
  expect(await refused(backUp(at("mine.tar")))).toMatchObject({ code: "backup/failed", message: expect.stringMatching(/mine\.tar exists already/) });
  expect(await readFile(at("mine.tar"), "utf8")).toBe("mine");
  expect(await refused(backUp(at("no/where.tar")))).toMatchObject({ code: "backup/failed", message: expect.stringMatching(/the folder .*no: it does not exist/) });
  expect(await refused(createBackup({ paths: dataPaths(at("nothing")), databaseUrl: undefined, target: at("n.tar"), at: new Date(), note: silent }))).toMatchObject({ code: "backup/failed", message: expect.stringContaining("holds no database") });
  expect(existsSync(at("nothing"))).toBe(false);
});

test("a cancelled backup leaves no file, and a holder that does not answer is named", async () => {
  const stop = new AbortController();
  const cancelled = createBackup({ paths: company.paths, databaseUrl: undefined, target: at("cancelled.tar"), at: new Date(), note: (line) => line.startsWith("Reading") && stop.abort(new AppError("job/cancelled", "cancelled")), signal: stop.signal });
  expect(await refused(cancelled)).toMatchObject({ code: "job/cancelled" });
  expect((await readdir(folder)).filter((name) => name.includes("cancelled"))).toEqual([]);
  expect(await filesBelow(company.paths.backups)).toEqual([]);

  const mute = dataPaths(at("mute"));
  const lock = lockDataFolder(mute.root);
  const holder = await refused(Promise.resolve().then(() => lockDataFolder(mute.root)));
  if (!isAppError(holder)) throw holder;
  expect(await refused(requestSnapshot(mute, { holder, noticedWithinMs: 300 }))).toMatchObject({ code: "backup/failed", message: expect.stringMatching(/in use by this process.*did not answer the request/s) });
  lock.release();
  expect(await filesBelow(mute.requests)).toEqual([]);
});

test("a restore onto anything that is not empty is refused and changes nothing", async () => {
  const { file } = await backUp(at("onto.tar"));
  const before = await filesBelow(at("copy"));
  expect(await refused(restore(file, at("copy")))).toMatchObject({ code: "backup/target-not-empty", message: expect.stringMatching(/already holds .*pglite.*--into/) });
  expect(await filesBelow(at("copy"))).toEqual(before);
  expect(await refused(restore(file, at("data")))).toMatchObject({ code: "data/locked" });
  await mkdir(at("foreign/files"), { recursive: true });
  await writeFile(at("foreign/files/photo.jpg"), "x");
  expect(await refused(restore(file, at("foreign")))).toMatchObject({ code: "backup/target-not-empty", message: expect.stringContaining("1 files that are not the backup's") });
  expect(await filesBelow(at("foreign"))).toEqual(["files", "files/photo.jpg"]);
});

test("a restore that fails at the last step leaves the place as it was; one that was cut short can be repeated", async () => {
  await writeFile(company.paths.skills, '[{"name":"lock gate hinges"}]\n');
  const { file } = await backUp(at("last-step.tar"));
  await rm(company.paths.skills);
  const good = await checkArchive(file);
  // Sound by every hash, but its passages are gone: the references of the vectors hold no more.
  const bad = await openArchive(at("bad.tar"), new Date());
  for (const part of good.manifest.parts) await bad.add(part.path, part.path === "tables/chunks.jsonl.gz" ? only(gzipSync("")) : good.read(part.path));
  const { parts: _parts, ...rest } = good.manifest;
  await bad.seal({ ...rest, tables: rest.tables.map((table) => (table.name === "chunks" ? { ...table, rows: 0 } : table)) });
  await bad.publish();

  await mkdir(at("kept"));
  await writeFile(at("kept/secrets.json"), "{}");
  for (const into of ["kept", "fresh"]) expect(await refused(restore(at("bad.tar"), at(into)))).toMatchObject({ code: "backup/restore-failed", message: expect.stringContaining("23503") });
  expect(await filesBelow(at("kept"))).toEqual(["secrets.json"]);
  expect(existsSync(at("fresh"))).toBe(false);

  // As a killed restore leaves it: some originals in place, its stage beside.
  const [some] = good.manifest.parts.filter((part) => part.path.startsWith("files/"));
  await mkdir(at("kept/files"));
  await mkdir(at("kept/.restore-killed/pglite"), { recursive: true });
  await writeFile(at(`kept/files/${some?.sha256 ?? ""}`), await readFile(company.files.pathOf(some?.sha256 ?? "")));
  await writeFile(at("kept/company-skills.json"), '[{"name":"our own"}]\n');
  expect(await refused(restore(file, at("kept")))).toMatchObject({ code: "backup/target-not-empty", message: expect.stringContaining("company-skills.json") });
  await writeFile(at("kept/company-skills.json"), '[{"name":"lock gate hinges"}]\n');
  const restored = await restore(file, at("kept"));
  expect(restored.warnings).toEqual([]);
  expect((await findHalfIndexed(at("kept"))).half).toEqual([]);
  expect((await readdir(at("kept"))).filter((name) => name.startsWith(".restore-"))).toEqual([]);
});

test("an upgrade backs up first, keeps the last three, and does not begin when it cannot", async () => {
  const paths = dataPaths(at("old"));
  const [first] = listMigrations();
  const old = await openDatabase({ dataDir: paths.root, migrations: "leave" });
  await old.db.transaction((tx) => migrateTo(tx, first?.tag ?? ""));
  await fillTables(old.db, 2);
  const rows = await dump(old.db);
  await old.close();
  const told: string[] = [];
  const upgrade = () => openDatabase({ dataDir: paths.root, beforeUpgrade: async (pending) => void (await backupBeforeUpgrade(paths, pending, (line) => told.push(line))) });

  await writeFile(paths.backups, "no folder");
  expect(await refused(upgrade())).toMatchObject({ code: "backup/failed", message: expect.stringMatching(/upgrade was not begun.*CADRE_UPGRADE_BACKUP=0/) });
  await rm(paths.backups);
  const unchanged = await openDatabase({ dataDir: paths.root, migrations: "leave" });
  expect(await migrationState(unchanged.db)).toMatchObject({ applied: { tag: first?.tag } });
  await unchanged.close();

  await mkdir(paths.backups);
  for (const name of ["before-upgrade-20200101-000000.tar", "before-upgrade-20210101-000000.tar", "before-upgrade-20220101-000000.tar", "cadre-20200101-000000.tar"]) await writeFile(path.join(paths.backups, name), "");
  const upgraded = await upgrade();
  expect(await migrationState(upgraded.db)).toMatchObject({ pending: [] });
  await upgraded.close();
  const kept = (await readdir(paths.backups)).sort();
  expect(kept).toEqual(["before-upgrade-20210101-000000.tar", "before-upgrade-20220101-000000.tar", expect.stringMatching(/^before-upgrade-20[2-9]/), "cadre-20200101-000000.tar"]);
  expect(told.join("\n")).toMatch(/database is at 0000_first_schema; 0001_given_titles.* will be applied[\s\S]*Backup made and checked: 2 documents/);
  const archive = await checkArchive(path.join(paths.backups, kept[2] ?? ""));
  expect(archive.manifest.migration.tag).toBe(first?.tag);
  expect(archive.manifest.tables.map((table) => table.rows)).toEqual(Object.values(rows).map((lines) => lines.length));

  told.length = 0;
  await (await upgrade()).close();
  expect(told, "nothing is pending any more").toEqual([]);
});

const server = await findTestPostgres();
if ("missing" in server) test.skip(`PostgreSQL: ${server.missing}`);
else {
  afterAll(() => server.stop());
  test("onto PostgreSQL and back into a folder: equal rows and bytes; a used database is refused", async () => {
    const target = await openTestDatabase(server);
    await makeBare(target.db);
    let back: OpenDatabase | undefined;
    try {
      const { file } = await backUp(at("to-postgres.tar"));
      expect(await restore(file, at("pg-data"), target.url)).toMatchObject({ database: "postgres" });
      await expectSameButRestored(target.db);
      const before = await filesBelow(at("pg-data"));
      expect(await refused(restore(file, at("pg-again"), target.url))).toMatchObject({ code: "backup/target-not-empty", message: expect.stringContaining("createdb") });
      expect(existsSync(at("pg-again"))).toBe(false);

      const again = await createBackup({ paths: dataPaths(at("pg-data")), databaseUrl: target.url, target: at("from-postgres.tar"), at: new Date(), note: silent });
      expect(again).toMatchObject({ database: "postgres", pausedMs: 0, warnings: [] });
      expect((await filesBelow(at("pg-data")))?.filter((name) => !/^(backups|last-backup\.json)$/.test(name))).toEqual(before);
      await restore(again.file, at("from-pg"));
      back = await openDatabase({ dataDir: at("from-pg") });
      await expectSameButRestored(back.db, ["company.restored", "company.backed-up", "company.restored"]);
      expect(await filesBelow(at("from-pg/files"))).toEqual(await filesBelow(company.paths.files));
    } finally {
      await back?.close();
      await target.close();
    }
  });
}
