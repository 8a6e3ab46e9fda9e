/**
 * @file What pre-training reads: the corpus' passages as tokens, cut into rows and into pairs of neighbouring parts, some
 * documents held out. Flow: pairs → [readings → holdOut → rows] → masked-batches. The same pairs and seed give the same rows.
 */
import { AppError } from "../../../core/errors";
import { createRng, shuffled } from "../../../core/rng";
import type { WordPiece } from "../../../engine/tokenizer/word-piece";
import { splitSentences } from "../../../knowledge/chunk/sentences";
import { seedOf } from "../batches/sampler";
import type { Pair } from "../types";
import type { PretrainRule } from "./rules";

type Ids = readonly number[];

/** Two parts of a passage, the second right after the first; no special tokens in them. */
export interface Neighbours {
  readonly language: Pair["language"];
  readonly group: string;
  readonly first: Ids;
  readonly second: Ids;
}

export interface Rows {
  /** Whole texts one after the other with [SEP] between them, full to the brim; no special tokens at the ends. */
  readonly packed: readonly Ids[];
  readonly neighbours: readonly Neighbours[];
}

export interface ReadingRows {
  readonly train: Rows;
  /** Of documents that nothing in `train` is from; pre-training alone holds them out. */
  readonly heldOut: Rows;
  /** Rows of a batch that are neighbours, by their share of the tokens; the others are packed. */
  readonly neighbourRows: number;
  /** Tokens in `train`. */
  readonly tokens: number;
}

/** A text of one document: what of it goes in pairs, and what is packed. */
interface Reading {
  readonly group: string;
  readonly neighbours: readonly Neighbours[];
  readonly texts: readonly Ids[];
}

/** Shorter texts (single words of a thesaurus) have no context to guess from. */
const SHORTEST = 5;
/** Passages without one of their sentences: what they are cut from is in the corpus by itself. */
const CUT = "inverse-cloze";
/** At most every twentieth document is held out, and no more than fills this many batches. */
const HELD_OUT_SHARE = 0.05;
export const HELD_OUT_BATCHES = 2;
/** [CLS] and one [SEP]; a row of neighbours has a [SEP] more. */
const ENDS = 2;

/** @throws AppError "eval/bad-input" when the corpus has too little text for the rule */
export function readingRows(pairs: readonly Pair[], how: { rule: PretrainRule; seed: number; words: WordPiece }): ReadingRows {
  const { rule, seed, words } = how;
  const readings = readingsOf(pairs, how);
  const kinds = [readings.filter(({ neighbours }) => neighbours.length > 0), readings.filter(({ neighbours }) => neighbours.length === 0)];
  const parts = kinds.map((kind) => holdOut(kind, { seed, tokens: HELD_OUT_BATCHES * rule.rows * rule.tokens }));
  const [paired, single] = parts;
  if (rule.nextSentence && !paired) throw new AppError("eval/bad-input", "Pre-training cannot ask for the next sentence: fewer than two passages of the corpus have two sentences. Set pretrain.nextSentence to false.");
  if (!paired && !single) throw new AppError("eval/bad-input", `The corpus has fewer than two texts of ${SHORTEST} tokens, so there is nothing to pre-train on. Leave pretrain out of the recipe.`);
  const rowsOf = (pick: (part: Held) => readonly Reading[]): Rows => {
    const chosen = shuffled(parts.flatMap((part) => (part ? pick(part) : [])), createRng(seedOf(seed, "reading")));
    // Without single texts a batch holds neighbours only, and what is left of their passages finds no room.
    return { packed: paired && !single ? [] : pack(chosen.flatMap(({ texts }) => texts), { room: rule.tokens - ENDS, separator: words.idOf("[SEP]") }), neighbours: chosen.flatMap(({ neighbours }) => neighbours) };
  };
  const [train, heldOut] = [rowsOf((part) => part.train), rowsOf((part) => part.heldOut)];
  const [inPairs, inRows] = [sum(train.neighbours.map(({ first, second }) => first.length + second.length)), sum(train.packed.map((row) => row.length))];
  const asked = Math.round((rule.rows * inPairs) / (inPairs + inRows));
  const neighbourRows = !paired ? 0 : !single ? rule.rows : Math.min(rule.rows - 1, Math.max(1, asked));
  return { train, heldOut, neighbourRows, tokens: inPairs + inRows };
}

