/**
 * @file The files of a text-generation model in the hub's layout: a folder as it is, a hub id fetched once into the
 * cache folder. Of the graphs the smallest that a CPU runs well is taken.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { projectRoot } from "../config/paths";
import { AppError, isAppError } from "../core/errors";
import { fetchFile, HUB_ID } from "./hub";

/** Graph below onnx/ → transformers.js' name of its precision; best first. */
export const GENERATION_GRAPHS = { "model_q4.onnx": "q4", "model_quantized.onnx": "q8", "model_int8.onnx": "int8", "model_fp16.onnx": "fp16", "model.onnx": "fp32" } as const;
export type GenerationDtype = (typeof GENERATION_GRAPHS)[keyof typeof GENERATION_GRAPHS];

export interface GenerationFiles {
  readonly folder: string;
  readonly dtype: GenerationDtype;
  /** Weights lie in a file beside the graph. */
  readonly hasExternalData: boolean;
}

export interface GenerationSource {
  /** A folder, or a hub id such as onnx-community/Qwen3-0.6B-ONNX. */
  readonly model: string;
  readonly cacheDir: string;
  /** Default https://huggingface.co; a mirror, or a test's own server. */
  readonly hubUrl?: string;
}

const REQUIRED = ["config.json", "tokenizer.json", "tokenizer_config.json"];
const OPTIONAL = ["generation_config.json", "chat_template.jinja", "special_tokens_map.json"];

/** The local folder of a configured model, whether or not it is there yet. */
export function generationFolder({ model, cacheDir }: GenerationSource): { folder: string; isLocal: boolean } {
  const local = [resolve(model), resolve(projectRoot(), model)].find((path) => existsSync(path));
  if (local !== undefined) return { folder: local, isLocal: true };
  return { folder: join(/* turbopackIgnore: true */ cacheDir, "text-generation", ...model.split("/")), isLocal: false };
}

/** @throws AppError "model/not-found" when it is neither a folder nor a hub id that can be fetched */
export async function resolveGenerationFiles(source: GenerationSource): Promise<GenerationFiles> {
  const { folder } = generationFolder(source);
  if (!existsSync(folder)) {
    if (isAbsolute(source.model) || !HUB_ID.test(source.model) || source.model.startsWith("models/")) {
      throw new AppError("model/not-found", `CADRE_LLM: no model folder at ${resolve(source.model)}. Give a folder in the hub's layout, or a hub id like "org/name".`);
    }
    await download(source, folder);
  }
  const missing = REQUIRED.find((file) => !existsSync(join(folder, file)));
  const graph = graphsOf().find((name) => existsSync(join(folder, "onnx", name)));
  if (missing || !graph) throw new AppError("model/not-found", `${folder} lacks ${missing ?? `onnx/${graphsOf().join(" or ")}`}; a text-generation model needs it.`);
  return { folder, dtype: GENERATION_GRAPHS[graph], hasExternalData: existsSync(join(folder, "onnx", `${graph}_data`)) };
}

const graphsOf = () => Object.keys(GENERATION_GRAPHS) as (keyof typeof GENERATION_GRAPHS)[];

/** Into a neighbour folder first, so that an interrupted download never looks like a model. */
async function download({ model, hubUrl = "https://huggingface.co" }: GenerationSource, target: string): Promise<void> {
  const partial = `${target}.${randomUUID()}.part`;
  const base = `${hubUrl}/${model}/resolve/main`;
  try {
    for (const file of REQUIRED) await fetchFile(base, file, { into: partial, required: true });
    for (const file of OPTIONAL) await fetchFile(base, file, { into: partial, required: false });
    await fetchGraph(base, partial);
    await mkdir(dirname(target), { recursive: true });
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (isAppError(cause)) throw cause;
    throw new AppError("model/not-found", `"${model}" could not be fetched from ${base}. Check CADRE_LLM and the connection, or copy the model into a folder and name that.`, { cause });
  }
}

async function fetchGraph(base: string, into: string): Promise<void> {
  for (const name of graphsOf()) {
    if (!(await fetchFile(base, `onnx/${name}`, { into, required: false }))) continue;
    await fetchFile(base, `onnx/${name}_data`, { into, required: false });
    return;
  }
  throw new AppError("model/not-found", `${base}/onnx has no graph. Looked for ${graphsOf().join(", ")}.`);
}
