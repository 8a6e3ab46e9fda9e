/**
 * @file ONNX tensors and nodes as bytes: reads stored weights as float32, writes the few kinds that quantising needs.
 * @source onnx/onnx.proto3: TensorProto, NodeProto, field numbers below
 */
import { halvesToFloats } from "../../core/half";
import { bytesField, decodeMessage, encodeMessage, intField, intsOf, messagesOf, textField, textsOf } from "../../engine/onnx/protobuf";

const TENSOR = { dims: 1, dataType: 2, floatData: 4, name: 8, rawData: 9, dataLocation: 14 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, i: 3, type: 20 } as const;
export const DATA_TYPE = { float: 1, int8: 3, float16: 10 } as const;

export interface StoredTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** Row-major; null when the tensor is of another type or lies in an external file. */
  readonly values: (() => Float32Array) | null;
}

export interface GraphNode {
  readonly opType: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export function readTensor(bytes: Uint8Array): StoredTensor {
  const fields = decodeMessage(bytes);
  const raw = messagesOf(fields, TENSOR.rawData)[0];
  const type = intsOf(fields, TENSOR.dataType)[0];
  const packed = messagesOf(fields, TENSOR.floatData);
  const isExternal = intsOf(fields, TENSOR.dataLocation)[0] === 1;
  const name = textsOf(fields, TENSOR.name)[0] ?? "";
  const dims = intsOf(fields, TENSOR.dims);
  if (isExternal) return { name, dims, values: null };
  if (raw && type === DATA_TYPE.float) return { name, dims, values: () => floatsOf(raw) };
  if (raw && type === DATA_TYPE.float16) return { name, dims, values: () => halvesOf(raw) };
  if (packed.length === 1 && packed[0] && type === DATA_TYPE.float) return { name, dims, values: () => floatsOf(packed[0] as Uint8Array) };
  return { name, dims, values: null };
}

export function readNode(bytes: Uint8Array): GraphNode {
  const fields = decodeMessage(bytes);
  return {
    opType: textsOf(fields, NODE.opType)[0] ?? "",
    name: textsOf(fields, NODE.name)[0] ?? "",
    inputs: textsOf(fields, NODE.input),
    outputs: textsOf(fields, NODE.output),
  };
}

export function writeTensor(name: string, dims: readonly number[], data: Int8Array | Float32Array): Uint8Array {
  const type = data instanceof Int8Array ? DATA_TYPE.int8 : DATA_TYPE.float;
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const sizes = dims.map((dim) => intField(TENSOR.dims, dim));
  return encodeMessage([...sizes, intField(TENSOR.dataType, type), textField(TENSOR.name, name), bytesField(TENSOR.rawData, raw)]);
}

/** @param attributes whole numbers by name */
export function writeNode(node: GraphNode, attributes: Readonly<Record<string, number>> = {}): Uint8Array {
  const INT_ATTRIBUTE = 2;
  return encodeMessage([
    ...node.inputs.map((input) => textField(NODE.input, input)),
    ...node.outputs.map((output) => textField(NODE.output, output)),
    textField(NODE.name, node.name),
    textField(NODE.opType, node.opType),
    ...Object.entries(attributes).map(([name, value]) =>
      bytesField(NODE.attribute, encodeMessage([textField(ATTRIBUTE.name, name), intField(ATTRIBUTE.i, value), intField(ATTRIBUTE.type, INT_ATTRIBUTE)])),
    ),
  ]);
}

/** A copy: raw data need not start at a multiple of four. ONNX and every platform Node runs on are little-endian. */
function floatsOf(raw: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(raw).buffer);
}

function halvesOf(raw: Uint8Array): Float32Array {
  return halvesToFloats(new Uint16Array(new Uint8Array(raw).buffer));
}
