/**
 * @file Likeness: how near the encoder finds a subject's items to what is asked. Every item is embedded alone, so that
 * the same line always has the same bytes whatever stands beside it; cosines are rounded before anything reads them.
 */
import type { Encoder } from "../../core/encoder";
import type { EvidenceItem, MatchSubject } from "./types";

/** Vectors by canonical text. */
export type EvidenceVectors = ReadonlyMap<string, Float32Array>;

/** Cosines are rounded to a ten-thousandth: two builds of the runtime differ by some 1e-7. */
const COSINE_STEPS = 10_000;

export function roundedCosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.round(sum * COSINE_STEPS) / COSINE_STEPS;
}

/**
 * Each text in a call of its own: nothing that stands beside it, no padding and no batch plan can then reach its bytes.
 *
 * @param known vectors that need not be made again; the result holds those asked for, old and new
 */
export async function embedSingly(texts: Iterable<string>, encoder: Encoder, options: { readonly known?: EvidenceVectors; readonly signal?: AbortSignal } = {}): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (const text of texts) {
    if (vectors.has(text)) continue;
    const known = options.known?.get(text);
    const [vector] = known ? [known] : await encoder.embed([text], options.signal ? { signal: options.signal } : {});
    if (vector) vectors.set(text, vector);
  }
  return vectors;
}

/** Longest text that is embedded whole; the model's window cuts longer ones anyway. */
export const textsOf = (subject: MatchSubject): string[] => [...new Set(subject.items.map(({ canonical }) => canonical))];

export interface Nearest {
  readonly item: EvidenceItem;
  readonly cosine: number;
}

/** The item nearest to a query; of equal ones the first in canonical order. Null where nothing has a vector. */
export function nearestItem(query: Float32Array | undefined, items: readonly EvidenceItem[], vectors: EvidenceVectors): Nearest | null {
  if (!query) return null;
  let best: Nearest | null = null;
  for (const item of items) {
    const vector = vectors.get(item.canonical);
    if (!vector) continue;
    const cosine = roundedCosine(query, vector);
    if (best === null || cosine > best.cosine) best = { item, cosine };
  }
  return best;
}

/** Where a cosine lies between "says nothing" and "says it all", 0–1. */
export function ramp(cosine: number, { cosineFrom, cosineFull }: { readonly cosineFrom: number; readonly cosineFull: number }): number {
  return Math.min(1, Math.max(0, (cosine - cosineFrom) / (cosineFull - cosineFrom)));
}
