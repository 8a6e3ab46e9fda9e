/**
 * @file What must not be loaded, and what restore does instead. Works with vectors alone, so it needs no addon.
 */
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChunkId, EncoderVersion } from "../../core/types";
import { createExactIndex } from "./exact-index";
import { createVectorIndex, restoreIndex } from "./restore-index";
import { fingerprintIds } from "./snapshot-format";
import { loadSnapshot } from "./snapshot-load";
import { createSwappableIndex } from "./swappable-index";
import { clustered } from "./vector-index.contract";

const VERSION = "test@000000000000" as EncoderVersion;
const items = clustered(20, { dimension: 8, centres: 3, seed: 1 });
const expected = { encoderVersion: VERSION, dimension: 8, fingerprint: fingerprintIds(items.map((item) => item.id)) };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-snapshot-"));
  const index = createExactIndex(8);
  index.add(items);
  await index.saveSnapshot(folder, VERSION);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const load = () => loadSnapshot(folder, expected, { addon: null });
const versionFolder = async (): Promise<string> => join(folder, await readFile(join(folder, "CURRENT"), "utf8"));

describe("loadSnapshot", () => {
  it("gives null for a folder without a snapshot", async () => {
    expect(await loadSnapshot(join(folder, "none"), expected, { addon: null })).toBeNull();
  });

  it.each([
    ["another encoder", { ...expected, encoderVersion: "other@111111111111" as EncoderVersion }],
    ["another dimension", { ...expected, dimension: 16 }],
    ["another set of chunks", { ...expected, fingerprint: fingerprintIds(["x" as ChunkId]) }],
  ])("refuses one of %s", async (_what, other) => {
    await expect(loadSnapshot(folder, other, { addon: null })).rejects.toMatchObject({ code: "index/corrupt" });
  });

  it("refuses changed, cut and missing files", async () => {
    const target = await versionFolder();
    const vectors = join(target, "vectors.f32");
    await appendFile(vectors, "x");
    await expect(load()).rejects.toMatchObject({ code: "index/corrupt" });
    await truncate(vectors, 100);
    await expect(load()).rejects.toMatchObject({ code: "index/corrupt" });
    await rm(vectors);
    await expect(load()).rejects.toMatchObject({ code: "index/corrupt" });
    await writeFile(join(target, "manifest.json"), "{");
    await expect(load()).rejects.toMatchObject({ code: "index/corrupt" });
    await writeFile(join(folder, "CURRENT"), "../elsewhere");
    await expect(load()).rejects.toMatchObject({ code: "index/corrupt" });
  });

  it("keeps the version before when a write was interrupted, and the next write tidies up", async () => {
    await writeFile(join(folder, "leftover.part"), "half");
    expect((await load())?.size).toBe(20);
    const index = createExactIndex(8);
    index.add(items);
    await index.saveSnapshot(folder, VERSION);
    expect((await readdir(folder)).length).toBe(2);
    expect((await load())?.size).toBe(20);
  });
});

describe("restoreIndex", () => {
  const vectors = async function* () {
    yield items.slice(0, 12);
    yield items.slice(12);
  };

  it("takes the snapshot and leaves the database alone", async () => {
    const refuse = (): never => {
      throw new Error("the vectors must not be read");
    };
    const restored = await restoreIndex({ folder, expected, addon: null, vectors: refuse });
    expect(restored.rebuilt).toBeNull();
    expect(restored.index.size).toBe(20);
  });

  it("rebuilds from the vectors when the snapshot does not fit, and says why", async () => {
    const seen: number[] = [];
    await writeFile(join(await versionFolder(), "vectors.f32"), "rubbish");
    const restored = await restoreIndex({ folder, expected, addon: null, vectors, onProgress: (done) => seen.push(done) });
    expect(restored.rebuilt).toMatch(/has changed since it was written/);
    expect(seen).toEqual([12, 20]);
    expect(restored.index.search(items[3]?.vector ?? new Float32Array(), 1)[0]?.id).toBe("c3");
  });
});

describe("createSwappableIndex", () => {
  it("serves from the new index from the next call on, and gives the old one back", () => {
    const old = createVectorIndex(8, null);
    const index = createSwappableIndex(old);
    index.add(items.slice(0, 5));
    expect(index.size).toBe(5);
    const next = createVectorIndex(8, null);
    next.add(items);
    expect(index.swap(next)).toBe(old);
    index.remove([items[0]?.id ?? ("" as ChunkId)]);
    expect([index.size, next.size, old.size]).toEqual([19, 19, 5]);
    expect(() => index.swap(next)).toThrow(/with itself/);
  });
});
