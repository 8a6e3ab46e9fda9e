/**
 * @file Is this an English word? A Bloom filter over the stems of about 50,000 English words (word-filter-table.ts), so
 * that spelling repair leaves real words alone though the documents never use them. 1 in 100 non-words passes as a word.
 * @source Bloom 1970; double hashing after Kirsch & Mitzenmacher 2006
 */
import { stem } from "./normalise";
import { WORD_FILTER } from "./word-filter-table";

/** Bits per word and hash functions: 10 and 7 give 0.8 % false positives. */
export const BITS_PER_WORD = 10;
export const HASHES = 7;

let bits: Uint8Array | undefined;

/** @param surface normalised English word */
export function isEnglishWord(surface: string): boolean {
  bits ??= Uint8Array.from(Buffer.from(WORD_FILTER, "base64"));
  return hasWord(bits, stem(surface));
}

/** Bit positions of one stem in a filter of `size` bits. */
export function bitsOf(word: string, size: number): number[] {
  const first = hash(word, 0x811c9dc5);
  const second = hash(word, 0x01000193) | 1;
  return Array.from({ length: HASHES }, (_, i) => ((first + Math.imul(i, second)) >>> 0) % size);
}

export function hasWord(filter: Uint8Array, word: string): boolean {
  return bitsOf(word, filter.length * 8).every((bit) => (((filter[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1);
}

/** FNV-1a with a last mixing step, 32 bits. */
function hash(word: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}
