/**
 * @file createBatchMaker: sampler's draw → tokens. Assigns each pair to the smallest shape that holds it, varies queries,
 * puts headings before passages, adds hard negatives and the ignore matrix.
 */
import { createRng } from "../../../core/rng";
import type { ScoredPair } from "../../../knowledge/evaluate/sentence-pairs";
import type { Pair } from "../types";
import type { Recipe, ShapeRule, SourceRule } from "../recipe";
import type { Synonyms } from "../text/synonyms";
import { varyQuery } from "../text/vary-query";
import { ignoreMatrix } from "./ignore-matrix";
import { createSampler, seedOf, type Cursors, type Pools } from "./sampler";
import { createScoredBatches } from "./scored-batches";
import { cutIds, padRows, type TokenRows, type Tokens } from "./token-rows";

export interface PairBatch {
  readonly shape: string;
  readonly queries: TokenRows;
  /** Row i < queries.rows is right for query i; the rest are hard negatives. */
  readonly passages: TokenRows;
  readonly ignore: Uint8Array;
  /** Human scores of the rows: the batch is then ranked, row against row, and contrasts nothing. */
  readonly scores?: Float32Array;
}

export interface BatchMaker {
  /** Steps must be asked in order, from 0 or from the restored one. */
  batch(step: number): PairBatch;
  cursors(): Cursors;
  restore(cursors: Cursors): void;
  /** Pairs by shape and source. */
  readonly pools: Pools;
}

export interface BatchInput {
  readonly recipe: Recipe;
  readonly pairs: readonly Pair[];
  /** Sentence pairs that people scored; needed where the recipe has `similarity`. */
  readonly scored?: readonly ScoredPair[];
  readonly tokens: Tokens;
  readonly synonyms: Synonyms;
}

/** Where the cursors keep how many scored pairs were used. */
const SCORED = "similarity";

export function createBatchMaker(input: BatchInput): BatchMaker {
  const contrastive = createPairBatches(input);
  const { recipe, scored = [], tokens } = input;
  const { similarity } = recipe;
  if (!similarity || scored.length === 0) return contrastive;
  const draw = createScoredBatches({ rule: similarity, pairs: scored, tokens, seed: recipe.seed });
  let used = 0;
  return {
    pools: contrastive.pools,
    cursors: () => ({ ...contrastive.cursors(), [SCORED]: used }),
    restore({ [SCORED]: taken = 0, ...cursors }) {
      used = taken;
      contrastive.restore(cursors);
    },
    batch(step) {
      if (createRng(seedOf(recipe.seed, `kind ${step}`))() >= similarity.share) return contrastive.batch(step);
      const rows = draw(used);
      used += similarity.rows;
      return { shape: SCORED, ...rows, ignore: new Uint8Array(0) };
    },
  };
}

function createPairBatches({ recipe, pairs, tokens, synonyms }: BatchInput): BatchMaker {
  const encode = remembering(tokens);
  const pools = assignShapes(recipe.shapes, pairs, encode);
  const sampler = createSampler(recipe, pools);
  const positives = positivesByQuery(pairs);
  const ofShape = new Map([...pools].map(([name, pool]) => [name, [...pool.values()].flat().map((at) => pairs[at] as Pair)]));
  const ruleOf = (pair: Pair): SourceRule | undefined => recipe.sources[pair.source];
  return {
    pools,
    cursors: () => sampler.cursors(),
    restore: (cursors) => sampler.restore(cursors),
    batch(step) {
      const { shape, pairs: drawn, random } = sampler.next(step);
      const rows = drawn.map((at) => pairs[at] as Pair);
      const queries = rows.map((pair) => (random() < (ruleOf(pair)?.noisyQueries ?? 0) ? varyQuery(pair.query, { language: pair.language, synonyms, random }) : pair.query));
      const own = rows.map((pair) => ({ text: pair.passage, group: pair.group, shown: withHeading(pair, ruleOf(pair), random) }));
      const hard = hardNegatives(rows, { shape, others: ofShape.get(shape.name) ?? [], random });
      const passages = [...own, ...hard];
      return {
        shape: shape.name,
        queries: padRows(queries.map((query) => cutIds(tokens.encode(query), shape.queryTokens, "end")), { length: shape.queryTokens, padId: tokens.padId }),
        passages: padRows(passages.map(({ shown }) => cutIds(encode(shown), shape.passageTokens)), { length: shape.passageTokens, padId: tokens.padId }),
        ignore: ignoreMatrix({ pairs: rows, passages, positivesOf: (query) => positives.get(query), groupMayBeNegative: (pair) => ruleOf(pair)?.sameGroup === "negative" }),
      };
    },
  };
}

