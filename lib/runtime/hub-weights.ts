/**
 * @file Hub weights: reads an encoder's weights from a folder in the hub's layout (config.json, model.safetensors,
 * optional 1_Pooling) as BERT's tensors, ready for the engine. hub-write.ts writes them back.
 */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { AppError } from "../core/errors";
import type { NamedTensor, NamedTensors } from "../engine/named-tensors";
import { bertTensorDims, type BertConfig } from "../engine/nn/bert-config";
import { readJson, readPooling, type Pooling } from "./hub-files";
import { bertConfigOf, bertName, familyOf, withoutFirstRows, type Family, type HubJson } from "./hub-families";
import { readSafetensors } from "./safetensors";

export const WEIGHTS_FILE = "model.safetensors";

export type WeightPrecision = "fp32" | "fp16";

export interface HubEncoder {
  readonly config: BertConfig;
  /** Exactly the tensors of `bertTensorDims(config)`, in its order. */
  readonly parameters: NamedTensors;
  readonly pooling: Pooling;
  /** "fp16" when every matrix of the file is: storing them so again loses nothing. */
  readonly precision: WeightPrecision;
  /** config.json as it was, for what an encoder's sizes do not say. */
  readonly hubConfig: HubJson;
  /** Tensors of the file that an encoder does not need: poolers, heads, position numbers. */
  readonly ignored: readonly string[];
}

/**
 * RoBERTa and DistilBERT come back as the BERT that computes the same.
 *
 * @throws AppError "model/not-found" naming a missing file; "model/unsupported" for another architecture, a missing
 * or foreign tensor, or a broken file
 */
export async function readHubEncoder(folder: string): Promise<HubEncoder> {
  const path = resolve(folder);
  if (!existsSync(path)) throw new AppError("model/not-found", `No model folder at ${path}. Give a folder in the hub's layout.`);
  const configFile = join(path, "config.json");
  const hubConfig = await readJson(configFile);
  const family = familyOf(hubConfig, configFile);
  const config = bertConfigOf(hubConfig, family, configFile);
  const weightsFile = findWeights(path);
  const { tensors, types } = await readSafetensors(weightsFile);
  const found = bertTensors(tensors, family, hubConfig);
  const parameters = pick(found, config, weightsFile);
  const names = [...types.keys()].map((name) => ({ name, bert: bertName(name, family) }));
  const ignored = names.filter(({ bert }) => !parameters.has(bert)).map(({ bert }) => bert);
  const isHalf = names.every(({ name, bert }) => (parameters.get(bert)?.dims.length ?? 0) < 2 || types.get(name) === "F16");
  const origin = hubConfig["_name_or_path"];
  const pooling = await readPooling(path, typeof origin === "string" ? `${basename(path)} ${origin}` : basename(path));
  return { config, parameters, pooling, precision: isHalf ? "fp16" : "fp32", hubConfig, ignored };
}

function findWeights(path: string): string {
  const file = join(path, WEIGHTS_FILE);
  if (existsSync(file)) return file;
  const others = ["model.safetensors.index.json", "pytorch_model.bin", "tf_model.h5"].filter((name) => existsSync(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ path, name)));
  const hint = others.length > 0 ? ` It has ${others.join(", ")}, which cannot be read: save the model again as one ${WEIGHTS_FILE}.` : "";
  throw new AppError("model/not-found", `No ${WEIGHTS_FILE} in ${path}.${hint}`);
}

function bertTensors(tensors: NamedTensors, family: Family, hubConfig: HubJson): Map<string, NamedTensor> {
  const found = new Map<string, NamedTensor>();
  for (const [name, tensor] of tensors) {
    const renamed = bertName(name, family);
    const isPositions = renamed === "embeddings.position_embeddings.weight";
    found.set(renamed, isPositions ? withoutFirstRows(tensor, family.firstPosition(hubConfig)) : tensor);
  }
  return found;
}

/** The tensors the sizes ask for, each of the right shape. */
function pick(found: Map<string, NamedTensor>, config: BertConfig, file: string): NamedTensors {
  const parameters = new Map<string, NamedTensor>();
  for (const [name, dims] of bertTensorDims(config)) {
    const tensor = found.get(name) ?? absentTokenTypes(name, dims);
    if (!tensor) throw new AppError("model/unsupported", `${file} lacks the tensor "${name}". Its config.json may belong to another model.`);
    if (tensor.dims.join() !== dims.join()) {
      throw new AppError("model/unsupported", `"${name}" in ${file} is [${tensor.dims.join(", ")}]; config.json asks for [${dims.join(", ")}].`);
    }
    parameters.set(name, tensor);
  }
  return parameters;
}

/** DistilBERT has no token types: zeros add nothing. */
function absentTokenTypes(name: string, dims: readonly number[]): NamedTensor | undefined {
  const isOne = name === "embeddings.token_type_embeddings.weight" && dims[0] === 1;
  return isOne ? { dims, data: new Float32Array(dims[1] ?? 0) } : undefined;
}
