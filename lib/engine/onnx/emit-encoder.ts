/**
 * @file emitEncoder: an encoder's weights → the ONNX file that serves it, with free batch and sequence sizes. Written
 * node by node, not from the training graph, whose shapes are fixed: the patterns are those that onnxruntime fuses
 * (GELU with its bias, scaled products) and that int8 quantising looks for (MatMul with a constant on the right). What
 * cannot change a text is left out: half a layer whose output matrix is 0, a plain norm of what a plain norm has made, the
 * queries of an attention that asks the same of every token.
 * B rows, S tokens per row, H width, A heads, D = H / A.
 */
import { floatsToHalves } from "../../core/half";
import { invariant } from "../../core/invariant";
import type { NamedTensor, NamedTensors } from "../named-tensors";
import type { BertConfig } from "../nn/bert-config";
import { encodeModel, type OnnxAttribute, type OnnxNode, type OnnxTensor } from "./model";

export interface EmitEncoderOptions {
  /** fp16 stores matrices in half the bytes and casts them once, at load; either way fp32 computes. */
  readonly precision: "fp32" | "fp16";
}

/**
 * @returns an ONNX model: int64 [B, S] inputs `input_ids`, `attention_mask`, `token_type_ids`; float32 [B, S, H] output
 * `last_hidden_state`
 * @source the layout of transformers' BertModel, as nn/bert.ts
 */
export function emitEncoder(config: BertConfig, parameters: NamedTensors, options: EmitEncoderOptions): Uint8Array {
  const graph = createWriter(parameters, options);
  let made: string | undefined;
  const penalty = (): string => (made ??= maskPenalty(graph));
  let x = embeddings(graph, config);
  for (let layer = 0; layer < config.layers; layer++) x = encoderLayer(graph.under(`encoder.layer.${layer}`), { x, penalty, config });
  graph.rename(x.value, "last_hidden_state");
  const ids = { type: "int64", shape: ["batch", "sequence"] } as const;
  return encodeModel({
    name: "encoder",
    nodes: graph.nodes,
    initializers: graph.tensors,
    inputs: ["input_ids", "attention_mask", "token_type_ids"].map((name) => ({ name, ...ids })),
    outputs: [{ name: "last_hidden_state", type: "float32", shape: ["batch", "sequence", config.hiddenSize] }],
  });
}

/** Added to the scores of padding before the softmax, where e^-10000 is 0. */
const MASKED = -1e4;

/** 0 for tokens, −10000 for padding: [B, 1, 1, S]. */
function maskPenalty(graph: Writer): string {
  const mask = graph.node("Cast", ["attention_mask"], { to: 1 });
  const wide = graph.node("Unsqueeze", [mask, graph.whole([1, 2])]);
  return graph.node("Mul", [graph.node("Sub", [graph.number(1), wide]), graph.number(MASKED)]);
}

/** States [B, S, H]. */
interface States {
  readonly value: string;
  /** They come from a norm without gain and shift: another such norm would give them again (but for ε). */
  readonly isPlain: boolean;
}

/** Words + positions + token types, normalised. */
function embeddings(graph: Writer, config: BertConfig): States {
  const table = graph.under("embeddings");
  const words = graph.node("Gather", [table.weight("word_embeddings.weight"), "input_ids"]);
  const length = graph.node("Gather", [graph.node("Shape", ["input_ids"]), graph.whole([1])]);
  const positions = graph.node("Slice", [table.weight("position_embeddings.weight"), graph.whole([0]), length, graph.whole([0])]);
  const types = graph.node("Gather", [table.weight("token_type_embeddings.weight"), "token_type_ids"]);
  const sum = graph.node("Add", [graph.node("Add", [words, positions]), types]);
  return { value: norm(table, "LayerNorm", { x: sum, epsilon: config.layerNormEps }), isPlain: isPlainNorm(table, "LayerNorm") };
}

interface LayerInput {
  readonly x: States;
  /** Made where it is first asked for. */
  readonly penalty: () => string;
  readonly config: BertConfig;
}

/** One transformer layer. */
function encoderLayer(graph: Writer, { x, penalty, config }: LayerInput): States {
  const epsilon = config.layerNormEps;
  const y = residual(graph, x, { dense: "attention.output.dense", norm: "attention.output.LayerNorm", epsilon, inner: () => selfAttention(graph, { x: x.value, penalty, config }) });
  return residual(graph, y, { dense: "output.dense", norm: "output.LayerNorm", epsilon, inner: () => activation(graph, config.activation, linear(graph, "intermediate.dense", y.value)) });
}

