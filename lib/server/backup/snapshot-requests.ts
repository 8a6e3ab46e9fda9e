/**
 * @file How `cadre backup` asks the process that holds a PGlite data folder for a copy: a file in the folder's
 * `requests`, answered by a file. Who may write there is who owns the data folder, so no further secret is needed,
 * and it works wherever the folder itself can be seen (a second container, a folder too deep for a socket's name).
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lockDataFolder } from "../../../db/lock";
import { snapshotReply, snapshotRequest, type SnapshotReply } from "../../contracts/backup";
import type { DataPaths } from "../../config/paths";
import { AppError, isAppError, toAppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { errorCode } from "./disk-errors";

const POLL_MS = 500;
/** A server under load looks at its requests within this. */
const NOTICED_WITHIN_MS = 30_000;
const REQUEST = /^([0-9a-z-]+)\.json$/i;

/** A copy of the data folder, the asker's to remove, for how long statements waited, and what the asker is to be told. */
export interface PutAsideCopy {
  readonly folder: string;
  readonly pausedMs: number;
  readonly warnings: string[];
}

export interface RequestServer {
  /** Waits for an answer that is being prepared. */
  close(): Promise<void>;
}

/**
 * Answers requests one after the other until closed.
 *
 * @param take puts a copy aside
 */
export function serveSnapshotRequests(paths: Pick<DataPaths, "requests">, take: () => Promise<PutAsideCopy>): RequestServer {
  let running: Promise<void> | undefined;
  const look = async () => {
    for (const name of await namesIn(paths.requests)) {
      const id = REQUEST.exec(name)?.[1];
      if (id !== undefined) await answer(paths.requests, id, take);
    }
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => console.error(`requests of cadre backup are not answered: ${toAppError(error).message}`))
      .finally(() => (running = undefined));
  }, POLL_MS);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}

async function answer(folder: string, id: string, take: () => Promise<PutAsideCopy>): Promise<void> {
  const taken = path.join(/* turbopackIgnore: true */ folder, `${id}.taken`);
  try {
    await rename(path.join(/* turbopackIgnore: true */ folder, `${id}.json`), taken);
  } catch (error) {
    // The asker gave up and took it back.
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  const reply = await replyTo(taken, take);
  await writeWhole(path.join(/* turbopackIgnore: true */ folder, `${id}.reply.json`), reply);
  await rm(taken, { force: true });
}

async function replyTo(taken: string, take: () => Promise<PutAsideCopy>): Promise<SnapshotReply> {
  try {
    snapshotRequest.parse(JSON.parse(await readFile(/* turbopackIgnore: true */ taken, "utf8")));
    return { kind: "ready", ...(await take()) };
  } catch (error) {
    return { kind: "failed", message: toAppError(error).message };
  }
}

/**
 * Asks, and waits for the answer.
 *
 * @returns the copy's folder, the caller's to remove, for how long the server's statements waited, and sentences for whoever asked
 * @throws AppError "backup/failed" when nobody answers, or the server could not; "job/cancelled"
 */
export async function requestSnapshot(paths: DataPaths, options: { holder: AppError; signal?: AbortSignal; noticedWithinMs?: number }): Promise<PutAsideCopy> {
  const { holder, signal, noticedWithinMs = NOTICED_WITHIN_MS } = options;
  const id = newId<string>();
  const at = (ending: string) => path.join(/* turbopackIgnore: true */ paths.requests, `${id}${ending}`);
  await mkdir(paths.requests, { recursive: true, mode: 0o700 });
  await writeWhole(at(".json"), { kind: "snapshot", at: new Date().toISOString() });
  const began = Date.now();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const names = await namesIn(paths.requests);
      if (names.includes(`${id}.reply.json`)) return outcome(snapshotReply.parse(JSON.parse(await readFile(/* turbopackIgnore: true */ at(".reply.json"), "utf8"))));
      if (names.includes(`${id}.json`) && Date.now() - began > noticedWithinMs) {
        throw new AppError("backup/failed", `${holder.message} It did not answer the request for a copy within ${Math.round(noticedWithinMs / 1000)} s: if it is not a Cadre server of this version, stop it and try again.`);
      }
      if (isFree(paths.root)) throw new AppError("backup/failed", "the server that held the data folder ended while the copy was being made: try again");
      await sleep(POLL_MS / 2);
    }
  } finally {
    for (const ending of [".json", ".taken", ".reply.json"]) await rm(at(ending), { force: true });
  }
}

function outcome(reply: SnapshotReply): PutAsideCopy {
  if (reply.kind === "ready") return reply;
  throw new AppError("backup/failed", `the server could not put a copy of its data aside: ${reply.message}`);
}

function isFree(root: string): boolean {
  try {
    lockDataFolder(root).release();
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "data/locked") return false;
    throw error;
  }
}

async function writeWhole(file: string, content: unknown): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(/* turbopackIgnore: true */ draft, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(/* turbopackIgnore: true */ folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}
