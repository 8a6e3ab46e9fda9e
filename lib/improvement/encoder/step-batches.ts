/**
 * @file Batches of the encoder's training, one kind after the other: labels against their hard negatives, and two replays
 * that keep what the encoder knows: pairs whose likeness must stay in the order in which it sees them now, and translations.
 */
import { createRng, shuffled } from "../../core/rng";
import type { EncoderBatch, TokenBatch } from "../../engine/train/encoder-trainer";
import { ignoreMatrix } from "../base/batches/ignore-matrix";
import { cutIds, padRows, type Tokens } from "../base/batches/token-rows";
import type { Synonyms } from "../base/text/synonyms";
import { varyQuery } from "../base/text/vary-query";
import type { Pair } from "../base/types";
import type { LabelPair } from "./training-pairs";

/** Rows and tokens of each kind. Questions are cut at their start, passages at their end. */
export const SHAPES = {
  labels: { rows: 24, negatives: 24, queryTokens: 48, passageTokens: 192 },
  anchors: { rows: 24, tokens: 192 },
  translations: { rows: 64, tokens: 32 },
} as const;

export type BatchKind = keyof typeof SHAPES;
/** What a step learns from, over and over. */
const CYCLE: readonly BatchKind[] = ["labels", "labels", "anchors", "labels", "labels", "translations"];
/** Share of questions that are varied as another person would type them. */
const VARIED = 0.35;

export interface BatchSources {
  readonly pairs: readonly LabelPair[];
  readonly translations: readonly Pair[];
  /** Passages of this company, by two. */
  readonly anchors: readonly Anchor[];
  readonly tokens: Tokens;
  readonly synonyms: Synonyms;
  readonly seed: number;
}

/** Two texts, and how like one another the encoder finds them before it learns: their cosine. */
export interface Anchor {
  readonly first: string;
  readonly second: string;
  readonly likeness: number;
}

/** @param step from 0; the same seed and step give the same batch. A kind without texts is replaced by labels. */
export function batchOf(step: number, sources: BatchSources): EncoderBatch {
  const random = createRng(sources.seed * 7919 + step);
  const kind = CYCLE[step % CYCLE.length] ?? "labels";
  if (kind === "anchors" && sources.anchors.length >= SHAPES.anchors.rows) return anchorBatch(sources, random);
  if (kind === "translations" && sources.translations.length >= SHAPES.translations.rows) return translationBatch(sources, random);
  return labelBatch(sources, random);
}

function labelBatch({ pairs, tokens, synonyms }: BatchSources, random: () => number): EncoderBatch {
  const { rows, negatives, queryTokens, passageTokens } = SHAPES.labels;
  const drawn = drawByWeight(pairs, rows, random);
  const queries = drawn.map(({ query, language }) => (random() < VARIED ? varyQuery(query, { language, synonyms, random }) : query));
  const hard = Array.from({ length: negatives }, (_, at) => {
    const own = drawn[at % drawn.length]?.negatives ?? [];
    // A question without any lends its place to another's passage: one more of the batch's own.
    return { text: own[Math.floor(random() * own.length)] ?? pairs[Math.floor(random() * pairs.length)]?.passage ?? "", group: "" };
  });
  const passages = [...drawn.map(({ passage, group }) => ({ text: passage, group })), ...hard];
  const positives = positivesByQuery(pairs);
  return {
    queries: rowsOf(queries, { tokens, length: queryTokens, keep: "end" }),
    passages: rowsOf(passages.map(({ text }) => text), { tokens, length: passageTokens }),
    ignore: ignoreMatrix({ pairs: drawn, passages, positivesOf: (query) => positives.get(query), groupMayBeNegative: () => true }),
    symmetric: false,
  };
}

function anchorBatch({ anchors, tokens }: BatchSources, random: () => number): EncoderBatch {
  const { rows, tokens: length } = SHAPES.anchors;
  const drawn = shuffled(anchors, random).slice(0, rows);
  return {
    queries: rowsOf(drawn.map(({ first }) => first), { tokens, length }),
    passages: rowsOf(drawn.map(({ second }) => second), { tokens, length }),
    scores: Float32Array.from(drawn, ({ likeness }) => likeness),
  };
}

function translationBatch({ translations, tokens }: BatchSources, random: () => number): EncoderBatch {
  const { rows, tokens: length } = SHAPES.translations;
  const from = Math.floor(random() * (translations.length - rows + 1));
  const drawn = translations.slice(from, from + rows);
  const passages = drawn.map(({ passage, group }) => ({ text: passage, group }));
  return {
    queries: rowsOf(drawn.map(({ query }) => query), { tokens, length }),
    passages: rowsOf(passages.map(({ text }) => text), { tokens, length }),
    ignore: ignoreMatrix({ pairs: drawn, passages, positivesOf: () => undefined, groupMayBeNegative: () => true }),
  };
}

/** With repetition where there are few; what is trusted more comes more often. */
function drawByWeight(pairs: readonly LabelPair[], rows: number, random: () => number): LabelPair[] {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: rows }, () => {
    let left = random() * total;
    return pairs.find(({ weight }) => (left -= weight) < 0) ?? (pairs.at(-1) as LabelPair);
  });
}

function positivesByQuery(pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const positives = new Map<string, Set<string>>();
  for (const { query, passage } of pairs) positives.set(query, (positives.get(query) ?? new Set()).add(passage));
  return positives;
}

/** A text that comes again is the same row under the same key: what the frozen layers make of it is computed once. */
export function rowsOf(texts: readonly string[], { tokens, length, keep = "start" }: { tokens: Tokens; length: number; keep?: "start" | "end" }): TokenBatch {
  const ids = texts.map((text) => cutIds(tokens.encode(text), length, keep));
  return withKeys(padRows(ids, { length, padId: tokens.padId }));
}

/** Rows named by their own ids. */
export function withKeys(batch: Omit<TokenBatch, "keys">): TokenBatch {
  const keys = Array.from({ length: batch.rows }, (_, row) => {
    const [from, to] = [row * batch.length, (row + 1) * batch.length];
    return batch.ids.subarray(from, from + batch.mask.subarray(from, to).lastIndexOf(1) + 1).join();
  });
  return { ...batch, keys };
}
