/**
 * @file How far do reviewers agree beyond chance? Krippendorff's alpha for any number of reviewers with gaps, Cohen's kappa
 * for two, both with an interval by resampling whole questions (grades of one question are not independent). Pure.
 */
import { createRng } from "../../core/rng";

/** One thing that several judged: values by reviewer, and the cluster (question) it belongs to. */
export interface RatedUnit {
  readonly cluster: string;
  readonly values: ReadonlyMap<string, number>;
}

export interface Agreement {
  /** 1: always the same · 0: as often as chance · below: less. NaN when nothing varies or no two judged the same. */
  readonly alpha: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Units that at least two judged. */
  readonly n: number;
}

/**
 * @param scale ordinal: grades in order, near misses count for less · nominal: the same or not
 * @source Krippendorff 2011, "Computing Krippendorff's alpha-reliability": coincidences o(c,k), δ² of the scale
 */
export function krippendorffAlpha(units: readonly Pick<RatedUnit, "values">[], scale: "ordinal" | "nominal"): number {
  const paired = units.map((unit) => [...unit.values.values()]).filter((values) => values.length > 1);
  const levels = [...new Set(paired.flat())].sort((a, b) => a - b);
  const index = new Map(levels.map((level, i) => [level, i]));
  const o = levels.map(() => levels.map(() => 0));
  for (const values of paired) {
    values.forEach((a, i) => values.forEach((b, j) => {
      const [row, column] = [index.get(a), index.get(b)];
      if (i !== j && row !== undefined && column !== undefined) (o[row] as number[])[column] = (o[row]?.[column] ?? 0) + 1 / (values.length - 1);
    }));
  }
  const marginal = o.map((row) => row.reduce((sum, value) => sum + value, 0));
  const total = marginal.reduce((sum, value) => sum + value, 0);
  let observed = 0;
  let expected = 0;
  levels.forEach((_, c) => levels.forEach((__, k) => {
    const distance = scale === "nominal" ? Number(c !== k) : ordinalDistance(marginal, c, k);
    observed += (o[c]?.[k] ?? 0) * distance;
    expected += (((marginal[c] ?? 0) * (marginal[k] ?? 0)) / (total - 1)) * distance;
  }));
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** Squared: everything between the two levels, and half of each. */
function ordinalDistance(marginal: readonly number[], c: number, k: number): number {
  const [from, to] = c < k ? [c, k] : [k, c];
  let between = -((marginal[from] ?? 0) + (marginal[to] ?? 0)) / 2;
  for (let g = from; g <= to; g++) between += marginal[g] ?? 0;
  return c === k ? 0 : between * between;
}

/**
 * Cohen's kappa of two reviewers on what both judged, unweighted.
 * @param pairs one entry per unit @returns −1 to 1; NaN without a pair, or when chance alone would always agree
 * @source Cohen 1960
 */
export function cohenKappa(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  const levels = [...new Set(pairs.flat())];
  const share = (side: 0 | 1, level: number) => pairs.filter((pair) => pair[side] === level).length / n;
  const observed = pairs.filter(([a, b]) => a === b).length / n;
  const chance = levels.reduce((sum, level) => sum + share(0, level) * share(1, level), 0);
  return n === 0 || chance === 1 ? Number.NaN : (observed - chance) / (1 - chance);
}

const RESAMPLES = 400;

/**
 * A measure of units with its 95 % interval: percentile bootstrap over clusters.
 * @param seed the same seed gives the same interval
 */
export function withInterval(units: readonly RatedUnit[], measure: (units: readonly RatedUnit[]) => number, seed = 1): Agreement {
  const judged = units.filter((unit) => unit.values.size > 1);
  const byCluster = new Map<string, RatedUnit[]>();
  for (const unit of judged) byCluster.set(unit.cluster, [...(byCluster.get(unit.cluster) ?? []), unit]);
  const clusters = [...byCluster.values()];
  const random = createRng(seed);
  const values: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const value = measure(clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? []));
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { alpha: measure(judged), low: at(0.025), high: at(0.975), n: judged.length };
}

/** Ordinal alpha of grades with its interval; null below `least` shared units, where it would say nothing. */
export function gradeAgreement(units: readonly RatedUnit[], least = 10): Agreement | null {
  const agreement = withInterval(units, (some) => krippendorffAlpha(some, "ordinal"));
  return agreement.n < least || Number.isNaN(agreement.alpha) ? null : agreement;
}
