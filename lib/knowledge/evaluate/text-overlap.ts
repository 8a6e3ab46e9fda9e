/**
 * @file Text overlap: how much of a reference's words a written answer has: token F1, ROUGE-L and BLEU. Pure; the words
 * are those of `overlapTokens`, the same for all three.
 */

/**
 * Lower case, no punctuation; every Chinese character is a word. English articles go, as in SQuAD's normalisation.
 *
 * @source Rajpurkar et al. 2016, evaluate-v1.1.py `normalize_answer`; characters for Chinese as in CMRC 2018's script
 */
export function overlapTokens(text: string): string[] {
  const words = text.toLowerCase().normalize("NFKC").match(/\p{Script=Han}|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
  return words.filter((word) => word !== "a" && word !== "an" && word !== "the");
}

/**
 * Harmonic mean of precision and recall over words, each counted as often as it occurs in both.
 *
 * @returns 0–1; 1 when both are empty
 * @source Rajpurkar et al. 2016 (SQuAD), evaluate-v1.1.py `f1_score`
 */
export function tokenF1(candidate: readonly string[], reference: readonly string[]): number {
  if (candidate.length === 0 || reference.length === 0) return candidate.length === reference.length ? 1 : 0;
  const counts = countOf(reference.map((word) => [word]));
  let shared = 0;
  for (const word of candidate) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(word, left - 1);
    }
  }
  return harmonic(shared / candidate.length, shared / reference.length);
}

/**
 * F-measure of the longest common subsequence of words, precision and recall weighing the same.
 *
 * @returns 0–1
 * @source Lin 2004, "ROUGE", eq. 2–4 with β = 1, as google-research/rouge reports `fmeasure`
 */
export function rougeL(candidate: readonly string[], reference: readonly string[]): number {
  if (candidate.length === 0 || reference.length === 0) return candidate.length === reference.length ? 1 : 0;
  const longest = longestCommon(candidate, reference);
  return harmonic(longest / candidate.length, longest / reference.length);
}

export interface BleuPair {
  readonly candidate: readonly string[];
  /** At least one. */
  readonly references: readonly (readonly string[])[];
}

const MAX_ORDER = 4;

/**
 * Corpus BLEU-4: geometric mean of clipped n-gram precisions, n = 1–4, times the brevity penalty against the closest
 * reference length. An order without any match counts half a match, a quarter the next time … (sacreBLEU's "exp").
 *
 * @returns 0–1
 * @source Papineni et al. 2002; smoothing and orders without n-grams as sacreBLEU 2 (Post 2018, `smooth_method="exp"`)
 */
export function corpusBleu(pairs: readonly BleuPair[]): number {
  const matches = new Array<number>(MAX_ORDER).fill(0);
  const totals = new Array<number>(MAX_ORDER).fill(0);
  let candidateLength = 0;
  let referenceLength = 0;
  for (const { candidate, references } of pairs) {
    candidateLength += candidate.length;
    referenceLength += closestLength(candidate.length, references);
    for (let order = 1; order <= MAX_ORDER; order++) {
      const allowed = maxCounts(references.map((reference) => countOf(ngrams(reference, order))));
      for (const [gram, count] of countOf(ngrams(candidate, order))) matches[order - 1] = (matches[order - 1] ?? 0) + Math.min(count, allowed.get(gram) ?? 0);
      totals[order - 1] = (totals[order - 1] ?? 0) + Math.max(0, candidate.length - order + 1);
    }
  }
  if ((matches[0] ?? 0) === 0) return 0;
  const brevity = candidateLength >= referenceLength ? 1 : Math.exp(1 - referenceLength / candidateLength);
  return brevity * Math.exp(meanLogPrecision(matches, totals));
}

function meanLogPrecision(matches: readonly number[], totals: readonly number[]): number {
  let smoothing = 1;
  let sum = 0;
  for (let order = 0; order < MAX_ORDER; order++) {
    const total = totals[order] ?? 0;
    if (total === 0) return Number.NEGATIVE_INFINITY;
    const matched = matches[order] ?? 0;
    if (matched === 0) smoothing *= 2;
    sum += Math.log(matched === 0 ? 1 / (smoothing * total) : matched / total);
  }
  return sum / MAX_ORDER;
}

/** Of equally close ones the shorter. */
function closestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((reference) => reference.length);
  return lengths.reduce((best, next) => (Math.abs(next - length) < Math.abs(best - length) || (Math.abs(next - length) === Math.abs(best - length) && next < best) ? next : best), lengths[0] ?? 0);
}

function ngrams(words: readonly string[], order: number): string[][] {
  return words.slice(0, Math.max(0, words.length - order + 1)).map((_, at) => words.slice(at, at + order));
}

function countOf(grams: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram.join(" "), (counts.get(gram.join(" ")) ?? 0) + 1);
  return counts;
}

function maxCounts(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const counts of all) for (const [gram, count] of counts) most.set(gram, Math.max(count, most.get(gram) ?? 0));
  return most;
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) row[j] = word === b[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    above = row;
  }
  return above[b.length] ?? 0;
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
