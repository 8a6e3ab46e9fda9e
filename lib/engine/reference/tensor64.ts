/**
 * @file Tensor64: plain tensors of doubles with the few index walks that the reference kernels need. Slow and obvious.
 */
import { sizeOf, type Shape } from "../graph/value";

export interface Tensor64 {
  readonly shape: Shape;
  /** Row-major. Whole numbers and truth values are doubles too. */
  readonly data: Float64Array;
}

export function tensor64(shape: Shape, fill: (at: number) => number): Tensor64 {
  return { shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, at) => fill(at)) };
}

/** The element at an offset; offsets come from `coordinates` and `offsetOf`, so they exist. */
export const at = (x: Tensor64, offset: number): number => x.data[offset] as number;

/** Row-major offset → one index per axis. */
export function coordinates(shape: Shape, offset: number): number[] {
  const found: number[] = [];
  let rest = offset;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis] as number;
    found[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  return found;
}

/** One index per axis → row-major offset. Axes of size 1 take any index (broadcasting); extra leading indices are dropped. */
export function offsetOf(shape: Shape, indices: readonly number[]): number {
  const skip = indices.length - shape.length;
  return shape.reduce((offset, size, axis) => offset * size + (size === 1 ? 0 : (indices[axis + skip] as number)), 0);
}

/** For every element of `shape`, a number made from its coordinates. */
export function tabulate(shape: Shape, value: (indices: number[]) => number): Tensor64 {
  return tensor64(shape, (offset) => value(coordinates(shape, offset)));
}
