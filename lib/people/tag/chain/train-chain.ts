/**
 * @file Trains a linear-chain conditional random field: stochastic gradient of the log-likelihood, one sentence a step,
 * AdaGrad rates, L2, and dropout of features so that rare ones are not trusted alone. Repeatable: one seed, one thread.
 * @source Lafferty et al. 2001; Duchi et al. 2011 (AdaGrad)
 */
import { createRng, shuffled } from "../../../core/rng";
import { invariant } from "../../../core/invariant";
import type { TagSet } from "../tag-set";
import { sumRows, type ChainModel } from "./chain-model";
import { chainMarginals, expTransitions } from "./lattice";

export interface ChainExample {
  /** Per unit the hashes of its features. */
  readonly features: readonly Uint32Array[];
  /** Per unit the index of its tag. */
  readonly path: Uint8Array;
}

export interface ChainRecipe {
  readonly epochs: number;
  /** AdaGrad's rate, falls linearly to a twentieth. Usual .05–.3. */
  readonly rate: number;
  /** Pull towards zero of the weights in use, per step. Usual 1e-4–1e-2. */
  readonly l2: number;
  /** Share of features hidden at each unit and step, 0 to below 1. */
  readonly dropout: number;
  /** Features seen in fewer units are left out. */
  readonly minCount: number;
  readonly seed: number;
  /** Times it is trained, each with the next seed; the weights' mean is kept. Usual 1–5; 3 are worth two tenths of F1. */
  readonly runs: number;
}

/**
 * Runs of different seeds share features and rows, so their mean is one chain of the same size, as good as the runs
 * voting.
 *
 * @param onEpoch told after each pass: passes done over all runs, and the mean loss per sentence in nats
 */
export function trainChain(tagSet: TagSet, examples: readonly ChainExample[], recipe: ChainRecipe, onEpoch?: (epoch: number, loss: number) => void): ChainModel {
  const runs = Array.from({ length: recipe.runs }, (_, run) => trainOnce(tagSet, examples, { ...recipe, seed: recipe.seed + run }, (epoch, loss) => onEpoch?.(run * recipe.epochs + epoch, loss)));
  const [first, ...others] = runs;
  invariant(first !== undefined, () => "a chain needs at least one run");
  for (const values of ["weights", "transitions"] as const) {
    for (let at = 0; at < first[values].length; at++) first[values][at] = others.reduce((sum, run) => sum + (run[values][at] as number), first[values][at] as number) / runs.length;
  }
  return first;
}

function trainOnce(tagSet: TagSet, examples: readonly ChainExample[], recipe: ChainRecipe, onEpoch: (epoch: number, loss: number) => void): ChainModel {
  const rows = countRows(examples, recipe.minCount);
  const L = tagSet.tags.length;
  const state = new State(tagSet, rows.size, recipe);
  const known = examples.map(({ features }) => features.map((hashes) => Int32Array.from([...hashes].map((hash) => rows.get(hash) ?? -1).filter((row) => row >= 0))));
  const random = createRng(recipe.seed);
  const model: ChainModel = { tagSet, rows, weights: state.weights, transitions: state.transitions };
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    let loss = 0;
    const order = shuffled(examples.map((_, at) => at), random);
    order.forEach((at, step) => {
      const progress = (epoch + step / order.length) / recipe.epochs;
      const rate = recipe.rate * (1 - 0.95 * progress);
      const units = (known[at] as Int32Array[]).map((unit) => (recipe.dropout > 0 ? unit.filter(() => random() >= recipe.dropout) : unit));
      loss += learnSentence(state, units, (examples[at] as ChainExample).path, { rate, L });
    });
    onEpoch(epoch + 1, loss / examples.length);
  }
  return model;
}

/** In order of first appearance, so that the same data gives the same rows. */
function countRows(examples: readonly ChainExample[], minCount: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) for (const hashes of features) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= minCount) rows.set(hash, rows.size);
  return rows;
}

class State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly transitions: Float32Array;
  readonly stepSquares: Float32Array;
  constructor(
    readonly tagSet: TagSet,
    rows: number,
    readonly recipe: ChainRecipe,
  ) {
    const L = tagSet.tags.length;
    this.weights = new Float32Array(rows * L);
    this.squares = new Float32Array(rows * L);
    this.transitions = new Float32Array(L * L);
    this.stepSquares = new Float32Array(L * L);
  }
}

/** One step; @returns the sentence's negative log-likelihood, nats */
function learnSentence(state: State, units: readonly ArrayLike<number>[], path: Uint8Array, { rate, L }: { rate: number; L: number }): number {
  const emissions = sumRows(state.weights, units, L);
  const { unary, steps, logSum } = chainMarginals(state.tagSet, emissions, expTransitions(state.tagSet, state.transitions));
  let score = 0;
  path.forEach((tag, t) => {
    score += emissions[t * L + tag] as number;
    unary[t * L + tag] = (unary[t * L + tag] as number) - 1;
    if (t === 0) return;
    const step = (path[t - 1] as number) * L + tag;
    score += state.transitions[step] as number;
    steps[step] = (steps[step] as number) - 1;
  });
  const { l2 } = state.recipe;
  units.forEach((unit, t) => {
    for (let at = 0; at < unit.length; at++) descend(state.weights, state.squares, { row: (unit[at] as number) * L, gradient: unary, from: t * L, L, rate, l2 });
  });
  descend(state.transitions, state.stepSquares, { row: 0, gradient: steps, from: 0, L: L * L, rate, l2 });
  return logSum - score;
}

interface Descent {
  readonly row: number;
  readonly gradient: Float64Array;
  readonly from: number;
  readonly L: number;
  readonly rate: number;
  readonly l2: number;
}

/** AdaGrad on one row. Gradients below 1e-5 change nothing that matters and are most of them. */
function descend(weights: Float32Array, squares: Float32Array, { row, gradient, from, L, rate, l2 }: Descent): void {
  for (let j = 0; j < L; j++) {
    const slope = gradient[from + j] as number;
    if (slope < 1e-5 && slope > -1e-5) continue;
    const weight = weights[row + j] as number;
    const pulled = slope + l2 * weight;
    const square = (squares[row + j] as number) + pulled * pulled;
    squares[row + j] = square;
    weights[row + j] = weight - (rate * pulled) / (Math.sqrt(square) + 1e-6);
  }
}
