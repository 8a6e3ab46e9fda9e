/**
 * @file How alike occupations are by the words of their tasks: BM25 with the one as query, and the cosine of weighted
 * words and word pairs. Square matrices, row by row, n × n.
 * @source BM25: Robertson and Zaragoza 2009, eq. 3.15, k1 = 1.2, b = .75
 */
import { terms } from "../../knowledge/lexical/tokenize";

const K1 = 1.2;
const B = 0.75;

export type Matrix = readonly Float64Array[];

type Counts = Map<string, number>;

function countTerms(texts: readonly string[], pairs: boolean): Counts {
  const counts: Counts = new Map();
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const text of texts) {
    const words = terms(text);
    words.forEach((word, i) => {
      add(word);
      const next = words[i + 1];
      if (pairs && next !== undefined) add(`${word} ${next}`);
    });
  }
  return counts;
}

type Postings = Map<string, { readonly at: number; readonly weight: number }[]>;

function invert(documents: readonly Counts[], weigh: (count: number, at: number, term: string) => number): Postings {
  const postings: Postings = new Map();
  documents.forEach((counts, at) => {
    for (const [term, count] of counts) {
      const list = postings.get(term) ?? [];
      list.push({ at, weight: weigh(count, at, term) });
      postings.set(term, list);
    }
  });
  return postings;
}

const documentFrequency = (documents: readonly Counts[]): Counts => {
  const frequency: Counts = new Map();
  for (const counts of documents) for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return frequency;
};

/** @param documents texts of each occupation @returns scores[query][document] */
export function bm25Matrix(documents: readonly (readonly string[])[]): Matrix {
  const counted = documents.map((texts) => countTerms(texts, false));
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const frequency = documentFrequency(counted);
  const idf = (term: string) => Math.log(1 + (counted.length - (frequency.get(term) ?? 0) + 0.5) / ((frequency.get(term) ?? 0) + 0.5));
  const postings = invert(counted, (count, at, term) => (idf(term) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean)));
  return counted.map((query) => gather(query, postings, { size: counted.length, weigh: (count) => count }));
}

/** Cosine of (1 + ln count) · idf over words and neighbouring pairs. */
export function cosineMatrix(documents: readonly (readonly string[])[]): Matrix {
  const counted = documents.map((texts) => countTerms(texts, true));
  const frequency = documentFrequency(counted);
  const weight = (count: number, term: string) => (1 + Math.log(count)) * Math.log(counted.length / (frequency.get(term) ?? 1));
  const norms = counted.map((counts) => Math.sqrt([...counts].reduce((sum, [term, count]) => sum + weight(count, term) ** 2, 0)) || 1);
  const postings = invert(counted, (count, at, term) => weight(count, term) / (norms[at] ?? 1));
  return counted.map((query, at) => gather(query, postings, { size: counted.length, weigh: (count, term) => weight(count, term) / (norms[at] ?? 1) }));
}

function gather(query: Counts, postings: Postings, { size, weigh }: { readonly size: number; readonly weigh: (count: number, term: string) => number }): Float64Array {
  const scores = new Float64Array(size);
  for (const [term, count] of query) {
    const factor = weigh(count, term);
    for (const { at, weight } of postings.get(term) ?? []) scores[at] = (scores[at] ?? 0) + factor * weight;
  }
  return scores;
}
