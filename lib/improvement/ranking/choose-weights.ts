/**
 * @file Choose weights: how much of the ranking labels may change here. Nested sets of features are fitted on four fifths of the
 * question groups and asked to rank the right passage of the rest. None is picked: all of them and what ships are averaged, each
 * by how well it foresaw. The memory of paraphrases keeps its weight, which no other group can teach or refute.
 * @source weights by held-out gain: Yang 2003, "Regression with Multiple Candidate Models: Selecting or Mixing?", Statistica Sinica 13
 */
import { sha256 } from "../../core/hash";
import type { LearnedWeights } from "../../knowledge/retrieval/learned-ranking";
import { fitLogits, toWeights, WEIGHT_PRIOR, type WeightPrior } from "./fit-weights";
import { WEIGHT_FEATURES, type WeightRow } from "./weight-features";

type Feature = (typeof WEIGHT_FEATURES)[number];

const ARMS_AND_DOCUMENTS: readonly Feature[] = ["dense", "lexical", "documentMemory", "popularity"];
/** From the least to the most that is learned. */
export const FEATURE_SETS: readonly (readonly Feature[])[] = [["dense", "lexical"], ARMS_AND_DOCUMENTS, [...ARMS_AND_DOCUMENTS, "coverage"], [...ARMS_AND_DOCUMENTS, "coverage", "kindred"]];
/**
 * Below nought they say that an answer is where answers have not been. Leaving a question's own answer out says just that by
 * itself (its document has one answer less than the others), so such a weight is not believed.
 */
const NOT_BELOW_NOUGHT: readonly Feature[] = ["documentMemory", "popularity", "coverage", "kindred"];

const FOLDS = 5;
/** A set's share is e to the power of this many times its gain in standard errors; what ships has gain 0. */
const SHARPNESS = 2;
/** Errors below this are taken for it: a handful of equal questions is no proof. */
const LEAST_ERROR = 1e-4;
/** Standard deviation of a logit that may not move; afterwards it is put exactly where it was. */
const FIXED = 1e-5;

export interface ChosenWeights {
  readonly weights: LearnedWeights;
  /** Features of the sets that have more than half of the shares together; empty: what ships has. */
  readonly learned: readonly Feature[];
  /** Of each set: mean reciprocal rank on held-out groups of what ships and of the set, the standard error of the difference, its share in the weights (0–1; what is left is what ships). */
  readonly compared: readonly { readonly learned: readonly Feature[]; readonly before: number; readonly after: number; readonly error: number; readonly share: number }[];
}

/** Deterministic. @param rows right candidates of each, weighted by trust */
export function chooseWeights(rows: readonly WeightRow[]): ChosenWeights {
  const judged = rows.filter(({ right }) => right.length > 0);
  const foldOf = new Map(judged.map((row) => [row, Number.parseInt(sha256(row.group).slice(0, 8), 16) % FOLDS]));
  const trust = judged.map(({ right }) => right.reduce((sum, { weight }) => sum + weight, 0) / right.length);
  const shipped = fitSet([], []);
  const before = judged.map((row) => reciprocalRank(row, shipped));
  const tried = FEATURE_SETS.map((learned) => {
    const fits = Array.from({ length: FOLDS }, (_, fold) => fitSet(judged.filter((row) => foldOf.get(row) !== fold), learned));
    const after = judged.map((row) => reciprocalRank(row, fits[foldOf.get(row) ?? 0] ?? shipped));
    return { learned, before: weightedMean(before, trust), after: weightedMean(after, trust), error: errorOf(after.map((value, at) => value - (before[at] ?? 0)), trust) };
  });
  const shares = sharesOf(tried.map((one) => one.after - one.before), tried.map(({ error }) => error));
  const compared = tried.map((one, at) => ({ ...one, share: shares[at] ?? 0 }));
  const fits = compared.map(({ learned, share }) => ({ share, logits: fitSet(judged, learned) }));
  const mixed = shipped.map((value, f) => fits.reduce((sum, { share, logits }) => sum + share * ((logits[f] ?? 0) - value), value));
  const learned = judged.length === 0 ? [] : WEIGHT_FEATURES.filter((name) => compared.reduce((sum, one) => sum + (one.learned.includes(name) ? one.share : 0), 0) > 0.5);
  return { weights: toWeights(mixed), learned, compared };
}

/** @returns one per set; together with what ships 1 */
function sharesOf(gains: readonly number[], errors: readonly number[]): number[] {
  const error = Math.max(LEAST_ERROR, errors.reduce((sum, one) => sum + one, 0) / Math.max(1, errors.length));
  const powers = [0, ...gains.map((gain) => (SHARPNESS * gain) / error)];
  const top = Math.max(...powers);
  const odds = powers.map((power) => Math.exp(power - top));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.slice(1).map((one) => one / total);
}

/** Fits these features alone, without those that turn out not to be believed; the others stay as shipped. */
function fitSet(rows: readonly WeightRow[], learned: readonly Feature[]): number[] {
  const isFree = WEIGHT_FEATURES.map((name) => learned.includes(name));
  const prior: WeightPrior = { ...WEIGHT_PRIOR, deviation: WEIGHT_PRIOR.deviation.map((value, at) => (isFree[at] ? value : FIXED)) };
  const logits = fitLogits(rows, prior);
  const believed = learned.filter((name) => !NOT_BELOW_NOUGHT.includes(name) || (logits[WEIGHT_FEATURES.indexOf(name)] ?? 0) >= 0);
  return believed.length < learned.length ? fitSet(rows, believed) : logits.map((value, at) => (isFree[at] ? value : (WEIGHT_PRIOR.mean[at] ?? 0)));
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
