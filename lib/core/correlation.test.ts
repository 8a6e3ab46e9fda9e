/** @file Pearson's correlation on cases worked by hand. */
import { expect, test } from "vitest";
import { correlation } from "./correlation";

test("along, against, in between, and with nothing to compare", () => {
  expect(correlation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], Float64Array.of(3, 2, 1))).toBeCloseTo(-1, 12);
  // Deviations (−1.5 −.5 .5 1.5) and (−1 1 −1 1): 2 ÷ √(5 · 4).
  expect(correlation([1, 2, 3, 4], [1, 3, 1, 3])).toBeCloseTo(2 / Math.sqrt(20), 12);
  expect([correlation([1, 1], [1, 2]), correlation([], [])]).toEqual([0, 0]);
});
