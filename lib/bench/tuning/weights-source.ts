/**
 * @file The source text of lib/assistant/answer/model-weights.ts from fitted numbers, three decimals each.
 */
export interface FittedLimits {
  readonly threshold: number;
  readonly closestFrom: number;
}

export interface FittedAnswerStage {
  readonly sentences: Readonly<Record<string, number>>;
  readonly confidence: { readonly bias: number; readonly weights: Readonly<Record<string, number>> };
  readonly limits: Readonly<Record<"en" | "zh", FittedLimits>>;
  /** Of the encoder in use during the fit. */
  readonly encoder: string;
  readonly choice: Readonly<Record<string, unknown>>;
}

export function weightsSource({ sentences, confidence, limits, choice, encoder }: FittedAnswerStage): string {
  return `/**
 * @file Fitted numbers of the answer stage. Written by \`npx tsx lib/bench/tuning/answers.ts --write\` from tuning
 * questions only, with the encoder ${encoder}; lib/assistant/README.md has the cross-checks.
 */
import type { Language } from "../../core/types";
import type { ChooseOptions } from "./choose-spans";
import type { ConfidenceLimits, ConfidenceModel } from "./confidence";
import type { SentenceWeights } from "./sentence-model";

export const SENTENCE_WEIGHTS: SentenceWeights = {
${lines(sentences)}
};

export const CONFIDENCE: ConfidenceModel = {
  bias: ${short(confidence.bias)},
  weights: { ${Object.entries(confidence.weights).map(([name, value]) => `${name}: ${short(value)}`).join(", ")} },
};

/** By the question's language. */
export const LIMITS: Readonly<Record<Language, ConfidenceLimits>> = {
  en: ${limitsSource(limits.en)},
  zh: ${limitsSource(limits.zh)},
};

/** How quotes are chosen; the budget itself is ANSWER.maxQuotedChars. */
export const CHOICE: Omit<ChooseOptions, "maxChars"> = { ${Object.entries(choice).map(([name, value]) => `${name}: ${String(value)}`).join(", ")} };
`;
}

function limitsSource({ threshold, closestFrom }: FittedLimits): string {
  return `{ threshold: ${short(threshold)}, closestFrom: ${short(closestFrom)} }`;
}

function lines(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${name}: ${short(value)},`)
    .join("\n");
}

function short(value: number): number {
  return Math.round(1000 * value) / 1000;
}
