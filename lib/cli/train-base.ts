/**
 * @file Joins `cadre train base`: recipe, data, start weights, engine and dev sets → a finished run with its model folder.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadCivicActions } from "../bench/tuning/load-civicactions";
import { CHUNK } from "../config/defaults";
import { projectRoot } from "../config/paths";
import { evalQuestion, type TrainBaseOutput } from "../contracts/cli";
import type { NamedTensors } from "../engine/named-tensors";
import { createEncoderTrainer } from "../engine/train/encoder-trainer";
import { readDocumentSet, statuteSet, type DevQuestion, type DevSets } from "../improvement/base/evaluate/dev-sets";
import { createWordSearch } from "../improvement/base/mining/word-search";
import type { Recipe } from "../improvement/base/recipe";
import { idleLayers } from "../improvement/base/loop/idle-layers";
import { trainBase } from "../improvement/base/train-base";
import type { Pair } from "../improvement/base/types";
import { parseScoredPairs } from "../knowledge/evaluate/sentence-pairs";
import { createEncoder } from "../runtime/encoder";
import { createExecutor } from "../runtime/executor";
import { readHubEncoder } from "../runtime/hub-weights";
import { loadTokenizer } from "../runtime/tokenizer";
import { readEvalFile } from "./eval-encoder";

export interface TrainBaseOptions {
  readonly recipe: Recipe;
  readonly data: string;
  readonly base: string;
  readonly out: string;
  readonly resume: boolean;
  readonly maxMinutes: number | null;
  readonly threads: number | null;
  readonly evaluate: boolean;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Own questions, in the repository: passage hashes and questions, no text of others. */
const QUESTIONS = path.join(projectRoot(), "lib/improvement/base/questions");
/** Own translations: ours altogether. */
const TRANSLATIONS = path.join(projectRoot(), "lib/improvement/base/translations");
/** Own sentences, likewise. */
const MEANINGS = path.join(projectRoot(), "lib/improvement/base/meanings");
const ARTICLE_QUESTIONS = path.join(projectRoot(), "lib/bench/tuning/sets/hr-laws-zh.jsonl");
const STATUTE_QUESTIONS = path.join(projectRoot(), "lib/bench/tuning/sets/laws-zh.jsonl");

export async function runTrainBase(options: TrainBaseOptions): Promise<TrainBaseOutput> {
  const { recipe, base, data } = options;
  const hub = await readHubEncoder(base);
  const encoder = await createEncoder({ model: base, device: "cpu", ...(options.threads === null ? {} : { threads: options.threads }) });
  const executor = await createExecutor(options.threads === null ? {} : { threads: options.threads });
  const statutes = await statuteQuestions();
  if (!existsSync(path.join(data, "policies/civicactions"))) options.note("policies/civicactions is not in the data folder: dev figures without it");
  const trained = await trainBase({
    ...options,
    questions: QUESTIONS,
    translations: TRANSLATIONS,
    meanings: MEANINGS,
    heldOutHeadings: new Set(statutes.flatMap((question) => question.right)),
    heldOutPassages: await askedArticles(),
    baseVersion: encoder.version,
    start: { config: hub.config, parameters: hub.parameters, tokens: await loadTokenizer(encoder.model), tokenizerJson: encoder.model.tokenizerJson },
    executor,
    encoder,
    indexWords: createWordSearch,
    devSets: (pairs) => devSets(pairs, { data, statutes, countTokens: (text) => encoder.countTokens(text) }),
    createTrainer: (config, parameters) =>
      createEncoderTrainer({ executor, config, parameters, scale: recipe.scale, optimizer: recipe.optimizer, seed: recipe.seed, maxSessions: recipe.shapes.length + 1 }),
  });
  await encoder.close();
  const { finishBase } = await import("./finish-base");
  const { parameters, config } = trained.foundation;
  const whole: NamedTensors = trained.foundation.trained.layers === 0 ? idleLayers({ start: parameters, tables: trained.parameters, layers: config.layers }) : new Map([...parameters, ...trained.parameters]);
  return finishBase({ options, hub, trained: { ...trained, parameters: whole } });
}

async function statuteQuestions(): Promise<DevQuestion[]> {
  const lines = (await readFile(STATUTE_QUESTIONS, "utf8")).split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as { question: string; document: string }).map(({ question, document }) => ({ text: question, right: [document] }));
}

/** Articles that a tuning set asks about, by the id of their text. */
async function askedArticles(): Promise<Set<string>> {
  const lines = (await readFile(ARTICLE_QUESTIONS, "utf8")).split("\n").filter(Boolean);
  return new Set(lines.flatMap((line) => (JSON.parse(line) as { article?: string }).article ?? []));
}

/** Our tuning sets: they choose settings, reports never use them. */
async function devSets(pairs: readonly Pair[], { data, statutes, countTokens }: { data: string; statutes: readonly DevQuestion[]; countTokens: (text: string) => number }): Promise<Omit<DevSets, "bitext">> {
  const chunks = { countTokens, maxTokens: CHUNK.maxTokens };
  const civicFolder = path.join(data, "policies/civicactions");
  const seed = path.join(projectRoot(), "db/seed");
  const demo = (await readFile(path.join(seed, "questions/policies.jsonl"), "utf8")).split("\n").filter(Boolean).map((line) => evalQuestion.parse(JSON.parse(line)));
  const scored = async (name: string, file: string) => ({ name, pairs: parseScoredPairs(await readEvalFile(path.join(data, "retrieval", file))) });
  return {
    documents: [
      ...(existsSync(civicFolder) ? [await readDocumentSet("civic", civicFolder, { ...chunks, questions: answerable(loadCivicActions(civicFolder)) })] : []),
      await readDocumentSet("demo", path.join(seed, "policies"), { ...chunks, questions: answerable(demo) }),
      statuteSet(pairs, statutes, { others: 80, perStatute: 16 }),
    ].filter((set) => set.passages.length > 0),
    sts: [await scored("sts-en", "stsb.sts-dev.tsv"), await scored("sts-zh", "stsb-zh.dev.txt")],
  };
}

function answerable(questions: readonly { question: string; answerable: boolean; document?: string | null | undefined; also: readonly string[] }[]): DevQuestion[] {
  return questions.flatMap((one) => (one.answerable && one.document ? [{ text: one.question, right: [one.document, ...one.also] }] : []));
}
