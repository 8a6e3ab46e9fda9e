/**
 * @file Convolutions over one and two axes, and max pooling, for short sequences and small pictures: every window is
 * laid out as a row ("im2col") and one matrix product does the rest. Weights in PyTorch's layout.
 */
import { axisSize, type Value } from "../graph/value";
import { add } from "../ops/elementwise";
import { max } from "../ops/extremes";
import { gemm } from "../ops/matrix";
import { concat, pad, reshape, slice, transpose } from "../ops/movement";
import { expect } from "../ops/rule";
import type { Weights } from "./weights";

export interface ConvolutionOptions {
  /** Zeros added on both sides of every convolved axis. Default 0. */
  readonly padding?: number;
}

export function conv1dDims(sizes: { channels: number; filters: number; width: number }): ReadonlyMap<string, readonly number[]> {
  return new Map([
    ["weight", [sizes.filters, sizes.channels, sizes.width]],
    ["bias", [sizes.filters]],
  ]);
}

/** @param x [rows, channels, length] @returns [rows, filters, length + 2 padding − width + 1] */
export function conv1d(x: Value, weights: Weights, { padding = 0 }: ConvolutionOptions = {}): Value {
  const weight = weights("weight");
  const [filters, channels, width] = [axisSize(weight.shape, 0), axisSize(weight.shape, 1), axisSize(weight.shape, 2)];
  const flat = reshape(x, [axisSize(x.shape, 0), axisSize(x.shape, 1), 1, axisSize(x.shape, 2)]);
  const under = (name: string): Value => (name === "weight" ? reshape(weight, [filters, channels, 1, width]) : weights(name));
  const y = convolve(pad(flat, 3, padding, padding), under);
  return reshape(y, [axisSize(y.shape, 0), filters, axisSize(y.shape, 3)]);
}

export function conv2dDims(sizes: { channels: number; filters: number; height: number; width: number }): ReadonlyMap<string, readonly number[]> {
  return new Map([
    ["weight", [sizes.filters, sizes.channels, sizes.height, sizes.width]],
    ["bias", [sizes.filters]],
  ]);
}

/** @param x [rows, channels, height, width] @returns [rows, filters, height′, width′] */
export function conv2d(x: Value, weights: Weights, { padding = 0 }: ConvolutionOptions = {}): Value {
  return convolve(pad(pad(x, 2, padding, padding), 3, padding, padding), weights);
}

function convolve(x: Value, weights: Weights): Value {
  const weight = weights("weight");
  const [filters, channels, tall, wide] = weight.shape as [number, number, number, number];
  expect(axisSize(x.shape, 1) === channels, "convolve", [x, weight], "channels differ");
  const [rows, height, width] = [axisSize(x.shape, 0), axisSize(x.shape, 2) - tall + 1, axisSize(x.shape, 3) - wide + 1];
  const windows: Value[] = [];
  for (let i = 0; i < tall; i++) {
    for (let j = 0; j < wide; j++) windows.push(reshape(slice(slice(x, 2, i, i + height), 3, j, j + width), [rows, channels, 1, height, width]));
  }
  const stacked = transpose(concat(windows, 2), [0, 3, 4, 1, 2]); // [rows, height, width, channels, window]
  const columns = reshape(stacked, [rows * height * width, channels * tall * wide]);
  const y = add(gemm(columns, reshape(weight, [filters, channels * tall * wide]), { transposeB: true }), weights("bias"));
  return transpose(reshape(y, [rows, height, width, filters]), [0, 3, 1, 2]);
}

/** Largest over everything behind the second axis: [rows, filters, …] → [rows, filters]. */
export function globalMaxPool(x: Value): Value {
  const axes = x.shape.map((_, axis) => axis).slice(2);
  return reshape(max(x, axes), x.shape.slice(0, 2));
}

/** Largest of each window, without overlap: [rows, filters, height, width], both multiples of `size`. */
export function maxPool2d(x: Value, size: number): Value {
  const [rows, filters, height, width] = x.shape as [number, number, number, number];
  expect(height % size === 0 && width % size === 0, "maxPool2d", [x], `height and width must be multiples of ${size}`);
  const windows = reshape(x, [rows, filters, height / size, size, width / size, size]);
  return reshape(max(windows, [3, 5]), [rows, filters, height / size, width / size]);
}
