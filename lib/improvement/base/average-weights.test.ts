/** @file Averages of weights: by share, whatever the shares add up to; other shapes and shares of nothing are refused. */
import { expect, it } from "vitest";
import type { NamedTensors } from "../../engine/named-tensors";
import { averageWeights } from "./average-weights";

const weights = (...values: number[]): NamedTensors => new Map([["w", { dims: [values.length], data: Float32Array.from(values) }]]);

it("weighs by share", () => {
  const mean = averageWeights([{ name: "a", parameters: weights(0, 4), share: 3 }, { name: "b", parameters: weights(8, 0), share: 1 }]);
  expect([...(mean.get("w")?.data ?? [])]).toEqual([2, 3]);
  expect(mean.get("w")?.dims).toEqual([2]);
});

it("refuses what cannot be averaged and says which", () => {
  expect(() => averageWeights([])).toThrowError(/at least one/);
  expect(() => averageWeights([{ name: "a", parameters: weights(1), share: 0 }])).toThrowError(/above 0/);
  expect(() => averageWeights([{ name: "a", parameters: weights(1), share: 1 }, { name: "b", parameters: weights(1, 2), share: 1 }])).toThrowError(/b is not of the same shape as a/);
});
