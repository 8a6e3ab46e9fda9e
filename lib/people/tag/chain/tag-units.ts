/**
 * @file A trained chain reads one sentence: the best path's spans, each with the confidence of its weakest unit.
 */
import { spansOfPath, type UnitSpan } from "../tag-set";
import { emissionsOf, type ChainModel } from "./chain-model";
import { bestPath, chainMarginals, expTransitions } from "./lattice";

export interface ScoredSpan extends UnitSpan {
  /** Lowest marginal probability of the span's tags, 0–1. */
  readonly confidence: number;
}

/** @param features per unit the hashes of its features; none: no spans */
export function tagUnits(model: ChainModel, features: readonly Uint32Array[]): ScoredSpan[] {
  if (features.length === 0) return [];
  const L = model.tagSet.tags.length;
  const emissions = emissionsOf(model, features);
  const path = bestPath(model.tagSet, emissions, model.transitions);
  const spans = spansOfPath(model.tagSet, path);
  if (spans.length === 0) return [];
  const { unary } = chainMarginals(model.tagSet, emissions, expTransitions(model.tagSet, model.transitions));
  return spans.map((span) => {
    let confidence = 1;
    for (let at = span.start; at < span.end; at++) confidence = Math.min(confidence, unary[at * L + (path[at] as number)] as number);
    return { ...span, confidence };
  });
}
