/**
 * @file Rank documents: the retrieval's order, corrected by where the sentences lie that most probably answer. Also
 * turns what was retrieved into the shapes that answers are stored with.
 */
import type { RetrievedPassage } from "../../contracts/evidence";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import type { PreparedPool } from "./prepare-pool";

/** Distinct documents of one answer's record. */
const MAX_DOCUMENTS = 10;
/**
 * Weight of the log of a document's share of sentence probability against the log of its retrieval score. On corpora that
 * the sentence fit did not see, 0 → 0.2: English +2 points of first and of first five, Chinese +1 and +1.
 */
const SENTENCE_WEIGHT = 0.2;
/** Share given to a document none of whose sentences were looked at. */
const FLOOR = 1e-3;

export interface DocumentRank {
  readonly documentId: string;
  readonly source: string;
  readonly score: number;
}

/** @returns at most 10 distinct documents, best first; scores 0–1, the best one's share first */
export function rankDocuments(retrieval: Retrieval, pool: PreparedPool, probabilities: Float64Array): DocumentRank[] {
  const mass = new Map<string, number>();
  pool.sentences.forEach((sentence, i) => mass.set(sentence.passage.documentId, (mass.get(sentence.passage.documentId) ?? 0) + (probabilities[i] ?? 0)));
  const best = Math.max(retrieval.documents[0]?.score ?? 0, 1e-6);
  const scored = retrieval.documents.map(({ documentId, source, score }) => ({
    documentId,
    source,
    score: Math.max(score / best, 1e-3) * Math.max(mass.get(documentId) ?? 0, FLOOR) ** SENTENCE_WEIGHT,
  }));
  return scored.sort((a, b) => b.score - a.score || (a.documentId < b.documentId ? -1 : 1)).slice(0, MAX_DOCUMENTS);
}

/** What was retrieved, for feedback and review. */
export function toRetrieved(retrieval: Retrieval): RetrievedPassage[] {
  return retrieval.passages.map(({ passage, rank, score, lexical, dense }) => ({
    rank,
    documentId: passage.documentId,
    chunkId: passage.id,
    title: passage.documentTitle,
    score,
    lexical,
    dense,
  }));
}
