/**
 * @file Confidence: the probability that the documents answer the question, from how well the best passages fit it. A
 * logistic over few features that mean the same in every corpus; fitted with unanswerable questions. What tells most is
 * what is missing: an answer's passage may lack a question's chatter, seldom the two words that weigh most.
 */
import type { RatedUnit } from "../../knowledge/lexical/lexical-index";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { termSet } from "./sentence-features";

export const CONFIDENCE_FEATURES = ["missing", "dense", "margin", "topShare"] as const;
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

export interface ConfidenceWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<ConfidenceFeature, number>>;
  /** Confidence from which an answer is given, 0–1. */
  readonly threshold: number;
  /** Confidence from which the nearest passages are shown at all, below `threshold`. */
  readonly closestFrom: number;
}

/** Passages of which the best-fitting one counts. */
const PASSAGES = 5;
/** A synonym makes up for this share of a missing word: less than in ranking, for it is also how near misses look. */
const CONCEPT_SHARE = 0.4;

/**
 * @param probabilities of the pool's sentences
 * @returns one row, in the order of CONFIDENCE_FEATURES
 */
export function confidenceFeatures({ passages, documents, units }: Pick<Retrieval, "passages" | "documents" | "units">, probabilities: Float64Array): Float64Array {
  const asked = units.filter((unit) => unit.kind !== "joined" && unit.kind !== "han-char");
  const contexts = passages.slice(0, PASSAGES).map(({ passage }) => termSet([passage.documentTitle, ...passage.headings, passage.text].join("\n")));
  const [first = 0, second = 0] = documents.map((document) => document.score);
  return Float64Array.of(
    Math.min(1, ...contexts.map((context) => missingShare(asked, context))),
    Math.max(0, ...passages.map((ranked) => ranked.dense ?? 0)),
    first > 0 ? (first - second) / first : 0,
    probabilities.reduce((top, value) => Math.max(top, value), 0),
  );
}

/** Share that the two heaviest units which the passage lacks have of the question's idf, 0–1. */
function missingShare(units: readonly RatedUnit[], context: ReadonlySet<string>): number {
  const total = units.reduce((sum, unit) => sum + unit.idf, 0);
  if (total <= 0) return 1;
  const lacking = units.map((unit) => (context.has(unit.term) ? 0 : unit.concepts.some((concept) => context.has(concept)) ? unit.idf * (1 - CONCEPT_SHARE) : unit.idf));
  const [most = 0, next = 0] = lacking.sort((a, b) => b - a);
  return (most + next) / total;
}

/** @returns 0–1 */
export function confidenceOf(row: Float64Array, { bias, weights }: ConfidenceWeights): number {
  const utility = CONFIDENCE_FEATURES.reduce((sum, name, j) => sum + weights[name] * (row[j] ?? 0), bias);
  return 1 / (1 + Math.exp(-utility));
}
