/**
 * @file Bounded Damerau–Levenshtein distance (optimal string alignment): insert, delete, replace, swap neighbours.
 */

let previous = new Uint8Array(64);
let current = new Uint8Array(64);
let before = new Uint8Array(64);

/**
 * @param limit 0–20; distances above it are reported as limit + 1
 * @returns number of edits that turn `a` into `b`
 * @source Boytsov 2011, "Indexing methods for approximate dictionary searching", section 2.2 (restricted distance)
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (b.length + 1 > current.length) {
    [previous, current, before] = [new Uint8Array(b.length * 2), new Uint8Array(b.length * 2), new Uint8Array(b.length * 2)];
  }
  for (let j = 0; j <= b.length; j++) previous[j] = Math.min(j, 255);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let rowBest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current[j] = best;
      rowBest = Math.min(rowBest, best);
    }
    if (rowBest > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}
