/**
 * @file An independent solver for tiny linear programmes: tries every corner of the feasible region. Only for tests; shares
 * no code with HiGHS or with the model builder.
 */
export interface TinyProgramme {
  /** Maximised. */
  readonly cost: readonly number[];
  /** coefficients · x ≤ bound, x ≥ 0 */
  readonly rows: readonly { readonly coefficients: readonly number[]; readonly bound: number }[];
}

/** @returns the largest objective, or null when no corner is feasible (the region must be bounded where the objective grows) */
export function bestCorner({ cost, rows }: TinyProgramme): number | null {
  const n = cost.length;
  const planes = [...rows, ...cost.map((_, at) => ({ coefficients: cost.map((_c, k) => (k === at ? -1 : 0)), bound: 0 }))];
  let best: number | null = null;
  for (const chosen of subsets(planes.length, n)) {
    const x = solveSquare(chosen.map((at) => [...(planes[at]?.coefficients ?? []), planes[at]?.bound ?? 0]));
    if (!x || planes.some(({ coefficients, bound }) => coefficients.reduce((sum, value, at) => sum + value * (x[at] ?? 0), 0) > bound + 1e-7 * (1 + Math.abs(bound)))) continue;
    const value = cost.reduce((sum, one, at) => sum + one * (x[at] ?? 0), 0);
    if (best === null || value > best) best = value;
  }
  return best;
}

function* subsets(of: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else for (let at = from; at <= of - size; at++) for (const rest of subsets(of, size - 1, at + 1)) yield [at, ...rest];
}

/** Gauss with pivoting; null when singular. */
function solveSquare(m: number[][]): number[] | null {
  const n = m.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(m[r]?.[i] ?? 0) > Math.abs(m[pivot]?.[i] ?? 0)) pivot = r;
    [m[i], m[pivot]] = [m[pivot] ?? [], m[i] ?? []];
    const lead = m[i]?.[i] ?? 0;
    if (Math.abs(lead) < 1e-9) return null;
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = (m[r]?.[i] ?? 0) / lead;
      for (let c = i; c <= n; c++) (m[r] as number[])[c] = (m[r]?.[c] ?? 0) - factor * (m[i]?.[c] ?? 0);
    }
  }
  return m.map((row, at) => (row[n] ?? 0) / (row[at] ?? 1));
}
