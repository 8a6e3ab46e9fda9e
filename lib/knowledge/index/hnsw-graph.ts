/**
 * @file HNSW graph: hnswlib's labels behind ids. Knows hnswlib's traps, so that the index above need not:
 * labels are never reused (a live one would be duplicated), deleted ones stay until the graph is rebuilt, k may not
 * exceed the capacity, and points must be plain arrays.
 */
import type { HierarchicalNSW } from "hnswlib-node";
import { invariant } from "../../core/invariant";
import type { ChunkId } from "../../core/types";
import type { HnswAddon } from "./hnsw-addon";

export interface GraphOptions {
  /** Links per node, 4–64. */
  readonly M: number;
  /** Candidates kept while building, ≥ M. */
  readonly efConstruction: number;
  /** Candidates kept while searching; recall against time. */
  readonly efSearch: number;
  readonly seed: number;
}

export interface HnswGraph {
  readonly live: number;
  readonly deleted: number;
  has(id: ChunkId): boolean;
  add(id: ChunkId, vector: Float32Array): void;
  remove(id: ChunkId): void;
  /** Up to k ids, nearest first as the graph sees it. */
  search(query: Float32Array, k: number, filter?: (id: ChunkId) => boolean): ChunkId[];
  /** Ids by label; only for a graph without deleted labels, where it lists every live id once. */
  ids(): readonly ChunkId[];
  /** In place, not on hnswlib's own thread: that one races with `add` (a resize under it ends the process). */
  write(file: string): void;
}

const FIRST_CAPACITY = 1024;

/** @param labelled ids by label, for a graph read from `file`; such a graph has no deleted labels */
export function createHnswGraph(
  addon: HnswAddon,
  dimension: number,
  options: GraphOptions & { readonly file?: string; readonly labelled?: readonly ChunkId[] },
): HnswGraph {
  // Vectors are unit length already; "cosine" normalises once more, harmlessly.
  const native: HierarchicalNSW = new addon.HierarchicalNSW("cosine", dimension);
  const labelled: (ChunkId | null)[] = [...(options.labelled ?? [])];
  if (options.file === undefined) {
    native.initIndex({ maxElements: FIRST_CAPACITY, m: options.M, efConstruction: options.efConstruction, randomSeed: options.seed });
  } else {
    native.readIndexSync(options.file);
  }
  native.setEf(options.efSearch);
  const labels = new Map(labelled.map((id, label) => [id as ChunkId, label]));

  return {
    get live() {
      return labels.size;
    },
    get deleted() {
      return labelled.length - labels.size;
    },
    has: (id) => labels.has(id),
    add(id, vector) {
      const label = labelled.length;
      if (label >= native.getMaxElements()) native.resizeIndex(Math.max(FIRST_CAPACITY, native.getMaxElements() * 2));
      native.addPoint(Array.from(vector), label);
      labelled.push(id);
      labels.set(id, label);
    },
    remove(id) {
      const label = labels.get(id);
      if (label === undefined) return;
      native.markDelete(label);
      labelled[label] = null;
      labels.delete(id);
    },
    search(query, k, filter) {
      const asked = Math.min(k, labels.size);
      if (asked === 0) return [];
      let failure: { thrown: unknown } | undefined;
      // hnswlib cannot carry an exception through its callback: keep it and throw it afterwards.
      const admits = (label: number): boolean => {
        try {
          return failure === undefined && filter !== undefined && filter(labelled[label] as ChunkId);
        } catch (thrown) {
          failure = { thrown };
          return false;
        }
      };
      const { neighbors } = native.searchKnn(Array.from(query), asked, filter && admits);
      if (failure) throw failure.thrown;
      return neighbors.map((label) => labelled[label] as ChunkId);
    },
    ids() {
      invariant(labelled.length === labels.size, () => `the graph has ${labelled.length - labels.size} deleted labels; compact first`);
      return labelled as readonly ChunkId[];
    },
    write: (file) => native.writeIndexSync(file),
  };
}
