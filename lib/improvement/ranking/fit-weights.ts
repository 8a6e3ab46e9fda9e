/**
 * @file Fit weights: the numbers of the learned ranking from a few hundred noisy labels. Listwise softmax with a normal
 * prior around what is shipped (few labels: little change), and a share of labels that are wrong by assumption.
 * @source listwise softmax: Cao et al. 2007, "Learning to Rank: From Pairwise to Listwise Approach", ICML; wrong labels as
 * a mixture with what was shown, by expectation–maximisation: Dempster, Laird, Rubin 1977
 */
import { FUSION } from "../../knowledge/retrieval/constants";
import type { LearnedWeights } from "../../knowledge/retrieval/learned-ranking";
import { WEIGHT_FEATURES, type WeightRow } from "./weight-features";

export interface WeightPrior {
  /** Means and standard deviations in logits, in the order of WEIGHT_FEATURES. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** Share of labels that are wrong, 0–0.5. */
  readonly wrong: number;
}

/** Logits per unit of fused score: how sharply the shipped order is believed. Between those that our own sets fit (5–14). */
const SHARPNESS = 8;

/**
 * Memory of paraphrases begins at 0.4 of the score: labels of other groups cannot teach it, and on our own sets a question
 * this near has the same passage in 40–100 %.
 */
export const WEIGHT_PRIOR: WeightPrior = {
  mean: [FUSION.denseWeight * SHARPNESS, (1 - FUSION.denseWeight) * SHARPNESS, 0.4 * SHARPNESS, 0, 0, 0, 0],
  // Coverage and kindred: half a logit per standard deviation within a question (.2 and .05 on the tuning sets).
  deviation: [3, 3, 2, 3, 0.5, 2.5, 10],
  wrong: 0.15,
};

/** Where a wrong label lands: half of them on what the product put first, most others on what it showed beside. */
const MISTAKES = { first: 0.5, shown: 0.4, shownCount: 10 };

const MAX_ROUNDS = 60;

/** @returns weights in units of the fused score; the shipped ones when no row has a right candidate */
export function fitWeights(rows: readonly WeightRow[], prior: WeightPrior = WEIGHT_PRIOR): LearnedWeights {
  return toWeights(fitLogits(rows, prior));
}

/** @returns one logit per feature, in the order of WEIGHT_FEATURES */
export function fitLogits(rows: readonly WeightRow[], prior: WeightPrior): number[] {
  let theta = [...prior.mean];
  const size = theta.length;
  const labelled = rows.map((row) => ({ ...row, mistakes: mistakesOf(row, prior.mean) }));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const gradient = theta.map((value, f) => (value - (prior.mean[f] ?? 0)) / (prior.deviation[f] ?? 1) ** 2);
    const curvature = Array.from({ length: size }, (_, f) => Array.from({ length: size }, (__, g) => (f === g ? 1 / (prior.deviation[f] ?? 1) ** 2 : 0)));
    for (const row of labelled) addRow(row, theta, { gradient, curvature, wrong: prior.wrong });
    const step = solve(curvature, gradient);
    // Damped: a full Newton step may overshoot where the responsibilities change.
    const longest = Math.max(...step.map(Math.abs));
    const share = longest > 2 ? 2 / longest : 1;
    theta = theta.map((value, f) => value - share * (step[f] ?? 0));
    if (longest < 1e-6) break;
  }
  return theta;
}

/** Chance of each candidate to be named by a wrong label; sums to 1 where more than one candidate was shown. */
function mistakesOf({ features }: WeightRow, shipped: readonly number[]): number[] {
  const { first, shown, shownCount } = MISTAKES;
  const scores = features.map((row) => (row[0] ?? 0) * (shipped[0] ?? 0) + (row[1] ?? 0) * (shipped[1] ?? 0));
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const beside = Math.max(1, Math.min(shownCount, features.length) - 1);
  const chances = features.map(() => (1 - first - shown) / features.length);
  order.slice(0, shownCount).forEach((at, place) => (chances[at] = (chances[at] ?? 0) + (place === 0 ? first : shown / beside)));
  return chances;
}

/** Adds one question's part of the gradient, and of the curvature with responsibilities held. */
function addRow({ features, right, mistakes }: WeightRow & { readonly mistakes: readonly number[] }, theta: readonly number[], sums: { gradient: number[]; curvature: number[][]; wrong: number }): void {
  if (right.length === 0) return;
  const shares = softmax(features.map((row) => row.reduce((sum, value, f) => sum + value * (theta[f] ?? 0), 0)));
  const mean = theta.map((_, f) => features.reduce((sum, row, i) => sum + (shares[i] ?? 0) * (row[f] ?? 0), 0));
  for (const { at, weight } of right) {
    const told = (1 - sums.wrong) * (shares[at] ?? 0);
    const trust = (weight * told) / (told + sums.wrong * (mistakes[at] ?? 0));
    theta.forEach((_, f) => (sums.gradient[f] = (sums.gradient[f] ?? 0) + trust * ((mean[f] ?? 0) - (features[at]?.[f] ?? 0))));
    features.forEach((row, i) => {
      const share = trust * (shares[i] ?? 0);
      for (let f = 0; f < theta.length; f++) {
        const curve = sums.curvature[f] as number[];
        for (let g = 0; g < theta.length; g++) curve[g] = (curve[g] ?? 0) + share * ((row[f] ?? 0) - (mean[f] ?? 0)) * ((row[g] ?? 0) - (mean[g] ?? 0));
      }
    });
  }
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** Gaussian elimination; the prior makes the matrix positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const factor = (rows[j]?.[i] ?? 0) / (rows[i]?.[i] ?? 1);
      for (let k = i; k <= size; k++) (rows[j] as number[])[k] = (rows[j]?.[k] ?? 0) - factor * (rows[i]?.[k] ?? 0);
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const rest = result.reduce((sum, value, k) => (k > i ? sum + value * (rows[i]?.[k] ?? 0) : sum), 0);
    result[i] = ((rows[i]?.[size] ?? 0) - rest) / (rows[i]?.[i] ?? 1);
  }
  return result;
}

export function toWeights(theta: readonly number[]): LearnedWeights {
  const of = (name: (typeof WEIGHT_FEATURES)[number]): number => theta[WEIGHT_FEATURES.indexOf(name)] ?? 0;
  const [dense, lexical] = [Math.max(0, of("dense")), Math.max(0, of("lexical"))];
  const unit = Math.max(dense + lexical, 1e-6);
  return { dense: dense / unit, passageMemory: Math.max(0, of("passageMemory")) / unit, documentMemory: of("documentMemory") / unit, popularity: of("popularity") / unit, coverage: of("coverage") / unit, kindred: of("kindred") / unit };
}
