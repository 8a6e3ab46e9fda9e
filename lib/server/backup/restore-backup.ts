/**
 * @file `cadre restore`: a checked backup into an empty data folder and database, brought up to today's schema. All
 * of it or nothing: the database is one transaction (PostgreSQL) or one renamed folder (PGlite).
 */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { openDatabase } from "../../../db/client";
import { listMigrations } from "../../../db/migration-state";
import { importTables, requireEmpty } from "../../../db/transfer/import-tables";
import { dataPaths, type DataPaths } from "../../config/paths";
import type { RestoreOutput } from "../../contracts/backup";
import { AppError } from "../../core/errors";
import { recordRestore } from "./audit-lines";
import { checkArchive, originalsOf, type CheckedArchive } from "./archive-reader";
import { missingWarning } from "./create-backup";
import { diskError } from "./disk-errors";
import { openTarget, type RestoreTarget } from "./restore-target";
import { cadreVersion } from "./write-backup";

export interface RestoreOptions {
  readonly file: string;
  /** Gets the originals, and the database unless `databaseUrl` says otherwise. */
  readonly paths: DataPaths;
  readonly databaseUrl: string | undefined;
  readonly note: (line: string) => void;
}

/**
 * @throws AppError "backup/unusable", "backup/too-new", "backup/target-not-empty", "backup/restore-failed",
 * "data/locked", "data/unavailable"; in each case the target is as it was
 */
export async function restoreBackup({ file, paths, databaseUrl, note }: RestoreOptions): Promise<RestoreOutput> {
  const started = performance.now();
  note("Checking the backup …");
  const archive = await checkArchive(path.resolve(file));
  const { manifest } = archive;
  const migrated = migrationsAfter(archive);
  if (databaseUrl !== undefined) await requireEmptyServer(paths, databaseUrl);
  let unrecorded: string[] = [];
  const target = await openTarget(paths, manifest, databaseUrl === undefined);
  try {
    note(`Writing ${originalsOf(manifest).length} original files …`);
    await target.putOriginals(archive);
    await target.putSkills(archive);
    note(`Loading ${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows …`);
    if (databaseUrl === undefined) unrecorded = await loadFolder(archive, target, paths);
    else unrecorded = await loadServer(archive, paths, databaseUrl);
  } catch (error) {
    await target.undo();
    throw diskError(error, "backup/restore-failed", `the backup could not be restored into ${paths.root}`);
  }
  await target.keep();
  return {
    dataDir: paths.root,
    database: databaseUrl === undefined ? "pglite" : "postgres",
    createdAt: manifest.createdAt,
    cadre: manifest.cadre,
    migrated,
    documents: countOf(archive, "documents"),
    originals: originalsOf(manifest).length,
    tables: Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows])),
    durationMs: Math.round(performance.now() - started),
    warnings: [...missingWarning(manifest.missingOriginals), ...sessionNote(paths), ...unrecorded],
  };
}

/** Tags that the backup's data still lacks. @throws AppError "backup/too-new" */
function migrationsAfter({ manifest }: CheckedArchive): string[] {
  const known = listMigrations();
  const at = known.findIndex((migration) => migration.tag === manifest.migration.tag);
  if (at !== -1) return known.slice(at + 1).map((migration) => migration.tag);
  throw new AppError(
    "backup/too-new",
    `the backup was made by Cadre ${manifest.cadre} and its data has migration ${manifest.migration.tag}; this is Cadre ${cadreVersion()}, which knows up to ${known.at(-1)?.tag ?? "none"}. Install Cadre ${manifest.cadre} or newer; nothing was changed.`,
  );
}

function sessionNote(paths: DataPaths): string[] {
  if (existsSync(paths.secrets)) return [];
  return ["Session secrets are not part of backups: everyone signs in once more, with the same password."];
}

/** Before any file is written. The transaction that loads looks again. */
async function requireEmptyServer(paths: DataPaths, databaseUrl: string): Promise<void> {
  const opened = await openDatabase({ dataDir: paths.root, databaseUrl, migrations: "leave" });
  try {
    await requireEmpty(opened.db);
  } finally {
    await opened.close();
  }
}

async function loadServer(archive: CheckedArchive, paths: DataPaths, databaseUrl: string): Promise<string[]> {
  const opened = await openDatabase({ dataDir: paths.root, databaseUrl, migrations: "leave" });
  try {
    return await load(opened.db, archive);
  } finally {
    await opened.close();
  }
}

/** Built beside, then renamed: there is never half a database under the name that a server opens. */
async function loadFolder(archive: CheckedArchive, target: RestoreTarget, paths: DataPaths): Promise<string[]> {
  const opened = await openDatabase({ dataDir: target.stage, migrations: "leave" });
  let unrecorded: string[];
  try {
    unrecorded = await load(opened.db, archive);
  } finally {
    await opened.close();
  }
  // An empty folder of that name (a mount that was prepared) may be there; requireEmpty has seen to the rest.
  await rm(paths.pglite, { recursive: true, force: true });
  await rename(dataPaths(target.stage).pglite, paths.pglite);
  return unrecorded;
}

/** @returns what the audit log could not be told */
async function load(db: Parameters<typeof importTables>[0], archive: CheckedArchive): Promise<string[]> {
  const { migration, tables, sequences, createdAt } = archive.manifest;
  await importTables(db, {
    migration: migration.tag,
    sequences,
    tables: tables.map(({ name, columns, rows, part }) => ({ name, columns, rows, lines: () => archive.lines(part) })),
  });
  return recordRestore(db, { createdAt, documents: countOf(archive, "documents"), rows: tables.reduce((sum, table) => sum + table.rows, 0) });
}

const countOf = ({ manifest }: CheckedArchive, name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
