/**
 * @file Ranking source: what learning needs of a company's documents: for a question the passages that either arm finds,
 * with both scores and vectors, as shipped (nothing learned). Asked once per question, then everything is small arrays.
 */
import type { Language } from "../../core/types";
import { invariant } from "../../core/invariant";
import type { KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { Passage } from "../../knowledge/types";

export interface PoolPassage {
  readonly id: string;
  readonly documentId: string;
  readonly language: Language;
  readonly kind: string;
  readonly lexical: number;
  readonly dense: number;
  /** Share of the question's words that it has, 0–1; left out: none was looked for. */
  readonly coverage?: number;
  readonly vector: Float32Array;
}

export interface Pool {
  /** As understood (spelling repaired). */
  readonly query: string;
  readonly language: Language;
  /** Unit vector of the question as understood. */
  readonly vector: Float32Array;
  readonly candidates: readonly PoolPassage[];
}

/** Candidates of one question, at most both arms' pools together. */
const POOL = 200;

/** @param filter what the asker may read */
export async function readPool(knowledge: KnowledgeBase, query: string, filter?: (passage: Passage) => boolean): Promise<Pool> {
  const found = await knowledge.retrieve(query, { mode: "hybrid", k: POOL, useLearned: false, ...(filter ? { filter } : {}) });
  const vector = found.queryVector;
  invariant(vector, () => "a hybrid retrieval has a question vector");
  const candidates = found.passages.map(({ passage, lexical, dense, features }): PoolPassage => {
    const own = knowledge.vectorOf(passage.id);
    invariant(own, () => `passage ${passage.id} was found but has no vector`);
    return { id: passage.id, documentId: passage.documentId, language: passage.language, kind: passage.kind, lexical: lexical ?? 0, dense: dense ?? -1, coverage: features.coverage, vector: own };
  });
  return { query: found.repairedQuery ?? query, language: found.language, vector, candidates };
}
