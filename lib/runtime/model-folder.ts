/**
 * @file Model folder: reads an encoder in the hub's layout (config.json, tokenizer.json, onnx/model.onnx, optional
 * modules.json and 1_Pooling) and says how it must be run. Opens no session; session.ts does.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { AppError } from "../core/errors";
import type { EncoderVersion } from "../core/types";
import { readJson, readPooling, type Json, type Pooling } from "./hub-files";
import { WEIGHTS_FILE } from "./hub-weights";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { hasWeights, onnxFromWeights, readMark, weightsFingerprint, type OnnxFile } from "./onnx-from-weights";

export type { Pooling } from "./hub-files";

export type Precision = "fp32" | "int8";

export interface ModelFolder {
  readonly path: string;
  readonly name: string;
  readonly version: EncoderVersion;
  readonly onnxFile: string;
  readonly dimension: number;
  /** Longest input in tokens, special tokens included. */
  readonly windowTokens: number;
  readonly pooling: Pooling;
  readonly tokenizerJson: Record<string, unknown>;
  readonly tokenizerConfig: Record<string, unknown>;
}

/** Where each precision may lie, first match wins. `model.onnx` may store its weights as fp16 and cast at load. */
export const ONNX_FILES: Record<Precision, readonly string[]> = {
  fp32: ["onnx/model.onnx", "model.onnx"],
  int8: ["onnx/model_quantized.onnx", "onnx/model_int8.onnx", "onnx/quantized.onnx", "model_quantized.onnx"],
};

export interface ReadOptions {
  readonly precision?: Precision;
  /** First half of the version; default the folder's name. */
  readonly name?: string;
  /** Where graphs are kept that we write for folders which cannot be written. */
  readonly cacheDir?: string;
}

/**
 * Writes the fp32 graph first where the folder has only weights.
 *
 * @throws AppError "model/not-found" naming every file looked for; "model/unsupported" for what we cannot run
 */
export async function readModelFolder(
  folder: string,
  options: ReadOptions = {},
): Promise<ModelFolder> {
  const path = resolve(folder);
  const precision = options.precision ?? "fp32";
  const name = options.name ?? basename(path);
  if (!existsSync(path)) {
    throw new AppError("model/not-found", `No model folder at ${path}. Set CADRE_ENCODER to a folder in the hub's layout.`);
  }
  const config = await readJson(join(path, "config.json"));
  const tokenizerJson = await readJson(join(path, "tokenizer.json"));
  const tokenizerConfig = await readJson(join(path, "tokenizer_config.json"));
  const { file: onnxFile, madeFrom } = await findGraph(path, precision, options.cacheDir);
  const dimension = positive(config["hidden_size"] ?? config["dim"], "config.json hidden_size", path);
  const origin = config["_name_or_path"];
  const pooling = await readPooling(path, typeof origin === "string" ? `${name} ${origin}` : name);
  const windowTokens = await readWindow(path, config, tokenizerConfig);
  // A graph of ours is named by its weights, so that vectors outlive a change of how graphs are written.
  const parts = madeFrom === undefined ? [onnxFile, `${onnxFile}_data`] : [];
  const recipe = [pooling, windowTokens, ...(madeFrom === undefined ? [] : [madeFrom])].join(" ");
  const digest = await fingerprint([...parts, join(path, "tokenizer.json")], recipe);
  const version = `${name}@${digest.slice(0, 12)}` as EncoderVersion;
  return { path, name, version, onnxFile, dimension, windowTokens, pooling, tokenizerJson, tokenizerConfig };
}

async function findGraph(path: string, precision: Precision, cacheDir: string | undefined): Promise<OnnxFile> {
  const found = ONNX_FILES[precision].map((file) => join(path, file)).filter((file) => existsSync(file));
  if (hasWeights(path)) {
    if (precision === "fp32") return onnxFromWeights(path, { emit: emitEncoder, found, cacheDir });
    await refuseOutdated(path, found[0]);
  }
  const [file] = found;
  if (file !== undefined) return { file };
  const or = precision === "fp32" ? ` or ${WEIGHTS_FILE}` : "";
  throw new AppError("model/not-found", `No ${precision} ONNX graph in ${path}. Looked for ${ONNX_FILES[precision].join(", ")}${or}. Export the model to ONNX first.`);
}

/** An int8 graph carries the mark of the graph that it was made from. */
async function refuseOutdated(path: string, graph: string | undefined): Promise<void> {
  const mark = graph === undefined ? undefined : await readMark(graph);
  if (mark === undefined || mark === (await weightsFingerprint(path))) return;
  throw new AppError("model/not-found", `${graph} was made from other weights than ${WEIGHTS_FILE} beside it. Delete it, then quantise the model again.`);
}

function positive(value: unknown, what: string, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new AppError("model/unsupported", `${what} in ${path} must be a positive whole number; found ${JSON.stringify(value)}.`);
}

/** The smallest of what positions, tokenizer and sentence-transformers allow. */
async function readWindow(path: string, config: Json, tokenizerConfig: Json): Promise<number> {
  const positions = positive(config["max_position_embeddings"] ?? 512, "config.json max_position_embeddings", path);
  const pad = typeof config["pad_token_id"] === "number" ? config["pad_token_id"] : 1;
  // RoBERTa numbers positions from pad + 1, so that many of its rows are never used.
  const usable = String(config["model_type"]).includes("roberta") ? positions - pad - 1 : positions;
  const sentenceFile = join(path, "sentence_bert_config.json");
  const sentence = existsSync(sentenceFile) ? await readJson(sentenceFile) : {};
  const limits = [usable, tokenizerConfig["model_max_length"], sentence["max_seq_length"]];
  return Math.min(...limits.filter((limit): limit is number => typeof limit === "number" && limit > 2));
}

/** SHA-256 over the files that exist, streamed (graphs may pass 2 GB), and the recipe that turns tokens into a vector. */
async function fingerprint(files: readonly string[], recipe: string): Promise<string> {
  const hash = createHash("sha256").update(recipe);
  for (const file of files.filter((candidate) => existsSync(candidate))) {
    for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  }
  return hash.digest("hex");
}
