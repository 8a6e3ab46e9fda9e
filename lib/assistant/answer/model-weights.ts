/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts --write` from tuning
 * questions only (the demo company's, and ours on CivicActions); lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceWeights } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 1.113,
  coverInContext: 3.657,
  coverPrevious: 0.757,
  coverNext: 0.753,
  headingCover: 1.771,
  nearestHeadingCover: 0.267,
  passageCover: 1.364,
  rarestUnit: 0.355,
  phrase: 0.164,
  dense: 1.698,
  passageDense: 1.152,
  passageScore: 2.77,
  passageRank: -0.16,
  documentRank: 0.052,
  typeNumber: 2.981,
  typeMoney: 3.145,
  typeTime: 1.301,
  typePerson: 1.535,
  typePlace: 3.605,
  typeYesNo: 1.141,
  typeSteps: 0.594,
  typeReason: 0,
  coverTimesType: -0.15,
  isHeading: -2.146,
  isQuestion: -2.287,
  isTiny: -0.553,
  length: 0.548,
  isFirst: -0.155,
  endsWithColon: -1.1,
  coverDensity: 1.874,
};

/** By the question's language: what a missing word tells differs between them. */
export const CONFIDENCE: Readonly<Record<Language, ConfidenceWeights>> = {
  en: { bias: 2.07, weights: { missing: -3.261, dense: 1.012, margin: 0.897, topShare: 0 }, threshold: 0.738, closestFrom: 0.598 },
  zh: { bias: 2.513, weights: { missing: -5.6, dense: 0, margin: 1.786, topShare: 0.702 }, threshold: 0.766, closestFrom: 0.393 },
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 4, minProbability: 0.004, neighbourFactor: 1.3, lengthExponent: 0.6 };
