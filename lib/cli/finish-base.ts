/**
 * @file The end of `cadre train base`: the chosen weights as a model folder, held-out figures before and after, the card.
 */
import { copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import type { TrainBaseOutput } from "../contracts/cli";
import { AppError } from "../core/errors";
import type { NamedTensors } from "../engine/named-tensors";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { baseCard, type CardMetric } from "../improvement/base/card/card";
import { evaluateBase } from "../improvement/base/evaluate/held-out";
import { PRETRAIN_FOLDER, perplexityOf } from "../improvement/base/pretrain/run-pretraining";
import type { TrainedBase } from "../improvement/base/train-base";
import { createEncoder } from "../runtime/encoder";
import { writeHubEncoder } from "../runtime/hub-write";
import type { HubEncoder } from "../runtime/hub-weights";
import type { TrainBaseOptions } from "./train-base";

export interface FinishInput {
  readonly options: TrainBaseOptions;
  readonly hub: HubEncoder;
  readonly trained: TrainedBase;
}

/** Writes <out>/model. An interrupted run gets its folder too, but no held-out figures. */
export async function finishBase({ options, hub, trained }: FinishInput): Promise<TrainBaseOutput> {
  const { state, end } = trained;
  const folder = path.join(options.out, "model");
  const notes = await readNotes(options.out);
  const write = (metrics: readonly CardMetric[]): Promise<void> => writeModel({ options, hub, trained, folder, notes, metrics });
  await write([]);
  const metrics = options.evaluate && end === "finished" ? await compare(options, folder) : [];
  if (metrics.length > 0) await write(metrics);
  return {
    run: options.recipe.name,
    end,
    steps: state.step,
    minutes: (state.seconds + (trained.pretrained?.state.seconds ?? 0)) / 60,
    pairs: trained.pairs,
    pretrained: pretrainedFigures(trained.pretrained),
    dev: { before: state.dev[0]?.score ?? 0, after: Math.max(0, ...state.dev.map((point) => point.score)) },
    metrics: metrics.map(({ name, before, after, difference }) => ({ name, before: before.mean, after: after.mean, difference })),
    files: [folder, ...curvesOf(trained).flatMap(({ from }) => [path.join(options.out, from, "curve.json"), path.join(options.out, from, "curve.svg")])],
  };
}

async function writeModel({ options, hub, trained, folder, notes, metrics }: FinishInput & { folder: string; notes: string; metrics: readonly CardMetric[] }): Promise<void> {
  const { config, tokenizer } = trained.foundation;
  const sizes = { layers: config.layers, hidden: config.hiddenSize, heads: config.heads, feedForward: config.intermediateSize, vocabulary: config.vocabSize, positions: config.maxPositions, parameters: countParameters(trained.parameters) };
  const card = baseCard({ recipe: options.recipe, baseVersion: trained.baseVersion, sizes, receipt: trained.corpus.receipt, pairs: trained.pairs, mined: trained.mined, state: trained.state, bestStep: trained.bestStep, metrics, notes, pretrained: trained.pretrained, ownTokenizer: tokenizer !== null });
  await writeHubEncoder(folder, { config, parameters: trained.parameters, pooling: hub.pooling }, { precision: "fp16", tokenizer: tokenizer ?? options.base, card, emit: emitEncoder, replace: true });
  for (const { from, as } of curvesOf(trained)) await copyFile(path.join(options.out, from, "curve.svg"), path.join(folder, as));
}

/** Of the stages that have begun; names as the card has them. */
function curvesOf({ pretrained, state }: TrainedBase): { from: string; as: string }[] {
  return [...(state.dev.length > 0 ? [{ from: ".", as: "curve.svg" }] : []), ...(pretrained ? [{ from: PRETRAIN_FOLDER, as: "pretrain-curve.svg" }] : [])];
}

function pretrainedFigures(pretrained: TrainedBase["pretrained"]): TrainBaseOutput["pretrained"] {
  if (!pretrained) return null;
  const { state } = pretrained;
  return { steps: state.step, minutes: state.seconds / 60, perplexity: { before: perplexityOf(state.dev[0]), after: perplexityOf(state.dev.at(-1)) } };
}

/** <out>/notes.md, if somebody wrote one: experiments that the card should tell of. */
async function readNotes(out: string): Promise<string> {
  return readFile(path.join(out, "notes.md"), "utf8").catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
    throw new AppError("eval/bad-input", `Cannot read ${path.join(out, "notes.md")}.`, { cause });
  });
}

async function compare({ base, data, note }: TrainBaseOptions, folder: string): Promise<CardMetric[]> {
  const [before, after] = [await createEncoder({ model: base, device: "cpu" }), await createEncoder({ model: folder, device: "cpu" })];
  try {
    return await evaluateBase({ before, after, data, note });
  } finally {
    await before.close();
    await after.close();
  }
}

function countParameters(parameters: NamedTensors): number {
  return [...parameters.values()].reduce((total, tensor) => total + tensor.data.length, 0);
}