/** norm(x + dense(inner)), without what is 0 whatever the text. */
function residual(graph: Writer, x: States, part: { dense: string; norm: string; epsilon: number; inner: () => string }): States {
  const isIdle = graph.isAll(`${part.dense}.weight`, 0) && graph.isAll(`${part.dense}.bias`, 0);
  const isPlain = isPlainNorm(graph, part.norm);
  if (isIdle && isPlain && x.isPlain) return x;
  const sum = isIdle ? x.value : graph.node("Add", [linear(graph, part.dense, part.inner()), x.value]);
  return { value: norm(graph, part.norm, { x: sum, epsilon: part.epsilon }), isPlain };
}

interface AttentionInput {
  readonly x: string;
  readonly penalty: () => string;
  readonly config: BertConfig;
}

/** softmax(Q Kᵀ / √D + penalty) V per head, [B, S, H]; [B, 1, H] where all tokens get the same. */
function selfAttention(graph: Writer, { x, penalty, config }: AttentionInput): string {
  if (graph.isAll("attention.self.query.weight", 0)) return sharedAttention(graph, { x, penalty, config });
  const size = config.hiddenSize / config.heads;
  // 0 = as it is: batch and sequence stay free.
  const split = graph.whole([0, 0, config.heads, size]);
  const heads = (part: string, order: readonly number[]): string => {
    const rows = graph.node("Reshape", [linear(graph, `attention.self.${part}`, x), split]);
    return graph.node("Transpose", [rows], { perm: order });
  };
  const [query, key, value] = [heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]), heads("value", [0, 2, 1, 3])];
  const scores = graph.node("Div", [graph.node("MatMul", [query, key]), graph.number(Math.sqrt(size))]); // [B, A, S, S]
  const shares = graph.node("Softmax", [graph.node("Add", [scores, penalty()])], { axis: 3 });
  const mixed = graph.node("Transpose", [graph.node("MatMul", [shares, value])], { perm: [0, 2, 1, 3] });
  return graph.node("Reshape", [mixed, graph.whole([0, 0, config.hiddenSize])]);
}

/**
 * Every token asks the same q: the scores are x (Kᵀ q / √D) (a key's bias moves all of them alike), one row of shares a head
 * serves the whole text, and values are made of the weighted means instead of every token. [B, 1, H].
 */
function sharedAttention(graph: Writer, { x, penalty, config }: AttentionInput): string {
  const [width, heads, size] = [config.hiddenSize, config.heads, config.hiddenSize / config.heads];
  const [question, key, value] = [graph.parameter("attention.self.query.bias").data, graph.parameter("attention.self.key.weight").data, graph.parameter("attention.self.value.weight").data];
  const scorer = new Float32Array(width * heads);
  const values = new Float32Array(heads * width * size);
  for (let row = 0; row < width; row++) {
    const [head, within] = [Math.floor(row / size), row % size];
    const weight = (question[row] as number) / Math.sqrt(size);
    for (let at = 0; at < width; at++) {
      scorer[at * heads + head] = (scorer[at * heads + head] as number) + weight * (key[row * width + at] as number);
      values[(head * width + at) * size + within] = value[row * width + at] as number;
    }
  }
  const scores = graph.node("Transpose", [graph.node("MatMul", [x, graph.made("scorer", { dims: [width, heads], data: scorer })])], { perm: [0, 2, 1] }); // [B, A, S]
  const hidden = graph.node("Squeeze", [penalty(), graph.whole([1])]); // [B, 1, S]
  const shares = graph.node("Softmax", [graph.node("Add", [scores, hidden])], { axis: 2 });
  const means = graph.node("Unsqueeze", [graph.node("MatMul", [shares, x]), graph.whole([2])]); // [B, A, 1, H]
  const mixed = graph.node("MatMul", [means, graph.made("values", { dims: [heads, width, size], data: values })]); // [B, A, 1, D]
  return graph.node("Add", [graph.node("Reshape", [mixed, graph.whole([0, 1, width])]), graph.weight("attention.self.value.bias")]);
}

/** x Wᵀ + b. The weight is stored as [in, out], so that the MatMul needs no transpose. */
function linear(graph: Writer, name: string, x: string): string {
  const product = graph.node("MatMul", [x, graph.weight(`${name}.weight`, "transposed")]);
  return graph.node("Add", [product, graph.weight(`${name}.bias`)]);
}

function norm(graph: Writer, name: string, { x, epsilon }: { x: string; epsilon: number }): string {
  return graph.node("LayerNormalization", [x, graph.weight(`${name}.weight`), graph.weight(`${name}.bias`)], { axis: -1, epsilon: { float: epsilon } });
}

