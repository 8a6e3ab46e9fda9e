/**
 * @file Pair figures: for jobs whose first résumé fits and whose others do not, how often the first scores above them;
 * and what plain word overlap would have reached. Two halves by id: rules are looked at on one, believed on the other.
 */
import { sha256 } from "../../core/hash";
import { isQuestionWord } from "../../knowledge/lexical/question-words";
import { tokenize } from "../../knowledge/lexical/tokenize";

export interface ScoredPair {
  readonly id: string;
  /** In the order given: the first fits. */
  readonly scores: readonly number[];
  readonly overlaps: readonly number[];
}

export interface PairShares {
  readonly n: number;
  readonly firstAbove: number;
  readonly ties: number;
  readonly wordOverlap: number;
}

/** Even numbers at the end of the id tune, odd ones are held out; ids without a number by their hash. */
export function pairHalf(id: string): "tune" | "held" {
  const digit = /\d$/.exec(id)?.[0] ?? String(Number.parseInt(sha256(id).slice(0, 2), 16));
  return Number(digit) % 2 === 0 ? "tune" : "held";
}

export function pairShares(pairs: readonly ScoredPair[]): PairShares {
  const judged = pairs.filter(({ scores }) => scores.length > 1);
  const share = (count: number): number => (judged.length === 0 ? 0 : count / judged.length);
  const lead = (values: readonly number[]): number => (values[0] ?? 0) - Math.max(...values.slice(1));
  return {
    n: judged.length,
    firstAbove: share(judged.filter(({ scores }) => lead(scores) > 0).length),
    ties: share(judged.filter(({ scores }) => lead(scores) === 0).length),
    wordOverlap: share(judged.reduce((sum, { overlaps }) => sum + (lead(overlaps) > 0 ? 1 : lead(overlaps) === 0 ? 0.5 : 0), 0)),
  };
}

/** Share of the job's distinct words that the résumé has, 0–1: the baseline to beat. */
export function wordOverlap(job: string, resume: string): number {
  const words = (text: string): Set<string> => new Set(tokenize(text).flatMap(({ kind, term, surface }) => ((kind === "word" || kind === "number" || kind === "han-word") && !isQuestionWord(surface) ? [term] : [])));
  const asked = words(job);
  const own = words(resume);
  return asked.size === 0 ? 0 : [...asked].filter((word) => own.has(word)).length / asked.size;
}
