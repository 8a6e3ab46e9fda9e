/**
 * @file trainBase: corpus → tokenizer → dev sets → mined negatives → pre-training → batches → training loop → the chosen
 * weights. Joins the parts; trainer, encoder and word index come in. Writes only the run's folder; model folder and card are the caller's.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import type { Executor } from "../../engine/executor";
import type { NamedTensors } from "../../engine/named-tensors";
import type { BertConfig } from "../../engine/nn/bert-config";
import type { EncoderTrainer } from "../../engine/train/encoder-trainer";
import { createBatchMaker, type PairBatch } from "./batches/make-batches";
import { readCorpus, type Corpus } from "./corpus/read-corpus";
import { evaluateDev, holdOutTranslations, type DevSets } from "./evaluate/dev-sets";
import { mineNegatives, type WordSearch } from "./mining/mine-negatives";
import { readNegatives, writeNegatives } from "./mining/negatives-file";
import { hasCheckpoint, readBest, readCheckpoint, writeBest, writeCheckpoint, writeCurves } from "./loop/run-files";
import { FIRST_STATE, runTraining, type LoopEnd, type LoopState } from "./loop/run-training";
import { trainerEncoder } from "./loop/trainer-encoder";
import { layFoundation, type Foundation, type StartFolder } from "./pretrain/foundation";
import { PRETRAIN_FOLDER, runPretraining, type Pretrained } from "./pretrain/run-pretraining";
import type { Recipe } from "./recipe";
import type { Pair } from "./types";

export interface TrainBaseInput {
  readonly recipe: Recipe;
  /** The shared data folder. */
  readonly data: string;
  /** Folder of our questions. */
  readonly questions: string;
  /** Folder of our translations. */
  readonly translations: string;
  /** Folder of our sentences. */
  readonly meanings: string;
  /** Documents that settings are tuned on: their passages are left out. */
  readonly heldOutHeadings: ReadonlySet<string>;
  readonly heldOutPassages: ReadonlySet<string>;
  /** Folder of the run; must exist or be creatable. */
  readonly out: string;
  readonly resume: boolean;
  readonly maxMinutes: number | null;
  /** Names the start weights in the fingerprint. */
  readonly baseVersion: string;
  /** Weights, tokens and sizes to start from. */
  readonly start: StartFolder;
  /** For pre-training. */
  readonly executor: Executor;
  /** For mining: the encoder that training starts from. */
  readonly encoder: Encoder;
  readonly indexWords: (passages: readonly string[]) => WordSearch;
  readonly devSets: (pairs: readonly Pair[]) => Promise<Omit<DevSets, "bitext">>;
  /** @param config of the layers that are trained */
  readonly createTrainer: (config: BertConfig, parameters: NamedTensors) => EncoderTrainer;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface TrainedBase {
  readonly end: LoopEnd;
  readonly state: LoopState;
  /** As the recipe's `keep` says, and the step they are of. */
  readonly parameters: NamedTensors;
  readonly bestStep: number;
  readonly corpus: Pick<Corpus, "receipt" | "missingPassages">;
  readonly baseVersion: string;
  readonly pairs: number;
  readonly mined: { readonly asked: number; readonly without: number };
  /** Its sizes and start weights, and the tokenizer if the run made one. */
  readonly foundation: Foundation;
  readonly pretrained: Pretrained | null;
}

/** Translations kept out of training to watch the bridge between the languages. */
const HELD_OUT_TRANSLATIONS = 400;

