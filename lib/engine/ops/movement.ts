/**
 * @file Movement: the same numbers in another arrangement. `slice` and `pad` are each other's gradients, as are
 * `concat` and several slices; `reshape` and `transpose` are undone by themselves.
 */
import { axisSize, formatShape, isSameShape, sizeOf, type Shape, type Value } from "../graph/value";
import { applyRule, expect, inputsOf, type OpRules } from "./rule";

/** Same numbers in the same row-major order, other shape. */
export function reshape(x: Value, shape: Shape): Value {
  return isSameShape(x.shape, shape) ? x : applyRule("reshape", movementRules.reshape, [x], { shape });
}

/** @param order for each axis of the result, the axis of `x` it comes from */
export function transpose(x: Value, order: readonly number[]): Value {
  return order.every((from, to) => from === to) ? x : applyRule("transpose", movementRules.transpose, [x], { order });
}

/** Swaps the last two axes. */
export function swapLast(x: Value): Value {
  const order = x.shape.map((_, axis) => axis);
  const rank = order.length;
  return transpose(x, [...order.slice(0, rank - 2), rank - 1, rank - 2]);
}

/** Elements `start` to `end` (exclusive) of one axis (≥ 0). */
export function slice(x: Value, axis: number, start: number, end: number): Value {
  const isWhole = start === 0 && end === x.shape[axis];
  return isWhole ? x : applyRule("slice", movementRules.slice, [x], { axis, start, end });
}

/** Zeros before and after, along one axis (≥ 0). */
export function pad(x: Value, axis: number, before: number, after: number): Value {
  return before === 0 && after === 0 ? x : applyRule("pad", movementRules.pad, [x], { axis, before, after });
}

/** Joins along one axis (≥ 0); all other sizes agree. */
export function concat(parts: readonly Value[], axis: number): Value {
  const [first] = parts;
  return parts.length === 1 && first ? first : applyRule("concat", movementRules.concat, parts, { axis });
}

const int64 = (...values: number[]): BigInt64Array => BigInt64Array.from(values, BigInt);
const replaceAxis = (shape: Shape, axis: number, size: number): Shape => shape.map((old, at) => (at === axis ? size : old));

export const movementRules: OpRules<"reshape" | "transpose" | "slice" | "pad" | "concat"> = {
  reshape: {
    shape: (inputs, { shape }) => {
      const [x] = inputsOf("reshape", inputs, 1);
      expect(sizeOf(x.shape) === sizeOf(shape), "reshape", [x], `does not fill ${formatShape(shape)}`);
      return { type: x.type, shape };
    },
    gradient: (gradient, node) => [reshape(gradient, inputsOf("reshape", node.inputs, 1)[0].shape)],
    emit: ({ attributes: { shape } }, { inputs, constant }) => ({
      opType: "Reshape",
      inputs: [...inputs, constant("int64", [shape.length], int64(...shape))],
    }),
  },
  transpose: {
    shape: (inputs, { order }) => {
      const [x] = inputsOf("transpose", inputs, 1);
      const isOrder = order.length === x.shape.length && x.shape.every((_, axis) => order.includes(axis));
      expect(isOrder, "transpose", [x], `[${order.join(", ")}] does not name every axis once`);
      return { type: x.type, shape: order.map((axis) => axisSize(x.shape, axis)) };
    },
    gradient: (gradient, { attributes: { order } }) => [transpose(gradient, order.map((_, axis) => order.indexOf(axis)))],
    emit: ({ attributes: { order } }, { inputs }) => ({ opType: "Transpose", inputs, attributes: { perm: [...order] } }),
  },
  slice: {
    shape: (inputs, { axis, start, end }) => {
      const [x] = inputsOf("slice", inputs, 1);
      expect(0 <= start && start < end && end <= axisSize(x.shape, axis), "slice", [x], `has no ${start}–${end} on axis ${axis}`);
      return { type: x.type, shape: replaceAxis(x.shape, axis, end - start) };
    },
    gradient: (gradient, { inputs, attributes: { axis, start, end } }) => {
      const [x] = inputsOf("slice", inputs, 1);
      return [pad(gradient, axis, start, axisSize(x.shape, axis) - end)];
    },
    emit: ({ attributes: { axis, start, end } }, { inputs, constant }) => ({
      opType: "Slice",
      inputs: [...inputs, ...[start, end, axis].map((value) => constant("int64", [1], int64(value)))],
    }),
  },
  pad: {
    shape: (inputs, { axis, before, after }) => {
      const [x] = inputsOf("pad", inputs, 1);
      expect(before >= 0 && after >= 0, "pad", [x], `cannot add ${before} and ${after}`);
      return { type: x.type, shape: replaceAxis(x.shape, axis, before + axisSize(x.shape, axis) + after) };
    },
    gradient: (gradient, { inputs, attributes: { axis, before } }) => {
      const [x] = inputsOf("pad", inputs, 1);
      return [slice(gradient, axis, before, before + axisSize(x.shape, axis))];
    },
    emit: ({ shape, attributes: { axis, before, after } }, { inputs, constant }) => {
      const only = (count: number): number[] => shape.map((_, at) => (at === axis ? count : 0));
      return { opType: "Pad", inputs: [...inputs, constant("int64", [2 * shape.length], int64(...only(before), ...only(after)))] };
    },
  },
  concat: {
    shape: (inputs, { axis }) => {
      const [first] = inputs;
      expect(first !== undefined, "concat", inputs, "needs at least one part");
      const agrees = inputs.every((x) => x.type === first.type && isSameShape(replaceAxis(x.shape, axis, 0), replaceAxis(first.shape, axis, 0)));
      expect(agrees, "concat", inputs, `sizes other than axis ${axis} must agree`);
      const size = inputs.reduce((total, x) => total + axisSize(x.shape, axis), 0);
      return { type: first.type, shape: replaceAxis(first.shape, axis, size) };
    },
    gradient: (gradient, { inputs, attributes: { axis } }) => {
      let start = 0;
      return inputs.map((x) => {
        const end = start + axisSize(x.shape, axis);
        const piece = slice(gradient, axis, start, end);
        start = end;
        return piece;
      });
    },
    emit: ({ attributes: { axis } }, { inputs }) => ({ opType: "Concat", inputs, attributes: { axis } }),
  },
};
