/**
 * @file Ranking metrics of one query: what was retrieved, best first, against graded judgements. Means over queries
 * are the caller's; queries without any relevant document say nothing and should be left out of them.
 */
import { invariant } from "../../core/invariant";

/** Document id → relevance; above 0 is relevant, absent is not judged. */
export type Judgements = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain, linear gain.
 *
 * @param ranked distinct document ids, best first
 * @returns 0 … 1; 0 when nothing is relevant
 * @source Järvelin & Kekäläinen 2002; trec_eval's ndcg_cut (gain = relevance, discount = log2(rank + 1))
 */
export function ndcgAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  const ideal = [...judgements.values()].filter((relevance) => relevance > 0).sort((a, b) => b - a);
  const best = discountedGain(ideal.slice(0, k));
  const gains = firstDistinct(k, ranked).map((id) => Math.max(0, judgements.get(id) ?? 0));
  return best === 0 ? 0 : discountedGain(gains) / best;
}

/** Share of the relevant documents that are among the first k; 0 when nothing is relevant. */
export function recallAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  const relevant = [...judgements.values()].filter((relevance) => relevance > 0).length;
  if (relevant === 0) return 0;
  return firstDistinct(k, ranked).filter((id) => isRelevant(judgements, id)).length / relevant;
}

/** 1 / rank of the first relevant document among the first k; 0 when there is none. */
export function reciprocalRankAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  const at = firstDistinct(k, ranked).findIndex((id) => isRelevant(judgements, id));
  return at === -1 ? 0 : 1 / (at + 1);
}

/** Share of the first k that carry a judgement, whatever it says; 0 when nothing was retrieved. */
export function judgedAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  const first = firstDistinct(k, ranked);
  return first.length === 0 ? 0 : first.filter((id) => judgements.has(id)).length / first.length;
}

/**
 * nDCG of the ranking as it is with documents that nobody judged taken out: what they are worth is unknown, and counting them
 * as worthless punishes a method for finding what the judges' pool did not hold.
 *
 * @source Sakai 2007, "Alternatives to bpref" (condensed lists)
 */
export function judgedNdcgAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  return ndcgAt(k, ranked.filter((id) => judgements.has(id)), judgements);
}

function isRelevant(judgements: Judgements, id: string): boolean {
  return (judgements.get(id) ?? 0) > 0;
}

function firstDistinct(k: number, ranked: readonly string[]): readonly string[] {
  const first = ranked.slice(0, k);
  invariant(new Set(first).size === first.length, () => "a ranking names a document twice; merge its passages first");
  return first;
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}
