/**
 * @file Folds: stratified by outcome, never splitting rows that are copies of each other.
 */
import { createRng, shuffled } from "../../core/rng";

export interface FoldOptions {
  readonly folds: number;
  readonly seed: number;
  /** Rows with the same number stay together; default: every row by itself. */
  readonly groups?: ArrayLike<number>;
}

export interface Split {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/**
 * @param strata one small whole number per row (the outcome, or a bin of a numeric target)
 * @returns as many splits as folds; every row is tested once
 */
export function stratifiedFolds(strata: ArrayLike<number>, { folds, seed, groups }: FoldOptions): Split[] {
  const random = createRng(seed);
  const members = new Map<number, number[]>();
  for (let row = 0; row < strata.length; row++) {
    const group = groups?.[row] ?? row;
    const sofar = members.get(group);
    if (sofar) sofar.push(row);
    else members.set(group, [row]);
  }
  const foldOf = new Int32Array(strata.length);
  const byStratum = new Map<number, number[][]>();
  for (const rows of members.values()) {
    // A person of several rows leaves in the last one: the group counts as what is highest in it.
    const stratum = Math.max(...rows.map((row) => strata[row] ?? 0));
    const dealt = byStratum.get(stratum);
    if (dealt) dealt.push(rows);
    else byStratum.set(stratum, [rows]);
  }
  // Each stratum goes on dealing where the one before stopped, so that folds stay equally large.
  let next = 0;
  for (const stratum of [...byStratum.keys()].sort((a, b) => a - b)) {
    for (const rows of shuffled(byStratum.get(stratum) ?? [], random)) {
      for (const row of rows) foldOf[row] = next % folds;
      next++;
    }
  }
  return Array.from({ length: folds }, (_, fold) => {
    const [train, test]: [number[], number[]] = [[], []];
    foldOf.forEach((of, row) => (of === fold ? test : train).push(row));
    return { train, test };
  });
}

/** Quintile of each value: strata of a numeric target. */
export function quantileStrata(values: ArrayLike<number>, bins = 5): number[] {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const cuts = Array.from({ length: bins - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / bins)] ?? 0);
  return Array.from(values, (value) => cuts.filter((cut) => value >= cut).length);
}
