import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import type { Encoder } from "../core/encoder";
import type { ChunkId, EncoderVersion } from "../core/types";
import { INDEX } from "../config/defaults";
import { openVectors } from "./vectors";

const encoder = { version: "toy@000000000000" as EncoderVersion, dimension: 2 } as Encoder;
const item = (id: string, angle: number) => ({ id: id as ChunkId, vector: Float32Array.of(Math.cos(angle), Math.sin(angle)) });
const items = [item("kept.0", 0.1), item("gone.0", 0.2), item("kept.1", 0.3)];
let folder = "";

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), "cadre-vectors-")), "index");
});

/** Every byte below the folder, as text. */
async function everything(): Promise<string> {
  if (!existsSync(folder)) return "";
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return (await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name), "latin1")))).join("\n");
}

test("filled from the database at first, from the snapshot afterwards, with the same answers", async () => {
  const first = await openVectors({ folder, encoder });
  expect(await first.load(items)).toBe("there is no snapshot yet");
  const before = first.index.search(Float32Array.of(1, 0), 3);
  await first.close();
  const second = await openVectors({ folder, encoder });
  expect(await second.load(items)).toBeNull();
  expect(second.index.search(Float32Array.of(1, 0), 3)).toEqual(before);
  expect(before.map((hit) => hit.id)).toEqual(["kept.0", "gone.0", "kept.1"]);
});

test("after a delete nothing on disk names it, neither at once nor in the next snapshot", async () => {
  const vectors = await openVectors({ folder, encoder });
  await vectors.load(items);
  await vectors.saveSnapshot();
  expect(await everything()).toContain("gone.0");
  vectors.index.remove(["gone.0" as ChunkId]);
  await vectors.dropSnapshot();
  expect(await everything()).toBe("");
  await vectors.close();
  expect(await everything()).toContain("kept.1");
  expect(await everything()).not.toContain("gone.0");
});

test("a crash between delete and drop: the next start finds other chunks in the database and drops every snapshot", async () => {
  const before = await openVectors({ folder, encoder });
  await before.load(items);
  await before.saveSnapshot();
  await mkdir(path.join(folder, "other@1"), { recursive: true });
  await writeFile(path.join(folder, "other@1", "manifest.json"), '{"ids":["gone.0"]}');
  const after = await openVectors({ folder, encoder });
  expect(await after.load(items.filter((entry) => entry.id !== "gone.0"))).toMatch(/other chunks/);
  expect(await everything()).not.toContain("gone.0");
  expect(after.index.search(Float32Array.of(1, 0), 3).map((hit) => hit.id)).toEqual(["kept.0", "kept.1"]);
});

test("many deletions are compacted away without waiting for a pause", async () => {
  const many = Array.from({ length: 40 }, (_, i) => item(`d.${i}`, i / 40));
  const vectors = await openVectors({ folder, encoder });
  await vectors.load(many);
  vectors.index.remove(many.slice(0, 20).map((entry) => entry.id));
  if (vectors.index.kind === "hnsw") expect(vectors.index.deletedShare).toBeGreaterThan(INDEX.compactAbove);
  vectors.markChanged();
  await vi.waitFor(() => expect(vectors.index.deletedShare).toBe(0));
  expect(vectors.index.size).toBe(20);
  await vectors.close();
});

test("a save that fails is tried again at the next one", async () => {
  const vectors = await openVectors({ folder, encoder });
  await vectors.load(items);
  await writeFile(folder, "a file where the folder should be");
  await expect(vectors.saveSnapshot()).rejects.toThrow(/EEXIST|ENOTDIR/);
  await vectors.dropSnapshot();
  await vectors.saveSnapshot();
  expect(await everything()).toContain("kept.0");
  await vectors.close();
});
