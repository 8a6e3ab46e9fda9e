/**
 * @file Tunes retrieval: varies one constant after another on the tuning sets and prints what each value gives; --rows:
 * only the three arms at the present constants; --dense: only the dense arm's weight, and with --write the best one into
 * constants.ts (run it after a new encoder). Never reads the sets that reports use.
 * npx tsx lib/bench/tuning/tune-retrieval.ts --data <shared data> [--encoder <dir>] [--rows | --dense [--write]]
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { evalQuestion } from "../../contracts/cli";
import { projectRoot } from "../../config/paths";
import { CHUNK } from "../../config/defaults";
import { env } from "../../config/env";
import type { Encoder } from "../../core/encoder";
import { HAN } from "../../core/language";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { FUSION, LEXICAL, type FusionConstants, type LexicalConstants } from "../../knowledge/retrieval/constants";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import { createKnowledgeBase, type KnowledgeBase, type RetrievalMode } from "../../knowledge/retrieval/knowledge-base";
import type { DocumentId } from "../../core/types";
import { createEncoder } from "../../runtime/encoder";
import { cachedEncoder } from "./cached-encoder";
import { loadCmrc, loadConditionalQa, loadLawsZh } from "./corpora";
import { openTexts } from "./handbook-store";
import { loadCivicActions } from "./load-civicactions";
import { loadHrLaws } from "./load-hr-laws";
import { measure, type Figures } from "./measure";
import { loadFolderSet, type QuestionSet } from "./question-set";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const lexical: Mutable<LexicalConstants> = { ...LEXICAL };
const fusion: Mutable<FusionConstants> = { ...FUSION };

/** Values tried for each constant, around the present one. */
const LEXICAL_GRID: { [K in keyof LexicalConstants]?: readonly LexicalConstants[K][] } = {
  k1: [0.9, 1.2, 1.6],
  b: [[0.3, 0.3, 0.4], [0.3, 0.3, 0.6], [0.3, 0.3, 0.8], [0.6, 0.6, 0.6]],
  fieldWeights: [[0, 2, 1], [1, 2, 1], [2, 0, 1], [2, 1, 1], [2, 2, 1], [2, 4, 1], [4, 2, 1]],
  idfPower: [0.7, 0.85, 1],
  documentWeight: [0, 0.4, 0.8, 1.2, 1.8],
  conceptWeight: [0, 0.4, 0.7, 1, 1.2],
  conceptSpread: [0, 0.5, 1],
  repairWeight: [0.6, 0.9, 1],
  softWeight: [0.2, 0.4, 0.7, 1],
  commonPower: [0, 0.3, 0.6, 1],
  joinedWeight: [0, 0.4, 1],
  bigramWeight: [0.2, 0.5, 0.8],
  singleWeight: [0.2, 0.4, 0.7, 1],
  characterWeight: [0, 0.1, 0.2, 0.35],
  phraseWeight: [0, 0.2, 0.5],
};
const FUSION_GRID: { [K in keyof FusionConstants]?: readonly FusionConstants[K][] } = {
  denseWeight: [0.1, 0.15, 0.2, 0.25, 0.3, 0.4],
  denseFloor: [-0.2, 0, 0.1, 0.2],
  crossLingualBoost: [1, 1.4, 1.7, 2, 2.5],
  furtherPassageWeight: [0, 0.1, 0.2, 0.3],
  poolSize: [30, 100, 200],
};

interface Bench {
  readonly set: QuestionSet;
  readonly base: KnowledgeBase;
}

/** Tried with --dense; on sets whose passages the encoder has not read, or it would look better than it is. */
const DENSE_WEIGHTS = [0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];
const HONEST: readonly string[] = ["civic", "demo-en", "demo-zh"];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" }, encoder: { type: "string" }, rows: { type: "boolean" }, dense: { type: "boolean" }, write: { type: "boolean" } } });
  if (!values.data) throw new Error("usage: tune-retrieval.ts --data <shared data folder> [--encoder <dir>] [--rows | --dense [--write]]");
  const local = await createEncoder({ model: path.resolve(projectRoot(), values.encoder ?? env().encoder), device: "cpu" });
  const encoder = cachedEncoder(local);
  const sets = await loadSets(encoder, values.data, !values.dense);
  const benches = sets.map((set): Bench => ({ set, base: build(set, encoder) }));
  for (const mode of ["dense", "lexical", "hybrid"] as const) await row(mode, benches, mode);
  if (values.dense) {
    const best = await tuneDense(benches);
    if (values.write) writeDenseWeight(best);
  } else if (!values.rows) {
    for (const [name, tried] of Object.entries(LEXICAL_GRID)) for (const value of tried) await vary(lexical, name, value, benches);
    for (const [name, tried] of Object.entries(FUSION_GRID)) for (const value of tried) await vary(fusion, name, value, benches);
  }
  await local.close();
}

