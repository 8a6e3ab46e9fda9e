/**
 * @file A linear chain: which features it knows, what each says about each tag, and what each step between tags costs.
 * Weights are rows of L tags; unknown features say nothing.
 */
import type { TagSet } from "../tag-set";

export interface ChainModel {
  readonly tagSet: TagSet;
  /** Feature hash → row of `weights`. */
  readonly rows: ReadonlyMap<number, number>;
  /** [rows, L] */
  readonly weights: Float32Array;
  /** [L, L] */
  readonly transitions: Float32Array;
}

/** @param features per unit the hashes of its features; @returns [T, L] scores */
export function emissionsOf({ tagSet, rows, weights }: ChainModel, features: readonly Uint32Array[]): Float64Array {
  const known = features.map((hashes) => {
    const found: number[] = [];
    for (const hash of hashes) {
      const row = rows.get(hash);
      if (row !== undefined) found.push(row);
    }
    return found;
  });
  return sumRows(weights, known, tagSet.tags.length);
}

/** @param rows per unit; @returns [T, L] sums of those rows of the weights */
export function sumRows(weights: Float32Array, rows: readonly ArrayLike<number>[], L: number): Float64Array {
  const sums = new Float64Array(rows.length * L);
  rows.forEach((unit, t) => {
    for (let at = 0; at < unit.length; at++) {
      const row = (unit[at] as number) * L;
      for (let j = 0; j < L; j++) sums[t * L + j] = (sums[t * L + j] as number) + (weights[row + j] as number);
    }
  });
  return sums;
}
