/**
 * @file Policy questions: retrieve → sentences → the best contiguous ones, quoted, or an honest "not in the documents".
 * Needs no language model; everything it shows besides the quotes is a fixed sentence of phrases.ts.
 */
import { ANSWER } from "../../config/defaults";
import type { Answer, Citation } from "../../contracts/evidence";
import { createPipeline } from "../adapters/pipeline";
import { chooseSpans, type ChosenSpan } from "../answer/choose-spans";
import { composeText, toCitations } from "../answer/compose";
import { confidenceFeatures, confidenceOf, type ConfidenceWeights } from "../answer/confidence";
import { findConflict } from "../answer/conflict";
import { CONFIDENCE, CHOICE, SENTENCE_WEIGHTS } from "../answer/model-weights";
import { preparePool, type PreparedPool } from "../answer/prepare-pool";
import { rankDocuments, toRetrieved } from "../answer/rank-documents";
import { say } from "../answer/say";
import { softmax, utilities } from "../answer/sentence-model";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { policyRequest } from "../candidates/request-intent";
import { phrasesIn, type Phrases } from "../phrases";
import type { Tool, ToolContext, ToolResult, Understood } from "./tool";

/** Passages retrieved: those whose sentences are looked at, and some more for the record. */
const K = 30;

interface Asked {
  readonly understood: Understood;
  readonly context: ToolContext;
}
interface Retrieved extends Asked {
  readonly retrieval: Retrieval;
}
interface Ranked extends Retrieved {
  readonly pool: PreparedPool;
}

/** Each step can be any Runnable: see adapters/pipeline.ts. */
const pipeline = createPipeline<Asked, Retrieved, Ranked, ToolResult>({ retrieve, rank, answer });

export const policyQuestion: Tool = {
  name: "policy-question",
  capability: "policies",
  recognise: () => 0.5,
  askInstead: ({ question, language }) => policyRequest(question, language),
  run: (understood, context) => pipeline.invoke({ understood, context }),
};

async function retrieve(asked: Asked): Promise<Retrieved> {
  asked.context.tell({ type: "status", stage: "retrieve" });
  return { ...asked, retrieval: await asked.context.retrieve(asked.understood.question, { kinds: ["policy", "course", "job"], k: K }) };
}

async function rank(retrieved: Retrieved): Promise<Ranked> {
  const { context, retrieval, understood } = retrieved;
  context.tell({ type: "status", stage: "rank" });
  const started = performance.now();
  const question = retrieval.repairedQuery ?? understood.question;
  const pool = await preparePool(retrieval, { encoder: context.knowledge.encoder, question, ...(context.request.signal ? { signal: context.request.signal } : {}) });
  context.time("rank", performance.now() - started);
  return { ...retrieved, pool };
}

function answer({ understood, context, retrieval, pool }: Ranked): Promise<ToolResult> {
  const started = performance.now();
  const probabilities = softmax(utilities(pool.features, SENTENCE_WEIGHTS));
  const spans = chooseSpans(pool.sentences, probabilities, { ...CHOICE, maxChars: ANSWER.maxQuotedChars });
  const confidence = confidenceOf(confidenceFeatures(retrieval, probabilities), CONFIDENCE[retrieval.language]);
  const citations = toCitations(spans, findConflict(spans, retrieval.units));
  const documents = rankDocuments(retrieval, pool, probabilities);
  context.tell({ type: "status", stage: "answer" });
  const given = toAnswer({ understood, confidence, limits: CONFIDENCE[retrieval.language], spans, citations }, context);
  context.time("answer", performance.now() - started);
  return Promise.resolve({ answer: given, retrieved: toRetrieved(retrieval), documents, repaired: retrieval.repairedQuery });
}

interface Found {
  readonly understood: Understood;
  readonly confidence: number;
  readonly limits: Pick<ConfidenceWeights, "threshold" | "closestFrom">;
  readonly spans: readonly ChosenSpan[];
  readonly citations: readonly Citation[];
}

function toAnswer({ understood, confidence, limits, spans, citations }: Found, { tell }: ToolContext): Omit<Answer, "understoodAs"> {
  const phrases = phrasesIn(understood.language);
  const outcome = spans.length === 0 || confidence < limits.closestFrom ? "none" : confidence < limits.threshold ? "closest" : "answered";
  // Nearest passages are no disagreement about an answer.
  const cited = outcome === "none" ? [] : outcome === "closest" ? citations.map((citation) => ({ ...citation, conflict: null })) : [...citations];
  const text = composeText(leadOf(outcome, cited, phrases), cited);
  say(text, tell);
  for (const citation of cited) tell({ type: "citation", citation });
  return { outcome, text, citations: cited, candidates: [], confidence, suggestions: [] };
}

function leadOf(outcome: "answered" | "closest" | "none", cited: readonly Citation[], phrases: Phrases): string {
  if (outcome !== "answered") return phrases[outcome];
  if (cited.some((citation) => citation.conflict !== null)) return phrases.conflict;
  return new Set(cited.map((citation) => citation.documentId)).size === 1 ? phrases.answeredOne : phrases.answered;
}
