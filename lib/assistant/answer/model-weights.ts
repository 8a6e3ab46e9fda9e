/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@0dd5153b312a; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 2.485,
  coverInContext: 4.498,
  coverPrevious: 0.022,
  coverNext: 0.925,
  headingCover: 1.618,
  nearestHeadingCover: 0.351,
  passageCover: 0.991,
  rarestUnit: 0.205,
  phrase: -0.208,
  dense: 0.437,
  passageDense: 1.071,
  passageScore: 3.891,
  passageRank: -0.392,
  documentRank: 0.186,
  typeNumber: 2.862,
  typeMoney: 2.778,
  typeTime: 1.181,
  typePerson: 0.833,
  typePlace: 1.518,
  typeYesNo: 1.023,
  typeSteps: 0.25,
  typeReason: -0.017,
  coverTimesType: 0.701,
  isHeading: -2.317,
  isQuestion: -2.151,
  isTiny: -0.513,
  length: 0.31,
  isFirst: -0.046,
  endsWithColon: -1.039,
  coverDensity: 1.479,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: -0.147,
  weights: { missing: -6.525, amountMissing: -1.653, documentShare: 1.054, disagreement: 0, dense: 1.538, sentence: 1.289 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.399, closestFrom: 0.184 },
  zh: { threshold: 0.493, closestFrom: 0.303 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
