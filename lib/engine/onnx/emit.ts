/**
 * @file emitOnnx: a graph of values → the bytes of an ONNX file. Every reachable value becomes one node; inputs are
 * listed by their names, equal constants are stored once.
 * Flow: graph → backward → [emit] → execute.
 */
import { invariant } from "../../core/invariant";
import { reachable } from "../graph/reachable";
import { mergeEqual } from "../graph/rewrite";
import type { DataType, Shape, TensorData, Value } from "../graph/value";
import { verifyGraph } from "../graph/verify";
import { ruleOf } from "../ops/table";
import type { EmitContext } from "../ops/rule";
import { encodeModel, type OnnxNode, type OnnxTensor } from "./model";

/** @param graph what the file computes, by output name @returns the bytes of an ONNX model, opset 17 */
export function emitOnnx(graph: Readonly<Record<string, Value>>): Uint8Array {
  verifyGraph(graph);
  const outputs = mergeEqual(graph);
  const values = reachable(Object.values(outputs));
  const names = nameValues(values);
  const constants = createConstantStore();
  const nodes: OnnxNode[] = [];
  for (const value of values) {
    if (isOp(value, "input") || isOp(value, "part")) continue;
    if (isOp(value, "constant")) {
      names.set(value, constants.store(value.type, value.shape, value.attributes.data));
      continue;
    }
    const name = nameOf(names)(value);
    const context: EmitContext = {
      inputs: value.inputs.map(nameOf(names)),
      constant: constants.store,
      helper: ({ opType, inputs, attributes = {} }) => {
        const output = `${name}_${opType}`;
        nodes.push({ opType, inputs, outputs: [output], attributes });
        return output;
      },
    };
    const { opType, inputs, attributes = {}, parts = 0 } = ruleOf(value).emit(value, context);
    const further = Array.from({ length: parts }, (_, at) => partName(name, at + 1));
    nodes.push({ opType, inputs, outputs: [name, ...further], attributes });
  }
  const outputNodes = Object.entries(outputs).map(([name, value]) => ({ opType: "Identity", inputs: [nameOf(names)(value)], outputs: [name] }));
  return encodeModel({
    name: "graph",
    nodes: [...nodes, ...outputNodes],
    initializers: constants.tensors,
    inputs: values.flatMap((value) => (isOp(value, "input") ? [{ name: value.attributes.name, type: value.type, shape: value.shape }] : [])),
    outputs: Object.entries(outputs).map(([name, { type, shape }]) => ({ name, type, shape })),
  });
}

function isOp<K extends Value["op"]>(value: Value, op: K): value is Value<K> {
  return value.op === op;
}

function nameValues(values: readonly Value[]): Map<Value, string> {
  const names = new Map<Value, string>();
  for (const [at, value] of values.entries()) {
    if (isOp(value, "input")) names.set(value, value.attributes.name);
    else if (isOp(value, "part")) {
      const [node] = value.inputs;
      names.set(value, partName(node ? nameOf(names)(node) : "", value.attributes.which));
    } else names.set(value, `${value.op}_${at}`);
  }
  return names;
}

const nameOf = (names: ReadonlyMap<Value, string>) => (value: Value): string => {
  const name = names.get(value);
  invariant(name !== undefined, () => `${value.op} #${value.id} has no name`);
  return name;
};

const partName = (node: string, which: number): string => `${node}.${which}`;

interface ConstantStore {
  readonly tensors: OnnxTensor[];
  readonly store: (type: DataType, shape: Shape, data: TensorData) => string;
}

function createConstantStore(): ConstantStore {
  const tensors: OnnxTensor[] = [];
  const byContent = new Map<string, string>();
  const store = (type: DataType, shape: Shape, data: TensorData): string => {
    // Large constants are rare and made once each; comparing their texts would cost more than a second copy.
    const content = data.length <= 4096 ? `${type} ${shape.join()} ${data.join()}` : `${type} ${tensors.length}`;
    const known = byContent.get(content);
    if (known !== undefined) return known;
    const name = `constant_${tensors.length}`;
    tensors.push({ name, type, shape, data });
    byContent.set(content, name);
    return name;
  };
  return { tensors, store };
}
