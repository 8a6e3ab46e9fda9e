/**
 * @file Answer cases: tuning questions with everything the answer stage sees (passages, sentences, features) and which
 * sentences are right. Built once per run; fitting then needs no encoder. Tuning sets only.
 */
import type { EvalQuestion } from "../../contracts/cli";
import type { KnowledgeBase, Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { normaliseQuote } from "../../knowledge/evaluate/quote-match";
import { preparePool, type PreparedPool } from "../../assistant/answer/prepare-pool";

export interface AnswerCase {
  readonly set: string;
  readonly question: EvalQuestion;
  readonly retrieval: Retrieval;
  readonly pool: PreparedPool;
  /** Per sentence: it holds the gold quote, or a part of it. */
  readonly isGold: readonly boolean[];
}

export async function buildCases(set: string, knowledge: KnowledgeBase, questions: readonly EvalQuestion[]): Promise<AnswerCase[]> {
  const cases: AnswerCase[] = [];
  for (const question of questions) {
    const retrieval = await knowledge.retrieve(question.question, { k: 30 });
    const pool = await preparePool(retrieval, { encoder: knowledge.encoder, question: question.question });
    cases.push({ set, question, retrieval, pool, isGold: pool.sentences.map((sentence) => holdsGold(sentence, question)) });
  }
  return cases;
}

function holdsGold(sentence: PreparedPool["sentences"][number], question: EvalQuestion): boolean {
  if (!question.answerable || !question.quote) return false;
  const right = [question.document, ...question.also].includes(sentence.passage.documentId);
  if (!right || sentence.isHeading) return false;
  const gold = normaliseQuote(question.quote);
  const own = normaliseQuote(sentence.text);
  return own.includes(gold) || (own.length >= 12 && gold.includes(own)) || overlap(own, gold) >= 0.6;
}

/** Longest end of one that begins the other, as a share of the shorter. */
function overlap(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let length = shorter; length > 10; length--) if (a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) return length / shorter;
  return 0;
}
