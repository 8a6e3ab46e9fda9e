/**
 * @file The training process: reads its input, searches as the product does, learns a ranking, judges it against what serves,
 * sends the result. Computes only: it never opens the database, and it ends when the server does.
 */
import { readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import type { CurvePoint, RunStage } from "../../contracts/learning";
import { toAppError } from "../../core/errors";
import { askAssistant } from "../../improvement/answering/ask-assistant";
import type { Ask } from "../../improvement/answering/asked";
import type { GeneralQuestion } from "../../improvement/gate/general-set";
import { openGeneralIntents } from "../../improvement/intent/general-intents";
import type { IntentResult } from "../../improvement/intent/learn-intent";
import { improveRanking, type ChampionPools, type Improvement } from "../../improvement/ranking/improve-ranking";
import type { LearnProgress } from "../../improvement/ranking/learn-ranking";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { createEncoder, type LocalEncoder } from "../../runtime/encoder";
import { createExecutor } from "../../runtime/executor";
import { writeArtefact } from "./artefact";
import { layerBytesOf, trainSide, type TrainedSide } from "./child-encoder";
import { askingIn, groupedAs, openSide, plainRanking, questionsOf, type Questions, type Side } from "./child-side";
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
  const shipped = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: settings.modelsDir });
  const first = openSide(input, shipped, input.vectors, true);
  const champion = input.space ? openSide(input, await createEncoder({ model: input.space.folder, device: settings.device }), input.space.vectors, false) : first;
  const questions = await questionsOf(input, champion);
  const general = await readGeneral({ encoder: champion.encoder, cacheDir: settings.cacheDir, onProgress: (done, total) => send({ type: "progress", stage: "read", step: done, steps: total, point: null }) });
  await tell("train", 0, null);
  const chat = askAssistant(first.knowledge);
  const served: Served = { side: champion, questions, general, chat };
  return input.kind === "encoder" ? learnEncoder(input, shipped, { first, served }) : learnIn(input, { ...served, ask: askingIn(champion, chat) });
}

/** What serves now, and how it finds the questions. */
interface Served {
  readonly side: Side;
  readonly questions: Questions;
  readonly general: readonly GeneralQuestion[];
  /** Answers with the shipped encoder. */
  readonly chat: Ask;
}

interface Ground extends Served {
  readonly ask: Ask;
  /** Of an encoder that was trained just now: what it is compared with, and what it is. */
  readonly against?: { readonly champion: LearnedRanking; readonly pools: ChampionPools; readonly trained: TrainedSide; readonly curve: readonly CurvePoint[] };
}

/** Weights, memory and the rest, in one side's space. */
async function learnIn(input: TrainingInput, { side, questions, general, ask, against }: Ground): Promise<TrainingResult> {
  const { encoder } = side;
  const curve: CurvePoint[] = [...(against?.curve ?? [])];
  const improvement = await improveRanking({
    version: input.version, encoder, executor: await createExecutor(), examples: questions.examples, general, answers: { ask, unanswerable: questions.unanswerable },
    intents: { unfair: questions.unfair, general: await openGeneralIntents(encoder, general) },
    champion: against?.champion ?? input.champion, ...(against ? { championPools: against.pools } : {}),
    layers: layerBytesOf(input, against?.trained ?? null),
    seed: input.seed, budgetMs: against ? ADAPTER_BUDGET_MS : input.budgetMs, now: () => Date.now(),
    // An encoder's own curve is the first.
    onProgress: (event) => onLearning(event, curve, against ? 1 : 0),
  });
  await tell("gate", 0, null);
  return resultOf(improvement, { input, curve, dimension: encoder.dimension, trained: against?.trained ?? null });
}

/** After the encoder has learned, little is left for an adapter. */
const ADAPTER_BUDGET_MS = 20_000;

