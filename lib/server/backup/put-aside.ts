/**
 * @file A copy of a data folder in use, put aside for a backup: the database's folder as of one moment, and every
 * original that a document of that moment has, as a hard link, so that deleting it meanwhile takes nothing away.
 */
import { constants } from "node:fs";
import { copyFile, link, mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { lockDataFolder } from "../../../db/lock";
import type { OpenDatabase } from "../../../db/client";
import type { DataPaths } from "../../config/paths";
import { isAppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { errorCode } from "./disk-errors";

const PREFIX = ".snapshot-";

/** What stands in the way of a link, not of a copy. */
const NO_LINKS = ["EPERM", "EXDEV", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

/** A folder shaped like a data folder: `pglite` (when there is one) and `files`. */
export interface PutAside {
  readonly folder: string;
  /** Links the originals that came since. */
  readonly linkNew: () => Promise<void>;
  /** Removes it. Safe to call twice. */
  remove(): Promise<void>;
}

/** Makes the folder and links every original there is. */
export async function putOriginalsAside(paths: Pick<DataPaths, "backups" | "files">): Promise<PutAside> {
  const folder = path.join(/* turbopackIgnore: true */ paths.backups, `${PREFIX}${newId<string>()}`);
  const files = path.join(folder, "files");
  await mkdir(files, { recursive: true, mode: 0o700 });
  const linked = new Set<string>();
  const linkNew = async () => {
    for (const name of await namesIn(paths.files)) {
      if (linked.has(name) || name.startsWith(".")) continue;
      if (await linkOrCopy(path.join(paths.files, name), path.join(files, name))) linked.add(name);
    }
  };
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await linkNew();
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, linkNew, remove };
}

/**
 * The whole of a PGlite data folder, while its server goes on.
 *
 * @returns the copy, and for how long statements waited
 * @throws what the file system throws; then nothing is left
 */
export async function putDataAside(paths: DataPaths, copyTo: NonNullable<OpenDatabase["copyTo"]>): Promise<{ folder: string; pausedMs: number }> {
  await removeAbandoned(paths);
  const aside = await putOriginalsAside(paths);
  try {
    // An original is on disk before its document is in the database and goes after it: while nothing runs, every
    // document of the copy has its original.
    const { pausedMs } = await copyTo(path.join(aside.folder, "pglite"), aside.linkNew);
    return { folder: aside.folder, pausedMs };
  } catch (error) {
    await aside.remove();
    throw error;
  }
}

/** From the server's answer to the reader's lock it takes seconds. */
const HANDOVER_MS = 10 * 60_000;

/** Copies that a killed `cadre backup` left behind. One that is being read is locked by its reader and stays. */
export async function removeAbandoned(paths: Pick<DataPaths, "backups">): Promise<void> {
  for (const name of await namesIn(paths.backups)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(/* turbopackIgnore: true */ paths.backups, name);
    if (Date.now() - (await stat(folder)).mtimeMs < HANDOVER_MS) continue;
    try {
      lockDataFolder(folder).release();
    } catch (error) {
      if (isAppError(error) && error.code === "data/locked") continue;
      throw error;
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns false when the file was removed meanwhile */
async function linkOrCopy(from: string, to: string): Promise<boolean> {
  try {
    await link(/* turbopackIgnore: true */ from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    if (!NO_LINKS.includes(errorCode(error) ?? "")) throw error;
  }
  try {
    await copyFile(/* turbopackIgnore: true */ from, to, constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(/* turbopackIgnore: true */ folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}
