/**
 * @file What every op computes, written down once more in doubles, as plainly as possible. The tests hold onnxruntime
 * and the gradient rules against it; nothing else uses it.
 */
import type { OpName } from "../graph/op-attributes";
import type { Value } from "../graph/value";
import { at, offsetOf, tabulate, tensor64, type Tensor64 } from "./tensor64";

type Kernel<K extends OpName> = (node: Value<K>, inputs: readonly Tensor64[]) => Tensor64;
export type ComputedOp = Exclude<OpName, "input" | "constant">;

const input = (inputs: readonly Tensor64[], position: number): Tensor64 => {
  const tensor = inputs[position];
  if (!tensor) throw new Error(`there is no input ${position}`);
  return tensor;
};

const unary = (compute: (x: number) => number) => (_node: Value, inputs: readonly Tensor64[]) => {
  const x = input(inputs, 0);
  return tensor64(x.shape, (offset) => compute(at(x, offset)));
};

const binary = (compute: (a: number, b: number) => number) => (node: Value, inputs: readonly Tensor64[]) => {
  const [a, b] = [input(inputs, 0), input(inputs, 1)];
  return tabulate(node.shape, (indices) => compute(at(a, offsetOf(a.shape, indices)), at(b, offsetOf(b.shape, indices))));
};

/** Combines all elements of `x` that fall on the same element of the node's shape. */
const reduction = (start: number, combine: (total: number, x: number) => number) => (node: Value, inputs: readonly Tensor64[]) => {
  const x = input(inputs, 0);
  const result = tensor64(node.shape, () => start);
  tabulate(x.shape, (indices) => {
    const to = offsetOf(node.shape, indices);
    return (result.data[to] = combine(at(result, to), at(x, offsetOf(x.shape, indices))));
  });
  return result;
};

/** Reads every element of the result from somewhere in the first input; undefined reads as 0. */
const movement =
  <K extends OpName>(source: (indices: number[], node: Value<K>) => number[] | undefined): Kernel<K> =>
  (node, inputs) => {
    const x = input(inputs, 0);
    return tabulate(node.shape, (indices) => {
      const from = source(indices, node);
      return from ? at(x, offsetOf(x.shape, from)) : 0;
    });
  };

const moved = (indices: readonly number[], axis: number, by: number): number[] => indices.map((index, i) => (i === axis ? index + by : index));

function rowStatistics(x: Tensor64, row: number, epsilon: number): { mean: number; inverse: number } {
  const width = x.shape.at(-1) as number;
  const values = x.data.subarray(row * width, (row + 1) * width);
  const mean = values.reduce((sum, value) => sum + value, 0) / width;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
  return { mean, inverse: 1 / Math.sqrt(variance + epsilon) };
}

