/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@5fc6b32a1e94; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 1.707,
  coverInContext: 4.688,
  coverPrevious: -0.508,
  coverNext: 0.713,
  headingCover: 1.603,
  nearestHeadingCover: -0.225,
  passageCover: 0.926,
  rarestUnit: 0.17,
  phrase: -0.376,
  dense: 2.386,
  passageDense: 3.707,
  passageScore: 3.458,
  passageRank: -0.399,
  documentRank: 0.325,
  typeNumber: 2.955,
  typeMoney: 2.646,
  typeTime: 1.451,
  typePerson: 0.689,
  typePlace: 1.374,
  typeYesNo: 0.961,
  typeSteps: 0.267,
  typeReason: 0.003,
  coverTimesType: 0.596,
  isHeading: -1.835,
  isQuestion: -2.209,
  isTiny: -0.324,
  length: 0.269,
  isFirst: -0.105,
  endsWithColon: -1.059,
  coverDensity: 1.063,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: 0.301,
  weights: { missing: -6.574, amountMissing: -1.765, documentShare: 0.922, disagreement: 0, dense: 1.558, sentence: 0.78 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.355, closestFrom: 0.165 },
  zh: { threshold: 0.488, closestFrom: 0.223 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
