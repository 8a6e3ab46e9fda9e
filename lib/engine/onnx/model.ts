/**
 * @file ONNX messages as bytes: attributes, tensors, nodes, graph, model. Knows the file format and nothing of our ops.
 * @source onnx/onnx.proto3, field numbers below
 */
import type { DataType, Shape, TensorData } from "../graph/value";
import { bytesField, encodeMessage, intField, textField, type WireField } from "./protobuf";

/** A plain number is an integer; floats are marked, because 1 and 1.0 are different attributes in ONNX. */
export type OnnxAttribute = number | { readonly float: number } | string | readonly number[];

export interface OnnxNode {
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

export type OnnxType = DataType | "float16";

export interface OnnxTensor {
  readonly name: string;
  readonly type: OnnxType;
  readonly shape: Shape;
  /** Little-endian, row-major; float16 as its bits in a Uint16Array. */
  readonly data: TensorData | Uint16Array;
}

/** A graph input or output; a text size is a free dimension of that name. */
export interface OnnxPort {
  readonly name: string;
  readonly type: OnnxType;
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

/** Version 8 of the format is what opset 17 belongs to. */
const IR_VERSION = 8;
export const OPSET = 17;

const TYPE_NUMBER: Record<OnnxType, number> = { float32: 1, int32: 6, int64: 7, bool: 9, float16: 10 };
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** The whole file. */
export function encodeModel(graph: OnnxGraph): Uint8Array {
  return encodeMessage([
    intField(1, IR_VERSION),
    textField(2, "cadre-engine"),
    bytesField(7, encodeGraph(graph)),
    bytesField(8, encodeMessage([textField(1, ""), intField(2, OPSET)])),
  ]);
}

function encodeGraph(graph: OnnxGraph): Uint8Array {
  return encodeMessage([
    ...graph.nodes.map((node) => bytesField(1, encodeNode(node))),
    textField(2, graph.name),
    ...graph.initializers.map((tensor) => bytesField(5, encodeTensor(tensor))),
    ...graph.inputs.map((port) => bytesField(11, encodePort(port))),
    ...graph.outputs.map((port) => bytesField(12, encodePort(port))),
  ]);
}

function encodeNode({ opType, inputs, outputs, attributes = {} }: OnnxNode): Uint8Array {
  return encodeMessage([
    ...inputs.map((name) => textField(1, name)),
    ...outputs.map((name) => textField(2, name)),
    textField(3, outputs[0] ?? opType),
    textField(4, opType),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, encodeAttribute(name, value))),
  ]);
}

function encodeAttribute(name: string, value: OnnxAttribute): Uint8Array {
  const [type, fields] = attributeFields(value);
  return encodeMessage([textField(1, name), ...fields, intField(20, type)]);
}

function attributeFields(value: OnnxAttribute): [number, WireField[]] {
  if (typeof value === "number") return [ATTRIBUTE_TYPE.int, [intField(3, value)]];
  if (typeof value === "string") return [ATTRIBUTE_TYPE.string, [textField(4, value)]];
  if ("float" in value) return [ATTRIBUTE_TYPE.float, [{ number: 2, value: bytesOf(Float32Array.of(value.float)), wire: 5 }]];
  return [ATTRIBUTE_TYPE.ints, value.map((item) => intField(8, item))];
}

function encodeTensor({ name, type, shape, data }: OnnxTensor): Uint8Array {
  const sizes = shape.map((size) => intField(1, size));
  return encodeMessage([...sizes, intField(2, TYPE_NUMBER[type]), textField(8, name), bytesField(9, bytesOf(data))]);
}

function encodePort({ name, type, shape }: OnnxPort): Uint8Array {
  const sizes = shape.map((size) => bytesField(1, encodeMessage([typeof size === "string" ? textField(2, size) : intField(1, size)])));
  const tensorType = encodeMessage([intField(1, TYPE_NUMBER[type]), bytesField(2, encodeMessage(sizes))]);
  return encodeMessage([textField(1, name), bytesField(2, encodeMessage([bytesField(1, tensorType)]))]);
}

function bytesOf(data: TensorData | Uint16Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
