/**
 * @file Encoder: texts → unit vectors with any BERT-family model in the hub's layout, without network.
 * Flow: model-folder (files) → tokenizer → batches by length → session → pooling. Implements core's Encoder port.
 */
import type { EmbedOptions, Encoder } from "../core/encoder";
import { AppError } from "../core/errors";
import { invariant } from "../core/invariant";
import { inSlices } from "../core/slices";
import { planBatches, type Batch, type BatchLimits } from "./batches";
import { resolveModel } from "./hub";
import { readModelFolder, type ModelFolder, type Precision } from "./model-folder";
import { poolStates } from "./pooling";
import { createPromiseCache } from "./promise-cache";
import { openSession, type Device, type ModelSession, type TensorInput } from "./session";
import { loadTokenizer, type Tokenizer } from "./tokenizer";

export interface EncoderOptions {
  /** Folder in the hub's layout, or a hub id such as `Xenova/all-MiniLM-L6-v2`. Only a hub id may use the network, once. */
  readonly model: string;
  readonly device: "auto" | Device;
  /** Where models named by hub id are kept; needed only for those. */
  readonly cacheDir?: string;
  /** Default: the physical cores. */
  readonly threads?: number;
  /** Which graph of the folder; default fp32. */
  readonly precision?: Precision;
}

export interface LocalEncoder extends Encoder {
  readonly device: Device;
  readonly model: ModelFolder;
  /** Frees the session; `embed` fails afterwards. */
  close(): Promise<void>;
}

/** Measured on two cores with models/base: wider batches gain nothing and block the event loop longer (~60 ms each). */
const LIMITS = { maxTokens: 1024, maxRows: 64, widthStep: 4 };
const TOKENIZE_SLICE_MS = 20;

/**
 * @throws AppError "model/not-found", "model/unsupported", "model/device-unavailable"
 * @example
 * const encoder = await createEncoder({ model: "models/base", device: "cpu" });
 * const [vector] = await encoder.embed(["How many days of leave do I have?"]);
 */
export async function createEncoder(options: EncoderOptions): Promise<LocalEncoder> {
  const { folder, name } = await resolveModel(options);
  const model = await readModelFolder(folder, { precision: options.precision, name, cacheDir: options.cacheDir });
  const tokenizer = await loadTokenizer(model);
  const warmUp = async (session: ModelSession): Promise<void> => {
    await embedBatch({ session, model, tokenizer }, [tokenizer.encode("warm-up")], { items: [0], width: 8 });
  };
  const session = await openSession(model.onnxFile, options, warmUp);
  return wrap({ session, model, tokenizer });
}

const encoders = createPromiseCache<LocalEncoder>(3);

/** As `createEncoder`, but equal options share one encoder. Never close a shared one. */
export function openEncoder(options: EncoderOptions): Promise<LocalEncoder> {
  const key = JSON.stringify([options.model, options.device, options.cacheDir, options.threads, options.precision]);
  return encoders.get(key, () => createEncoder(options));
}

interface Parts {
  readonly session: ModelSession;
  readonly model: ModelFolder;
  readonly tokenizer: Tokenizer;
}

function wrap(parts: Parts): LocalEncoder {
  const { session, model, tokenizer } = parts;
  let closed = false;
  return {
    version: model.version,
    dimension: model.dimension,
    device: session.device,
    model,
    countTokens: (text) => tokenizer.count(text),
    async embed(texts, options = {}) {
      invariant(!closed, () => `encoder ${model.version} was closed; create a new one`);
      return embedAll(parts, texts, options);
    },
    async close() {
      if (closed) return;
      closed = true;
      await session.close();
    },
  };
}

async function embedAll(parts: Parts, texts: readonly string[], options: EmbedOptions): Promise<Float32Array[]> {
  const limits: BatchLimits = { ...LIMITS, windowTokens: parts.model.windowTokens };
  throwIfCancelled(options.signal);
  const tokens: number[][] = [];
  await inSlices(texts, (text) => tokens.push(parts.tokenizer.encode(text)), { sliceMs: TOKENIZE_SLICE_MS });
  const vectors = new Array<Float32Array>(texts.length);
  let done = 0;
  for (const batch of planBatches(tokens.map((ids) => ids.length), limits)) {
    throwIfCancelled(options.signal);
    const rows = await embedBatch(parts, tokens, batch);
    for (const [row, vector] of rows.entries()) vectors[batch.items[row] as number] = vector;
    done += rows.length;
    options.onProgress?.(done);
  }
  return vectors;
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError("job/cancelled", "Embedding was cancelled.", { cause: signal.reason });
}

async function embedBatch(parts: Parts, tokens: readonly (readonly number[])[], batch: Batch): Promise<Float32Array[]> {
  const { session, model, tokenizer } = parts;
  const rows = batch.items.map((item) => tokens[item] ?? []);
  const shape = [rows.length, batch.width];
  const ids = new BigInt64Array(rows.length * batch.width).fill(BigInt(tokenizer.padId));
  const mask = new BigInt64Array(ids.length);
  for (const [row, tokenIds] of rows.entries()) {
    for (const [at, id] of tokenIds.entries()) {
      ids[row * batch.width + at] = BigInt(id);
      mask[row * batch.width + at] = 1n;
    }
  }
  const output = outputName(parts);
  const states = await session.run(inputsOf(parts, { ids, mask, shape }), output);
  const hidden = states.shape[2];
  if (states.shape.length !== 3 || hidden !== model.dimension) {
    throw new AppError(
      "model/unsupported",
      `Output "${output}" of ${model.onnxFile} has shape [${states.shape.join(", ")}]; expected [batch, tokens, ${model.dimension}].`,
    );
  }
  const lengths = rows.map((tokenIds) => tokenIds.length);
  return poolStates(states.data, lengths, { width: batch.width, hidden, pooling: model.pooling });
}

/** Graphs differ in which inputs they kept: DistilBERT and RoBERTa have no token types. */
function inputsOf(parts: Parts, batch: { ids: BigInt64Array; mask: BigInt64Array; shape: number[] }): Record<string, TensorInput> {
  const { ids, mask, shape } = batch;
  const known: Record<string, BigInt64Array> = { input_ids: ids, attention_mask: mask, token_type_ids: new BigInt64Array(ids.length) };
  const inputs: Record<string, TensorInput> = {};
  for (const name of parts.session.inputNames) {
    const data = known[name];
    if (!data) {
      throw new AppError("model/unsupported", `${parts.model.onnxFile} asks for input "${name}"; an encoder has ${Object.keys(known).join(", ")}.`);
    }
    inputs[name] = { data, shape };
  }
  return inputs;
}

function outputName(parts: Parts): string {
  const { outputNames } = parts.session;
  const name = ["last_hidden_state", "token_embeddings"].find((candidate) => outputNames.includes(candidate));
  if (name) return name;
  throw new AppError(
    "model/unsupported",
    `${parts.model.onnxFile} gives ${outputNames.join(", ")}; an encoder must give last_hidden_state or token_embeddings.`,
  );
}
