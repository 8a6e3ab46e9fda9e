/**
 * @file The shipped model in int8: it loads, it is smaller, and its vectors stay close to the fp32 ones.
 */
import { cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEncoder } from "../encoder";
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

it("quantises every linear layer and keeps the meaning", async () => {
  const target = join(folder, "onnx/model_quantized.onnx");
  const result = await quantizeFile(join(folder, "onnx/model.onnx"), target);
  // Four layers of query, key, value, output and two feed-forward matrices.
  expect(result.matmuls).toBe(24);
  expect((await stat(target)).size).toBe(result.targetBytes);
  expect(result.targetBytes).toBeLessThan(0.85 * result.sourceBytes);

  const [full, small] = await Promise.all([
    createEncoder({ model: folder, device: "cpu" }),
    createEncoder({ model: folder, device: "cpu", precision: "int8" }),
  ]);
  expect(small.version).not.toBe(full.version);
  const texts = ["How many days of leave may I carry over?", "年假可以结转几天？", "The works council is informed a week ahead. ".repeat(12)];
  const [a, b] = [await full.embed(texts), await small.embed(texts)];
  for (const [i, vector] of a.entries()) {
    const cosine = vector.reduce((sum, value, at) => sum + value * (b[i]?.[at] ?? 0), 0);
    expect(cosine).toBeGreaterThan(0.995);
    expect(cosine).toBeLessThan(0.9999999);
  }
  await Promise.all([full.close(), small.close()]);
});
