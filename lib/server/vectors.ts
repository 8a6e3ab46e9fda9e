/**
 * @file The process's vector index: HNSW where its addon is built, exact otherwise; restored from its snapshot when
 * that holds exactly the chunks of the database, saved again after changes.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { isAppError, toAppError } from "../core/errors";
import type { Encoder } from "../core/encoder";
import type { ChunkId } from "../core/types";
import { createExactIndex } from "../knowledge/index/exact-index";
import { HNSW_MISSING, loadHnsw } from "../knowledge/index/hnsw-addon";
import { createHnswIndex } from "../knowledge/index/hnsw-index";
import { fingerprintIds, loadSnapshot } from "../knowledge/index/snapshot";
import { createSwappableIndex, type SwappableIndex } from "../knowledge/index/swappable-index";

export interface Vectors {
  readonly index: SwappableIndex;
  /** What to install when HNSW cannot serve; null when it does. */
  readonly advice: string | null;
  /** @returns true when the snapshot held exactly these chunks and now serves; false: the caller fills the index */
  restore(ids: readonly ChunkId[]): Promise<boolean>;
  /** Saves when something changed since the last time. */
  saveSnapshot(): Promise<void>;
  /** Something was added or removed: a snapshot is saved once changes pause. */
  markChanged(): void;
  /** Vectors were deleted: no snapshot that holds them stays on disk. A new one is saved once changes pause. */
  dropSnapshot(): Promise<void>;
}

/** Changes come in bursts (an upload of many files): save when they pause. */
const SAVE_AFTER_MS = 5_000;

/** @param options.folder parent of the snapshots; each encoder version has its own */
export async function openVectors(options: { folder: string; encoder: Encoder }): Promise<Vectors> {
  const { encoder } = options;
  const { addon } = await loadHnsw();
  const folder = path.join(options.folder, encoder.version);
  const empty = addon ? createHnswIndex(addon, encoder.dimension) : createExactIndex(encoder.dimension);
  const index = createSwappableIndex(empty);
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
      await index.saveSnapshot(folder, encoder.version);
    });
  const markChanged = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      save().catch((error: unknown) => console.error(`index snapshot not saved: ${toAppError(error).message}`));
    }, SAVE_AFTER_MS);
    timer.unref();
  };
  return {
    index,
    advice: addon ? null : HNSW_MISSING,
    async restore(ids) {
      const expected = { encoderVersion: encoder.version, dimension: encoder.dimension, fingerprint: fingerprintIds(ids) };
      try {
        const stored = await loadSnapshot(folder, expected, { addon });
        if (stored) index.swap(stored);
        changed = stored === null;
        return stored !== null;
      } catch (error) {
        // Damaged or out of date: the database has every vector, so the index is simply filled again.
        if (!isAppError(error) || error.code !== "index/corrupt") throw error;
        changed = true;
        return false;
      }
    },
    saveSnapshot: save,
    markChanged,
    dropSnapshot: () =>
      inTurn(async () => {
        await rm(options.folder, { recursive: true, force: true });
        markChanged();
      }),
  };
}
