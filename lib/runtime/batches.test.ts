/**
 * @file Batch plans: complete, within limits, by length.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { planBatches, type BatchLimits } from "./batches";

const limits: BatchLimits = { maxTokens: 64, maxRows: 4, widthStep: 8, windowTokens: 50 };

it("puts texts of like length together and keeps the order of equal ones", () => {
  expect(planBatches([30, 3, 9, 4, 31], limits)).toEqual([
    { items: [1, 3, 2], width: 16 },
    { items: [0, 4], width: 32 },
  ]);
});

it("never pads past the window, and gives a text that passes the token limit its own batch", () => {
  expect(planBatches([50, 50], { ...limits, maxTokens: 40 })).toEqual([
    { items: [0], width: 50 },
    { items: [1], width: 50 },
  ]);
  expect(planBatches([], limits)).toEqual([]);
});

it("holds every text once, wide enough, within the limits", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 80 }), (lengths) => {
      const batches = planBatches(lengths, limits);
      expect(batches.flatMap((batch) => [...batch.items]).sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
      for (const { items, width } of batches) {
        const longest = Math.max(...items.map((item) => lengths[item] ?? 0));
        expect(width).toBeGreaterThanOrEqual(longest);
        expect(width - longest).toBeLessThan(limits.widthStep);
        expect(items.length).toBeLessThanOrEqual(limits.maxRows);
        expect(items.length === 1 || items.length * width <= limits.maxTokens).toBe(true);
      }
    }),
    { seed: 4 },
  );
});
