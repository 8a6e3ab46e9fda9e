/**
 * @file Where a backup reads from: PostgreSQL, a PGlite data folder that nobody uses, or the copy that the server
 * holding the folder has put aside. Opened as it is: a backup migrates nothing.
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { lockDataFolder } from "../../../db/lock";
import { openDatabase } from "../../../db/client";
import type { DataPaths } from "../../config/paths";
import { AppError, isAppError } from "../../core/errors";
import { recordBackup } from "./audit-lines";
import { diskError } from "./disk-errors";
import { putOriginalsAside, removeAbandoned } from "./put-aside";
import { requestSnapshot } from "./snapshot-requests";
import type { BackupSource } from "./write-backup";

export interface OpenSource extends BackupSource {
  readonly whileServing: boolean;
  readonly pausedMs: number;
  /** Sentences: what about this backup could not be written to the audit log. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

export interface OpenSourceOptions {
  readonly paths: DataPaths;
  readonly databaseUrl: string | undefined;
  readonly note: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** @throws AppError "backup/failed", "data/unavailable", "job/cancelled" */
export async function openSource(options: OpenSourceOptions): Promise<OpenSource> {
  const { paths } = options;
  try {
    if (options.databaseUrl !== undefined) return await openServer(paths, options.databaseUrl);
    if (!existsSync(path.join(paths.pglite, "PG_VERSION"))) {
      throw new AppError("backup/failed", `${paths.root} holds no database: there is nothing to back up. Name the data folder in CADRE_DATA_DIR, or the PostgreSQL server in DATABASE_URL.`);
    }
    return await openFolder(options);
  } catch (error) {
    throw diskError(error, "backup/failed", `the data folder ${paths.root} cannot be read`);
  }
}

/** PostgreSQL shows one moment to this transaction however long it takes; only the originals must be held. */
async function openServer(paths: DataPaths, databaseUrl: string): Promise<OpenSource> {
  const opened = await openDatabase({ dataDir: paths.root, databaseUrl, migrations: "leave" });
  try {
    const warnings = await recordBackup(opened.db, true);
    await removeAbandoned(paths);
    const aside = await putOriginalsAside(paths);
    // Says to removeAbandoned that somebody is at work here.
    const lock = lockDataFolder(aside.folder);
    const close = async () => {
      await opened.close();
      lock.release();
      await aside.remove();
    };
    return { db: opened.db, dialect: "postgres", files: path.join(aside.folder, "files"), skills: paths.skills, atMoment: aside.linkNew, whileServing: true, pausedMs: 0, warnings, close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openFolder({ paths, note, signal }: OpenSourceOptions): Promise<OpenSource> {
  try {
    const opened = await openDatabase({ dataDir: paths.root, migrations: "leave" });
    return { db: opened.db, dialect: "pglite", files: paths.files, skills: paths.skills, whileServing: false, pausedMs: 0, warnings: await recordBackup(opened.db, false), close: () => opened.close() };
  } catch (error) {
    if (!isAppError(error) || error.code !== "data/locked") throw error;
    note("The data folder is in use: asking its server for a copy of this moment …");
    const { folder, pausedMs, warnings } = await requestSnapshot(paths, { holder: error, signal });
    return openCopy(folder, { skills: paths.skills, pausedMs, warnings });
  }
}

async function openCopy(folder: string, { skills, pausedMs, warnings }: { skills: string; pausedMs: number; warnings: readonly string[] }): Promise<OpenSource> {
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const opened = await openDatabase({ dataDir: folder, migrations: "leave" });
    const close = async () => {
      await opened.close();
      await remove();
    };
    return { db: opened.db, dialect: "pglite", files: path.join(folder, "files"), skills, whileServing: true, pausedMs, warnings, close };
  } catch (error) {
    await remove();
    throw error;
  }
}
