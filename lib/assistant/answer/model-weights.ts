/**
 * @file Fitted numbers of the answer stage. Written by `npx tsx lib/bench/tuning/answers.ts` from tuning questions only
 * (the demo company's dev split and our own on CivicActions); its README section lists the figures and cross-checks.
 */
import type { ConfidenceWeights } from "./confidence";
import type { ChooseOptions } from "./choose-spans";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
  cover: 1.55,
  coverInContext: 4.25,
  coverPrevious: 0.41,
  coverNext: 0.53,
  headingCover: 2.48,
  nearestHeadingCover: 0.23,
  passageCover: 3.56,
  rarestUnit: 0.33,
  phrase: 0.22,
  dense: 1.78,
  passageDense: 2.82,
  passageScore: 1.99,
  passageRank: 0.38,
  documentRank: -0.23,
  typeNumber: 3.42,
  typeMoney: 2.75,
  typeTime: 1.98,
  typePerson: 1.44,
  typePlace: 3.9,
  typeYesNo: 1.3,
  typeSteps: 0.53,
  typeReason: -2.19,
  coverTimesType: -0.88,
  isHeading: -2.28,
  isQuestion: -2.29,
  isTiny: -0.82,
  length: 0.35,
  isFirst: 0.08,
  endsWithColon: -1.04,
  coverDensity: 1.43,
};

export const CONFIDENCE: ConfidenceWeights = {
  bias: -2.5,
  weights: { cover: 2, coverFirst: 1, unknown: -3, dense: 3, bestSentence: 1, margin: 1, topShare: 0.5, holdsType: 0.3, rarestFound: 0.5, units: 0 },
  threshold: 0.5,
  closestFrom: 0.15,
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { maxSpans: 4, minProbability: 0.004, neighbourFactor: 1.3, lengthExponent: 0.6 };
