/**
 * @file Overlap figures: written answers against the short gold answers of a question file → token F1, ROUGE-L, BLEU.
 * Flow: `cadre eval answers` with a language model. Short gold answers make all three small: compare models, not worlds.
 */
import type { JudgedAnswer } from "./answer-metrics";
import { corpusBleu, overlapTokens, rougeL, tokenF1 } from "./text-overlap";

/** Citation marks and the line of a fallback are no part of what was written. */
const MARKS = /\s*\[\d+\]/g;

/**
 * @returns over the answerable questions that have `answers`; for F1 and ROUGE-L the best of a question's answers
 *   counts, as in SQuAD. Empty when no question has any.
 */
export function overlapFigures(judged: readonly JudgedAnswer[]): { tokenF1?: number; rougeL?: number; bleu?: number } {
  const pairs = judged
    .filter(({ question }) => question.answerable && question.answers.length > 0)
    .map(({ question, detail }) => ({
      candidate: overlapTokens(detail.abstained ? "" : detail.answer.replace(MARKS, "")),
      references: question.answers.map(overlapTokens),
    }));
  if (pairs.length === 0) return {};
  const meanOfBest = (measure: typeof tokenF1): number => pairs.reduce((sum, { candidate, references }) => sum + Math.max(...references.map((reference) => measure(candidate, reference))), 0) / pairs.length;
  return { tokenF1: meanOfBest(tokenF1), rougeL: meanOfBest(rougeL), bleu: corpusBleu(pairs) };
}
