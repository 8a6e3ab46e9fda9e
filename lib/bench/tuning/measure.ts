/**
 * @file Measure: asks every answerable question of a set and counts how often the right document comes first, or among
 * the first five. A document of a question's `also` counts as right.
 */
import type { EvalQuestion } from "../../contracts/cli";
import type { KnowledgeBase, RetrievalMode } from "../../knowledge/retrieval/knowledge-base";
import type { QuestionSet } from "./question-set";

export interface Figures {
  readonly n: number;
  /** Shares of the questions, 0–1. */
  readonly hit1: number;
  readonly hit5: number;
  /** Mean reciprocal rank of the right document within the first ten. */
  readonly mrr: number;
  /** Share whose gold quote lies in one of the first three passages; questions without a quote are left out. */
  readonly quote3: number;
}

/** 1-based rank of the right document of every answerable question, Infinity when it is not among the first 50. */
export async function documentRanks(set: QuestionSet, base: KnowledgeBase, mode: RetrievalMode): Promise<{ question: EvalQuestion; rank: number; quoted: boolean }[]> {
  const ranks = [];
  for (const question of set.questions.filter((one) => one.answerable && one.document)) {
    const right = new Set([question.document, ...question.also]);
    const { documents, passages } = await base.retrieve(question.question, { mode, k: 3 });
    const at = documents.findIndex((document) => right.has(document.source));
    const quote = plain(question.quote ?? "");
    ranks.push({ question, rank: at < 0 ? Infinity : at + 1, quoted: quote !== "" && passages.some(({ passage }) => plain(passage.text).includes(quote)) });
  }
  return ranks;
}

export async function measure(set: QuestionSet, base: KnowledgeBase, mode: RetrievalMode): Promise<Figures> {
  return summarise(await documentRanks(set, base, mode));
}

export function summarise(ranks: readonly { rank: number; quoted: boolean; question: EvalQuestion }[]): Figures {
  const n = ranks.length;
  const share = (count: number): number => (n === 0 ? 0 : count / n);
  const quotes = ranks.filter(({ question }) => question.quote);
  return {
    n,
    hit1: share(ranks.filter(({ rank }) => rank === 1).length),
    hit5: share(ranks.filter(({ rank }) => rank <= 5).length),
    mrr: share(ranks.reduce((sum, { rank }) => sum + (rank <= 10 ? 1 / rank : 0), 0)),
    quote3: quotes.length === 0 ? 0 : quotes.filter(({ quoted }) => quoted).length / quotes.length,
  };
}

/** White space and Markdown marks do not decide whether a quote is found. */
function plain(text: string): string {
  return text.replace(/[*_`#>|[\]()\\-]/g, "").replace(/\s+/g, "").toLowerCase();
}
