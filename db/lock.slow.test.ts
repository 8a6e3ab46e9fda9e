/** @file The lock between real processes, and a database whose process is killed in the middle of writing. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./client";
import { messages } from "./schema";

let folder = "";
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cadre-lock-"));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  rmSync(folder, { recursive: true, force: true });
});

function start(mode: "contend" | "ask"): { child: ChildProcess; lines: string[]; until: (count: number) => Promise<void> } {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "lock-child.ts"), mode, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const lines: string[] = [];
  let rest = "";
  const listeners = new Set<() => void>();
  child.stdout.on("data", (data: Buffer) => {
    const parts = (rest + data.toString()).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    listeners.forEach((listener) => listener());
  });
  const until = (count: number) =>
    new Promise<void>((resolve, reject) => {
      const check = () => lines.length >= count && resolve();
      listeners.add(check);
      child.once("exit", (code) => (lines.length >= count ? resolve() : reject(new Error(`child ended with ${code} after ${lines.length} lines`))));
      check();
    });
  return { child, lines, until };
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

test("of six processes that find a dead holder's lock at once, one takes it", async () => {
  const left = { token: "dead", pid: 2 ** 22 + 1, host: hostname(), processStart: null, heldSince: "" };
  writeFileSync(path.join(folder, "cadre.lock"), JSON.stringify(left));
  const contenders = Array.from({ length: 6 }, () => start("contend"));
  await Promise.all(contenders.map((each) => each.until(1)));
  expect(contenders.map((each) => each.lines[0]).sort()).toEqual([...Array<string>(5).fill("data/locked"), "took"]);
}, 120_000);

test("killed while writing: refused before, opens after, every acknowledged question is there", async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 2; round++) {
    const asker = start("ask");
    await asker.until(20 + 7 * round);
    await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({ code: "data/locked" });
    await kill(asker.child);
    acknowledged.push(...asker.lines);
  }
  const opened = await openDatabase({ dataDir: folder });
  const stored = new Set<string>((await opened.db.select({ id: messages.id }).from(messages)).map((row) => row.id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(47);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  await opened.close();
}, 300_000);