export const KERNELS: { readonly [K in ComputedOp]: Kernel<K> } = {
  add: binary((a, b) => a + b),
  subtract: binary((a, b) => a - b),
  multiply: binary((a, b) => a * b),
  divide: binary((a, b) => a / b),
  exp: unary(Math.exp),
  log: unary(Math.log),
  sqrt: unary(Math.sqrt),
  erf: unary(erf),
  tanh: unary(Math.tanh),
  sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  relu: unary((x) => Math.max(x, 0)),
  sign: unary(Math.sign),
  detach: unary((x) => x),
  sum: reduction(0, (total, x) => total + x),
  max: reduction(-Infinity, Math.max),
  expand: movement((indices) => indices),
  reshape: (node, inputs) => ({ shape: node.shape, data: input(inputs, 0).data }),
  transpose: movement<"transpose">((indices, { attributes: { order } }) => order.map((_, axis) => indices[order.indexOf(axis)] as number)),
  slice: movement<"slice">((indices, { attributes: { axis, start } }) => moved(indices, axis, start)),
  pad: movement<"pad">((indices, { attributes: { axis, before, after }, shape }) => {
    const index = indices[axis] as number;
    const isInside = index >= before && index < (shape[axis] as number) - after;
    return isInside ? moved(indices, axis, -before) : undefined;
  }),
  concat: ({ shape, attributes: { axis } }, inputs) =>
    tabulate(shape, (indices) => {
      let index = indices[axis] as number;
      for (const x of inputs) {
        const size = x.shape[axis] as number;
        if (index < size) return at(x, offsetOf(x.shape, moved(indices, axis, index - (indices[axis] as number))));
        index -= size;
      }
      throw new Error("concat: beyond the last part");
    }),
  gemm: ({ shape, attributes: { transposeA, transposeB, alpha, beta } }, inputs) => {
    const [a, b, bias] = [input(inputs, 0), input(inputs, 1), inputs[2]];
    const inner = a.shape[transposeA ? 0 : 1] as number;
    return tabulate(shape, ([row = 0, column = 0]) => {
      let total = 0;
      for (let k = 0; k < inner; k++) total += at(a, offsetOf(a.shape, transposeA ? [k, row] : [row, k])) * at(b, offsetOf(b.shape, transposeB ? [column, k] : [k, column]));
      return alpha * total + (bias ? beta * at(bias, column) : 0);
    });
  },
  matmul: ({ shape }, inputs) => {
    const [a, b] = [input(inputs, 0), input(inputs, 1)];
    const inner = a.shape.at(-1) as number;
    return tabulate(shape, (indices) => {
      const [stack, [row = 0, column = 0]] = [indices.slice(0, -2), indices.slice(-2)];
      let total = 0;
      for (let k = 0; k < inner; k++) total += at(a, offsetOf(a.shape, [...stack, row, k])) * at(b, offsetOf(b.shape, [...stack, k, column]));
      return total;
    });
  },
  softmax: ({ shape }, inputs) => {
    const x = input(inputs, 0);
    const width = shape.at(-1) as number;
    return tensor64(shape, (offset) => {
      const row = x.data.subarray(offset - (offset % width), offset - (offset % width) + width);
      const largest = Math.max(...row);
      return Math.exp(at(x, offset) - largest) / row.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    });
  },
  layerNorm: ({ shape, attributes: { epsilon } }, inputs) => {
    const [x, gain, bias] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)];
    return tabulate(shape, ([row = 0, column = 0]) => {
      const { mean, inverse } = rowStatistics(x, row, epsilon);
      return (at(x, offsetOf(shape, [row, column])) - mean) * inverse * at(gain, column) + at(bias, column);
    });
  },
  // The inputs of a part's node stand in for the node itself: see evaluate.ts.
  part: ({ shape, inputs: [node], attributes: { which } }, inputs) => {
    const { epsilon } = (node as Value<"layerNorm">).attributes;
    const x = input(inputs, 0);
    return tensor64(shape, (row) => (which === 1 ? rowStatistics(x, row, epsilon).mean : rowStatistics(x, row, epsilon).inverse));
  },
  gather: ({ shape }, inputs) => {
    const [table, ids] = [input(inputs, 0), input(inputs, 1)];
    return tabulate(shape, (indices) => at(table, offsetOf(table.shape, [at(ids, offsetOf(ids.shape, indices.slice(0, -1))), indices.at(-1) as number])));
  },
  oneHot: ({ shape }, inputs) => tabulate(shape, (indices) => Number(at(input(inputs, 0), offsetOf(input(inputs, 0).shape, indices.slice(0, -1))) === indices.at(-1))),
  scatterAdd: ({ shape }, inputs) => {
    const [updates, ids] = [input(inputs, 0), input(inputs, 1)];
    const result = tensor64(shape, () => 0);
    tabulate(updates.shape, ([row = 0, column = 0]) => {
      const to = offsetOf(shape, [at(ids, row), column]);
      return (result.data[to] = at(result, to) + at(updates, offsetOf(updates.shape, [row, column])));
    });
    return result;
  },
};

/**
 * Error function by its Maclaurin series (|x| < 3) or the continued fraction of erfc; error below 1e-13.
 * @source Abramowitz, Stegun 7.1.6 and 7.1.14
 */
function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size < 3) {
    let [term, total] = [x, x];
    for (let n = 1; Math.abs(term) > 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      total += term;
    }
    return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (size + fraction);
  return Math.sign(x) * (1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / (size + fraction));
}
