/**
 * @file PairGradients: loss and gradients of a batch of pairs, left in the tensors' buffers for the update. A batch that
 * fits is one graph. A larger one goes in three passes (GradCache): embed all texts in parts, differentiate the loss by
 * the vectors, then carry those gradients through each part; same loss, same gradients, a third more work.
 * @source Gao et al. 2021, arXiv:2101.06983
 */
import type { Executor, HostTensor } from "../executor";
import { sizeOf } from "../graph/value";
import type { BertConfig } from "../nn/bert-config";
import type { RowGradients } from "../optim/row-gradients";
import { createActivationCache } from "./activation-cache";
import { compileGraph, numbersOf, type CompiledGraph } from "./compiled-graph";
import { contrastiveStepGraph, embedGraph, lowerGraph, towerBackwardGraph, vectorLossGraph, WORD_TABLE, type RowsAndLength, type TowerOptions } from "./encoder-graphs";
import { createSessionCache } from "./session-cache";
import { sliceRows, tokenFeeds, type TokenBatch } from "./token-batch";
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

export interface PairGradients {
  /** Leaves the gradients in the tensors and `wordRows`. @returns the loss */
  compute(batch: ContrastiveBatch): Promise<number>;
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
  const { config, executor, tensors, wordRows, rowsAtOnce } = options;
  const how: TowerOptions = { config, frozenLayers: options.frozenLayers, trained: tensors.trained };
  const learnsWords = tensors.trained.includes(WORD_TABLE);
  const buffers = new Map([...tensors.gradients].map(([name, tensor]) => [`gradient ${name}`, tensor]));
  // Apart, so that embedding between steps (evaluation, mining) does not push the steps' graphs out.
  const forSteps = createSessionCache<CompiledGraph>(options.maxSessions);
  const forEmbedding = createSessionCache<CompiledGraph>(options.maxSessions);
  const activations = createActivationCache({ width: config.hiddenSize, maxBytes: options.activationBytes });

  const run = async (key: string, graph: () => ReturnType<typeof embedGraph>, feeds: Record<string, HostTensor>): Promise<CompiledGraph["outputs"]> => {
    const compiled = key.startsWith("embed") ? forEmbedding : forSteps;
    const { executable, outputs } = await compiled.get(key, () => compileGraph(executor, graph(), buffers));
    await executable.run({ ...tensors.weights, ...feeds }, outputs);
    return outputs;
  };
  const addWords = (batch: TokenBatch, outputs: CompiledGraph["outputs"], name: string): void => {
    if (learnsWords) wordRows.add(batch.ids, numbersOf(outputs, `gradient ${name}`), batch.mask);
  };

  /** Ids, or with frozen layers their states: kept ones where every row has them. */
  const towerFeeds = async (name: string, batch: TokenBatch): Promise<Record<string, HostTensor>> => {
    const { [`${name}.ids`]: ids, ...mask } = tokenFeeds(name, batch);
    if (options.frozenLayers === 0) return ids ? { ...mask, [`${name}.ids`]: ids } : mask;
    const shape = [batch.rows * batch.length, config.hiddenSize];
    const known = activations.read(batch);
    if (known) return { ...mask, [`${name}.states`]: { data: known, shape } };
    const outputs = await run(`lower ${shapeOf(batch).join("x")}`, () => lowerGraph(shapeOf(batch), how), tokenFeeds("texts", batch));
    const states = numbersOf(outputs, "states").slice();
    activations.write(batch, states);
    return { ...mask, [`${name}.states`]: { data: states, shape } };
  };
  const embed = async (batch: TokenBatch): Promise<Float32Array> => {
    const outputs = await run(`embed ${shapeOf(batch).join("x")}`, () => embedGraph(shapeOf(batch), how), await towerFeeds("texts", batch));
    return numbersOf(outputs, "vectors").slice();
  };

  const atOnce = async ({ queries, passages, ...batch }: ContrastiveBatch): Promise<number> => {
    const { symmetric = true } = batch;
    const shapes = { queries: shapeOf(queries), passages: shapeOf(passages) };
    const feeds = { ...(await towerFeeds("queries", queries)), ...(await towerFeeds("passages", passages)), ...ignoreFeed({ queries, passages, ...batch }) };
    const key = `step ${shapes.queries.join("x")} ${shapes.passages.join("x")} ${symmetric}`;
    const outputs = await run(key, () => contrastiveStepGraph(shapes, { ...how, scale: options.scale, symmetric }), feeds);
    addWords(queries, outputs, "queries");
    addWords(passages, outputs, "passages");
    return numbersOf(outputs, "loss")[0] ?? Number.NaN;
  };

  const inParts = async (batch: ContrastiveBatch): Promise<number> => {
    const { queries, passages, symmetric = true } = batch;
    const width = config.hiddenSize;
    const vectors = { queries: await embedParts(queries, { rowsAtOnce, width, embed }), passages: await embedParts(passages, { rowsAtOnce, width, embed }) };
    const rows = { queries: queries.rows, passages: passages.rows };
    const feeds = { queries: { data: vectors.queries, shape: [rows.queries, width] }, passages: { data: vectors.passages, shape: [rows.passages, width] }, ...ignoreFeed(batch) };
    const outputs = await run(`loss ${rows.queries} ${rows.passages} ${symmetric}`, () => vectorLossGraph(rows, { width, scale: options.scale, symmetric }), feeds);
    for (const [name, side] of [["queries", queries], ["passages", passages]] as const) {
      const upstream = numbersOf(outputs, `gradient ${name}`);
      for (const [start, part] of partsOf(side, rowsAtOnce)) {
        const share = { data: upstream.subarray(start * width, (start + part.rows) * width), shape: [part.rows, width] };
        const found = await run(`backward ${shapeOf(part).join("x")}`, () => towerBackwardGraph(shapeOf(part), how), { ...(await towerFeeds("texts", part)), upstream: share });
        tensors.accumulate();
        addWords(part, found, "texts");
      }
    }
    return numbersOf(outputs, "loss")[0] ?? Number.NaN;
  };

  return {
    async compute(batch) {
      tensors.discard();
      wordRows.clear();
      return Math.max(batch.queries.rows, batch.passages.rows) > rowsAtOnce ? inParts(batch) : atOnce(batch);
    },
    embed,
    async close() {
      await forSteps.close();
      await forEmbedding.close();
    },
  };
}

const shapeOf = ({ rows, length }: TokenBatch): RowsAndLength => [rows, length];

function partsOf(batch: TokenBatch, rowsAtOnce: number): [number, TokenBatch][] {
  const count = Math.ceil(batch.rows / rowsAtOnce);
  return Array.from({ length: count }, (_, at) => [at * rowsAtOnce, sliceRows(batch, at * rowsAtOnce, Math.min(batch.rows, (at + 1) * rowsAtOnce))]);
}

async function embedParts(batch: TokenBatch, { rowsAtOnce, width, embed }: { rowsAtOnce: number; width: number; embed: (part: TokenBatch) => Promise<Float32Array> }): Promise<Float32Array> {
  const vectors = new Float32Array(batch.rows * width);
  for (const [start, part] of partsOf(batch, rowsAtOnce)) vectors.set(await embed(part), start * width);
  return vectors;
}

function ignoreFeed({ queries, passages, ignore }: ContrastiveBatch): Record<string, HostTensor> {
  const shape = [queries.rows, passages.rows];
  return { ignore: { data: ignore ? Float32Array.from(ignore) : new Float32Array(sizeOf(shape)), shape } };
}
