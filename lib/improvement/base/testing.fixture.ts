/** @file Fixtures of the tests here: a tokenizer of words, without model files. */
import type { Tokens } from "./batches/token-rows";

/** [CLS] = 1, [SEP] = 2, padding 0; every new word gets the next id, Chinese characters stand alone. */
export function wordTokens(): Tokens {
  const known = new Map<string, number>();
  const idOf = (word: string): number => {
    const id = known.get(word) ?? known.size + 3;
    known.set(word, id);
    return id;
  };
  return { padId: 0, encode: (text) => [1, ...(text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []).map(idOf), 2] };
}
