/**
 * @file Spearman's rank correlation, ties by mean rank.
 */
import { correlation } from "../../core/correlation";
import { invariant } from "../../core/invariant";

/**
 * @param a,b values of the same items, in the same order, at least two
 * @returns −1 … 1; 0 when one of them is constant
 * @source Spearman 1904; the Pearson correlation of mean ranks, as scipy.stats.spearmanr computes it
 */
export function spearman(a: readonly number[], b: readonly number[]): number {
  invariant(a.length === b.length && a.length >= 2, () => `spearman needs two lists of one length ≥ 2, got ${a.length} and ${b.length}`);
  return correlation(meanRanks(a), meanRanks(b));
}

/** 1-based; equal values share the mean of the ranks they take up. */
function meanRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Array<number>(values.length);
  let start = 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (const item of order.slice(start, end)) ranks[item] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