/** @returns the weight with the best mean over the honest sets; the smallest of equals */
async function tuneDense(benches: readonly Bench[]): Promise<number> {
  let best = { weight: fusion.denseWeight, mean: -1 };
  for (const weight of DENSE_WEIGHTS) {
    const figures = await vary(fusion, "denseWeight", weight, benches);
    const honest = figures.filter((_, i) => HONEST.includes(benches[i]?.set.name ?? ""));
    const mean = honest.reduce((sum, one) => sum + (one.hit1 + one.hit5 + one.mrr) / 3, 0) / honest.length;
    if (mean > best.mean + 1e-9) best = { weight, mean };
  }
  process.stdout.write(`best on ${HONEST.join(", ")}: denseWeight ${best.weight} (${(100 * best.mean).toFixed(1)})\n`);
  return best.weight;
}

function writeDenseWeight(weight: number): void {
  const file = path.join(projectRoot(), "lib/knowledge/retrieval/constants.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace(/denseWeight: [\d.]+,/, `denseWeight: ${weight},`));
}

async function loadSets(encoder: Encoder, data: string, withSeen: boolean): Promise<QuestionSet[]> {
  const options = { encoder, maxTokens: CHUNK.maxTokens };
  const seed = path.join(projectRoot(), "db/seed");
  const demo = await loadFolderSet("demo", path.join(seed, "policies"), path.join(seed, "questions/policies.jsonl"), options);
  const more = readFileSync(path.join(import.meta.dirname, "sets/demo-more.jsonl"), "utf8").trim().split("\n").map((line) => evalQuestion.parse(JSON.parse(line)));
  const handbook = path.join(data, "policies/civicactions");
  const civic = await loadFolderSet("civic", handbook, null, options);
  const corpus = path.join(data, "corpora/pairs.jsonl.gz");
  const sets: QuestionSet[] = [
    { ...civic, questions: loadCivicActions(handbook) },
    { ...demo, name: "demo-en", questions: demo.questions.filter(({ question }) => !HAN.test(question)) },
    { ...demo, name: "demo-zh", questions: [...demo.questions, ...more].filter(({ question }) => HAN.test(question)) },
    await loadLawsZh(corpus, path.join(import.meta.dirname, "sets/laws-zh.jsonl"), options),
    await hrLaws(corpus, encoder),
  ];
  if (!withSeen) return sets;
  const retrieval = path.join(data, "retrieval");
  return [
    ...sets,
    await loadConditionalQa(path.join(retrieval, "conditionalqa.train.json"), 200, options),
    await loadCmrc(path.join(retrieval, "cmrc2018.cmrc2018_trial.json"), 200, options),
  ];
}

/** Passages and vectors as the answer stage's fit makes them. */
async function hrLaws(corpus: string, encoder: Encoder): Promise<QuestionSet> {
  const { documents, questions } = await loadHrLaws(corpus);
  const knowledge = await openTexts(documents, encoder);
  const indexed = await Promise.all(
    documents.map(async ({ name }) => {
      const passages = knowledge.passagesOf(name as DocumentId);
      return { passages, vectors: await encoder.embed(passages.map(embeddingText)) };
    }),
  );
  return { name: "hr-laws", documents: indexed, questions };
}

function build(set: QuestionSet, encoder: Encoder): KnowledgeBase {
  const base = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex(lexical), fusion });
  for (const document of set.documents) base.addDocument(document);
  return base;
}

/** Sets one constant, measures, and puts the present value back. */
async function vary(constants: object, name: string, value: unknown, benches: readonly Bench[]): Promise<Figures[]> {
  const present: unknown = Reflect.get(constants, name);
  Reflect.set(constants, name, value);
  const figures = await row(`${name} ${JSON.stringify(value)}${JSON.stringify(value) === JSON.stringify(present) ? " *" : ""}`, benches, "hybrid");
  Reflect.set(constants, name, present);
  return figures;
}

async function row(label: string, benches: readonly Bench[], mode: RetrievalMode): Promise<Figures[]> {
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);
  const figures: Figures[] = [];
  for (const { set, base } of benches) figures.push(await measure(set, base, mode));
  const cells = figures.map((one, i) => `${benches[i]?.set.name} (${one.n}) ${percent(one.hit1)} ${percent(one.hit5)} ${percent(one.mrr)}`);
  const mean = figures.reduce((sum, one) => sum + (one.hit1 + one.hit5 + one.mrr) / 3, 0) / figures.length;
  process.stdout.write(`${label.padEnd(28)} ${percent(mean)} | ${cells.join(" | ")}\n`);
  return figures;
}

await main();
