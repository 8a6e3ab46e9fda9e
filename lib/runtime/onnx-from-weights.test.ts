/**
 * @file Graphs written from weights: once, again after the weights change, beside a graph that came with the model,
 * and where nothing can be written. The emitter is a fake that counts; the real one: hub-encoder.test.ts.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../core/errors";
import { randomParameters, TINY } from "./fixtures";
import { writeHubEncoder } from "./hub-write";
import { readModelFolder } from "./model-folder";
import { onnxFromWeights, readMark, weightsFingerprint, type EmitOnnx, type OnnxFile } from "./onnx-from-weights";

let root: string;
let folder: string;
let cacheDir: string;
let emitted: string[];
const emit: EmitOnnx = (_config, _parameters, { precision }) => {
  emitted.push(precision);
  return new TextEncoder().encode(`graph ${emitted.length} `);
};
const writeModel = (seed: number, precision: "fp32" | "fp16" = "fp16"): Promise<void> =>
  writeHubEncoder(folder, { config: TINY, parameters: randomParameters(TINY, seed), pooling: "mean" }, { precision, tokenizer: { tokenizerJson: {}, tokenizerConfig: {} }, card: "", replace: true });
const found = async (): Promise<string[]> => ((await readdir(join(folder, "onnx")).catch((): string[] => [])).includes("model.onnx") ? [join(folder, "onnx/model.onnx")] : []);
const ensure = async (): Promise<OnnxFile> => onnxFromWeights(folder, { emit, found: await found(), cacheDir });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "cadre-onnx-"));
  [folder, cacheDir] = [join(root, "model"), join(root, "cache")];
  emitted = [];
  await writeModel(1);
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe("onnxFromWeights", () => {
  it("writes the graph once, in the precision of the weights, and leaves nothing beside it", async () => {
    const first = await ensure();
    expect(first).toEqual({ file: join(folder, "onnx/model.onnx"), madeFrom: await weightsFingerprint(folder) });
    expect(await ensure()).toEqual(first);
    expect(emitted).toEqual(["fp16"]);
    expect(await readdir(join(folder, "onnx"))).toEqual(["model.onnx"]);
    expect((await readFile(first.file, "latin1")).slice(0, 8)).toBe("graph 1 ");
    await writeModel(1, "fp32");
    await ensure();
    expect(emitted).toEqual(["fp16", "fp32"]);
  });

  it("writes it again when the weights have changed", async () => {
    const first = await ensure();
    const before = await readFile(first.file);
    await writeModel(2);
    await mkdir(join(folder, "onnx"));
    await writeFile(first.file, before);
    const second = await ensure();
    expect(second.file).toBe(first.file);
    expect(second.madeFrom).not.toBe(first.madeFrom);
    expect(await readMark(second.file)).toBe(second.madeFrom);
    expect(emitted).toHaveLength(2);
  });

  it("keeps a graph that came with the model, and never reads the weights then", async () => {
    await mkdir(join(folder, "onnx"));
    await writeFile(join(folder, "onnx/model.onnx"), "a graph by someone else");
    await writeFile(join(folder, "model.safetensors"), "broken");
    expect(await ensure()).toEqual({ file: join(folder, "onnx/model.onnx") });
    await writeFile(join(folder, "onnx/model.onnx"), "");
    expect((await ensure()).madeFrom).toBeUndefined();
    expect(emitted).toEqual([]);
  });

  it("makes a graph of an earlier revision again", async () => {
    const { file, madeFrom = "" } = await ensure();
    const bytes = await readFile(file, "latin1");
    await writeFile(file, bytes.replace(/cadre\.weights\.\d/, "cadre.weights.0"), "latin1");
    expect(await readMark(file)).toBe("");
    expect((await ensure()).madeFrom).toBe(madeFrom);
    expect(emitted).toHaveLength(2);
  });

  it("uses the cache folder where the model's own cannot be written, once per weights", async () => {
    // A file in the place of the folder: mkdir is refused, as on a read-only disk, also to root.
    await writeFile(join(folder, "onnx"), "");
    const first = await ensure();
    expect(first.file.startsWith(join(cacheDir, "made", "model-"))).toBe(true);
    expect(await ensure()).toEqual(first);
    await rm(join(folder, "onnx"));
    await writeModel(2);
    await writeFile(join(folder, "onnx"), "");
    expect((await ensure()).file).not.toBe(first.file);
    expect(emitted).toHaveLength(2);
  });

  it("says what to do where nothing can be written", async () => {
    await writeFile(join(folder, "onnx"), "");
    await expect(onnxFromWeights(folder, { emit, found: [] })).rejects.toThrow(/cannot be written to .*onnx\/model\.onnx \(EEXIST\)\. Make the folder writable/);
    await writeFile(cacheDir, "");
    await expect(ensure()).rejects.toMatchObject({ code: "model/not-found" });
  });

  it("passes on what is wrong with the weights", async () => {
    await rm(join(folder, "model.safetensors"));
    await writeFile(join(folder, "model.safetensors"), "<html>");
    await expect(ensure()).rejects.toThrow(/safetensors file: it has 6 bytes/);
    const refuse: EmitOnnx = () => {
      throw new AppError("model/unsupported", "no");
    };
    await writeModel(3);
    await expect(onnxFromWeights(folder, { emit: refuse, found: [] })).rejects.toThrow("no");
    expect(await readdir(folder)).not.toContain("onnx");
  });
});

describe("readModelFolder", () => {
  it("names the version by the weights, whoever wrote the graph and wherever it lies", async () => {
    const { version, onnxFile } = await readModelFolder(folder, { cacheDir });
    expect(onnxFile).toBe(join(folder, "onnx/model.onnx"));
    await rm(join(folder, "onnx"), { recursive: true });
    await writeFile(join(folder, "onnx"), "");
    const cached = await readModelFolder(folder, { cacheDir });
    expect([cached.version, cached.onnxFile.startsWith(cacheDir)]).toEqual([version, true]);
    await rm(join(folder, "onnx"));
    await writeModel(2);
    expect((await readModelFolder(folder)).version).not.toBe(version);
  });

  it("refuses an int8 graph that was made from other weights", async () => {
    await readModelFolder(folder);
    const graph = await readFile(join(folder, "onnx/model.onnx"));
    const small = join(folder, "onnx/model_quantized.onnx");
    await writeFile(small, graph);
    expect((await readModelFolder(folder, { precision: "int8" })).onnxFile).toBe(small);
    await writeModel(2);
    await mkdir(join(folder, "onnx"));
    await writeFile(small, graph);
    await expect(readModelFolder(folder, { precision: "int8" })).rejects.toThrow(/made from other weights.*Delete it/);
  });
});
