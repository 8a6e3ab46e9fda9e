/**
 * @file Train adapter: a low-rank linear change of the question's vector, begun at nothing, learned with the engine from
 * right passages, the wrong ones that stood above them, and general questions whose vectors should stay (replay).
 */
import { createRng } from "../../core/rng";
import type { Executor, HostTensor } from "../../engine/executor";
import type { Value } from "../../engine/graph/value";
import { contrastiveLoss } from "../../engine/losses/contrastive";
import { meanSquaredError } from "../../engine/losses/regression";
import type { NamedTensors } from "../../engine/named-tensors";
import { unitRows } from "../../engine/nn/pooling";
import type { Weights } from "../../engine/nn/weights";
import { add, scale } from "../../engine/ops/elementwise";
import { gemm } from "../../engine/ops/matrix";
import { createModelTrainer, type ModelTrainer } from "../../engine/train/model-trainer";
import type { QueryAdapter } from "../../knowledge/retrieval/learned-ranking";
import { RIGHT_FROM, type RankingExample } from "./examples";

export interface AdapterRecipe {
  /** Rank of the change, 1–64. */
  readonly rank: number;
  readonly learningRate: number;
  /** Weight of keeping general questions where they are; also of decay. */
  readonly replay: number;
  /** Multiplies cosines in the loss; = 1 / temperature. */
  readonly scale: number;
}

/** Rows of one step; each brings its right passage and this many wrong ones. */
const BATCH = 32;
const WRONG_PER_QUERY = 3;
/** The wrong ones are drawn from this many best candidates. */
const HARD_AMONG = 15;
const REPLAY_ROWS = 32;
const ADAM = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0, clipNorm: 1 };

const DOWN = "down";
const UP = "up";

/** One vector and what to call near or far of it. */
interface Pair {
  readonly query: Float32Array;
  readonly right: Float32Array;
  readonly rightIds: ReadonlySet<string>;
  readonly wrong: readonly { readonly id: string; readonly vector: Float32Array }[];
  readonly weight: number;
}

export interface AdapterTraining {
  /** @returns mean loss of the steps @throws AppError "train/diverged" */
  run(steps: number): Promise<number>;
  adapter(): QueryAdapter;
  close(): Promise<void>;
}

export interface AdapterOptions {
  readonly executor: Executor;
  readonly recipe: AdapterRecipe;
  readonly examples: readonly RankingExample[];
  /** Unit vectors of general questions; may be empty. */
  readonly replay: readonly Float32Array[];
  readonly seed: number;
}

/** @returns null when no example has a right candidate */
export function startAdapter({ executor, recipe, examples, replay, seed }: AdapterOptions): AdapterTraining | null {
  const pairs = examples.flatMap(pairsOf);
  const [first] = pairs;
  if (!first) return null;
  const size = first.query.length;
  const random = createRng(seed);
  const draw = weightedDraw(pairs, random);
  const general = replay.length > 0 ? replay : pairs.map(({ query }) => query);
  const trainer: ModelTrainer = createModelTrainer({
    executor,
    parameters: startWeights(size, recipe.rank, random),
    optimizer: ADAM,
    loss: ({ weights, input }) => adapterLoss({ weights, input, recipe }),
  });
  return {
    async run(steps) {
      let total = 0;
      for (let step = 0; step < steps; step++) total += (await trainer.step(feedsOf({ draw, general, size, random }), recipe.learningRate)).loss;
      return total / Math.max(1, steps);
    },
    adapter: () => {
      const tensors = trainer.parameters();
      return { rank: recipe.rank, down: Float32Array.from(tensors.get(DOWN)?.data ?? []), up: Float32Array.from(tensors.get(UP)?.data ?? []) };
    },
    close: () => trainer.close(),
  };
}

/** Up at zero: the change begins as none. */
function startWeights(size: number, rank: number, random: () => number): NamedTensors {
  const down = Float32Array.from({ length: rank * size }, () => (2 * random() - 1) / Math.sqrt(size));
  return new Map([
    [DOWN, { dims: [rank, size], data: down }],
    [UP, { dims: [size, rank], data: new Float32Array(size * rank) }],
  ]);
}

