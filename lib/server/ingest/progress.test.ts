import { expect, test } from "vitest";
import { withEta } from "./progress";

test("no estimate before a twentieth of a counted stage is done", () => {
  expect(withEta({ stage: "embed", done: 4, total: 100, stageStartedAt: 0 }, 1000).etaSeconds).toBeNull();
  expect(withEta({ stage: "extract", done: 3, total: null, stageStartedAt: 0 }, 1000).etaSeconds).toBeNull();
});

test("the estimate is the rest of this stage at its rate, plus the later stages' share", () => {
  // Half of embedding took 6.5 s: 6.5 s remain of it, and index takes 0.05/0.65 of the whole 13 s.
  const progress = withEta({ stage: "embed", done: 50, total: 100, stageStartedAt: 0 }, 6500);
  expect(progress.etaSeconds).toBeCloseTo(7.5, 1);
});

test("the estimate falls as work is done at a steady rate", () => {
  const estimates = [10, 30, 60, 90].map((done) => withEta({ stage: "embed", done, total: 100, stageStartedAt: 0 }, done * 100).etaSeconds ?? NaN);
  expect(estimates).toEqual([...estimates].sort((a, b) => b - a));
  expect(new Set(estimates).size).toBe(4);
});
