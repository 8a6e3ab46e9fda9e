/**
 * @file PairGradients: loss and gradients of a batch of pairs, left in the tensors' buffers for the update. A batch that
 * fits is one graph. A larger one goes in three passes (GradCache): embed all texts in parts, differentiate the loss by
 * the vectors, then carry those gradients through each part; same loss, same gradients, a third more work.
 * @source Gao et al. 2021, arXiv:2101.06983
 */
import type { Executor, HostTensor } from "../executor";
import { sizeOf, type Value } from "../graph/value";
import { rankOrder } from "../losses/similarity-ranking";
import type { BertConfig } from "../nn/bert-config";
import type { RowGradients } from "../optim/row-gradients";
import { createActivationCache, type ActivationCache } from "./activation-cache";
import { compileGraph, numbersOf, type CompiledGraph } from "./compiled-graph";
import { contrastiveStepGraph, embedGraph, lowerGraph, rankingStepGraph, towerBackwardGraph, vectorLossGraph, WORD_TABLE, type RowsAndLength, type TowerOptions } from "./encoder-graphs";
import { createSessionCache, type SessionCache } from "./session-cache";
import { maskFeed, sliceRows, tokenFeeds, type TokenBatch } from "./token-batch";
import type { TrainedTensors } from "./trained-tensors";

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

/** Pairs that people scored: the step ranks them (losses/similarity-ranking.ts) and contrasts nothing. */
export interface ScoredBatch {
  /** B rows. */
  readonly queries: TokenBatch;
  /** B rows; row i belongs to row i of `queries`. */
  readonly passages: TokenBatch;
  /** B human scores, any scale. */
  readonly scores: Float32Array;
}

export type EncoderBatch = ContrastiveBatch | ScoredBatch;

export const isScored = (batch: EncoderBatch): batch is ScoredBatch => "scores" in batch && batch.scores !== undefined;

export interface PairGradients {
  /** Leaves the gradients in the tensors and `wordRows`. @returns the loss */
  compute(batch: EncoderBatch): Promise<number>;
  embed(batch: TokenBatch): Promise<Float32Array>;
  close(): Promise<void>;
}

export interface PairGradientsOptions {
  readonly executor: Executor;
  readonly config: BertConfig;
  readonly scale: number;
  readonly tensors: TrainedTensors;
  readonly wordRows: RowGradients;
  /** 0 = none. */
  readonly frozenLayers: number;
  /** Bound of what frozen layers keep, in bytes. */
  readonly activationBytes: number;
  /** Larger batches go in parts. */
  readonly rowsAtOnce: number;
  readonly maxSessions: number;
}

export function createPairGradients(options: PairGradientsOptions): PairGradients {
  return new PairRuns(options);
}

type Outputs = CompiledGraph["outputs"];
type Feeds = Record<string, HostTensor>;

class PairRuns implements PairGradients {
  readonly #options: PairGradientsOptions;
  readonly #how: TowerOptions;
  readonly #buffers: ReadonlyMap<string, HostTensor>;
  // Apart, so that embedding between steps (evaluation, mining) does not push the steps' graphs out.
  readonly #forSteps: SessionCache<CompiledGraph>;
  readonly #forEmbedding: SessionCache<CompiledGraph>;
  readonly #activations: ActivationCache;

  constructor(options: PairGradientsOptions) {
    const { config, frozenLayers, tensors, maxSessions } = options;
    this.#options = options;
    this.#how = { config, frozenLayers, trained: tensors.trained };
    this.#buffers = new Map([...tensors.gradients].map(([name, tensor]) => [`gradient ${name}`, tensor]));
    this.#forSteps = createSessionCache<CompiledGraph>(maxSessions);
    this.#forEmbedding = createSessionCache<CompiledGraph>(maxSessions);
    this.#activations = createActivationCache({ width: config.hiddenSize, maxBytes: options.activationBytes });
  }

  async compute(batch: EncoderBatch): Promise<number> {
    const { tensors, wordRows, rowsAtOnce } = this.#options;
    tensors.discard();
    wordRows.clear();
    if (isScored(batch)) return this.#ranked(batch);
    return Math.max(batch.queries.rows, batch.passages.rows) > rowsAtOnce ? this.#inParts(batch) : this.#atOnce(batch);
  }

  async embed(batch: TokenBatch): Promise<Float32Array> {
    const shape = shapeOf(batch);
    const outputs = await this.#run(`embed ${shape.join("x")}`, () => embedGraph(shape, this.#how), await this.#towerFeeds("texts", batch));
    return numbersOf(outputs, "vectors").slice();
  }

  async close(): Promise<void> {
    await this.#forSteps.close();
    await this.#forEmbedding.close();
  }

