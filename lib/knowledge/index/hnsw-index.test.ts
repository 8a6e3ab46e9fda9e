/**
 * @file The HNSW index against the contract, with its short cuts off (so that the graph itself is tested) and on.
 */
import { describe, expect, it } from "vitest";
import { INDEX } from "../../config/defaults";
import type { ChunkId } from "../../core/types";
import { loadHnsw } from "./hnsw-addon";
import { createExactIndex } from "./exact-index";
import { createHnswGraph } from "./hnsw-graph";
import { createHnswIndex } from "./hnsw-index";
import { createVectorSlab } from "./vector-slab";
import { clustered, describeVectorIndex } from "./vector-index.contract";

const load = await loadHnsw();

if (load.addon === null) {
  // A machine without the addon serves from the exact index; the build machine has a C++ tool chain and must not skip.
  describe.skip("hnsw: hnswlib-node is not built here", () => it("needs g++, make and python3", () => undefined));
} else {
  const { addon } = load;
  const graphOnly = { exactUpTo: 0, narrowBelow: 0 };
  describeVectorIndex({ name: "hnsw, graph only", create: (dimension) => createHnswIndex(addon, dimension, graphOnly), addon });
  describeVectorIndex({ name: "hnsw, as served", create: (dimension) => createHnswIndex(addon, dimension), addon });

  describe("hnsw: its own", () => {
    it("grows past its first capacity", () => {
      const index = createHnswIndex(addon, 8, graphOnly);
      const items = clustered(3000, { dimension: 8, centres: 20, seed: 1 });
      index.add(items);
      expect(index.size).toBe(3000);
      expect(index.search(items[2999]?.vector ?? new Float32Array(), 1)[0]?.id).toBe("c2999");
    });

    it("scans when the graph finds too few", () => {
      const items = clustered(60, { dimension: 8, centres: 4, seed: 3 });
      const slab = createVectorSlab(8);
      for (const item of items) slab.set(item.id, item.vector);
      const graph = createHnswGraph(addon, 8, INDEX);
      for (const item of items.slice(0, 3)) graph.add(item.id, item.vector);
      const index = createHnswIndex(addon, 8, { ...graphOnly, stored: { slab, graph } });
      const reference = createExactIndex(8, slab);
      const query = items[30]?.vector ?? new Float32Array();
      expect(index.search(query, 10)).toEqual(reference.search(query, 10));
    });

    it("tells how much of it is deleted", () => {
      const index = createHnswIndex(addon, 8, graphOnly);
      const items = clustered(100, { dimension: 8, centres: 4, seed: 2 });
      index.add(items);
      index.remove(items.slice(0, 25).map((item) => item.id));
      expect(index.deletedShare).toBeCloseTo(0.25, 9);
    });

    it("calls a narrow filter once per vector and never walks the graph with it", () => {
      const index = createHnswIndex(addon, 8, { exactUpTo: 0 });
      const items = clustered(2000, { dimension: 8, centres: 4, seed: 2 });
      index.add(items);
      let calls = 0;
      const only = new Set<ChunkId>(["c5" as ChunkId, "c70" as ChunkId]);
      const hits = index.search(items[5]?.vector ?? new Float32Array(), 10, (candidate) => {
        calls++;
        return only.has(candidate);
      });
      expect(hits.map((hit) => hit.id)).toEqual(["c5", "c70"]);
      expect(calls).toBeLessThanOrEqual(2000 + 64);
    });
  });
}
