/**
 * @file Encoders written to a folder and read back; the hub's other spellings of the same weights; what is refused.
 * That the numbers compute the right thing is shown against transformers.js in hub-encoder.test.ts.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { floatsToHalves, halvesToFloats } from "../core/half";
import type { NamedTensor, NamedTensors } from "../engine/named-tensors";
import { randomParameters, TINY } from "./fixtures";
import { readHubEncoder } from "./hub-weights";
import { writeHubEncoder, type WriteEncoderOptions } from "./hub-write";
import { readModelFolder } from "./model-folder";
import { writeSafetensors } from "./safetensors";

const PARAMETERS = randomParameters(TINY, 4);
const ENCODER = { config: TINY, parameters: PARAMETERS, pooling: "mean" } as const;
const OPTIONS: WriteEncoderOptions = { precision: "fp32", tokenizer: { tokenizerJson: { model: {} }, tokenizerConfig: { model_max_length: 512 } }, card: "# Tiny\n" };

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "cadre-hub-weights-"));
  folder = join(root, "tiny");
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});
const put = async (file: string, content: object | string): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
};
const readJson = async (file: string): Promise<Record<string, unknown>> => JSON.parse(await readFile(join(folder, file), "utf8")) as Record<string, unknown>;

/** The same encoder with other spellings of its files. */
async function respelled(config: object, rename: (name: string) => string, more: NamedTensors = new Map()): Promise<void> {
  await writeHubEncoder(folder, ENCODER, { ...OPTIONS, replace: true });
  await put("config.json", { ...(await readJson("config.json")), ...config });
  const tensors = new Map([...[...PARAMETERS].map(([name, tensor]) => [rename(name), tensor] as const), ...more]);
  await writeSafetensors(join(folder, "model.safetensors"), tensors, { dtype: "F32" });
}

describe("round trip", () => {
  it("fp32 comes back bit for bit, with sizes, pooling and window", async () => {
    await writeHubEncoder(folder, { ...ENCODER, pooling: "cls" }, { ...OPTIONS, windowTokens: 9, emit: () => Uint8Array.of(1) });
    const back = await readHubEncoder(folder);
    expect([back.config, back.pooling, back.precision, back.ignored]).toEqual([TINY, "cls", "fp32", []]);
    expect([...back.parameters.keys()]).toEqual([...PARAMETERS.keys()]);
    expect(back.parameters).toEqual(PARAMETERS);
    expect(await readModelFolder(folder)).toMatchObject({ dimension: 16, windowTokens: 9, pooling: "cls" });
    expect(await readFile(join(folder, "README.md"), "utf8")).toBe("# Tiny\n");
    expect((await readdir(folder)).sort()).toEqual(["1_Pooling", "README.md", "config.json", "model.safetensors", "modules.json", "onnx", "sentence_bert_config.json", "tokenizer.json", "tokenizer_config.json"]);
  });

  it("fp16 rounds matrices once, and the ONNX gets the rounded numbers", async () => {
    const seen: NamedTensors[] = [];
    await writeHubEncoder(folder, ENCODER, { ...OPTIONS, precision: "fp16", emit: (_, parameters) => (seen.push(parameters), Uint8Array.of(1)) });
    const name = "encoder.layer.1.output.dense.weight";
    const expected = halvesToFloats(floatsToHalves(PARAMETERS.get(name)?.data ?? new Float32Array()));
    expect(seen[0]?.get(name)?.data).toEqual(expected);
    const { parameters, precision } = await readHubEncoder(folder);
    expect(parameters.get(name)?.data).toEqual(expected);
    expect(parameters.get("encoder.layer.1.output.dense.bias")).toEqual(PARAMETERS.get("encoder.layer.1.output.dense.bias"));
    expect(precision).toBe("fp16");
  });

  it("copies a tokenizer from another folder", async () => {
    await put("tokenizer.json", { model: { type: "WordPiece" } });
    await put("tokenizer_config.json", {});
    await put("vocab.txt", "[PAD]\n");
    const copy = join(root, "copy");
    await writeHubEncoder(copy, ENCODER, { ...OPTIONS, tokenizer: folder });
    expect(await readFile(join(copy, "vocab.txt"), "utf8")).toBe("[PAD]\n");
    await rm(join(folder, "tokenizer.json"));
    await expect(writeHubEncoder(join(root, "third"), ENCODER, { ...OPTIONS, tokenizer: folder })).rejects.toThrow(/No tokenizer\.json in/);
    expect((await readdir(root)).sort()).toEqual(["copy", "tiny"]);
  });
});