/** @throws AppError "eval/bad-input", "config/invalid"; "train/…" of the engine */
export async function trainBase(input: TrainBaseInput): Promise<TrainedBase> {
  const { recipe, out, note } = input;
  await mkdir(out, { recursive: true });
  if (input.resume && !(await hasRun(out))) throw new AppError("config/invalid", `There is no checkpoint in ${out} to resume. Leave out --resume.`);
  const corpus = await readCorpus(input);
  note(`${corpus.pairs.length} pairs of ${corpus.receipt.length} sources; ${sum(corpus.receipt.map((row) => row.refused))} refused, ${corpus.missingPassages} of our questions lack their passage`);
  const { train, heldOut } = holdOutTranslations(corpus.pairs, HELD_OUT_TRANSLATIONS);
  const foundation = await layFoundation({ ...input, pairs: train });
  const { config, tokens, tokenizer } = foundation;
  const dev: DevSets = { ...(await input.devSets([...corpus.heldOut, ...corpus.pairs])), bitext: heldOut };
  const made = [recipe, input.baseVersion, train.map((pair) => [pair.source, pair.query, pair.passage]), ...(tokenizer ? [tokenizer.digest] : [])];
  const fingerprint = sha256(JSON.stringify(made));
  const pairs = await withNegatives(train, input);
  const counted = { corpus, baseVersion: input.baseVersion, pairs: pairs.length, mined: countMined(pairs, recipe), foundation };
  const pretrained = recipe.pretrain ? await runPretraining({ ...input, rule: recipe.pretrain, foundation, pairs: train }) : null;
  if (pretrained?.end === "interrupted") return { ...counted, end: "interrupted", state: FIRST_STATE, parameters: pretrained.parameters, bestStep: 0, pretrained };
  const batches = createBatchMaker({ recipe, pairs, scored: corpus.scored, tokens, synonyms: corpus.synonyms });
  await writeFile(path.join(out, "corpus.json"), JSON.stringify({ fingerprint, receipt: corpus.receipt, shapes: poolSizes(batches.pools) }, null, 1));
  const trainer = input.createTrainer(foundation.trained, pretrained ? new Map([...foundation.parameters, ...pretrained.parameters]) : foundation.parameters);
  try {
    const from = await startState(fingerprint, trainer, input);
    const encoder = trainerEncoder(trainer, { tokens, dimension: config.hiddenSize });
    const { state, end } = await runTraining<PairBatch>({
      recipe,
      trainer,
      batches,
      from,
      maxSeconds: input.maxMinutes === null ? null : input.maxMinutes * 60 - (pretrained?.state.seconds ?? 0),
      evaluate: () => evaluateDev(dev, encoder),
      save: async (loop, isBest) => {
        await writeCheckpoint(out, { trainer: trainer.state(), loop, fingerprint });
        if (isBest) await writeBest(out, trainer.parameters(), loop.step);
        await writeCurves(out, loop);
      },
      note,
      signal: input.signal,
    });
    const kept = recipe.keep === "last" ? { parameters: trainer.parameters(), bestStep: state.step } : { parameters: await readBest(out), bestStep: bestStep(state) };
    return { ...counted, end, state, ...kept, pretrained };
  } finally {
    await trainer.close();
  }
}

function countMined(pairs: readonly Pair[], recipe: Recipe): TrainedBase["mined"] {
  const asked = pairs.filter((pair) => recipe.sources[pair.source]?.negatives !== undefined);
  return { asked: asked.length, without: asked.filter((pair) => (pair.negatives?.length ?? 0) === 0).length };
}

/** True where a stage of a run has left a checkpoint in this folder. */
export async function hasRun(out: string): Promise<boolean> {
  return (await hasCheckpoint(out)) || hasCheckpoint(path.join(out, PRETRAIN_FOLDER));
}

/** Depends on less than the whole recipe: runs that differ in rates only may share the file. */
async function withNegatives(train: readonly Pair[], input: TrainBaseInput): Promise<readonly Pair[]> {
  const { mining, seed, sources } = input.recipe;
  const rules = Object.entries(sources).map(([source, rule]) => [source, rule.negatives]);
  const fingerprint = sha256(JSON.stringify([mining, seed, rules, input.baseVersion, train.map((pair) => [pair.source, pair.query, pair.passage])]));
  const file = path.join(input.out, "negatives.json");
  const known = await readNegatives(file, fingerprint, train);
  if (known) return known;
  const mined = await mineNegatives({ pairs: train, recipe: input.recipe, encoder: input.encoder, indexWords: input.indexWords, note: input.note });
  input.note(`hard negatives for ${mined.asked - mined.without} of ${mined.asked} pairs; ${mined.guarded} candidates skipped as too near`);
  await writeNegatives(file, fingerprint, mined.pairs);
  return mined.pairs;
}

/** The checkpoint's, put into the trainer; else the first. @throws AppError "config/invalid" for a checkpoint of another run */
async function startState(fingerprint: string, trainer: EncoderTrainer, { out, resume, note }: TrainBaseInput): Promise<LoopState> {
  const checkpoint = resume ? await readCheckpoint(out, fingerprint) : null;
  if (!checkpoint) return FIRST_STATE;
  trainer.restore(checkpoint.trainer);
  note(`resumed at step ${checkpoint.loop.step}`);
  return checkpoint.loop;
}

function bestStep(state: LoopState): number {
  return state.dev.reduce((best, point) => (point.score > best.score ? point : best)).step;
}

function poolSizes(pools: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>): Record<string, Record<string, number>> {
  return Object.fromEntries([...pools].map(([shape, pool]) => [shape, Object.fromEntries([...pool].map(([source, pairs]) => [source, pairs.length]))]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
