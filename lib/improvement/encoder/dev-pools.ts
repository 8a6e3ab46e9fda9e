/** @file How well an encoder in training ranks labelled questions: their candidates embedded anew, ranked as the product would. */
import type { Encoder } from "../../core/encoder";
import type { Pool } from "../ranking/ranking-source";
import { rankOfRight, rankPool } from "../ranking/score-pool";

/** Candidates per question, best first as shipped; its right ones come beside. */
const CANDIDATES = 24;

export interface DevQuestion {
  readonly pool: Pool;
  readonly right: ReadonlySet<string>;
}

/** Questions whose right passage is among their candidates, with the candidates that matter. @param most questions kept */
export function devQuestions(asked: readonly DevQuestion[], most: number): DevQuestion[] {
  return asked.slice(0, most).flatMap(({ pool, right }): DevQuestion[] => {
    const kept = new Set([...rankPool(pool, null).slice(0, CANDIDATES).map(({ id }) => id), ...right]);
    const candidates = pool.candidates.filter(({ id }) => kept.has(id));
    return candidates.some(({ id }) => right.has(id)) ? [{ pool: { ...pool, candidates }, right }] : [];
  });
}

/** Mean reciprocal rank, 0–1; 0 without a question. @param textOf what is embedded of a passage */
export async function meanReciprocalRank(questions: readonly DevQuestion[], encoder: Encoder, textOf: (id: string) => string | undefined): Promise<number> {
  if (questions.length === 0) return 0;
  const ids = [...new Set(questions.flatMap(({ pool }) => pool.candidates.map(({ id }) => id)))];
  const vectors = await encoder.embed([...questions.map(({ pool }) => pool.query), ...ids.map((id) => textOf(id) ?? "")]);
  const byId = new Map(ids.map((id, at) => [id, vectors[questions.length + at] as Float32Array]));
  const ranks = questions.map(({ pool, right }, at) => rankOfRight(rankPool(embeddedAnew(pool, vectors[at] as Float32Array, byId), null), right));
  return ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}

function embeddedAnew(pool: Pool, vector: Float32Array, byId: ReadonlyMap<string, Float32Array>): Pool {
  const candidates = pool.candidates.map((one) => ({ ...one, vector: byId.get(one.id) ?? one.vector }));
  return { ...pool, vector, candidates: candidates.map((one) => ({ ...one, dense: one.vector.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0) })) };
}