describe("the hub's spellings", () => {
  it("takes off a head's prefix, reads old norm names, leaves poolers and heads", async () => {
    const extra: NamedTensor = { dims: [2], data: new Float32Array(2) };
    const more = new Map([["bert.pooler.dense.bias", extra], ["cls.predictions.bias", extra]]);
    await respelled({}, (name) => `bert.${name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta")}`, more);
    const { parameters, ignored } = await readHubEncoder(folder);
    expect(parameters).toEqual(PARAMETERS);
    expect([...ignored].sort()).toEqual(["cls.predictions.bias", "pooler.dense.bias"]);
  });

  it("counts XLM-RoBERTa's positions from behind the padding id", async () => {
    const name = "embeddings.position_embeddings.weight";
    const rows = PARAMETERS.get(name)?.data ?? new Float32Array();
    const padded = { dims: [14, 16], data: Float32Array.from([...new Float32Array(32).fill(9), ...rows]) };
    await respelled({ model_type: "xlm-roberta", max_position_embeddings: 14, pad_token_id: 1 }, (old) => `roberta.${old}`, new Map([[`roberta.${name}`, padded]]));
    const { config, parameters } = await readHubEncoder(folder);
    expect(config.maxPositions).toBe(12);
    expect(parameters).toEqual(PARAMETERS);
  });

  it("reads DistilBERT's names; its missing token types are zeros", async () => {
    const parts: [RegExp, string][] = [
      [/^encoder\.layer/, "transformer.layer"],
      [/attention\.self\.query/, "attention.q_lin"],
      [/attention\.self\.key/, "attention.k_lin"],
      [/attention\.self\.value/, "attention.v_lin"],
      [/attention\.output\.dense/, "attention.out_lin"],
      [/attention\.output\.LayerNorm/, "sa_layer_norm"],
      [/intermediate\.dense/, "ffn.lin1"],
      [/(\d)\.output\.dense/, "$1.ffn.lin2"],
      [/(\d)\.output\.LayerNorm/, "$1.output_layer_norm"],
    ];
    const sizes = { model_type: "distilbert", dim: 16, n_layers: 2, n_heads: 2, hidden_dim: 24, activation: "gelu", hidden_size: undefined, type_vocab_size: undefined, hidden_act: undefined };
    const toOld = (name: string): string => (name.includes("token_type") ? "unused" : `distilbert.${parts.reduce((text, [from, to]) => text.replace(from, to), name)}`);
    await respelled(sizes, toOld);
    const { config, parameters } = await readHubEncoder(folder);
    expect(config).toEqual({ ...TINY, tokenTypes: 1 });
    for (const [name, tensor] of PARAMETERS) {
      if (name.includes("token_type")) expect(parameters.get(name)).toEqual({ dims: [1, 16], data: new Float32Array(16) });
      else expect(parameters.get(name)).toEqual(tensor);
    }
  });

  it.each([
    ["gelu", "gelu"],
    ["gelu_new", "gelu_tanh"],
    ["gelu_pytorch_tanh", "gelu_tanh"],
    ["relu", "relu"],
  ])("hidden_act %s is %s, and stays what it is when written back", async (act, activation) => {
    await respelled({ hidden_act: act }, (name) => name);
    const encoder = await readHubEncoder(folder);
    expect(encoder.config.activation).toBe(activation);
    await writeHubEncoder(folder, encoder, { ...OPTIONS, replace: true });
    expect((await readHubEncoder(folder)).config).toEqual(encoder.config);
  });
});

