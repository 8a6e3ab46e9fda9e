import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockDataFolder, type LockRecord } from "./lock";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cadre-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => path.join(folder, "cadre.lock");
const held = (): LockRecord => JSON.parse(readFileSync(lockFile(), "utf8")) as LockRecord;
const locked = expect.objectContaining({ code: "data/locked" }) as Error;

/** The pid of a process that has just ended. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

function leave(record: Partial<LockRecord>, file = lockFile()): void {
  const left: LockRecord = { token: "left-behind", pid: deadPid(), host: hostname(), processStart: null, heldSince: "2026-01-01T00:00:00.000Z", ...record };
  writeFileSync(file, JSON.stringify(left));
}

describe("data-folder lock", () => {
  test("held: a second taker is refused with pid, folder and what to do; released: free, and nothing left behind", () => {
    const lock = lockDataFolder(folder);
    expect(held()).toMatchObject({ pid: process.pid, host: hostname() });
    expect(() => lockDataFolder(folder)).toThrow(locked);
    expect(() => lockDataFolder(folder)).toThrow(folder);
    expect(() => lockDataFolder(folder)).toThrow(/this process itself.*Stop it.*DATABASE_URL/);
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    lockDataFolder(folder).release();
  });

  test("a running process' lock is respected and its pid named", () => {
    const pid = process.ppid;
    leave({ pid });
    expect(() => lockDataFolder(folder)).toThrow(new RegExp(`process ${pid} .*since 2026-01-01`));
    expect(held().pid).toBe(pid);
  });

  test("a dead process' lock is taken over", () => {
    leave({});
    const lock = lockDataFolder(folder);
    expect(held().pid).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(["cadre.lock"]);
    lock.release();
  });

  test.runIf(existsSync("/proc/self/stat"))("a reused pid is not mistaken for the holder", () => {
    leave({ pid: process.ppid, processStart: "another-boot/1" });
    lockDataFolder(folder).release();
  });

  test("another host's lock is respected while its holder touches it, and taken over when it no longer does", () => {
    leave({ host: "another-container", pid: 1 });
    expect(() => lockDataFolder(folder)).toThrow(/on another-container/);
    const longAgo = new Date(Date.now() - 10 * 60_000);
    utimesSync(lockFile(), longAgo, longAgo);
    lockDataFolder(folder).release();
  });

  test.each(["", "{", "null", '{"pid":1}'])("a lock file cut short by a power failure (%j) holds nothing", (text) => {
    writeFileSync(lockFile(), text);
    const lock = lockDataFolder(folder);
    expect(held().pid).toBe(process.pid);
    lock.release();
  });

  test("a successor that died in the middle of its takeover is succeeded in turn", () => {
    leave({ token: "first" });
    leave({ token: "second" }, `${lockFile()}.first`);
    const lock = lockDataFolder(folder);
    expect(held().pid).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(["cadre.lock"]);
    lock.release();
  });

  test("a successor that lives holds the folder, before it has moved into place too", () => {
    leave({ token: "first" });
    leave({ token: "second", pid: process.ppid }, `${lockFile()}.first`);
    expect(() => lockDataFolder(folder)).toThrow(locked);
    expect(held().token).toBe("first");
  });

  test("a lock that someone else took meanwhile is not removed by release", () => {
    const lock = lockDataFolder(folder);
    leave({ token: "someone-else" });
    lock.release();
    expect(held().token).toBe("someone-else");
  });
});
