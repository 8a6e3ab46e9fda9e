/**
 * @file Labels → pairs for the encoder: a question, a passage that answers it, and passages that look right and are not:
 * those that reviewers judged so, then what the product itself found for the question (hard negatives mined from the index).
 */
import { detectLanguage } from "../../core/language";
import type { Pair } from "../base/types";
import { RIGHT_FROM, type RankingExample } from "../ranking/examples";
import { dot, rankPool } from "../ranking/score-pool";

export interface LabelPair extends Pair {
  /** Trust in the label, 0–1: how often it is drawn. */
  readonly weight: number;
}

/** Candidates that are looked at for each question, best first, and negatives kept of them. */
const LOOKED_AT = 20;
const KEPT = 6;
/** Cosine of two passages from which one may say what the other does: such a one is no negative. */
const SAME = 0.93;
/** Grade (0–1) below which reviewers said that a passage is not about the question. */
const WRONG_BELOW = 0.2;

/** @param textOf what is embedded of a passage; undefined: it is gone */
export function labelPairs(examples: readonly RankingExample[], textOf: (id: string) => string | undefined): LabelPair[] {
  return examples.flatMap((example): LabelPair[] => {
    const negatives = hardNegatives(example).flatMap((id) => textOf(id) ?? []);
    return example.judged.flatMap(({ id, documentId, relevance, weight }): LabelPair[] => {
      const passage = textOf(id);
      if (relevance < RIGHT_FROM || passage === undefined || weight <= 0) return [];
      return [{ source: "label", language: detectLanguage(example.query), query: example.query, passage, group: documentId, negatives, weight: Math.min(1, weight) * relevance }];
    });
  });
}

/** Ids, the surest first. */
function hardNegatives({ pool, judged }: RankingExample): string[] {
  const right = judged.filter(({ relevance }) => relevance >= RIGHT_FROM);
  const wrong = judged.filter(({ relevance, weight }) => relevance < WRONG_BELOW && weight > 0).map(({ id }) => id);
  const known = new Set(judged.map(({ id }) => id));
  const vectors = new Map(pool.candidates.map(({ id, vector }) => [id, vector]));
  const found = rankPool(pool, null).slice(0, LOOKED_AT).flatMap(({ id }) => {
    const own = vectors.get(id);
    return !own || known.has(id) || right.some(({ vector }) => dot(vector, own) >= SAME) ? [] : [id];
  });
  return [...wrong, ...found].slice(0, KEPT);
}
