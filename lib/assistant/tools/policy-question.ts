/**
 * @file Policy questions: retrieve → sentences → the best contiguous ones, quoted, or an honest "not in the documents".
 * Needs no language model; everything it shows besides the quotes is a fixed sentence of phrases.ts.
 */
import { ANSWER } from "../../config/defaults";
import type { Answer, Citation } from "../../contracts/evidence";
import { chooseSpans, type ChosenSpan } from "../answer/choose-spans";
import { composeText, toCitations } from "../answer/compose";
import { confidenceFeatures, confidenceOf } from "../answer/confidence";
import { findConflict } from "../answer/conflict";
import { CONFIDENCE, CHOICE, SENTENCE_WEIGHTS } from "../answer/model-weights";
import { preparePool } from "../answer/prepare-pool";
import { rankDocuments, toRetrieved } from "../answer/rank-documents";
import { say } from "../answer/say";
import { softmax, utilities } from "../answer/sentence-model";
import { phrasesIn, type Phrases } from "../phrases";
import type { Tool, ToolContext, Understood } from "./tool";

/** Passages retrieved: those whose sentences are looked at, and some more for the record. */
const K = 30;

export const policyQuestion: Tool = {
  name: "policy-question",
  capability: "policies",
  recognise: () => 0.5,
  async run(understood, context) {
    const { knowledge, tell, time, request } = context;
    tell({ type: "status", stage: "retrieve" });
    const retrieval = await context.retrieve(understood.question, { kinds: ["policy", "course", "job"], k: K });
    tell({ type: "status", stage: "rank" });
    let started = performance.now();
    const question = retrieval.repairedQuery ?? understood.question;
    const pool = await preparePool(retrieval, { encoder: knowledge.encoder, question, signal: request.signal });
    time("rank", performance.now() - started);
    started = performance.now();
    const probabilities = softmax(utilities(pool.features, SENTENCE_WEIGHTS));
    const spans = chooseSpans(pool.sentences, probabilities, { ...CHOICE, maxChars: ANSWER.maxQuotedChars });
    const confidence = confidenceOf(confidenceFeatures({ retrieval, pool, probabilities, spans }), CONFIDENCE);
    const conflict = findConflict(spans, retrieval.units);
    const documents = rankDocuments(retrieval, pool, probabilities);
    tell({ type: "status", stage: "answer" });
    const answer = toAnswer({ understood, confidence, spans, citations: toCitations(spans, conflict) }, context);
    time("answer", performance.now() - started);
    return { answer, retrieved: toRetrieved(retrieval), documents, repaired: retrieval.repairedQuery };
  },
};

interface Found {
  readonly understood: Understood;
  readonly confidence: number;
  readonly spans: readonly ChosenSpan[];
  readonly citations: readonly Citation[];
}

function toAnswer({ understood, confidence, spans, citations }: Found, { tell }: ToolContext): Omit<Answer, "understoodAs"> {
  const phrases = phrasesIn(understood.language);
  const outcome = spans.length === 0 || confidence < CONFIDENCE.closestFrom ? "none" : confidence < CONFIDENCE.threshold ? "closest" : "answered";
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
