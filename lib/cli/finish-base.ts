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
    minutes: state.seconds / 60,
    pairs: trained.pairs,
    dev: { before: state.dev[0]?.score ?? 0, after: Math.max(...state.dev.map((point) => point.score)) },
    metrics: metrics.map(({ name, before, after, difference }) => ({ name, before: before.mean, after: after.mean, difference })),
    files: [folder, path.join(options.out, "curve.json"), path.join(options.out, "curve.svg")],
  };
}

async function writeModel({ options, hub, trained, folder, notes, metrics }: FinishInput & { folder: string; notes: string; metrics: readonly CardMetric[] }): Promise<void> {
  const { config } = hub;
  const sizes = { layers: config.layers, hidden: config.hiddenSize, heads: config.heads, feedForward: config.intermediateSize, vocabulary: config.vocabSize, positions: config.maxPositions, parameters: countParameters(trained.parameters) };
  const card = baseCard({ recipe: options.recipe, baseVersion: trained.baseVersion, sizes, receipt: trained.corpus.receipt, pairs: trained.pairs, mined: trained.mined, state: trained.state, bestStep: trained.bestStep, metrics, notes });
  await writeHubEncoder(folder, { config, parameters: trained.parameters, pooling: hub.pooling }, { precision: "fp16", tokenizer: options.base, card, emit: emitEncoder, replace: true });
  await copyFile(path.join(options.out, "curve.svg"), path.join(folder, "curve.svg"));
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
