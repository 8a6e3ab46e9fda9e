/**
 * @file Inputs cut into at most 48 steps each, so that a tree finds its splits by counting instead of sorting.
 */
import type { Matrix } from "./matrix";

export interface Binned {
  readonly rows: number;
  readonly columns: number;
  /** Column-major: step of column c and row r at c × rows + r. */
  readonly steps: Uint8Array;
  /** Per column, ascending: step b holds values ≤ edges[b]; the last step everything above. */
  readonly edges: readonly Float64Array[];
}

export const MOST_STEPS = 48;

/** @param x training inputs */
export function binInputs(x: Matrix): Binned {
  const edges = Array.from({ length: x.columns }, (_, column) => edgesOf(Array.from({ length: x.rows }, (_, row) => x.data[row * x.columns + column] as number)));
  const steps = new Uint8Array(x.rows * x.columns);
  edges.forEach((cuts, column) => {
    for (let row = 0; row < x.rows; row++) steps[column * x.rows + row] = stepOf(cuts, x.data[row * x.columns + column] as number);
  });
  return { rows: x.rows, columns: x.columns, steps, edges };
}

/** Cuts halfway between neighbouring values, thinned to quantiles when there are many. */
function edgesOf(values: readonly number[]): Float64Array {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
  const halfway = (low: number, high: number): number => low + (high - low) / 2;
  if (distinct.length <= MOST_STEPS) return Float64Array.from(distinct.slice(1), (value, at) => halfway(distinct[at] ?? value, value));
  const cuts = Array.from({ length: MOST_STEPS - 1 }, (_, at) => {
    const place = Math.floor(((at + 1) * sorted.length) / MOST_STEPS);
    return halfway(sorted[place - 1] ?? 0, sorted[place] ?? 0);
  });
  return Float64Array.from(new Set(cuts));
}

function stepOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
