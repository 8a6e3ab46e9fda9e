/**
 * @file From an open database and its originals to a finished backup file: rows of one moment, originals, list of
 * contents; read back and checked before it gets its name. Where the database comes from is open-source.ts's.
 */
import { createReadStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import type { Database } from "../../../db/client";
import { migrationState } from "../../../db/migration-state";
import { listSequences, listTables, type TableShape } from "../../../db/transfer/catalog";
import { atOneMoment, exportTable, listOriginals } from "../../../db/transfer/export-tables";
import { projectRoot } from "../../config/paths";
import { BACKUP_FORMAT, type BackupManifest } from "../../contracts/backup";
import { AppError } from "../../core/errors";
import { checkArchive } from "./archive-reader";
import { openArchive, type ArchiveWriter } from "./archive-writer";
import { errorCode } from "./disk-errors";

export interface BackupSource {
  readonly db: Database;
  readonly dialect: "pglite" | "postgres";
  /** Holds the originals, named by their SHA-256. */
  readonly files: string;
  /** The company's own skills; may be absent. */
  readonly skills: string;
  /** Called once the moment of the rows is fixed: from then on every original must stay. */
  readonly atMoment?: () => Promise<void>;
}

export interface WriteOptions {
  /** Absolute path that does not exist yet. */
  readonly file: string;
  readonly at: Date;
  /** One line per step. */
  readonly note: (line: string) => void;
  /** Ends the work; nothing is left of it. */
  readonly signal?: AbortSignal;
}

export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

const gzipped = promisify(gzip);

/**
 * @returns the finished file, checked
 * @throws AppError "backup/failed" (what to do is in the message), "job/cancelled"; then there is no such file
 */
export async function writeBackup(source: BackupSource, options: WriteOptions): Promise<WrittenBackup> {
  const archive = await openArchive(options.file, options.at);
  try {
    const { originals, ...rows } = await atOneMoment(source.db, (tx) => writeRows(tx, source, archive, options));
    const missingOriginals = await writeOriginals(source.files, originals, archive, options);
    await writeSkills(source.skills, archive);
    await archive.seal({ format: BACKUP_FORMAT, cadre: cadreVersion(), createdAt: options.at.toISOString(), database: source.dialect, ...rows, missingOriginals });
    options.note("Reading it back …");
    const { bytes, manifest } = await checkArchive(archive.draft);
    options.signal?.throwIfAborted();
    await archive.publish();
    return { file: options.file, bytes, manifest };
  } finally {
    await archive.discard();
  }
}

type Rows = Pick<BackupManifest, "migration" | "tables" | "sequences"> & { originals: string[] };

async function writeRows(tx: Database, source: BackupSource, archive: ArchiveWriter, { note, signal }: WriteOptions): Promise<Rows> {
  const { applied, newer } = await migrationState(tx);
  if (applied === null) throw new AppError("backup/failed", "the database holds no data of Cadre's: there is nothing to back up. Check CADRE_DATA_DIR and DATABASE_URL.");
  if (newer) throw new AppError("backup/failed", "the database was brought up to date by a newer Cadre: make the backup with that version");
  await source.atMoment?.();
  const tables: BackupManifest["tables"] = [];
  for (const table of await listTables(tx)) {
    const part = `tables/${table.name}.jsonl.gz`;
    const counted = { rows: 0 };
    await archive.add(part, packedRows(tx, table, counted, signal));
    tables.push({ name: table.name, columns: table.columns.map((column) => column.name), rows: counted.rows, part });
  }
  note(`${tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${tables.length} tables`);
  return { migration: { index: applied.index, tag: applied.tag }, tables, sequences: await listSequences(tx), originals: await listOriginals(tx) };
}

/** Each batch is a gzip member of its own; together they are one gzip file. */
async function* packedRows(tx: Database, table: TableShape, counted: { rows: number }, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for await (const lines of exportTable(tx, table)) {
    signal?.throwIfAborted();
    counted.rows += lines.length;
    yield await gzipped(`${lines.join("\n")}\n`);
  }
  if (counted.rows === 0) yield await gzipped("");
}

/** @returns hashes whose file is not there, or has other bytes than its name says */
async function writeOriginals(folder: string, hashes: readonly string[], archive: ArchiveWriter, { note, signal }: WriteOptions): Promise<string[]> {
  const missing: string[] = [];
  for (const hash of hashes) {
    signal?.throwIfAborted();
    if (!/^[0-9a-f]{64}$/.test(hash)) {
      missing.push(hash);
      continue;
    }
    try {
      const part = await archive.add(`files/${hash}`, createReadStream(path.join(/* turbopackIgnore: true */ folder, hash)), hash);
      if (part === null) missing.push(hash);
    } catch (error) {
      if (errorCode(error instanceof AppError ? error.cause : error) !== "ENOENT") throw error;
      missing.push(hash);
    }
  }
  note(`${hashes.length - missing.length} original files`);
  return missing;
}

/** The file is always whole: whoever writes it renames a finished one into place. */
async function writeSkills(file: string, archive: ArchiveWriter): Promise<void> {
  if (existsSync(/* turbopackIgnore: true */ file)) await archive.add(path.basename(file), createReadStream(/* turbopackIgnore: true */ file));
}

/** Of package.json. */
export function cadreVersion(): string {
  const file = path.join(/* turbopackIgnore: true */ projectRoot(), "package.json");
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).version;
}
