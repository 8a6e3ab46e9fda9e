/**
 * @file Fine-tune: the last layers of the encoder learn from label pairs, with replay, until the questions kept for choosing
 * (dev) get no better. What was learned is then tried whole and in part (weights between the old and the new): the share that
 * serves dev best and costs general questions nothing is kept. Pure but for the trainer.
 * @source Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", CVPR (weights in between)
 */
import { AppError } from "../../core/errors";
import type { NamedTensors } from "../../engine/named-tensors";
import { createEarlyStopping } from "../../engine/train/early-stopping";
import type { EncoderTrainer } from "../../engine/train/encoder-trainer";
import { averageWeights } from "../base/average-weights";
import { batchOf, type BatchSources } from "./step-batches";

/** Chosen by what such training usually takes; not tuned on any set yet (README, limits). */
export const RECIPE = { peakRate: 1.5e-4, finalRate: 1e-5, warmUpSteps: 10, evaluateSteps: 18, patience: 3, steps: 180, scale: 20, shares: [1, 0.6, 0.3] } as const;

export interface FineTuneOptions {
  readonly trainer: EncoderTrainer;
  readonly sources: BatchSources;
  /** 0–1, of the trainer's weights as they are now: mean reciprocal rank of the questions kept for choosing. */
  readonly dev: () => Promise<number>;
  /** Whether general questions bear the trainer's weights as they are now. */
  readonly isBearable: () => Promise<boolean>;
  readonly budgetMs: number;
  readonly now: () => number;
  readonly onProgress: (point: { readonly step: number; readonly loss: number; readonly dev: number }) => void;
  readonly signal?: AbortSignal;
}

export interface FineTuned {
  readonly parameters: NamedTensors;
  readonly steps: number;
  /** Of the learned change, 0–1. */
  readonly share: number;
  readonly dev: { readonly before: number; readonly after: number };
  /** False: even the smallest share cost general questions something; the gate will say so. */
  readonly isBearable: boolean;
}

/** @throws AppError "train/too-few-labels" without a pair, "train/diverged"; whatever `signal` was aborted with */
export async function fineTune(options: FineTuneOptions): Promise<FineTuned> {
  const { trainer, sources } = options;
  if (sources.pairs.length === 0) throw new AppError("train/too-few-labels", "no labelled question of the training part has a right passage");
  const start = trainer.parameters();
  const before = await options.dev();
  const { best, steps } = await train(options, before);
  const tried: { share: number; parameters: NamedTensors; dev: number }[] = [];
  for (const share of RECIPE.shares) {
    options.signal?.throwIfAborted();
    const parameters = share === 1 ? best : averageWeights([{ name: "shipped", parameters: start, share: 1 - share }, { name: "learned", parameters: best, share }]);
    put(trainer, parameters);
    tried.push({ share, parameters, dev: await options.dev() });
  }
  tried.sort((a, b) => b.dev - a.dev || a.share - b.share);
  for (const one of tried) {
    options.signal?.throwIfAborted();
    put(trainer, one.parameters);
    if (await options.isBearable()) return { ...one, steps, dev: { before, after: one.dev }, isBearable: true };
  }
  const least = tried.reduce((a, b) => (b.share < a.share ? b : a));
  put(trainer, least.parameters);
  return { ...least, steps, dev: { before, after: least.dev }, isBearable: false };
}

async function train(options: FineTuneOptions, before: number): Promise<{ best: NamedTensors; steps: number }> {
  const { trainer, sources, now } = options;
  const deadline = now() + options.budgetMs;
  const stopping = createEarlyStopping({ greaterIsBetter: true, patience: RECIPE.patience });
  stopping.observe(before);
  let best: { parameters: NamedTensors; dev: number; steps: number } | null = null;
  let losses: number[] = [];
  for (let step = 0; step < RECIPE.steps; step++) {
    options.signal?.throwIfAborted();
    const { loss } = await trainer.step(batchOf(step, sources), rateAt(step));
    losses.push(loss);
    const isOver = now() > deadline || step === RECIPE.steps - 1;
    if ((step + 1) % RECIPE.evaluateSteps !== 0 && !isOver) continue;
    const dev = await options.dev();
    options.onProgress({ step: step + 1, loss: losses.reduce((sum, one) => sum + one, 0) / losses.length, dev });
    losses = [];
    if (best === null || dev > best.dev) best = { parameters: trainer.parameters(), dev, steps: step + 1 };
    if (stopping.observe(dev).shouldStop || isOver) break;
  }
  return best ? { best: best.parameters, steps: best.steps } : { best: trainer.parameters(), steps: 0 };
}

/** Linear up, then a cosine down over the steps there may be. */
function rateAt(step: number): number {
  const { peakRate, finalRate, warmUpSteps, steps } = RECIPE;
  if (step < warmUpSteps) return (peakRate * (step + 1)) / warmUpSteps;
  const gone = (step - warmUpSteps) / (steps - warmUpSteps);
  return finalRate + 0.5 * (peakRate - finalRate) * (1 + Math.cos(Math.PI * gone));
}

function put(trainer: EncoderTrainer, parameters: NamedTensors): void {
  trainer.restore({ ...trainer.state(), parameters });
}
