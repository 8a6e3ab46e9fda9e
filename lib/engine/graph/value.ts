/**
 * @file Value: one node of the computation graph. A value knows how it came about (op, inputs, attributes) and what it
 * is (type, shape); it holds no numbers. There is no graph object: whatever an output can reach is the graph.
 */
import { invariant } from "../../core/invariant";
import type { OpAttributes, OpName } from "./op-attributes";

export type DataType = "float32" | "int32" | "int64" | "bool";
/** Static sizes, outermost first; [] is a scalar. */
export type Shape = readonly number[];
export type TensorData = Float32Array | Int32Array | BigInt64Array | Uint8Array;

export interface TensorType {
  readonly type: DataType;
  readonly shape: Shape;
}

export interface Value<K extends OpName = OpName> extends TensorType {
  /** Unique in the process and larger than every input's, so ids sort a graph topologically. */
  readonly id: number;
  readonly op: K;
  readonly inputs: readonly Value[];
  readonly attributes: OpAttributes[K];
}

let lastId = 0;

/** Only ops make values: call `add(a, b)`, not this. */
export function createValue<K extends OpName>(op: K, inputs: readonly Value[], attributes: OpAttributes[K], type: TensorType): Value<K> {
  invariant(
    type.shape.every((size) => Number.isInteger(size) && size >= 0),
    () => `${op}: a shape holds whole numbers ≥ 0; found ${formatShape(type.shape)}`,
  );
  return { id: ++lastId, op, inputs, attributes, type: type.type, shape: type.shape };
}

/** Number of elements. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function isSameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** The size of an axis; negative axes count from the end. @throws when there is no such axis */
export function axisSize(shape: Shape, axis: number): number {
  const size = shape.at(axis);
  invariant(size !== undefined, () => `there is no axis ${axis} in ${formatShape(shape)}`);
  return size;
}

/** `[2, 3]` */
export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** `add([2, 3], [3])`, for error texts. */
export function formatCall(op: string, inputs: readonly TensorType[]): string {
  return `${op}(${inputs.map(({ shape, type }) => (type === "float32" ? "" : `${type} `) + formatShape(shape)).join(", ")})`;
}
