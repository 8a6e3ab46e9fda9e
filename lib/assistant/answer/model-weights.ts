/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@b1c00a558c1c; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 2.711,
  coverInContext: 4.248,
  coverPrevious: 0.183,
  coverNext: 0.861,
  headingCover: 1.767,
  nearestHeadingCover: 0.503,
  passageCover: 0.97,
  rarestUnit: 0.221,
  phrase: -0.202,
  dense: 0.722,
  passageDense: 1.313,
  passageScore: 3.49,
  passageRank: -0.448,
  documentRank: 0.325,
  typeNumber: 2.937,
  typeMoney: 3.046,
  typeTime: 1.306,
  typePerson: 1.027,
  typePlace: 1.614,
  typeYesNo: 1.096,
  typeSteps: 0.451,
  typeReason: -0.015,
  coverTimesType: 0.217,
  isHeading: -2.274,
  isQuestion: -2.156,
  isTiny: -0.623,
  length: 0.3,
  isFirst: -0.011,
  endsWithColon: -1.059,
  coverDensity: 1.421,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: 1.308,
  weights: { missing: -6.897, amountMissing: -1.634, documentShare: 1.141, disagreement: -0.077, dense: 0, sentence: 0 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.405, closestFrom: 0.155 },
  zh: { threshold: 0.441, closestFrom: 0.257 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 4, minProbability: 0.004, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.6 };
