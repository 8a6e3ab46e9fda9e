/**
 * @file Quantising a graph of one MatMul, built here field by field: what it becomes, and what is refused.
 */
import { describe, expect, it } from "vitest";
import { DATA_TYPE, readNode, readTensor, writeNode, writeTensor } from "./onnx-tensor";
import { bytesField, decodeMessage, encodeMessage, intField, messagesOf, textField } from "../../engine/onnx/protobuf";
import { MAX_WEIGHT, quantizeGraph } from "./quantize-graph";

const WEIGHT = Float32Array.from([1, 0, -0.5, 2, 0, 0.25]);

/** x · W with W [3, 2], stored as it is or as fp16 behind a Cast. */
function model(options: { opset?: number; initializer?: Uint8Array; cast?: boolean } = {}): Uint8Array {
  const initializer = options.initializer ?? writeTensor("W", [3, 2], WEIGHT);
  const cast = writeNode({ opType: "Cast", name: "c", inputs: ["W"], outputs: ["W32"] }, { to: DATA_TYPE.float });
  const matmul = writeNode({ opType: "MatMul", name: "m", inputs: ["x", options.cast ? "W32" : "W"], outputs: ["y"] });
  const nodes = options.cast ? [cast, matmul] : [matmul];
  const graph = [...nodes.map((node) => bytesField(1, node)), bytesField(5, initializer), bytesField(12, encodeMessage([textField(1, "y")]))];
  const opset = encodeMessage([textField(1, ""), intField(2, options.opset ?? 17)]);
  return encodeMessage([intField(1, 8), bytesField(7, encodeMessage(graph)), bytesField(8, opset)]);
}

const graphOf = (bytes: Uint8Array) => decodeMessage(messagesOf(decodeMessage(bytes), 7)[0] ?? new Uint8Array());
const nodesOf = (bytes: Uint8Array) => messagesOf(graphOf(bytes), 1).map(readNode);
const tensorsOf = (bytes: Uint8Array) => messagesOf(graphOf(bytes), 5).map(readTensor);

describe("quantizeGraph", () => {
  it("puts the int8 chain in the MatMul's place and drops the float weight", () => {
    const { model: result, matmuls } = quantizeGraph(model());
    expect(matmuls).toBe(1);
    expect(nodesOf(result).map((node) => node.opType)).toEqual(["DynamicQuantizeLinear", "MatMulInteger", "Cast", "Mul", "Mul"]);
    expect(nodesOf(result).at(-1)?.outputs).toEqual(["y"]);
    expect(tensorsOf(result).map((tensor) => tensor.name)).toEqual(["y_q_weight", "y_q_weight_scale"]);
  });

  it("scales each column by its own largest weight", () => {
    const [codes, scales] = messagesOf(graphOf(quantizeGraph(model()).model), 5);
    const raw = (bytes: Uint8Array | undefined): Uint8Array => new Uint8Array(messagesOf(decodeMessage(bytes ?? new Uint8Array()), 9)[0] ?? []);
    // Columns are [1, −.5, 0] and [0, 2, .25]: largest 1 and 2.
    expect([...new Float32Array(raw(scales).buffer)]).toEqual([1 / MAX_WEIGHT, 2 / MAX_WEIGHT]);
    expect([...new Int8Array(raw(codes).buffer)]).toEqual([64, 0, -32, 64, 0, 8]);
  });

  it("reads fp16 weights through their Cast and removes both", () => {
    // 1, 0, −0.5, 2, 0, 0.25 in binary16.
    const halves = new Uint8Array(Uint16Array.from([0x3c00, 0, 0xb800, 0x4000, 0, 0x3400]).buffer);
    const initializer = encodeMessage([intField(1, 3), intField(1, 2), intField(2, DATA_TYPE.float16), textField(8, "W"), bytesField(9, halves)]);
    expect([...(readTensor(initializer).values?.() ?? [])]).toEqual([...WEIGHT]);
    const { model: result } = quantizeGraph(model({ initializer, cast: true }));
    expect(tensorsOf(result)).toEqual(tensorsOf(quantizeGraph(model()).model).map((tensor) => ({ ...tensor, values: expect.toSatisfy(() => true) as never })));
    expect(nodesOf(result).filter((node) => node.inputs.includes("W"))).toEqual([]);
  });

  it("refuses graphs that it cannot help", () => {
    expect(() => quantizeGraph(model({ opset: 9 }))).toThrow(/opset 11/);
    expect(() => quantizeGraph(model({ initializer: writeTensor("W", [6], WEIGHT) }))).toThrow(/nothing to quantise/);
    expect(() => quantizeGraph(Uint8Array.from([0x0b]))).toThrow(expect.objectContaining({ code: "model/unsupported" }));
  });
});
