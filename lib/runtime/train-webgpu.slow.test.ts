/**
 * @file Training on WebGPU gives the CPU's losses. Needs an adapter: the machine's own, or SwiftShader, the software
 * Vulkan that comes with Chromium (named to the Vulkan loader by VK_ICD_FILENAMES). Skipped, saying so, without one.
 */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { isAppError } from "../core/errors";
import { createRng } from "../core/rng";
import { bertTensorDims, type BertConfig } from "../engine/nn/bert-config";
import { createEncoderTrainer, type TokenBatch } from "../engine/train/encoder-trainer";
import { createExecutor } from "./executor";

const CONFIG: BertConfig = { vocabSize: 30, hiddenSize: 8, layers: 1, heads: 2, intermediateSize: 16, activation: "gelu", maxPositions: 8, tokenTypes: 2, layerNormEps: 1e-12 };
const SWIFT_SHADER = "/usr/lib/chromium/vk_swiftshader_icd.json";
const STEPS = 3;

function rowsOf(rows: number, length: number): TokenBatch {
  return { rows, length, ids: Int32Array.from({ length: rows * length }, (_, at) => (at * 7 + rows) % 30), mask: new Uint8Array(rows * length).fill(1) };
}

async function lossesOn(device: "cpu" | "webgpu"): Promise<number[]> {
  const random = createRng(1);
  const parameters = new Map([...bertTensorDims(CONFIG)].map(([name, dims]) => {
    const start = name.endsWith("LayerNorm.weight") ? 1 : 0;
    return [name, { dims, data: Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => start + (random() - 0.5) * 0.4) }];
  }));
  const optimizer = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 };
  const trainer = createEncoderTrainer({ executor: await createExecutor({ device }), config: CONFIG, parameters, scale: 10, optimizer, seed: 1 });
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step++) losses.push((await trainer.step({ queries: rowsOf(4, 3), passages: rowsOf(5, 4) }, 5e-3)).loss);
  await trainer.close();
  return losses;
}

test("the loss curve is the CPU's within 1e-3", { timeout: 600_000 }, async ({ skip }) => {
  if (existsSync(SWIFT_SHADER)) process.env["VK_ICD_FILENAMES"] ??= SWIFT_SHADER;
  let found: number[];
  try {
    found = await lossesOn("webgpu");
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "model/device-unavailable") return skip(`no WebGPU adapter here: ${thrown.message}`);
    throw thrown;
  }
  const expected = await lossesOn("cpu");
  expect(expected.at(-1)).toBeLessThan((expected[0] ?? 0) - 0.05);
  expected.forEach((loss, at) => expect(Math.abs((found[at] ?? Number.NaN) - loss)).toBeLessThan(1e-3));
});
