/**
 * @file Hub: finds the folder of a configured model. A folder is used as it is; a hub id is fetched once into the
 * cache folder. The only code in this band that can reach the network, and only for a hub id that someone configured.
 */
import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { projectRoot } from "../config/paths";
import { AppError } from "../core/errors";
import { WEIGHTS_FILE } from "./hub-weights";
import { ONNX_FILES, type Precision } from "./model-folder";

/** Where model files come from: the hub sends large ones on to hosts of its own. */
export const HUB_HOSTS = ["huggingface.co", "*.huggingface.co", "*.hf.co"] as const;

export interface ModelSource {
  readonly model: string;
  readonly cacheDir?: string;
  readonly precision?: Precision;
  /** Default https://huggingface.co; a mirror, or a test's own server. */
  readonly hubUrl?: string;
}

export const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/;
const REQUIRED = ["config.json", "tokenizer.json", "tokenizer_config.json"];
const OPTIONAL = ["modules.json", "1_Pooling/config.json", "sentence_bert_config.json"];

/**
 * @returns the local folder and the name that starts the encoder's version
 * @throws AppError "model/not-found" when it is neither a folder nor a hub id that can be fetched
 */
export async function resolveModel(source: ModelSource): Promise<{ folder: string; name: string | undefined }> {
  const folder = [resolve(source.model), resolve(projectRoot(), source.model)].find((path) => existsSync(path));
  if (folder !== undefined) return { folder, name: undefined };
  if (isAbsolute(source.model) || !HUB_ID.test(source.model) || source.model.startsWith("models/")) {
    throw new AppError("model/not-found", `No model folder at ${resolve(source.model)}. Give a folder in the hub's layout or a hub id like "org/name".`);
  }
  if (source.cacheDir === undefined) {
    throw new AppError("model/not-found", `"${source.model}" is a hub id, and no cache folder was given to keep the model in.`);
  }
  const cached = join(/* turbopackIgnore: true */ source.cacheDir, ...source.model.split("/"), source.precision ?? "fp32");
  if (!existsSync(cached)) await download(source, cached);
  return { folder: cached, name: source.model.split("/").at(-1) };
}

/** Into a neighbour folder first, so that an interrupted download never looks like a model. */
async function download(source: ModelSource, target: string): Promise<void> {
  const partial = `${target}.${randomUUID()}.part`;
  const base = `${source.hubUrl ?? "https://huggingface.co"}/${source.model}/resolve/main`;
  try {
    for (const file of REQUIRED) await fetchFile(base, file, { into: partial, required: true });
    for (const file of OPTIONAL) await fetchFile(base, file, { into: partial, required: false });
    await fetchGraph(base, partial, source.precision ?? "fp32");
    await mkdir(dirname(target), { recursive: true });
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      "model/not-found",
      `"${source.model}" could not be fetched from ${base}. Check the id and the connection, or copy the model into a folder and name that.`,
      { cause },
    );
  }
}

async function fetchGraph(base: string, into: string, precision: Precision): Promise<void> {
  for (const file of ONNX_FILES[precision]) {
    if (!(await fetchFile(base, file, { into, required: false }))) continue;
    await fetchFile(base, `${file}_data`, { into, required: false });
    return;
  }
  // The graph is written from the weights at first use (onnx-from-weights.ts).
  if (precision === "fp32" && (await fetchFile(base, WEIGHTS_FILE, { into, required: false }))) return;
  const or = precision === "fp32" ? ` or ${WEIGHTS_FILE}` : "";
  throw new AppError("model/not-found", `${base} has no ${precision} ONNX graph. Looked for ${ONNX_FILES[precision].join(", ")}${or}.`);
}

/** @returns false when an optional file is not there (404) */
export async function fetchFile(base: string, file: string, how: { into: string; required: boolean }): Promise<boolean> {
  const response = await fetch(`${base}/${file}`);
  if (response.status === 404 && !how.required) {
    await response.body?.cancel();
    return false;
  }
  if (!response.ok || !response.body) {
    throw new AppError("model/not-found", `${base}/${file} answered ${response.status}.`, { context: { status: response.status } });
  }
  const target = join(how.into, file);
  await mkdir(dirname(target), { recursive: true });
  await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), createWriteStream(target));
  return true;
}
