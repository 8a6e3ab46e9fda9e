/**
 * @file Where a backup goes: a data folder that holds nothing yet. What a restore puts there is taken away again when
 * it fails. Originals are named by their hash, so those that an interrupted restore left are simply found again.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { lockDataFolder, type DataLock } from "../../../db/lock";
import type { DataPaths } from "../../config/paths";
import type { BackupManifest } from "../../contracts/backup";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { originalsOf, type CheckedArchive } from "./archive-reader";
import { syncFolder } from "./archive-writer";
import { DATA_PARTS } from "./data-parts";
import { diskError } from "./disk-errors";

const STAGE_PREFIX = ".restore-";

export interface RestoreTarget {
  /** A new, empty folder in the data folder, for what must not be seen before it is whole. */
  readonly stage: string;
  /** Writes every original of the backup. */
  putOriginals(archive: CheckedArchive): Promise<void>;
  /** Writes the company's own skills, where the backup has some. */
  putSkills(archive: CheckedArchive): Promise<void>;
  /** Ends a restore that worked. */
  keep(): Promise<void>;
  /** Takes away what this restore put there, and the folder itself if it made it. */
  undo(): Promise<void>;
}

/**
 * Takes the folder for this process and checks that nothing would be overwritten.
 *
 * @param holdsDatabase false when the database is elsewhere (PostgreSQL): then only originals matter
 * @throws AppError "backup/target-not-empty", "data/locked", "backup/restore-failed" (not writable, too small)
 */
export async function openTarget(paths: DataPaths, manifest: BackupManifest, holdsDatabase: boolean): Promise<RestoreTarget> {
  const existed = existsSync(paths.root);
  const stage = path.join(paths.root, `${STAGE_PREFIX}${newId<string>()}`);
  let lock: DataLock | undefined;
  try {
    lock = lockDataFolder(paths.root);
    const found = await readdir(paths.root);
    await requireEmpty(paths, manifest, found, holdsDatabase);
    for (const name of found) if (name.startsWith(STAGE_PREFIX)) await rm(path.join(paths.root, name), { recursive: true });
    await requireSpace(paths.root, manifest);
    await mkdir(stage, { mode: 0o700 });
  } catch (error) {
    lock?.release();
    if (!existed) await rm(paths.root, { recursive: true, force: true });
    throw diskError(error, "backup/restore-failed", `${paths.root} cannot take the backup`);
  }
  const held = lock;
  const written: string[] = [];
  const hadFiles = existsSync(paths.files);
  let hasSkills = false;
  return {
    stage,
    putOriginals: (archive) => putOriginals(paths.files, archive, written),
    async putSkills(archive) {
      const part = archive.manifest.parts.find((one) => one.path === path.basename(paths.skills));
      if (!part) return;
      const whole = path.join(stage, part.path);
      try {
        await putFile(whole, archive.read(part.path), part);
        hasSkills = true;
        await rename(whole, paths.skills);
      } catch (error) {
        throw diskError(error, "backup/restore-failed", `${paths.skills} cannot be written`);
      }
    },
    async keep() {
      await rm(stage, { recursive: true, force: true });
      held.release();
    },
    async undo() {
      await rm(stage, { recursive: true, force: true });
      for (const name of written) await rm(path.join(paths.files, name), { force: true });
      if (hasSkills) await rm(paths.skills, { force: true });
      if (!hadFiles) await rm(paths.files, { recursive: true, force: true });
      held.release();
      if (!existed) await rm(paths.root, { recursive: true, force: true });
    },
  };
}

const names = (paths: DataPaths, fate: string) =>
  (Object.keys(DATA_PARTS) as (keyof typeof DATA_PARTS)[]).filter((part) => DATA_PARTS[part] === fate).map((part) => path.basename(paths[part]));

async function requireEmpty(paths: DataPaths, manifest: BackupManifest, found: readonly string[], holdsDatabase: boolean): Promise<void> {
  const own = new Set(originalsOf(manifest).map((part) => part.sha256));
  const foreign = found.includes(path.basename(paths.files)) ? (await readdir(paths.files)).filter((name) => !own.has(name) && !name.startsWith(".")) : [];
  const tolerated = [...names(paths, "stays"), path.basename(paths.files), "lost+found"];
  const isLock = (name: string) => name.startsWith(path.basename(paths.lock));
  const skills = path.basename(paths.skills);
  const skillsPart = manifest.parts.find((part) => part.path === skills);
  const hasSkills = found.includes(skills);
  // As a restore that was cut short left them.
  if (hasSkills && skillsPart && sha256(await readFile(/* turbopackIgnore: true */ paths.skills)) === skillsPart.sha256) tolerated.push(skills);
  const inTheWay = holdsDatabase ? found.filter((name) => !tolerated.includes(name) && !isLock(name) && !name.startsWith(STAGE_PREFIX)) : [];
  if (foreign.length > 0) inTheWay.push(`${path.basename(paths.files)} (${foreign.length} files that are not the backup's)`);
  if (hasSkills && skillsPart && !tolerated.includes(skills) && !inTheWay.includes(skills)) inTheWay.push(skills);
  if (inTheWay.length === 0) return;
  throw new AppError(
    "backup/target-not-empty",
    `${paths.root} already holds ${inTheWay.join(", ")}, and a restore never overwrites. Restore into a new folder (--into <folder>) and start Cadre with CADRE_DATA_DIR=<folder>; or stop Cadre, move these out of the way and try again.`,
  );
}

/** A database takes a few times the room of its packed rows: 64 MB of its own, and about ten times the tables. */
async function requireSpace(root: string, manifest: BackupManifest): Promise<void> {
  const bytesOf = (prefix: string) => manifest.parts.filter((part) => part.path.startsWith(prefix)).reduce((sum, part) => sum + part.bytes, 0);
  const needed = bytesOf("files/") + 10 * bytesOf("tables/") + 64e6;
  const { bavail, bsize } = await statfs(root);
  if (bavail * bsize >= needed) return;
  throw new AppError("backup/restore-failed", `${root} has ${((bavail * bsize) / 1e6).toFixed(0)} MB free; this backup needs about ${(needed / 1e6).toFixed(0)} MB. Free space, or choose another folder with --into.`);
}

async function putOriginals(folder: string, archive: CheckedArchive, written: string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = new Set(await readdir(folder));
  for (const part of originalsOf(archive.manifest)) {
    if (there.has(part.sha256)) continue;
    try {
      written.push(part.sha256);
      await putFile(path.join(folder, part.sha256), archive.read(part.path), part);
    } catch (error) {
      throw diskError(error, "backup/restore-failed", `an original file cannot be written to ${folder}`);
    }
  }
  await syncFolder(folder);
}

async function putFile(file: string, content: AsyncIterable<Uint8Array>, part: { readonly path: string; readonly sha256: string }): Promise<void> {
  const draft = path.join(path.dirname(file), `.${newId<string>()}`);
  const handle = await open(draft, "wx", 0o600);
  const hash = createHash("sha256");
  try {
    try {
      for await (const bytes of content) {
        await handle.writeFile(bytes);
        hash.update(bytes);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (hash.digest("hex") !== part.sha256) throw new AppError("backup/unusable", `${part.path} of the backup changed while it was being read`);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
