/**
 * @file Agreement between reviewers beyond chance: Cohen's kappa for two, Krippendorff's alpha for any number with gaps.
 */

/** null: not judged. */
export type Judgement = number | null;

/**
 * Cohen's kappa of two reviewers over the items that both judged.
 *
 * @returns −1 … 1, 1 = always the same; null when they share no item or chance alone would agree always
 * @source Cohen 1960, "A coefficient of agreement for nominal scales", eq. 1
 */
export function cohenKappa(first: readonly Judgement[], second: readonly Judgement[]): number | null {
  const both = first.flatMap((a, at) => {
    const b = second[at];
    return a !== null && b !== null && b !== undefined ? [[a, b] as const] : [];
  });
  if (both.length === 0) return null;
  const observed = both.filter(([a, b]) => a === b).length / both.length;
  let expected = 0;
  for (const category of new Set(both.flat())) {
    const [p, q] = [0, 1].map((side) => both.filter((pair) => pair[side] === category).length / both.length) as [number, number];
    expected += p * q;
  }
  return expected >= 1 ? null : (observed - expected) / (1 - expected);
}

export type AlphaLevel = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's alpha.
 *
 * @param judgements [reviewer][item]; null where a reviewer did not judge an item
 * @param level nominal: equal or not; ordinal: ranks; interval: differences count squared
 * @returns ≤ 1, 1 = perfect, 0 = chance; null when fewer than two judgements can be paired or all are equal
 * @source Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections C and D
 */
export function krippendorffAlpha(judgements: readonly (readonly Judgement[])[], level: AlphaLevel = "ordinal"): number | null {
  const coincidences = coincidenceMatrix(judgements);
  const values = [...coincidences.keys()].sort((a, b) => a - b);
  const totals = new Map(values.map((value) => [value, sum([...(coincidences.get(value) ?? new Map<number, number>()).values()])]));
  const n = sum([...totals.values()]);
  if (n < 2) return null;
  let observed = 0;
  let expected = 0;
  for (const c of values) {
    for (const k of values) {
      const distance = squaredDistance(c, k, { level, values, totals });
      observed += (coincidences.get(c)?.get(k) ?? 0) * distance;
      expected += (totals.get(c) ?? 0) * (totals.get(k) ?? 0) * distance;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Pairs of values within items; each item's pairs share a weight of its number of judgements. */
function coincidenceMatrix(judgements: readonly (readonly Judgement[])[]): Map<number, Map<number, number>> {
  const matrix = new Map<number, Map<number, number>>();
  const items = Math.max(0, ...judgements.map((row) => row.length));
  for (let item = 0; item < items; item++) {
    const values = judgements.flatMap((row) => row[item] ?? []);
    if (values.length < 2) continue;
    values.forEach((a, i) => {
      values.forEach((b, j) => {
        if (i === j) return;
        const row = matrix.get(a) ?? new Map<number, number>();
        matrix.set(a, row.set(b, (row.get(b) ?? 0) + 1 / (values.length - 1)));
      });
    });
  }
  return matrix;
}

interface DistanceContext {
  readonly level: AlphaLevel;
  readonly values: readonly number[];
  readonly totals: ReadonlyMap<number, number>;
}

function squaredDistance(c: number, k: number, { level, values, totals }: DistanceContext): number {
  if (c === k) return 0;
  if (level === "nominal") return 1;
  if (level === "interval") return (c - k) ** 2;
  const [low, high] = [Math.min(c, k), Math.max(c, k)];
  const between = sum(values.filter((value) => value >= low && value <= high).map((value) => totals.get(value) ?? 0));
  return (between - ((totals.get(low) ?? 0) + (totals.get(high) ?? 0)) / 2) ** 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
