/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder base@92d61ed9cd06; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 1.798,
  coverInContext: 4.613,
  coverPrevious: -0.651,
  coverNext: 0.629,
  headingCover: 0.963,
  nearestHeadingCover: 0.129,
  passageCover: 0.919,
  rarestUnit: 0.156,
  phrase: -0.217,
  dense: 2.332,
  passageDense: 2.107,
  passageScore: 3.593,
  passageRank: -0.395,
  documentRank: 0.112,
  typeNumber: 3.041,
  typeMoney: 2.773,
  typeTime: 1.585,
  typePerson: 0.735,
  typePlace: 1.522,
  typeYesNo: 0.864,
  typeSteps: 0.331,
  typeReason: 0,
  coverTimesType: 0.399,
  isHeading: -1.778,
  isQuestion: -2.228,
  isTiny: -0.33,
  length: 0.293,
  isFirst: -0.114,
  endsWithColon: -1.069,
  coverDensity: 0.937,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: -0.495,
  weights: { missing: -6.316, amountMissing: -1.704, documentShare: 1.031, disagreement: 0, dense: 1.452, sentence: 1.967 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.308, closestFrom: 0.169 },
  zh: { threshold: 0.492, closestFrom: 0.29 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
