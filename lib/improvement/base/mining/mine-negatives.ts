/**
 * @file mineNegatives: for each question passages that look right by words or to the encoder, and are not. Done once,
 * before training. Passages of the question's own document are never taken, nor any that answers it elsewhere.
 */
import type { Encoder } from "../../../core/encoder";
import { createRng, shuffled } from "../../../core/rng";
import { inSlices } from "../../../core/slices";
import type { Recipe } from "../recipe";
import type { Pair } from "../types";
import { dot } from "../evaluate/dense-ranks";

/** The word index mining asks; knowledge's BM25 index behind it. */
export interface WordSearch {
  /** Positions in the pool, best first. */
  search(query: string, k: number): readonly number[];
}

export interface MineInput {
  readonly pairs: readonly Pair[];
  readonly recipe: Pick<Recipe, "sources" | "mining" | "seed">;
  readonly encoder: Encoder;
  /** Builds a word index over a pool of passages. */
  readonly indexWords: (passages: readonly string[]) => WordSearch;
  readonly note: (line: string) => void;
}

export interface Mined {
  readonly pairs: readonly Pair[];
  /** Pairs that asked for negatives, candidates that the guard skipped, pairs left without any. */
  readonly asked: number;
  readonly guarded: number;
  readonly without: number;
}

/** Pairs of sources without a `negatives` rule pass unchanged. */
export async function mineNegatives(input: MineInput): Promise<Mined> {
  const { pairs, recipe } = input;
  const negatives = new Map<number, readonly string[]>();
  let guarded = 0;
  for (const language of ["en", "zh"] as const) {
    const wanted = [...pairs.entries()].filter(([, pair]) => passageLanguage(pair) === language && recipe.sources[pair.source]?.negatives !== undefined);
    if (wanted.length === 0) continue;
    const pool = buildPool(pairs, { language, wanted: wanted.map(([, pair]) => pair), input });
    guarded += await mineOne(wanted, pool, { ...input, negatives });
    input.note(`mined ${language}: ${wanted.length} questions among ${pool.length} passages`);
  }
  const asked = pairs.filter((pair) => recipe.sources[pair.source]?.negatives !== undefined).length;
  return { pairs: pairs.map((pair, at) => ({ ...pair, negatives: negatives.get(at) ?? pair.negatives ?? [] })), asked, guarded, without: asked - [...negatives.values()].filter((list) => list.length > 0).length };
}

interface PoolPassage {
  readonly text: string;
  readonly group: string;
}

/** The wanted pairs' own passages, then a seeded sample of others of the language (those under the same heading first). */
function buildPool(pairs: readonly Pair[], { language, wanted, input }: { language: "en" | "zh"; wanted: readonly Pair[]; input: MineInput }): PoolPassage[] {
  const { pool: limit } = input.recipe.mining;
  const headings = new Set(wanted.map((pair) => pair.heading).filter((heading) => heading !== undefined));
  const others = pairs.filter((pair) => passageLanguage(pair) === language && isProse(pair));
  const near = others.filter((pair) => headings.has(pair.query));
  const far = shuffled(others.filter((pair) => !headings.has(pair.query)), createRng(input.recipe.seed));
  const texts = new Map<string, PoolPassage>();
  for (const pair of [...wanted, ...near, ...far]) {
    if (texts.size >= limit) break;
    if (!texts.has(pair.passage)) texts.set(pair.passage, { text: pair.passage, group: pair.group });
  }
  return [...texts.values()];
}

/** Passages that a question could be about: no word definitions, job titles or sentence pairs. */
function isProse(pair: Pair): boolean {
  return /^(laws|sourcegraph|corpus_|openstax|policyqa|inverse-cloze)/.test(pair.source);
}

/** Our cross-language questions are about a passage in the other language. */
function passageLanguage(pair: Pair): "en" | "zh" {
  return /\p{Script=Han}/u.test(pair.passage) ? "zh" : "en";
}

async function mineOne(wanted: readonly (readonly [number, Pair])[], pool: readonly PoolPassage[], input: MineInput & { negatives: Map<number, readonly string[]> }): Promise<number> {
  const { mining, sources } = input.recipe;
  const words = input.indexWords(pool.map((passage) => passage.text));
  const vectors = await input.encoder.embed(pool.map((passage) => passage.text));
  const queries = [...new Set(wanted.map(([, pair]) => pair.query))];
  const queryVectors = await input.encoder.embed(queries);
  const positionOf = new Map(pool.map((passage, at) => [passage.text, at]));
  const found = new Map<string, { vector: Float32Array; candidates: readonly Candidate[] }>();
  await inSlices(
    queries.entries(),
    ([i, query]) => {
      const vector = queryVectors[i] as Float32Array;
      const byMeaning = topK(vectors.map((passage, at) => ({ at, score: dot(vector, passage) })), mining.dense);
      const byWords = words.search(query, mining.lexical).map((at) => ({ at, score: dot(vector, vectors[at] as Float32Array) }));
      const all = new Map([...byMeaning, ...byWords].map((one) => [one.at, one]));
      found.set(query, { vector, candidates: [...all.values()].sort((a, b) => b.score - a.score) });
    },
    { sliceMs: 50 },
  );
  const positives = positivesOf(input.pairs);
  let guarded = 0;
  for (const [at, pair] of wanted) {
    const known = found.get(pair.query);
    const right = vectors[positionOf.get(pair.passage) ?? -1];
    if (!known || !right) continue;
    const usable = known.candidates.filter((one) => pool[one.at]?.group !== pair.group && !positives.get(pair.query)?.has(pool[one.at]?.text ?? ""));
    const ceiling = sources[pair.source]?.negatives === "guarded" ? dot(known.vector, right) * mining.guard : Infinity;
    const kept = usable.filter((one) => one.score <= ceiling);
    guarded += usable.length - kept.length;
    input.negatives.set(at, kept.slice(0, mining.keep).map((one) => pool[one.at]?.text ?? ""));
  }
  return guarded;
}

interface Candidate {
  /** Position in the pool. */
  readonly at: number;
  /** Cosine with the query. */
  readonly score: number;
}

/** The `k` highest, best first. */
function topK(all: readonly Candidate[], k: number): Candidate[] {
  const best: Candidate[] = [];
  for (const one of all) {
    if (best.length === k && one.score <= (best.at(-1)?.score ?? -1)) continue;
    const place = best.findIndex((other) => other.score < one.score);
    best.splice(place < 0 ? best.length : place, 0, one);
    if (best.length > k) best.pop();
  }
  return best;
}

function positivesOf(pairs: readonly Pair[]): Map<string, Set<string>> {
  const positives = new Map<string, Set<string>>();
  for (const { query, passage } of pairs) positives.set(query, (positives.get(query) ?? new Set()).add(passage));
  return positives;
}
