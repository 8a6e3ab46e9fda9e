/**
 * @file Model folder: reads an encoder in the hub's layout (config.json, tokenizer.json, onnx/model.onnx, optional
 * modules.json and 1_Pooling) and says how it must be run. Opens no session; session.ts does.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { AppError } from "../core/errors";
import type { EncoderVersion } from "../core/types";

export type Precision = "fp32" | "int8";
export type Pooling = "mean" | "cls";

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

/** Encoders whose cards ask for the [CLS] vector; asked only where the folder has no pooling file. */
const CLS_FAMILIES = /(^|[^a-z])(bge|mxbai|arctic-embed)([^a-z]|$)/i;

type Json = Record<string, unknown>;

/**
 * @param folder a local folder
 * @param options.name first half of the version; default the folder's name
 * @throws AppError "model/not-found" naming every file looked for; "model/unsupported" for what we cannot run
 */
export async function readModelFolder(
  folder: string,
  options: { precision?: Precision; name?: string } = {},
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
  const onnxFile = findOnnx(path, precision);
  const dimension = positive(config["hidden_size"] ?? config["dim"], "config.json hidden_size", path);
  const origin = config["_name_or_path"];
  const pooling = await readPooling(path, typeof origin === "string" ? `${name} ${origin}` : name);
  const windowTokens = await readWindow(path, config, tokenizerConfig);
  const recipe = `${pooling} ${windowTokens}`;
  const digest = await fingerprint([onnxFile, `${onnxFile}_data`, join(path, "tokenizer.json")], recipe);
  const version = `${name}@${digest.slice(0, 12)}` as EncoderVersion;
  return { path, name, version, onnxFile, dimension, windowTokens, pooling, tokenizerJson, tokenizerConfig };
}

function findOnnx(path: string, precision: Precision): string {
  const found = ONNX_FILES[precision].map((file) => join(path, file)).find((file) => existsSync(file));
  if (found) return found;
  throw new AppError(
    "model/not-found",
    `No ${precision} ONNX graph in ${path}. Looked for ${ONNX_FILES[precision].join(", ")}. Export the model to ONNX first.`,
  );
}

/** @throws AppError "model/not-found" or "model/unsupported" naming the file */
export async function readJson(file: string): Promise<Json> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("model/not-found", `Cannot read ${file}; an encoder folder needs it.`, { cause });
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Json;
  } catch (cause) {
    throw new AppError("model/unsupported", `${file} is not valid JSON; download or copy it again.`, { cause });
  }
  throw new AppError("model/unsupported", `${file} must hold a JSON object or array.`);
}

function positive(value: unknown, what: string, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new AppError("model/unsupported", `${what} in ${path} must be a positive whole number; found ${JSON.stringify(value)}.`);
}

/** From modules.json and the pooling config it names. The Normalize module needs no reading: our vectors are always unit. */
export async function readPooling(path: string, name: string): Promise<Pooling> {
  const modulesFile = join(path, "modules.json");
  const modules: Json[] = existsSync(modulesFile) ? Object.values((await readJson(modulesFile)) as Record<string, Json>) : [];
  const types = modules.map((module) => String(module["type"]).split(".").at(-1));
  const foreign = types.find((type) => !["Transformer", "Pooling", "Normalize"].includes(type ?? ""));
  if (foreign !== undefined) {
    throw new AppError("model/unsupported", `${modulesFile} has a ${foreign} module; only Transformer, Pooling and Normalize can be run.`);
  }
  const listed = modules[types.indexOf("Pooling")]?.["path"];
  const poolingFile = join(path, typeof listed === "string" ? listed : "1_Pooling", "config.json");
  if (!existsSync(poolingFile)) return CLS_FAMILIES.test(name) ? "cls" : "mean";
  const pooling = await readJson(poolingFile);
  const modes = Object.keys(pooling).filter((key) => key.startsWith("pooling_mode_") && pooling[key] === true);
  if (modes.length === 1 && modes[0] === "pooling_mode_mean_tokens") return "mean";
  if (modes.length === 1 && modes[0] === "pooling_mode_cls_token") return "cls";
  throw new AppError("model/unsupported", `${poolingFile} asks for ${modes.join(" + ") || "no pooling"}; only mean or cls can be run.`);
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
