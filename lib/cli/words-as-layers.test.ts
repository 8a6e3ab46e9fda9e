/**
 * @file Tables trained without layers, written as a whole encoder: through the trainer's own graph and through the emitted
 * one it gives the vectors that the training saw, with plain means and with shares of words.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Executor } from "../engine/executor";
import type { NamedTensors } from "../engine/named-tensors";
import { IMPORTANCE, type BertConfig } from "../engine/nn/bert-config";
import { emitEncoder } from "../engine/onnx/emit-encoder";
import { createEncoderTrainer, type TokenBatch } from "../engine/train/encoder-trainer";
import { idleLayers } from "../improvement/base/loop/idle-layers";
import { createExecutor } from "../runtime/executor";
import { randomParameters, TINY } from "../runtime/fixtures";
import { poolStates } from "../runtime/pooling";
import { openSession } from "../runtime/session";

let folder: string;
let executor: Executor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-words-"));
  executor = await createExecutor({ threads: 1 });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const IDS = [2, 9, 31, 3, 12, 2, 40, 3, 0, 0, 2, 22, 9, 44, 3];
const LENGTHS = [5, 3, 5];
const TEXTS: TokenBatch = { rows: 3, length: 5, ids: Int32Array.from(IDS), mask: Uint8Array.from(IDS, (id) => Number(id > 0)) };

async function trainerVectors(config: BertConfig, parameters: NamedTensors): Promise<Float32Array> {
  const trainer = createEncoderTrainer({ executor, config, parameters, scale: 20, optimizer: { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0, clipNorm: 1 }, seed: 1 });
  const vectors = await trainer.embed(TEXTS);
  await trainer.close();
  return vectors;
}

async function servedVectors(file: string, parameters: NamedTensors): Promise<{ vectors: Float32Array; bytes: number }> {
  const bytes = emitEncoder(TINY, parameters, { precision: "fp32" });
  await writeFile(join(folder, file), bytes);
  const session = await openSession(join(folder, file), { device: "cpu", threads: 1 });
  const whole = (values: ArrayLike<number>): { data: BigInt64Array; shape: number[] } => ({ data: BigInt64Array.from(Array.from(values), BigInt), shape: [TEXTS.rows, TEXTS.length] });
  const { data } = await session.run({ input_ids: whole(TEXTS.ids), attention_mask: whole(TEXTS.mask), token_type_ids: whole(new Uint8Array(IDS.length)) }, "last_hidden_state");
  const vectors = poolStates(data, LENGTHS, { width: TEXTS.length, hidden: TINY.hiddenSize, pooling: "mean" });
  await session.close();
  return { vectors: Float32Array.from(vectors.flatMap((vector) => [...vector])), bytes: bytes.length };
}

const furthest = (a: Float32Array, b: Float32Array): number => a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? Number.NaN))), 0);

it.each([{ weighsWords: false }, { weighsWords: true }])("the whole encoder gives the vectors of the tables: %o", async ({ weighsWords }) => {
  const alone: BertConfig = { ...TINY, layers: 0, ...(weighsWords ? { weighsWords } : {}) };
  const tables = randomParameters(alone, 8);
  const whole = idleLayers({ start: randomParameters(TINY, 9), tables, layers: TINY.layers });
  const [seen, trained, served] = [await trainerVectors(alone, tables), await trainerVectors(TINY, whole), await servedVectors("whole.onnx", whole)];
  expect(whole.has(IMPORTANCE)).toBe(false);
  expect(furthest(seen, trained)).toBeLessThan(2e-3);
  expect(furthest(trained, served.vectors)).toBeLessThan(1e-5);
});

it("shares matter: the weighted mean is not the plain one", async () => {
  const tables = randomParameters({ ...TINY, layers: 0, weighsWords: true }, 8);
  const [weighed, plain] = [await trainerVectors({ ...TINY, layers: 0, weighsWords: true }, tables), await trainerVectors({ ...TINY, layers: 0 }, tables)];
  expect(furthest(weighed, plain)).toBeGreaterThan(0.02);
});

it("attention that asks the same of every token is served by a smaller graph than one that does not", async () => {
  const tables = randomParameters({ ...TINY, layers: 0, weighsWords: true }, 8);
  const whole = new Map(idleLayers({ start: randomParameters(TINY, 9), tables, layers: TINY.layers }));
  const query = "encoder.layer.1.attention.self.query.weight";
  const asking = new Map(whole).set(query, { dims: [16, 16], data: new Float32Array(256).fill(1e-30) });
  const [small, full] = [await servedVectors("small.onnx", whole), await servedVectors("full.onnx", asking)];
  expect(small.bytes).toBeLessThan(0.9 * full.bytes);
  expect(furthest(small.vectors, full.vectors)).toBeLessThan(1e-5);
});
