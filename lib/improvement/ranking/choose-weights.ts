/**
 * @file Choose weights: how much of the ranking labels may change here. Nested sets of features are fitted on four fifths of the
 * question groups and asked to rank the right passage of the rest; the best is taken if it beats what ships by more than half a
 * standard error, else what ships stays, with the memory of paraphrases (which no other group can teach or refute).
 * @source model selection by cross-validation: Stone 1974, "Cross-Validatory Choice and Assessment of Statistical Predictions"
 */
import { sha256 } from "../../core/hash";
import type { LearnedWeights } from "../../knowledge/retrieval/learned-ranking";
import { fitLogits, toWeights, WEIGHT_PRIOR, type WeightPrior } from "./fit-weights";
import { WEIGHT_FEATURES, type WeightRow } from "./weight-features";

type Feature = (typeof WEIGHT_FEATURES)[number];

const ARMS_AND_MEMORY: readonly Feature[] = ["dense", "lexical", "passageMemory", "documentMemory", "popularity"];
/** From the least to the most that is learned. */
export const FEATURE_SETS: readonly (readonly Feature[])[] = [["dense", "lexical"], ARMS_AND_MEMORY, [...ARMS_AND_MEMORY, "coverage"], [...ARMS_AND_MEMORY, "coverage", "kindred"]];

const FOLDS = 5;
/** Standard errors by which a set must beat what ships. */
const MIN_ERRORS = 0.5;
/** Standard deviation of a logit that may not move; afterwards it is put exactly where it was. */
const FIXED = 1e-5;

export interface ChosenWeights {
  readonly weights: LearnedWeights;
  /** Features that were learned; empty: as shipped. */
  readonly learned: readonly Feature[];
  /** Mean reciprocal rank on held-out groups, of what ships and of each set, and the standard error of its difference to what ships. */
  readonly compared: readonly { readonly learned: readonly Feature[]; readonly before: number; readonly after: number; readonly error: number }[];
}

/** Deterministic. @param rows right candidates of each, weighted by trust */
export function chooseWeights(rows: readonly WeightRow[]): ChosenWeights {
  const judged = rows.filter(({ right }) => right.length > 0);
  const foldOf = new Map(judged.map((row) => [row, Number.parseInt(sha256(row.group).slice(0, 8), 16) % FOLDS]));
  const trust = judged.map(({ right }) => right.reduce((sum, { weight }) => sum + weight, 0) / right.length);
  const shipped = fitSet([], []);
  const before = judged.map((row) => reciprocalRank(row, shipped));
  const compared = FEATURE_SETS.map((learned) => {
    const fits = Array.from({ length: FOLDS }, (_, fold) => fitSet(judged.filter((row) => foldOf.get(row) !== fold), learned));
    const after = judged.map((row) => reciprocalRank(row, fits[foldOf.get(row) ?? 0] ?? shipped));
    return { learned, before: weightedMean(before, trust), after: weightedMean(after, trust), error: errorOf(after.map((value, at) => value - (before[at] ?? 0)), trust) };
  });
  const better = compared.filter((one) => one.after - one.before > MIN_ERRORS * one.error);
  const best = better.reduce<(typeof compared)[number] | null>((top, one) => (top === null || one.after > top.after ? one : top), null);
  const learned = best?.learned ?? [];
  return { weights: toWeights(fitSet(judged, learned)), learned, compared };
}

/** Fits these features alone; the others stay as shipped. */
function fitSet(rows: readonly WeightRow[], learned: readonly Feature[]): number[] {
  const isFree = WEIGHT_FEATURES.map((name) => learned.includes(name));
  const prior: WeightPrior = { ...WEIGHT_PRIOR, deviation: WEIGHT_PRIOR.deviation.map((value, at) => (isFree[at] ? value : FIXED)) };
  return fitLogits(rows, prior).map((value, at) => (isFree[at] ? value : (WEIGHT_PRIOR.mean[at] ?? 0)));
}

/** Of the best right candidate; those with an equal score stand behind it. */
function reciprocalRank({ features, right }: WeightRow, logits: readonly number[]): number {
  const scores = features.map((row) => row.reduce((sum, value, f) => sum + value * (logits[f] ?? 0), 0));
  const best = Math.max(...right.map(({ at }) => scores[at] ?? -Infinity));
  return 1 / (1 + scores.filter((score) => score > best).length);
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) / total : 0;
}

function errorOf(values: readonly number[], weights: readonly number[]): number {
  const mean = weightedMean(values, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? Math.sqrt(values.reduce((sum, value, at) => sum + ((weights[at] ?? 0) * (value - mean)) ** 2, 0)) / total : 0;
}
