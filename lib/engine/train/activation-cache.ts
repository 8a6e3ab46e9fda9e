/**
 * @file ActivationCache: what the frozen layers make of each text, kept so that it is computed once and not at every
 * step. A text's states do not depend on its padding, so they are stored without and padded as the batch needs.
 */
import type { TokenBatch } from "./token-batch";

export interface ActivationCache {
  /** States [rows · length, width] when every row is known, else undefined. */
  read(batch: TokenBatch): Float32Array | undefined;
  /** Keeps the rows' states; the oldest texts leave when the bound is reached. */
  write(batch: TokenBatch, states: Float32Array): void;
}

/** @param options.width numbers per token @param options.maxBytes bound of what is kept, > 0 */
export function createActivationCache({ width, maxBytes }: { width: number; maxBytes: number }): ActivationCache {
  const kept = new Map<string, Float32Array>();
  let bytes = 0;
  const makeRoom = (needed: number): void => {
    for (const [key, states] of kept) {
      if (bytes + needed <= maxBytes) return;
      kept.delete(key);
      bytes -= states.byteLength;
    }
  };
  return {
    read({ rows, length, keys }) {
      if (!keys?.every((key) => kept.has(key))) return undefined;
      const states = new Float32Array(rows * length * width);
      keys.forEach((key, row) => states.set((kept.get(key) ?? new Float32Array()).subarray(0, length * width), row * length * width));
      return states;
    },
    write({ length, mask, keys }, states) {
      keys?.forEach((key, row) => {
        if (kept.has(key)) return;
        // Tokens stand before the padding.
        const tokens = mask.subarray(row * length, (row + 1) * length).lastIndexOf(1) + 1;
        const own = states.slice(row * length * width, (row * length + tokens) * width);
        if (own.byteLength > maxBytes) return;
        makeRoom(own.byteLength);
        kept.set(key, own);
        bytes += own.byteLength;
      });
    },
  };
}
