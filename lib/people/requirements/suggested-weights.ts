/**
 * @file Suggested weights: how much a requirement counts before a recruiter says otherwise. A ruleset brings its own
 * table; this one is what ships. A place counts nothing: where someone lives is no merit, and stands for much else.
 */
import type { Requirement, RequirementKind } from "./types";

/** 0–100 for a must-have and for something nice to have. */
export type SuggestedWeights = Readonly<Record<RequirementKind, { readonly must: number; readonly nice: number }>>;

export const SUGGESTED_WEIGHTS: SuggestedWeights = {
  skill: { must: 60, nice: 25 },
  experience: { must: 80, nice: 35 },
  education: { must: 50, nice: 20 },
  language: { must: 50, nice: 20 },
  certificate: { must: 60, nice: 25 },
  place: { must: 0, nice: 0 },
  text: { must: 50, nice: 20 },
};

export function suggestedWeight({ kind, mustHave }: Pick<Requirement, "kind" | "mustHave">, weights: SuggestedWeights = SUGGESTED_WEIGHTS): number {
  return weights[kind][mustHave ? "must" : "nice"];
}
