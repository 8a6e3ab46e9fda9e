/**
 * @file Word counts → WordPiece vocabulary: special tokens, characters, then the most frequent pairs merged one after
 * the other, as Hugging Face's WordPieceTrainer does. Chinese characters are words alone and are never merged.
 * Flow: split-words → [train] → tokenizer-files. The same counts give the same vocabulary in any order.
 * @source github.com/huggingface/tokenizers, tokenizers/src/models/bpe/trainer.rs (WordPieceTrainer wraps it)
 */
import { AppError } from "../../core/errors";
import { invariant } from "../../core/invariant";
import { createPairQueue } from "./pair-queue";
import { isChinese, standsAlone } from "./split-words";
import { CONTINUES, MAX_WORD_CHARACTERS, SPECIAL_TOKENS } from "./word-piece";

export interface VocabularyOptions {
  /** Entries, special tokens included. Fewer come out when no frequent pair is left. */
  readonly size: number;
  /** A Chinese character seen less often has no entry: texts show it as unknown. Default 10. */
  readonly minChineseCount?: number;
  /** The same for other characters; printable ASCII always has entries. Default 10. */
  readonly minCharacterCount?: number;
  /** Pairs seen less often are not merged. Default 2. */
  readonly minPairCount?: number;
}

/**
 * @param counts word → times seen, words as `splitWords` gives them
 * @returns the tokens in order of their ids; "##" marks a piece inside a word
 * @throws AppError "eval/bad-input" when special tokens and characters alone do not fit
 */
export function trainWordPiece(counts: ReadonlyMap<string, number>, options: VocabularyOptions): string[] {
  const characters = startingPieces(counts, options);
  const room = options.size - SPECIAL_TOKENS.length - characters.length;
  if (room < 0) {
    throw new AppError("eval/bad-input", `A vocabulary of ${options.size} cannot hold ${SPECIAL_TOKENS.length} special tokens and ${characters.length} characters. Ask for more entries, or raise minChineseCount.`);
  }
  const pieces = createPieces(characters);
  mergePairs(splitIntoPieces(counts, pieces), pieces, { room, minCount: options.minPairCount ?? 2 });
  return [...SPECIAL_TOKENS, ...pieces.texts];
}

interface Pieces {
  /** Text by id; "##" in front of a piece that continues a word. */
  readonly texts: string[];
  readonly idOf: ReadonlyMap<string, number>;
  /** Id of the piece with this text; a new one when there is none. */
  add(text: string): number;
}

function createPieces(characters: readonly string[]): Pieces {
  const texts: string[] = [];
  const idOf = new Map<string, number>();
  const add = (text: string): number => {
    const known = idOf.get(text);
    if (known !== undefined) return known;
    idOf.set(text, texts.length);
    return texts.push(text) - 1;
  };
  for (const character of characters) add(character);
  return { texts, idOf, add };
}

const ASCII = Array.from({ length: 0x7f - 0x21 }, (_, at) => String.fromCharCode(0x21 + at)).filter((character) => character === character.toLowerCase());

/** Characters that begin words, then those inside words, each by code point. */
function startingPieces(counts: ReadonlyMap<string, number>, options: VocabularyOptions): string[] {
  const { minChineseCount = 10, minCharacterCount = 10 } = options;
  const [first, inside] = [new Map<string, number>(), new Map<string, number>()];
  for (const [word, count] of counts) {
    for (const [at, character] of [...word].entries()) {
      const seen = at === 0 ? first : inside;
      seen.set(character, (seen.get(character) ?? 0) + count);
    }
  }
  const total = (character: string): number => (first.get(character) ?? 0) + (inside.get(character) ?? 0);
  const isKept = (character: string): boolean => total(character) >= (isChinese(character) ? minChineseCount : minCharacterCount);
  const begins = new Set([...ASCII, ...[...first.keys()].filter(isKept)]);
  const continues = new Set([...ASCII.filter((character) => !standsAlone(character)), ...[...inside.keys()].filter(isKept)]);
  return [...[...begins].sort(byCodePoint), ...[...continues].sort(byCodePoint).map((character) => CONTINUES + character)];
}

const byCodePoint = (a: string, b: string): number => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);

