/**
 * @file Answer metrics: details of answered questions against their gold → the figures of `cadre eval answers`. Pure.
 */
import type { EvalAnswersDetail, EvalAnswersOutput, EvalQuestion } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { auroc } from "./auroc";
import { isAnswerCited, isQuoteCited } from "./quote-match";

export interface JudgedAnswer {
  readonly question: EvalQuestion;
  readonly detail: EvalAnswersDetail;
  readonly latencyMs: number;
}

/**
 * Shares over all questions of a kind. A quote or answer only counts when it is cited from a right document, and what
 * is shown while abstaining counts as cited: it is on the screen, the outcome says what it is.
 */
export function answerMetrics(judged: readonly JudgedAnswer[]): EvalAnswersOutput {
  if (judged.length === 0) throw new AppError("eval/bad-input", "there is no question to evaluate");
  const answerable = judged.filter(({ question }) => question.answerable);
  const unanswerable = judged.filter(({ question }) => !question.answerable);
  return {
    n: judged.length,
    hit1: share(answerable, (one) => rankOfRight(one) === 0),
    hit5: share(answerable, (one) => rankOfRight(one) >= 0 && rankOfRight(one) < 5),
    quote: share(answerable, (one) => isQuoteCited(one.question.quote ?? "", rightQuotes(one))),
    answer: share(answerable, (one) => isAnswerCited(one.question.answers, rightQuotes(one))),
    coverage: share(answerable, ({ detail }) => !detail.abstained),
    abstain: share(unanswerable, ({ detail }) => detail.abstained),
    auroc: auroc(judged.map(({ question, detail }) => ({ score: detail.confidence, positive: question.answerable }))),
    latencyMs: judged.reduce((sum, one) => sum + one.latencyMs, 0) / judged.length,
  };
}

function rightDocuments({ question }: JudgedAnswer): ReadonlySet<string> {
  return new Set([question.document ?? "", ...question.also]);
}

function rankOfRight(one: JudgedAnswer): number {
  const right = rightDocuments(one);
  return one.detail.retrieved.findIndex((document) => right.has(document));
}

function rightQuotes(one: JudgedAnswer): string[] {
  const right = rightDocuments(one);
  return one.detail.citations.filter((citation) => right.has(citation.document)).map((citation) => citation.quote);
}

function share(items: readonly JudgedAnswer[], holds: (one: JudgedAnswer) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
