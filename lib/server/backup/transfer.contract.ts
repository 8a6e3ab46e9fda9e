/**
 * @file Rows out of one database and into another, whatever the two are: equal afterwards, old schemas brought up to
 * date, and a target that is left alone when it holds something or when anything fails.
 */
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, OpenDatabase } from "../../../db/client";
import { listMigrations, migrateTo, migrationState } from "../../../db/migration-state";
import { rowsOf } from "../../../db/rows-of";
import { listSequences, listTables } from "../../../db/transfer/catalog";
import { atOneMoment, exportTable } from "../../../db/transfer/export-tables";
import { importTables, type DataSource } from "../../../db/transfer/import-tables";
import { DIFFICULT_TEXTS, fillTables } from "../../../db/testing/fill-tables";
import { checkArchive, type CheckedArchive } from "./archive-reader";
import { writeBackup } from "./write-backup";

const FIRST = "0000_first_schema";
/** Seconds of work, more on a busy machine. */
const PATIENCE_MS = 600_000;

/** Everything that Cadre made is gone; the database is as createdb leaves it. */
export async function makeBare(db: Database): Promise<void> {
  for (const statement of ["drop schema public cascade", "create schema public", "drop schema if exists drizzle cascade"]) await db.execute(statement);
}

/** Every row of every table, as text; by table. */
export async function dump(db: Database): Promise<Record<string, string[]>> {
  return atOneMoment(db, async (tx) => {
    const tables: Record<string, string[]> = {};
    for (const table of await listTables(tx)) {
      const lines: string[] = [];
      for await (const batch of exportTable(tx, table)) lines.push(...batch);
      tables[table.name] = lines.sort();
    }
    return tables;
  });
}

export function sourceOf(archive: CheckedArchive, change: Partial<DataSource> = {}): DataSource {
  const { migration, tables, sequences } = archive.manifest;
  return { migration: migration.tag, sequences, tables: tables.map((table) => ({ ...table, lines: () => archive.lines(table.part) })), ...change };
}

/** A database full of difficult rows, and its backup, with a table that somebody may add tomorrow. */
export interface FullSource {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  /** Holds `full.tar`; tests may add to it. */
  readonly folder: string;
  readonly backup: CheckedArchive;
}

export async function prepareSource(opened: OpenDatabase, folder: string): Promise<FullSource> {
  const { db, dialect } = opened;
  await fillTables(db, DIFFICULT_TEXTS.length);
  // Longer than a batch of the export and of the import.
  await db.execute("update document_texts set text = repeat('Ärger 年假 ', 250000) where document_id = 'plain'");
  // Numbers that the database gives out, a computed column, a reference to itself.
  await db.execute(`create table tomorrow (id bigint generated always as identity primary key, twice bigint generated always as (id * 2) stored, before bigint references tomorrow, serial serial)`);
  await db.execute(`insert into tomorrow (before) values (null), (1), (2)`);
  const backup = await write(opened, path.join(folder, "full.tar"));
  await db.execute("drop table tomorrow");
  return { db, dialect, folder, backup };
}

async function write(source: Pick<OpenDatabase, "db" | "dialect">, file: string): Promise<CheckedArchive> {
  await writeBackup({ db: source.db, dialect: source.dialect, files: `${file}.none`, skills: `${file}.no-skills` }, { file, at: new Date(), note: () => undefined });
  return checkArchive(file);
}

const withoutTomorrow = (backup: CheckedArchive) => sourceOf(backup, { sequences: [], tables: sourceOf(backup).tables.filter((table) => table.name !== "tomorrow") });

/** @param source as prepared; @param target any database, made bare before each test */
export function transferContract(name: string, source: () => Promise<FullSource>, target: () => Promise<OpenDatabase>): void {
  describe(name, () => {
    test("every table comes back row by row, references and triggers guard again", async () => {
      const [{ db: from, backup }, { db: to }] = [await source(), await target()];
      const triggers = async (db: Database) => rowsOf(await db.execute("select tgname, tgenabled from pg_trigger where not tgisinternal order by tgname"));
      await makeBare(to);
      const { tables, sequences } = backup.manifest;
      expect(tables.map((table) => table.name)).toEqual([...(await listTables(from)).map((table) => table.name), "tomorrow"].sort());
      expect(tables.every((table) => table.rows > 0)).toBe(true);
      expect(sequences.map((sequence) => sequence.value)).toEqual(["3", "3"]);
      await importTables(to, withoutTomorrow(backup));
      expect(await dump(to)).toEqual(await dump(from));
      expect(await migrationState(to)).toMatchObject({ pending: [], newer: false });
      expect(await triggers(to)).toEqual(await triggers(from));
      await expect(to.execute("delete from audit_events")).rejects.toThrow();
      await expect(to.execute("insert into document_acl (document_id, principal) values ('nobody', 'role:admin')")).rejects.toMatchObject({ cause: { code: "23503" } });
      await to.execute("delete from documents");
      expect((await dump(to))["vectors"]).toEqual([]);
    }, PATIENCE_MS);
  });
}

