/**
 * @file Words first: the tables alone (no layer) and how much each word counts, from random numbers, at a rate twenty times
 * that of a transformer. A step of a bag of words costs a twentieth, and Adam moves a rare word by a rate each time it is
 * seen: here it gets somewhere (README, "Words first", with what was tried). recipes/layers.ts goes on from it. Data only.
 *
 * Arithmetic: no layer, so a step is a gather, a weighted mean and a product of rows × rows: .1 s on one core; 6,400 steps in
 * eleven minutes, 963,000 pairs drawn of 407,000.
 */
import type { RecipeInput } from "../recipe";
import { SOURCES, unmined } from "./sources";

const words: RecipeInput = {
  name: "words",
  start: "random",
  layers: 0,
  weighsWords: true,
  seed: 6,
  steps: 6400,
  warmUpSteps: 20,
  peakRate: 4e-3,
  decayShare: 0.7,
  finalRate: 1e-4,
  // Softer than the 20 of transformers: more of a batch's near misses pull on the words.
  scale: 14,
  optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0, clipNorm: 1 },
  oneSourceShare: 0.5,
  shapes: [
    { name: "phrases", queryTokens: 16, passageTokens: 16, rows: 384, hardNegatives: 64, share: 2 },
    { name: "sentences", queryTokens: 32, passageTokens: 32, rows: 192, hardNegatives: 96, share: 3 },
    { name: "passages", queryTokens: 32, passageTokens: 64, rows: 128, hardNegatives: 64, share: 3 },
    { name: "chunks", queryTokens: 32, passageTokens: 128, rows: 96, hardNegatives: 32, share: 3 },
    { name: "scenarios", queryTokens: 112, passageTokens: 64, rows: 96, hardNegatives: 32, share: 3 },
    { name: "paragraphs", queryTokens: 32, passageTokens: 256, rows: 48, hardNegatives: 0, share: 2 },
  ],
  sources: {
    ...varied({ ...unmined(SOURCES), "own-short": { weight: 6 }, "own-phrase": { weight: 4 }, "own-guidance": { weight: 8 } }),
    "wordnet-syn": { weight: 2 },
    "wordnet-swap": { weight: 2 },
    "wordnet-def": { weight: 2 },
  },
  mining: { lexical: 8, dense: 0, keep: 4, guard: 0.92, pool: 7000 },
  rules: { questionsPerPassage: 2, passages: 5000, clozeEvery: 4 },
  checkpointSteps: 1600,
  evaluateSteps: 1600,
  keep: "last",
};

/** A bag of words learns its pairs by heart: half of the questions are varied each time they are drawn. */
function varied(sources: RecipeInput["sources"]): RecipeInput["sources"] {
  const queries = /^(own-(en|zh|x|short|long|phrase|paraphrase|guidance)|cqa-|cmrc-|policyqa)/;
  return Object.fromEntries(Object.entries(sources).map(([name, rule]) => [name, queries.test(name) ? { ...rule, noisyQueries: 0.5 } : rule]));
}

export default words;
