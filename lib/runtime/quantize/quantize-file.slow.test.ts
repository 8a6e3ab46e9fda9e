/**
 * @file Int8: every linear layer of a model whose layers work, near its vectors and not the same; of the shipped model, whose
 * idle layers the graph leaves out, two small ones.
 */
import { cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Encoder } from "../../core/encoder";
import { emitEncoder } from "../../engine/onnx/emit-encoder";
import { createEncoder } from "../encoder";
import { randomParameters, TINY } from "../fixtures";
import { writeHubEncoder } from "../hub-write";
import { readModelFolder } from "../model-folder";
import { quantizeFile } from "./quantize-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-int8-"));
  await cp("models/base", folder, { recursive: true });
  // Writes the graph where the model comes as weights alone.
  await readModelFolder(folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it("of the shipped model finds what scores its words and what follows, nothing else: idle layers are not in the graph", async () => {
  const result = await quantizeFile(join(folder, "onnx/model.onnx"), join(folder, "onnx/model_quantized.onnx"));
  expect(result.matmuls).toBe(2);
  const [full, small] = await Promise.all([createEncoder({ model: folder, device: "cpu" }), createEncoder({ model: folder, device: "cpu", precision: "int8" })]);
  for (const cosine of await cosines(full, small)) expect(cosine).toBeGreaterThan(0.99);
  await Promise.all([full.close(), small.close()]);
});

it("really computes in eight bits: near the vectors of layers that add something, and not the same", async () => {
  const own = join(folder, "random");
  const config = { ...TINY, hiddenSize: 64, intermediateSize: 128, vocabSize: 20_000, maxPositions: 256 };
  await writeHubEncoder(own, { config, parameters: randomParameters(config, 1), pooling: "mean" }, { precision: "fp32", tokenizer: "models/base", card: "# random\n", emit: emitEncoder });
  const target = join(own, "onnx/model_quantized.onnx");
  const result = await quantizeFile(join(own, "onnx/model.onnx"), target);
  // Two layers of query, key, value, output and two feed-forward matrices.
  expect(result.matmuls).toBe(12);
  expect((await stat(target)).size).toBe(result.targetBytes);
  expect(result.targetBytes).toBeLessThan(result.sourceBytes);
  const [full, small] = await Promise.all([createEncoder({ model: own, device: "cpu" }), createEncoder({ model: own, device: "cpu", precision: "int8" })]);
  for (const cosine of await cosines(full, small)) {
    expect(cosine).toBeGreaterThan(0.98);
    expect(cosine).toBeLessThan(0.9999999);
  }
  await Promise.all([full.close(), small.close()]);
});

async function cosines(full: Encoder, small: Encoder): Promise<number[]> {
  const texts = ["How many days of leave may I carry over?", "年假可以结转几天？", "The works council is informed a week ahead. ".repeat(12)];
  const [a, b] = [await full.embed(texts), await small.embed(texts)];
  return a.map((vector, i) => vector.reduce((sum, value, at) => sum + value * (b[i]?.[at] ?? 0), 0));
}
