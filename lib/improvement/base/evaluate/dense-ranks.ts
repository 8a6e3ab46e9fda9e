/**
 * @file Dense ranks: where the encoder alone puts the right passage of each question. No lexical arm, no chunking.
 */
import type { EmbedOptions, Encoder } from "../../../core/encoder";
import { inSlices } from "../../../core/slices";
import type { PassageSet } from "./passage-sets";

/**
 * @returns per question the 1-based rank of its best right passage by cosine; equal scores count against it.
 */
export async function denseRanks(set: PassageSet, encoder: Encoder, options?: EmbedOptions): Promise<number[]> {
  const texts = [...set.passages, ...set.questions.map((question) => question.text)];
  const vectors = await encoder.embed(texts, options);
  const passages = vectors.slice(0, set.passages.length);
  const ranks: number[] = [];
  await inSlices(
    set.questions.entries(),
    ([i, question]) => {
      const query = vectors[passages.length + i] ?? new Float32Array(encoder.dimension);
      ranks.push(rankOf(passages.map((passage) => dot(query, passage)), question.right));
    },
    { sliceMs: 50, ...(options?.signal ? { signal: options.signal } : {}) },
  );
  return ranks;
}

/** Share of ranks within the first `k`, as 0/1 per question (for the bootstrap). */
export function hitsAt(k: number, ranks: readonly number[]): number[] {
  return ranks.map((rank) => (rank <= k ? 1 : 0));
}

function rankOf(scores: readonly number[], right: ReadonlySet<number>): number {
  const best = Math.max(...[...right].map((at) => scores[at] ?? -Infinity));
  let rank = 1;
  scores.forEach((score, at) => {
    if (!right.has(at) && score >= best) rank++;
  });
  return rank;
}

/** Vectors are unit length: the dot product is the cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
