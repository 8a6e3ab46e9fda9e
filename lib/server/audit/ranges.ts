/** @file Runs of numbers: [3,4,5,9] → [3,5],[9,9]. */

/** @param ascending each number once, ascending. @returns first and last of each run without a gap */
export function rangesOf(ascending: readonly number[]): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (const n of ascending) {
    const open = ranges.at(-1);
    if (open && open[1] === n - 1) open[1] = n;
    else ranges.push([n, n]);
  }
  return ranges;
}
