/**
 * @file Fit a ruleset: suggested weights from pairs that a recruiter told apart (shortlisted above rejected, one opening). A
 * logistic model of the difference of two scorecards with a normal prior around the weights in use: few labels, little change.
 * @source pairwise logistic ranking: Burges et al. 2005, "Learning to Rank using Gradient Descent" (RankNet), with a linear scorer
 */
import { AppError } from "../../core/errors";
import type { Ruleset } from "../../people/match/ruleset";
import type { Scorecard } from "../../people/match/types";
import { classOf, weightOf, type WeightClass } from "./rescore";

export interface RankLabel {
  /** The opening: pairs are only ever made within one. */
  readonly group: string;
  readonly better: Scorecard;
  readonly worse: Scorecard;
  /** Trust in the label, > 0; default 1. */
  readonly weight?: number;
}

export interface FittedRuleset {
  /** Version one higher; only suggested weights differ. */
  readonly ruleset: Ruleset;
  readonly changes: readonly { readonly name: WeightClass; readonly before: number; readonly after: number }[];
  readonly labels: number;
}

const CLASSES: readonly WeightClass[] = (["skill", "experience", "education", "language", "certificate", "text"] as const).flatMap((kind) => [`${kind} must`, `${kind} nice`] as const);
/** How sure a difference of ten points makes the order: logit per point of score. */
const SHARPNESS = 0.15;
/** Standard deviation of a weight around the one in use, in logarithms: a third more or less. */
const DEVIATION = 0.3;
const ROUNDS = 300;
const STEP = 0.05;
const MIN_LABELS = 10;

/** @throws AppError "train/too-few-labels" below ten pairs */
export function fitRuleset(labels: readonly RankLabel[], champion: Ruleset): FittedRuleset {
  if (labels.length < MIN_LABELS) {
    throw new AppError("train/too-few-labels", `${labels.length} pairs, at least ${MIN_LABELS} are needed`, { userMessage: `There are ${labels.length} pairs of a shortlisted and a rejected person in one opening; at least ${MIN_LABELS} are needed. The ruleset in use is unchanged.` });
  }
  const rows = labels.map((label) => ({ ...differencesOf(label), weight: label.weight ?? 1 }));
  const used = CLASSES.filter((_, c) => rows.some(({ better, worse }) => (better[c]?.share ?? 0) > 0 || (worse[c]?.share ?? 0) > 0));
  let logs = CLASSES.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = gradient(rows, logs);
    logs = logs.map((value, c) => value - STEP * (slopes[c] ?? 0));
  }
  const after = CLASSES.map((name, c) => ({ name, before: weightOf(champion, name), after: Math.max(1, Math.min(100, Math.round(weightOf(champion, name) * Math.exp(logs[c] ?? 0)))) }));
  const changes = after.filter((one) => used.includes(one.name) && one.before !== one.after && one.before > 0);
  const suggestedWeights = structuredClone(champion.suggestedWeights) as Record<string, { must: number; nice: number }>;
  for (const { name, after: weight } of changes) {
    const [kind, level] = name.split(" ") as [string, "must" | "nice"];
    suggestedWeights[kind] = { ...(suggestedWeights[kind] ?? { must: 0, nice: 0 }), [level]: weight };
  }
  return { ruleset: { ...champion, version: champion.version + 1, suggestedWeights: suggestedWeights as Ruleset["suggestedWeights"] }, changes, labels: labels.length };
}

interface ClassSum {
  /** Percent points of the score that the class makes, and the points that it brings. */
  readonly share: number;
  readonly points: number;
}

interface Row {
  readonly better: readonly ClassSum[];
  readonly worse: readonly ClassSum[];
  readonly weight: number;
}

function differencesOf({ better, worse }: RankLabel): Omit<Row, "weight"> {
  const sums = (card: Scorecard): ClassSum[] => CLASSES.map((name) => {
    const parts = card.parts.filter((part) => classOf(part) === name);
    return { share: parts.reduce((sum, { weight }) => sum + weight, 0), points: parts.reduce((sum, { weight, score }) => sum + (weight * score) / 100, 0) };
  });
  return { better: sums(better), worse: sums(worse) };
}

/** Derivatives of the mean loss and the prior by the logarithms of the weights. */
function gradient(rows: readonly Row[], logs: readonly number[]): number[] {
  const many = Math.max(1, rows.length);
  const slopes = logs.map((value) => value / (DEVIATION * DEVIATION * many));
  for (const { better, worse, weight } of rows) {
    const [a, b] = [scoreOf(better, logs), scoreOf(worse, logs)];
    const wrong = 1 / (1 + Math.exp(SHARPNESS * (a.score - b.score)));
    for (const [c, log] of logs.entries()) slopes[c] = (slopes[c] ?? 0) - (weight * wrong * SHARPNESS * (pull(better[c], a, log) - pull(worse[c], b, log))) / many;
  }
  return slopes;
}

function scoreOf(sums: readonly ClassSum[], logs: readonly number[]): { readonly score: number; readonly total: number } {
  const total = sums.reduce((sum, { share }, c) => sum + share * Math.exp(logs[c] ?? 0), 0);
  const points = sums.reduce((sum, one, c) => sum + one.points * Math.exp(logs[c] ?? 0), 0);
  return { score: total === 0 ? 0 : (100 * points) / total, total };
}

/** How much the score moves with the logarithm of the class's weight. */
function pull(own: ClassSum | undefined, { score, total }: { readonly score: number; readonly total: number }, log: number): number {
  if (!own || total === 0) return 0;
  return (Math.exp(log) * (100 * own.points - score * own.share)) / total;
}
