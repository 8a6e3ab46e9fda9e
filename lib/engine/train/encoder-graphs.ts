/**
 * @file The graphs of an encoder's training: a whole contrastive step, its three parts for batches that do not fit at
 * once, the frozen lower layers, and embedding alone.
 * A tower reads token ids, or with frozen layers their states: inputs `<name>.ids` or `<name>.states`, and `<name>.mask`.
 */
import { gradients } from "../backward";
import { sizeOf, type Shape, type Value } from "../graph/value";
import { contrastiveLoss } from "../losses/contrastive";
import { mean } from "../losses/regression";
import { similarityRankingLoss } from "../losses/similarity-ranking";
import { bertEmbeddings, bertLayers } from "../nn/bert";
import { bertTensorDims, IMPORTANCE, type BertConfig } from "../nn/bert-config";
import { meanPool, unitRows, weightedPool } from "../nn/pooling";
import { inputWeights, type Weights } from "../nn/weights";
import { multiply, scale } from "../ops/elementwise";
import { input } from "../ops/leaves";

export const WORD_TABLE = "embeddings.word_embeddings.weight";

/** Rows and tokens per row. */
export type RowsAndLength = readonly [number, number];
type Graph = Record<string, Value>;

export interface TowerOptions {
  readonly config: BertConfig;
  /** Layers below this one, and the embeddings, are frozen and come as states; 0 = none. */
  readonly frozenLayers: number;
  /** Hub names of the tensors that learn. */
  readonly trained: readonly string[];
}

interface Tower {
  /** Absent when the tower starts from states. */
  readonly wordRows?: Value;
  readonly vectors: Value;
}

function tower(name: string, shape: RowsAndLength, how: TowerOptions & { weights: Weights }): Tower {
  const { config, weights, frozenLayers } = how;
  const mask = input(`${name}.mask`, shape);
  const pooled = (lower: Value): Value => {
    const states = bertLayers(lower, mask, { config, weights, from: frozenLayers });
    return unitRows(config.weighsWords === true ? weightedPool(states, mask, { importance: weights(IMPORTANCE), epsilon: config.layerNormEps }) : meanPool(states, mask));
  };
  if (frozenLayers > 0) return { vectors: pooled(input(`${name}.states`, [shape[0] * shape[1], config.hiddenSize])) };
  const { wordRows, states } = bertEmbeddings(config, weights, { ids: input(`${name}.ids`, shape, "int32"), mask });
  return { wordRows, vectors: pooled(states) };
}

/** Gradients as outputs: "gradient <hub name>" per tensor, and for the word table "gradient <tower>" by gathered row. */
function gradientOutputs(loss: Value, towers: Readonly<Record<string, Tower>>, { trained, weights }: TowerOptions & { weights: Weights }): Graph {
  const wanted = new Map<string, Value>();
  for (const name of trained) if (name !== WORD_TABLE) wanted.set(`gradient ${name}`, weights(name));
  if (trained.includes(WORD_TABLE)) for (const [name, { wordRows }] of Object.entries(towers)) if (wordRows) wanted.set(`gradient ${name}`, wordRows);
  const found = gradients(loss, [...wanted.values()]);
  return Object.fromEntries([...wanted.keys()].map((name, at) => [name, found[at] as Value]));
}

export interface ContrastiveShapes {
  readonly queries: RowsAndLength;
  readonly passages: RowsAndLength;
}

/** One step at once. @returns "loss" and the gradients of both towers' sum */
export function contrastiveStepGraph(shapes: ContrastiveShapes, how: TowerOptions & { scale: number; symmetric: boolean }): Graph {
  const shared = { ...how, weights: inputWeights(bertTensorDims(how.config)) };
  const towers = { queries: tower("queries", shapes.queries, shared), passages: tower("passages", shapes.passages, shared) };
  const ignore = input("ignore", [shapes.queries[0], shapes.passages[0]]);
  const loss = contrastiveLoss(towers.queries.vectors, towers.passages.vectors, { ...how, ignore });
  return { loss, ...gradientOutputs(loss, towers, shared) };
}

/** One step on scored pairs: row i of both towers is a pair. @returns "loss" and the gradients of both towers' sum */
export function rankingStepGraph(shapes: ContrastiveShapes, how: TowerOptions & { scale: number }): Graph {
  const shared = { ...how, weights: inputWeights(bertTensorDims(how.config)) };
  const towers = { queries: tower("queries", shapes.queries, shared), passages: tower("passages", shapes.passages, shared) };
  const order = input("order", [shapes.queries[0], shapes.queries[0]]);
  const loss = similarityRankingLoss(towers.queries.vectors, towers.passages.vectors, { order, factor: how.scale });
  return { loss, ...gradientOutputs(loss, towers, shared) };
}

/** The loss from vectors alone. @returns "loss", "gradient queries" [B, H], "gradient passages" [P, H] */
export function vectorLossGraph(rows: { queries: number; passages: number }, how: { width: number; scale: number; symmetric: boolean }): Graph {
  const [queries, passages] = [input("queries", [rows.queries, how.width]), input("passages", [rows.passages, how.width])];
  const loss = contrastiveLoss(queries, passages, { ...how, ignore: input("ignore", [rows.queries, rows.passages]) });
  const [toQueries, toPassages] = gradients(loss, [queries, passages]) as [Value, Value];
  return { loss, "gradient queries": toQueries, "gradient passages": toPassages };
}

/** Carries dL/d(vectors), the input "upstream" [rows, H], on to the weights: Σ upstream · vectors has that very gradient. */
export function towerBackwardGraph(shape: RowsAndLength, how: TowerOptions): Graph {
  const shared = { ...how, weights: inputWeights(bertTensorDims(how.config)) };
  const texts = tower("texts", shape, shared);
  const upstream = input("upstream", texts.vectors.shape);
  const carrier = scale(mean(multiply(texts.vectors, upstream)), sizeOf(upstream.shape));
  return gradientOutputs(carrier, { texts }, shared);
}

/** @returns "vectors" [rows, H], each of length 1 */
export function embedGraph(shape: RowsAndLength, how: TowerOptions): Graph {
  return { vectors: tower("texts", shape, { ...how, weights: inputWeights(bertTensorDims(how.config)) }).vectors };
}

/** The frozen part. @returns "states" [rows · length, H], what layer `frozenLayers` reads */
export function lowerGraph(shape: Shape, { config, frozenLayers }: TowerOptions): Graph {
  const weights = inputWeights(bertTensorDims(config));
  const mask = input("texts.mask", shape);
  const { states } = bertEmbeddings(config, weights, { ids: input("texts.ids", shape, "int32"), mask });
  return { states: bertLayers(states, mask, { config, weights, to: frozenLayers }) };
}
