/**
 * @file From nothing: a tokenizer of the corpus, random layers that first guess hidden words and next sentences, then the
 * contrastive stage. Small enough for 20 minutes (`--max-minutes 20`), half of them for each; hours are its real measure.
 * Does not ship. Data only.
 *
 * Arithmetic (4 layers × 256, fp32; measured on one core of two that others used):
 * - tokenizer: 20,000 entries from 434,000 texts (93,000 distinct words): 12 s; cutting 8 million tokens into rows: 15 s. Both
 *   before the clock runs.
 * - a pre-training step is 64 rows × 64 tokens = 4,096 tokens. The layers hold 3.1 M weights: 6 × 3.1 M = 19 MFLOP a token,
 *   78 GFLOP a step. Some 590 words are hidden; softmax over all 20,000 entries is 6 × 256 × 20,000 = 31 MFLOP each, 18
 *   GFLOP, and passes over 590 × 20,000 numbers (47 MB). Measured alone: 1.65 s a step against 1.40 with 2,000 entries. So
 *   the whole vocabulary costs a sixth of the step, and no sampled one is built. In the trial: 1.93 s.
 * - ten minutes: 310 steps, 1.3 million tokens (one core), about twice that on two idle ones. All 6,000 steps: 25 million
 *   tokens, the corpus three times, three hours of one core.
 * - contrastive stage as in recipes/layers.ts: 11 thousand tokens a step, 4 s on one core, 2.2 s on two idle ones: 150 to
 *   270 steps in the other ten minutes. Its warm-up of 40 steps cannot be cut, so less than six minutes are no use.
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
