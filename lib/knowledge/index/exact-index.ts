/**
 * @file Exact index: compares the query with every vector. The reference for the other indexes, and what serves
 * where hnswlib-node is not built. About 8 ms for 20,000 vectors of 256 numbers.
 */
import { invariant } from "../../core/invariant";
import { scan } from "./scan";
import { inTurn, writeSnapshot } from "./snapshot-write";
import type { StoredIndex } from "./stored-index";
import { createVectorSlab, unitVector, type VectorSlab } from "./vector-slab";

/** @param dimension numbers per vector, ≥ 1 */
export function createExactIndex(dimension: number, slab: VectorSlab = createVectorSlab(dimension)): StoredIndex {
  return {
    kind: "exact",
    dimension,
    get size() {
      return slab.size;
    },
    deletedShare: 0,
    add(items) {
      for (const item of items) slab.set(item.id, item.vector);
    },
    remove(ids) {
      for (const id of ids) slab.delete(id);
    },
    search(query, k, filter) {
      invariant(Number.isInteger(k) && k >= 0, () => `k must be a whole number ≥ 0, got ${k}`);
      return scan(slab, unitVector(query, dimension), { k, filter });
    },
    compact: () => Promise.resolve(),
    saveSnapshot: (folder, encoderVersion) => inTurn(folder, () => writeSnapshot(folder, { encoderVersion, slab })),
  };
}
