/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@3fb1cf387d4f; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 2.52,
  coverInContext: 4.393,
  coverPrevious: 0.036,
  coverNext: 0.864,
  headingCover: 1.868,
  nearestHeadingCover: 0.244,
  passageCover: 0.8,
  rarestUnit: 0.19,
  phrase: -0.194,
  dense: 0.459,
  passageDense: 2.079,
  passageScore: 3.862,
  passageRank: -0.397,
  documentRank: 0.186,
  typeNumber: 2.878,
  typeMoney: 2.706,
  typeTime: 1.242,
  typePerson: 0.859,
  typePlace: 1.475,
  typeYesNo: 1.052,
  typeSteps: 0.298,
  typeReason: -0.016,
  coverTimesType: 0.526,
  isHeading: -2.341,
  isQuestion: -2.071,
  isTiny: -0.347,
  length: 0.289,
  isFirst: -0.027,
  endsWithColon: -1.051,
  coverDensity: 1.544,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: -0.036,
  weights: { missing: -6.601, amountMissing: -1.7, documentShare: 1.063, disagreement: 0, dense: 1.467, sentence: 1.063 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.395, closestFrom: 0.175 },
  zh: { threshold: 0.492, closestFrom: 0.273 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
