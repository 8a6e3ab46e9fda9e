/**
 * @file Dynamic int8 quantisation of an ONNX graph: every MatMul with a constant matrix on the right becomes
 * DynamicQuantizeLinear → MatMulInteger → Cast → Mul, which onnxruntime fuses into one int8 kernel. Embeddings, norms
 * and attention products stay as they are. Activations are scaled over the whole batch, so an int8 vector depends a
 * little (2e-3) on its batch: good for speed, not for reproducible scores.
 */
import { AppError } from "../../core/errors";
import { readNode, readTensor, writeNode, writeTensor, type GraphNode, type StoredTensor } from "./onnx-tensor";
import { bytesField, decodeMessage, encodeMessage, intsOf, messagesOf, textsOf, type WireField } from "../../engine/onnx/protobuf";

const MODEL = { graph: 7, opsetImport: 8 } as const;
const GRAPH = { node: 1, initializer: 5, output: 12 } as const;
const OPSET = { domain: 1, version: 2 } as const;
const FLOAT_TYPE = 1;

/** Largest whole number of a weight. 7 bits: at 8, kernels without VNNI saturate their 16-bit sums (see onnxruntime's reduce_range). */
export const MAX_WEIGHT = 64;

export interface Quantized {
  readonly model: Uint8Array;
  /** MatMuls that now run in int8. */
  readonly matmuls: number;
}

/** @throws AppError "model/unsupported" when nothing can be quantised or the opset is below 11 */
export function quantizeGraph(model: Uint8Array): Quantized {
  const modelFields = decodeMessage(model);
  checkOpset(modelFields);
  const graphBytes = messagesOf(modelFields, MODEL.graph)[0] ?? new Uint8Array();
  const graphFields = decodeMessage(graphBytes);
  const weights = constantMatrices(graphFields);
  const writer = createWriter();
  const rewritten = graphFields.flatMap((field): WireField[] => {
    if (field.number !== GRAPH.node || typeof field.value === "bigint") return [field];
    const node = readNode(field.value);
    const weight = node.opType === "MatMul" ? weights.get(node.inputs[1] ?? "") : undefined;
    return weight ? writer.replace(node, weight).map((bytes) => bytesField(GRAPH.node, bytes)) : [field];
  });
  if (writer.matmuls() === 0) {
    throw new AppError("model/unsupported", "The graph has no MatMul with a constant float matrix, so there is nothing to quantise.");
  }
  const graph = removeUnused([...rewritten, ...writer.tensors().map((bytes) => bytesField(GRAPH.initializer, bytes))]);
  const fields = modelFields.map((field) => (field.number === MODEL.graph ? bytesField(MODEL.graph, encodeMessage(graph)) : field));
  return { model: encodeMessage(fields), matmuls: writer.matmuls() };
}

function checkOpset(modelFields: readonly WireField[]): void {
  const opsets = messagesOf(modelFields, MODEL.opsetImport).map((bytes) => decodeMessage(bytes));
  const own = opsets.find((fields) => (textsOf(fields, OPSET.domain)[0] ?? "") === "");
  const version = own ? (intsOf(own, OPSET.version)[0] ?? 0) : 0;
  if (version < 11) throw new AppError("model/unsupported", `Quantising needs opset 11 or later; the graph has ${version}.`);
}

/** Constant [K, N] matrices by the name that MatMul sees: an initializer, or a Cast of one (weights kept as fp16). */
function constantMatrices(graphFields: readonly WireField[]): Map<string, StoredTensor> {
  const matrices = new Map<string, StoredTensor>();
  for (const bytes of messagesOf(graphFields, GRAPH.initializer)) {
    const tensor = readTensor(bytes);
    if (tensor.dims.length === 2 && tensor.values) matrices.set(tensor.name, tensor);
  }
  for (const bytes of messagesOf(graphFields, GRAPH.node)) {
    const node = readNode(bytes);
    const source = node.opType === "Cast" ? matrices.get(node.inputs[0] ?? "") : undefined;
    if (source && node.outputs[0] !== undefined) matrices.set(node.outputs[0], source);
  }
  return matrices;
}

function createWriter() {
  const tensors: Uint8Array[] = [];
  const quantizedInputs = new Set<string>();
  let matmuls = 0;
  const node = (opType: string, inputs: string[], outputs: string[]): GraphNode => ({ opType, name: `${outputs[0] ?? ""}/${opType}`, inputs, outputs });

  return {
    tensors: () => tensors,
    matmuls: () => matmuls,
    replace(matmul: GraphNode, weight: StoredTensor): Uint8Array[] {
      const [input = ""] = matmul.inputs;
      const [output = ""] = matmul.outputs;
      const [codes, scale, zero] = [`${input}_q`, `${input}_q_scale`, `${input}_q_zero`];
      const own = (part: string): string => `${output}_q_${part}`;
      const { values, scales } = quantizeColumns(weight);
      tensors.push(writeTensor(own("weight"), weight.dims, values), writeTensor(own("weight_scale"), [scales.length], scales));
      matmuls++;
      const nodes: Uint8Array[] = [];
      // Query, key and value read one input: it is quantised once.
      if (!quantizedInputs.has(input)) nodes.push(writeNode(node("DynamicQuantizeLinear", [input], [codes, scale, zero])));
      quantizedInputs.add(input);
      nodes.push(
        writeNode(node("MatMulInteger", [codes, own("weight"), zero], [own("sum")])),
        writeNode(node("Cast", [own("sum")], [own("sum_float")]), { to: FLOAT_TYPE }),
        writeNode(node("Mul", [scale, own("weight_scale")], [own("scale")])),
        writeNode(node("Mul", [own("sum_float"), own("scale")], [output])),
      );
      return nodes;
    },
  };
}

/** Symmetric, one scale per column: w ≈ code × scale, |code| ≤ MAX_WEIGHT. */
function quantizeColumns(weight: StoredTensor): { values: Int8Array; scales: Float32Array } {
  const [rows = 0, columns = 0] = weight.dims;
  const source = weight.values?.() ?? new Float32Array();
  const scales = new Float32Array(columns);
  for (let at = 0; at < rows * columns; at++) {
    const column = at % columns;
    scales[column] = Math.max(scales[column] as number, Math.abs(source[at] as number) / MAX_WEIGHT);
  }
  const values = Int8Array.from(source, (value, at) => {
    const scale = scales[at % columns] as number;
    return scale === 0 ? 0 : Math.round(value / scale);
  });
  return { values, scales };
}

/** Drops the float weights that nothing reads any more, and the Casts that fed them. */
function removeUnused(graphFields: readonly WireField[]): WireField[] {
  let fields = [...graphFields];
  for (;;) {
    const used = new Set(messagesOf(fields, GRAPH.node).flatMap((bytes) => readNode(bytes).inputs));
    for (const bytes of messagesOf(fields, GRAPH.output)) for (const name of textsOf(decodeMessage(bytes), 1)) used.add(name);
    const kept = fields.filter(({ number, value }) => {
      if (typeof value === "bigint") return true;
      if (number === GRAPH.initializer) return used.has(readTensor(value).name);
      return number !== GRAPH.node || readNode(value).outputs.some((output) => used.has(output));
    });
    if (kept.length === fields.length) return kept;
    fields = kept;
  }
}
