/**
 * @file The training process: reads its input, searches as the product does, learns a ranking, judges it against what serves,
 * sends the result. Computes only: it never opens the database, and it ends when the server does.
 */
import { readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import type { CurvePoint, RunStage } from "../../contracts/learning";
import type { Encoder } from "../../core/encoder";
import { toAppError } from "../../core/errors";
import { askAssistant } from "../../improvement/answering/ask-assistant";
import type { UnanswerableQuestion } from "../../improvement/answering/asked";
import { groupQuestions } from "../../improvement/dataset/question-groups";
import { gatherExamples } from "../../improvement/ranking/examples";
import { improveRanking, type Improvement, type SplitExample } from "../../improvement/ranking/improve-ranking";
import type { LearnProgress } from "../../improvement/ranking/learn-ranking";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { createKnowledgeBase, type KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { Passage } from "../../knowledge/types";
import { createEncoder } from "../../runtime/encoder";
import { createExecutor } from "../../runtime/executor";
import { writeArtefact } from "./artefact";
import { readGeneral } from "./general";
import type { FromTrainer, TrainingInput, TrainingResult, TrainingSettings } from "./protocol";

const settings = JSON.parse(process.argv[2] ?? "{}") as TrainingSettings;

/** Said again while a stage takes long (a thousand questions on a busy machine): silence means that it hangs. */
const ALIVE_MS = 20_000;
let said: Extract<FromTrainer, { type: "progress" }> = { type: "progress", stage: "read", step: 0, steps: null, point: null };

const send = (message: FromTrainer) => {
  if (message.type === "progress") said = { ...message, point: null };
  if (process.connected) process.send?.(message);
};

async function tell(stage: RunStage, step: number, steps: number | null, point: CurvePoint | null = null): Promise<void> {
  send({ type: "progress", stage, step, steps, point });
  if (settings.stageDelayMs > 0 && step === 0) await sleep(settings.stageDelayMs);
}

async function train(): Promise<TrainingResult> {
  const input = v8.deserialize(await readFile(settings.file)) as TrainingInput;
  await rm(settings.file, { force: true });
  await tell("read", 0, null);
  const encoder = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: settings.modelsDir });
  const knowledge = openKnowledge(input, encoder);
  const { examples, unanswerable } = await questionsOf(input, knowledge);
  const general = await readGeneral({ encoder, cacheDir: settings.cacheDir, onProgress: (done, total) => send({ type: "progress", stage: "read", step: done, steps: total, point: null }) });
  await tell("train", 0, null);
  const curve: CurvePoint[] = [];
  const improvement = await improveRanking({
    version: input.version, encoder, executor: await createExecutor(), examples, general, answers: { ask: askAssistant(knowledge), unanswerable }, champion: input.champion, seed: input.seed, budgetMs: input.budgetMs, now: () => Date.now(),
    onProgress: (event) => onLearning(event, curve),
  });
  await tell("gate", 0, null);
  return resultOf(improvement, { input, curve, dimension: encoder.dimension });
}

function openKnowledge({ passages, vectors }: TrainingInput, encoder: Encoder): KnowledgeBase {
  const knowledge = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex() });
  const byDocument = new Map<string, { passages: Passage[]; vectors: Float32Array[] }>();
  passages.forEach((passage, at) => {
    const own = byDocument.get(passage.documentId) ?? { passages: [], vectors: [] };
    byDocument.set(passage.documentId, own);
    own.passages.push(passage);
    own.vectors.push(vectors[at] ?? new Float32Array(encoder.dimension));
  });
  for (const document of byDocument.values()) knowledge.addDocument(document);
  return knowledge;
}

