/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@3fb1cf387d4f; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 2.566,
  coverInContext: 4.413,
  coverPrevious: 0.035,
  coverNext: 0.842,
  headingCover: 1.865,
  nearestHeadingCover: 0.221,
  passageCover: 0.77,
  rarestUnit: 0.187,
  phrase: -0.192,
  dense: 0.361,
  passageDense: 2.116,
  passageScore: 3.891,
  passageRank: -0.398,
  documentRank: 0.187,
  typeNumber: 2.896,
  typeMoney: 2.705,
  typeTime: 1.234,
  typePerson: 0.87,
  typePlace: 1.503,
  typeYesNo: 1.049,
  typeSteps: 0.295,
  typeReason: -0.017,
  coverTimesType: 0.539,
  isHeading: -2.314,
  isQuestion: -2.021,
  isTiny: -0.519,
  length: 0.309,
  isFirst: -0.046,
  endsWithColon: -1.031,
  coverDensity: 1.514,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: -0.036,
  weights: { missing: -6.611, amountMissing: -1.712, documentShare: 1.048, disagreement: 0, dense: 1.517, sentence: 1.034 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.396, closestFrom: 0.175 },
  zh: { threshold: 0.492, closestFrom: 0.272 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
