/**
 * @file STS-B training parts → hard contrasts: a sentence, the same sentence slightly varied, and one that shares its
 * words but was scored as something else. The high-scored pairs come with the corpus files (sts, zhsts).
 */
import { createRng } from "../../../core/rng";
import type { ScoredPair } from "../../../knowledge/evaluate/sentence-pairs";
import type { Synonyms } from "../text/synonyms";
import { varyQuery } from "../text/vary-query";
import type { Pair } from "../types";

/** Human scores run from 0 (unrelated) to 5 (the same). */
const CONTRAST_AT_MOST = 2.5;

/** Source "sts-contrast". @param seed of the variations */
export function stsContrasts(pairs: readonly ScoredPair[], options: { language: "en" | "zh"; synonyms: Synonyms; seed: number }): Pair[] {
  const { language, synonyms, seed } = options;
  const random = createRng(seed);
  return pairs.filter((pair) => pair.score <= CONTRAST_AT_MOST).flatMap(({ first, second }): Pair[] =>
    [[first, second] as const, [second, first] as const].map(([sentence, other]) => ({
      source: "sts-contrast",
      language,
      query: sentence,
      passage: varyQuery(sentence, { language, synonyms, random }),
      group: sentence,
      negatives: [other],
    })),
  );
}
