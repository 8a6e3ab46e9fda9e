/**
 * @file HNSW index: nearest neighbours through a graph, scored and ordered like the exact index. Small indexes and
 * narrow filters are scanned exactly; deleted vectors are compacted away by rebuilding the graph beside the live one.
 */
import { INDEX } from "../../config/defaults";
import { invariant } from "../../core/invariant";
import type { ChunkId } from "../../core/types";
import type { SearchHit } from "../types";
import { createHnswGraph, type GraphOptions, type HnswGraph } from "./hnsw-graph";
import type { HnswAddon } from "./hnsw-addon";
import { scan } from "./scan";
import { inSlices } from "../../core/slices";
import { inTurn, writeSnapshot } from "./snapshot-write";
import type { StoredIndex } from "./stored-index";
import { compareHits } from "./top-k";
import { createVectorSlab, unitVector, type VectorSlab } from "./vector-slab";

export interface HnswOptions extends GraphOptions {
  /** Up to so many vectors every search is exact. */
  readonly exactUpTo: number;
  /** Filters with share² · size below this are answered by an exact scan (see INDEX.narrowBelow); 0 never. */
  readonly narrowBelow: number;
}

type Filter = (id: ChunkId) => boolean;

/** Asked beyond k, so that vectors of equal score at the cut are ordered by id and not by the graph. */
const SPARE = 8;

/**
 * @param addon from `loadHnsw`
 * @param dimension numbers per vector, ≥ 1
 * @param stored slab and graph of a snapshot; default empty
 */
export function createHnswIndex(
  addon: HnswAddon,
  dimension: number,
  given: Partial<HnswOptions> & { readonly stored?: { readonly slab: VectorSlab; readonly graph: HnswGraph } } = {},
): StoredIndex {
  const options: HnswOptions = { ...INDEX, ...given };
  const slab = given.stored?.slab ?? createVectorSlab(dimension);
  let graph = given.stored?.graph ?? createHnswGraph(addon, dimension, options);
  /** While compacting: the next graph, which every change reaches too. */
  let next: HnswGraph | undefined;
  let compacting: Promise<void> | undefined;

  const rebuild = async (): Promise<void> => {
    const fresh = createHnswGraph(addon, dimension, options);
    next = fresh;
    try {
      await inSlices([...slab.ids], (id) => link(fresh, id), { sliceMs: INDEX.sliceMs });
      graph = fresh;
    } finally {
      next = undefined;
    }
  };
  /** Skips what was removed meanwhile, or added by `add` itself. */
  const link = (target: HnswGraph, id: ChunkId): void => {
    const vector = slab.vector(id);
    if (vector && !target.has(id)) target.add(id, vector);
  };
  const unlink = (id: ChunkId): void => {
    graph.remove(id);
    next?.remove(id);
  };
  const compact = (): Promise<void> => {
    if (graph.deleted === 0) return compacting ?? Promise.resolve();
    compacting ??= rebuild().finally(() => (compacting = undefined));
    return compacting;
  };

  return {
    kind: "hnsw",
    dimension,
    get size() {
      return slab.size;
    },
    get deletedShare() {
      return graph.deleted === 0 ? 0 : graph.deleted / (graph.deleted + graph.live);
    },
    add(items) {
      for (const { id, vector } of items) {
        slab.set(id, vector);
        unlink(id);
        link(graph, id);
        if (next) link(next, id);
      }
    },
    remove(ids) {
      for (const id of ids) {
        if (slab.delete(id)) unlink(id);
      }
    },
    search(query, k, filter) {
      invariant(Number.isInteger(k) && k >= 0, () => `k must be a whole number ≥ 0, got ${k}`);
      const unit = unitVector(query, dimension);
      if (isScanBetter(slab, { k, filter, options })) return scan(slab, unit, { k, filter });
      const hits = searchGraph({ graph, slab, unit }, k, filter);
      // Fewer than k may mean that the graph lost its way through a filter: only a scan can tell.
      return hits.length < Math.min(k, slab.size) ? scan(slab, unit, { k, filter }) : hits;
    },
    compact,
    saveSnapshot: (folder, encoderVersion) =>
      inTurn(folder, async () => {
        while (graph.deleted > 0) await compact();
        await writeSnapshot(folder, { encoderVersion, slab, graph });
      }),
  };
}

function searchGraph(on: { graph: HnswGraph; slab: VectorSlab; unit: Float32Array }, k: number, filter?: Filter): SearchHit[] {
  const found = on.graph.search(on.unit, k + SPARE, filter);
  const hits = found.map((id) => ({ id, score: on.slab.score(on.unit, id) }));
  return hits.sort(compareHits).slice(0, k);
}

function isScanBetter(slab: VectorSlab, search: { k: number; filter?: Filter; options: HnswOptions }): boolean {
  const { k, filter, options } = search;
  if (slab.size <= options.exactUpTo || k * 2 >= slab.size) return true;
  return filter !== undefined && admittedShare(slab.ids, filter) ** 2 * slab.size < options.narrowBelow;
}

/** Estimated from evenly spread ids: deterministic, and documents lie together, so a prefix would mislead. */
function admittedShare(ids: readonly ChunkId[], filter: Filter): number {
  const samples = Math.min(INDEX.filterSample, ids.length);
  let admitted = 0;
  for (let i = 0; i < samples; i++) {
    if (filter(ids[Math.floor((i * ids.length) / samples)] as ChunkId)) admitted++;
  }
  return samples === 0 ? 1 : admitted / samples;
}
