/**
 * @file Gradient-boosted trees for yes–no, classes and numbers: shallow trees, each on the mistakes of those before,
 * with row and column sampling; as many as an inner held-out part of the training rows asks for.
 * @source Friedman 2001; Chen, Guestrin 2016
 */
import { createRng, shuffled } from "../../core/rng";
import { stratifiedFolds, type Split } from "../measure/folds";
import type { TreeNodes } from "../performance/types";
import { evaluateTree, growTree } from "./grow-tree";
import { rowOf, takeRows, type Matrix } from "./matrix";
import { binInputs, type Binned } from "./tree-bins";

export type TreeTask = { readonly kind: "binary" } | { readonly kind: "classes"; readonly classes: number } | { readonly kind: "number" };

export interface BoostOptions {
  readonly task: TreeTask;
  readonly seed: number;
  readonly learningRate?: number;
  readonly depth?: number;
  /** Most rounds; default 250. */
  readonly rounds?: number;
  /** Given: exactly so many rounds, no inner split. */
  readonly exactly?: number;
}

export interface BoostedTrees {
  readonly task: TreeTask;
  /** Score before any tree: log-odds, log shares of the classes, or the mean. */
  readonly base: readonly number[];
  /** [round][output] */
  readonly trees: readonly (readonly TreeNodes[])[];
}

const ROW_SHARE = 0.7;
const COLUMN_SHARE = 0.5;
const PATIENCE = 25;
const LAMBDA = 2;

/** @param targets 0/1, class numbers, or numbers */
export function boostTrees(x: Matrix, targets: ArrayLike<number>, options: BoostOptions): BoostedTrees {
  if (options.exactly !== undefined) return boost({ x, targets, held: [] }, { ...options, rounds: options.exactly });
  const strata = options.task.kind === "number" ? new Array<number>(x.rows).fill(0) : targets;
  const split = stratifiedFolds(strata, { folds: 6, seed: options.seed })[0] ?? { train: [], test: [] };
  const probe = boostUntil(x, targets, split, options);
  return boost({ x, targets, held: [] }, { ...options, rounds: probe.trees.length });
}

/** Learns from one part of the rows, with as many rounds as serve the other part best. */
export function boostUntil(x: Matrix, targets: ArrayLike<number>, { train, test }: Pick<Split, "train" | "test">, options: BoostOptions): BoostedTrees {
  return boost({ x: takeRows(x, train), targets: train.map((row) => targets[row] ?? 0), held: test.map((row) => ({ inputs: rowOf(x, row), target: targets[row] ?? 0 })) }, options);
}

interface BoostData {
  readonly x: Matrix;
  readonly targets: ArrayLike<number>;
  readonly held: readonly { readonly inputs: Float64Array; readonly target: number }[];
}

function boost({ x, targets, held }: BoostData, { task, seed, learningRate = 0.08, depth = 4, rounds = 250 }: BoostOptions): BoostedTrees {
  const random = createRng(seed);
  const binned = binInputs(x);
  const base = baseOf(targets, task);
  const scores = base.map((one) => new Float64Array(x.rows).fill(one));
  const heldScores = held.map(() => [...base]);
  const trees: TreeNodes[][] = [];
  let [best, bestRound] = [heldLoss(heldScores, held, task), 0];
  for (let round = 0; round < rounds; round++) {
    const sample = drawSample(binned, random);
    const slopes = slopesOf(scores, targets, task);
    const grown = slopes.map((slope) => growTree(binned, sample.rows, slope, { depth, minCurvature: task.kind === "number" ? 5 : 1, lambda: LAMBDA, learningRate, columns: sample.columns }));
    grown.forEach((tree, output) => {
      const into = scores[output] as Float64Array;
      for (let row = 0; row < x.rows; row++) (into[row] as number) += evaluateTree(tree, x.data, row * x.columns);
      held.forEach(({ inputs }, at) => ((heldScores[at] as number[])[output] = (heldScores[at]?.[output] ?? 0) + evaluateTree(tree, inputs)));
    });
    trees.push(grown);
    if (held.length === 0) continue;
    const loss = heldLoss(heldScores, held, task);
    if (loss < best) [best, bestRound] = [loss, round + 1];
    if (round + 1 - bestRound >= PATIENCE) break;
  }
  return { task, base, trees: held.length === 0 ? trees : trees.slice(0, Math.max(1, bestRound)) };
}

