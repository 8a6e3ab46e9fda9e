/** @file What is typed into the form of the channel budget, as the problem that is sent. */
import { expect, test } from "vitest";
import { channelProblem } from "@/lib/contracts/insights-channels";
import { hasRanges, withEffect, withoutRole, withRoleEffect } from "./change-effects";

const range = { low: 0.2, high: 0.8 };
const CHANNEL = { id: "fair", name: "Fair", unitCost: 100, effect: 0.5, effectRange: range, byRole: { fitter: { effect: 0.9, range }, engineer: { effect: 0.1 } } };
const PROBLEM = { goal: "cheapest" as const, currency: "EUR", channels: [CHANNEL], roles: [{ id: "fitter", name: "Fitter", hires: 1 }, { id: "engineer", name: "Engineer", hires: 1 }], budgets: [1000], whole: true };

test("a typed figure replaces the learned one and its interval; an emptied cell leaves the channel's own", () => {
  expect(withRoleEffect(CHANNEL, "fitter", 0.7).byRole).toEqual({ engineer: { effect: 0.1 }, fitter: { effect: 0.7 } });
  expect(withRoleEffect(CHANNEL, "fitter", 0).byRole?.["fitter"]).toEqual({ effect: 0 });
  const emptied = withRoleEffect(withRoleEffect(CHANNEL, "fitter", undefined), "engineer", undefined);
  expect(emptied.byRole).toBeUndefined();
  expect(withEffect(CHANNEL, 2)).toMatchObject({ effect: 2, effectRange: undefined, byRole: CHANNEL.byRole });
});

test("a role that goes takes its figures along, and the problem is still one that can be sent", () => {
  const left = withoutRole(PROBLEM, "fitter");
  expect([left.roles.map(({ id }) => id), left.channels[0]?.byRole]).toEqual([["engineer"], { engineer: { effect: 0.1 } }]);
  expect(channelProblem.safeParse(withoutRole(left, "engineer")).success).toBe(false);
  expect(channelProblem.safeParse(left).success).toBe(true);
});

test("low ends are there when a channel or one of its roles has an interval", () => {
  const plain = { ...CHANNEL, effectRange: undefined };
  expect([PROBLEM, { ...PROBLEM, channels: [plain] }, { ...PROBLEM, channels: [withRoleEffect(plain, "fitter", 1)] }].map(hasRanges)).toEqual([true, true, false]);
});
