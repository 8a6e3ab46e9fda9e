/**
 * @file An upgrade backs up first: when migrations are about to change data that is in use, a backup goes into the
 * data folder's `backups`, and only the last few of these are kept. When it cannot be made, nothing is changed.
 */
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Upgrade } from "../../../db/client";
import type { DataPaths } from "../../config/paths";
import { AppError, toAppError } from "../../core/errors";
import { backupName, missingWarning } from "./create-backup";
import { diskError } from "./disk-errors";
import { noteBackup, size } from "./last-backup";
import { putOriginalsAside } from "./put-aside";
import { writeBackup } from "./write-backup";

/** Backups of upgrades that are kept; those that `cadre backup` made are never removed. */
export const KEPT_UPGRADE_BACKUPS = 3;
const PREFIX = "before-upgrade";

/**
 * @param note told what happens, a line each
 * @throws AppError "backup/failed" saying how to go on
 */
export async function backupBeforeUpgrade(paths: DataPaths, upgrade: Upgrade, note: (line: string) => void): Promise<string> {
  const at = new Date();
  const file = path.join(/* turbopackIgnore: true */ paths.backups, backupName(at, PREFIX));
  note(`Upgrade: the database is at ${upgrade.from.tag}; ${upgrade.pending.map((migration) => migration.tag).join(", ")} will be applied. Backup first: ${file}`);
  try {
    await mkdir(paths.backups, { recursive: true, mode: 0o700 });
    const aside = await putOriginalsAside(paths);
    try {
      const archive = await writeBackup(
        { db: upgrade.db, dialect: upgrade.dialect, files: path.join(aside.folder, "files"), skills: paths.skills, atMoment: aside.linkNew },
        { file, at, note: () => undefined },
      );
      const documents = archive.manifest.tables.find((table) => table.name === "documents")?.rows ?? 0;
      await noteBackup(paths, { file, bytes: archive.bytes, createdAt: at.toISOString(), documents });
      note(`Backup made and checked: ${documents} documents, ${size(archive.bytes)}. To go back, install the version you had and restore it.`);
      for (const warning of missingWarning(archive.manifest.missingOriginals)) note(warning);
    } finally {
      await aside.remove();
    }
    await removeOld(paths.backups);
    return file;
  } catch (error) {
    const known = diskError(error, "backup/failed", "the backup before the upgrade failed");
    throw new AppError(
      known.code,
      `${toAppError(known).message}. The upgrade was not begun and nothing is changed. Free space on the disk of ${paths.backups}; or make a backup of your own with the version you had, and start once with CADRE_UPGRADE_BACKUP=0.`,
      { cause: error },
    );
  }
}

async function removeOld(folder: string): Promise<void> {
  const made = (await readdir(/* turbopackIgnore: true */ folder)).filter((name) => name.startsWith(`${PREFIX}-`) && name.endsWith(".tar")).sort();
  for (const name of made.slice(0, -KEPT_UPGRADE_BACKUPS)) await rm(path.join(/* turbopackIgnore: true */ folder, name), { force: true });
}