  async #atOnce(batch: ContrastiveBatch): Promise<number> {
    const { queries, passages, symmetric = true } = batch;
    const shapes = { queries: shapeOf(queries), passages: shapeOf(passages) };
    const feeds = { ...(await this.#towerFeeds("queries", queries)), ...(await this.#towerFeeds("passages", passages)), ...ignoreFeed(batch) };
    const key = `step ${shapes.queries.join("x")} ${shapes.passages.join("x")} ${symmetric}`;
    const outputs = await this.#run(key, () => contrastiveStepGraph(shapes, { ...this.#how, scale: this.#options.scale, symmetric }), feeds);
    this.#addWords(queries, outputs, "queries");
    this.#addWords(passages, outputs, "passages");
    return numbersOf(outputs, "loss")[0] ?? Number.NaN;
  }

  async #ranked(batch: ScoredBatch): Promise<number> {
    const { queries, passages, scores } = batch;
    const shapes = { queries: shapeOf(queries), passages: shapeOf(passages) };
    const order = { data: rankOrder(scores), shape: [queries.rows, queries.rows] };
    const feeds = { ...(await this.#towerFeeds("queries", queries)), ...(await this.#towerFeeds("passages", passages)), order };
    const key = `rank ${shapes.queries.join("x")} ${shapes.passages.join("x")}`;
    const outputs = await this.#run(key, () => rankingStepGraph(shapes, { ...this.#how, scale: this.#options.scale }), feeds);
    this.#addWords(queries, outputs, "queries");
    this.#addWords(passages, outputs, "passages");
    return numbersOf(outputs, "loss")[0] ?? Number.NaN;
  }

  async #inParts(batch: ContrastiveBatch): Promise<number> {
    const { queries, passages, symmetric = true } = batch;
    const { config, scale } = this.#options;
    const width = config.hiddenSize;
    const rows = { queries: queries.rows, passages: passages.rows };
    const feeds = {
      queries: { data: await this.#embedParts(queries), shape: [rows.queries, width] },
      passages: { data: await this.#embedParts(passages), shape: [rows.passages, width] },
      ...ignoreFeed(batch),
    };
    const outputs = await this.#run(`loss ${rows.queries} ${rows.passages} ${symmetric}`, () => vectorLossGraph(rows, { width, scale, symmetric }), feeds);
    const loss = numbersOf(outputs, "loss")[0] ?? Number.NaN;
    await this.#carryBack(queries, numbersOf(outputs, "gradient queries"));
    await this.#carryBack(passages, numbersOf(outputs, "gradient passages"));
    return loss;
  }

  async #embedParts(batch: TokenBatch): Promise<Float32Array> {
    const { config, rowsAtOnce } = this.#options;
    const vectors = new Float32Array(batch.rows * config.hiddenSize);
    for (const [start, part] of partsOf(batch, rowsAtOnce)) vectors.set(await this.embed(part), start * config.hiddenSize);
    return vectors;
  }

  /** From dL/d(vectors) [rows, H] on to the weights, part by part. */
  async #carryBack(batch: TokenBatch, toVectors: Float32Array): Promise<void> {
    const { config, rowsAtOnce, tensors } = this.#options;
    const width = config.hiddenSize;
    for (const [start, part] of partsOf(batch, rowsAtOnce)) {
      const shape = shapeOf(part);
      const upstream = { data: toVectors.subarray(start * width, (start + part.rows) * width), shape: [part.rows, width] };
      const outputs = await this.#run(`backward ${shape.join("x")}`, () => towerBackwardGraph(shape, this.#how), { ...(await this.#towerFeeds("texts", part)), upstream });
      tensors.accumulate();
      this.#addWords(part, outputs, "texts");
    }
  }

  /** Ids, or with frozen layers their states: kept ones where every row has them. */
  async #towerFeeds(name: string, batch: TokenBatch): Promise<Feeds> {
    if (this.#how.frozenLayers === 0) return tokenFeeds(name, batch);
    const shape = shapeOf(batch);
    let states = this.#activations.read(batch);
    if (!states) {
      const outputs = await this.#run(`lower ${shape.join("x")}`, () => lowerGraph(shape, this.#how), tokenFeeds("texts", batch));
      states = numbersOf(outputs, "states").slice();
      this.#activations.write(batch, states);
    }
    return { ...maskFeed(name, batch), [`${name}.states`]: { data: states, shape: [batch.rows * batch.length, this.#options.config.hiddenSize] } };
  }

  async #run(key: string, graph: () => Record<string, Value>, feeds: Feeds): Promise<Outputs> {
    const { executor, tensors } = this.#options;
    const compiled = key.startsWith("embed") ? this.#forEmbedding : this.#forSteps;
    const { executable, outputs } = await compiled.get(key, () => compileGraph(executor, graph(), this.#buffers));
    await executable.run({ ...tensors.weights, ...feeds }, outputs);
    return outputs;
  }

  #addWords(batch: TokenBatch, outputs: Outputs, name: string): void {
    if (this.#how.trained.includes(WORD_TABLE)) this.#options.wordRows.add(batch.ids, numbersOf(outputs, `gradient ${name}`), batch.mask);
  }
}

const shapeOf = ({ rows, length }: TokenBatch): RowsAndLength => [rows, length];

function partsOf(batch: TokenBatch, rowsAtOnce: number): [number, TokenBatch][] {
  const count = Math.ceil(batch.rows / rowsAtOnce);
  return Array.from({ length: count }, (_, at) => [at * rowsAtOnce, sliceRows(batch, at * rowsAtOnce, Math.min(batch.rows, (at + 1) * rowsAtOnce))]);
}

function ignoreFeed({ queries, passages, ignore }: ContrastiveBatch): Record<string, HostTensor> {
  const shape = [queries.rows, passages.rows];
  return { ignore: { data: ignore ? Float32Array.from(ignore) : new Float32Array(sizeOf(shape)), shape } };
}
