import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createFileStore, type FileStore } from "./file-store";

let folder = "";
let store: FileStore;

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), "cadre-files-")), "files");
  store = createFileStore(folder);
});

test("the same bytes twice are one file, named for their hash", async () => {
  const bytes = new TextEncoder().encode("Boots are issued twice a year.");
  const hash = await store.put(bytes);
  expect(await store.put(bytes)).toBe(hash);
  expect(await readdir(folder)).toEqual([hash]);
  expect(new Uint8Array(await readFile(store.pathOf(hash)))).toEqual(bytes);
});

test("sweep removes what no document needs and drafts of a crash, and nothing else", async () => {
  const kept = await store.put(new TextEncoder().encode("kept"));
  await store.put(new TextEncoder().encode("orphan"));
  await writeFile(path.join(folder, ".draft-of-a-crash"), "half");
  expect(await store.sweep(new Set([kept]))).toBe(2);
  expect(await readdir(folder)).toEqual([kept]);
});

test("removing what is gone already is no error", async () => {
  await expect(store.remove("00".repeat(32))).resolves.toBeUndefined();
});