/** The encoder's last layers first; champion and challenger then each rank with vectors of their own. */
async function learnEncoder(input: TrainingInput, shipped: LocalEncoder, { first, served }: { readonly first: Side; readonly served: Served }): Promise<TrainingResult> {
  const isShipped = served.side === first;
  const start = isShipped ? served : { questions: groupedAs(served.questions, await questionsOf(input, first)), general: await readGeneral({ encoder: shipped, cacheDir: settings.cacheDir, onProgress: () => undefined }) };
  const curve: CurvePoint[] = [];
  const trained = await trainSide({
    input, shipped, questions: start.questions, general: start.general, folder: settings.cacheDir,
    onPoint(point) {
      curve.push({ recipe: 0, ...point });
      send({ type: "progress", stage: "train", step: point.step, steps: null, point: { recipe: 0, ...point } });
    },
    onEmbedded: (done, total) => send({ type: "progress", stage: "embed", step: done, steps: total, point: null }),
  });
  await tell("embed", 0, null);
  const { side } = trained;
  const questions = groupedAs(served.questions, await questionsOf(input, side));
  const general = await readGeneral({ encoder: side.encoder, cacheDir: null, onProgress: () => undefined });
  // Its own name, so that it is told from the challenger; what it taught of intent belongs to its own vectors and is not compared.
  const champion: LearnedRanking = { ...(input.champion ?? plainRanking(served.side.encoder)), intent: null };
  const [asChampion, asChallenger] = [askingIn(served.side, served.chat), askingIn(side, served.chat)];
  const ask: Ask = (query, learned) => (learned === champion ? asChampion(query, input.champion) : asChallenger(query, learned));
  const pools: ChampionPools = { own: new Map(served.questions.examples.map(({ query, pool }) => [query, pool])), general: new Map(served.general.map(({ id, pool }) => [id, pool])) };
  return learnIn(input, { side, questions, general, chat: served.chat, ask, against: { champion, pools, trained, curve } });
}

function onLearning(event: LearnProgress, curve: CurvePoint[], before: number): void {
  if (event.stage !== "adapter") return;
  const point: CurvePoint = { recipe: event.recipe + before, step: event.steps, loss: event.loss, dev: event.dev };
  curve.push(point);
  send({ type: "progress", stage: "train", step: curve.length, steps: null, point });
}

interface Learnt {
  readonly input: TrainingInput;
  readonly curve: readonly CurvePoint[];
  readonly dimension: number;
  readonly trained: TrainedSide | null;
}

function resultOf({ ranking, search, gate, changes, calibration, intents, chosen }: Improvement, { input, curve, dimension, trained }: Learnt): TrainingResult {
  const items = new Map(input.labels.map((label) => [label.query, label.itemId]));
  const { weights, familiarity } = ranking;
  const adapter: Record<string, number> = search.recipe && search.adapter ? { adapterRank: search.recipe.rank, learningRate: search.recipe.learningRate, replay: search.recipe.replay, steps: search.steps } : { adapterRank: 0 };
  return {
    artefact: writeArtefact(ranking, dimension),
    trained: trained && { version: trained.version, layers: trained.layers },
    gate,
    recipe: { ...trained?.facts, ...adapter, ...calibrationFacts(calibration), ...intentFacts(intents), remembered: ranking.memory.filter(({ relevance }) => relevance !== 0).length, dense: weights.dense, passageMemory: weights.passageMemory, documentMemory: weights.documentMemory, popularity: weights.popularity, coverage: weights.coverage ?? 0, kindred: weights.kindred ?? 0, reranker: chosen.learned.join(" "), familiarFrom: familiarity.low, familiarAt: familiarity.high, seed: input.seed },
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

/** What was learned of questions that no document could answer: for the model card and the confusion matrix. */
function intentFacts(result: IntentResult | null): Record<string, number | boolean> {
  if (!result) return {};
  const { intent, questions, unfair, loss, confusion } = result;
  const cells = (["before", "after"] as const).flatMap((side) => Object.entries(confusion[side]).map(([name, count]) => [`intent.${side}.${name}`, count as number] as const));
  return { intentLearned: intent !== null, intentQuestions: questions, intentUnfair: unfair, ...(loss ? { intentLossBefore: loss.before, intentLossAfter: loss.after } : {}), ...Object.fromEntries(cells) };
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
