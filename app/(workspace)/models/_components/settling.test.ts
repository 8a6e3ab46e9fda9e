/** @file The number that would settle a comparison is said whatever the verdict. */
import { expect, test } from "vitest";
import { settling } from "./settling";
import { MODELS } from "./words";

const result = { n: 40, mean: 0.05, low: -0.02, high: 0.12, p: 0.2, isExact: true, effectSize: 0.2, smallestDetectable: 0.1, neededN: 160 };
const said = (change: Partial<Omit<typeof result, "neededN"> & { neededN: number | null }>) => settling({ ...result, ...change }, MODELS.en);

test("none, unsure, sure, nothing gained, nothing differs", () => {
  expect(said({ n: 0, smallestDetectable: 0 })).toBe("It takes at least 20 test questions of your own.");
  expect(said({})).toBe("About 160 test questions would settle it; there are 40.");
  expect(said({ mean: -0.05 })).toBe("About 160 test questions would settle it; there are 40.");
  expect(said({ neededN: 3, n: 10, p: 0.01 })).toBe("About 20 test questions would settle it; there are 10.");
  expect(said({ p: 0.001 })).toBe("40 test questions were enough to settle it.");
  expect(said({ mean: 0, neededN: null })).toBe("About 1,000 test questions would show a gain of two points.");
  expect(said({ mean: 0, neededN: null, smallestDetectable: 0, p: 1 })).toMatch(/^Not one of 40 test questions changed/);
});
