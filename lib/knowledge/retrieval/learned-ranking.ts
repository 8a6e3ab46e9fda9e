/**
 * @file Learned ranking: what labels taught about this company's questions, applied to one question at a time. Small
 * numbers beside the encoder: the arms' weights, a linear adapter of the question's vector, and the memory of questions
 * already answered. Documents keep their vectors, so swapping it is instant; one that was learned on an encoder of its own
 * brings the index of that encoder's vectors with it (`LearnedSpace`). lib/improvement learns it.
 */
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import type { ChunkId } from "../../core/types";
import type { VectorIndex } from "../types";
import type { LearnedIntent } from "./learned-intent";

/** A question whose right (or wrong) passage somebody told. */
export interface RememberedQuestion {
  /** Unit vector of the question, not adapted. */
  readonly query: Float32Array;
  /** Unit vector of the passage as it was embedded when the label was learned. */
  readonly passage: Float32Array;
  /** The passage's document; null when it was not known. */
  readonly document: string | null;
  /** −1 (does not answer) … 1 (answers), trust included. */
  readonly relevance: number;
}

/** Low-rank change of the question's vector: q + up · (down · q), of length 1 again. */
export interface QueryAdapter {
  readonly rank: number;
  /** [rank, dimension] */
  readonly down: Float32Array;
  /** [dimension, rank] */
  readonly up: Float32Array;
}

/** In units of the fused score (0–1). */
export interface LearnedWeights {
  /** Share of the dense arm, 0–1. */
  readonly dense: number;
  /** A passage that answered a close paraphrase of the question. */
  readonly passageMemory: number;
  /** A document that answered similar questions. */
  readonly documentMemory: number;
  /** A document that answered many questions, per natural logarithm of 1 + their number. */
  readonly popularity: number;
  /** Share of the question's words that a passage has, times this; left out by versions from before: 0. */
  readonly coverage?: number;
  /** A passage that resembles those that answered similar questions; left out by versions from before: 0. */
  readonly kindred?: number;
}

/**
 * Mean cosine with the nearest remembered questions: at `low` and below a question is foreign and ranked as shipped, at
 * `high` and above it is one of those that labels speak for. In between what was learned counts in part. So learning from
 * one subject leaves all others as they were.
 */
export interface Familiarity {
  readonly low: number;
  readonly high: number;
}

/** How sure an answer is, learned from reviewers: its log-odds as shipped, times `slope`, plus `shift`. */
export interface AnswerCalibration {
  /** > 0; 1: as shipped. */
  readonly slope: number;
  /** 0: as shipped. */
  readonly shift: number;
}

/**
 * A second index beside the first: vectors of a trained encoder. A question under such a version is embedded, searched and
 * compared in it alone; the first index does not see that question, so the two spaces cannot mix.
 */
export interface LearnedSpace {
  readonly encoder: Encoder;
  readonly vectors: VectorIndex;
  /** Undefined: not embedded yet; such a passage is found by its words. */
  vectorOf(id: ChunkId): Float32Array | undefined;
}

export interface LearnedRanking {
  /** Names it in answers, receipts and logs. */
  readonly version: string;
  /** Its vectors belong to this encoder and to no other. */
  readonly encoderVersion: string;
  /** Null, or left out: ranked with the vectors that ship. */
  readonly space?: LearnedSpace | null;
  readonly weights: LearnedWeights;
  readonly adapter: QueryAdapter | null;
  readonly familiarity: Familiarity;
  readonly memory: readonly RememberedQuestion[];
  /** Mean vector of what stood beside the remembered passages without answering: what they share tells nothing. Needed for `kindred`. */
  readonly centre?: Float32Array | null;
  /** Null, or left out by versions from before there was one: as sure as shipped. */
  readonly answering?: AnswerCalibration | null;
  /** Null, or left out by versions from before there was one: the fixed patterns alone say what is none for the documents. */
  readonly intent?: LearnedIntent | null;
}

/** @throws AppError "registry/unusable" when it was learned with another encoder */
export function checkLearned<L extends Pick<LearnedRanking, "version" | "encoderVersion">>(learned: L, encoder: Pick<Encoder, "version">): L {
  if (learned.encoderVersion === encoder.version) return learned;
  throw new AppError("registry/unusable", `${learned.version} was learned on encoder ${learned.encoderVersion}; this one is ${encoder.version}. Train again from the same labels.`);
}

