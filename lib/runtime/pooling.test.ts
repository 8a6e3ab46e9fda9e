/**
 * @file Pooling by hand: two rows of three tokens, two numbers each; the third token of the first row is padding.
 */
import { expect, it } from "vitest";
import { poolStates } from "./pooling";

const states = Float32Array.from([3, 0, 0, 4, 99, 99, 1, 0, 1, 0, -2, 0]);

it("points where the mean of a row's own tokens points", () => {
  const [first, second] = poolStates(states, [2, 2], { width: 3, hidden: 2, pooling: "mean" });
  expect([...(first ?? [])].map((value) => Number(value.toFixed(6)))).toEqual([0.6, 0.8]);
  expect([...(second ?? [])]).toEqual([1, 0]);
});

it("takes the first token for cls", () => {
  const [first, second] = poolStates(states, [2, 3], { width: 3, hidden: 2, pooling: "cls" });
  expect([...(first ?? [])]).toEqual([1, 0]);
  expect([...(second ?? [])]).toEqual([1, 0]);
});

it("leaves a state without direction at zero instead of NaN", () => {
  const [only] = poolStates(new Float32Array(4), [2], { width: 2, hidden: 2, pooling: "mean" });
  expect([...(only ?? [])]).toEqual([0, 0]);
});