interface Word {
  /** Piece ids; shrinks as pairs merge. */
  ids: number[];
  readonly count: number;
}

/** Words of at least two known characters; others have nothing to merge. */
function splitIntoPieces(counts: ReadonlyMap<string, number>, pieces: Pieces): Word[] {
  const words: Word[] = [];
  for (const [word, count] of counts) {
    const characters = [...word];
    if (characters.length < 2 || characters.length > MAX_WORD_CHARACTERS) continue;
    const ids = characters.map((character, at) => pieces.idOf.get(at === 0 ? character : CONTINUES + character));
    if (ids.every((id) => id !== undefined)) words.push({ ids, count });
  }
  return words;
}

/** More pieces than any vocabulary has; a pair is one number below 2^53. */
const PAIR_BASE = 2 ** 24;

interface PairTable {
  readonly counts: Map<number, number>;
  /** Words that held the pair when it was noted; some may have lost it since, none is missing. */
  readonly words: Map<number, Word[]>;
}

function mergePairs(words: readonly Word[], pieces: Pieces, limits: { room: number; minCount: number }): void {
  const table: PairTable = { counts: new Map(), words: new Map() };
  for (const word of words) for (const key of pairsOf(word.ids)) note(table, { key, word });
  const queue = createPairQueue();
  const push = (key: number): void => queue.push({ left: Math.floor(key / PAIR_BASE), right: key % PAIR_BASE, count: table.counts.get(key) ?? 0 });
  for (const key of table.counts.keys()) push(key);
  const target = pieces.texts.length + limits.room;
  while (pieces.texts.length < target) {
    const pair = queue.pop();
    if (!pair || pair.count < limits.minCount) return;
    const key = pair.left * PAIR_BASE + pair.right;
    const count = table.counts.get(key) ?? 0;
    // The queue's counts grow old as neighbours merge: an outdated pair goes back with its present count.
    if (count !== pair.count) {
      if (count > 0) push(key);
      continue;
    }
    const [left = "", right = ""] = [pieces.texts[pair.left], pieces.texts[pair.right]];
    invariant(right.startsWith(CONTINUES), () => `piece "${right}" stands inside a word but is not marked so`);
    for (const fresh of mergeEverywhere(table, { ...pair, merged: pieces.add(left + right.slice(CONTINUES.length)) })) push(fresh);
  }
}

/** Once per place: "##a ##a ##a" holds its pair twice. */
function pairsOf(ids: readonly number[]): number[] {
  return ids.slice(1).map((right, at) => (ids[at] as number) * PAIR_BASE + right);
}

function note(table: PairTable, { key, word }: { key: number; word: Word }): void {
  table.counts.set(key, (table.counts.get(key) ?? 0) + word.count);
  const holders = table.words.get(key);
  if (!holders) table.words.set(key, [word]);
  else if (holders.at(-1) !== word) holders.push(word);
}

/** @returns the pairs that came to be, each once */
function mergeEverywhere(table: PairTable, pair: { left: number; right: number; merged: number }): Set<number> {
  const key = pair.left * PAIR_BASE + pair.right;
  const fresh = new Set<number>();
  for (const word of table.words.get(key) ?? []) {
    const ids = mergeIn(word.ids, pair);
    if (ids.length === word.ids.length) continue;
    for (const old of pairsOf(word.ids)) table.counts.set(old, (table.counts.get(old) ?? 0) - word.count);
    word.ids = ids;
    for (const now of pairsOf(ids)) {
      const isNew = Math.floor(now / PAIR_BASE) === pair.merged || now % PAIR_BASE === pair.merged;
      if (!isNew) table.counts.set(now, (table.counts.get(now) ?? 0) + word.count);
      else {
        note(table, { key: now, word });
        fresh.add(now);
      }
    }
  }
  table.counts.delete(key);
  table.words.delete(key);
  return fresh;
}

/** From left to right; overlapping places go to the first. */
function mergeIn(ids: readonly number[], { left, right, merged }: { left: number; right: number; merged: number }): number[] {
  const out: number[] = [];
  for (let at = 0; at < ids.length; at++) {
    if (ids[at] === left && ids[at + 1] === right) {
      out.push(merged);
      at++;
    } else out.push(ids[at] as number);
  }
  return out;
}
