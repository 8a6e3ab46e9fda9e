/**
 * @file The contract of every vector index, run by exact-index.test.ts and hnsw-index.test.ts. Expected results come
 * from a plain sort over all cosines, written here, not from an index.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import type { ChunkId, EncoderVersion } from "../../core/types";
import type { HnswAddon } from "./hnsw-addon";
import { fingerprintIds } from "./snapshot-format";
import { loadSnapshot } from "./snapshot-load";
import type { StoredIndex } from "./stored-index";

export interface IndexUnderTest {
  readonly name: string;
  create(dimension: number): StoredIndex;
  /** What `loadSnapshot` needs to give back an index of this kind. */
  readonly addon: HnswAddon | null;
}

interface Item {
  readonly id: ChunkId;
  readonly vector: Float32Array;
}

const VERSION = "test@000000000000" as EncoderVersion;
const id = (name: string | number): ChunkId => `c${name}` as ChunkId;
const vec = (...values: number[]): Float32Array => Float32Array.from(values);
const names = (hits: readonly { id: ChunkId }[]): ChunkId[] => hits.map((hit) => hit.id);

/** Seeded vectors around a few centres, as passages of a few topics lie. */
export function clustered(count: number, shape: { dimension: number; centres: number; seed: number }): Item[] {
  const random = createRng(shape.seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = Array.from({ length: shape.centres }, () => Float32Array.from({ length: shape.dimension }, normal));
  return Array.from({ length: count }, (_, n) => {
    const centre = centres[Math.floor(random() * shape.centres)] ?? new Float32Array();
    return { id: id(n), vector: centre.map((value) => value + 0.9 * normal()) };
  });
}

function cosine(a: Float32Array, b: Float32Array): number {
  let ab = 0;
  for (const [i, value] of a.entries()) ab += value * (b[i] ?? 0);
  return ab / (Math.hypot(...a) * Math.hypot(...b));
}

function expectedIds(items: readonly Item[], query: Float32Array, k: number): ChunkId[] {
  return items
    .map((item) => ({ id: item.id, score: cosine(query, item.vector) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, k)
    .map((hit) => hit.id);
}

/** A snapshot lists what the graph itself holds, so it shows a graph that has missed a change. */
async function expectSnapshotOf(index: StoredIndex, subject: IndexUnderTest, items: readonly Item[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cadre-index-"));
  await index.saveSnapshot(folder, VERSION);
  const fingerprint = fingerprintIds(items.map((item) => item.id));
  const expected = { encoderVersion: VERSION, dimension: index.dimension, fingerprint };
  expect((await loadSnapshot(folder, expected, { addon: subject.addon }))?.size).toBe(items.length);
  await rm(folder, { recursive: true });
}

export function describeVectorIndex(subject: IndexUnderTest): void {
  describe(`${subject.name}: search`, () => {
    it("gives the nearest first, with their cosines", () => {
      const index = subject.create(2);
      index.add([
        { id: id("east"), vector: vec(2, 0) },
        { id: id("north"), vector: vec(0, 3) },
        { id: id("north-east"), vector: vec(1, 1) },
      ]);
      const hits = index.search(vec(10, 0), 2);
      expect(names(hits)).toEqual([id("east"), id("north-east")]);
      expect(hits[0]?.score).toBeCloseTo(1, 6);
      expect(hits[1]?.score).toBeCloseTo(Math.SQRT1_2, 6);
    });

    it("orders equal scores by id, whatever the order of addition", () => {
      const index = subject.create(2);
      index.add(["d", "b", "a", "c"].map((name) => ({ id: id(name), vector: vec(1, 1) })));
      expect(names(index.search(vec(1, 0), 3))).toEqual([id("a"), id("b"), id("c")]);
    });

    it("gives everything when k passes the size, nothing for k = 0 or when empty", () => {
      const index = subject.create(2);
      expect(index.search(vec(1, 0), 5)).toEqual([]);
      index.add([{ id: id(1), vector: vec(1, 0) }]);
      expect(names(index.search(vec(1, 0), 5000))).toEqual([id(1)]);
      expect(index.search(vec(1, 0), 0)).toEqual([]);
      expect(() => index.search(vec(1, 0), -1)).toThrow(/whole number/);
    });

    it("refuses vectors of another length or without a direction, and stays as it was", () => {
      const index = subject.create(2);
      index.add([{ id: id(1), vector: vec(1, 0) }]);
      expect(() => index.add([{ id: id(2), vector: vec(1, 0, 0) }])).toThrow(expect.objectContaining({ code: "index/dimension-mismatch" }));
      expect(() => index.search(vec(1), 1)).toThrow(expect.objectContaining({ code: "index/dimension-mismatch" }));
      for (const broken of [vec(0, 0), vec(Number.NaN, 1), vec(Infinity, 1)]) {
        expect(() => index.add([{ id: id(3), vector: broken }])).toThrow(expect.objectContaining({ code: "index/invalid-vector" }));
        expect(() => index.search(broken, 1)).toThrow(expect.objectContaining({ code: "index/invalid-vector" }));
      }
      expect(index.size).toBe(1);
      expect(names(index.search(vec(0, 1), 9))).toEqual([id(1)]);
    });

    it("finds at least 95 % of the exact ten nearest among 2,000", () => {
      const items = clustered(2000, { dimension: 48, centres: 60, seed: 7 });
      const index = subject.create(48);
      index.add(items);
      const queries = clustered(50, { dimension: 48, centres: 60, seed: 8 });
      let found = 0;
      for (const { vector } of queries) {
        const got = new Set(names(index.search(vector, 10)));
        found += expectedIds(items, vector, 10).filter((wanted) => got.has(wanted)).length;
      }
      expect(found / (queries.length * 10)).toBeGreaterThanOrEqual(0.95);
    });
  });

  describe(`${subject.name}: filter`, () => {
    const items = clustered(600, { dimension: 16, centres: 10, seed: 3 });

    it.each([2, 10, 300])("what is refused affects neither results nor their count (1 in %i admitted)", (step) => {
      const index = subject.create(16);
      index.add(items);
      const admitted = items.filter((_, n) => n % step === 0);
      const allowed = new Set(admitted.map((item) => item.id));
      const alone = subject.create(16);
      alone.add(admitted);
      const query = items[1]?.vector ?? vec();
      const hits = index.search(query, 20, (candidate) => allowed.has(candidate));
      expect(names(hits)).toEqual(expectedIds(admitted, query, 20));
      expect(hits).toEqual(alone.search(query, 20));
    });

    it("gives nothing when the filter admits nothing, and passes on what it throws", () => {
      const index = subject.create(16);
      index.add(items);
      const query = items[0]?.vector ?? vec();
      expect(index.search(query, 5, () => false)).toEqual([]);
      const broken = (): boolean => {
        throw new RangeError("permission lookup failed");
      };
      expect(() => index.search(query, 5, broken)).toThrow("permission lookup failed");
      expect(names(index.search(query, 1))).toEqual([id(0)]);
    });
  });

  describe(`${subject.name}: change`, () => {
    it("forgets what is removed and takes it back with a new vector", () => {
      const index = subject.create(2);
      index.add([
        { id: id(1), vector: vec(1, 0) },
        { id: id(2), vector: vec(0, 1) },
      ]);
      index.remove([id(1), id("unknown")]);
      expect(index.size).toBe(1);
      expect(names(index.search(vec(1, 0), 5))).toEqual([id(2)]);
      index.add([{ id: id(1), vector: vec(-1, 0) }]);
      expect(index.search(vec(-1, 0), 5)).toEqual([
        { id: id(1), score: 1 },
        { id: id(2), score: 0 },
      ]);
    });

    it("replaces the vector of a known id instead of listing it twice", () => {
      const index = subject.create(2);
      for (const vector of [vec(1, 0), vec(0, 1), vec(0, 1)]) index.add([{ id: id(1), vector }]);
      expect(index.size).toBe(1);
      expect(index.search(vec(0, 1), 3)).toEqual([{ id: id(1), score: 1 }]);
    });

    it("behaves like a plain list under any sequence of changes", { timeout: 60_000 }, () => {
      const point = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 4 }));
      const step = fc.oneof(
        fc.record({ add: fc.integer({ min: 0, max: 12 }), at: point }),
        fc.record({ remove: fc.integer({ min: 0, max: 12 }) }),
      );
      fc.assert(
        fc.property(fc.array(step, { maxLength: 60 }), point, fc.integer({ min: 1, max: 15 }), (steps, query, k) => {
          const index = subject.create(3);
          const model = new Map<ChunkId, Float32Array>();
          for (const change of steps) {
            if ("add" in change) {
              model.set(id(change.add), vec(...change.at));
              index.add([{ id: id(change.add), vector: vec(...change.at) }]);
            } else {
              model.delete(id(change.remove));
              index.remove([id(change.remove)]);
            }
          }
          const hits = index.search(vec(...query), k, (candidate) => candidate !== id(5));
          const allowed = [...model].filter(([key]) => key !== id(5)).map(([key, vector]) => ({ id: key, vector }));
          expect(index.size).toBe(model.size);
          expect(hits.length).toBe(Math.min(k, allowed.length));
          // Small integer vectors tie often and up to rounding, so compare the scores and that every id is one of its score.
          const best = allowed.map((item) => cosine(vec(...query), item.vector)).sort((a, b) => b - a);
          for (const [rank, hit] of hits.entries()) {
            expect(hit.score).toBeCloseTo(best[rank] ?? Number.NaN, 5);
            expect(hit.score).toBeCloseTo(cosine(vec(...query), model.get(hit.id) ?? vec()), 5);
          }
          expect(new Set(names(hits)).size).toBe(hits.length);
        }),
        { numRuns: 150, seed: 11 },
      );
    });

    it("compacts while searches, additions and removals go on", async () => {
      const items = clustered(900, { dimension: 16, centres: 10, seed: 5 });
      const index = subject.create(16);
      index.add(items.slice(0, 800));
      index.remove(items.slice(0, 500).map((item) => item.id));
      const compacting = index.compact();
      index.add(items.slice(800));
      const late = [500, 501, 600, 798, 799].map((n) => id(n));
      index.remove(late);
      const left = items.slice(500).filter((item) => !late.includes(item.id));
      const query = items[600]?.vector ?? vec();
      expect(names(index.search(query, 10))).toEqual(expectedIds(left, query, 10));
      await compacting;
      await index.compact();
      expect(index.deletedShare).toBe(0);
      expect(index.size).toBe(left.length);
      expect(names(index.search(query, 10))).toEqual(expectedIds(left, query, 10));
      await expectSnapshotOf(index, subject, left);
    });

    it("keeps what is added while it compacts", async () => {
      const items = clustered(700, { dimension: 16, centres: 10, seed: 6 });
      const index = subject.create(16);
      index.add(items.slice(0, 600));
      index.remove([id(0)]);
      const compacting = index.compact();
      index.add(items.slice(600));
      await compacting;
      expect(index.deletedShare).toBe(0);
      await expectSnapshotOf(index, subject, items.slice(1));
    });
  });

  describe(`${subject.name}: snapshot`, () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "cadre-index-"));
    });
    afterEach(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it("comes back with the same answers and can be changed further", async () => {
      const items = clustered(300, { dimension: 16, centres: 8, seed: 9 });
      const index = subject.create(16);
      index.add(items);
      index.remove([id(0), id(17)]);
      await index.saveSnapshot(folder, VERSION);
      const left = items.filter((item) => item.id !== id(0) && item.id !== id(17));
      const fingerprint = fingerprintIds(left.map((item) => item.id));
      const loaded = await loadSnapshot(
        folder,
        { encoderVersion: VERSION, dimension: 16, fingerprint },
        { addon: subject.addon, exactUpTo: 0, narrowBelow: 0 },
      );
      expect(loaded?.kind).toBe(index.kind);
      expect(loaded?.size).toBe(298);
      const query = items[40]?.vector ?? vec();
      expect(loaded?.search(query, 10)).toEqual(index.search(query, 10));
      loaded?.add([{ id: id("new"), vector: query }]);
      loaded?.remove([id(40)]);
      expect(names(loaded?.search(query, 1) ?? [])).toEqual([id("new")]);
    });

    it("keeps an empty index, and the last of two saves at once", async () => {
      const index = subject.create(4);
      const expected = { encoderVersion: VERSION, dimension: 4, fingerprint: fingerprintIds([]) };
      await index.saveSnapshot(folder, VERSION);
      expect((await loadSnapshot(folder, expected, { addon: subject.addon }))?.size).toBe(0);
      index.add([{ id: id(1), vector: vec(1, 0, 0, 0) }]);
      await Promise.all([index.saveSnapshot(folder, VERSION), index.saveSnapshot(folder, VERSION)]);
      const after = { ...expected, fingerprint: fingerprintIds([id(1)]) };
      expect((await loadSnapshot(folder, after, { addon: subject.addon }))?.size).toBe(1);
    });
  });
}
