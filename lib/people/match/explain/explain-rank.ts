/**
 * @file Explain a rank: why one person stands above another: the parts that make the difference, in points, largest
 * first. The points add up to the difference of the scores (but for rounding).
 */
import { compareCandidates, type ComparisonCell, type NamedCard } from "./compare-candidates";

export interface RankReason {
  readonly requirementId: string | null;
  readonly name: string;
  readonly mustHave: boolean;
  /** Points by which it lifts the first above the second; negative: the second is better here. One decimal. */
  readonly points: number;
  readonly first: ComparisonCell;
  readonly second: ComparisonCell;
}

export interface RankExplanation<Id extends string = string> {
  readonly above: Id;
  readonly below: Id;
  /** Difference of the scores, ≥ 0, one decimal. */
  readonly points: number;
  readonly isTie: boolean;
  /** What speaks for the one above, then what speaks for the one below; nothing that makes no difference. */
  readonly reasons: readonly RankReason[];
}

/** Points below which a part makes no difference worth telling. */
const LEAST = 0.1;

/** @throws AppError "request/invalid" when the cards cannot be compared */
export function explainRank<Id extends string>(a: NamedCard<Id>, b: NamedCard<Id>): RankExplanation<Id> {
  const [above, below] = b.card.score > a.card.score ? [b, a] : [a, b];
  const { rows } = compareCandidates([above, below]);
  const reasons = rows.flatMap(({ cells, weight, requirementId, name, mustHave }): RankReason[] => {
    const [first, second] = cells;
    if (!first || !second) return [];
    const points = Math.round((weight * (first.score - second.score)) / 10) / 10;
    return Math.abs(points) < LEAST ? [] : [{ requirementId, name, mustHave, points, first, second }];
  });
  const difference = Math.round((above.card.score - below.card.score) * 10) / 10;
  return { above: above.id, below: below.id, points: difference, isTie: difference === 0, reasons: reasons.sort((x, y) => y.points - x.points) };
}
