/**
 * @file Copies the folder of a PGlite database that is in use. Twice: once beside the running work, then, while nothing
 * is written, again what changed meanwhile. So the pause is as short as what changed is small.
 */
import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Files copied at the same time; the folder has about a thousand small ones. */
const AT_ONCE = 16;
/** A file changed this long before a copy began counts as changed since: file systems keep coarse times. */
const CLOCK_MARGIN_MS = 2_000;

/**
 * @param from folder of the database; @param to folder that does not exist yet
 * @param alone runs a function while no statement runs and none begins
 * @returns milliseconds for which statements had to wait
 */
export async function copyFolderInUse(from: string, to: string, alone: (work: () => Promise<void>) => Promise<void>): Promise<number> {
  const began = Date.now() - CLOCK_MARGIN_MS;
  const first = await listBelow(from);
  for (const folder of first.folders) await mkdir(join(/* turbopackIgnore: true */ to, folder), { recursive: true, mode: 0o700 });
  await copyAll(from, to, first.files);
  let pausedMs = 0;
  await alone(async () => {
    const start = performance.now();
    const last = await listBelow(from);
    for (const folder of last.folders) await mkdir(join(/* turbopackIgnore: true */ to, folder), { recursive: true, mode: 0o700 });
    await copyAll(from, to, await changedSince(from, last.files, began));
    const kept = new Set(last.files);
    for (const file of first.files) if (!kept.has(file)) await rm(join(/* turbopackIgnore: true */ to, file), { force: true });
    pausedMs = performance.now() - start;
  });
  return pausedMs;
}

/** Relative paths of every folder (parents first, "" for the folder itself) and every file. */
async function listBelow(root: string): Promise<{ folders: string[]; files: string[] }> {
  const folders = [""];
  const files: string[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(join(/* turbopackIgnore: true */ root, folder), { withFileTypes: true })) {
      if (entry.isDirectory()) folders.push(join(folder, entry.name));
      else if (entry.isFile()) files.push(join(folder, entry.name));
    }
  }
  return { folders, files };
}

async function changedSince(root: string, files: readonly string[], sinceMs: number): Promise<string[]> {
  const changed: string[] = [];
  await inParallel(files, async (file) => {
    const { mtimeMs, ctimeMs } = await stat(join(/* turbopackIgnore: true */ root, file));
    if (Math.max(mtimeMs, ctimeMs) >= sinceMs) changed.push(file);
  });
  return changed;
}

async function copyAll(from: string, to: string, files: readonly string[]): Promise<void> {
  await inParallel(files, async (file) => {
    try {
      await copyFile(join(/* turbopackIgnore: true */ from, file), join(/* turbopackIgnore: true */ to, file), constants.COPYFILE_FICLONE);
    } catch (error) {
      // The database removed it after it was listed; the last listing decides what belongs.
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const item of left) await work(item);
  }));
}
