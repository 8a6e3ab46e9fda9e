/**
 * @file Paraphrases by translation: two sentences of one language that the corpus translates by the same sentence.
 */
import type { Pair } from "../types";

/** Source "tatoeba-paraphrase", each neighbouring pair of a sentence's translations once. @param pairs English → Chinese */
export function paraphrases(pairs: readonly Pair[]): Pair[] {
  return [
    ...neighbours(pairs.map((pair) => [pair.query, pair.passage] as const), "zh"),
    ...neighbours(pairs.map((pair) => [pair.passage, pair.query] as const), "en"),
  ];
}

function neighbours(translations: readonly (readonly [sentence: string, translation: string])[], language: "en" | "zh"): Pair[] {
  const bySentence = new Map<string, Set<string>>();
  for (const [sentence, translation] of translations) bySentence.set(sentence, (bySentence.get(sentence) ?? new Set()).add(translation));
  return [...bySentence].flatMap(([sentence, set]) => {
    const all = [...set];
    return all.slice(1).map((passage, i): Pair => ({ source: "tatoeba-paraphrase", language, query: all[i] as string, passage, group: sentence }));
  });
}
