/** @file Intervals: as wide as folds demand, and never beyond what the figure can be. */
import { describe, expect, test } from "vitest";
import { binaryFigures } from "./cross-validate";
import { ANY, foldInterval, LOSS, meanInterval, SHARE, UP_TO_ONE } from "./interval";

describe("range of a figure", () => {
  const nearlyRight = [1, 1, 0.9, 1, 1];
  const nearlyNone = [0, 0, 0.1, 0, 0];

  test("the plain interval would say that 102 % are right, and that an error is below nothing: both are cut there", () => {
    expect(foldInterval(nearlyRight, 5, ANY).high).toBeGreaterThan(1.01);
    expect(foldInterval(nearlyRight, 5, SHARE)).toEqual({ ...foldInterval(nearlyRight, 5, ANY), high: 1 });
    expect(foldInterval(nearlyNone, 5, ANY).low).toBeLessThan(-0.01);
    expect(foldInterval(nearlyNone, 5, LOSS)).toEqual({ ...foldInterval(nearlyNone, 5, ANY), low: 0 });
    expect(meanInterval(nearlyRight, SHARE).high).toBe(1);
    expect(meanInterval(nearlyNone, LOSS).low).toBe(0);
  });

  test("what has no end on a side keeps it: large losses, R² and importance below 0", () => {
    expect(foldInterval([3, 9, 4], 3, LOSS).high).toBeGreaterThan(9);
    expect(foldInterval([0.1, -0.9, 0.2], 3, UP_TO_ONE).low).toBeLessThan(-1);
    expect(foldInterval([0.99, 0.9, 1], 3, UP_TO_ONE).high).toBe(1);
    expect(foldInterval([-0.01, 0.02, 0], 3, ANY).low).toBeLessThan(-0.01);
  });
});

test("figures of a nearly perfect model of leaving stay where they can be", () => {
  const outcomes = Array.from({ length: 60 }, (_, row) => row % 2);
  const found = Array.from({ length: 4 }, (_, fold) => {
    const rows = outcomes.flatMap((_, row) => (row % 4 === fold || row % 4 === (fold + 1) % 4 ? [row] : []));
    // One fold gets one row wrong.
    return { repeat: 0, split: { train: [], test: rows }, predictions: rows.map((row, at) => (fold === 0 && at === 0 ? 0.9 : outcomes[row] === 1 ? 0.999 : 0.001)) };
  });
  const { metrics } = binaryFigures(found, outcomes, { folds: 4, method: "none" });
  expect(metrics["auc"]?.high).toBe(1);
  expect(metrics["ap"]?.high).toBe(1);
  expect(metrics["brier"]?.low).toBe(0);
  expect(metrics["logLoss"]?.low).toBe(0);
});
