/**
 * @file Known phrases: spans of the training data by the hash of their words in lower case, and in which of them a word
 * stands. While training a sentence sees only phrases of other parts of the data.
 */
import { featureHash } from "../feature-hash";
import type { UnitSpan } from "../tag-set";

export type KnownPhrases = ReadonlySet<number>;

const LONGEST_PHRASE = 8;

export function collectPhrases(sentences: readonly { readonly tokens: readonly string[]; readonly spans: readonly UnitSpan[] }[]): Set<number> {
  return new Set(sentences.flatMap(({ tokens, spans }) => spans.filter(({ start, end }) => end - start <= LONGEST_PHRASE).map(({ start, end }) => phraseHash(tokens.slice(start, end)))));
}

const phraseHash = (words: readonly string[]): number => featureHash(words.join(" ").toLowerCase());

/** Per word: place in the longest known phrase over it, with its length; "" where there is none. */
export function knownPlaces(words: readonly string[], known: KnownPhrases): string[] {
  const places = new Array<string>(words.length).fill("");
  const lengths = new Uint8Array(words.length);
  for (let start = 0; start < words.length; start++) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0; length--) {
      if (!known.has(phraseHash(words.slice(start, start + length)))) continue;
      for (let index = start; index < start + length; index++) {
        if ((lengths[index] as number) >= length) continue;
        lengths[index] = length;
        places[index] = `${index === start ? "B" : "M"}${index === start + length - 1 ? "E" : ""}${Math.min(length, 4)}`;
      }
      break;
    }
  }
  return places;
}
