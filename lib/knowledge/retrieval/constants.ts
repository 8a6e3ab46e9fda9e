/**
 * @file Every tuned constant of lexical search and fusion: unit, range, where measured. Change one only with
 * `npx tsx lib/bench/tuning/tune-retrieval.ts` (tuning sets only; README.md beside lib/knowledge lists the figures).
 */
import type { PerField } from "../lexical/postings";

export interface LexicalConstants {
  /** BM25 saturation, 0.3–3: how much a second occurrence adds. */
  readonly k1: number;
  /** Length normalisation per field, 0–1. */
  readonly b: PerField;
  /** Weight per field of one occurrence, ≥ 0; body is the unit. */
  readonly fieldWeights: PerField;
  /** Share of the whole document's BM25 added to each of its passages, 0–2. */
  readonly documentWeight: number;
  /** A thesaurus concept against a literal word, 0–1. */
  readonly conceptWeight: number;
  /** A word that a repair put in place of what was typed, 0–1. */
  readonly repairWeight: number;
  /** An everyday word that says little (question-words.ts), 0–1. */
  readonly softWeight: number;
  /** Power of a word's information in everyday sentences (common-words.ts), 0–1; 0: only the collection tells what is rare. */
  readonly commonPower: number;
  /** A compound's joined form against one of its parts, 0–1. */
  readonly joinedWeight: number;
  /** A Chinese bigram against a dictionary word, 0–1. */
  readonly bigramWeight: number;
  /** A Chinese character that is a word of its own, 0–1. */
  readonly singleWeight: number;
  /** A Chinese character inside a longer word, 0–1. */
  readonly characterWeight: number;
  /** Two neighbouring words of the question that are neighbours in the passage: share of their mean idf, 0–1. */
  readonly phraseWeight: number;
  /** Power of idf, 0.5–1: below 1 one rare word decides less. */
  readonly idfPower: number;
  /** A word in n concepts gives each conceptWeight / n^spread, 0–1. */
  readonly conceptSpread: number;
}

export const LEXICAL: LexicalConstants = {
  k1: 1.2,
  b: [0.3, 0.3, 0.6],
  fieldWeights: [2, 2, 1],
  documentWeight: 1.2,
  conceptWeight: 1,
  repairWeight: 0.9,
  softWeight: 0.4,
  commonPower: 0.3,
  joinedWeight: 0.4,
  bigramWeight: 0.5,
  singleWeight: 0.7,
  characterWeight: 0.2,
  phraseWeight: 0.2,
  idfPower: 0.85,
  conceptSpread: 0.5,
};

export interface FusionConstants {
  /** Best passages of each arm that enter fusion, 20–500. */
  readonly poolSize: number;
  /** Weight of the dense arm, 0–1; the lexical arm has the rest. Belongs to the encoder: tune again for another one. */
  readonly denseWeight: number;
  /** Cosine that counts as no similarity at all, −1 to 1. */
  readonly denseFloor: number;
  /** Share of a document's second, third … best passage added to its best, 0–1, each further one times this again. */
  readonly furtherPassageWeight: number;
  /** Factor on BM25 of a passage in the other language, which can only match by thesaurus, 1–3. */
  readonly crossLingualBoost: number;
}

export const FUSION: FusionConstants = {
  poolSize: 100,
  denseWeight: 0.5,
  denseFloor: 0,
  furtherPassageWeight: 0.2,
  crossLingualBoost: 1.7,
};
