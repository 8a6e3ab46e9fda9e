/**
 * @file createEncoderTrainer: a BERT encoder that learns from batches of query–passage pairs. Owns the weights and the
 * optimizer's state; compiles one graph per batch shape. Knows nothing of corpora, schedules or files.
 */
import { AppError } from "../../core/errors";
import { invariant } from "../../core/invariant";
import type { Executor } from "../executor";
import type { NamedTensors } from "../named-tensors";
import { bertTensorDims, type BertConfig } from "../nn/bert-config";
import { createRowGradients } from "../optim/row-gradients";
import { WORD_TABLE } from "./encoder-graphs";
import { createPairGradients, isScored, type EncoderBatch } from "./pair-gradients";
import { checkTokenBatch, type TokenBatch } from "./token-batch";
import { createTrainedTensors, type OptimizerOptions, type TrainerState } from "./trained-tensors";

export type { ContrastiveBatch, EncoderBatch, ScoredBatch } from "./pair-gradients";
export type { TokenBatch } from "./token-batch";
export type { TrainerState } from "./trained-tensors";

export interface EncoderTrainerOptions {
  readonly executor: Executor;
  readonly config: BertConfig;
  /** Start weights under the hub's names; copied. */
  readonly parameters: NamedTensors;
  /** Multiplies cosine similarity in the loss; = 1 / temperature. */
  readonly scale: number;
  readonly optimizer: OptimizerOptions;
  /** Seeds whatever the trainer draws; a contrastive step draws nothing. */
  readonly seed: number;
  /** Hub names that keep their values. */
  readonly freeze?: (name: string) => boolean;
  /**
   * The embeddings and this many layers keep their values, and what they make of a text that has a key
   * (`TokenBatch.keys`) is computed once. Default 0.
   */
  readonly frozenLayers?: number;
  /** Bound of those kept results. Default 1 GiB: some 10,000 passages of 100 tokens at width 256. */
  readonly activationBytes?: number;
  /** Batches with more rows go in parts of this size: equal gradients, a third more work, bounded memory. Default: never. */
  readonly rowsAtOnce?: number;
  /** Compiled graphs kept at most; each batch shape is one. Default 6. */
  readonly maxSessions?: number;
}

export interface EncoderTrainer {
  /** One update. @throws AppError "train/diverged" when loss or gradient is no number; nothing is updated then */
  step(batch: EncoderBatch, learningRate: number): Promise<{ loss: number; gradientNorm: number }>;
  /** From now on the masked weights are and stay 0 (optim/prune.ts). */
  prune(masks: ReadonlyMap<string, Uint8Array>): void;
  /** Copies of the current weights. */
  parameters(): NamedTensors;
  /** rows × hidden, each row of length 1. */
  embed(batch: TokenBatch): Promise<Float32Array>;
  state(): TrainerState;
  restore(state: TrainerState): void;
  close(): Promise<void>;
}

export function createEncoderTrainer(options: EncoderTrainerOptions): EncoderTrainer {
  const { config, frozenLayers = 0, activationBytes = 2 ** 30, rowsAtOnce = Number.POSITIVE_INFINITY, maxSessions = 6 } = options;
  invariant(Number.isInteger(frozenLayers) && frozenLayers >= 0 && frozenLayers <= config.layers, () => `frozenLayers must be 0 to ${config.layers}; found ${frozenLayers}`);
  const tensors = createTrainedTensors({
    dims: bertTensorDims(config),
    parameters: options.parameters,
    optimizer: options.optimizer,
    sparse: [WORD_TABLE],
    freeze: (name) => isBelow(name, frozenLayers) || options.freeze?.(name) === true,
  });
  const wordRows = createRowGradients(config.vocabSize, config.hiddenSize);
  const sparse = new Map(tensors.trained.includes(WORD_TABLE) ? [[WORD_TABLE, wordRows]] : []);
  const pairs = createPairGradients({ ...options, tensors, wordRows, frozenLayers, activationBytes, rowsAtOnce, maxSessions });

  return {
    async step(batch, learningRate) {
      checkPairs(batch, config);
      const loss = await pairs.compute(batch);
      const gradientNorm = Number.isFinite(loss) ? tensors.update(learningRate, sparse) : Number.NaN;
      if (Number.isFinite(loss + gradientNorm)) return { loss, gradientNorm };
      throw new AppError("train/diverged", `Loss ${loss}, gradient norm ${gradientNorm}: lower the learning rate or warm up longer; the weights are as before this step.`);
    },
    async embed(batch) {
      checkTokenBatch(batch, "texts", config);
      return pairs.embed(batch);
    },
    prune: (masks) => tensors.prune(masks),
    parameters: () => tensors.parameters(),
    state: () => tensors.state(),
    restore: (state) => tensors.restore(state),
    close: () => pairs.close(),
  };
}

/** Embeddings and layers 0 … frozenLayers − 1. */
function isBelow(name: string, frozenLayers: number): boolean {
  if (frozenLayers === 0) return false;
  const layer = /^encoder\.layer\.(\d+)\./.exec(name)?.[1];
  return layer === undefined || Number(layer) < frozenLayers;
}

function checkPairs(batch: EncoderBatch, config: BertConfig): void {
  const { queries, passages } = batch;
  checkTokenBatch(queries, "queries", config);
  checkTokenBatch(passages, "passages", config);
  if (isScored(batch)) {
    const { scores } = batch;
    invariant(passages.rows === queries.rows && scores.length === queries.rows, () => `scored pairs need as many passages and scores as queries; found ${queries.rows}, ${passages.rows} and ${scores.length}`);
    invariant(scores.every(Number.isFinite) && scores.some((score) => score !== scores[0]), () => "scored pairs need scores that are numbers and not all equal");
    return;
  }
  const { ignore } = batch;
  invariant(passages.rows >= queries.rows, () => `${queries.rows} queries need a passage each; found ${passages.rows}`);
  const size = queries.rows * passages.rows;
  invariant(ignore === undefined || ignore.length === size, () => `ignore must have ${size} entries; found ${ignore?.length}`);
  for (let i = 0; ignore && i < queries.rows; i++) {
    invariant(ignore[i * passages.rows + i] === 0, () => `query ${i}: its own passage cannot be ignored`);
  }
}
