/** @file AdamW against five steps of PyTorch's (golden.json), dense and by rows; clipping; rows of a table added up. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clipFactor, createMoments, sumSquares, updateDense, updateRows, type AdamWOptions } from "./adamw";
import { createRowGradients } from "./row-gradients";

interface Packed {
  shape: number[];
  data: number[];
}
interface Golden extends AdamWOptions {
  clipNorm: number;
  start: Record<"weight" | "bias", Packed>;
  steps: { learningRate: number; norm: number; gradients: Record<"weight" | "bias", Packed>; weight: Packed; bias: Packed }[];
}
const { adamw } = JSON.parse(readFileSync(new URL("../reference/golden.json", import.meta.url), "utf8")) as { adamw: Golden };
const floats = ({ data }: Packed): Float32Array => Float32Array.from(data);

describe("AdamW", () => {
  test("five clipped steps, decay on the matrix only, as PyTorch does them", () => {
    const weights = { weight: floats(adamw.start.weight), bias: floats(adamw.start.bias) };
    const moments = { weight: createMoments(6), bias: createMoments(3) };
    adamw.steps.forEach((golden, at) => {
      const [weight, bias] = [floats(golden.gradients.weight), floats(golden.gradients.bias)];
      const norm = Math.sqrt(sumSquares(weight) + sumSquares(bias));
      expect(norm).toBeCloseTo(golden.norm, 5);
      const shared = { ...adamw, learningRate: golden.learningRate, step: at + 1, gradientScale: clipFactor(norm, adamw.clipNorm) };
      updateDense(weights.weight, weight, moments.weight, shared);
      updateDense(weights.bias, bias, moments.bias, { ...shared, weightDecay: 0 });
      golden.weight.data.forEach((expected, i) => expect(weights.weight[i]).toBeCloseTo(expected, 5));
      golden.bias.data.forEach((expected, i) => expect(weights.bias[i]).toBeCloseTo(expected, 5));
    });
    expect(adamw.steps.some(({ norm }) => norm > 1) && adamw.steps.some(({ norm }) => norm < 1)).toBe(true);
  });

  test("rows: named rows move as the dense update would, the others stay as they are", () => {
    const update = { ...adamw, learningRate: 0.01, step: 1, gradientScale: 1 };
    const table = Float32Array.from({ length: 8 }, (_, at) => at / 8);
    const dense = table.slice();
    updateDense(dense, Float32Array.of(0, 0, 5, 6, 0, 0, 1, 2), createMoments(8), update);
    updateRows(table, { rows: Int32Array.of(3, 1), gradient: Float32Array.of(1, 2, 5, 6) }, createMoments(8), { ...update, width: 2 });
    expect([...table.subarray(2, 4), ...table.subarray(6, 8)]).toEqual([...dense.subarray(2, 4), ...dense.subarray(6, 8)]);
    expect([...table.subarray(0, 2), ...table.subarray(4, 6)]).toEqual([0, 1 / 8, 4 / 8, 5 / 8]);
  });

  test("clipping leaves small gradients alone, and is off at 0", () => {
    expect([clipFactor(0.5, 1), clipFactor(4, 1), clipFactor(4, 0)]).toEqual([1, 0.25, 1]);
  });
});

describe("row gradients", () => {
  test("add up per row, without padding, and start afresh after clear", () => {
    const rows = createRowGradients(5000, 2);
    rows.add(Int32Array.of(7, 3, 7, 9), Float32Array.of(1, 2, 10, 20, 100, 200, 5, 5), [1, 1, 1, 0]);
    expect([...rows.collect().rows]).toEqual([7, 3]);
    expect([...rows.collect().gradient]).toEqual([101, 202, 10, 20]);
    rows.clear();
    rows.add(Int32Array.of(3), Float32Array.of(1, 1), [1]);
    expect([[...rows.collect().rows], [...rows.collect().gradient]]).toEqual([[3], [1, 1]]);
  });

  test("grows beyond its first thousand rows and keeps what it has", () => {
    const rows = createRowGradients(5000, 1);
    const ids = Int32Array.from({ length: 3000 }, (_, at) => at);
    rows.add(ids, Float32Array.from(ids), new Uint8Array(3000).fill(1));
    expect(rows.collect().gradient.every((value, at) => value === at)).toBe(true);
    expect(rows.collect().rows).toHaveLength(3000);
  });
});
