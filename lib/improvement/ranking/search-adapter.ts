/**
 * @file Search adapter: successive halving over a few recipes under a time budget. The better half by the dev figure
 * goes on with twice the steps; the winner is used only if it beats "no adapter" by more than chance would.
 * @source Jamieson, Talwalkar 2016, "Non-stochastic Best Arm Identification and Hyperparameter Optimization", AISTATS, algorithm 1
 */
import { FUSION } from "../../knowledge/retrieval/constants";
import type { LearnedRanking, QueryAdapter } from "../../knowledge/retrieval/learned-ranking";
import { rightOf, type RankingExample } from "./examples";
import { rankOfRight, rankPool } from "./score-pool";
import { startAdapter, type AdapterOptions, type AdapterRecipe, type AdapterTraining } from "./train-adapter";

/** Strong replay first: with few labels the careful ones win. */
export const ADAPTER_RECIPES: readonly AdapterRecipe[] = [
  { rank: 4, learningRate: 1e-3, replay: 20, scale: 20 },
  { rank: 16, learningRate: 1e-3, replay: 20, scale: 20 },
  { rank: 4, learningRate: 3e-3, replay: 20, scale: 20 },
  { rank: 16, learningRate: 3e-3, replay: 5, scale: 20 },
  { rank: 16, learningRate: 1e-3, replay: 5, scale: 10 },
  { rank: 32, learningRate: 3e-3, replay: 1, scale: 20 },
];

const FIRST_STEPS = 20;
/** Standard errors by which the dev figure must rise: the best of a dozen that change nothing rises by 1.6. */
const MIN_ERRORS = 2;
/** Fewer dev questions than this choose nothing: chance would. */
const MIN_DEV = 20;

export interface AdapterSearch {
  readonly adapter: QueryAdapter | null;
  readonly recipe: AdapterRecipe | null;
  readonly steps: number;
  /** Mean reciprocal rank on dev without and with the best adapter seen, and the standard error of their difference. */
  readonly dev: { readonly before: number; readonly after: number; readonly error: number } | null;
  /** For learning curves. */
  readonly curve: readonly { readonly recipe: number; readonly steps: number; readonly loss: number; readonly dev: number }[];
}

export interface SearchOptions extends Omit<AdapterOptions, "recipe"> {
  readonly dev: readonly RankingExample[];
  readonly recipes?: readonly AdapterRecipe[];
  /** Milliseconds; a rung that has begun is finished. */
  readonly budgetMs: number;
  readonly now: () => number;
  readonly onProgress?: (event: { readonly recipe: number; readonly steps: number; readonly loss: number; readonly dev: number }) => void;
  readonly signal?: AbortSignal;
}

/** Deterministic by its seed unless the budget cuts it short. */
export async function searchAdapter(options: SearchOptions): Promise<AdapterSearch> {
  const { dev, recipes = ADAPTER_RECIPES, now, budgetMs, signal } = options;
  const judged = dev.filter((example) => rightOf(example).size > 0);
  const before = reciprocals(judged, null);
  const nothing: AdapterSearch = { adapter: null, recipe: null, steps: 0, dev: null, curve: [] };
  if (judged.length < MIN_DEV) return nothing;
  const deadline = now() + budgetMs;
  const curve: AdapterSearch["curve"][number][] = [];
  const best = { gain: -Infinity, error: 0, after: 0, steps: 0, recipe: null as AdapterRecipe | null, adapter: null as QueryAdapter | null };
  let running = recipes.flatMap((recipe, at) => {
    const training = startAdapter({ ...options, recipe, seed: options.seed + at });
    return training ? [{ at, recipe, training, steps: 0, dev: 0 }] : [];
  });
  try {
    for (let steps = FIRST_STEPS; running.length > 0 && now() < deadline; steps *= 2) {
      for (const one of running) {
        signal?.throwIfAborted();
        const loss = await one.training.run(steps);
        one.steps += steps;
        const adapter = one.training.adapter();
        const gains = reciprocals(judged, adapter).map((value, i) => value - (before[i] ?? 0));
        one.dev = meanOf(gains);
        const point = { recipe: one.at, steps: one.steps, loss, dev: one.dev + meanOf(before) };
        curve.push(point);
        options.onProgress?.(point);
        if (one.dev > best.gain) Object.assign(best, { gain: one.dev, error: standardError(gains), after: point.dev, steps: one.steps, recipe: one.recipe, adapter });
      }
      const ordered = [...running].sort((a, b) => b.dev - a.dev || a.at - b.at);
      const kept = running.length === 1 ? [] : ordered.slice(0, Math.ceil(running.length / 2));
      await closeAll(running.filter((one) => !kept.includes(one)));
      running = kept;
    }
  } finally {
    await closeAll(running);
  }
  const figures = { before: meanOf(before), after: best.after, error: best.error };
  const isGain = best.gain > 0 && best.gain >= MIN_ERRORS * best.error;
  return isGain ? { adapter: best.adapter, recipe: best.recipe, steps: best.steps, dev: figures, curve } : { ...nothing, dev: figures, curve };
}

async function closeAll(running: readonly { readonly training: AdapterTraining }[]): Promise<void> {
  for (const { training } of running) await training.close();
}

/** As the product ranks with this adapter and nothing else learned. */
function reciprocals(examples: readonly RankingExample[], adapter: QueryAdapter | null): number[] {
  const learned: LearnedRanking | null = adapter && { version: "", encoderVersion: "", adapter, memory: [], familiarity: { low: -3, high: -2 }, weights: { dense: FUSION.denseWeight, passageMemory: 0, documentMemory: 0, popularity: 0 } };
  return examples.map((example) => 1 / rankOfRight(rankPool(example.pool, learned), rightOf(example)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function standardError(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1));
}
