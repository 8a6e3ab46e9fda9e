/**
 * @file Score pool: ranks a question's candidates as the product would, with or without something learned. The same
 * functions as in lib/knowledge/retrieval, on kept arrays, so that a thousand rankings cost milliseconds.
 */
import { FUSION, type FusionConstants } from "../../knowledge/retrieval/constants";
import { fusePassages, type Fused } from "../../knowledge/retrieval/fuse";
import { applyLearned, type LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Pool } from "./ranking-source";

/** @returns every candidate, best first */
export function rankPool(pool: Pool, learned: LearnedRanking | null, fusion: FusionConstants = FUSION): Fused[] {
  const applied = learned && applyLearned(learned, pool.vector, { denseWeight: fusion.denseWeight });
  const candidates = pool.candidates.map((one) => ({
    id: one.id,
    documentId: one.documentId,
    language: one.language,
    lexical: one.lexical,
    dense: applied ? dot(applied.vector, one.vector) : one.dense,
    ...(applied ? { bonus: applied.bonusOf(one) } : {}),
  }));
  return fusePassages(candidates, { mode: "hybrid", language: pool.language, constants: applied ? { ...fusion, denseWeight: applied.denseWeight } : fusion });
}

/** 1-based rank of the best right passage; Infinity when none was found. */
export function rankOfRight(ranked: readonly { readonly id: string }[], right: ReadonlySet<string>): number {
  const at = ranked.findIndex(({ id }) => right.has(id));
  return at < 0 ? Infinity : at + 1;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
