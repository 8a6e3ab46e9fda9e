/**
 * @file Similarity: what an encoder alone is worth, on sentence similarity (STS) and on finding translations (bitext).
 */
import type { EmbedOptions, Encoder } from "../../core/encoder";
import { inSlices } from "../../core/slices";
import type { ChunkId } from "../../core/types";
import { createExactIndex } from "../index/exact-index";
import type { ScoredPair, Translation } from "./sentence-pairs";
import { spearman } from "./spearman";

/** Rank correlation of the cosines of pairs with the human scores. */
export async function evaluateSts(pairs: readonly ScoredPair[], encoder: Encoder, options?: EmbedOptions): Promise<number> {
  const vectors = await encoder.embed([...pairs.map((pair) => pair.first), ...pairs.map((pair) => pair.second)], options);
  const cosines = pairs.map((_, i) => dot(vectors[i], vectors[pairs.length + i]));
  return spearman(cosines, pairs.map((pair) => pair.score));
}

/**
 * Accuracy@1 from source to target among all targets of the file. Right is the nearest target when the file gives it
 * as a translation of that very source (a sentence may have several); equal targets count once.
 */
export async function evaluateBitext(pairs: readonly Translation[], encoder: Encoder, options?: EmbedOptions): Promise<number> {
  const sources = [...new Set(pairs.map((pair) => pair.source))];
  const targets = [...new Set(pairs.map((pair) => pair.target))];
  const vectors = await encoder.embed([...sources, ...targets], options);
  const index = createExactIndex(encoder.dimension);
  index.add(targets.map((target, i) => ({ id: target as ChunkId, vector: vectors[sources.length + i] ?? new Float32Array() })));
  const translations = new Map<string, string[]>(sources.map((source) => [source, []]));
  for (const { source, target } of pairs) translations.get(source)?.push(target);
  let right = 0;
  await inSlices(
    sources.entries(),
    ([i, source]) => {
      const nearest = index.search(vectors[i] ?? new Float32Array(), 1)[0]?.id;
      const known = translations.get(source) ?? [];
      // A source counts once per line of the file, so that the mean is over the file's pairs.
      if (nearest !== undefined && known.includes(nearest)) right += known.length;
    },
    { sliceMs: 50, signal: options?.signal },
  );
  return right / pairs.length;
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0;
  for (const [i, value] of (a ?? []).entries()) sum += value * (b?.[i] ?? 0);
  return sum;
}
