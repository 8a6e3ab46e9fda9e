/**
 * @file Watched folders: looks at them now and again, and soon after the system tells of a change. A file is read once it has
 * stood still; a file that is gone becomes a task for its owner, never a deletion. A folder that cannot be read, or is
 * suddenly empty, changes nothing: it is more likely not mounted than cleared.
 */
import { watch, type FSWatcher } from "node:fs";
import { changeWatchedFile, forgetWatchedFile, listWatchedFiles, type WatchedFile } from "../../../db/queries/watched-files";
import { WATCH } from "../../config/defaults";
import type { WatchFolder } from "../../config/watch-folders";
import type { Clock } from "../../core/clock";
import { AppError, toAppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { raiseFileRemoved } from "../document-tasks/raise";
import { requireModuleOfAction } from "../modules/state";
import { followFile, type Followed, type FollowServices } from "./follow-file";
import { scanFolder, type FoundFile } from "./scan-folder";

const scope = systemScope("watched folder");

export interface FolderState {
  readonly folder: string;
  readonly lookedAt: Date | null;
  /** Why it could not be looked at; null when it could. */
  readonly problem: string | null;
}

export interface Watcher {
  /** One look at every folder. @returns true when something was still moving, so that another look is due soon */
  look(): Promise<boolean>;
  states(): readonly FolderState[];
  /** Waits for a look that is under way. */
  close(): Promise<void>;
}

export interface WatcherOptions {
  readonly services: FollowServices;
  readonly folders: readonly WatchFolder[];
  readonly clock: Clock;
  /** False: looks only when asked to (tests). */
  readonly follows?: boolean;
}

export function createWatcher({ services, folders, clock, follows = true }: WatcherOptions): Watcher {
  const states = new Map<string, FolderState>(folders.map(({ folder }) => [folder, { folder, lookedAt: null, problem: null }]));
  /** Changed files by path, as they were when first seen so. */
  const standing = new Map<string, { size: number; modifiedMs: number; sinceMs: number }>();
  /** Known files that are not there, since when: an editor may be putting another one in their place. */
  const goneSince = new Map<string, number>();
  let queue: Promise<boolean> = Promise.resolve(false);
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const look = (): Promise<boolean> => (queue = queue.then(lookAtAll));
  async function lookAtAll(): Promise<boolean> {
    let moving = false;
    for (const folder of folders) {
      if (closed) return false;
      try {
        moving = (await lookAt(folder)) || moving;
      } catch (thrown) {
        const error = toAppError(thrown);
        if (states.get(folder.folder)?.problem !== error.message) console.error(`watched folder: ${error.message}`);
        states.set(folder.folder, { folder: folder.folder, lookedAt: new Date(clock.now()), problem: error.message });
      }
    }
    return moving;
  }

  async function lookAt(folder: WatchFolder): Promise<boolean> {
    await requireModuleOfAction(services.db, `documents:upload:${folder.kind}`);
    const found = await scanFolder(folder.folder);
    const known = await listWatchedFiles(services.db, scope, folder.folder);
    const present = known.filter(({ state }) => state !== "removed");
    const paths = new Set(found.map((file) => file.path));
    const missing = present.filter((file) => !paths.has(file.path));
    if (found.length === 0 && missing.length > 1) throw new AppError("data/unavailable", `${folder.folder} is empty, though ${missing.length} files were there: nothing is changed until it is mounted again, or a file is in it`);
    let moving = false;
    for (const file of found) moving = (await consider(folder, file, { known, missing })) === "moving" || moving;
    moving = (await markRemoved(folder.folder, missing, moving)) || moving;
    for (const file of present) if (paths.has(file.path)) goneSince.delete(file.id);
    states.set(folder.folder, { folder: folder.folder, lookedAt: new Date(clock.now()), problem: null });
    return moving;
  }

  async function consider(folder: WatchFolder, found: FoundFile, { known, missing }: { known: readonly WatchedFile[]; missing: readonly WatchedFile[] }): Promise<Followed> {
    const file = known.find((row) => row.path === found.path);
    if (file && file.state !== "removed" && file.sizeBytes === found.sizeBytes && file.modifiedMs === found.modifiedMs) return "same";
    const before = standing.get(found.absolute);
    const isStill = before !== undefined && before.size === found.sizeBytes && before.modifiedMs === found.modifiedMs;
    if (!isStill) standing.set(found.absolute, { size: found.sizeBytes, modifiedMs: found.modifiedMs, sinceMs: clock.now() });
    if (!isStill || clock.now() - before.sinceMs < WATCH.settleMs) return "moving";
    const outcome = await followFile(services, folder, found, { file, missing });
    if (outcome !== "moving") standing.delete(found.absolute);
    return outcome;
  }

  /** @param isMoving a file that is still being written may be one of them under another name @returns true when some wait */
  async function markRemoved(root: string, missing: readonly WatchedFile[], isMoving: boolean): Promise<boolean> {
    if (missing.length === 0) return false;
    // Read again, because a rename has given some of them another path.
    const now = await listWatchedFiles(services.db, scope, root);
    let waits = false;
    for (const file of now.filter(({ id, path, state }) => state !== "removed" && missing.some((other) => other.id === id && other.path === path))) {
      if (!goneSince.has(file.id)) goneSince.set(file.id, clock.now());
      if (isMoving || clock.now() - (goneSince.get(file.id) ?? 0) < WATCH.settleMs) {
        waits = true;
        continue;
      }
      goneSince.delete(file.id);
      if (file.documentId === null) {
        await forgetWatchedFile(services.db, scope, file.id);
        continue;
      }
      await raiseFileRemoved(services.db, { documentId: file.documentId, file: file.path });
      await changeWatchedFile(services.db, scope, file.id, { state: "removed" });
    }
    return waits;
  }

  const later = (ms: number) => {
    clearTimeout(timer);
    if (closed || !follows) return;
    timer = setTimeout(() => void look().then((moving) => later(moving ? WATCH.settleMs : WATCH.pollMs)), ms);
    timer.unref();
  };
  const told = follows ? folders.flatMap(({ folder }) => listen(folder, () => later(WATCH.settleMs / 4))) : [];
  later(0);

  return {
    look,
    states: () => [...states.values()],
    async close() {
      closed = true;
      clearTimeout(timer);
      told.forEach((listener) => listener.close());
      await queue;
    },
  };
}

/** Where the system cannot tell of changes (network drives, missing folders), the regular look finds them. */
function listen(folder: string, onChange: () => void): FSWatcher[] {
  try {
    const listener = watch(folder, { recursive: true, persistent: false }, onChange);
    listener.on("error", (error) => {
      console.error(`watched folder ${folder}: changes are found by looking only (${error.message})`);
      listener.close();
    });
    return [listener];
  } catch (error) {
    console.error(`watched folder ${folder}: changes are found by looking only (${toAppError(error).message})`);
    return [];
  }
}
