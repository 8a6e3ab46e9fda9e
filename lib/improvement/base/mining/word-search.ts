/**
 * @file createWordSearch: plain BM25 over a pool of passages for mining. The product's lexical index repairs spelling
 * and knows synonyms, which costs 10–40 ms a question; mining asks ten thousand and wants mere word overlap.
 */
import { terms } from "../../../knowledge/lexical";
import type { WordSearch } from "./mine-negatives";

const K1 = 1.2;
const B = 0.6;
/** Terms in more of the passages than this say nothing about which one is meant. */
const COMMON_SHARE = 0.1;

/** @source S. Robertson, H. Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and Beyond */
export function createWordSearch(passages: readonly string[]): WordSearch {
  const postings = new Map<string, { at: number[]; count: number[] }>();
  const lengths = passages.map((passage, at) => {
    const counts = new Map<string, number>();
    const all = terms(passage);
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const list = postings.get(term) ?? { at: [], count: [] };
      postings.set(term, list);
      list.at.push(at);
      list.count.push(count);
    }
    return all.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return {
    search(query, k) {
      const scores = new Float32Array(passages.length);
      for (const term of new Set(terms(query))) {
        const list = postings.get(term);
        if (!list || list.at.length > Math.max(10, COMMON_SHARE * passages.length)) continue;
        const idf = Math.log(1 + (passages.length - list.at.length + 0.5) / (list.at.length + 0.5));
        list.at.forEach((at, i) => {
          const count = list.count[i] as number;
          scores[at] = (scores[at] as number) + (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[at] as number)) / mean));
        });
      }
      return best(scores, k);
    },
  };
}

/** Positions of the `k` highest scores above 0, best first. */
function best(scores: Float32Array, k: number): number[] {
  const found: number[] = [];
  scores.forEach((score, at) => {
    if (score <= 0 || (found.length === k && score <= (scores[found.at(-1) as number] as number))) return;
    const place = found.findIndex((other) => (scores[other] as number) < score);
    found.splice(place < 0 ? found.length : place, 0, at);
    if (found.length > k) found.pop();
  });
  return found;
}
