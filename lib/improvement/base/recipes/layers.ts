/**
 * @file Layers second: the whole encoder, from the tables that recipes/words.ts trained and random layers above them. The
 * word table goes on at twice the layers' rate. Data only.
 *
 * Arithmetic (two cores, fp32): tokens a step by shape: phrases 256 × 16 + 320 × 16 = 9.2 thousand, sentences 9.7, passages
 * 12.3, chunks 14.3, scenarios 13.3, paragraphs 9.2, scored 4.1; by their shares 11 thousand: 2.2 s on idle cores.
 */
import type { RecipeInput } from "../recipe";
import { SOURCES } from "./sources";

const layers: RecipeInput = {
  name: "layers",
  start: "folder",
  seed: 6,
  steps: 6000,
  warmUpSteps: 40,
  peakRate: 5e-4,
  decayShare: 0.75,
  finalRate: 1e-5,
  scale: 20,
  optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1, rowRate: 2 },
  oneSourceShare: 0.5,
  shapes: [
    { name: "phrases", queryTokens: 16, passageTokens: 16, rows: 256, hardNegatives: 64, share: 1.5 },
    { name: "sentences", queryTokens: 32, passageTokens: 32, rows: 128, hardNegatives: 48, share: 2.5 },
    { name: "passages", queryTokens: 32, passageTokens: 64, rows: 96, hardNegatives: 48, share: 3 },
    { name: "chunks", queryTokens: 32, passageTokens: 128, rows: 64, hardNegatives: 32, share: 3 },
    { name: "scenarios", queryTokens: 112, passageTokens: 64, rows: 64, hardNegatives: 32, share: 3 },
    { name: "paragraphs", queryTokens: 32, passageTokens: 256, rows: 32, hardNegatives: 0, share: 1.5 },
  ],
  similarity: { tokens: 32, rows: 64, share: 0.12 },
  sources: SOURCES,
  mining: { lexical: 8, dense: 12, keep: 4, guard: 0.92, pool: 7000 },
  rules: { questionsPerPassage: 2, passages: 5000, clozeEvery: 4 },
  checkpointSteps: 100,
  evaluateSteps: 250,
  keep: "last",
};

export default layers;
