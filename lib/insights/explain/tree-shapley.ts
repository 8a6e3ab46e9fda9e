/**
 * @file Exact Shapley values of a tree's inputs in polynomial time: every path keeps the share of subsets that flow down
 * it. Their sum is the tree's value minus its mean over the training rows.
 * @source Lundberg et al. 2018, arXiv:1802.03888, algorithm 2 (path-dependent TreeSHAP)
 */
import type { TreeNodes } from "../performance/types";

interface Step {
  readonly feature: number;
  /** Share of paths that flow on when the feature is unknown, and when it is known (0 or 1). */
  readonly zero: number;
  readonly one: number;
  weight: number;
}

/** Mean value of the tree over its training rows: what is expected of an unknown row. */
export function treeMean(tree: TreeNodes, at = 0): number {
  if ((tree.feature[at] as number) < 0) return tree.value[at] as number;
  const [left, right] = [tree.left[at] as number, tree.right[at] as number];
  return ((tree.cover[left] as number) * treeMean(tree, left) + (tree.cover[right] as number) * treeMean(tree, right)) / (tree.cover[at] as number);
}

/** Adds the tree's Shapley values of one row to `into` (one number per input). */
export function addTreeShapley(tree: TreeNodes, inputs: ArrayLike<number>, into: Float64Array): void {
  const walk = (at: number, path: readonly Step[]): void => {
    const feature = tree.feature[at] as number;
    if (feature < 0) {
      for (let step = 1; step < path.length; step++) {
        const part = path[step] as Step;
        (into[part.feature] as number) += unwoundSum(path, step) * (part.one - part.zero) * (tree.value[at] as number);
      }
      return;
    }
    const [left, right] = [tree.left[at] as number, tree.right[at] as number];
    const hot = (inputs[feature] as number) <= (tree.threshold[at] as number) ? left : right;
    const cold = hot === left ? right : left;
    const cover = tree.cover[at] as number;
    const known = path.findIndex((step, place) => place > 0 && step.feature === feature);
    const before = known < 0 ? { zero: 1, one: 1 } : (path[known] as Step);
    const open = known < 0 ? path : unwind(path, known);
    walk(hot, extend(open, { feature, zero: (before.zero * (tree.cover[hot] as number)) / cover, one: before.one }));
    walk(cold, extend(open, { feature, zero: (before.zero * (tree.cover[cold] as number)) / cover, one: 0 }));
  };
  walk(0, extend([], { feature: -1, zero: 1, one: 1 }));
}

function extend(path: readonly Step[], { feature, zero, one }: { feature: number; zero: number; one: number }): Step[] {
  const length = path.length;
  const longer = [...path.map((step) => ({ ...step })), { feature, zero, one, weight: length === 0 ? 1 : 0 }];
  for (let at = length - 1; at >= 0; at--) {
    const [here, next] = [longer[at] as Step, longer[at + 1] as Step];
    next.weight += (one * here.weight * (at + 1)) / (length + 1);
    here.weight = (zero * here.weight * (length - at)) / (length + 1);
  }
  return longer;
}

/** The path as if the step at `index` had never been taken. */
function unwind(path: readonly Step[], index: number): Step[] {
  const last = path.length - 1;
  const { zero, one } = path[index] as Step;
  const weights = path.map((step) => step.weight);
  let next = weights[last] as number;
  for (let at = last - 1; at >= 0; at--) {
    const here = weights[at] as number;
    if (one !== 0) {
      weights[at] = (next * (last + 1)) / ((at + 1) * one);
      next = here - ((weights[at] as number) * zero * (last - at)) / (last + 1);
    } else weights[at] = (here * (last + 1)) / (zero * (last - at));
  }
  return path.filter((_, at) => at !== index).map((step, at) => ({ ...step, weight: weights[at] as number }));
}

const unwoundSum = (path: readonly Step[], index: number): number => unwind(path, index).reduce((sum, step) => sum + step.weight, 0);
