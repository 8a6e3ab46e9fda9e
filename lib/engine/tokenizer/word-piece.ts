/**
 * @file WordPiece: text → token ids by the longest piece first. For training, where millions of texts are tokenised:
 * it remembers every word's pieces. Serving uses transformers.js with the same files; both give the same ids (tested).
 */
import { invariant } from "../../core/invariant";
import { splitWords } from "./split-words";

/** In the order of their ids, from 0. */
export const SPECIAL_TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] as const;
export type SpecialToken = (typeof SPECIAL_TOKENS)[number];
/** Marks a piece inside a word. */
export const CONTINUES = "##";
/** @source BERT's max_input_chars_per_word */
export const MAX_WORD_CHARACTERS = 100;
/** Words whose pieces are kept; past it the memory starts anew. */
const REMEMBERED_WORDS = 500_000;

export interface WordPiece {
  readonly vocabulary: readonly string[];
  /** Ids of the text alone, no special tokens, nothing cut. */
  encode(text: string): number[];
  idOf(token: SpecialToken): number;
}

/**
 * @param vocabulary tokens by id, as `trainWordPiece` gives them or a tokenizer.json holds them
 * @param maxWordCharacters longer words are unknown as a whole
 */
export function createWordPiece(vocabulary: readonly string[], maxWordCharacters = MAX_WORD_CHARACTERS): WordPiece {
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const idOf = (token: SpecialToken): number => {
    const id = ids.get(token);
    invariant(id !== undefined, () => `the vocabulary of ${vocabulary.length} entries lacks ${token}`);
    return id;
  };
  const unknown = [idOf("[UNK]")];
  let remembered = new Map<string, readonly number[]>();
  const encodeWord = (word: string): readonly number[] => {
    const known = remembered.get(word);
    if (known) return known;
    if (remembered.size >= REMEMBERED_WORDS) remembered = new Map();
    const characters = [...word];
    const pieces = characters.length > maxWordCharacters ? unknown : (longestPieces(characters, ids) ?? unknown);
    remembered.set(word, pieces);
    return pieces;
  };
  return { vocabulary, idOf, encode: (text) => splitWords(text).flatMap(encodeWord) };
}

/** Undefined where some rest has no piece: then the whole word is unknown. */
function longestPieces(characters: readonly string[], ids: ReadonlyMap<string, number>): number[] | undefined {
  const pieces: number[] = [];
  for (let start = 0; start < characters.length; ) {
    let end = characters.length;
    const pieceOf = (): number | undefined => ids.get((start > 0 ? CONTINUES : "") + characters.slice(start, end).join(""));
    while (end > start && pieceOf() === undefined) end--;
    const id = pieceOf();
    if (end === start || id === undefined) return undefined;
    pieces.push(id);
    start = end;
  }
  return pieces;
}
