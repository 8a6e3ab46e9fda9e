/**
 * @file A version's own encoder on disk: the shipped weights with its trained layers put over them, as a folder in the hub's
 * layout (safetensors and ONNX). Made from the database whenever it is missing: a restored backup or another machine needs no file.
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../core/errors";
import type { EncoderVersion, ModelVersionId } from "../../core/types";
import type { NamedTensors } from "../../engine/named-tensors";
import { emitEncoder } from "../../engine/onnx/emit-encoder";
import { putOver } from "../../improvement/encoder/trained-layers";
import { createEncoder, type LocalEncoder } from "../../runtime/encoder";
import { readHubEncoder } from "../../runtime/hub-weights";
import { writeHubEncoder } from "../../runtime/hub-write";
import { formatSafetensors, parseSafetensors } from "../../runtime/safetensors";
import type { ModelFolder } from "../../runtime/model-folder";

/** What the folder is called; its encoder's version begins with it, so it is the same wherever it lies. */
export const encoderFolder = (parent: string, id: ModelVersionId): string => path.join(parent, `trained-${id}`);

/** The trained tensors as bytes: equal tensors give equal bytes. */
export function writeLayers(layers: NamedTensors): Uint8Array {
  return Uint8Array.from(Buffer.concat(formatSafetensors(layers, { dtype: "F32" })));
}

export interface TrainedEncoder {
  readonly id: ModelVersionId;
  /** As `writeLayers` gave them. */
  readonly layers: Uint8Array;
}

/** Writes the folder, whole or not at all; one that is there is replaced. @throws AppError "registry/unusable", "model/…" */
export async function writeTrainedEncoder(folder: string, shipped: Pick<ModelFolder, "path" | "windowTokens" | "version">, { id, layers }: TrainedEncoder): Promise<void> {
  const hub = await readHubEncoder(shipped.path);
  const parameters = putOver(hub.parameters, parseSafetensors(layers, `version ${id}`).tensors);
  const card = `# Encoder of version ${id}\n\n${shipped.version} with its last layers trained on this company's labels by Cadre. Made from the version in the database; the version's card is on the Models page. Not for use elsewhere: it holds what people here asked.\n`;
  await writeHubEncoder(folder, { config: hub.config, parameters, pooling: hub.pooling }, { precision: hub.precision, tokenizer: shipped.path, card, emit: emitEncoder, windowTokens: shipped.windowTokens, replace: true });
}

/**
 * @param expected the encoder version that its vectors were made with
 * @throws AppError "registry/unusable" when the shipped weights are others than those it was trained from
 */
export async function openTrainedEncoder(parent: string, shipped: LocalEncoder, { expected, ...trained }: TrainedEncoder & { readonly expected: EncoderVersion }): Promise<LocalEncoder> {
  const folder = encoderFolder(parent, trained.id);
  if (existsSync(folder)) {
    const kept = await createEncoder({ model: folder, device: shipped.device });
    if (kept.version === expected) return kept;
    await kept.close();
  }
  await rm(folder, { recursive: true, force: true });
  await writeTrainedEncoder(folder, shipped.model, trained);
  const made = await createEncoder({ model: folder, device: shipped.device });
  if (made.version === expected) return made;
  await made.close();
  throw new AppError("registry/unusable", `the encoder of version ${trained.id} is ${made.version}, its vectors were made with ${expected}`);
}
