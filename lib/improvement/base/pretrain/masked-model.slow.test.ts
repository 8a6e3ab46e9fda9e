/** @file Pre-training learns both of its tasks: hidden words and whether a part follows, on made-up passages of one topic each. */
import { expect, it } from "vitest";
import { createRng } from "../../../core/rng";
import { bertTensorDims, type BertConfig } from "../../../engine/nn/bert-config";
import { countWords } from "../../../engine/tokenizer/split-words";
import { trainWordPiece } from "../../../engine/tokenizer/train-word-piece";
import { createWordPiece } from "../../../engine/tokenizer/word-piece";
import { createExecutor } from "../../../runtime/executor";
import { randomParameters } from "../loop/random-parameters";
import type { Pair } from "../types";
import { createMaskedBatches, type MaskedBatch } from "./masked-batches";
import { createMaskedTrainer, maskedFeeds } from "./masked-model";
import { readingRows } from "./reading";
import { pretrainRule } from "./rules";

const TOPICS = ["holiday", "laptop", "travel", "pension", "salary", "badge"];
const VERBS = ["asks", "tells", "writes", "speaks"];
const STEPS = 900;
const RULE = pretrainRule.parse({ steps: STEPS, rows: 16, tokens: 16, warmUpSteps: 20, peakRate: 5e-3, finalRate: 0, decayShare: 1 });
const SEED = 1;

/** Both sentences of a passage are about its topic, a stranger's mostly about another. */
const pairs = TOPICS.flatMap((topic) => VERBS.flatMap((first) => VERBS.map((second): Pair => ({ source: "made-up", language: "en", query: topic, group: `${topic} ${first} ${second}`, passage: `She ${first} about ${topic} now. He ${second} about ${topic} then.` }))));

it("guesses words from their neighbours, and tells a part that follows from a stranger", { timeout: 120_000 }, async () => {
  const counts = new Map<string, number>();
  for (const { passage } of pairs) countWords(passage, counts);
  const words = createWordPiece(trainWordPiece(counts, { size: 250 }));
  const { train, heldOut, neighbourRows } = readingRows(pairs, { rule: RULE, seed: SEED, words });
  expect([neighbourRows, train.neighbours.length + heldOut.neighbours.length]).toEqual([RULE.rows, pairs.length]);
  const config: BertConfig = { vocabSize: words.vocabulary.length, hiddenSize: 32, layers: 2, heads: 2, intermediateSize: 64, activation: "gelu", maxPositions: 16, tokenTypes: 2, layerNormEps: 1e-12 };
  // Eight times BERT's deviation: so small a width is slow to leave its start otherwise.
  const parameters = new Map([...randomParameters(bertTensorDims(config), createRng(SEED))].map(([name, { dims, data }]) => [name, { dims, data: dims.length > 1 ? data.map((value) => 8 * value) : data }]));
  const trainer = createMaskedTrainer({ executor: await createExecutor({ threads: 1 }), config, parameters, optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 }, nextSentence: true, seed: SEED });
  const batch = createMaskedBatches({ rows: train, neighbourRows, rule: RULE, seed: SEED, words });

  /** Over batches that no step sees, hidden anew: mean loss of the words, share of right answers about what follows. */
  const measure = async (): Promise<{ loss: number; right: number }> => {
    let [loss, right, asked] = [0, 0, 0];
    const unseen: MaskedBatch[] = Array.from({ length: 16 }, (_, at) => batch(10_000 + at));
    for (const one of unseen) {
      const { words: nats, scores } = await trainer.predict(maskedFeeds(one));
      loss += Number(nats?.data[0]) / unseen.length;
      for (const [row, follows] of [...(one.pairs?.follows ?? [])].entries()) {
        right += Number(Number(scores?.data[2 * row + follows]) > Number(scores?.data[2 * row + 1 - follows]));
        asked++;
      }
    }
    return { loss, right: right / asked };
  };

  const before = await measure();
  expect(before.loss).toBeGreaterThan(4);
  expect(Math.abs(before.right - 0.5)).toBeLessThan(0.1);
  for (let step = 0; step < STEPS; step++) await trainer.step(maskedFeeds(batch(step)), RULE.peakRate * Math.min(1, (step + 1) / RULE.warmUpSteps) * (1 - step / STEPS));
  const after = await measure();
  // A sentence's topic and verb cannot always be known: what is left is their surprise.
  expect(after.loss).toBeLessThan(0.8);
  expect(after.right).toBeGreaterThan(0.65);
  await trainer.close();
});
