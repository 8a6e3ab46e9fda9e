/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only (the demo company's, and our own on CivicActions); lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceWeights } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 1.372,
  coverInContext: 3.885,
  coverPrevious: 0.743,
  coverNext: 0.744,
  headingCover: 1.863,
  nearestHeadingCover: 0.422,
  passageCover: 1.29,
  rarestUnit: 0.321,
  phrase: -0.024,
  dense: 1.747,
  passageDense: 1.246,
  passageScore: 2.854,
  passageRank: -0.134,
  documentRank: 0.063,
  typeNumber: 2.949,
  typeMoney: 3.325,
  typeTime: 1.358,
  typePerson: 1.452,
  typePlace: 3.6,
  typeYesNo: 1.159,
  typeSteps: 0.634,
  typeReason: 0,
  coverTimesType: -0.264,
  isHeading: -2.158,
  isQuestion: -2.309,
  isTiny: -0.582,
  length: 0.51,
  isFirst: -0.145,
  endsWithColon: -1.1,
  coverDensity: 1.914,
};

export const CONFIDENCE: Readonly<Record<Language, ConfidenceWeights>> = {
  en: { bias: 2.158, weights: { missing: -3.555, missingAll: 0, words: 0, dense: 0.792, margin: 0.915, topShare: 0.184 }, threshold: 0.711, closestFrom: 0.586 },
  zh: { bias: 2.158, weights: { missing: -3.555, missingAll: 0, words: 0, dense: 0.792, margin: 0.915, topShare: 0.184 }, threshold: 0.711, closestFrom: 0.586 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 4, minProbability: 0.004, neighbourFactor: 1.3, lengthExponent: 0.6 };
