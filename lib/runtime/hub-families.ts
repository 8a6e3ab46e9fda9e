/**
 * @file Families of encoders that compute what BERT computes, and how their config.json and tensor names become
 * BERT's: BERT itself, RoBERTa and XLM-RoBERTa (positions counted from behind the padding id), DistilBERT (other names,
 * no token types). To add a family: one entry in FAMILIES. Reads no files.
 */
import { AppError } from "../core/errors";
import type { Activation, BertConfig } from "../engine/nn/bert-config";
import type { NamedTensor } from "../engine/named-tensors";

export type HubJson = Readonly<Record<string, unknown>>;

export interface Family {
  /** Names of the sizes in config.json. */
  readonly keys: Readonly<Record<keyof Sizes, string>>;
  /** Prefixes that heads put before the body's names. */
  readonly prefixes: readonly string[];
  /** The family's tensor name, prefix taken off → BERT's; names unknown to both stay. */
  readonly rename: (name: string) => string;
  /** Rows of the position table before position 0. */
  readonly firstPosition: (config: HubJson) => number;
  /** Where config.json does not say. */
  readonly tokenTypes: number;
}

interface Sizes {
  vocabSize: number;
  hiddenSize: number;
  layers: number;
  heads: number;
  intermediateSize: number;
  maxPositions: number;
}

const BERT_KEYS = {
  vocabSize: "vocab_size",
  hiddenSize: "hidden_size",
  layers: "num_hidden_layers",
  heads: "num_attention_heads",
  intermediateSize: "intermediate_size",
  maxPositions: "max_position_embeddings",
} as const;

/** TensorFlow's names, still found in old files. */
const currentNorm = (name: string): string => name.replace(/LayerNorm\.gamma$/, "LayerNorm.weight").replace(/LayerNorm\.beta$/, "LayerNorm.bias");

const bert: Family = { keys: BERT_KEYS, prefixes: ["bert.", "model."], rename: currentNorm, firstPosition: () => 0, tokenTypes: 2 };
const roberta: Family = {
  ...bert,
  prefixes: ["roberta.", "model."],
  firstPosition: (config) => (typeof config["pad_token_id"] === "number" ? config["pad_token_id"] : 1) + 1,
};
const distilbert: Family = {
  keys: { ...BERT_KEYS, hiddenSize: "dim", layers: "n_layers", heads: "n_heads", intermediateSize: "hidden_dim" },
  prefixes: ["distilbert.", "model."],
  rename: renameDistilbert,
  firstPosition: () => 0,
  tokenTypes: 1,
};

const FAMILIES: Readonly<Record<string, Family>> = { bert, roberta, "xlm-roberta": roberta, camembert: roberta, distilbert };

const DISTILBERT_PARTS: readonly (readonly [string, string])[] = [
  ["attention.q_lin", "attention.self.query"],
  ["attention.k_lin", "attention.self.key"],
  ["attention.v_lin", "attention.self.value"],
  ["attention.out_lin", "attention.output.dense"],
  ["sa_layer_norm", "attention.output.LayerNorm"],
  ["ffn.lin1", "intermediate.dense"],
  ["ffn.lin2", "output.dense"],
  ["output_layer_norm", "output.LayerNorm"],
];

function renameDistilbert(name: string): string {
  const [, layer, rest = ""] = /^transformer\.layer\.(\d+)\.(.+)$/.exec(name) ?? [];
  const part = DISTILBERT_PARTS.find(([from]) => rest.startsWith(`${from}.`));
  return layer === undefined || !part ? name : `encoder.layer.${layer}.${part[1]}${rest.slice(part[0].length)}`;
}

/** @throws AppError "model/unsupported" naming the families that can be read */
export function familyOf(config: HubJson, file: string): Family {
  const type = config["model_type"];
  const family = typeof type === "string" && Object.hasOwn(FAMILIES, type) ? FAMILIES[type] : undefined;
  if (!family) {
    throw new AppError("model/unsupported", `${file} has model_type ${JSON.stringify(type)}; weights can be read of ${Object.keys(FAMILIES).join(", ")}.`);
  }
  const positions = config["position_embedding_type"] ?? "absolute";
  if (positions !== "absolute") throw new AppError("model/unsupported", `${file} has position_embedding_type ${JSON.stringify(positions)}; only "absolute" can be read.`);
  if (config["is_decoder"] === true) throw new AppError("model/unsupported", `${file} says is_decoder: attention that looks only back cannot be read.`);
  return family;
}

/** @throws AppError "model/unsupported" naming the setting that is missing or out of range */
export function bertConfigOf(config: HubJson, family: Family, file: string): BertConfig {
  const size = (key: keyof Sizes): number => {
    const value = config[family.keys[key]];
    if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
    throw new AppError("model/unsupported", `${family.keys[key]} in ${file} must be a positive whole number; found ${JSON.stringify(value)}.`);
  };
  const [hiddenSize, heads] = [size("hiddenSize"), size("heads")];
  if (hiddenSize % heads !== 0) throw new AppError("model/unsupported", `${file} divides ${hiddenSize} by ${heads} heads, which leaves a rest.`);
  const tokenTypes = config["type_vocab_size"];
  const epsilon = config["layer_norm_eps"];
  return {
    vocabSize: size("vocabSize"),
    hiddenSize,
    layers: size("layers"),
    heads,
    intermediateSize: size("intermediateSize"),
    activation: activationOf(config["hidden_act"] ?? config["activation"] ?? "gelu", file),
    maxPositions: size("maxPositions") - family.firstPosition(config),
    tokenTypes: typeof tokenTypes === "number" && tokenTypes > 0 ? tokenTypes : family.tokenTypes,
    layerNormEps: typeof epsilon === "number" && epsilon > 0 ? epsilon : 1e-12,
  };
}

const ACTIVATIONS: Readonly<Record<string, Activation>> = {
  gelu: "gelu",
  gelu_python: "gelu",
  gelu_new: "gelu_tanh",
  gelu_pytorch_tanh: "gelu_tanh",
  gelu_fast: "gelu_tanh",
  relu: "relu",
};

function activationOf(name: unknown, file: string): Activation {
  const activation = typeof name === "string" && Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : undefined;
  if (activation) return activation;
  throw new AppError("model/unsupported", `${file} has hidden_act ${JSON.stringify(name)}; known are ${Object.keys(ACTIVATIONS).join(", ")}.`);
}

/** Takes off the family's prefix, then renames. */
export function bertName(name: string, family: Family): string {
  const prefix = family.prefixes.find((candidate) => name.startsWith(candidate)) ?? "";
  return family.rename(name.slice(prefix.length));
}

/** RoBERTa's position table without the rows before position 0; other tables unchanged. */
export function withoutFirstRows({ dims, data }: NamedTensor, rows: number): NamedTensor {
  const [height = 0, width = 0] = dims;
  return { dims: [height - rows, width], data: data.subarray(rows * width) };
}
