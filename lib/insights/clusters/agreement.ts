/**
 * @file How alike two groupings are, corrected for chance; and how well a grouping separates its points.
 */

/**
 * Adjusted Rand index of two groupings of the same points: 1 = the same, 0 = what chance gives, below = worse.
 *
 * @source Hubert, Arabie 1985
 */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const [both, left, right] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()];
  a.forEach((one, at) => {
    const other = b[at] ?? -1;
    both.set(`${one} ${other}`, (both.get(`${one} ${other}`) ?? 0) + 1);
    left.set(one, (left.get(one) ?? 0) + 1);
    right.set(other, (right.get(other) ?? 0) + 1);
  });
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, n) => total + pairs(n), 0);
  const [together, inA, inB] = [sum(both.values()), sum(left.values()), sum(right.values())];
  const expected = (inA * inB) / Math.max(1, pairs(a.length));
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += ((a[at] as number) - (b[at] as number)) ** 2;
  return sum;
}

/** Points looked at for the silhouette: its cost grows with the square. */
const MOST_POINTS = 500;

/** Mean silhouette, −1 to 1: how much nearer points are to their own group than to the next. @source Rousseeuw 1987 */
export function silhouette(points: readonly (readonly number[])[], groups: readonly number[]): number {
  const every = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  const chosen = points.flatMap((_, at) => (at % every === 0 ? [at] : []));
  const count = Math.max(...groups) + 1;
  let [total, n] = [0, 0];
  for (const at of chosen) {
    const sums = new Float64Array(count);
    const sizes = new Float64Array(count);
    for (const other of chosen) {
      if (other === at) continue;
      const group = groups[other] ?? 0;
      sums[group] = (sums[group] as number) + Math.sqrt(squaredDistance(points[at] ?? [], points[other] ?? []));
      sizes[group] = (sizes[group] as number) + 1;
    }
    const own = groups[at] ?? 0;
    const means = Array.from(sums, (sum, group) => ((sizes[group] as number) > 0 ? sum / (sizes[group] as number) : Number.POSITIVE_INFINITY));
    const next = Math.min(...means.filter((_, group) => group !== own));
    if (!Number.isFinite(means[own] ?? Infinity) || !Number.isFinite(next)) continue;
    total += (next - (means[own] ?? 0)) / Math.max(next, means[own] ?? 0, 1e-12);
    n++;
  }
  return n === 0 ? 0 : total / n;
}
