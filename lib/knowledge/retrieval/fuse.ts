/**
 * @file Fuse: the two arms' scores of one question → one ranking of passages, and from it one of documents. Pure.
 * Convex combination of normalised scores: BM25 by its minimum 0 and the question's best, cosine by a fixed floor and
 * the question's best.
 * @source Bruch, Gai & Ingber 2022, "An analysis of fusion functions for hybrid retrieval", arXiv:2210.11934
 */
import type { Language } from "../../core/types";
import type { FusionConstants } from "./constants";

export type RetrievalMode = "hybrid" | "dense" | "lexical";

export interface Candidate {
  readonly id: string;
  readonly documentId: string;
  readonly language: Language;
  /** BM25, ≥ 0; null when the arm is off. */
  readonly lexical: number | null;
  /** Cosine; null when the arm is off. */
  readonly dense: number | null;
  /** What memory adds to the fused score (learned-ranking.ts); nothing when left out. */
  readonly bonus?: number;
}

export interface Fused {
  readonly id: string;
  readonly documentId: string;
  /** 0–1 */
  readonly score: number;
}

export interface FuseOptions {
  readonly mode: RetrievalMode;
  readonly language: Language;
  readonly constants: FusionConstants;
}

/** @returns every candidate, best first, ties by id */
export function fusePassages(candidates: readonly Candidate[], { mode, language, constants }: FuseOptions): Fused[] {
  const bestLexical = Math.max(0, ...candidates.map((candidate) => candidate.lexical ?? 0));
  const weight = mode === "dense" ? 1 : mode === "lexical" ? 0 : constants.denseWeight;
  const bestDense = Math.max(...candidates.map((candidate) => candidate.dense ?? -1), constants.denseFloor + 1e-6);
  const fused = candidates.map((candidate): Fused => {
    const lexical = bestLexical > 0 ? ((candidate.lexical ?? 0) / bestLexical) * (candidate.language === language ? 1 : constants.crossLingualBoost) : 0;
    const dense = Math.max(0, ((candidate.dense ?? -1) - constants.denseFloor) / (bestDense - constants.denseFloor));
    return { id: candidate.id, documentId: candidate.documentId, score: weight * dense + (1 - weight) * lexical + (candidate.bonus ?? 0) };
  });
  return fused.sort(byScore);
}

export interface DocumentEvidence {
  readonly documentId: string;
  readonly score: number;
  /** Passages of this document, best first. */
  readonly passageIds: readonly string[];
}

/**
 * A document is as good as its best passage, plus a falling share of its further ones.
 *
 * @param passages best first
 */
export function rankDocuments(passages: readonly Fused[], constants: FusionConstants): DocumentEvidence[] {
  const byDocument = new Map<string, Fused[]>();
  for (const passage of passages) {
    const siblings = byDocument.get(passage.documentId);
    if (siblings) siblings.push(passage);
    else byDocument.set(passage.documentId, [passage]);
  }
  const documents = [...byDocument].map(([documentId, siblings]): DocumentEvidence => {
    let share = 1;
    let score = 0;
    for (const sibling of siblings) {
      score += share * sibling.score;
      share *= constants.furtherPassageWeight;
    }
    return { documentId, score, passageIds: siblings.map((sibling) => sibling.id) };
  });
  return documents.sort((a, b) => b.score - a.score || (a.documentId < b.documentId ? -1 : 1));
}

function byScore(a: Fused, b: Fused): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}