/** Smallest shape that holds query and passage; what none holds goes to the one with the longest passages and is cut. */
export function assignShapes(shapes: readonly ShapeRule[], pairs: readonly Pair[], encode: (text: string) => readonly number[]): Pools {
  const bySize = [...shapes].sort((a, b) => a.queryTokens + a.passageTokens - b.queryTokens - b.passageTokens);
  const longest = [...shapes].sort((a, b) => b.passageTokens - a.passageTokens)[0];
  const widest = [...shapes].sort((a, b) => b.queryTokens - a.queryTokens)[0];
  const pools = new Map<string, Map<string, number[]>>();
  pairs.forEach((pair, at) => {
    const [query, passage] = [encode(pair.query).length, encode(pair.passage).length];
    const fitting = bySize.find((shape) => query <= shape.queryTokens && passage <= shape.passageTokens);
    const shape = fitting ?? (query > (longest?.queryTokens ?? 0) && passage <= (widest?.passageTokens ?? 0) ? widest : longest);
    if (!shape) return;
    const pool = pools.get(shape.name) ?? new Map<string, number[]>();
    pools.set(shape.name, pool);
    const list = pool.get(pair.source) ?? [];
    pool.set(pair.source, list);
    list.push(at);
  });
  return pools;
}

interface Shown {
  readonly text: string;
  readonly group: string;
  readonly shown: string;
}

/** One mined negative of as many pairs as have one; the rest of the places go to passages of the batch's own shape. */
function hardNegatives(rows: readonly Pair[], { shape, others, random }: { shape: ShapeRule; others: readonly Pair[]; random: () => number }): Shown[] {
  const mined = rows.filter((pair) => (pair.negatives?.length ?? 0) > 0);
  const offset = Math.floor(random() * Math.max(1, mined.length));
  return Array.from({ length: shape.hardNegatives }, (_, i) => {
    const pair = i < mined.length ? mined[(i + offset) % mined.length] : undefined;
    const negative = pair?.negatives?.[Math.floor(random() * pair.negatives.length)];
    if (negative !== undefined) return { text: negative, group: "", shown: negative };
    const other = others[Math.floor(random() * others.length)];
    return { text: other?.passage ?? "", group: other?.group ?? "", shown: other?.passage ?? "" };
  });
}

/** As the product embeds: heading, line break, text. */
function withHeading(pair: Pair, rule: SourceRule | undefined, random: () => number): string {
  const isHeaded = random() < (rule?.headedPassages ?? 0);
  return isHeaded && pair.heading !== undefined && pair.heading !== pair.query ? `${pair.heading}\n${pair.passage}` : pair.passage;
}

function positivesByQuery(pairs: readonly Pair[]): Map<string, Set<string>> {
  const positives = new Map<string, Set<string>>();
  for (const { query, passage } of pairs) {
    const known = positives.get(query);
    if (known) known.add(passage);
    else positives.set(query, new Set([passage]));
  }
  return positives;
}

/** Passages come again every round; their ids are kept, cut to what any shape can use. */
const LONGEST = 512;
function remembering(tokens: Tokens): (text: string) => readonly number[] {
  const known = new Map<string, Int32Array>();
  return (text) => {
    const found = known.get(text);
    if (found) return Array.from(found);
    const ids = cutIds(tokens.encode(text), LONGEST);
    known.set(text, Int32Array.from(ids));
    return ids;
  };
}
