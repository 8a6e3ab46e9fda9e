/**
 * @file `cadre backup`: source → file → note of where it went. Works while the server serves, and without one.
 */
import { existsSync, statSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import type { DataPaths } from "../../config/paths";
import type { BackupOutput } from "../../contracts/backup";
import { AppError } from "../../core/errors";
import { originalsOf } from "./archive-reader";
import { diskError } from "./disk-errors";
import { noteBackup } from "./last-backup";
import { openSource } from "./open-source";
import { writeBackup, type WrittenBackup } from "./write-backup";

export interface CreateBackupOptions {
  readonly paths: DataPaths;
  readonly databaseUrl: string | undefined;
  /** A file that does not exist yet, or a folder: the file is then named for the time. */
  readonly target: string;
  readonly at: Date;
  readonly note: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** @throws AppError "backup/failed", "data/unavailable", "job/cancelled"; then no file is left */
export async function createBackup({ paths, databaseUrl, target, at, note, signal }: CreateBackupOptions): Promise<BackupOutput> {
  const started = performance.now();
  const file = await fileFor(target, at);
  const source = await openSource({ paths, databaseUrl, note, signal });
  let archive: WrittenBackup;
  try {
    archive = await writeBackup(source, { file, at, note, signal });
  } finally {
    await source.close();
  }
  const { manifest } = archive;
  const documents = manifest.tables.find((table) => table.name === "documents")?.rows ?? 0;
  await noteBackup(paths, { file, bytes: archive.bytes, createdAt: manifest.createdAt, documents });
  return {
    file,
    bytes: archive.bytes,
    createdAt: manifest.createdAt,
    database: manifest.database,
    whileServing: source.whileServing,
    pausedMs: Math.round(source.pausedMs),
    documents,
    originals: originalsOf(manifest).length,
    tables: Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows])),
    durationMs: Math.round(performance.now() - started),
    warnings: [...missingWarning(manifest.missingOriginals), ...source.warnings],
  };
}

/** One sentence, or none. */
export function missingWarning(missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  return [`${missing.length} original ${missing.length === 1 ? "file is" : "files are"} missing or damaged on disk and not in the backup (${missing.slice(0, 3).map((hash) => hash.slice(0, 12)).join(", ")}${missing.length > 3 ? ", …" : ""}): these documents can be searched and quoted, their file cannot be opened. Upload them again.`];
}

/** `cadre-20261122-041500.tar`, UTC. */
export function backupName(at: Date, prefix = "cadre"): string {
  const [day = "", time = ""] = at.toISOString().slice(0, 19).split("T");
  return `${prefix}-${day.replaceAll("-", "")}-${time.replaceAll(":", "")}.tar`;
}

async function fileFor(target: string, at: Date): Promise<string> {
  const given = path.resolve(target);
  const isFolder = existsSync(given) && statSync(given).isDirectory();
  const file = isFolder ? path.join(given, backupName(at)) : given;
  if (existsSync(file)) throw new AppError("backup/failed", `${file} exists already and is left as it is. Choose another name, or a folder: the file is then named for the time.`);
  try {
    await access(path.dirname(file), constants.W_OK);
  } catch (error) {
    throw diskError(error, "backup/failed", `no backup can be written to the folder ${path.dirname(file)}`);
  }
  return file;
}
