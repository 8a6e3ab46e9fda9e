/** @file Limits in force are counted, those that limit nothing are not. */
import { expect, test } from "vitest";
import { limitsSet } from "./limits-set";

const CHANNEL = { id: "a", name: "A", unitCost: 1, effect: 1 };
const PROBLEM = { goal: "most" as const, currency: "EUR", channels: [CHANNEL], roles: [{ id: "r", name: "R", hires: 1 }], budgets: [1, 2], whole: true };

test("counts what limits", () => {
  expect(limitsSet(PROBLEM)).toBe(0);
  expect(limitsSet({ ...PROBLEM, carryOver: true, largestGroupShare: 1, channels: [{ ...CHANNEL, group: "online", smallestShare: 0 }] })).toBe(0);
  expect(limitsSet({ ...PROBLEM, carryOver: false, largestGroupShare: 0, channels: [{ ...CHANNEL, smallestShare: 0.1 }, { ...CHANNEL, smallestShare: 0.2 }] })).toBe(4);
  expect(limitsSet({ ...PROBLEM, carryOver: false, budgets: [1] })).toBe(0);
});
