/**
 * @file Data-folder lock: one process at a time may open the PGlite database, two would silently lose data.
 * `cadre.lock` names its holder. A dead holder's lock is taken over by exactly one successor: whoever creates
 * `cadre.lock.<dead holder's token>` first. Not used with PostgreSQL, which takes any number of processes.
 */
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { AppError } from "../lib/core/errors";

export interface LockRecord {
  /** Unique per holding; names the successor file. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** Boot id and start tick of the process where /proc has them: tells a reused pid from the holder. */
  readonly processStart: string | null;
  readonly heldSince: string;
}

export interface DataLock {
  readonly path: string;
  /** Gives the folder free. Safe to call twice. */
  release(): void;
}

/** The holder touches its lock this often; on another host (container) it counts as alive for three such intervals. */
const HEARTBEAT_MS = 20_000;
const FOREIGN_HOST_STALE_MS = 3 * HEARTBEAT_MS;
const MAX_ROUNDS = 20;

/**
 * Takes the folder for this process until `release()` or the process ends.
 *
 * @param dataDir absolute path; created (mode 0700) when missing
 * @throws AppError "data/locked" naming the holder's pid, the folder and what to do
 */
export function lockDataFolder(dataDir: string): DataLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "cadre.lock");
  const own: LockRecord = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
    heldSince: new Date().toISOString(),
  };
  const draft = join(dataDir, `cadre.lock-draft-${own.token}`);
  writeFileSync(draft, `${JSON.stringify(own)}\n`, { flag: "wx", mode: 0o600 });
  try {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      if (tryTake(path, draft)) return hold(path, own);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new AppError("data/locked", `${path} changed hands ${MAX_ROUNDS} times while it was being taken; try again`);
}

/** @returns true when the lock is ours, false when others moved meanwhile and it must be looked at again */
function tryTake(path: string, draft: string): boolean {
  const first = readRecord(path);
  if (first === null) return linkExclusive(draft, path);
  const chain = [path];
  let holder = first;
  for (;;) {
    const lockPath = chain.at(-1) ?? path;
    if (isHeld(holder, lockPath)) throw lockedError(path, holder);
    const successor = `${path}.${holder.token}`;
    chain.push(successor);
    const next = readRecord(successor);
    if (next === null) break;
    holder = next;
  }
  const claim = chain.at(-1) ?? path;
  if (!linkExclusive(draft, claim)) return false;
  // The claim only counts while the dead holder's lock stands: had someone finished a takeover in between, they would
  // have replaced it before removing their claim.
  if (readRecord(path)?.token !== first.token) {
    rmSync(claim, { force: true });
    return false;
  }
  renameSync(draft, path);
  for (const file of chain.slice(1)) rmSync(file, { force: true });
  return true;
}

/** Keeps the lock fresh, and removes it at release or exit if it is still ours. */
function hold(path: string, own: LockRecord): DataLock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    if (readRecord(path)?.token === own.token) utimesSync(path, now, now);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.removeListener("exit", release);
    if (readRecord(path)?.token === own.token) rmSync(path, { force: true });
  };
  process.once("exit", release);
  return { path, release };
}

/**
 * @returns the record, null when there is no such file. A file that is not a record (a disk that filled up, a power
 * cut) is nobody's: records appear by hard link, whole.
 */
function readRecord(path: string): LockRecord | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
  const nobody: LockRecord = { token: "unreadable", pid: 0, host: hostname(), processStart: null, heldSince: "" };
  try {
    const parsed = JSON.parse(text) as Partial<LockRecord> | null;
    return parsed !== null && typeof parsed.token === "string" && typeof parsed.pid === "number" ? { ...nobody, ...parsed } : nobody;
  } catch (error) {
    if (error instanceof SyntaxError) return nobody;
    throw error;
  }
}

function isHeld(record: LockRecord, path: string): boolean {
  if (record.host !== hostname()) return Date.now() - modifiedMs(path) < FOREIGN_HOST_STALE_MS;
  if (record.pid <= 0 || !isRunning(record.pid)) return false;
  const start = processStart(record.pid);
  return start === null || record.processStart === null || start === record.processStart;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return errorCode(error) === "EPERM";
  }
}

/** @returns `<boot id>/<start tick>`, null where /proc does not say. @source proc(5), /proc/pid/stat field 22 */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 2 is the command in brackets and may hold spaces: count from its end. State is field 3.
    const tick = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    if (tick === undefined) return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${tick}`;
  } catch (error) {
    if (errorCode(error) !== null) return null;
    throw error;
  }
}

function modifiedMs(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return 0;
    throw error;
  }
}

function linkExclusive(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

function lockedError(path: string, holder: LockRecord): AppError {
  const who = holder.pid === process.pid ? "this process itself" : `process ${holder.pid}`;
  const where = holder.host === hostname() ? "" : ` on ${holder.host}`;
  const whatToDo =
    "Stop it (usually the server started by `npm start`) or do this in its web pages, " +
    "or set DATABASE_URL to a PostgreSQL server, which several processes may use at once.";
  const text = `The data folder ${dirname(path)} is in use by ${who}${where} since ${holder.heldSince}. ${whatToDo}`;
  return new AppError("data/locked", text, { userMessage: text, context: { pid: holder.pid } });
}
