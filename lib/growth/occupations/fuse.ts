/**
 * @file One ranking out of several: each likeness standardised per row, added up with weights that are fitted on some
 * rows and judged on others.
 */
import { ndcgAt } from "../../knowledge/evaluate/ranking-metrics";
import type { Matrix } from "./word-likeness";

export interface Judged {
  /** Row's place → gains by the others' places. */
  readonly gains: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly size: number;
}

const DEPTH = 20;
const STEPS = [0, 0.25, 0.5, 1, 1.5, 2, 3];
const ROUNDS = 3;

/** Mean 0, standard deviation 1 per row, the row's own place left out. */
export function standardise(matrix: Matrix): Matrix {
  return matrix.map((row, own) => {
    const others = row.filter((_, at) => at !== own);
    const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
    const deviation = Math.sqrt(others.reduce((sum, value) => sum + (value - mean) ** 2, 0) / others.length) || 1;
    return row.map((value) => (value - mean) / deviation);
  });
}

/** Both directions count: what is alike is so for either. */
export function symmetric(matrix: Matrix): Matrix {
  return matrix.map((row, a) => row.map((value, b) => (value + (matrix[b]?.[a] ?? 0)) / 2));
}

export function weightedSum(matrices: readonly Matrix[], weights: readonly number[]): Matrix {
  const [first = []] = matrices;
  return first.map((row, a) => row.map((_, b) => matrices.reduce((sum, matrix, i) => sum + (weights[i] ?? 0) * (matrix[a]?.[b] ?? 0), 0)));
}

/** Places of the k largest scores, the row's own left out; ties by place. */
export function best(row: Float64Array, own: number, k: number): number[] {
  const places = Array.from(row.keys()).filter((at) => at !== own);
  return places.sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b).slice(0, k);
}

/** nDCG@20 of a row, linear gain. */
export function rowQuality(row: Float64Array, own: number, gains: ReadonlyMap<number, number>): number {
  const judgements = new Map([...gains].map(([at, gain]) => [String(at), gain]));
  return ndcgAt(DEPTH, best(row, own, DEPTH).map(String), judgements);
}

/** Coordinate ascent over a small grid; the first weight stays 1. @param rows places to fit on */
export function fitWeights(matrices: readonly Matrix[], judged: Judged, rows: readonly number[]): number[] {
  const quality = (weights: readonly number[]) =>
    rows.reduce((sum, own) => {
      const row = Float64Array.from({ length: judged.size }, (_, at) => matrices.reduce((total, matrix, i) => total + (weights[i] ?? 0) * (matrix[own]?.[at] ?? 0), 0));
      return sum + rowQuality(row, own, judged.gains.get(own) ?? new Map<number, number>());
    }, 0);
  let weights = matrices.map(() => 1);
  let reached = quality(weights);
  for (let round = 0; round < ROUNDS; round++) {
    const before = reached;
    for (let i = 1; i < matrices.length; i++) {
      for (const step of STEPS) {
        const tried = weights.map((weight, at) => (at === i ? step : weight));
        const value = quality(tried);
        if (value > reached + 1e-9) [weights, reached] = [tried, value];
      }
    }
    if (reached === before) break;
  }
  return weights;
}
