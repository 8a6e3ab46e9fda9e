/**
 * @file Leaves: what a graph starts from. Inputs are fed at every run (weights, ids, masks); constants are stored in
 * the file.
 */
import { sizeOf, type DataType, type Shape, type TensorData, type Value } from "../graph/value";
import { applyRule, expect, type OpRules } from "./rule";

/** A tensor that is fed by name at every run. */
export function input(name: string, shape: Shape, type: DataType = "float32"): Value<"input"> {
  return applyRule("input", leafRules.input, [], { name, shape, type });
}

/** A tensor stored in the file. @param data row-major, as long as the shape says */
export function constant(data: TensorData, shape: Shape): Value<"constant"> {
  return applyRule("constant", leafRules.constant, [], { data, shape, type: typeOf(data) });
}

/** One float; broadcasts against any shape. */
export function scalar(value: number): Value<"constant"> {
  return constant(Float32Array.of(value), []);
}

function typeOf(data: TensorData): DataType {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int32Array) return "int32";
  return data instanceof BigInt64Array ? "int64" : "bool";
}

const noNode = (): never => {
  throw new Error("A leaf is no ONNX node; the emitter lists it as a graph input or initializer.");
};

export const leafRules: OpRules<"input" | "constant"> = {
  input: { shape: (_, { type, shape }) => ({ type, shape }), gradient: () => [], emit: noNode },
  constant: {
    shape: (_, { type, shape, data }) => {
      expect(data.length === sizeOf(shape), "constant", [{ type, shape }], `${data.length} numbers do not fill it`);
      return { type, shape };
    },
    gradient: () => [],
    emit: noNode,
  },
};
