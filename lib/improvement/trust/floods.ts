/**
 * @file Who floods the ratings? One person far from everyone else within a window, by the robust z-score: distance from the
 * median in units of the median deviation, which the flood itself cannot move. Pure.
 */

export interface Flood {
  readonly userId: string;
  readonly ratings: number;
  /** Of everyone who rated. */
  readonly median: number;
  readonly robustZ: number;
}

/** Median deviation → standard deviation of a normal. @source Iglewicz & Hoaglin 1993 */
const MAD_TO_SD = 0.6745;

/**
 * @param counts ratings per person within the window
 * @param limits.atLeast never an alarm below this many · limits.robustZ from which it is one
 * @returns the largest first
 */
export function findFloods(counts: readonly { readonly userId: string; readonly ratings: number }[], limits: { atLeast: number; robustZ: number }): Flood[] {
  const middle = median(counts.map((count) => count.ratings));
  // With few raters who all rate alike the deviation is 0: one rating is the least that tells people apart.
  const deviation = Math.max(1, median(counts.map((count) => Math.abs(count.ratings - middle))));
  return counts
    .map(({ userId, ratings }) => ({ userId, ratings, median: middle, robustZ: (MAD_TO_SD * (ratings - middle)) / deviation }))
    .filter((count) => count.ratings >= limits.atLeast && (count.robustZ >= limits.robustZ || counts.length === 1))
    .sort((a, b) => b.ratings - a.ratings);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
