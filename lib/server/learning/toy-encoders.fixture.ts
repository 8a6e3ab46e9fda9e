/** @file Two small encoders that disagree, for tests of second indexes: words hashed into eight places, each in its own way. */
import type { Encoder } from "../../core/encoder";
import type { EncoderVersion } from "../../core/types";

const DIMENSION = 8;

/** @param salt another one, another space @returns a unit vector */
export function toyVector(text: string, salt: number): Float32Array {
  const vector = new Float32Array(DIMENSION).fill(0.05);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    let hash = salt;
    for (const letter of word) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
    vector[hash % DIMENSION] = (vector[hash % DIMENSION] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export const SHIPPED_SALT = 7;
export const TRAINED_SALT = 101;

/** @param asked told of every text */
export const toyEncoder = (version: string, salt: number, asked: (text: string) => void = () => undefined): Encoder => ({
  version: version as EncoderVersion,
  dimension: DIMENSION,
  countTokens: (text) => text.split(" ").length,
  embed: (texts) => {
    texts.forEach(asked);
    return Promise.resolve(texts.map((text) => toyVector(text, salt)));
  },
});
