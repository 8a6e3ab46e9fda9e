/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only, with the encoder model@5fc6b32a1e94; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 2.002,
  coverInContext: 4.634,
  coverPrevious: -0.447,
  coverNext: 0.714,
  headingCover: 1.658,
  nearestHeadingCover: -0.194,
  passageCover: 0.776,
  rarestUnit: 0.139,
  phrase: -0.138,
  dense: 1.706,
  passageDense: 4.324,
  passageScore: 3.488,
  passageRank: -0.462,
  documentRank: 0.296,
  typeNumber: 2.99,
  typeMoney: 2.763,
  typeTime: 1.456,
  typePerson: 0.712,
  typePlace: 1.513,
  typeYesNo: 0.984,
  typeSteps: 0.331,
  typeReason: 0.003,
  coverTimesType: 0.474,
  isHeading: -2.065,
  isQuestion: -2.105,
  isTiny: -0.351,
  length: 0.292,
  isFirst: -0.113,
  endsWithColon: -1.06,
  coverDensity: 1.345,
};

export const CONFIDENCE: ConfidenceModel = {
  bias: 0.808,
  weights: { missing: -6.814, amountMissing: -1.779, documentShare: 1.016, disagreement: -0.056, dense: 0, sentence: 1.167 },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: { threshold: 0.367, closestFrom: 0.164 },
  zh: { threshold: 0.494, closestFrom: 0.221 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 6, minProbability: 0.002, enough: 0.98, neighbourFactor: 1.3, lengthExponent: 0.5 };
