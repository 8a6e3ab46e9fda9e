/**
 * @file The two graphs of an encoder's training: one contrastive step (loss and gradients), and embedding alone.
 */
import { gradients } from "../backward";
import type { Shape, Value } from "../graph/value";
import { contrastiveLoss } from "../losses/contrastive";
import { bert } from "../nn/bert";
import { bertTensorDims, type BertConfig } from "../nn/bert-config";
import { meanPool, unitRows } from "../nn/pooling";
import { inputWeights, type Weights } from "../nn/weights";
import { input } from "../ops/leaves";

export const WORD_TABLE = "embeddings.word_embeddings.weight";

export interface PairShapes {
  /** Rows and tokens per row. */
  readonly queries: readonly [number, number];
  readonly passages: readonly [number, number];
}

export interface StepGraphOptions {
  readonly config: BertConfig;
  readonly shapes: PairShapes;
  readonly scale: number;
  readonly symmetric: boolean;
  /** Hub names of the tensors that learn. */
  readonly trained: readonly string[];
}

/** Vectors of length 1 from the inputs `<name>.ids` and `<name>.mask`. */
function tower(name: string, weights: Weights, how: { config: BertConfig; shape: Shape }): { wordRows: Value; vectors: Value } {
  const mask = input(`${name}.mask`, how.shape);
  const { wordRows, states } = bert(how.config, weights, { ids: input(`${name}.ids`, how.shape, "int32"), mask });
  return { wordRows, vectors: unitRows(meanPool(states, mask)) };
}

/**
 * @returns outputs: "loss"; "gradient <hub name>" per trained tensor; for the word table, by gathered row,
 * "gradient queries" [B, S, H] and "gradient passages" [P, S, H]
 */
export function contrastiveStepGraph({ config, shapes, scale, symmetric, trained }: StepGraphOptions): Record<string, Value> {
  const weights = inputWeights(bertTensorDims(config));
  const queries = tower("queries", weights, { config, shape: shapes.queries });
  const passages = tower("passages", weights, { config, shape: shapes.passages });
  const ignore = input("ignore", [shapes.queries[0], shapes.passages[0]]);
  const loss = contrastiveLoss(queries.vectors, passages.vectors, { scale, symmetric, ignore });

  const wanted = new Map<string, Value>();
  for (const name of trained) if (name !== WORD_TABLE) wanted.set(`gradient ${name}`, weights(name));
  if (trained.includes(WORD_TABLE)) {
    wanted.set("gradient queries", queries.wordRows);
    wanted.set("gradient passages", passages.wordRows);
  }
  const found = gradients(loss, [...wanted.values()]);
  return { loss, ...Object.fromEntries([...wanted.keys()].map((name, at) => [name, found[at] as Value])) };
}

/** @returns output "vectors" [rows, H], each of length 1 */
export function embedGraph(config: BertConfig, shape: Shape): Record<string, Value> {
  const { vectors } = tower("texts", inputWeights(bertTensorDims(config)), { config, shape });
  return { vectors };
}