/** Labels name passages by id here; a passage that no longer holds is passed over. Paraphrases count once in every test. */
async function questionsOf({ labels, unanswerable, passages }: TrainingInput, knowledge: KnowledgeBase): Promise<{ examples: SplitExample[]; unanswerable: UnanswerableQuestion[] }> {
  const byId = new Map(passages.map((passage) => [passage.id as string, passage]));
  const facts = new Map(labels.map((label) => [label.query, label]));
  const lines = labels.map(({ query, chunkId, relevance, weight }) => ({ query, passage: chunkId, relevance, weight }));
  const { examples } = await gatherExamples(lines, {
    knowledge,
    find: ({ passage }) => [byId.get(passage)].flatMap((one) => one ?? []),
    groupOf: (query) => facts.get(query)?.itemId ?? query,
  });
  const without = trustOf(unanswerable);
  const vectors = await knowledge.encoder.embed(without.map(({ query }) => query));
  const texts = [...examples.map(({ query, pool, group }) => ({ text: query, vector: pool.vector, item: group })), ...without.map(({ query, itemId }, at) => ({ text: query, vector: vectors[at] ?? new Float32Array(knowledge.encoder.dimension), item: itemId }))];
  const roots = groupQuestions(texts.map(({ text, vector }) => ({ text, vector })));
  const groupAt = (at: number): string => texts[roots[at] ?? at]?.item ?? "";
  return {
    examples: examples.map((example, at) => ({ ...example, group: groupAt(at), split: facts.get(example.query)?.split ?? "train" })),
    unanswerable: without.map(({ query, weight, split }, at) => ({ query, weight, split, group: groupAt(examples.length + at), vector: texts[examples.length + at]?.vector ?? new Float32Array() })),
  };
}

/** One line per question, however many reviewers said so: it stands for as much as the most trusted of them. */
function trustOf(labels: TrainingInput["unanswerable"]): TrainingInput["unanswerable"] {
  const best = new Map<string, TrainingInput["unanswerable"][number]>();
  for (const label of labels) if (label.weight > (best.get(label.query)?.weight ?? 0)) best.set(label.query, label);
  return [...best.values()];
}

function onLearning(event: LearnProgress, curve: CurvePoint[]): void {
  if (event.stage !== "adapter") return;
  const point: CurvePoint = { recipe: event.recipe, step: event.steps, loss: event.loss, dev: event.dev };
  curve.push(point);
  send({ type: "progress", stage: "train", step: curve.length, steps: null, point });
}

function resultOf({ ranking, search, gate, changes, calibration }: Improvement, { input, curve, dimension }: { input: TrainingInput; curve: readonly CurvePoint[]; dimension: number }): TrainingResult {
  const items = new Map(input.labels.map((label) => [label.query, label.itemId]));
  const { weights, familiarity } = ranking;
  const adapter: Record<string, number> = search.recipe && search.adapter ? { adapterRank: search.recipe.rank, learningRate: search.recipe.learningRate, replay: search.recipe.replay, steps: search.steps } : { adapterRank: 0 };
  return {
    artefact: writeArtefact(ranking, dimension),
    gate,
    recipe: { ...adapter, ...calibrationFacts(calibration), remembered: ranking.memory.filter(({ relevance }) => relevance !== 0).length, dense: weights.dense, passageMemory: weights.passageMemory, documentMemory: weights.documentMemory, popularity: weights.popularity, familiarFrom: familiarity.low, familiarAt: familiarity.high, seed: input.seed },
    curve,
    changes: changes.flatMap(({ query, split, before, after }) => {
      const itemId = items.get(query);
      return itemId ? [{ itemId, split, before, after }] : [];
    }),
  };
}

/** What was learned of when to answer, for the model card. */
function calibrationFacts(result: Improvement["calibration"]): Record<string, number> {
  if (!result) return {};
  const { calibration, questions, wrong, loss } = result;
  return { answersJudged: questions, answersWrong: wrong, ...(loss ? { answerLossBefore: loss.before, answerLossAfter: loss.after } : {}), ...(calibration ? { answerSlope: calibration.slope, answerShift: calibration.shift } : {}) };
}

process.on("disconnect", () => process.exit(0));

async function main(): Promise<void> {
  try {
    send({ type: "result", result: await train() });
  } catch (thrown) {
    const error = toAppError(thrown);
    send({ type: "failure", code: error.code, message: error.message, userMessage: error.userMessage });
  }
}

setInterval(() => send(said), ALIVE_MS).unref();
// The server ends the process once it has the message: leaving here could cut it off.
void main();
