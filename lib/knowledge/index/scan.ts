/**
 * @file Scan: the exact search. Scores every stored vector that the filter admits and keeps the best k.
 */
import type { ChunkId } from "../../core/types";
import type { SearchHit } from "../types";
import { createTopK } from "./top-k";
import type { VectorSlab } from "./vector-slab";

/**
 * @param query a unit vector of the slab's dimension
 * @returns at most k hits, best first, ties by id
 */
export function scan(slab: VectorSlab, query: Float32Array, search: { k: number; filter?: (id: ChunkId) => boolean }): SearchHit[] {
  const best = createTopK<SearchHit>(search.k);
  for (const [slot, id] of slab.ids.entries()) {
    if (search.filter && !search.filter(id)) continue;
    const score = slab.dot(query, slot);
    if (best.admits(score)) best.push({ id, score });
  }
  return best.sorted();
}
