/**
 * @file OpRule: the three things an op must say about itself (shape, gradient, ONNX). ops/table.ts collects the rules
 * of all ops; `applyRule` is how an op's function makes its value.
 */
import { invariant } from "../../core/invariant";
import type { OpAttributes, OpName } from "../graph/op-attributes";
import { createValue, formatCall, type DataType, type Shape, type TensorData, type TensorType, type Value } from "../graph/value";
import type { OnnxAttribute } from "../onnx/model";

/** What an op becomes in the file; inputs and outputs are names. */
export interface EmittedNode {
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
  /** How many outputs it has besides the first; see op "part". */
  readonly parts?: number;
}

export interface EmitContext {
  /** The names of the node's inputs, in order. */
  readonly inputs: readonly string[];
  /** The name of a constant tensor; equal ones are stored once. */
  readonly constant: (type: DataType, shape: Shape, data: TensorData) => string;
  /** Adds a node that the op needs before its own, at most one per op type, and returns its result's name. */
  readonly helper: (node: EmittedNode) => string;
}

export interface OpRule<K extends OpName> {
  /** Type and shape of the result. Throws a broken assumption when the inputs do not fit. */
  shape(inputs: readonly Value[], attributes: OpAttributes[K]): TensorType;
  /**
   * Given dL/d(node), dL/d(each input), one entry per input; null where nothing flows (ids, masks).
   * @param node the value itself: its inputs, attributes, and the result to reuse
   */
  gradient(gradient: Value, node: Value<K>): readonly (Value | null)[];
  /** The ONNX node that computes it (opset 17). */
  emit(node: Value<K>, context: EmitContext): EmittedNode;
}

export type OpRules<K extends OpName> = { readonly [Name in K]: OpRule<Name> };

/** Makes a value by an op's rule: infers its shape, or throws a text that shows the call. */
export function applyRule<K extends OpName>(op: K, rule: OpRule<K>, inputs: readonly Value[], attributes: OpAttributes[K]): Value<K> {
  return createValue(op, inputs, attributes, rule.shape(inputs, attributes));
}

/** The inputs of a node that has exactly `count`; spares every rule an index check. */
export function inputsOf(op: string, inputs: readonly Value[], count: 1): [Value];
export function inputsOf(op: string, inputs: readonly Value[], count: 2): [Value, Value];
export function inputsOf(op: string, inputs: readonly Value[], count: 3): [Value, Value, Value];
export function inputsOf(op: string, inputs: readonly Value[], count: number): readonly Value[] {
  invariant(inputs.length === count, () => `${formatCall(op, inputs)}: expected ${count} inputs`);
  return inputs;
}

/** @throws a broken assumption that shows the call and says what was expected */
export function expect(condition: boolean, op: string, inputs: readonly TensorType[], what: string): asserts condition {
  invariant(condition, () => `${formatCall(op, inputs)}: ${what}`);
}

export const float = (shape: Shape): TensorType => ({ type: "float32", shape });