describe("what is refused on reading", () => {
  it.each<[string, object, RegExp]>([
    ["another architecture", { model_type: "t5" }, /model_type "t5"; weights can be read of bert, roberta/],
    ["an inherited name", { model_type: "constructor" }, /model_type/],
    ["relative positions", { position_embedding_type: "relative_key" }, /only "absolute"/],
    ["a decoder", { is_decoder: true }, /looks only back/],
    ["an unknown activation", { hidden_act: "silu" }, /hidden_act "silu"/],
    ["heads that do not divide", { num_attention_heads: 3 }, /16 by 3 heads/],
    ["missing sizes", { intermediate_size: null }, /intermediate_size .* found null/],
    ["sizes of another model", { vocab_size: 51 }, /word_embeddings.weight" in .* is \[50, 16\]; config.json asks for \[51, 16\]/],
    ["layers that are not there", { num_hidden_layers: 3 }, /lacks the tensor "encoder.layer.2/],
  ])("%s", async (_, config, fault) => {
    await respelled(config, (name) => name);
    await expect(readHubEncoder(folder)).rejects.toThrow(fault);
    await expect(readHubEncoder(folder)).rejects.toMatchObject({ code: "model/unsupported" });
  });

  it("a folder without weights, with a hint when they are stored otherwise", async () => {
    await respelled({}, (name) => name);
    await rm(join(folder, "model.safetensors"));
    await expect(readHubEncoder(folder)).rejects.toThrow(/No model\.safetensors in .*tiny\.$/);
    await put("pytorch_model.bin", "pickle");
    await expect(readHubEncoder(folder)).rejects.toThrow(/pytorch_model\.bin, which cannot be read/);
    await expect(readHubEncoder(join(root, "none"))).rejects.toMatchObject({ code: "model/not-found" });
  });
});

describe("what is refused on writing", () => {
  const changed = (name: string, tensor: NamedTensor | undefined): NamedTensors => {
    const copy = new Map(PARAMETERS);
    if (tensor) copy.set(name, tensor);
    else copy.delete(name);
    return copy;
  };
  const NORM = "embeddings.LayerNorm.weight";
  const TYPES = "embeddings.token_type_embeddings.weight";
  it.each<[string, NamedTensors, RegExp]>([
    ["a missing tensor", changed(NORM, undefined), /"embeddings.LayerNorm.weight" is missing/],
    ["a foreign tensor", changed("head.weight", { dims: [1], data: new Float32Array(1) }), /"head.weight" is no tensor/],
    ["another shape", changed(NORM, { dims: [4, 4], data: new Float32Array(16) }), /is \[4, 4\]; the encoder needs \[16\]/],
    ["diverged weights", changed(NORM, { dims: [16], data: new Float32Array(16).fill(Number.NaN) }), /NaN at 0: the training diverged/],
    ["what fp16 cannot hold", changed(TYPES, { dims: [2, 16], data: new Float32Array(32).fill(1e6) }), /beyond fp16/],
  ])("%s, and nothing is left behind", async (_, parameters, fault) => {
    await expect(writeHubEncoder(folder, { ...ENCODER, parameters }, { ...OPTIONS, precision: "fp16" })).rejects.toThrow(fault);
    expect(await readdir(root)).toEqual([]);
  });

  it("a folder in use, unless it is an encoder to be replaced", async () => {
    await put("notes.txt", "mine");
    await expect(writeHubEncoder(folder, ENCODER, OPTIONS)).rejects.toMatchObject({ code: "request/conflict" });
    await expect(writeHubEncoder(folder, ENCODER, { ...OPTIONS, replace: true })).rejects.toThrow(/holds no encoder/);
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
    await put("config.json", {});
    await writeHubEncoder(folder, ENCODER, { ...OPTIONS, replace: true });
    expect((await readHubEncoder(folder)).config).toEqual(TINY);
    expect(await readdir(root)).toEqual(["tiny"]);
  });
});
