/**
 * @file StoredIndex: a vector index that can tidy itself up and be written to disk.
 */
import type { EncoderVersion } from "../../core/types";
import type { VectorIndex } from "../types";

export interface StoredIndex extends VectorIndex {
  readonly kind: "exact" | "hnsw";
  /** Share of removed vectors that still take memory, 0–1. */
  readonly deletedShare: number;
  /**
   * Frees what was removed, in slices between which searches, additions and removals go on as usual.
   * Call it when `deletedShare` passes INDEX.compactAbove.
   */
  compact(): Promise<void>;
  /** Writes a snapshot atomically; removed vectors are never written (the index compacts itself first). */
  saveSnapshot(folder: string, encoderVersion: EncoderVersion): Promise<void>;
}
