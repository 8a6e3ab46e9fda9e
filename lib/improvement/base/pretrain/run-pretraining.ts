/**
 * @file runPretraining: the stage before the contrastive one. Hidden words and, where the recipe says so, next sentences;
 * progress, held-out perplexity, checkpoints and exact resume as the other stage has them. Its files lie in <out>/pretrain.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../../../core/hash";
import type { Executor, HostTensor } from "../../../engine/executor";
import { perplexity } from "../../../engine/losses/masked-lm";
import type { NamedTensors } from "../../../engine/named-tensors";
import { bertTensorDims } from "../../../engine/nn/bert-config";
import type { ModelTrainer } from "../../../engine/train/model-trainer";
import type { DevFigures } from "../evaluate/dev-sets";
import { readCheckpoint, writeCheckpoint, writeCurves } from "../loop/run-files";
import { FIRST_STATE, runTraining, type LoopEnd, type LoopState } from "../loop/run-training";
import type { Recipe } from "../recipe";
import type { Pair } from "../types";
import type { Foundation } from "./foundation";
import { createMaskedBatches, type MaskedBatch } from "./masked-batches";
import { createMaskedTrainer, maskedFeeds } from "./masked-model";
import { HELD_OUT_BATCHES, readingRows } from "./reading";
import type { PretrainRule } from "./rules";

export interface PretrainInput {
  readonly recipe: Recipe;
  readonly rule: PretrainRule;
  readonly foundation: Foundation;
  readonly pairs: readonly Pair[];
  readonly executor: Executor;
  /** Folder of the run. */
  readonly out: string;
  readonly resume: boolean;
  /** Of the whole run; null: only steps end it. */
  readonly maxMinutes: number | null;
  readonly baseVersion: string;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface Pretrained {
  readonly end: LoopEnd;
  readonly state: LoopState;
  /** The encoder's tensors alone, of the layers that were trained. */
  readonly parameters: NamedTensors;
  /** Tokens of the corpus that it read from, and rows of a batch that are asked for the next sentence. */
  readonly tokens: number;
  readonly neighbourRows: number;
}

export const PRETRAIN_FOLDER = "pretrain";
/** Figures of the held-out part; the dev score is 1 / perplexity, the (geometric) mean probability of the hidden word. */
const PERPLEXITY = "perplexity";
const NEXT_SENTENCE = "next sentence";

/** @throws AppError "config/invalid" for a checkpoint of another run; "eval/bad-input" for too little text; "train/diverged" */
export async function runPretraining(input: PretrainInput): Promise<Pretrained> {
  const { recipe, rule, foundation, pairs, note } = input;
  const out = path.join(input.out, PRETRAIN_FOLDER);
  const fingerprint = fingerprintOf(input);
  const words = foundation.words();
  const rows = readingRows(pairs, { rule, seed: recipe.seed, words });
  const { neighbourRows } = rows;
  note(`pre-training: ${(rows.tokens / 1e6).toFixed(2)} million tokens, ${rows.train.packed.length} rows and ${rows.train.neighbours.length} neighbours; of ${rule.rows} rows a step ${neighbourRows} are neighbours`);
  const shared = { rule, neighbourRows, words };
  const batch = createMaskedBatches({ ...shared, rows: rows.train, seed: recipe.seed });
  const asked = createMaskedBatches({ ...shared, rows: rows.heldOut, seed: recipe.seed + 1 });
  const heldOut = Array.from({ length: HELD_OUT_BATCHES }, (_, at) => asked(at));
  const config = foundation.trained;
  const trainer = createMaskedTrainer({ executor: input.executor, config, parameters: foundation.parameters, optimizer: recipe.optimizer, nextSentence: rule.nextSentence, seed: recipe.seed });
  try {
    await mkdir(out, { recursive: true });
    const checkpoint = input.resume ? await readCheckpoint(out, fingerprint) : null;
    if (checkpoint) trainer.restore(checkpoint.trainer);
    const { state, end } = await runTraining<MaskedBatch>({
      recipe: rule,
      trainer: { step: (drawn, rate) => trainer.step(maskedFeeds(drawn), rate) },
      batches: { batch, cursors: () => ({}), restore: () => undefined },
      from: checkpoint?.loop ?? FIRST_STATE,
      maxSeconds: input.maxMinutes === null ? null : input.maxMinutes * 60 * rule.timeShare,
      evaluate: () => heldOutFigures(trainer, heldOut),
      save: async (loop) => {
        await writeCheckpoint(out, { trainer: trainer.state(), loop, fingerprint });
        await writeCurves(out, { curve: loop.curve, dev: loop.dev.map(sharesOnly) }, heldOutLoss(loop));
      },
      note: (line) => note(`pre-training · ${line}`),
      signal: input.signal,
    });
    const all = trainer.parameters();
    const parameters = new Map([...bertTensorDims(config).keys()].flatMap((name) => { const tensor = all.get(name); return tensor ? [[name, tensor] as const] : []; }));
    return { end, state, parameters, tokens: rows.tokens, neighbourRows };
  } finally {
    await trainer.close();
  }
}

/** Perplexity at a point of the curve. */
export function perplexityOf(point: DevFigures | undefined): number | null {
  return point?.parts[PERPLEXITY] ?? null;
}

async function heldOutFigures(trainer: ModelTrainer, batches: readonly MaskedBatch[]): Promise<DevFigures> {
  let [nats, hidden, right, asked] = [0, 0, 0, 0];
  for (const batch of batches) {
    const { words, scores } = await trainer.predict(maskedFeeds(batch));
    const count = batch.hidden.counts.reduce((sum, one) => sum + one, 0);
    nats += numberAt(words, 0) * count;
    hidden += count;
    batch.pairs?.follows.forEach((follows, row) => {
      right += Number(numberAt(scores, 2 * row + follows) > numberAt(scores, 2 * row + 1 - follows));
      asked++;
    });
  }
  const mean = nats / hidden;
  return { score: Math.exp(-mean), parts: { [PERPLEXITY]: perplexity(mean), ...(asked > 0 ? { [NEXT_SENTENCE]: right / asked } : {}) } };
}

function numberAt(tensor: HostTensor | undefined, at: number): number {
  return Number(tensor?.data[at] ?? Number.NaN);
}

/** A picture has one scale for shares; perplexity stands in it as the loss that it is the exponential of. */
function sharesOnly<T extends DevFigures>(point: T): T {
  return { ...point, parts: Object.fromEntries(Object.entries(point.parts).filter(([name]) => name !== PERPLEXITY)) };
}

function heldOutLoss({ dev }: LoopState): { points: { step: number; loss: number }[]; legend: string } {
  const points = dev.map(({ step, score }) => ({ step, loss: -Math.log(score) }));
  return { points, legend: `perplexity ${perplexityOf(dev.at(-1))?.toFixed(1) ?? "?"}` };
}

function fingerprintOf({ recipe, rule, foundation, baseVersion, pairs }: PretrainInput): string {
  const { seed, start, layers, optimizer } = recipe;
  return sha256(JSON.stringify([rule, { seed, start, layers, optimizer }, baseVersion, foundation.tokenizer?.digest ?? null, pairs.map((pair) => [pair.language, pair.group, pair.query, pair.passage])]));
}
