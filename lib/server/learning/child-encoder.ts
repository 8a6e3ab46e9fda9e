/**
 * @file The encoder's part of a training: its last layers learn from the labels, the folder is written, the documents are embedded
 * anew. Runs in the training process.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { CHUNK } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import type { EncoderVersion, ModelVersionId } from "../../core/types";
import { createEncoderTrainer } from "../../engine/train/encoder-trainer";
import { readTranslations } from "../../improvement/base/corpus/translations";
import type { LayerBytes } from "../../improvement/answering/answer-guards";
import { RECIPE } from "../../improvement/encoder/fine-tune";
import { trainEncoder } from "../../improvement/encoder/train-encoder";
import { frozenLayersOf, layersFrom } from "../../improvement/encoder/trained-layers";
import { readGeneralTexts, type GeneralQuestion } from "../../improvement/gate/general-set";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import { createEncoder, type LocalEncoder } from "../../runtime/encoder";
import { createExecutor } from "../../runtime/executor";
import { readHubEncoder } from "../../runtime/hub-weights";
import { loadTokenizer } from "../../runtime/tokenizer";
import { openSide, type Questions, type Side } from "./child-side";
import { generalSources } from "./general";
import type { TrainingInput } from "./protocol";
import { encoderFolder, writeLayers, writeTrainedEncoder } from "./trained-encoder";

/** What frozen layers make of texts is kept up to this: some 4,000 passages of 100 tokens at width 256. */
const ACTIVATION_BYTES = 400 * 2 ** 20;
const OPTIMIZER = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 };

export interface EncoderStage {
  readonly input: TrainingInput;
  readonly shipped: LocalEncoder;
  /** As the shipped encoder finds them. */
  readonly questions: Questions;
  readonly general: readonly GeneralQuestion[];
  /** Where the folder is written while it is needed. */
  readonly folder: string;
  readonly onPoint: (point: { readonly step: number; readonly loss: number; readonly dev: number }) => void;
  readonly onEmbedded: (done: number, total: number) => void;
}

export interface TrainedSide {
  readonly side: Side;
  readonly layers: Uint8Array;
  readonly version: EncoderVersion;
  /** For the model card. */
  readonly facts: Readonly<Record<string, number | boolean>>;
}

/** For the gate's guard on size: what was trained just now comes in place of the champion's; a ranking alone serves with those. */
export function layerBytesOf({ space }: Pick<TrainingInput, "space">, trained: Pick<TrainedSide, "layers"> | null): LayerBytes {
  const champion = space?.layerBytes ?? 0;
  return { champion, challenger: trained ? trained.layers.byteLength : champion };
}

/** @throws AppError "train/…", "model/…" */
export async function trainSide(stage: EncoderStage): Promise<TrainedSide> {
  const { input, shipped } = stage;
  const hub = await readHubEncoder(shipped.model.path);
  const frozenLayers = frozenLayersOf(hub.config);
  const tuned = await tune(stage, hub, frozenLayers);
  const layers = writeLayers(layersFrom(tuned.parameters, frozenLayers));
  const folder = encoderFolder(stage.folder, input.version as ModelVersionId);
  try {
    await writeTrainedEncoder(folder, shipped.model, { id: input.version as ModelVersionId, layers });
    const encoder = await createEncoder({ model: folder, device: shipped.device });
    const vectors = await encoder.embed(input.passages.map(embeddingText), { onProgress: (done) => stage.onEmbedded(done, input.passages.length) });
    return { side: openSide(input, encoder, vectors, false), layers, version: encoder.version, facts: { encoderLayers: hub.config.layers - frozenLayers, encoderPairs: tuned.pairs, encoderSteps: tuned.steps, encoderShare: tuned.share, encoderDevBefore: tuned.dev.before, encoderDevAfter: tuned.dev.after, encoderBearable: tuned.isBearable } };
  } finally {
    // Loaded whole; the server writes its own from the layers.
    await rm(folder, { recursive: true, force: true });
  }
}

async function tune({ input, shipped, questions, general, onPoint }: EncoderStage, hub: Awaited<ReturnType<typeof readHubEncoder>>, frozenLayers: number): ReturnType<typeof trainEncoder> {
  const trainer = createEncoderTrainer({ executor: await createExecutor(), config: hub.config, parameters: hub.parameters, scale: RECIPE.scale, optimizer: OPTIMIZER, seed: input.seed, frozenLayers, activationBytes: ACTIVATION_BYTES, maxSessions: 8 });
  try {
    const texts = new Map([...input.passages.map((passage) => [passage.id as string, embeddingText(passage)] as const), ...(await readGeneralTexts(generalSources(), { encoder: shipped, maxTokens: CHUNK.maxTokens }))]);
    const translations = await readTranslations(path.join(projectRoot(), "lib", "improvement", "base", "translations"));
    return await trainEncoder({
      trainer,
      tokens: await loadTokenizer(shipped.model),
      dimension: shipped.dimension,
      examples: questions.examples,
      general,
      textOf: (id) => texts.get(id),
      passages: input.passages.map((passage, at) => ({ text: embeddingText(passage), vector: input.vectors[at] ?? new Float32Array(shipped.dimension) })),
      translations: translations.filter(({ source }) => source === "own-sentence"),
      seed: input.seed,
      budgetMs: input.budgetMs,
      now: () => Date.now(),
      onProgress: onPoint,
    });
  } finally {
    await trainer.close();
  }
}
