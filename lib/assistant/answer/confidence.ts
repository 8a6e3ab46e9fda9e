/**
 * @file Confidence: the probability that the documents answer the question, from how well the best passages fit it. A
 * logistic over few features that mean the same in every corpus; fitted with unanswerable questions. What tells most is
 * what is missing: an answer's passage may lack a question's chatter, seldom its subject or the amount it asks for.
 */
import { information } from "../../knowledge/lexical/common-words";
import type { RatedUnit } from "../../knowledge/lexical/lexical-index";
import type { RankedPassage } from "../../knowledge/retrieval/knowledge-base";
import { holdsQuantity } from "../understand/asked-quantity";
import type { PreparedPool } from "./prepare-pool";
import { termSet } from "./sentence-features";

export const CONFIDENCE_FEATURES = ["missing", "amountMissing", "documentShare", "disagreement", "dense", "sentence"] as const;
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

export interface ConfidenceModel {
  readonly bias: number;
  readonly weights: Readonly<Record<ConfidenceFeature, number>>;
}

/** How sure is sure enough, 0–1. */
export interface ConfidenceLimits {
  /** Confidence from which an answer is given. */
  readonly threshold: number;
  /** Confidence from which the nearest passages are shown at all, below `threshold`. */
  readonly closestFrom: number;
}

/** Passages of which the best-fitting one counts. */
const PASSAGES = 5;
/** Sentences and passages in which an amount asked for is looked for. */
const AMOUNT_AMONG = 3;
/** A synonym makes up for this share of a missing word: a near miss often has one. */
const CONCEPT_SHARE = 0.6;
/** The second word that is missing counts for this share of itself. */
const SECOND_SHARE = 0.6;

/**
 * @param pool of the same question, made of `passages`
 * @param probabilities of the pool's sentences
 * @returns one row, in the order of CONFIDENCE_FEATURES
 */
export function confidenceFeatures(pool: PreparedPool, units: readonly RatedUnit[], probabilities: Float64Array): Float64Array {
  const { passages } = pool;
  const words = weigh(units);
  const contexts = passages.slice(0, PASSAGES).map(({ passage }) => termSet([passage.documentTitle, ...passage.headings, passage.text].join("\n")));
  return Float64Array.of(
    Math.min(1, ...contexts.map((context) => missingShare(words, context))),
    amountMissing(pool, probabilities),
    documentShare(pool, probabilities),
    disagreement(passages),
    Math.max(0, ...passages.map((ranked) => ranked.dense ?? 0)),
    pool.similarities.reduce<number>((best, value) => Math.max(best, value ?? 0), 0),
  );
}

interface WeighedWord {
  readonly unit: RatedUnit;
  readonly weight: number;
}

/**
 * By what a word tells in everyday sentences, not in the collection, where a small one takes every absent word for a rare
 * one. Numbers tell little; a word of our field tells more.
 */
function weigh(units: readonly RatedUnit[]): WeighedWord[] {
  const words = units.filter(({ kind }) => kind !== "joined" && kind !== "han-char" && kind !== "han-bigram" && kind !== "quantity");
  return words.map((unit) => {
    const about = (unit.kind === "number" ? -1.5 : 0) + (unit.concepts.length > 0 ? 0.3 : 0) + (unit.kind === "han-single" ? 0.3 : 0);
    return { unit, weight: Math.sqrt(information(unit.term, unit.kind)) * Math.exp(about) };
  });
}

/** Share that the two heaviest words which the passage lacks have of the question's weight, 0–1; 1 when it lacks all. */
function missingShare(words: readonly WeighedWord[], context: ReadonlySet<string>): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const lacking = words.map(({ unit, weight }) => (context.has(unit.term) ? 0 : unit.concepts.some((concept) => context.has(concept)) ? weight * (1 - CONCEPT_SHARE) : weight));
  if (lacking.every((weight, i) => weight === words[i]?.weight)) return 1;
  const [most = 0, next = 0] = lacking.sort((a, b) => b - a);
  return (most + SECOND_SHARE * next) / total;
}

/** Share of three places that lack the amount asked for: the likeliest sentences, the best passage, the best three; 0 when none is asked for. */
function amountMissing({ asked, sentences, passages }: PreparedPool, probabilities: Float64Array): number {
  if (!asked) return 0;
  const likeliest = sentences.map((sentence, i) => ({ sentence, probability: probabilities[i] ?? 0 })).sort((a, b) => b.probability - a.probability).slice(0, AMOUNT_AMONG);
  const inPassage = passages.slice(0, AMOUNT_AMONG).map(({ passage }) => holdsQuantity(passage.text, asked));
  const held = [likeliest.some(({ sentence }) => holdsQuantity(sentence.text, asked)), inPassage[0] ?? false, inPassage.some(Boolean)];
  return held.filter((is) => !is).length / held.length;
}

/** Sentence probability of the document that has most of it, 0–1: an answer seldom lies scattered. */
function documentShare({ sentences }: PreparedPool, probabilities: Float64Array): number {
  const shares = new Map<string, number>();
  sentences.forEach(({ passage }, i) => shares.set(passage.documentId, (shares.get(passage.documentId) ?? 0) + (probabilities[i] ?? 0)));
  return Math.max(0, ...shares.values());
}

/** ln(1 + number of passages that the encoder ranks before the words' favourite); 0 when one of the arms is off. */
function disagreement(passages: readonly RankedPassage[]): number {
  const favourite = passages.reduce<RankedPassage | undefined>((best, ranked) => (best && (best.lexical ?? 0) >= (ranked.lexical ?? 0) ? best : ranked), undefined);
  if (!favourite?.lexical || favourite.dense === null) return 0;
  const limit = favourite.dense;
  return Math.log(1 + passages.filter((ranked) => (ranked.dense ?? 0) > limit).length);
}

/** @returns 0–1 */
export function confidenceOf(row: Float64Array, { bias, weights }: ConfidenceModel): number {
  const utility = CONFIDENCE_FEATURES.reduce((sum, name, j) => sum + weights[name] * (row[j] ?? 0), bias);
  return 1 / (1 + Math.exp(-utility));
}
