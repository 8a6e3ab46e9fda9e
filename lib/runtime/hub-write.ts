/**
 * @file Writes an encoder as a folder in the hub's layout: config.json, model.safetensors, onnx/model.onnx, the
 * tokenizer's files, pooling and card. The folder appears whole or not at all. The ONNX comes from a function that the
 * caller gives (the engine's emitter); hub-weights.ts reads the folder back.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../core/errors";
import type { NamedTensors } from "../engine/named-tensors";
import { bertTensorDims, type BertConfig } from "../engine/nn/bert-config";
import type { Pooling } from "./hub-files";
import { WEIGHTS_FILE, type WeightPrecision } from "./hub-weights";
import { addOnnx, type EmitOnnx } from "./onnx-from-weights";
import { writeSafetensors } from "./safetensors";

export interface EncoderToWrite {
  readonly config: BertConfig;
  /** The tensors of `bertTensorDims(config)`; further ones are an error. */
  readonly parameters: NamedTensors;
  readonly pooling: Pooling;
}

export interface WriteEncoderOptions {
  /**
   * fp16 stores matrices as halves (biases and norms, few and sensitive, stay whole): half the bytes. The ONNX holds the
   * same rounded numbers; either computes in fp32.
   */
  readonly precision: WeightPrecision;
  /** A folder whose tokenizer is copied, or the two files' content. */
  readonly tokenizer: string | { readonly tokenizerJson: object; readonly tokenizerConfig: object };
  /** README.md, whole. */
  readonly card: string;
  /** Writes onnx/model.onnx; without it the folder gets none, and the first use writes it. */
  readonly emit?: EmitOnnx;
  /** Longest input for sentence-transformers and us; default all positions. */
  readonly windowTokens?: number;
  /** True: an encoder that is already there is replaced in one step. */
  readonly replace?: boolean;
}

/**
 * @throws AppError "model/unsupported" for tensors that are not the encoder's, not finite or beyond fp16;
 * "request/conflict" when the folder holds something that may not be replaced
 */
export async function writeHubEncoder(folder: string, encoder: EncoderToWrite, options: WriteEncoderOptions): Promise<void> {
  const target = resolve(folder);
  checkParameters(encoder);
  await checkTarget(target, options.replace === true);
  const partial = `${target}.${randomUUID()}.part`;
  try {
    await mkdir(partial, { recursive: true });
    await writeFiles(partial, encoder, options);
    await putInPlace(partial, target);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, encoder: EncoderToWrite, options: WriteEncoderOptions): Promise<void> {
  const { config, pooling, parameters } = encoder;
  const json = async (file: string, content: object): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${JSON.stringify(content, null, 1)}\n`);
  };
  await json("config.json", hubConfigOf(config, options.precision));
  await json("modules.json", MODULES);
  await json("1_Pooling/config.json", poolingConfigOf(pooling, config.hiddenSize));
  await json("sentence_bert_config.json", { max_seq_length: options.windowTokens ?? config.maxPositions, do_lower_case: false });
  if (typeof options.tokenizer === "string") await copyTokenizer(resolve(options.tokenizer), folder);
  else {
    await json("tokenizer.json", options.tokenizer.tokenizerJson);
    await json("tokenizer_config.json", options.tokenizer.tokenizerConfig);
  }
  await writeFile(join(folder, "README.md"), options.card);
  await writeSafetensors(join(folder, WEIGHTS_FILE), parameters, { dtype: ({ dims }) => (options.precision === "fp16" && dims.length > 1 ? "F16" : "F32") });
  // From the files just written, so that the graph holds the numbers as they were rounded.
  if (options.emit) await addOnnx(folder, options.emit);
}

const HUB_ACTIVATIONS = { gelu: "gelu", gelu_tanh: "gelu_new", relu: "relu" } as const satisfies Record<BertConfig["activation"], string>;

function hubConfigOf(config: BertConfig, precision: WeightPrecision): object {
  return {
    architectures: ["BertModel"],
    model_type: "bert",
    vocab_size: config.vocabSize,
    hidden_size: config.hiddenSize,
    num_hidden_layers: config.layers,
    num_attention_heads: config.heads,
    intermediate_size: config.intermediateSize,
    hidden_act: HUB_ACTIVATIONS[config.activation],
    hidden_dropout_prob: 0.1,
    attention_probs_dropout_prob: 0.1,
    max_position_embeddings: config.maxPositions,
    type_vocab_size: config.tokenTypes,
    layer_norm_eps: config.layerNormEps,
    initializer_range: 0.02,
    torch_dtype: precision === "fp16" ? "float16" : "float32",
  };
}

const MODULES = [
  { idx: 0, name: "0", path: "", type: "sentence_transformers.models.Transformer" },
  { idx: 1, name: "1", path: "1_Pooling", type: "sentence_transformers.models.Pooling" },
  { idx: 2, name: "2", path: "2_Normalize", type: "sentence_transformers.models.Normalize" },
];

function poolingConfigOf(pooling: Pooling, width: number): object {
  return {
    word_embedding_dimension: width,
    pooling_mode_cls_token: pooling === "cls",
    pooling_mode_mean_tokens: pooling === "mean",
    pooling_mode_max_tokens: false,
    pooling_mode_mean_sqrt_len_tokens: false,
  };
}

const TOKENIZER_FILES = ["tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt", "sentencepiece.bpe.model"];

async function copyTokenizer(from: string, to: string): Promise<void> {
  const missing = TOKENIZER_FILES.slice(0, 2).filter((file) => !existsSync(join(from, file)));
  if (missing.length > 0) throw new AppError("model/not-found", `No ${missing.join(" and ")} in ${from}; the tokenizer cannot be copied.`);
  for (const file of TOKENIZER_FILES) if (existsSync(join(from, file))) await copyFile(join(from, file), join(to, file));
}

/** A diverged training run must not become a model. */
function checkParameters({ config, parameters }: EncoderToWrite): void {
  const expected = bertTensorDims(config);
  const foreign = [...parameters.keys()].find((name) => !expected.has(name));
  if (foreign !== undefined) throw new AppError("model/unsupported", `"${foreign}" is no tensor of an encoder of these sizes.`);
  for (const [name, dims] of expected) {
    const tensor = parameters.get(name);
    if (tensor?.dims.join() !== dims.join()) {
      throw new AppError("model/unsupported", `"${name}" is ${tensor ? `[${tensor.dims.join(", ")}]` : "missing"}; the encoder needs [${dims.join(", ")}].`);
    }
    const at = tensor.data.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw new AppError("model/unsupported", `"${name}" holds ${tensor.data[at]} at ${at}: the training diverged. Lower the learning rate.`);
  }
}

async function checkTarget(target: string, replace: boolean): Promise<void> {
  const files = existsSync(target) ? await readdir(target) : [];
  if (files.length === 0) return;
  if (!replace) throw new AppError("request/conflict", `${target} is not empty. Name another folder, or remove it first.`);
  if (!files.includes("config.json")) throw new AppError("request/conflict", `${target} holds no encoder (no config.json), so it is not replaced. Name another folder.`);
}

/** The old folder steps aside before the new one comes, and comes back if that fails. */
async function putInPlace(partial: string, target: string): Promise<void> {
  if (!existsSync(target)) return rename(partial, target);
  const old = `${target}.${randomUUID()}.old`;
  await rename(target, old);
  try {
    await rename(partial, target);
  } catch (cause) {
    await rename(old, target);
    throw cause;
  }
  await rm(old, { recursive: true, force: true });
}
