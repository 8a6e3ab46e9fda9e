/**
 * @file Writes the ONNX graph of an encoder from its model.safetensors where it is first needed, so that a repository
 * or a hub folder need hold the weights only once. The graph carries the fingerprint of the weights it was made from:
 * after the weights change it is made again. A graph without that mark came with the model and is used as it is.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "../core/errors";
import { bytesField, encodeMessage, textField } from "../engine/onnx/protobuf";
import type { NamedTensors } from "../engine/named-tensors";
import type { BertConfig } from "../engine/nn/bert-config";
import { readHubEncoder, WEIGHTS_FILE, type WeightPrecision } from "./hub-weights";
import { writeWhole } from "./write-whole";

/** The engine's emitter, or a test's. Inputs `input_ids`, `attention_mask`, `token_type_ids`; output `last_hidden_state`. */
export type EmitOnnx = (config: BertConfig, parameters: NamedTensors, options: { precision: WeightPrecision }) => Uint8Array;

/** Where the graph lies in a folder that we write. */
export const OWN_GRAPH = "onnx/model.onnx";

export interface OnnxFromWeightsOptions {
  readonly emit: EmitOnnx;
  /** Graphs that the folder has, best first. */
  readonly found: readonly string[];
  /** Where graphs are kept whose folder cannot be written. */
  readonly cacheDir?: string;
}

export interface OnnxFile {
  readonly file: string;
  /** Fingerprint of the weights that the graph was made from; undefined for one that came with the model. */
  readonly madeFrom?: string;
}

/**
 * @param folder holds config.json and model.safetensors
 * @returns a graph of exactly these weights: one that is there, or one written now, whole or not at all
 * @throws AppError "model/unsupported" and "model/not-found" as `readHubEncoder`; "model/not-found" where nothing can
 * be written
 */
export async function onnxFromWeights(folder: string, options: OnnxFromWeightsOptions): Promise<OnnxFile> {
  const { found, cacheDir } = options;
  const foreign = await firstAsync(found, async (file) => (await readMark(file)) === undefined);
  if (foreign !== undefined) return { file: foreign };
  const madeFrom = await weightsFingerprint(folder);
  const cached = cacheDir === undefined ? [] : [join(/* turbopackIgnore: true */ cacheDir, "made", `${basename(folder)}-${madeFrom.slice(0, 12)}`, OWN_GRAPH)];
  const present = [...found, ...cached.filter((file) => existsSync(file))];
  const current = await firstAsync(present, async (file) => (await readMark(file)) === madeFrom);
  if (current !== undefined) return { file: current, madeFrom };
  const graph = await makeGraph(folder, options.emit, madeFrom);
  return { file: await writeFirst([join(folder, OWN_GRAPH), ...cached], graph), madeFrom };
}

export function hasWeights(folder: string): boolean {
  return existsSync(join(folder, WEIGHTS_FILE));
}

/** The graph's bytes, its mark at the end. */
async function makeGraph(folder: string, emit: EmitOnnx, madeFrom: string): Promise<Uint8Array[]> {
  const { config, parameters, precision } = await readHubEncoder(folder);
  return [emit(config, parameters, { precision }), markBytes(madeFrom)];
}

/** Writes `OWN_GRAPH` into a folder whose weights have just been written. */
export async function addOnnx(folder: string, emit: EmitOnnx): Promise<void> {
  await writeWhole(join(folder, OWN_GRAPH), await makeGraph(folder, emit, await weightsFingerprint(folder)));
}

/** Raise it when the emitted graph changes for the better: graphs that were made before are then made again. */
const GRAPH_REVISION = 3;

/** SHA-256 of sizes and weights. */
export async function weightsFingerprint(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["config.json", WEIGHTS_FILE]) {
    for await (const bytes of createReadStream(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ folder, file), { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  }
  return hash.digest("hex");
}

const METADATA_PROPS = 14;
const MARK_KEY = `cadre.weights.${GRAPH_REVISION}`;

/** A metadata entry of ONNX' ModelProto. Messages are lists of fields, so it may simply follow the model's bytes. */
function markBytes(madeFrom: string): Uint8Array {
  return encodeMessage([bytesField(METADATA_PROPS, encodeMessage([textField(1, MARK_KEY), textField(2, madeFrom)]))]);
}

/** @returns the fingerprint at the end of a graph of ours; "" for one of an earlier revision; undefined without mark */
export async function readMark(file: string): Promise<string | undefined> {
  const length = markBytes("0".repeat(64)).length;
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(length, size));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const [, key, value] = /(cadre\.weights\.\d+)\x12\x40([0-9a-f]{64})$/.exec(tail.toString("latin1")) ?? [];
    if (key === undefined) return undefined;
    return key === MARK_KEY ? value : "";
  } finally {
    await handle.close();
  }
}

/** Errors that mean "not here": a read-only installation. */
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

async function writeFirst(files: readonly string[], parts: readonly Uint8Array[]): Promise<string> {
  let refused: unknown;
  for (const file of files) {
    try {
      await writeWhole(file, parts);
      return file;
    } catch (cause) {
      if (!NOT_WRITABLE.has((cause as NodeJS.ErrnoException).code ?? "")) throw unwritten(file, cause);
      refused = cause;
    }
  }
  throw unwritten(files.join(" or "), refused);
}

function unwritten(file: string, cause: unknown): AppError {
  const why = String((cause as NodeJS.ErrnoException).code ?? cause);
  return new AppError("model/not-found", `The encoder's graph cannot be written to ${file} (${why}). Make the folder writable for one start, free disk space, or choose a writable data folder (CADRE_DATA_DIR).`, { cause });
}

async function firstAsync<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T | undefined> {
  for (const item of items) if (await holds(item)) return item;
  return undefined;
}
