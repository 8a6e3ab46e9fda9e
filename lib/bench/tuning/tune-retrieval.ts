/**
 * @file Tunes retrieval: varies one constant after another on the tuning sets and prints what each value gives; with
 * --rows the three arms at the present constants. Never reads the sets that reports use.
 * npx tsx lib/bench/tuning/tune-retrieval.ts --data <shared data> --civic <civic.jsonl> [--rows]
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../config/paths";
import { CHUNK } from "../../config/defaults";
import type { Encoder } from "../../core/encoder";
import { HAN } from "../../core/language";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { FUSION, LEXICAL, type FusionConstants, type LexicalConstants } from "../../knowledge/retrieval/constants";
import { createKnowledgeBase, type KnowledgeBase, type RetrievalMode } from "../../knowledge/retrieval/knowledge-base";
import { createEncoder } from "../../runtime/encoder";
import { loadCmrc, loadConditionalQa, loadLawsZh } from "./corpora";
import { measure, type Figures } from "./measure";
import { loadFolderSet, remembering, type QuestionSet } from "./question-set";

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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" }, civic: { type: "string" }, rows: { type: "boolean" } } });
  if (!values.data || !values.civic) throw new Error("usage: tune-retrieval.ts --data <shared data folder> --civic <questions on policies/civicactions> [--rows]");
  const model = path.join(projectRoot(), "models/base");
  const encoder = remembering(await createEncoder({ model, device: "cpu" }));
  const sets = await loadSets(encoder, { data: values.data, civic: values.civic });
  const benches = sets.map((set): Bench => ({ set, base: build(set, encoder) }));
  for (const mode of ["dense", "lexical", "hybrid"] as const) await row(mode, benches, mode);
  if (values.rows) return;
  for (const [name, tried] of Object.entries(LEXICAL_GRID)) for (const value of tried) await vary(lexical, name, value, benches);
  for (const [name, tried] of Object.entries(FUSION_GRID)) for (const value of tried) await vary(fusion, name, value, benches);
}

async function loadSets(encoder: Encoder, files: { data: string; civic: string }): Promise<QuestionSet[]> {
  const options = { encoder, maxTokens: CHUNK.maxTokens };
  const seed = path.join(projectRoot(), "db/seed");
  const demo = await loadFolderSet("demo", path.join(seed, "policies"), path.join(seed, "questions/policies.jsonl"), options);
  const retrieval = path.join(files.data, "retrieval");
  return [
    await loadFolderSet("civic", path.join(files.data, "policies/civicactions"), files.civic, options),
    { ...demo, name: "demo-en", questions: demo.questions.filter(({ question }) => !HAN.test(question)) },
    { ...demo, name: "demo-zh", questions: demo.questions.filter(({ question }) => HAN.test(question)) },
    await loadLawsZh(path.join(files.data, "corpora/pairs.jsonl.gz"), path.join(import.meta.dirname, "sets/laws-zh.jsonl"), options),
    await loadConditionalQa(path.join(retrieval, "conditionalqa.train.json"), 200, options),
    await loadCmrc(path.join(retrieval, "cmrc2018.cmrc2018_trial.json"), 200, options),
  ];
}

function build(set: QuestionSet, encoder: Encoder): KnowledgeBase {
  const base = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex(lexical), fusion });
  for (const document of set.documents) base.addDocument(document);
  return base;
}

/** Sets one constant, measures, and puts the present value back. */
async function vary(constants: object, name: string, value: unknown, benches: readonly Bench[]): Promise<void> {
  const present: unknown = Reflect.get(constants, name);
  Reflect.set(constants, name, value);
  await row(`${name} ${JSON.stringify(value)}${JSON.stringify(value) === JSON.stringify(present) ? " *" : ""}`, benches, "hybrid");
  Reflect.set(constants, name, present);
}

async function row(label: string, benches: readonly Bench[], mode: RetrievalMode): Promise<void> {
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);
  const figures: Figures[] = [];
  for (const { set, base } of benches) figures.push(await measure(set, base, mode));
  const cells = figures.map((one, i) => `${benches[i]?.set.name} (${one.n}) ${percent(one.hit1)} ${percent(one.hit5)} ${percent(one.mrr)}`);
  const mean = figures.reduce((sum, one) => sum + (one.hit1 + one.hit5 + one.mrr) / 3, 0) / figures.length;
  process.stdout.write(`${label.padEnd(28)} ${percent(mean)} | ${cells.join(" | ")}\n`);
}

await main();
