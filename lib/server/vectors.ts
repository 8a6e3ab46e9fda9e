/**
 * @file The process's vector index: filled from its snapshot or from the database's vectors, saved again when changes
 * pause, and never left on disk with vectors that were deleted.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { INDEX } from "../config/defaults";
import { toAppError } from "../core/errors";
import type { Encoder } from "../core/encoder";
import type { ChunkId } from "../core/types";
import { HNSW_MISSING, loadHnsw } from "../knowledge/index/hnsw-addon";
import { createVectorIndex, restoreIndex } from "../knowledge/index/restore-index";
import { fingerprintIds } from "../knowledge/index/snapshot";
import { createSwappableIndex, type SwappableIndex } from "../knowledge/index/swappable-index";

export interface Vectors {
  readonly index: SwappableIndex;
  /** What to install when HNSW cannot serve; null when it does. */
  readonly advice: string | null;
  /**
   * Fills the index with exactly these vectors, from the snapshot when it holds the same ids. Call once, before serving.
   * @returns why it was rebuilt; null when the snapshot served
   */
  load(items: readonly { readonly id: ChunkId; readonly vector: Float32Array }[]): Promise<string | null>;
  /** Something was added or removed: the index is tidied when it needs it, and saved once changes pause. */
  markChanged(): void;
  /** Vectors were deleted: when this resolves, no snapshot that holds them is on disk. */
  dropSnapshot(): Promise<void>;
  /** Saves when something changed since the last time. */
  saveSnapshot(): Promise<void>;
  /** Saves unless that would take long; without a snapshot the next start rebuilds the index from the database. */
  close(): Promise<void>;
}

/** Changes come in bursts (an upload of many files): save when they pause. */
const SAVE_AFTER_MS = 5_000;

/** @param options.folder parent of the snapshots; each encoder version has its own */
export async function openVectors(options: { folder: string; encoder: Encoder }): Promise<Vectors> {
  const { encoder } = options;
  const { addon } = await loadHnsw();
  const folder = path.join(options.folder, encoder.version);
  const index = createSwappableIndex(createVectorIndex(encoder.dimension, addon));
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  /** Saving and dropping never overlap. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work, work));

  const save = () =>
    inTurn(async () => {
      clearTimeout(timer);
      if (!changed) return;
      changed = false;
      try {
        await index.saveSnapshot(folder, encoder.version);
      } catch (error) {
        changed = true;
        throw error;
      }
    });
  const drop = () => inTurn(() => rm(options.folder, { recursive: true, force: true }));
  const markChanged = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch(report), SAVE_AFTER_MS);
    timer.unref();
    if (index.deletedShare > INDEX.compactAbove) index.compact().catch(report);
  };

  return {
    index,
    advice: addon ? null : HNSW_MISSING,
    async load(items) {
      const expected = { encoderVersion: encoder.version, dimension: encoder.dimension, fingerprint: fingerprintIds(items.map((item) => item.id)) };
      const restored = await restoreIndex({ folder, expected, addon, vectors: () => once(items) });
      index.swap(restored.index);
      if (restored.rebuilt === null) return null;
      // It may hold what was deleted just before a crash, other encoders' snapshots too.
      await drop();
      changed = true;
      return restored.rebuilt;
    },
    markChanged,
    async dropSnapshot() {
      await drop();
      markChanged();
    },
    saveSnapshot: save,
    async close() {
      // With deletions, saving first rebuilds the graph: too long for a server that was asked to stop.
      if (index.deletedShare > 0 && index.size > INDEX.exactUpTo) changed = false;
      await save();
      clearTimeout(timer);
    },
  };
}

async function* once<T>(batch: T): AsyncGenerator<T> {
  yield await Promise.resolve(batch);
}

function report(error: unknown): void {
  console.error(`vector index: ${toAppError(error).message}`);
}