/** @param share of the change, 0–1 @returns a unit vector; the question's own where there is no adapter */
export function adaptQuery(query: Float32Array, adapter: QueryAdapter | null, share = 1): Float32Array {
  if (!adapter || share === 0) return query;
  const { rank, down, up } = adapter;
  const size = query.length;
  const result = Float32Array.from(query);
  for (let r = 0; r < rank; r++) {
    let along = 0;
    for (let i = 0; i < size; i++) along += (down[r * size + i] as number) * (query[i] as number);
    for (let i = 0; i < size; i++) result[i] = (result[i] as number) + share * (up[i * rank + r] as number) * along;
  }
  const length = Math.sqrt(dot(result, result));
  return length > 0 ? result.map((value) => value / length) : query;
}

/** What memory says about a candidate; all 0 without any. */
export interface MemoryFeatures {
  /** −1 … 1 */
  readonly passageMemory: number;
  /** −1 … 1 */
  readonly documentMemory: number;
  /** ≥ 0 */
  readonly popularity: number;
  /** −1 … 1, mostly within ± 0.3; 0 without a centre */
  readonly kindred: number;
}

export interface RecallTarget {
  readonly documentId: string;
  readonly vector: Float32Array;
  /** Share of the question's words that the passage has (`WordFeatures.coverage`), 0–1; left out: not looked at. */
  readonly coverage?: number;
}

/**
 * Cosine at which two questions are taken for the same, and how sharply that changes. From .7 (width .05) on it cost handbooks
 * 1 to 4 points: their questions .65 to .8 alike are others in nine of ten. Measured on our own sets: README of lib/improvement.
 */
const SAME_QUESTION = { middle: 0.82, width: 0.03 };
/** Cosine from which a candidate is the remembered passage, and where it surely is. */
const SAME_PASSAGE = { from: 0.88, to: 0.97 };
/** Kernel of "similar question": width in cosine; and how much similarity there must be before it counts in full. */
const SIMILAR_QUESTION = { width: 0.12, shrink: 0.1 };
/** The same, wider, for passages of that kind. */
const KINDRED = { width: 0.3, shrink: 0.1 };
/** Neighbours that matter less than this are passed over. */
const NEGLIGIBLE = 0.02;

/** Remembered questions that familiarity looks at. */
const NEAREST = 5;

/** Mean cosine of a question with its nearest neighbours; −1 without any. @param cosines with every remembered question */
export function familiarityOf(cosines: readonly number[]): number {
  const nearest = [...cosines].sort((a, b) => b - a).slice(0, NEAREST);
  return nearest.length === 0 ? -1 : nearest.reduce((sum, value) => sum + value, 0) / nearest.length;
}

export interface LearnedQuery {
  /** 0–1: how much of what was learned applies to this question. */
  readonly share: number;
  /** What the dense arm is searched with: unit vector. */
  readonly vector: Float32Array;
  /** Weight of the dense arm, 0–1. */
  readonly denseWeight: number;
  readonly featuresOf: (target: RecallTarget) => MemoryFeatures;
  /** `bonusOf` wants `coverage`. */
  readonly readsWords: boolean;
  /** What is added to a candidate's fused score. */
  readonly bonusOf: (target: RecallTarget) => number;
  /** For this question's answer: a foreign question stays as sure as shipped. */
  readonly answering: AnswerCalibration | null;
}

/**
 * Applies it to one question.
 *
 * @param query the question's own unit vector
 * @param options.denseWeight as shipped
 * @param options.mayRead documents that the asker may not read are not remembered either
 */
export function applyLearned(learned: LearnedRanking, query: Float32Array, options: { readonly denseWeight: number; readonly mayRead?: (document: string) => boolean }): LearnedQuery {
  const { weights, adapter, familiarity } = learned;
  const { mayRead, denseWeight } = options;
  const memory = mayRead ? learned.memory.filter(({ document }) => document === null || mayRead(document)) : learned.memory;
  const cosines = memory.map((entry) => dot(entry.query, query));
  const share = Math.min(1, Math.max(0, (familiarityOf(cosines) - familiarity.low) / Math.max(familiarity.high - familiarity.low, 1e-6)));
  const featuresOf = recall(memory, cosines, learned.centre ?? null);
  return {
    share,
    vector: adaptQuery(query, adapter, share),
    denseWeight: denseWeight + share * (weights.dense - denseWeight),
    featuresOf,
    readsWords: (weights.coverage ?? 0) !== 0 && share > 0,
    bonusOf: (target) => memoryBonus(featuresOf(target), weights, share) + share * (weights.coverage ?? 0) * (target.coverage ?? 0),
    answering: learned.answering ? inPart(learned.answering, share) : null,
  };
}

