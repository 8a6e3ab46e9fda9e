/**
 * @file Quote units: what has to be quoted together for a sentence to be understood. "Yes, if it does not slow your
 * recovery." says nothing without its question, "They lapse on 31 March." nothing without the sentence before it.
 */
import type { PoolSentence } from "./sentence-pool";

/** First words that refer to the sentence before. */
const REFERS_BACK =
  /^(?:they|them|it|this|these|those|he|she|in (?:that|this|such) case|otherwise|if (?:so|not)|then|both|but|however|instead|after that)\b|^(?:其|该|此|这|那|他们|它|否则|但|上述|前款)/i;

/**
 * @param index of the sentence to be quoted
 * @returns positions in the pool, ascending; the unit to be quoted first, then, where it may be too long, the sentence alone
 */
export function quoteUnits(sentences: readonly PoolSentence[], index: number): number[][] {
  const sentence = sentences[index];
  const previous = sentences[index - 1];
  const next = sentences[index + 1];
  if (!sentence) return [];
  if (sentence.asks) return next?.answers === index && areNext(sentence, next) ? [[index, index + 1]] : [[index]];
  if (!previous || previous.isHeading || !areNext(previous, sentence)) return [[index]];
  const needsPrevious = sentence.answers === index - 1 || (REFERS_BACK.test(sentence.text) && isSameLine(previous, sentence));
  return needsPrevious ? [[index - 1, index], [index]] : [[index]];
}

/** What stands between two sentences of one passage; null when they are of different ones. */
function between(a: PoolSentence, b: PoolSentence): string | null {
  return a.passage === b.passage ? a.passage.text.slice(a.end - a.passage.start, b.start - a.passage.start) : null;
}

/** Nothing but white space and marks of emphasis. */
const areNext = (a: PoolSentence, b: PoolSentence): boolean => /^[\s*_]*$/.test(between(a, b) ?? "x");

const isSameLine = (a: PoolSentence, b: PoolSentence): boolean => !(between(a, b) ?? "\n").includes("\n");