function isPlainNorm(graph: Writer, name: string): boolean {
  return graph.isAll(`${name}.weight`, 1) && graph.isAll(`${name}.bias`, 0);
}

function activation(graph: Writer, kind: BertConfig["activation"], x: string): string {
  if (kind === "relu") return graph.node("Relu", [x]);
  if (kind === "gelu") {
    const share = graph.node("Erf", [graph.node("Div", [x, graph.number(Math.SQRT2)])]);
    return graph.node("Mul", [graph.node("Mul", [x, graph.node("Add", [share, graph.number(1)])]), graph.number(0.5)]);
  }
  const cube = graph.node("Mul", [graph.node("Pow", [x, graph.number(3)]), graph.number(0.044715)]);
  const inner = graph.node("Mul", [graph.node("Add", [x, cube]), graph.number(Math.sqrt(2 / Math.PI))]);
  const share = graph.node("Add", [graph.node("Tanh", [inner]), graph.number(1)]);
  return graph.node("Mul", [graph.node("Mul", [x, graph.number(0.5)]), share]);
}

/** Collects nodes and tensors; every value is known by its name. */
interface Writer {
  readonly nodes: readonly OnnxNode[];
  readonly tensors: readonly OnnxTensor[];
  node(opType: string, inputs: readonly string[], attributes?: Readonly<Record<string, OnnxAttribute>>): string;
  /** A float scalar. */
  number(value: number): string;
  /** A vector of whole numbers. */
  whole(values: readonly number[]): string;
  /** A parameter; "transposed" swaps the two axes of a matrix. */
  weight(name: string, layout?: "transposed"): string;
  /** A parameter's numbers, to make others of. */
  parameter(name: string): NamedTensor;
  /** A matrix made of parameters. */
  made(name: string, tensor: NamedTensor): string;
  /** Whether each number of a parameter is this one. */
  isAll(name: string, value: number): boolean;
  /** The same writer for the parameters below a prefix. */
  under(prefix: string): Writer;
  rename(value: string, name: string): void;
}

function createWriter(parameters: NamedTensors, { precision }: EmitEncoderOptions): Writer {
  const nodes: OnnxNode[] = [];
  const tensors = new Map<string, OnnxTensor>();
  const addTensor = (tensor: OnnxTensor): string => {
    tensors.set(tensor.name, tensor);
    return tensor.name;
  };
  const node = (opType: string, inputs: readonly string[], attributes = {}): string => {
    const output = `${opType}_${nodes.length}`;
    nodes.push({ opType, inputs, outputs: [output], attributes });
    return output;
  };
  const parameterOf = (name: string): NamedTensor => {
    const tensor = parameters.get(name);
    invariant(tensor, () => `the encoder has no tensor "${name}"`);
    return tensor;
  };
  const addWeight = (name: string, { dims, data }: NamedTensor): string => {
    if (precision === "fp32" || dims.length < 2) return addTensor({ name, type: "float32", shape: dims, data });
    addTensor({ name: `${name}.fp16`, type: "float16", shape: dims, data: floatsToHalves(data) });
    nodes.push({ opType: "Cast", inputs: [`${name}.fp16`], outputs: [name], attributes: { to: 1 } });
    return name;
  };
  const under = (prefix: string): Writer => ({
    nodes,
    get tensors() {
      return [...tensors.values()];
    },
    node,
    number: (value) => addTensor({ name: `number ${value}`, type: "float32", shape: [], data: Float32Array.of(value) }),
    whole: (values) => addTensor({ name: `whole ${values.join(" ")}`, type: "int64", shape: [values.length], data: BigInt64Array.from(values, BigInt) }),
    weight: (name, layout) => addWeight(prefix + name, layout ? transposed(parameterOf(prefix + name)) : parameterOf(prefix + name)),
    parameter: (name) => parameterOf(prefix + name),
    made: (name, tensor) => addWeight(prefix + name, tensor),
    isAll: (name, value) => parameterOf(prefix + name).data.every((one) => one === value),
    under: (below) => under(`${prefix}${below}.`),
    rename: (value, name) => nodes.push({ opType: "Identity", inputs: [value], outputs: [name] }),
  });
  return under("");
}

function transposed({ dims, data }: NamedTensor): NamedTensor {
  const [rows = 0, columns = 0] = dims;
  const out = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) out[column * rows + row] = data[row * columns + column] as number;
  return { dims: [columns, rows], data: out };
}
