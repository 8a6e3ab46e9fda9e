/**
 * @file One regression tree on gradients and curvatures: the split with the largest gain of the second-order loss.
 * @source Chen, Guestrin 2016, arXiv:1603.02754, eq. 6–7
 */
import { MOST_STEPS, type Binned } from "./tree-bins";
import type { TreeNodes } from "../performance/types";

export interface TreeOptions {
  readonly depth: number;
  /** Fewest rows' curvature in a leaf. */
  readonly minCurvature: number;
  /** Ridge on leaf values. */
  readonly lambda: number;
  readonly learningRate: number;
  /** Inputs that this tree may use. */
  readonly columns: readonly number[];
}

interface Growing {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
  cover: number[];
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly step: number;
}

/** @param rows the rows to learn from (a subsample) */
export function growTree(binned: Binned, rows: Int32Array, { gradient, curvature }: { gradient: Float64Array; curvature: Float64Array }, options: TreeOptions): TreeNodes {
  const tree: Growing = { feature: [], threshold: [], left: [], right: [], value: [], cover: [] };
  const sums = { gradient: new Float64Array(MOST_STEPS), curvature: new Float64Array(MOST_STEPS) };
  const grow = (members: Int32Array, depth: number): number => {
    const at = tree.feature.length;
    let [g, h] = [0, 0];
    for (const row of members) [g, h] = [g + (gradient[row] as number), h + (curvature[row] as number)];
    for (const [list, first] of [[tree.feature, -1], [tree.threshold, 0], [tree.left, -1], [tree.right, -1], [tree.value, (-options.learningRate * g) / (h + options.lambda)], [tree.cover, members.length]] as const) list.push(first);
    if (depth === 0 || h < 2 * options.minCurvature) return at;
    const split = bestSplit(binned, members, { gradient, curvature, g, h, sums }, options);
    if (split.gain <= 1e-9) return at;
    const goesLeft = (row: number): boolean => (binned.steps[split.column * binned.rows + row] as number) <= split.step;
    tree.feature[at] = split.column;
    tree.threshold[at] = binned.edges[split.column]?.[split.step] ?? 0;
    tree.left[at] = grow(members.filter(goesLeft), depth - 1);
    tree.right[at] = grow(members.filter((row) => !goesLeft(row)), depth - 1);
    return at;
  };
  grow(rows, options.depth);
  return tree;
}

interface NodeSums {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  readonly g: number;
  readonly h: number;
  readonly sums: { readonly gradient: Float64Array; readonly curvature: Float64Array };
}

function bestSplit(binned: Binned, members: Int32Array, { gradient, curvature, g, h, sums }: NodeSums, { columns, minCurvature, lambda }: TreeOptions): Split {
  let best: Split = { gain: 0, column: -1, step: 0 };
  const parent = (g * g) / (h + lambda);
  for (const column of columns) {
    const cuts = binned.edges[column]?.length ?? 0;
    if (cuts === 0) continue;
    sums.gradient.fill(0);
    sums.curvature.fill(0);
    const start = column * binned.rows;
    for (let at = 0; at < members.length; at++) {
      const row = members[at] as number;
      const step = binned.steps[start + row] as number;
      (sums.gradient[step] as number) += gradient[row] as number;
      (sums.curvature[step] as number) += curvature[row] as number;
    }
    let [gl, hl] = [0, 0];
    for (let step = 0; step < cuts; step++) {
      gl += sums.gradient[step] as number;
      hl += sums.curvature[step] as number;
      if (hl < minCurvature || h - hl < minCurvature) continue;
      const gain = (gl * gl) / (hl + lambda) + ((g - gl) * (g - gl)) / (h - hl + lambda) - parent;
      if (gain > best.gain) best = { gain, column, step };
    }
  }
  return best;
}

/** Value of the leaf that a row of inputs falls into. @param from where the row begins in `inputs` */
export function evaluateTree(tree: TreeNodes, inputs: ArrayLike<number>, from = 0): number {
  let at = 0;
  while ((tree.feature[at] as number) >= 0) at = ((inputs[from + (tree.feature[at] as number)] as number) <= (tree.threshold[at] as number) ? tree.left[at] : tree.right[at]) as number;
  return tree.value[at] as number;
}
