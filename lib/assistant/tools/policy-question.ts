/**
 * @file Policy questions: retrieve → sentences → the best contiguous ones, quoted, or an honest "not in the documents".
 * Needs no language model; everything it shows besides the quotes is a fixed sentence of phrases.ts. Where a model is
 * configured, language-model/tell-answer.ts lets it word what was found.
 */
import { ANSWER } from "../../config/defaults";
import type { Citation } from "../../contracts/evidence";
import type { DocumentKind } from "../../core/types";
import { createPipeline } from "../adapters/pipeline";
import { chooseSpans, type ChosenSpan } from "../answer/choose-spans";
import { toCitations } from "../answer/compose";
import { confidenceFeatures, confidenceOf, type ConfidenceLimits } from "../answer/confidence";
import { findConflict } from "../answer/conflict";
import { CHOICE, CONFIDENCE, LIMITS, SENTENCE_WEIGHTS } from "../answer/model-weights";
import { preparePool, type PreparedPool } from "../answer/prepare-pool";
import { rankDocuments, toRetrieved } from "../answer/rank-documents";
import { softmax, utilities } from "../answer/sentence-model";
import { tellAnswer, type QuotedAnswer } from "../language-model/tell-answer";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { policyRequest } from "../candidates/request-intent";
import { phrasesIn, type Phrases } from "../phrases";
import type { Tool, ToolContext, ToolResult, Understood } from "./tool";

/** Passages retrieved: those whose sentences are looked at, and some more for the record. */
const K = 30;
const KINDS: readonly DocumentKind[] = ["policy", "course", "job"];

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
  return { ...asked, retrieval: await asked.context.retrieve(asked.understood.question, { kinds: KINDS, k: K }) };
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

async function answer({ understood, context, retrieval, pool }: Ranked): Promise<ToolResult> {
  const started = performance.now();
  const probabilities = softmax(utilities(pool.features, SENTENCE_WEIGHTS));
  const spans = chooseSpans(pool.sentences, probabilities, { ...CHOICE, maxChars: ANSWER.maxQuotedChars });
  const confidence = confidenceOf(confidenceFeatures(pool, retrieval.units, probabilities), CONFIDENCE);
  const citations = toCitations(spans, findConflict(spans, retrieval.units));
  const documents = rankDocuments(retrieval, pool, probabilities);
  context.tell({ type: "status", stage: "answer" });
  const quoted = toQuoted({ understood, confidence, limits: LIMITS[retrieval.language], spans, citations });
  context.time("answer", performance.now() - started);
  const given = await tellAnswer(quoted, { understood, context, retrieval, kinds: KINDS });
  return { answer: given, retrieved: toRetrieved(retrieval), documents, repaired: retrieval.repairedQuery };
}

interface Found {
  readonly understood: Understood;
  readonly confidence: number;
  readonly limits: ConfidenceLimits;
  readonly spans: readonly ChosenSpan[];
  readonly citations: readonly Citation[];
}

function toQuoted({ understood, confidence, limits, spans, citations }: Found): QuotedAnswer {
  const phrases = phrasesIn(understood.language);
  const outcome = spans.length === 0 || confidence < limits.closestFrom ? "none" : confidence < limits.threshold ? "closest" : "answered";
  // Nearest passages are no disagreement about an answer.
  const cited = outcome === "none" ? [] : outcome === "closest" ? citations.map((citation) => ({ ...citation, conflict: null })) : [...citations];
  return { outcome, lead: leadOf(outcome, cited, phrases), citations: cited, confidence };
}

function leadOf(outcome: "answered" | "closest" | "none", cited: readonly Citation[], phrases: Phrases): string {
  if (outcome !== "answered") return phrases[outcome];
  if (cited.some((citation) => citation.conflict !== null)) return phrases.conflict;
  return new Set(cited.map((citation) => citation.documentId)).size === 1 ? phrases.answeredOne : phrases.answered;
}
