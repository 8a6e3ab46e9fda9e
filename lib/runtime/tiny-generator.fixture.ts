/**
 * @file A tiny text-generation model in the hub's layout, made in the test: random weights, one attention layer with a
 * key-value cache, GPT-2's interface, a word tokenizer. It talks nonsense, through the very path of a real model.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRng } from "../core/rng";
import { encodeModel, type OnnxNode, type OnnxTensor } from "../engine/onnx/model";

const HEADS = 2;
const HEAD_SIZE = 4;
const HIDDEN = HEADS * HEAD_SIZE;
/** Position in the list is the id. */
export const TINY_WORDS = ["<unk>", "<end>", "full", "time", "employees", "have", "26", "days", "of", "annual", "leave", "[1]", ".", "receipts", "managers", "may"] as const;

/** Writes the model into `folder`. @param seed other weights, other nonsense */
export async function writeTinyGenerator(folder: string, seed: number): Promise<void> {
  await mkdir(join(folder, "onnx"), { recursive: true });
  const write = (name: string, value: unknown): Promise<void> => writeFile(join(folder, name), JSON.stringify(value));
  const vocab = Object.fromEntries(TINY_WORDS.map((word, id) => [word, id]));
  await write("config.json", { model_type: "gpt2", architectures: ["GPT2LMHeadModel"], n_head: HEADS, n_layer: 1, n_embd: HIDDEN, n_positions: 4096, vocab_size: TINY_WORDS.length, bos_token_id: 1, eos_token_id: 1 });
  await write("generation_config.json", { bos_token_id: 1, eos_token_id: 1 });
  await write("tokenizer_config.json", { tokenizer_class: "PreTrainedTokenizerFast", unk_token: "<unk>", eos_token: "<end>", bos_token: "<end>", model_max_length: 4096 });
  await write("tokenizer.json", {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [{ id: 1, content: "<end>", special: true, single_word: false, lstrip: false, rstrip: false, normalized: false }],
    normalizer: { type: "Lowercase" },
    pre_tokenizer: { type: "WhitespaceSplit" },
    post_processor: null,
    decoder: null,
    model: { type: "WordLevel", vocab, unk_token: "<unk>" },
  });
  await writeFile(join(folder, "onnx", "model.onnx"), encodeModel(tinyGraph(seed)));
}

/** logits and cache from ids and cache; the attention sees everything given, so it is only causal token by token. */
function tinyGraph(seed: number) {
  const random = createRng(seed);
  const weights = (name: string, shape: readonly number[]): OnnxTensor => ({ name, type: "float32", shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 4 * (random() - 0.5)) });
  const ints = (name: string, values: readonly number[]): OnnxTensor => ({ name, type: "int64", shape: [values.length], data: BigInt64Array.from(values, BigInt) });
  const node = (opType: string, inputs: readonly string[], output: string, attributes: OnnxNode["attributes"] = {}): OnnxNode => ({ opType, inputs, outputs: [output], attributes });
  const split = (name: string): OnnxNode[] => [node("MatMul", ["x", `w_${name}`], `${name}_flat`), node("Reshape", [`${name}_flat`, "to_heads"], `${name}_split`), node("Transpose", [`${name}_split`], name, { perm: [0, 2, 1, 3] })];
  const cache = ["batch", HEADS, "past", HEAD_SIZE] as const;
  return {
    name: "tiny",
    nodes: [
      node("Gather", ["embedding", "input_ids"], "x"),
      ...split("q"),
      ...split("k"),
      ...split("v"),
      node("Concat", ["past_key_values.0.key", "k"], "present.0.key", { axis: 2 }),
      node("Concat", ["past_key_values.0.value", "v"], "present.0.value", { axis: 2 }),
      node("Transpose", ["present.0.key"], "keys", { perm: [0, 1, 3, 2] }),
      node("MatMul", ["q", "keys"], "scores"),
      node("Softmax", ["scores"], "shares", { axis: -1 }),
      node("MatMul", ["shares", "present.0.value"], "mixed"),
      node("Transpose", ["mixed"], "joined", { perm: [0, 2, 1, 3] }),
      node("Reshape", ["joined", "to_hidden"], "context"),
      node("Add", ["context", "x"], "state"),
      node("MatMul", ["state", "w_out"], "logits"),
    ],
    initializers: [
      weights("embedding", [TINY_WORDS.length, HIDDEN]),
      ...["q", "k", "v"].map((name) => weights(`w_${name}`, [HIDDEN, HIDDEN])),
      weights("w_out", [HIDDEN, TINY_WORDS.length]),
      ints("to_heads", [0, 0, HEADS, HEAD_SIZE]),
      ints("to_hidden", [0, 0, HIDDEN]),
    ],
    inputs: [
      { name: "input_ids", type: "int64" as const, shape: ["batch", "tokens"] },
      { name: "attention_mask", type: "int64" as const, shape: ["batch", "all"] },
      { name: "past_key_values.0.key", type: "float32" as const, shape: cache },
      { name: "past_key_values.0.value", type: "float32" as const, shape: cache },
    ],
    outputs: [
      { name: "logits", type: "float32" as const, shape: ["batch", "tokens", TINY_WORDS.length] },
      { name: "present.0.key", type: "float32" as const, shape: ["batch", HEADS, "all", HEAD_SIZE] },
      { name: "present.0.value", type: "float32" as const, shape: ["batch", HEADS, "all", HEAD_SIZE] },
    ],
  };
}