/** What a target does whatever the backup's database was. @param source as prepared; @param target made bare before each test */
export function importContract(name: string, source: () => Promise<FullSource>, target: () => Promise<OpenDatabase>): void {
  describe(name, () => {
    let full: FullSource;
    let to: OpenDatabase;
    beforeAll(async () => {
      [full, to] = [await source(), await target()];
    }, PATIENCE_MS);
    beforeEach(() => makeBare(to.db));

    test("an older backup is brought up to date", async () => {
      await to.db.transaction((tx) => migrateTo(tx, FIRST));
      await fillTables(to.db, 3);
      const before = await dump(to.db);
      const old = await write(to, path.join(full.folder, `old-${to.dialect}.tar`));
      expect(old.manifest.migration).toEqual({ index: 0, tag: FIRST });
      await makeBare(to.db);
      await importTables(to.db, sourceOf(old));
      const after = await dump(to.db);
      expect(await migrationState(to.db)).toMatchObject({ applied: { tag: listMigrations().at(-1)?.tag }, pending: [] });
      expect(after["chunks"]).toEqual(before["chunks"]);
      expect(after["documents"]?.map((line) => (JSON.parse(line) as { title_given: string }).title_given)).toEqual(["false", "false", "false"]);
    });

    test("a database that holds anything is refused and stays as it is", async () => {
      const before = await dump(full.db);
      await expect(importTables(full.db, sourceOf(full.backup))).rejects.toMatchObject({ code: "backup/target-not-empty", message: expect.stringMatching(/rows in .*documents.*createdb/) });
      expect(await dump(full.db)).toEqual(before);
      await to.db.execute("create table theirs (id text)");
      await expect(importTables(to.db, sourceOf(full.backup))).rejects.toMatchObject({ code: "backup/target-not-empty", message: expect.stringContaining("without rows (theirs)") });
    });

    test("whatever goes wrong on the way, the database ends up empty", async () => {
      const known = withoutTomorrow(full.backup);
      const swap = (name: string, change: Partial<DataSource["tables"][number]>): DataSource => ({ ...known, tables: known.tables.map((table) => (table.name === name ? { ...table, ...change } : table)) });
      const faults: [string, DataSource, object][] = [
        ["fewer rows than listed", swap("vectors", { lines: () => none() }), { code: "backup/unusable", message: expect.stringContaining("vectors") }],
        ["a reference to nothing", swap("chunks", { lines: () => none(), rows: 0 }), { code: "backup/restore-failed", message: expect.stringMatching(/23503/) }],
        ["another column", swap("users", { columns: ["id", "nickname"] }), { code: "backup/unusable", message: expect.stringContaining("nickname") }],
        ["a table too few", { ...known, tables: known.tables.slice(1) }, { code: "backup/unusable", message: expect.stringContaining("missing") }],
        ["a table unknown here", sourceOf(full.backup), { code: "backup/unusable", message: expect.stringContaining("tomorrow is unknown") }],
        ["a migration unknown here", { ...known, migration: "9999_later" }, { code: "backup/too-new", message: expect.stringContaining("9999_later") }],
      ];
      for (const [what, data, expected] of faults) {
        await makeBare(to.db);
        await expect(importTables(to.db, data), what).rejects.toMatchObject(expected);
        expect(await listTables(to.db), what).toEqual([]);
        expect(await listSequences(to.db), what).toEqual([]);
        expect(await migrationState(to.db), what).toMatchObject({ applied: null });
      }
    }, PATIENCE_MS);
  });
}

async function* none(): AsyncGenerator<string> {
  yield* [] as string[];
}
