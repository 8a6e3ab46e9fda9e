/**
 * @file What a model folder says about itself, and how the reader refuses what it cannot run. Folders are written
 * here; no session is opened.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readModelFolder } from "./model-folder";

let folder: string;
const put = async (file: string, content: unknown): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
};
const modules = (...types: string[]): unknown =>
  types.map((type, idx) => ({ idx, path: type === "Pooling" ? "1_Pooling" : "", type: `sentence_transformers.models.${type}` }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-model-"));
  await put("config.json", { model_type: "bert", hidden_size: 32, max_position_embeddings: 512 });
  await put("tokenizer.json", { model: {} });
  await put("tokenizer_config.json", { model_max_length: 1e30 });
  await put("onnx/model.onnx", "weights");
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("readModelFolder", () => {
  it("reads dimension, window and pooling", async () => {
    await put("modules.json", modules("Transformer", "Pooling", "Normalize"));
    await put("1_Pooling/config.json", { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false });
    await put("sentence_bert_config.json", { max_seq_length: 256 });
    expect(await readModelFolder(folder)).toMatchObject({ dimension: 32, windowTokens: 256, pooling: "cls" });
  });

  it("counts RoBERTa's usable positions", async () => {
    await put("config.json", { model_type: "xlm-roberta", hidden_size: 32, max_position_embeddings: 514, pad_token_id: 1 });
    expect((await readModelFolder(folder)).windowTokens).toBe(512);
  });

  it.each([
    ["org/bge-small-en", "cls"],
    ["all-MiniLM-L6-v2", "mean"],
  ])("without a pooling file, %s pools by %s", async (name, pooling) => {
    expect((await readModelFolder(folder, { name })).pooling).toBe(pooling);
  });

  it("names the version by weights, tokenizer, pooling and window", async () => {
    const version = async (): Promise<string> => (await readModelFolder(folder, { name: "m" })).version;
    const seen = [await version()];
    expect(seen[0]).toMatch(/^m@[0-9a-f]{12}$/);
    expect(await version()).toBe(seen[0]);
    await put("onnx/model.onnx", "other weights");
    seen.push(await version());
    await put("tokenizer.json", { model: { vocab: {} } });
    seen.push(await version());
    await put("sentence_bert_config.json", { max_seq_length: 128 });
    seen.push(await version());
    expect(new Set(seen).size).toBe(4);
  });

  it("picks the graph of the asked precision and names what it looked for", async () => {
    await expect(readModelFolder(folder, { precision: "int8" })).rejects.toMatchObject({
      code: "model/not-found",
      message: expect.stringContaining("onnx/model_quantized.onnx") as string,
    });
    await put("onnx/model_quantized.onnx", "small weights");
    expect((await readModelFolder(folder, { precision: "int8" })).onnxFile).toBe(join(folder, "onnx/model_quantized.onnx"));
  });

  it.each(["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model.onnx"])("says that %s is missing", async (file) => {
    await rm(join(folder, file));
    await expect(readModelFolder(folder)).rejects.toMatchObject({ code: "model/not-found", message: expect.stringContaining(file) as string });
  });

  it("refuses what it cannot run", async () => {
    await put("modules.json", modules("Transformer", "Pooling", "Dense"));
    await expect(readModelFolder(folder)).rejects.toMatchObject({ code: "model/unsupported", message: expect.stringContaining("Dense") as string });
    await put("modules.json", modules("Transformer", "Pooling"));
    await put("1_Pooling/config.json", { pooling_mode_max_tokens: true });
    await expect(readModelFolder(folder)).rejects.toThrow(/pooling_mode_max_tokens/);
    await put("1_Pooling/config.json", "{ broken");
    await expect(readModelFolder(folder)).rejects.toThrow(/not valid JSON/);
    await put("1_Pooling/config.json", { pooling_mode_mean_tokens: true });
    await put("config.json", { model_type: "bert", hidden_size: "wide" });
    await expect(readModelFolder(folder)).rejects.toThrow(/hidden_size/);
    await expect(readModelFolder(join(folder, "nowhere"))).rejects.toMatchObject({ code: "model/not-found" });
  });
});
