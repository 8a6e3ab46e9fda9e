/**
 * @file AUROC: how well a score tells positives from negatives.
 */

/**
 * The chance that a random positive scores above a random negative; equal scores count half.
 *
 * @returns 0 … 1; null when one of the two kinds is missing
 * @source Hanley & McNeil 1982: equals the Mann–Whitney U statistic / (positives × negatives)
 */
export function auroc(items: readonly { readonly score: number; readonly positive: boolean }[]): number | null {
  const positives = items.filter((item) => item.positive).length;
  const negatives = items.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const sorted = [...items].sort((a, b) => a.score - b.score);
  let wins = 0;
  let negativesBelow = 0;
  let start = 0;
  while (start < sorted.length) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++;
    const tied = sorted.slice(start, end);
    const tiedPositives = tied.filter((item) => item.positive).length;
    const tiedNegatives = tied.length - tiedPositives;
    wins += tiedPositives * (negativesBelow + tiedNegatives / 2);
    negativesBelow += tiedNegatives;
    start = end;
  }
  return wins / (positives * negatives);
}