/** Each distinct passage once; a translation stands beside its sentence, so that one helps to guess the other. */
function readingsOf(pairs: readonly Pair[], { rule, words }: { rule: PretrainRule; words: WordPiece }): Reading[] {
  const seen = new Set<string>();
  const half = Math.floor((rule.tokens - ENDS - 1) / 2);
  return pairs.flatMap((pair): Reading[] => {
    if (pair.source === CUT || seen.has(pair.passage)) return [];
    seen.add(pair.passage);
    if (pair.language === "x") return kept({ group: pair.group, neighbours: [], texts: [words.encode(pair.query), words.encode(pair.passage)] });
    const { group, language } = pair;
    const parts = rule.nextSentence ? partsOf(pair.passage, { words, longest: half }) : [words.encode(pair.passage)];
    const neighbours = rule.nextSentence ? couples(parts).map(([first, second]): Neighbours => ({ language, group, first, second })) : [];
    return kept({ group, neighbours, texts: parts.slice(2 * neighbours.length) });
  });
}

/** @source A. Conneau, G. Lample 2019, arXiv:1901.07291 (a sentence and its translation in one row) */
function kept(reading: Reading): Reading[] {
  const tokens = sum(reading.texts.map((text) => text.length));
  const texts = tokens >= SHORTEST ? reading.texts : [];
  return texts.length > 0 || reading.neighbours.length > 0 ? [{ ...reading, texts }] : [];
}

function couples(parts: readonly Ids[]): (readonly [Ids, Ids])[] {
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, at) => [parts[2 * at] as Ids, parts[2 * at + 1] as Ids] as const);
}

/** Whole sentences, joined while a part stays below half a row and half of the passage; a longer sentence is cut. */
function partsOf(passage: string, { words, longest }: { words: WordPiece; longest: number }): Ids[] {
  const sentences = splitSentences(passage).map(({ start, end }) => words.encode(passage.slice(start, end))).filter((sentence) => sentence.length > 0);
  const target = Math.min(longest, Math.ceil(sum(sentences.map((sentence) => sentence.length)) / 2));
  const parts: number[][] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last && last.length + sentence.length <= target) last.push(...sentence);
    else parts.push(sentence.slice(0, longest));
  }
  return parts;
}

interface Held {
  readonly train: readonly Reading[];
  readonly heldOut: readonly Reading[];
}

/** Whole documents, drawn by the seed. Undefined where there are fewer than two. */
function holdOut(readings: readonly Reading[], { seed, tokens }: { seed: number; tokens: number }): Held | undefined {
  const documents = shuffled([...new Set(readings.map(({ group }) => group))], createRng(seedOf(seed, "held out")));
  if (documents.length < 2) return undefined;
  const sizes = new Map<string, number>();
  for (const { group, texts, neighbours } of readings) {
    const size = sum([...texts.map((text) => text.length), ...neighbours.map(({ first, second }) => first.length + second.length)]);
    sizes.set(group, (sizes.get(group) ?? 0) + size);
  }
  const chosen = new Set<string>();
  let taken = 0;
  for (const document of documents.slice(0, Math.max(1, Math.floor(documents.length * HELD_OUT_SHARE)))) {
    if (taken >= tokens) break;
    chosen.add(document);
    taken += sizes.get(document) ?? 0;
  }
  return { train: readings.filter(({ group }) => !chosen.has(group)), heldOut: readings.filter(({ group }) => chosen.has(group)) };
}

/** @source Y. Liu et al. 2019, arXiv:1907.11692, "full-sentences": rows go on over the ends of documents */
function pack(texts: readonly Ids[], { room, separator }: { room: number; separator: number }): Ids[] {
  const rows: number[][] = [];
  let row: number[] = [];
  for (const text of texts) {
    for (let rest = text; rest.length > 0; ) {
      const space = room - row.length - (row.length > 0 ? 1 : 0);
      if (row.length > 0 && space < Math.min(SHORTEST, rest.length)) {
        rows.push(row);
        row = [];
        continue;
      }
      row.push(...(row.length > 0 ? [separator] : []), ...rest.slice(0, space));
      rest = rest.slice(space);
    }
  }
  return row.length > 0 ? [...rows, row] : rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
