/** @file Learned effects taken into a problem: by role where names agree, over all elsewhere, and still a problem that can be sent. */
import { expect, test } from "vitest";
import { channelProblem } from "@/lib/contracts/insights-channels";
import { takeEffects, takeRoles } from "./take-effects";

const interval = (mean: number) => ({ mean, low: mean / 2, high: 2 * mean });
const own = (role: string, mean: number, hires: number) => ({ role, units: 40, hires, effect: interval(mean), unitCost: 1000 });
const LEARNED = [
  { channel: "Fair", units: 80, hires: 50, effect: interval(0.62549), unitCost: 999.6, byRole: [own("Fitter", 0.9, 40), own("Engineer", 0.2, 10)] },
  { channel: "Board", units: 80, hires: 45, effect: interval(0.5), unitCost: 400, byRole: [own("Engineer", 0.8, 44.6)] },
];

test("roles of the same name, whatever its case, get their own figures with their intervals; other roles keep the overall one", () => {
  const [fair, board] = takeEffects(LEARNED, [{ id: "r1", name: " fitter ", hires: 3 }, { id: "r2", name: "Baker", hires: 3 }]);
  expect(fair).toEqual({ id: "Fair", name: "Fair", unitCost: 1000, effect: 0.625, effectRange: { low: 0.62549 / 2, high: 2 * 0.62549 }, byRole: { r1: { effect: 0.9, range: { low: 0.45, high: 1.8 } } } });
  expect(board).not.toHaveProperty("byRole");
});

test("the roles of the history want as many hires as were brought, at most as many roles as a problem may have", () => {
  const roles = takeRoles(LEARNED);
  expect(roles).toEqual([{ id: "Engineer", name: "Engineer", hires: 55 }, { id: "Fitter", name: "Fitter", hires: 40 }]);
  expect(channelProblem.safeParse({ goal: "cheapest", currency: "EUR", channels: takeEffects(LEARNED, roles), roles, budgets: [1], whole: true }).success).toBe(true);
  expect(takeRoles(Array.from({ length: 30 }, (_, at) => ({ ...LEARNED[0], channel: `c${at}`, units: 1, hires: 1, effect: interval(1), unitCost: 1, byRole: [own(`role ${at}`, 1, 1)] })))).toHaveLength(20);
});

test("the diversity asked of a channel stays with its name, its capacity does not", () => {
  const [fair, board] = takeEffects(LEARNED, [], [{ id: "x", name: "fair", unitCost: 5, effect: 9, capacity: 3, floor: 1, group: "events", smallestShare: 0.1, largestShare: 0.4 }]);
  expect(fair).toMatchObject({ id: "Fair", effect: 0.625, group: "events", smallestShare: 0.1, largestShare: 0.4 });
  expect([fair?.capacity, fair?.floor, board?.group]).toEqual([undefined, undefined, undefined]);
});
