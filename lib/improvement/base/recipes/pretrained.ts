/**
 * @file From nothing: a tokenizer of the corpus, random layers that first guess hidden words and next sentences, then the
 * contrastive stage. Small enough for 20 minutes (`--max-minutes 20`), half of them for each; hours are its real measure.
 * Does not ship. Data only.
 *
 * Arithmetic (4 layers × 256, fp32; measured on one core of two that others used):
 * - tokenizer: 20,000 entries; the corpus' texts are counted and merged in under a minute, before the clock runs.
 * - a pre-training step is 64 rows × 64 tokens = 4,096 tokens. The layers hold 3.1 M weights: 6 × 3.1 M = 19 MFLOP a token,
 *   78 GFLOP a step. Some 590 words are hidden; softmax over all 20,000 entries is 6 × 256 × 20,000 = 31 MFLOP each, 18
 *   GFLOP, and passes over 590 × 20,000 numbers (47 MB). Measured: 1.65 s a step against 1.40 with 2,000 entries. So the
 *   whole vocabulary costs a sixth of the step, and no sampled one is built.
 * - ten minutes: 360 steps, 1.5 million tokens (one core), about twice that on two idle ones. 6,000 steps: 25 million
 *   tokens, 2.8 hours of one core.
 * - contrastive stage as in recipes/layers.ts: 11 thousand tokens a step, 2.2 s on two idle cores.
 */
import type { RecipeInput } from "../recipe";
import layers from "./layers";
import { SOURCES, unmined } from "./sources";

const pretrained: RecipeInput = {
  ...layers,
  name: "pretrained",
  start: "random",
  tokenizer: { entries: 20_000 },
  pretrain: {
    steps: 6000,
    timeShare: 0.5,
    rows: 64,
    tokens: 64,
    warmUpSteps: 30,
    peakRate: 1e-3,
    finalRate: 5e-5,
    decayShare: 0.5,
    maskShare: 0.15,
    nextSentence: true,
    checkpointSteps: 100,
    evaluateSteps: 100,
  },
  // The word table at the rate of recipes/words.ts, the layers at that of recipes/layers.ts.
  optimizer: { ...layers.optimizer, rowRate: 6 },
  sources: unmined(SOURCES),
  mining: { ...layers.mining, dense: 0 },
};

export default pretrained;
