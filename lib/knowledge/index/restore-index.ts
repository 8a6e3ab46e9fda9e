/**
 * @file Restore: the index as it should be at start, from its snapshot when that fits, else rebuilt from the
 * database's vectors in slices that leave the event loop free.
 */
import { INDEX } from "../../config/defaults";
import { isAppError } from "../../core/errors";
import type { ChunkId } from "../../core/types";
import { createExactIndex } from "./exact-index";
import type { HnswAddon } from "./hnsw-addon";
import { createHnswIndex } from "./hnsw-index";
import { inSlices } from "../../core/slices";
import { loadSnapshot, type ExpectedSnapshot } from "./snapshot-load";
import type { StoredIndex } from "./stored-index";

export interface RestoreOptions {
  /** The snapshot's folder; need not exist. */
  readonly folder: string;
  readonly expected: ExpectedSnapshot;
  /** null: serve exactly. */
  readonly addon: HnswAddon | null;
  /** Every stored vector of the encoder, in batches; read only when the snapshot does not serve. */
  readonly vectors: () => AsyncIterable<readonly { id: ChunkId; vector: Float32Array }[]>;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface RestoredIndex {
  readonly index: StoredIndex;
  /** Why it was rebuilt; null when the snapshot served. The caller logs it and saves a snapshot. */
  readonly rebuilt: string | null;
}

/** An empty index of the better kind that is available. */
export function createVectorIndex(dimension: number, addon: HnswAddon | null): StoredIndex {
  return addon ? createHnswIndex(addon, dimension) : createExactIndex(dimension);
}

/** @throws what `vectors` throws; a snapshot that does not fit is never an error here */
export async function restoreIndex(options: RestoreOptions): Promise<RestoredIndex> {
  const { folder, expected, addon } = options;
  let reason = "there is no snapshot yet";
  try {
    const index = await loadSnapshot(folder, expected, { addon });
    if (index) return { index, rebuilt: null };
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.code !== "index/corrupt") throw thrown;
    reason = thrown.message;
  }
  return { index: await buildIndex(options), rebuilt: reason };
}

async function buildIndex(options: RestoreOptions): Promise<StoredIndex> {
  const index = createVectorIndex(options.expected.dimension, options.addon);
  for await (const batch of options.vectors()) {
    await inSlices(batch, (item) => index.add([item]), { sliceMs: INDEX.sliceMs, signal: options.signal });
    options.onProgress?.(index.size);
  }
  return index;
}
