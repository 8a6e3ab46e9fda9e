/**
 * @file Paired test: is the challenger better than the champion on the same questions, how sure is that, and how many
 * questions would settle it. All on differences per question group, so that paraphrases count once.
 */
import { createRng } from "../../core/rng";

export interface PairedResult {
  /** Groups compared. */
  readonly n: number;
  /** Mean difference, challenger − champion, and its 95 % bootstrap interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided; 1 when nothing differs. */
  readonly p: number;
  /** The p value is over all sign patterns, not a sample of them. */
  readonly isExact: boolean;
  /** Mean difference in units of its standard deviation; 0 when nothing differs. */
  readonly effectSize: number;
  /** Smallest true difference that n groups like these would show (p < .05) in four of five cases. */
  readonly smallestDetectable: number;
  /** Groups that would show a difference as large as this one; null when there is none. */
  readonly neededN: number | null;
}

/** All sign patterns are tried up to this many groups that differ (65,536 patterns). */
const EXACT_UP_TO = 16;
const PERMUTATIONS = 10_000;
const RESAMPLES = 2_000;
/** Normal quantiles for α .05 two-sided and power .8. */
const Z = 1.959964 + 0.841621;

/**
 * Paired randomisation test: were champion and challenger the same, each difference would be as likely with the other sign.
 *
 * @param differences one number per question group; at least one
 * @source Fisher's randomisation; Smucker, Allan, Carterette 2007, "A Comparison of Statistical Significance Tests for
 * Information Retrieval Evaluation", CIKM; sample size: Cohen 1988, "Statistical Power Analysis", section 2.4
 */
export function pairedTest(differences: readonly number[], seed = 1): PairedResult {
  const n = differences.length;
  const mean = meanOf(differences);
  const deviation = n > 1 ? Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)) : 0;
  const changed = differences.filter((value) => value !== 0);
  const isExact = changed.length <= EXACT_UP_TO;
  const [low, high] = bootstrap(differences, seed);
  return {
    n, mean, low, high, isExact,
    p: changed.length === 0 ? 1 : isExact ? exactP(changed) : sampledP(changed, seed),
    effectSize: deviation > 0 ? mean / deviation : 0,
    smallestDetectable: n > 0 ? (Z * deviation) / Math.sqrt(n) : 0,
    neededN: mean === 0 || deviation === 0 ? null : Math.ceil(((Z * deviation) / mean) ** 2),
  };
}

function exactP(changed: readonly number[]): number {
  const observed = Math.abs(sum(changed)) - 1e-12;
  const patterns = 2 ** changed.length;
  let extreme = 0;
  for (let pattern = 0; pattern < patterns; pattern++) {
    let total = 0;
    changed.forEach((value, at) => (total += (pattern >> at) & 1 ? value : -value));
    if (Math.abs(total) >= observed) extreme++;
  }
  return extreme / patterns;
}

/** The observed pattern counts as one of the sample: p is never 0. */
function sampledP(changed: readonly number[], seed: number): number {
  const random = createRng(seed);
  const observed = Math.abs(sum(changed)) - 1e-12;
  let extreme = 1;
  for (let i = 0; i < PERMUTATIONS; i++) {
    let total = 0;
    for (const value of changed) total += random() < 0.5 ? value : -value;
    if (Math.abs(total) >= observed) extreme++;
  }
  return extreme / (PERMUTATIONS + 1);
}

/** @source Efron, Tibshirani 1993, chapter 13: percentile interval */
function bootstrap(values: readonly number[], seed: number): [number, number] {
  const random = createRng(seed + 1);
  const means = Array.from({ length: RESAMPLES }, () => {
    let total = 0;
    for (let i = 0; i < values.length; i++) total += values[Math.floor(random() * values.length)] ?? 0;
    return total / Math.max(1, values.length);
  }).sort((a, b) => a - b);
  return [means[Math.floor(0.025 * RESAMPLES)] ?? 0, means[Math.floor(0.975 * RESAMPLES)] ?? 0];
}

export interface ScoredRow {
  readonly group: string;
  readonly before: number;
  readonly after: number;
  /** > 0; 1 when left out. */
  readonly weight?: number;
}

/** @returns each group's share of the weighted mean difference, times the number of groups: their plain mean is that mean */
export function differencesByGroup(rows: readonly ScoredRow[]): number[] {
  const groups = new Map<string, number>();
  for (const { group, before, after, weight = 1 } of rows) groups.set(group, (groups.get(group) ?? 0) + weight * (after - before));
  const total = sum(rows.map(({ weight = 1 }) => weight));
  return [...groups.values()].map((difference) => (total > 0 ? (difference * groups.size) / total : 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
