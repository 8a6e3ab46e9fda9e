/** @file Diversity of sources and budgets that do not carry over: limits held, and what cannot hold together told in both languages. */
import { beforeAll, describe, expect, test } from "vitest";
import { loadSolver } from "../../growth/solver/highs";
import type { Solver } from "../../growth/solver/linear-model";
import { planChannels } from "./plan-channels";
import { shareClashes } from "./share-clashes";
import type { Channel, ChannelPlan, ChannelProblem } from "./types";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Two cheap boards of one kind, a dearer fair, dearest referrals. */
const PROBLEM: ChannelProblem = {
  goal: "cheapest",
  currency: "EUR",
  channels: [
    { id: "a", name: "Board A", unitCost: 100, effect: 0.5, group: "online" },
    { id: "b", name: "Board B", unitCost: 110, effect: 0.5, group: "online" },
    { id: "fair", name: "Fair", unitCost: 300, effect: 0.5, group: "events" },
    { id: "referral", name: "Referrals", unitCost: 500, effect: 0.5 },
  ],
  roles: [{ id: "r", name: "Clerk", hires: 10 }],
  budgets: [1e5],
  whole: false,
};
const withChannel = (id: string, part: Partial<Channel>, problem = PROBLEM): ChannelProblem => ({ ...problem, channels: problem.channels.map((channel) => (channel.id === id ? { ...channel, ...part } : channel)) });

function sharesOf(plan: ChannelPlan): Record<string, number> {
  if (plan.kind !== "planned") throw new Error(JSON.stringify(plan));
  return Object.fromEntries(PROBLEM.channels.map(({ id }) => [id, Math.round((100 * plan.rows.filter(({ channel }) => channel === id).reduce((sum, { hires }) => sum + hires, 0)) / plan.hires)]));
}

test("a group's largest share sends the rest to the next kind, a smallest share is bought although it is dear", () => {
  expect(sharesOf(planChannels(PROBLEM, solver))).toEqual({ a: 100, b: 0, fair: 0, referral: 0 });
  expect(sharesOf(planChannels({ ...PROBLEM, largestGroupShare: 0.6 }, solver))).toEqual({ a: 60, b: 0, fair: 40, referral: 0 });
  expect(sharesOf(planChannels({ ...withChannel("referral", { smallestShare: 0.1 }), largestGroupShare: 0.6 }, solver))).toEqual({ a: 60, b: 0, fair: 30, referral: 10 });
});

test("money left over is there for the next period only where it carries over", () => {
  const two: ChannelProblem = { ...PROBLEM, goal: "most", budgets: [1000, 200], channels: [{ id: "a", name: "Board A", unitCost: 100, effect: 0.5, capacity: 6 }], roles: [{ id: "r", name: "Clerk", hires: 0 }] };
  const hires = (carryOver: boolean): number => {
    const plan = planChannels({ ...two, carryOver }, solver);
    return plan.kind === "planned" ? plan.hires : NaN;
  };
  expect(hires(true)).toBeCloseTo(6, 6);
  expect(hires(false)).toBeCloseTo(4, 6);
  const apart = planChannels({ ...two, carryOver: false }, solver);
  expect(apart.kind === "planned" && apart.prices.map(({ limit }) => limit)).toContain("The budget of EUR 200 in period 2");
  const short = planChannels({ ...two, goal: "cheapest", carryOver: false, roles: [{ id: "r", name: "Clerk", hires: 5 }] }, solver);
  expect(short.kind === "infeasible" && short.conflicts.length).toBeGreaterThan(0);
});

describe("shares that cannot hold together", () => {
  const cases: [string, ChannelProblem, RegExp, RegExp][] = [
    ["a smallest above the largest", withChannel("fair", { smallestShare: 0.5, largestShare: 0.3 }), /Fair: the smallest share \(50 %\) exceeds the largest \(30 %\)/, /最小比例（50%）超过/],
    ["smallest shares above everything", withChannel("fair", { smallestShare: 0.7 }, withChannel("referral", { smallestShare: 0.405 })), /add up to 110.5 %/, /合计 110.5%/],
    ["a group that must bring more than it may", { ...withChannel("a", { smallestShare: 0.3 }, withChannel("b", { smallestShare: 0.3 })), largestGroupShare: 0.5 }, /The group online: .* 60 %, more than the 50 %/, /“online”类渠道的最小比例合计 60%/],
    ["largest shares that leave hires without a source", { ...PROBLEM, channels: PROBLEM.channels.map((channel) => ({ ...channel, largestShare: 0.2 })) }, /together may bring only 80 %/, /最多只能带来 80%/],
    ["groups that leave hires without a source", { ...withChannel("referral", { largestShare: 0.1 }), largestGroupShare: 0.4 }, /together may bring only 90 %/, /最多只能带来 90%/],
    ["a share of a channel that brings nobody", withChannel("fair", { effect: 0, smallestShare: 0.1 }), /Fair is to bring at least 10 %/, /每单位录用人数为 0/],
  ];
  test.each(cases)("%s is told, for either goal", (_name, problem, en, zh) => {
    for (const goal of ["cheapest", "most"] as const) {
      const plan = planChannels({ ...problem, goal }, solver);
      if (plan.kind !== "infeasible") throw new Error(`expected none, found ${plan.kind}`);
      expect(plan.conflicts).toHaveLength(1);
      expect(plan.conflicts[0]?.en).toMatch(en);
      expect(plan.conflicts[0]?.zh).toMatch(zh);
    }
  });

  test("three thirds and shares that just fit are no clash", () => {
    const thirds = PROBLEM.channels.slice(0, 3).map((channel) => ({ ...channel, largestShare: 1 / 3, smallestShare: 1 / 3 }));
    expect(shareClashes({ ...PROBLEM, channels: thirds })).toEqual([]);
    expect(shareClashes({ ...withChannel("a", { smallestShare: 0.6 }), largestGroupShare: 0.6 })).toEqual([]);
  });

  test("a share that other limits make impossible is told in hires", () => {
    const promised: ChannelProblem = { ...PROBLEM, goal: "most", roles: [{ id: "r", name: "Clerk", hires: 0 }], channels: [{ id: "fair", name: "Fair", unitCost: 1, effect: 0.4, floor: 1, capacity: 1, largestShare: 0.5 }, { id: "a", name: "Board A", unitCost: 1, effect: 0.2, capacity: 1 }] };
    const plan = planChannels(promised, solver);
    expect(plan.kind === "infeasible" && plan.conflicts).toEqual([{ en: "The largest share of Fair (50 %) cannot hold together with the rest; it would be exceeded by 0.1 hires.", zh: "“Fair”的最大占比（50%）与其他条件不能同时满足，将超出 0.1 名录用。" }]);
  });
});

test("a free channel whose group is limited is not endless", () => {
  const free = withChannel("a", { unitCost: 0 }, { ...PROBLEM, goal: "most", largestGroupShare: 0.5 });
  expect(planChannels(free, solver).kind).toBe("planned");
});
