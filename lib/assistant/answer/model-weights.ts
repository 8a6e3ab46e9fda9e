/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@3fb1cf387d4f; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 2.544,
  coverInContext: 4.501,
  coverPrevious: -0.007,
  coverNext: 0.86,
  headingCover: 1.766,
  nearestHeadingCover: 0.338,
  passageCover: 0.773,
  rarestUnit: 0.179,
  phrase: -0.234,
  dense: 0.41,
  passageDense: 2.182,
  passageScore: 3.836,
  passageRank: -0.41,
  documentRank: 0.201,
  typeNumber: 2.887,
  typeMoney: 2.773,
  typeTime: 1.232,
  typePerson: 0.87,
  typePlace: 1.502,
  typeYesNo: 1.067,
  typeSteps: 0.289,
  typeReason: -0.017,
  coverTimesType: 0.548,
  isHeading: -2.297,
  isQuestion: -2.131,
  isTiny: -0.527,
  length: 0.308,
  isFirst: -0.052,
  endsWithColon: -1.023,
  coverDensity: 1.491,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: -0.062,
  weights: { missing: -6.58, amountMissing: -1.713, documentShare: 1.052, disagreement: 0, dense: 1.596, sentence: 0.989 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.397, closestFrom: 0.176 },
  zh: { threshold: 0.491, closestFrom: 0.273 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
