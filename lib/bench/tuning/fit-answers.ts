/**
 * @file Fits of the answer stage and what they give on a corpus that they were not fitted on. Pure: cases in, numbers out.
 * Where the encoder knows the passages, its similarities are masked, or the fit would trust them more than they deserve.
 */
import { ANSWER } from "../../config/defaults";
import { CONFIDENCE_FEATURES, confidenceFeatures } from "../../assistant/answer/confidence";
import { chooseSpans, type ChooseOptions } from "../../assistant/answer/choose-spans";
import { rankDocuments } from "../../assistant/answer/rank-documents";
import { SENTENCE_FEATURES, type SentenceFeature } from "../../assistant/answer/sentence-features";
import { softmax, utilities, type SentenceWeights } from "../../assistant/answer/sentence-model";
import { auroc } from "../../knowledge/evaluate/auroc";
import { isQuoteCited } from "../../knowledge/evaluate/quote-match";
import type { AnswerCase } from "./answer-cases";
import type { AnswerCorpus } from "./answer-corpora";
import { fitBinary, fitConditional, type BinaryFit } from "./logit";

const SENTENCE_FIT = { l2: 0.01, steps: 120, rate: 0.25 };
const CONFIDENCE_FIT = { l2: 0.02, steps: 400, rate: 0.2 };
/** What is missing can only lower confidence, the rest only raise it: keeps small sets from inventing the opposite. */
const SIGNS: Readonly<Record<(typeof CONFIDENCE_FEATURES)[number], 1 | -1>> = { missing: -1, amountMissing: -1, documentShare: 1, disagreement: -1, dense: 1, sentence: 1 };
const SENTENCE_SIMILARITIES: readonly SentenceFeature[] = ["dense", "passageDense"];
const CONFIDENCE_SIMILARITIES: readonly (typeof CONFIDENCE_FEATURES)[number][] = ["disagreement", "dense", "sentence"];

/** Sentence weights from the answerable questions of all corpora, rounded as they are stored. */
export function fitSentences(corpora: readonly AnswerCorpus[]): SentenceWeights {
  const groups = corpora.flatMap(({ cases, isKnownToEncoder }) =>
    cases.filter(({ question }) => question.answerable).map(({ pool, isGold }) => ({ rows: isKnownToEncoder ? pool.features.map(withoutSimilarity) : pool.features, isRight: isGold })),
  );
  const weights = fitConditional(groups, SENTENCE_FIT);
  return Object.fromEntries(SENTENCE_FEATURES.map((name, j) => [name, Math.round(1000 * (weights[j] ?? 0)) / 1000])) as SentenceWeights;
}

function withoutSimilarity(row: Float64Array): Float64Array {
  return row.map((value, j) => (SENTENCE_SIMILARITIES.includes(SENTENCE_FEATURES[j] as SentenceFeature) ? 0 : value));
}

function probabilitiesOf({ pool }: AnswerCase, weights: SentenceWeights): Float64Array {
  return softmax(utilities(pool.features, weights));
}

export interface AnswerFigures {
  /** Shares of the answerable questions, 0–1: gold quote cited; right document first and among the first five. */
  readonly quote: number;
  readonly hit1: number;
  readonly hit5: number;
}

/** @param weights must not have been fitted on this corpus */
export function measureAnswers({ cases }: AnswerCorpus, weights: SentenceWeights, choice: Omit<ChooseOptions, "maxChars">): AnswerFigures {
  const answerable = cases.filter(({ question }) => question.answerable);
  let [quoted, first, five] = [0, 0, 0];
  for (const { question, retrieval, pool } of answerable) {
    const probabilities = softmax(utilities(pool.features, weights));
    const right = new Set<string>([question.document ?? "", ...question.also]);
    const spans = chooseSpans(pool.sentences, probabilities, { ...choice, maxChars: ANSWER.maxQuotedChars });
    if (isQuoteCited(question.quote ?? "", spans.filter((span) => right.has(span.passage.documentId)).map((span) => span.quote))) quoted++;
    const rank = rankDocuments(retrieval, pool, probabilities).findIndex((document) => right.has(document.documentId));
    if (rank === 0) first++;
    if (rank >= 0 && rank < 5) five++;
  }
  const n = Math.max(1, answerable.length);
  return { quote: quoted / n, hit1: first / n, hit5: five / n };
}

export interface ConfidenceRows {
  readonly corpus: AnswerCorpus;
  readonly rows: readonly Float64Array[];
  readonly labels: readonly boolean[];
}

/** `weights` must not have been fitted on this corpus, or the features look better than they will. */
export function confidenceRows(corpus: AnswerCorpus, weights: SentenceWeights): ConfidenceRows {
  return {
    corpus,
    rows: corpus.cases.map((one) => confidenceFeatures(one.pool, one.retrieval.units, probabilitiesOf(one, weights))),
    labels: corpus.cases.map(({ question }) => question.answerable),
  };
}

/** In corpora that the encoder knows, similarities become the mean of the others, and so tell nothing. */
export function maskKnown(sets: readonly ConfidenceRows[]): ConfidenceRows[] {
  const honest = sets.filter(({ corpus }) => !corpus.isKnownToEncoder).flatMap(({ rows }) => rows);
  const means = CONFIDENCE_FEATURES.map((name, j) => (CONFIDENCE_SIMILARITIES.includes(name) ? honest.reduce((sum, row) => sum + (row[j] ?? 0), 0) / Math.max(1, honest.length) : null));
  return sets.map((set) => (set.corpus.isKnownToEncoder ? { ...set, rows: set.rows.map((row) => row.map((value, j) => means[j] ?? value)) } : set));
}

/** Every corpus weighs the same, and in each the answerable as much as the rest. */
export function fitConfidence(sets: readonly ConfidenceRows[]): BinaryFit {
  const rowWeights = sets.flatMap(({ labels }) => {
    const answerable = labels.filter(Boolean).length;
    return labels.map((label) => 1 / Math.max(1, label ? answerable : labels.length - answerable));
  });
  const signs = CONFIDENCE_FEATURES.map((name) => SIGNS[name]);
  return fitBinary(sets.flatMap(({ rows }) => rows), sets.flatMap(({ labels }) => labels), { ...CONFIDENCE_FIT, signs, rowWeights });
}

export function confidencesOf(rows: readonly Float64Array[], { bias, weights }: BinaryFit): number[] {
  return rows.map((row) => 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), bias))));
}

/** Confidence below which 1 − coverage of the answerable questions lie. */
export function limitFor(coverage: number, values: readonly number[], labels: readonly boolean[]): number {
  const sorted = values.filter((_, i) => labels[i]).sort((a, b) => a - b);
  return sorted[Math.floor((1 - coverage) * sorted.length + 1e-9)] ?? 0;
}

export interface AbstentionFigures {
  readonly auroc: number;
  /** Share of the answerable questions answered, of the others not answered, 0–1. */
  readonly coverage: number;
  readonly abstention: number;
}

export function measureAbstention(values: readonly number[], labels: readonly boolean[], limit: number): AbstentionFigures {
  const share = (wanted: boolean, test: (value: number) => boolean): number => {
    const own = values.filter((_, i) => labels[i] === wanted);
    return own.filter(test).length / Math.max(1, own.length);
  };
  return {
    auroc: auroc(values.map((score, i) => ({ score, positive: labels[i] ?? false }))) ?? Number.NaN,
    coverage: share(true, (value) => value >= limit),
    abstention: share(false, (value) => value < limit),
  };
}