function drawSample(binned: Binned, random: () => number): { rows: Int32Array; columns: number[] } {
  const drawn = new Int32Array(binned.rows);
  let taken = 0;
  for (let row = 0; row < binned.rows; row++) if (random() < ROW_SHARE) drawn[taken++] = row;
  const rows = drawn.slice(0, taken);
  const columns = shuffled(Array.from({ length: binned.columns }, (_, at) => at), random).slice(0, Math.max(1, Math.ceil(COLUMN_SHARE * binned.columns)));
  return { rows: rows.length > 0 ? rows : Int32Array.from({ length: binned.rows }, (_, row) => row), columns };
}

function baseOf(targets: ArrayLike<number>, task: TreeTask): number[] {
  const all = Array.from(targets);
  const mean = all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  if (task.kind === "number") return [mean];
  if (task.kind === "binary") return [Math.log(Math.max(1e-6, mean) / Math.max(1e-6, 1 - mean))];
  return Array.from({ length: task.classes }, (_, of) => Math.log((all.filter((one) => one === of).length + 1) / (all.length + task.classes)));
}

/** First and second derivatives of the loss by each output's score. */
function slopesOf(scores: readonly Float64Array[], targets: ArrayLike<number>, task: TreeTask): { gradient: Float64Array; curvature: Float64Array }[] {
  const rows = scores[0]?.length ?? 0;
  const slopes = scores.map(() => ({ gradient: new Float64Array(rows), curvature: new Float64Array(rows) }));
  if (task.kind !== "classes") {
    // One output: without a list per row, which is most of the time on large tables.
    const [only, slope] = [scores[0] as Float64Array, slopes[0] as (typeof slopes)[number]];
    for (let row = 0; row < rows; row++) {
      const score = only[row] as number;
      const p = task.kind === "binary" ? 1 / (1 + Math.exp(-score)) : score;
      slope.gradient[row] = p - (targets[row] as number);
      slope.curvature[row] = task.kind === "number" ? 1 : Math.max(1e-6, p * (1 - p));
    }
    return slopes;
  }
  for (let row = 0; row < rows; row++) {
    const predicted = answer(scores.map((one) => one[row] as number), task);
    slopes.forEach(({ gradient, curvature }, output) => {
      const p = predicted[output] as number;
      gradient[row] = p - Number(targets[row] === output);
      curvature[row] = Math.max(1e-6, p * (1 - p));
    });
  }
  return slopes;
}

/** Scores → probability of yes, probabilities of the classes, or the number itself. */
export function answer(scores: readonly number[], task: TreeTask): number[] {
  if (task.kind === "number") return [...scores];
  if (task.kind === "binary") return scores.map((score) => 1 / (1 + Math.exp(-score)));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function heldLoss(scores: readonly number[][], held: BoostData["held"], task: TreeTask): number {
  return held.reduce((sum, { target }, at) => {
    const predicted = answer(scores[at] ?? [], task);
    if (task.kind === "number") return sum + ((predicted[0] ?? 0) - target) ** 2;
    const p = task.kind === "binary" ? (target === 1 ? predicted[0] : 1 - (predicted[0] ?? 0)) : predicted[target];
    return sum - Math.log(Math.max(1e-9, p ?? 0));
  }, 0);
}

/** Raw scores per row: rows arrays of as many numbers as outputs. */
export function scoreTrees({ base, trees }: BoostedTrees, x: Matrix): number[][] {
  return Array.from({ length: x.rows }, (_, row) => {
    const from = row * x.columns;
    return base.map((start, output) => trees.reduce((sum, round) => sum + (round[output] ? evaluateTree(round[output], x.data, from) : 0), start));
  });
}
