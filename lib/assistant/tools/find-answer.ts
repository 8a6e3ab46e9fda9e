/**
 * @file Find answer: retrieve → sentences → the best contiguous ones, with a calibrated confidence. Tells nothing yet: the
 * policy tool decides what to say, sometimes after a second look at what does not apply to the asker.
 */
import type { Citation } from "../../contracts/evidence";
import type { DocumentKind } from "../../core/types";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { recalibrate } from "../../knowledge/retrieval/learned-ranking";
import { createPipeline } from "../adapters/pipeline";
import { chooseSpans, type ChosenSpan } from "../answer/choose-spans";
import { toCitations, withoutAsides, withStanding } from "../answer/compose";
import { confidenceFeatures, confidenceOf } from "../answer/confidence";
import { findConflict } from "../answer/conflict";
import { CHOICE, CONFIDENCE, LIMITS, SENTENCE_WEIGHTS } from "../answer/model-weights";
import { preparePool, type PreparedPool } from "../answer/prepare-pool";
import { rankDocuments, type DocumentRank } from "../answer/rank-documents";
import { softmax, utilities } from "../answer/sentence-model";
import type { Among } from "../applicability/applicable";
import type { ToolContext, Understood } from "./tool";

/** Passages retrieved: those whose sentences are looked at, and some more for the record. */
const K = 30;
export const POLICY_KINDS: readonly DocumentKind[] = ["policy", "course", "job"];

export interface Asked {
  readonly understood: Understood;
  readonly context: ToolContext;
  readonly among: Among;
  /** UTF-16 units of all quotes together. */
  readonly maxChars: number;
}
interface Retrieved extends Asked {
  readonly retrieval: Retrieval;
}
interface Ranked extends Retrieved {
  readonly pool: PreparedPool;
}

export interface FoundAnswer {
  readonly outcome: "answered" | "closest" | "none";
  /** Also filled when the outcome is "none". */
  readonly citations: readonly Citation[];
  /** 0–1 */
  readonly confidence: number;
  readonly retrieval: Retrieval;
  readonly documents: readonly DocumentRank[];
}

/** Each step can be any Runnable: see adapters/pipeline.ts. */
const pipeline = createPipeline<Asked, Retrieved, Ranked, FoundAnswer>({ retrieve, rank, answer });

/** @throws AppError "job/cancelled" */
export function findAnswer(asked: Asked): Promise<FoundAnswer> {
  return pipeline.invoke(asked);
}

async function retrieve(asked: Asked): Promise<Retrieved> {
  asked.context.tell({ type: "status", stage: "retrieve" });
  return { ...asked, retrieval: await asked.context.retrieve(asked.understood.question, { kinds: POLICY_KINDS, k: K, among: asked.among }) };
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

function answer({ context, retrieval, pool, maxChars }: Ranked): Promise<FoundAnswer> {
  const started = performance.now();
  const { applicable } = context;
  const probabilities = softmax(utilities(pool.features, SENTENCE_WEIGHTS));
  const spans = chooseSpans(pool.sentences, probabilities, { ...CHOICE, maxChars });
  const confidence = recalibrate(confidenceOf(confidenceFeatures(pool, retrieval.units, probabilities), CONFIDENCE), retrieval.answering);
  const outcome = outcomeOf(spans, confidence, LIMITS[retrieval.language]);
  const conflict = findConflict(spans, retrieval.units, (first, second) => applicable.mayOverlap(first, second));
  // Nearest passages are no disagreement about an answer.
  const standing = toCitations(spans, conflict).map((citation) => withStanding(outcome === "closest" ? { ...citation, conflict: null } : citation, applicable));
  const citations = outcome === "closest" ? withoutAsides(standing) : standing;
  const documents = rankDocuments(retrieval, pool, probabilities);
  context.time("answer", performance.now() - started);
  return Promise.resolve({ outcome, citations, confidence, retrieval, documents });
}

function outcomeOf(spans: readonly ChosenSpan[], confidence: number, limits: { closestFrom: number; threshold: number }): FoundAnswer["outcome"] {
  return spans.length === 0 || confidence < limits.closestFrom ? "none" : confidence < limits.threshold ? "closest" : "answered";
}
