/**
 * @file Learn ranking: examples → a learned ranking. The adapter is searched on dev; the weights are fitted on all
 * examples with adapters that had not seen them; memory and familiarity come from the examples as they are.
 */
import type { Executor } from "../../engine/executor";
import { AppError } from "../../core/errors";
import { familiarityOf, type Familiarity, type LearnedRanking, type QueryAdapter } from "../../knowledge/retrieval/learned-ranking";
import type { RankingExample } from "./examples";
import { chooseWeights, type ChosenWeights } from "./choose-weights";
import { dot } from "./score-pool";
import { searchAdapter, type AdapterSearch, type SearchOptions } from "./search-adapter";
import { startAdapter, type AdapterRecipe } from "./train-adapter";
import { centreOf, rememberExamples, weightRow, type Remembered } from "./weight-features";

export interface LearnOptions {
  readonly version: string;
  readonly encoder: { readonly version: string; readonly dimension: number };
  readonly executor: Executor;
  readonly train: readonly RankingExample[];
  readonly dev: readonly RankingExample[];
  /** Unit vectors of general questions, for the adapter's replay. */
  readonly replay: readonly Float32Array[];
  readonly seed: number;
  /** For the adapter's search. */
  readonly budgetMs: number;
  readonly now: () => number;
  readonly onProgress?: (event: LearnProgress) => void;
  readonly signal?: AbortSignal;
}

export type LearnProgress =
  | { readonly stage: "adapter"; readonly recipe: number; readonly steps: number; readonly loss: number; readonly dev: number }
  | { readonly stage: "weights" };

export interface Learned {
  readonly ranking: LearnedRanking;
  readonly search: AdapterSearch;
  readonly chosen: ChosenWeights;
}

/** Labelled questions below which nothing is learned. */
export const MIN_QUESTIONS = 8;
const FOLDS = 3;

/** @throws AppError "train/too-few-labels", "train/diverged"; whatever `signal` was aborted with */
export async function learnRanking(options: LearnOptions): Promise<Learned> {
  const examples = [...options.train, ...options.dev];
  if (examples.length < MIN_QUESTIONS) throw new AppError("train/too-few-labels", `${examples.length} labelled questions whose passage is in the documents; at least ${MIN_QUESTIONS} are needed. Collect more, or give --docs with the documents that the labels are about.`);
  const search = await searchAdapter(toSearch(options));
  const memory = rememberExamples(examples);
  options.onProgress?.({ stage: "weights" });
  const unseen = search.recipe ? await adaptersWithout(examples, search.recipe, { ...options, steps: search.steps }) : () => null;
  const centre = centreOf(examples);
  const chosen = chooseWeights(examples.map((example) => weightRow(example, { memory, centre, adapter: unseen(example) })));
  const ranking: LearnedRanking = {
    version: options.version,
    encoderVersion: options.encoder.version,
    weights: chosen.weights,
    adapter: search.adapter,
    familiarity: familiarityLimits(memory),
    memory: memory.map(({ query, passage, document, relevance }) => ({ query, passage, document, relevance })),
    centre: (chosen.weights.kindred ?? 0) === 0 ? null : centre,
  };
  return { ranking, search, chosen };
}

function toSearch({ executor, train, dev, replay, seed, budgetMs, now, onProgress, signal }: LearnOptions): SearchOptions {
  return {
    executor, examples: train, dev, replay, seed, budgetMs, now,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress: (event) => onProgress({ stage: "adapter", ...event }) } : {}),
  };
}

/** Cross-fitting: an adapter per fold, learned on the other folds' groups. */
async function adaptersWithout(examples: readonly RankingExample[], recipe: AdapterRecipe, { executor, replay, seed, steps, signal }: LearnOptions & { steps: number }): Promise<(example: RankingExample) => QueryAdapter | null> {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const foldOf = new Map(groups.map((group, at) => [group, at % FOLDS]));
  const adapters: (QueryAdapter | null)[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    signal?.throwIfAborted();
    const training = startAdapter({ executor, recipe, replay, seed: seed + 100 + fold, examples: examples.filter(({ group }) => foldOf.get(group) !== fold) });
    if (training) await training.run(steps);
    adapters.push(training?.adapter() ?? null);
    await training?.close();
  }
  return ({ group }) => adapters[foldOf.get(group) ?? 0] ?? null;
}

/**
 * Share of the labelled questions that are to be wholly familiar, and how far below a question becomes foreign. Wide, because
 * general questions have a guard of their own (keep-general.ts): with .7 and .1 a tenth of the gain was lost on the company's own.
 */
const FAMILIAR_SHARE = 0.95;
const RAMP = 0.2;

/** From how near the labelled questions lie to those of other groups. */
function familiarityLimits(memory: readonly Remembered[]): Familiarity {
  const distinct = [...new Map(memory.map((entry) => [entry.query, entry])).values()];
  const near = distinct.map((one) => familiarityOf(distinct.flatMap((other) => (other.group === one.group ? [] : [dot(one.query, other.query)])))).sort((a, b) => a - b);
  const high = near[Math.floor((1 - FAMILIAR_SHARE) * near.length)] ?? 1;
  return { low: high - RAMP, high };
}
