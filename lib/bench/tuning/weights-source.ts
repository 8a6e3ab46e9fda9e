/**
 * @file The source text of lib/assistant/answer/model-weights.ts from fitted numbers, three decimals each.
 */
export interface FittedConfidence {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly threshold: number;
  readonly closestFrom: number;
}

export interface FittedAnswerStage {
  readonly sentences: Readonly<Record<string, number>>;
  readonly confidence: Readonly<Record<"en" | "zh", FittedConfidence>>;
  readonly choice: Readonly<Record<string, unknown>>;
}

export function weightsSource({ sentences, confidence, choice }: FittedAnswerStage): string {
  return `/**
 * @file Fitted numbers of the answer stage. Written by \`npx tsx lib/bench/tuning/answers.ts --write\` from tuning
 * questions only (the demo company's, and ours on CivicActions); lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceWeights } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
${lines(sentences)}
};

/** By the question's language: what a missing word tells differs between them. */
export const CONFIDENCE: Readonly<Record<Language, ConfidenceWeights>> = {
  en: ${confidenceSource(confidence.en)},
  zh: ${confidenceSource(confidence.zh)},
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { ${Object.entries(choice).map(([name, value]) => `${name}: ${String(value)}`).join(", ")} };
`;
}

function confidenceSource({ bias, weights, threshold, closestFrom }: FittedConfidence): string {
  const named = Object.entries(weights).map(([name, value]) => `${name}: ${short(value)}`).join(", ");
  return `{ bias: ${short(bias)}, weights: { ${named} }, threshold: ${short(threshold)}, closestFrom: ${short(closestFrom)} }`;
}

function lines(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${name}: ${short(value)},`)
    .join("\n");
}

function short(value: number): number {
  return Math.round(1000 * value) / 1000;
}
