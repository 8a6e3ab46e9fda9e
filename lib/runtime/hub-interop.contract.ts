/**
 * @file What must hold for an encoder of any size: written with random weights, fine-tuned by the engine, written back
 * in the hub's layout, served by transformers.js' own pipeline and by our encoder with equal embeddings. The tokenizer
 * is trained here too. Texts are invented.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, pipeline } from "@huggingface/transformers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BertConfig } from "../engine/nn/bert-config";
import type { NamedTensors } from "../engine/named-tensors";
import { countWords } from "../engine/tokenizer/split-words";
import { tokenizerFiles, wordPieceOf, type TokenizerFiles } from "../engine/tokenizer/tokenizer-files";
import { trainWordPiece } from "../engine/tokenizer/train-word-piece";
import { createEncoderTrainer, type EncoderTrainer, type TokenBatch } from "../engine/train/encoder-trainer";
import { createEncoder } from "./encoder";
import { createExecutor } from "./executor";
import { randomParameters } from "./fixtures";
import { readHubEncoder } from "./hub-weights";
import { writeHubEncoder } from "./hub-write";

const PAIRS: readonly (readonly [string, string])[] = [
  ["How many days of leave do I have?", "Annual leave is twenty-five working days a year."],
  ["Who approves overtime?", "Overtime is agreed with the manager in advance."],
  ["年假有几天？", "员工每年享有十天带薪年假。"],
  ["When are expenses refunded?", "Receipts are refunded within ten working days."],
  ["病假需要什么证明？", "请病假须提交医院的证明。"],
  ["Can I work from abroad?", "Working from another country needs written consent."],
];
/** None is longer than the window: there transformers.js cuts off the closing [SEP], which we keep. */
const TEXTS = [...PAIRS.flat(), "", "A", "unseen wörds and 罕见字 – $5!", "leave ".repeat(60)];

/** Seconds of work; far more where the cores are busy with other things. */
const TIMEOUT_MS = 300_000;

export const sizes = (part: Partial<BertConfig>): BertConfig => ({
  vocabSize: 300,
  hiddenSize: 32,
  layers: 2,
  heads: 4,
  intermediateSize: 64,
  activation: "gelu",
  maxPositions: 64,
  tokenTypes: 2,
  layerNormEps: 1e-12,
  ...part,
});

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>): number => Array.from(x).reduce((sum, value, i) => sum + value * (y[i] ?? Number.NaN), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

function makeTokenizer(size: number, windowTokens: number): TokenizerFiles {
  const counts = new Map<string, number>();
  for (const text of PAIRS.flat()) for (let i = 0; i < 3; i++) countWords(text, counts);
  const vocabulary = trainWordPiece(counts, { size, minChineseCount: 3, minCharacterCount: 3 });
  return tokenizerFiles(vocabulary, windowTokens);
}

/** [CLS] text [SEP], cut and padded to `length`. */
function batchOf(texts: readonly string[], tokenizer: TokenizerFiles, length: number): TokenBatch {
  const pieces = wordPieceOf(tokenizer.tokenizerJson);
  const [ids, mask] = [new Int32Array(texts.length * length), new Uint8Array(texts.length * length)];
  for (const [row, text] of texts.entries()) {
    const wrapped = [pieces.idOf("[CLS]"), ...pieces.encode(text).slice(0, length - 2), pieces.idOf("[SEP]")];
    ids.set(wrapped, row * length);
    mask.fill(1, row * length, row * length + wrapped.length);
  }
  return { rows: texts.length, length, ids, mask };
}

async function trainerFor(config: BertConfig, parameters: NamedTensors): Promise<EncoderTrainer> {
  const executor = await createExecutor({ spin: false });
  const optimizer = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 };
  return createEncoderTrainer({ executor, config, parameters, scale: 20, optimizer, seed: 4 });
}

/** transformers.js' own vectors for the folder `<root>/<name>`. */
async function pipelineVectors(root: string, name: string): Promise<Float32Array[]> {
  env.allowRemoteModels = false;
  env.localModelPath = root;
  const extract = await pipeline("feature-extraction", name, { dtype: "fp32", device: "cpu" });
  const vectors: Float32Array[] = [];
  for (const text of TEXTS) vectors.push(Float32Array.from((await extract(text, { pooling: "mean", normalize: true })).data as Float32Array));
  await extract.dispose();
  return vectors;
}

/** @param steps of fine-tuning, in which the loss must fall */
export function describeInterop(name: string, { config, steps, precision }: { config: BertConfig; steps: number; precision: "fp32" | "fp16" }): void {
  describe(`a ${config.layers} × ${config.hiddenSize} encoder in the hub's layout (${name}, ${precision})`, () => {
    let root: string;
    const tokenizer = makeTokenizer(config.vocabSize, config.maxPositions);
    const write = (folder: string, parameters: NamedTensors): Promise<void> =>
      writeHubEncoder(join(root, folder), { config, parameters, pooling: "mean" }, { precision, tokenizer, card: "# Random weights, for a test\n" });

    beforeAll(async () => {
      root = await mkdtemp(join(tmpdir(), "cadre-interop-"));
      await write("start", randomParameters(config, 4));
    });
    afterAll(async () => {
      await rm(root, { recursive: true, force: true });
    });

    it("is fine-tuned, written back, and served with the trained vectors by us and by transformers.js", async () => {
      const start = await readHubEncoder(join(root, "start"));
      const trainer = await trainerFor(start.config, start.parameters);
      const [queries, passages] = [0, 1].map((side) => batchOf(PAIRS.map((pair) => pair[side] ?? ""), tokenizer, 24)) as [TokenBatch, TokenBatch];
      const losses: number[] = [];
      for (let step = 0; step < steps; step++) losses.push((await trainer.step({ queries, passages }, 1e-3)).loss);
      expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 0.7);
      await write("tuned", trainer.parameters());

      const tuned = await readHubEncoder(join(root, "tuned"));
      const served = await createEncoder({ model: join(root, "tuned"), device: "cpu" });
      const ours = await served.embed(TEXTS);
      await served.close();
      const theirs = await pipelineVectors(root, "tuned");
      const again = await trainerFor(tuned.config, tuned.parameters);
      const { hiddenSize, maxPositions } = config;
      const trained = await again.embed(batchOf(TEXTS, tokenizer, maxPositions));
      for (const at of TEXTS.keys()) {
        expect(cosine(ours[at] ?? [], theirs[at] ?? [])).toBeGreaterThan(0.99999);
        expect(cosine(ours[at] ?? [], trained.subarray(at * hiddenSize, (at + 1) * hiddenSize))).toBeGreaterThan(0.99999);
      }
      // Different texts and different weights give different vectors: the checks above could fail.
      expect(cosine(ours[0] ?? [], ours[1] ?? [])).toBeLessThan(0.999);
      const untuned = await createEncoder({ model: join(root, "start"), device: "cpu" });
      expect(cosine((await untuned.embed(TEXTS))[0] ?? [], ours[0] ?? [])).toBeLessThan(0.999);
      await Promise.all([trainer.close(), again.close(), untuned.close()]);
    }, TIMEOUT_MS);
  });
}
