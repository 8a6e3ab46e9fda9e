/**
 * @file What the recipes draw from, and how often: shares of the examples, not of the pairs there are. `layers` takes it as it
 * stands; `words` and `pretrained` mine
 * nothing, `words` weighs words more. Data only.
 */
import type { RecipeInput } from "../recipe";

export const SOURCES = {
  // Questions.
  "own-en": { weight: 13, noisyQueries: 0.3, headedPassages: 0.4, negatives: "guarded" },
  "own-zh": { weight: 10, noisyQueries: 0.3, headedPassages: 0.4, negatives: "guarded" },
  "own-x": { weight: 2, headedPassages: 0.4, negatives: "guarded" },
  "cqa-scenario": { weight: 9, noisyQueries: 0.2, negatives: "other-document", sameGroup: "negative" },
  "cqa-question": { weight: 5, noisyQueries: 0.2, headedPassages: 0.3, negatives: "other-document", sameGroup: "negative" },
  "cqa-section": { weight: 1, noisyQueries: 0.2, headedPassages: 0.5, negatives: "other-document" },
  "cmrc-window": { weight: 7, noisyQueries: 0.2, negatives: "other-document" },
  "cmrc-paragraph": { weight: 6, noisyQueries: 0.2, negatives: "other-document" },
  policyqa: { weight: 2, noisyQueries: 0.2 },
  "rule-question": { weight: 5, headedPassages: 0.3, noisyQueries: 0.2 },
  "inverse-cloze": { weight: 4, headedPassages: 0.3 },
  // Meaning of sentences and words, and the bridge between the languages.
  tatoeba: { weight: 8 },
  "own-sentence": { weight: 3 },
  "own-word": { weight: 2.5 },
  "tatoeba-paraphrase": { weight: 1.5 },
  sts: { weight: 2 },
  zhsts: { weight: 2 },
  "sts-contrast": { weight: 2 },
  thesaurus: { weight: 2 },
  "wordnet-syn": { weight: 1, limit: 12000 },
  "wordnet-swap": { weight: 1.5 },
  "wordnet-def": { weight: 1, limit: 20000 },
  // Our own sentences: wordings, near misses, guidance.
  "own-short": { weight: 5 },
  "own-long": { weight: 4 },
  "own-phrase": { weight: 2 },
  "own-paraphrase": { weight: 4 },
  "own-guidance": { weight: 5, noisyQueries: 0.2 },
  // Headings and neighbours: a little, so that it is kept.
  laws: { weight: 2 },
  "laws-ict": { weight: 1 },
  sourcegraph: { weight: 1.5 },
  corpus_digitalgov: { weight: 1, limit: 6000 },
  corpus_govuk_devdocs: { weight: 0.5 },
  "openstax-business": { weight: 0.7 },
  corpus_zh_javaguide: { weight: 0.7 },
  "esco-alt": { weight: 0.7, limit: 6000 },
  "onet-task": { weight: 0.7 },
  "cv-cv": { weight: 1 },
} satisfies RecipeInput["sources"];

/** An encoder that has learned nothing cannot tell a hard negative from an answer. */
export function unmined(sources: RecipeInput["sources"]): RecipeInput["sources"] {
  return Object.fromEntries(Object.entries(sources).map(([name, rule]) => [name, { ...rule, negatives: undefined }]));
}
