/**
 * @file createEncoderTrainer: a BERT encoder that learns from batches of query–passage pairs. Owns the weights and the
 * optimizer's state; compiles one graph per batch shape. Knows nothing of corpora, schedules or files.
 */
import { AppError } from "../../core/errors";
import { invariant } from "../../core/invariant";
import type { Executable, Executor, HostTensor } from "../executor";
import { sizeOf, type Value } from "../graph/value";
import type { NamedTensors } from "../named-tensors";
import { bertTensorDims, type BertConfig } from "../nn/bert-config";
import { emitOnnx } from "../onnx/emit";
import { createRowGradients, type RowGradients } from "../optim/row-gradients";
import { contrastiveStepGraph, embedGraph, WORD_TABLE } from "./encoder-graphs";
import { createSessionCache } from "./session-cache";
import { checkTokenBatch, tokenFeeds, type TokenBatch } from "./token-batch";
import { createTrainedTensors, type OptimizerOptions, type TrainerState } from "./trained-tensors";

export type { TokenBatch } from "./token-batch";
export type { TrainerState } from "./trained-tensors";

export interface ContrastiveBatch {
  /** B rows. */
  readonly queries: TokenBatch;
  /** P ≥ B rows: row i < B is the right one for query i, rows ≥ B are extra (hard) negatives. */
  readonly passages: TokenBatch;
  /** B × P, 1 = no wrong answer to this query (a duplicate, another right one). */
  readonly ignore?: Uint8Array;
  /** Also passage → query over the first B passages; default true. */
  readonly symmetric?: boolean;
}

export interface EncoderTrainerOptions {
  readonly executor: Executor;
  readonly config: BertConfig;
  /** Start weights under the hub's names; copied. */
  readonly parameters: NamedTensors;
  /** Multiplies cosine similarity in the loss; = 1 / temperature. */
  readonly scale: number;
  readonly optimizer: OptimizerOptions;
  /** Seeds whatever the trainer draws; the contrastive step itself draws nothing. */
  readonly seed: number;
  /** Hub names that keep their values. */
  readonly freeze?: (name: string) => boolean;
  /** Compiled batch shapes kept at most; each holds its working memory. Default 6. */
  readonly maxSessions?: number;
}

export interface EncoderTrainer {
  /** One update. @throws AppError "train/diverged" when loss or gradient is no number; nothing is updated then */
  step(batch: ContrastiveBatch, learningRate: number): Promise<{ loss: number; gradientNorm: number }>;
  /** Copies of the current weights. */
  parameters(): NamedTensors;
  /** rows × hidden, each row of length 1. */
  embed(batch: TokenBatch): Promise<Float32Array>;
  state(): TrainerState;
  restore(state: TrainerState): void;
  close(): Promise<void>;
}

interface Compiled {
  readonly executable: Executable;
  /** Buffers that every run writes into. */
  readonly outputs: Readonly<Record<string, HostTensor>>;
}

export function createEncoderTrainer(options: EncoderTrainerOptions): EncoderTrainer {
  const { config, executor, scale } = options;
  const { maxSessions = 6 } = options;
  const tensors = createTrainedTensors({
    dims: bertTensorDims(config),
    parameters: options.parameters,
    optimizer: options.optimizer,
    sparse: [WORD_TABLE],
    ...(options.freeze ? { freeze: options.freeze } : {}),
  });
  const wordRows = createRowGradients(config.vocabSize, config.hiddenSize);
  const learnsWords = tensors.trained.includes(WORD_TABLE);
  const steps = createSessionCache<Compiled>(maxSessions);
  const embeddings = createSessionCache<Compiled>(maxSessions);
  const known = new Map([...tensors.gradients].map(([name, tensor]) => [`gradient ${name}`, tensor]));

  const compile = async (graph: Record<string, Value>): Promise<Compiled> => {
    const outputs = Object.entries(graph).map(([name, value]): [string, HostTensor] => [name, known.get(name) ?? zeros(value)]);
    return { executable: await executor.load(emitOnnx(graph)), outputs: Object.fromEntries(outputs) };
  };

  return {
    async step(batch, learningRate) {
      checkPairs(batch, config);
      const { queries, passages, symmetric = true } = batch;
      const shapes = { queries: [queries.rows, queries.length], passages: [passages.rows, passages.length] } as const;
      const { trained } = tensors;
      const { executable, outputs } = await steps.get(`${shapes.queries.join("x")} ${shapes.passages.join("x")} ${symmetric}`, () =>
        compile(contrastiveStepGraph({ config, shapes, scale, symmetric, trained })),
      );
      await executable.run({ ...tensors.weights, ...pairFeeds(batch) }, outputs);
      const loss = numbers(outputs, "loss")[0] ?? Number.NaN;
      wordRows.clear();
      if (learnsWords) addWordRows(wordRows, batch, outputs);
      const gradientNorm = Number.isFinite(loss) ? tensors.update(learningRate, new Map(learnsWords ? [[WORD_TABLE, wordRows]] : [])) : Number.NaN;
      if (!Number.isFinite(loss + gradientNorm)) {
        throw new AppError("train/diverged", `Loss ${loss}, gradient norm ${gradientNorm}: lower the learning rate or warm up longer; the weights are as before this step.`);
      }
      return { loss, gradientNorm };
    },
    async embed(batch) {
      checkTokenBatch(batch, "texts", config);
      const shape = [batch.rows, batch.length];
      const { executable, outputs } = await embeddings.get(shape.join("x"), () => compile(embedGraph(config, shape)));
      await executable.run({ ...tensors.weights, ...tokenFeeds("texts", batch) }, outputs);
      return numbers(outputs, "vectors").slice();
    },
    parameters: () => tensors.parameters(),
    state: () => tensors.state(),
    restore: (state) => tensors.restore(state),
    async close() {
      await steps.close();
      await embeddings.close();
    },
  };
}

function checkPairs({ queries, passages, ignore }: ContrastiveBatch, config: BertConfig): void {
  checkTokenBatch(queries, "queries", config);
  checkTokenBatch(passages, "passages", config);
  invariant(passages.rows >= queries.rows, () => `${queries.rows} queries need a passage each; found ${passages.rows}`);
  const size = queries.rows * passages.rows;
  invariant(ignore === undefined || ignore.length === size, () => `ignore must have ${size} entries; found ${ignore?.length}`);
  for (let i = 0; ignore && i < queries.rows; i++) {
    invariant(ignore[i * passages.rows + i] === 0, () => `query ${i}: its own passage cannot be ignored`);
  }
}

function pairFeeds({ queries, passages, ignore }: ContrastiveBatch): Record<string, HostTensor> {
  const shape = [queries.rows, passages.rows];
  const ignored = ignore ? Float32Array.from(ignore) : new Float32Array(sizeOf(shape));
  return { ...tokenFeeds("queries", queries), ...tokenFeeds("passages", passages), ignore: { data: ignored, shape } };
}

function addWordRows(rows: RowGradients, { queries, passages }: ContrastiveBatch, outputs: Readonly<Record<string, HostTensor>>): void {
  rows.add(queries.ids, numbers(outputs, "gradient queries"), queries.mask);
  rows.add(passages.ids, numbers(outputs, "gradient passages"), passages.mask);
}

function zeros({ shape }: Value): HostTensor {
  return { data: new Float32Array(sizeOf(shape)), shape };
}

function numbers(outputs: Readonly<Record<string, HostTensor>>, name: string): Float32Array {
  const data = outputs[name]?.data;
  invariant(data instanceof Float32Array, () => `the graph has no float output "${name}"`);
  return data;
}
