/**
 * @file Exact Shapley values of a tree's inputs in polynomial time: every path keeps the share of subsets that flow down
 * it. Their sum is the tree's value minus its mean over the training rows. Paths lie in flat lists, one behind the other by
 * depth: thousands of people are explained by hundreds of trees.
 * @source Lundberg et al. 2018, arXiv:1802.03888, algorithm 2 (path-dependent TreeSHAP)
 */
import type { TreeNodes } from "../performance/types";

/** Steps of the paths that are open: feature, share of subsets that flow on when it is unknown and when it is known (0 or 1), weight. */
interface Paths {
  readonly feature: Int32Array;
  readonly zero: Float64Array;
  readonly one: Float64Array;
  readonly weight: Float64Array;
}

/** Mean value of the tree over its training rows: what is expected of an unknown row. */
export function treeMean(tree: TreeNodes, at = 0): number {
  if ((tree.feature[at] as number) < 0) return tree.value[at] as number;
  const [left, right] = [tree.left[at] as number, tree.right[at] as number];
  return ((tree.cover[left] as number) * treeMean(tree, left) + (tree.cover[right] as number) * treeMean(tree, right)) / (tree.cover[at] as number);
}

/** Adds the trees' Shapley values of one row to `into` (one number per input). */
export function addTreesShapley(trees: readonly TreeNodes[], inputs: ArrayLike<number>, into: Float64Array): void {
  let paths = openPaths(0);
  for (const tree of trees) {
    const deepest = depthOf(tree, 0) + 2;
    if (paths.feature.length < (deepest * (deepest + 1)) / 2) paths = openPaths(deepest);
    walk({ tree, inputs, into, paths }, 0, { depth: 0, from: 0, zero: 1, one: 1, feature: -1 });
  }
}

const openPaths = (deepest: number): Paths => {
  const room = (deepest * (deepest + 1)) / 2;
  return { feature: new Int32Array(room), zero: new Float64Array(room), one: new Float64Array(room), weight: new Float64Array(room) };
};

const depthOf = (tree: TreeNodes, at: number): number => ((tree.feature[at] as number) < 0 ? 0 : 1 + Math.max(depthOf(tree, tree.left[at] as number), depthOf(tree, tree.right[at] as number)));

interface Walk {
  readonly tree: TreeNodes;
  readonly inputs: ArrayLike<number>;
  readonly into: Float64Array;
  readonly paths: Paths;
}

/** How a node is reached: its parent's path of `depth` steps lies at `from`; then this step. */
interface Reached {
  readonly depth: number;
  readonly from: number;
  readonly zero: number;
  readonly one: number;
  readonly feature: number;
}

function walk(all: Walk, at: number, { depth, from, zero, one, feature }: Reached): void {
  const { tree, inputs, into, paths } = all;
  const start = from + depth;
  for (const list of [paths.feature, paths.zero, paths.one, paths.weight]) list.copyWithin(start, from, from + depth);
  extend(paths, start, { depth, zero, one, feature });
  const asks = tree.feature[at] as number;
  if (asks < 0) {
    const value = tree.value[at] as number;
    for (let step = 1; step <= depth; step++) {
      const of = paths.feature[start + step] as number;
      (into[of] as number) += unwoundSum(paths, start, { depth, step }) * ((paths.one[start + step] as number) - (paths.zero[start + step] as number)) * value;
    }
    return;
  }
  let known = 1;
  while (known <= depth && paths.feature[start + known] !== asks) known++;
  const wasAsked = known <= depth;
  const before = wasAsked ? { zero: paths.zero[start + known] as number, one: paths.one[start + known] as number } : { zero: 1, one: 1 };
  if (wasAsked) unwind(paths, start, { depth, step: known });
  const open = wasAsked ? depth : depth + 1;
  const [left, right] = [tree.left[at] as number, tree.right[at] as number];
  const isLeft = (inputs[asks] as number) <= (tree.threshold[at] as number);
  const cover = tree.cover[at] as number;
  for (const child of [left, right]) {
    walk(all, child, { depth: open, from: start, zero: (before.zero * (tree.cover[child] as number)) / cover, one: (child === left) === isLeft ? before.one : 0, feature: asks });
  }
}

function extend({ feature, zero, one, weight }: Paths, start: number, step: Pick<Reached, "depth" | "zero" | "one" | "feature">): void {
  const { depth } = step;
  feature[start + depth] = step.feature;
  zero[start + depth] = step.zero;
  one[start + depth] = step.one;
  weight[start + depth] = depth === 0 ? 1 : 0;
  for (let at = depth - 1; at >= 0; at--) {
    (weight[start + at + 1] as number) += (step.one * (weight[start + at] as number) * (at + 1)) / (depth + 1);
    weight[start + at] = (step.zero * (weight[start + at] as number) * (depth - at)) / (depth + 1);
  }
}

interface Undone {
  /** Number of the path's last step. */
  readonly depth: number;
  readonly step: number;
}

/** The path as if the step had never been taken, in place. */
function unwind(paths: Paths, start: number, { depth, step }: Undone): void {
  const { feature, zero, one, weight } = paths;
  const [z, o] = [zero[start + step] as number, one[start + step] as number];
  let next = weight[start + depth] as number;
  for (let at = depth - 1; at >= 0; at--) {
    const here = weight[start + at] as number;
    if (o !== 0) {
      const now = (next * (depth + 1)) / ((at + 1) * o);
      weight[start + at] = now;
      next = here - (now * z * (depth - at)) / (depth + 1);
    } else weight[start + at] = (here * (depth + 1)) / (z * (depth - at));
  }
  for (const list of [feature, zero, one]) list.copyWithin(start + step, start + step + 1, start + depth + 1);
}

/** Sum of the weights that `unwind` would leave. */
function unwoundSum({ zero, one, weight }: Paths, start: number, { depth, step }: Undone): number {
  const [z, o] = [zero[start + step] as number, one[start + step] as number];
  let [next, total] = [weight[start + depth] as number, 0];
  for (let at = depth - 1; at >= 0; at--) {
    const here = weight[start + at] as number;
    if (o !== 0) {
      const now = (next * (depth + 1)) / ((at + 1) * o);
      total += now;
      next = here - (now * z * (depth - at)) / (depth + 1);
    } else total += (here * (depth + 1)) / (z * (depth - at));
  }
  return total;
}
