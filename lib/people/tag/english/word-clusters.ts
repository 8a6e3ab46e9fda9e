/**
 * @file Words of near meaning under one number, so that a word that training never saw is read like its neighbours:
 * k-means over an encoder's word vectors, coarse and fine.
 */
import { createRng } from "../../../core/rng";
import { featureHash } from "../feature-hash";

/** Hash of a word in lower case → its cluster in each of the granularities. */
export type WordClusters = ReadonlyMap<number, readonly number[]>;

/** Coarse and fine. */
export const CLUSTER_SIZES = [64, 256] as const;

export interface WordVectors {
  /** Whole words in lower case, no pieces. */
  readonly words: readonly string[];
  /** [words, dimension]; rows are made unit length here. */
  readonly vectors: Float32Array;
  readonly dimension: number;
}

/** @param sizes numbers of clusters, each at most the number of words, e.g. [64, 512] */
export function clusterWords({ words, vectors, dimension }: WordVectors, sizes: readonly number[], seed: number): Map<number, number[]> {
  const unit = unitRows(vectors, dimension);
  const runs = sizes.map((size) => kMeans(unit, dimension, { size, seed, rounds: 5 }));
  return new Map(words.map((word, at) => [featureHash(word), runs.map((run) => run[at] as number)]));
}

function unitRows(vectors: Float32Array, dimension: number): Float32Array {
  const unit = Float32Array.from(vectors);
  for (let row = 0; row < unit.length; row += dimension) {
    let square = 0;
    for (let at = row; at < row + dimension; at++) square += (unit[at] as number) ** 2;
    const norm = Math.sqrt(square) || 1;
    for (let at = row; at < row + dimension; at++) unit[at] = (unit[at] as number) / norm;
  }
  return unit;
}

/** Spherical k-means from random rows; an empty cluster keeps its centre. @returns per row its cluster */
function kMeans(unit: Float32Array, dimension: number, { size, seed, rounds }: { size: number; seed: number; rounds: number }): Uint16Array {
  const count = unit.length / dimension;
  const random = createRng(seed);
  let centres: Float32Array = new Float32Array(size * dimension);
  for (let k = 0; k < size; k++) centres.set(unit.subarray(Math.floor(random() * count) * dimension).subarray(0, dimension), k * dimension);
  const chosen = new Uint16Array(count);
  for (let round = 0; round < rounds; round++) {
    for (let row = 0; row < count; row++) chosen[row] = nearestCentre(unit, row * dimension, centres, dimension);
    const sums = new Float32Array(size * dimension);
    const used = new Uint8Array(size);
    for (let row = 0; row < count; row++) {
      const k = chosen[row] as number;
      used[k] = 1;
      for (let at = 0; at < dimension; at++) sums[k * dimension + at] = (sums[k * dimension + at] as number) + (unit[row * dimension + at] as number);
    }
    for (let k = 0; k < size; k++) if (used[k] === 0) sums.set(centres.subarray(k * dimension, (k + 1) * dimension), k * dimension);
    centres = unitRows(sums, dimension);
  }
  return chosen;
}

function nearestCentre(unit: Float32Array, row: number, centres: Float32Array, dimension: number): number {
  let best = 0;
  let top = -Infinity;
  for (let k = 0, centre = 0; centre < centres.length; k++, centre += dimension) {
    let dot = 0;
    for (let at = 0; at < dimension; at++) dot += (unit[row + at] as number) * (centres[centre + at] as number);
    if (dot > top) [top, best] = [dot, k];
  }
  return best;
}
