/**
 * @file Confidence: the probability that the quoted sentences answer the question, from how well the best of what was
 * found fits it. A logistic over features that mean the same in every corpus; fitted with unanswerable questions.
 */
import type { RatedUnit } from "../../knowledge/lexical/lexical-index";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import type { ChosenSpan } from "./choose-spans";
import type { PreparedPool } from "./prepare-pool";
import { coverOf, termSet } from "./sentence-features";
import { holdsAnswerType } from "../understand/question-type";

export const CONFIDENCE_FEATURES = ["cover", "coverFirst", "unknown", "dense", "bestSentence", "margin", "topShare", "holdsType", "rarestFound", "units"] as const;
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

export interface ConfidenceWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<ConfidenceFeature, number>>;
  /** Confidence from which an answer is given, 0–1. */
  readonly threshold: number;
  /** Confidence from which the nearest passages are shown at all, below `threshold`. */
  readonly closestFrom: number;
}

export interface ConfidenceInput {
  readonly retrieval: Retrieval;
  readonly pool: PreparedPool;
  readonly probabilities: Float64Array;
  readonly spans: readonly ChosenSpan[];
}

/** @returns one row, in the order of CONFIDENCE_FEATURES */
export function confidenceFeatures({ retrieval, pool, probabilities, spans }: ConfidenceInput): Float64Array {
  const { units, documents } = retrieval;
  const cited = spans.map(({ passage, quote }) => termSet([passage.documentTitle, ...passage.headings, quote].join("\n")));
  const first = cited[0] ?? new Set<string>();
  const best = probabilities.reduce((at, value, i) => (value > (probabilities[at] ?? 0) ? i : at), 0);
  const bestCosine = Math.max(0, ...retrieval.passages.map((ranked) => ranked.dense ?? 0));
  const known = units.filter((unit) => unit.kind !== "joined");
  return Float64Array.of(
    coverOf(units, ...cited),
    coverOf(units, first),
    unknownShare(units),
    bestCosine,
    pool.similarities[best] ?? bestCosine,
    documents.length > 1 ? ((documents[0]?.score ?? 0) - (documents[1]?.score ?? 0)) / Math.max(documents[0]?.score ?? 0, 1e-6) : 1,
    probabilities[best] ?? 0,
    spans[0] && pool.type !== "open" && holdsAnswerType(spans[0].quote, pool.type) ? 1 : 0,
    hasRarest(known, first) ? 1 : 0,
    Math.log(1 + known.length),
  );
}

/** Idf-weighted share of the question that no document knows. */
function unknownShare(units: readonly RatedUnit[]): number {
  const total = units.reduce((sum, unit) => sum + unit.idf, 0);
  return total > 0 ? units.reduce((sum, unit) => (unit.isKnown ? sum : sum + unit.idf), 0) / total : 1;
}

function hasRarest(units: readonly RatedUnit[], set: ReadonlySet<string>): boolean {
  const rarest = units.reduce<RatedUnit | undefined>((top, unit) => (top && top.idf >= unit.idf ? top : unit), undefined);
  return rarest !== undefined && (set.has(rarest.term) || rarest.concepts.some((concept) => set.has(concept)));
}

/** @returns 0–1 */
export function confidenceOf(row: Float64Array, { bias, weights }: ConfidenceWeights): number {
  const utility = CONFIDENCE_FEATURES.reduce((sum, name, j) => sum + weights[name] * (row[j] ?? 0), bias);
  return 1 / (1 + Math.exp(-utility));
}
