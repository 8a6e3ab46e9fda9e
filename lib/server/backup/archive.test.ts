/** @file The backup file by itself: any tar program reads it, and whatever is done to it is noticed before it is used. */
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../core/hash";
import { checkArchive } from "./archive-reader";
import { openArchive } from "./archive-writer";
import { readTarHeader, writeTarHeader } from "./tar-header";

const at = new Date("2026-11-22T04:00:00Z");
const original = Buffer.from("Bytes of an original \u0000\u0001 年假\n");
const lines = ['{"key":"a","value":"line\\u2028separator"}', '{"key":"b","value":"\u2028\u0085"}', '{"key":"c","value":null}'];
const table = { name: "settings", columns: ["key", "value"], rows: 3, part: "tables/settings.jsonl.gz" };
const head = { format: 1 as const, cadre: "0.1.0", createdAt: at.toISOString(), database: "pglite" as const, migration: { index: 0, tag: "0000_first_schema" }, tables: [table], sequences: [], missingOriginals: [] };

let folder = "";
let good: Buffer;

async function* of(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function write(name: string, change: { manifest?: object; extra?: string } = {}): Promise<string> {
  const file = path.join(folder, name);
  const archive = await openArchive(file, at);
  await archive.add(table.part, of(gzipSync(`${lines.slice(0, 2).join("\n")}\n`), gzipSync(`${lines[2] ?? ""}\n`)));
  await archive.add(`files/${sha256(original)}`, of(original.subarray(0, 5), original.subarray(5)));
  if (change.extra !== undefined) await archive.add(change.extra, of(original));
  await archive.seal({ ...head, ...change.manifest });
  await archive.publish();
  await archive.discard();
  return file;
}

/** Checks a changed copy of the good file. */
async function checkChanged(change: (bytes: Buffer) => Buffer): Promise<Error> {
  const file = path.join(folder, "changed.tar");
  await writeFile(file, change(Buffer.from(good)));
  return checkArchive(file).then(
    () => new Error("it was accepted"),
    (error: unknown) => error as Error,
  );
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadre-archive-"));
  good = await readFile(await write("good.tar"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a backup file", () => {
  test("gives back what went in; lines end at line feeds only", async () => {
    const archive = await checkArchive(path.join(folder, "good.tar"));
    expect(archive.manifest).toMatchObject(head);
    const found: string[] = [];
    for await (const line of archive.lines(table.part)) found.push(line);
    expect(found).toEqual(lines);
    const chunks: Uint8Array[] = [];
    for await (const bytes of archive.read(`files/${sha256(original)}`)) chunks.push(bytes);
    expect(Buffer.concat(chunks)).toEqual(original);
    expect(await readdir(folder)).not.toContainEqual(expect.stringContaining("partial"));
  });

  test("is a tar archive that tar reads, with a hash list that sha256sum reads", () => {
    const listed = spawnSync("tar", ["tf", path.join(folder, "good.tar")], { encoding: "utf8" });
    expect(listed.stdout.split("\n")).toEqual([table.part, `files/${sha256(original)}`, "manifest.json", "manifest.json.sha256", ""]);
    const unpack = spawnSync("sh", ["-c", 'mkdir out && tar xf good.tar -C out && cd out && sha256sum -c manifest.json.sha256 && gzip -dc tables/settings.jsonl.gz | wc -l'], { cwd: folder, encoding: "utf8" });
    expect(unpack.stdout).toMatch(/manifest\.json: OK\s+3/);
  });

  test("an entry with another hash than expected is taken back", async () => {
    const file = path.join(folder, "back.tar");
    const archive = await openArchive(file, at);
    await archive.add(table.part, of(gzipSync(`${lines.join("\n")}\n`)));
    expect(await archive.add(`files/${sha256("other")}`, of(Buffer.alloc(5000)), sha256("other"))).toBeNull();
    await archive.seal(head);
    await archive.publish();
    expect((await checkArchive(file)).manifest.parts.map((part) => part.path)).toEqual([table.part]);
  });

  test("does not replace a file that appeared meanwhile, and leaves nothing", async () => {
    const file = path.join(folder, "taken.tar");
    const archive = await openArchive(file, at);
    await archive.seal({ ...head, tables: [] });
    await writeFile(file, "mine");
    await expect(archive.publish()).rejects.toMatchObject({ code: "backup/failed", message: expect.stringContaining("appeared while") });
    await archive.discard();
    expect(await readFile(file, "utf8")).toBe("mine");
    expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
  });
});

describe("what is wrong with it is said before anything is done", () => {
  test("every cut, wherever it is made, is noticed", async () => {
    const lengths = [...Array.from({ length: good.length / 512 }, (_, blocks) => blocks * 512), 700, good.length - 1];
    for (const length of lengths) {
      expect(await checkChanged((bytes) => bytes.subarray(0, length)), `cut to ${length}`).toMatchObject({ code: "backup/unusable", message: expect.stringContaining("cut short") });
    }
    expect(await checkChanged((bytes) => Buffer.concat([bytes, Buffer.from("more")]))).toMatchObject({ message: expect.stringContaining("4 bytes after its end") });
  });

  test("one changed bit anywhere is noticed, or changes nothing that is read", async () => {
    const places = Array.from({ length: Math.floor((good.length - 1024) / 31) }, (_, i) => i * 31).filter((at) => good[at] !== 0);
    const { manifest } = await checkArchive(path.join(folder, "good.tar"));
    let refused = 0;
    for (const at of places) {
      const file = path.join(folder, "changed.tar");
      await writeFile(file, good.map((byte, i) => (i === at ? byte ^ 1 : byte)));
      const outcome = await checkArchive(file).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome, `bit at ${at}`).toMatchObject({ code: "backup/unusable" });
        refused += 1;
      } else expect(outcome, `bit at ${at}`).toMatchObject({ manifest });
    }
    // A space after a header's checksum may be anything.
    expect(refused).toBeGreaterThanOrEqual(places.length - 2);
    expect(places.length).toBeGreaterThan(30);
  });

  test("another file, an empty one, a folder and a missing one are told apart", async () => {
    expect(await checkChanged(() => Buffer.from("PK\u0003\u0004 this is a zip, or says so".repeat(40)))).toMatchObject({ message: expect.stringMatching(/no tar archive/) });
    expect(await checkChanged(() => Buffer.alloc(0))).toMatchObject({ message: expect.stringMatching(/cut short: it ends after 0 bytes/) });
    expect(await checkChanged(() => Buffer.alloc(1024))).toMatchObject({ message: expect.stringMatching(/no list of contents/) });
    await expect(checkArchive(folder)).rejects.toMatchObject({ code: "backup/unusable", message: expect.stringMatching(/is a folder/) });
    await expect(checkArchive(path.join(folder, "none.tar"))).rejects.toMatchObject({ code: "backup/unusable", message: expect.stringMatching(/does not exist \(ENOENT\)/) });
  });

  test("entries with other names, a path out of the folder among them, are refused", async () => {
    for (const extra of ["../../etc/passwd", "/etc/passwd", "files/readme.txt", "tables/a/b.jsonl.gz"]) {
      await expect(checkArchive(await write(`extra-${sha256(extra).slice(0, 8)}.tar`, { extra }))).rejects.toMatchObject({ code: "backup/unusable", message: expect.stringContaining("an entry that no backup has") });
    }
    await expect(checkArchive(await write("twice.tar", { extra: table.part }))).rejects.toMatchObject({ message: expect.stringContaining("twice") });
    await expect(checkArchive(await write("misnamed.tar", { extra: `files/${sha256("x")}` }))).rejects.toMatchObject({ message: expect.stringContaining("content that its name says") });
  });

  test("a format of the future names the version to install", async () => {
    const error = await checkArchive(await write("future.tar", { manifest: { format: 2, cadre: "9.4.0" } })).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "backup/too-new", message: expect.stringContaining("Install Cadre 9.4.0 or newer") });
  });

  test("a list of contents that does not fit is refused", async () => {
    await expect(checkArchive(await write("odd.tar", { manifest: { createdAt: "yesterday" } }))).rejects.toMatchObject({ message: expect.stringContaining("createdAt") });
    await expect(checkArchive(await write("gone.tar", { manifest: { tables: [{ ...table, part: "tables/users.jsonl.gz" }] } }))).rejects.toMatchObject({ message: expect.stringContaining("no entry of its own") });
  });
});

describe("tar headers", () => {
  test("carry sizes beyond 8 GiB", () => {
    for (const size of [0, 1, 8 * 1024 ** 3 - 1, 8 * 1024 ** 3, 5 * 1024 ** 4]) {
      expect(readTarHeader(writeTarHeader("files/x", size, at))).toEqual({ name: "files/x", sizeBytes: size });
    }
  });
});
