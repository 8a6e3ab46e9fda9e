/**
 * @file Weight features: what the weights of a learned ranking multiply, per candidate of a question. Memory never holds
 * the question's own group here: learning from its own answer would teach that memory is always right.
 */
import { FUSION } from "../../knowledge/retrieval/constants";
import { applyLearned, type LearnedRanking, type QueryAdapter, type RememberedQuestion } from "../../knowledge/retrieval/learned-ranking";
import { RIGHT_FROM, type RankingExample } from "./examples";
import { dot } from "./score-pool";

export const WEIGHT_FEATURES = ["dense", "lexical", "passageMemory", "documentMemory", "popularity", "coverage", "kindred"] as const;

export interface WeightRow {
  /** The question's group: rows of one are held out together. */
  readonly group: string;
  /** [candidates][WEIGHT_FEATURES] */
  readonly features: readonly Float64Array[];
  /** Candidates that answer, each with its trust. */
  readonly right: readonly { readonly at: number; readonly weight: number }[];
}

export interface Remembered extends RememberedQuestion {
  readonly group: string;
}

/** A thumb down on what was shown speaks less against it than an answer speaks for one. */
const AGAINST = 0.5;

/** What examples leave in memory. */
export function rememberExamples(examples: readonly RankingExample[]): Remembered[] {
  return examples.flatMap(({ pool, judged, group }) =>
    judged.map(({ vector, documentId, relevance, weight }) => {
      const trust = Math.min(1, weight);
      return { group, query: pool.vector, passage: vector, document: documentId, relevance: relevance >= RIGHT_FROM ? relevance * trust : -AGAINST * (1 - relevance) * trust };
    }),
  );
}

/** Candidates that stand beside a right passage, nearest first: what they have in common with it does not make it right. */
const BESIDE = 15;

/** Mean vector of what stood beside the judged passages of each question; null without any. */
export function centreOf(examples: readonly RankingExample[]): Float32Array | null {
  const means = examples.flatMap(({ pool, judged }) => {
    const right = new Set(judged.filter(({ relevance }) => relevance >= RIGHT_FROM).map(({ id }) => id));
    const beside = pool.candidates.filter(({ id }) => !right.has(id)).sort((a, b) => b.dense - a.dense || (a.id < b.id ? -1 : 1)).slice(0, BESIDE);
    return beside.length > 0 ? [meanOf(beside.map(({ vector }) => vector))] : [];
  });
  return means.length > 0 ? meanOf(means) : null;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (vector[i] as number) / vectors.length;
  return mean;
}

/** What rows are made with. */
export interface RowSource {
  readonly memory: readonly Remembered[];
  readonly centre: Float32Array | null;
  /** Of a model that has not seen the example's group. */
  readonly adapter: QueryAdapter | null;
}

const WHOLLY = { low: -2, high: -1 };
const NO_WEIGHTS = { dense: 0, passageMemory: 0, documentMemory: 0, popularity: 0 };

export function weightRow(example: RankingExample, { memory, centre, adapter }: RowSource): WeightRow {
  const { pool, judged, group } = example;
  const others = memory.filter((entry) => entry.group !== group);
  const stand: LearnedRanking = { version: "", encoderVersion: "", weights: NO_WEIGHTS, adapter, familiarity: WHOLLY, memory: others, centre };
  const applied = applyLearned(stand, pool.vector, { denseWeight: 0 });
  const dense = pool.candidates.map((one) => Math.max(0, adapter ? dot(applied.vector, one.vector) : one.dense));
  const [bestDense, bestLexical] = [Math.max(1e-6, ...dense), Math.max(1e-9, ...pool.candidates.map((one) => one.lexical))];
  const features = pool.candidates.map((one, at) => {
    const { passageMemory, documentMemory, popularity, kindred } = applied.featuresOf(one);
    const words = (one.lexical / bestLexical) * (one.language === pool.language ? 1 : FUSION.crossLingualBoost);
    return Float64Array.of((dense[at] ?? 0) / bestDense, words, passageMemory, documentMemory, popularity, one.coverage ?? 0, kindred);
  });
  const right = judged.flatMap(({ id, relevance, weight }) => {
    const at = pool.candidates.findIndex((one) => one.id === id);
    return at >= 0 && relevance >= RIGHT_FROM && weight > 0 ? [{ at, weight: relevance * weight }] : [];
  });
  return { group, features, right };
}
