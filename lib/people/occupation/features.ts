/**
 * @file What the occupation classifier sees of a résumé: its words and pairs of neighbouring words, those of the first
 * line (the headline) once more under their own name. Names, dates and places get no features of their own.
 */
import { stemmer } from "stemmer";
import { featureHash } from "../tag/feature-hash";

const WORD = /[a-z][a-z+#&'-]*/g;
/** Words that every text has, and those of a résumé's headings. */
const EMPTY = new Set("a an and are as at be by for from has have i in is it its of on or our that the their this to was were will with city state company name current summary experience education skills work history highlights accomplishments professional january february march april may june july august september october november december".split(" "));

/** The body counts once, the headline this many times as much. */
export const HEADLINE_WEIGHT = 1.0;

/** @returns feature hash → how often it occurs, of body and headline */
export function countFeatures(text: string): { body: Map<number, number>; headline: Map<number, number> } {
  const first = text.trimStart().split("\n", 1)[0] ?? "";
  return { body: count(text, ""), headline: count(first.slice(0, 120), "1:") };
}

function count(text: string, prefix: string): Map<number, number> {
  const counts = new Map<number, number>();
  let before = "";
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (EMPTY.has(word) || word.length < 2) {
      before = "";
      continue;
    }
    const stem = stemmer(word);
    for (const feature of before === "" ? [stem] : [stem, `${before} ${stem}`]) {
      const hash = featureHash(prefix + feature);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
    before = stem;
  }
  return counts;
}

export interface SparseVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureTable {
  /** Hash → row. */
  readonly rows: ReadonlyMap<number, number>;
  /** Per row: natural logarithm of how rare it is. */
  readonly rarity: Float32Array;
}

/**
 * Each part as (1 + ln count) · rarity, of length 1.
 * @source Salton & Buckley 1988 (tf–idf with logarithmic counts and cosine normalisation)
 */
export function vectorOf(text: string, { rows, rarity }: FeatureTable): SparseVector {
  const { body, headline } = countFeatures(text);
  const parts = [weigh(body, 1), weigh(headline, HEADLINE_WEIGHT)].flat();
  return { rows: Int32Array.from(parts, ([row]) => row), values: Float32Array.from(parts, ([, value]) => value) };

  function weigh(counts: ReadonlyMap<number, number>, weight: number): [number, number][] {
    const entries: [number, number][] = [];
    for (const [hash, times] of counts) {
      const row = rows.get(hash);
      if (row !== undefined) entries.push([row, (1 + Math.log(times)) * (rarity[row] as number)]);
    }
    const norm = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return entries.map(([row, value]) => [row, (weight * value) / norm]);
  }
}

/** @param minTexts features of fewer texts are left out */
export function buildTable(texts: readonly string[], minTexts: number): FeatureTable {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const { body, headline } = countFeatures(text);
    for (const hash of [...body.keys(), ...headline.keys()]) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, times]) => times >= minTexts).sort(([a], [b]) => a - b);
  return { rows: new Map(kept.map(([hash], row) => [hash, row])), rarity: Float32Array.from(kept, ([, times]) => Math.log((1 + texts.length) / (1 + times)) + 1) };
}
