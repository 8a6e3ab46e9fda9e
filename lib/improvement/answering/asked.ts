/**
 * @file What the product says to a labelled question, and whether that is right by what reviewers said: the ground on which
 * confidence is calibrated and the gate looks for wrong answers. Asking is the caller's; here is only the judging.
 */
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Split } from "../dataset/split";
import { RIGHT_FROM, type RankingExample } from "../ranking/examples";

/** A question that reviewers have judged. */
export interface AskedQuestion {
  readonly query: string;
  readonly group: string;
  readonly split: Split;
  /** Trust in its labels, 0–1. */
  readonly weight: number;
  /** Passages that answer it; empty: the documents do not. */
  readonly right: ReadonlySet<string>;
  /** Passages that were judged and do not. */
  readonly wrong: ReadonlySet<string>;
}

export interface UnanswerableQuestion extends Pick<AskedQuestion, "query" | "group" | "split" | "weight"> {
  /** Unit vector of the question. */
  readonly vector: Float32Array;
}

export interface GivenAnswer {
  /** 0–1 */
  readonly confidence: number;
  /** False: it said that the documents do not answer, or showed the nearest passages as just that. */
  readonly isAnswered: boolean;
  /** Passages that it quotes in view, asides left out; where it quotes none, the one it would have begun with. */
  readonly quoted: readonly string[];
  readonly ms: number;
}

/** Asks as the chat does, ranked and calibrated by `learned` (null: as shipped). Null where the documents were not asked: small talk, people. */
export type Ask = (query: string, learned: LearnedRanking | null) => Promise<GivenAnswer | null>;

export interface AnswerSource {
  readonly ask: Ask;
  readonly unanswerable: readonly UnanswerableQuestion[];
}

/** @returns null where nobody has judged what it quotes: then nothing is known */
export function isRight({ right, wrong }: AskedQuestion, { quoted }: GivenAnswer): boolean | null {
  if (quoted.some((id) => right.has(id))) return true;
  return right.size === 0 || quoted.some((id) => wrong.has(id)) ? false : null;
}

/** Judged questions: those with a right passage, and those that reviewers say nothing answers; where they disagree on that, neither. */
export function askedQuestions(examples: readonly (RankingExample & { readonly split: Split })[], unanswerable: readonly UnanswerableQuestion[]): AskedQuestion[] {
  const none = new Set<string>();
  const without = new Set(unanswerable.map(({ query }) => query));
  const contested = new Set<string>();
  const answerable = examples.flatMap(({ query, group, split, judged }): AskedQuestion[] => {
    const good = judged.filter(({ relevance }) => relevance >= RIGHT_FROM);
    if (good.length > 0 && without.has(query)) contested.add(query);
    if (good.length === 0 || without.has(query)) return [];
    const idsOf = (list: typeof judged): Set<string> => new Set(list.map(({ id }) => id));
    return [{ query, group, split, weight: Math.min(1, Math.max(...good.map(({ weight }) => weight))), right: idsOf(good), wrong: idsOf(judged.filter(({ relevance }) => relevance < RIGHT_FROM)) }];
  });
  return [...answerable, ...unanswerable.filter(({ query }) => !contested.has(query)).map(({ query, group, split, weight }) => ({ query, group, split, weight: Math.min(1, weight), right: none, wrong: none }))];
}
