/**
 * @file Question groups: questions that are the same need in other words belong together, so that no paraphrase of a
 * test question is ever trained on. Found by the encoder and by shared words, both (a cosine alone joins what only sounds alike).
 */
import { terms } from "../../knowledge/lexical";

export interface GroupedQuestion {
  readonly text: string;
  /** Unit vector. */
  readonly vector: Float32Array;
  /** Given by whoever collected the labels; joins in any case. */
  readonly group?: string;
}

export interface GroupingLimits {
  /** Cosine from which two questions are one whatever their words. */
  readonly surely: number;
  /** Cosine from which shared words decide. */
  readonly perhaps: number;
  /** Share of all their words that two questions have in common, 0–1. */
  readonly sharedWords: number;
}

/** Chosen so that PolicyQA's rewordings join and neighbouring questions of a handbook do not: 600 questions → 381 groups there, 197 → 197 on CivicActions. */
export const GROUPING: GroupingLimits = { surely: 0.9, perhaps: 0.75, sharedWords: 0.6 };

/** @returns per question the position of its group's first question */
export function groupQuestions(questions: readonly GroupedQuestion[], limits: GroupingLimits = GROUPING): number[] {
  const parent = questions.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] as number;
    parent[at] = top;
    return top;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [root(a), root(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  };
  const words = questions.map(({ text }) => new Set(terms(text)));
  for (let a = 0; a < questions.length; a++) {
    for (let b = 0; b < a; b++) {
      if (root(a) !== root(b) && isSameNeed(questions[a] as GroupedQuestion, questions[b] as GroupedQuestion, { limits, shared: () => sharedShare(words[a], words[b]) })) join(a, b);
    }
  }
  return parent.map((_, at) => root(at));
}

/** True when two questions ask for the same thing. `shared` is asked only where the vectors leave it open. */
export function isSameNeed(a: GroupedQuestion, b: GroupedQuestion, { limits = GROUPING, shared }: { limits?: GroupingLimits; shared?: () => number } = {}): boolean {
  if (a.group !== undefined && a.group === b.group) return true;
  if (a.text === b.text) return true;
  const cosine = dot(a.vector, b.vector);
  if (cosine >= limits.surely) return true;
  return cosine >= limits.perhaps && (shared ?? (() => sharedShare(new Set(terms(a.text)), new Set(terms(b.text)))))() >= limits.sharedWords;
}

function sharedShare(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