/** q + up · (down · q), of length 1. @param queries [rows, size] */
function adapted(queries: Value, weights: Weights): Value {
  const along = gemm(queries, weights(DOWN), { transposeB: true }); // [rows, rank]
  return unitRows(add(queries, gemm(along, weights(UP), { transposeB: true })));
}

function adapterLoss({ weights, input, recipe }: { weights: Weights; input: (name: string) => Value; recipe: AdapterRecipe }): Value {
  const right = contrastiveLoss(adapted(input("queries"), weights), input("passages"), { scale: recipe.scale, symmetric: false, ignore: input("ignore") });
  const general = input("general");
  // A mean over entries: times the width it is the mean squared distance that general questions move.
  const moved = scale(meanSquaredError(adapted(general, weights), general), general.shape[1] ?? 1);
  return add(right, scale(moved, recipe.replay));
}

function pairsOf({ pool, judged }: RankingExample): Pair[] {
  const rightIds = new Set(judged.filter(({ relevance }) => relevance >= RIGHT_FROM).map(({ id }) => id));
  const wrong = [...pool.candidates].filter(({ id }) => !rightIds.has(id)).sort((a, b) => b.dense - a.dense || (a.id < b.id ? -1 : 1)).slice(0, HARD_AMONG);
  if (wrong.length === 0) return [];
  return judged.filter(({ relevance, weight }) => relevance >= RIGHT_FROM && weight > 0).map(({ vector, relevance, weight }) => ({ query: pool.vector, right: vector, rightIds, wrong, weight: relevance * weight }));
}

function weightedDraw(pairs: readonly Pair[], random: () => number): () => Pair {
  const cumulative: number[] = [];
  let total = 0;
  for (const { weight } of pairs) cumulative.push((total += weight));
  return () => {
    const at = random() * total;
    let [low, high] = [0, pairs.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return pairs[low] as Pair;
  };
}

interface Drawing {
  readonly draw: () => Pair;
  readonly general: readonly Float32Array[];
  readonly size: number;
  readonly random: () => number;
}

function feedsOf({ draw, general, size, random }: Drawing): Record<string, HostTensor> {
  const rows = Array.from({ length: BATCH }, draw);
  const columns = BATCH * (1 + WRONG_PER_QUERY);
  const queries = new Float32Array(BATCH * size);
  const passages = new Float32Array(columns * size);
  const ignore = new Float32Array(BATCH * columns);
  const ids: (string | null)[] = [];
  rows.forEach(({ query, right }, at) => {
    queries.set(query, at * size);
    passages.set(right, at * size);
    ids.push(null);
  });
  rows.forEach(({ wrong }, at) => {
    for (let k = 0; k < WRONG_PER_QUERY; k++) {
      const one = wrong[Math.floor(random() * wrong.length)];
      passages.set(one?.vector ?? [], (BATCH + at * WRONG_PER_QUERY + k) * size);
      ids.push(one?.id ?? null);
    }
  });
  rows.forEach((row, i) => {
    rows.forEach((other, j) => (ignore[i * columns + j] = i !== j && [...other.rightIds].some((id) => row.rightIds.has(id)) ? 1 : 0));
    for (let j = BATCH; j < columns; j++) ignore[i * columns + j] = row.rightIds.has(ids[j] ?? "") ? 1 : 0;
  });
  const kept = new Float32Array(REPLAY_ROWS * size);
  for (let at = 0; at < REPLAY_ROWS; at++) kept.set(general[Math.floor(random() * general.length)] ?? [], at * size);
  return { queries: { data: queries, shape: [BATCH, size] }, passages: { data: passages, shape: [columns, size] }, ignore: { data: ignore, shape: [BATCH, columns] }, general: { data: kept, shape: [REPLAY_ROWS, size] } };
}
