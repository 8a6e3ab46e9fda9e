/**
 * @file Broadcasting: `expand` repeats along axes of size 1 and `sum` adds them up again; each is the other's gradient.
 * Reductions keep their axes with size 1, so shapes stay aligned; reshape drops them where wanted.
 */
import { formatShape, isSameShape, sizeOf, type Shape, type Value } from "../graph/value";
import { sumRows } from "./matrix";
import { reshape } from "./movement";
import { applyRule, expect, float, inputsOf, type OpRules } from "./rule";

/** Adds up along `axes` (≥ 0), which stay with size 1. */
export function sum(x: Value, axes: readonly number[]): Value {
  return axes.every((axis) => x.shape[axis] === 1) ? x : applyRule("sum", broadcastRules.sum, [x], { axes });
}

/** Repeats axes of size 1 (and leading ones that are missing) up to `shape`. */
export function expand(x: Value, shape: Shape): Value {
  return isSameShape(x.shape, shape) ? x : applyRule("expand", broadcastRules.expand, [x], { shape });
}

/** The reverse of broadcasting: sums a gradient down to the shape that was broadcast. */
export function sumTo(x: Value, shape: Shape): Value {
  const missing = x.shape.length - shape.length;
  const axes = x.shape.flatMap((size, axis) => (axis < missing || (shape[axis - missing] === 1 && size !== 1) ? [axis] : []));
  if (axes.length === 0) return reshape(x, shape);
  const kept = sizeOf(shape);
  const isLeading = axes.every((axis, at) => axis === at);
  if (isLeading && kept > 1) return reshape(sumRows(reshape(x, [sizeOf(x.shape) / kept, kept])), shape);
  return reshape(sum(x, axes), shape);
}

/** NumPy's rule: align at the end; sizes agree or one of them is 1. */
export function broadcastShape(op: string, a: Value, b: Value): Shape {
  const rank = Math.max(a.shape.length, b.shape.length);
  return Array.from({ length: rank }, (_, axis) => {
    const left = a.shape[axis - rank + a.shape.length] ?? 1;
    const right = b.shape[axis - rank + b.shape.length] ?? 1;
    expect(left === right || left === 1 || right === 1, op, [a, b], "the shapes do not broadcast");
    return left === 1 ? right : left;
  });
}

/** The shape after reducing `axes` to size 1. */
export const reducedShape = (op: string, x: Value, axes: readonly number[]): Shape => {
  for (const axis of axes) expect(axis >= 0 && axis < x.shape.length, op, [x], `there is no axis ${axis}`);
  return x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
};

const int64 = (values: readonly number[]): BigInt64Array => BigInt64Array.from(values, BigInt);

export const broadcastRules: OpRules<"sum" | "expand"> = {
  sum: {
    shape: (inputs, { axes }) => float(reducedShape("sum", inputsOf("sum", inputs, 1)[0], axes)),
    gradient: (gradient, node) => [expand(gradient, inputsOf("sum", node.inputs, 1)[0].shape)],
    emit: ({ attributes: { axes } }, { inputs, constant: store }) => ({
      opType: "ReduceSum",
      inputs: [...inputs, store("int64", [axes.length], int64(axes))],
      attributes: { keepdims: 1 },
    }),
  },
  expand: {
    shape: (inputs, { shape }) => {
      const [x] = inputsOf("expand", inputs, 1);
      const offset = shape.length - x.shape.length;
      const fits = offset >= 0 && x.shape.every((size, axis) => size === 1 || size === shape[axis + offset]);
      expect(fits, "expand", [x], `does not repeat up to ${formatShape(shape)}`);
      return { type: x.type, shape };
    },
    gradient: (gradient, node) => [sumTo(gradient, inputsOf("expand", node.inputs, 1)[0].shape)],
    emit: ({ attributes: { shape } }, { inputs, constant: store }) => ({
      opType: "Expand",
      inputs: [...inputs, store("int64", [shape.length], int64(shape))],
    }),
  },
};