function inPart({ slope, shift }: AnswerCalibration, share: number): AnswerCalibration {
  return { slope: 1 + share * (slope - 1), shift: share * shift };
}

/** Further from sure than this nothing is told apart. */
const SUREST = 1e-6;

/** @param confidence 0–1, as shipped @returns 0–1 */
export function recalibrate(confidence: number, calibration: AnswerCalibration | null): number {
  return calibration === null ? confidence : 1 / (1 + Math.exp(-(calibration.slope * logOdds(confidence) + calibration.shift)));
}

/** @param probability 0–1; the ends count as nearly sure */
export function logOdds(probability: number): number {
  const inner = Math.min(1 - SUREST, Math.max(SUREST, probability));
  return Math.log(inner / (1 - inner));
}

/** @param cosines of the question with every remembered one, in their order */
function recall(memory: readonly RememberedQuestion[], cosines: readonly number[], centre: Float32Array | null): (target: RecallTarget) => MemoryFeatures {
  const near = memory.map((entry, at) => {
    const cosine = cosines[at] ?? -1;
    return { entry, same: 1 / (1 + Math.exp((SAME_QUESTION.middle - cosine) / SAME_QUESTION.width)), similar: Math.exp((cosine - 1) / SIMILAR_QUESTION.width) };
  });
  const paraphrases = near.filter(({ same }) => same > NEGLIGIBLE);
  const total = near.reduce((sum, { similar }) => sum + similar, SIMILAR_QUESTION.shrink);
  const votes = new Map<string, number>();
  const answered = new Map<string, number>();
  for (const { entry, similar } of near) {
    if (entry.document === null) continue;
    votes.set(entry.document, (votes.get(entry.document) ?? 0) + (similar * entry.relevance) / total);
    answered.set(entry.document, (answered.get(entry.document) ?? 0) + entry.relevance);
  }
  const towards = centre && towardsAnswers(memory, cosines, centre);
  return ({ documentId, vector }) => ({
    passageMemory: strongest(paraphrases, { documentId, vector }),
    documentMemory: votes.get(documentId) ?? 0,
    popularity: Math.log1p(Math.max(0, answered.get(documentId) ?? 0)),
    kindred: towards ? dot(towards, vector) : 0,
  });
}

/**
 * The direction from the centre to what answered similar questions, less what did not: the nearer a question, the more it says.
 *
 * @source relevance feedback with kernel weights: Rocchio 1971; Nadaraya 1964, "On Estimating Regression"
 */
function towardsAnswers(memory: readonly RememberedQuestion[], cosines: readonly number[], centre: Float32Array): Float32Array {
  const sum = new Float32Array(centre.length);
  let total = KINDRED.shrink;
  memory.forEach(({ passage, relevance }, at) => {
    const similar = Math.exp(((cosines[at] ?? -1) - 1) / KINDRED.width);
    if (relevance === 0) return;
    total += similar;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + similar * relevance * ((passage[i] as number) - (centre[i] as number));
  });
  return sum.map((value) => value / total);
}

/** The strongest voice for the passage less the strongest against it. */
function strongest(paraphrases: readonly { readonly entry: RememberedQuestion; readonly same: number }[], { documentId, vector }: RecallTarget): number {
  let [forIt, against] = [0, 0];
  for (const { entry, same } of paraphrases) {
    if (entry.document !== null && entry.document !== documentId) continue;
    const isThis = Math.min(1, Math.max(0, (dot(entry.passage, vector) - SAME_PASSAGE.from) / (SAME_PASSAGE.to - SAME_PASSAGE.from)));
    const voice = same * isThis * entry.relevance;
    if (voice > forIt) forIt = voice;
    else if (-voice > against) against = -voice;
  }
  return forIt - against;
}

/** A paraphrase is familiar by itself; what documents are worth is not known of foreign questions. */
function memoryBonus({ passageMemory, documentMemory, popularity, kindred }: MemoryFeatures, weights: LearnedWeights, share: number): number {
  return weights.passageMemory * passageMemory + share * (weights.documentMemory * documentMemory + weights.popularity * popularity + (weights.kindred ?? 0) * kindred);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
