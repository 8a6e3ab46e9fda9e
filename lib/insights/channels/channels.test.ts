/** @file Channel plans: against an independent solver, the textbook case, duals checked by solving again, nothing possible explained. */
import { beforeAll, describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { loadSolver } from "../../growth/solver/highs";
import type { Solver } from "../../growth/solver/linear-model";
import { effectsByRole, learnEffects } from "./learn-effects";
import { planChannels, sensitivityOf } from "./plan-channels";
import { TEXTBOOK } from "./textbook";
import type { ChannelPlan, ChannelProblem } from "./types";
import { bestCorner, type TinyProgramme } from "./vertex-solver.fixture";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const planned = (plan: ChannelPlan): Extract<ChannelPlan, { kind: "planned" }> => {
  if (plan.kind !== "planned") throw new Error(`expected a plan, found ${JSON.stringify(plan)}`);
  return plan;
};

/** A random problem of one role and one period, and the same as plain rows for the other solver. */
function randomCase(seed: number): { problem: ChannelProblem; tiny: TinyProgramme } {
  const random = createRng(seed);
  const n = 2 + Math.floor(random() * 2);
  const goal = random() < 0.5 ? "cheapest" : "most";
  const channels = Array.from({ length: n }, (_, at) => ({
    id: `c${at}`,
    name: `C${at}`,
    unitCost: 100 + Math.round(random() * 2000),
    effect: Math.round((0.1 + random()) * 100) / 100,
    capacity: 5 + Math.round(random() * 40),
    floor: random() < 0.3 ? Math.round(random() * 4) : 0,
    ...(random() < 0.4 ? { largestShare: 0.4 + random() * 0.5 } : {}),
  }));
  const [hires, budget] = [Math.round(random() * 25), 2000 + Math.round(random() * 60_000)];
  const problem: ChannelProblem = { goal, currency: "EUR", channels, roles: [{ id: "r", name: "R", hires }], budgets: [budget], whole: false };
  const unit = (at: number, value: number): number[] => channels.map((_, k) => (k === at ? value : 0));
  const rows = [
    { coefficients: channels.map((one) => one.unitCost), bound: budget },
    ...channels.map((one, at) => ({ coefficients: unit(at, 1), bound: one.capacity })),
    ...channels.map((one, at) => ({ coefficients: unit(at, -1), bound: -one.floor })),
    ...(hires > 0 ? [{ coefficients: channels.map((one) => -one.effect), bound: -hires }] : []),
    ...channels.flatMap((one, at) => ("largestShare" in one && one.largestShare !== undefined ? [{ coefficients: channels.map((other, k) => (k === at ? other.effect : 0) - (one.largestShare ?? 1) * other.effect), bound: 0 }] : [])),
  ];
  return { problem, tiny: { cost: channels.map((one) => (goal === "cheapest" ? -one.unitCost : one.effect)), rows } };
}

test("200 random problems: the same optimum as an independent solver, or infeasible for both", () => {
  let feasible = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { problem, tiny } = randomCase(seed);
    const [plan, corner] = [planChannels(problem, solver), bestCorner(tiny)];
    if (corner === null) {
      expect(plan.kind, `seed ${seed}`).toBe("infeasible");
      continue;
    }
    feasible++;
    const ours = planned(plan);
    expect(problem.goal === "cheapest" ? -ours.cost : ours.hires, `seed ${seed}`).toBeCloseTo(corner, 4);
  }
  expect(feasible).toBeGreaterThan(80);
  expect(feasible).toBeLessThan(195);
});

describe("the textbook case", () => {
  test("50 hires come from the channel with the cheapest hire, not with the strongest unit", () => {
    const plan = planned(planChannels(TEXTBOOK, solver));
    expect(plan.rows).toEqual([{ channel: "social", role: "any", period: 0, units: 100, cost: 100_000, hires: 50 }]);
    const said = plan.reasons.map(({ en }) => en).join(" ");
    expect(said).toContain("CNY 2,000 (CNY 1,000 ÷ 0.5)");
    expect(said).toContain('"School first, it brings the most" is wrong here');
    expect(said).toContain("25 % more");
    expect(said).toContain("CNY 125,000");
    expect(plan.reasons.every(({ zh }) => /[\u4e00-\u9fff]/.test(zh))).toBe(true);
  });

  test("most hires for the million: 500, and 1,000 more buys half a hire (dual), one unit of whole ones", () => {
    const most: ChannelProblem = { ...TEXTBOOK, goal: "most", whole: false };
    const plan = planned(planChannels(most, solver));
    expect(plan.hires).toBeCloseTo(500, 6);
    expect(plan.prices).toMatchObject([{ kind: "budget", step: 1000, method: "dual" }]);
    expect(plan.prices[0]?.worth).toBeCloseTo(0.0005, 9);
    expect(plan.prices[0]?.words.en).toBe("The budget of CNY 1,000,000: CNY 1,000 more buys 0.5 hires.");
    expect(planned(planChannels({ ...most, whole: true }, solver)).prices[0]).toMatchObject({ method: "re-solved", worth: 0.0005 });
  });
});

test("duals are what solving again with one more unit shows", () => {
  for (let seed = 300; seed < 330; seed++) {
    const { problem } = randomCase(seed);
    const plan = planChannels(problem, solver);
    if (plan.kind !== "planned") continue;
    const budget = plan.prices.find(({ kind }) => kind === "budget");
    const small = 0.01;
    const again = planChannels({ ...problem, budgets: [(problem.budgets[0] ?? 0) + small] }, solver);
    const [before, after] = problem.goal === "cheapest" ? [plan.cost, planned(again).cost] : [plan.hires, planned(again).hires];
    expect((after - before) / small, `seed ${seed}`).toBeCloseTo(budget?.worth ?? 0, 4);
  }
});

describe("several roles and periods", () => {
  const problem: ChannelProblem = {
    goal: "cheapest",
    currency: "EUR",
    channels: [
      { id: "fair", name: "Fair", unitCost: 3000, effect: 0.5, byRole: { fitter: { effect: 2 } }, capacity: 3, group: "events" },
      { id: "board", name: "Board", unitCost: 400, effect: 0.2, byRole: { fitter: { effect: 0.1 } }, group: "online", largestShare: 0.6 },
      { id: "referral", name: "Referrals", unitCost: 1000, effect: 0.4, capacity: 4, group: "people" },
    ],
    roles: [{ id: "fitter", name: "Fitter", hires: 8 }, { id: "engineer", name: "Engineer", hires: 3 }],
    budgets: [12_000, 8_000],
    whole: true,
    largestGroupShare: 0.8,
  };

  test("holds every limit", () => {
    const plan = planned(planChannels(problem, solver));
    const of = (pick: (row: (typeof plan.rows)[number]) => boolean): { units: number; hires: number } => ({ units: plan.rows.filter(pick).reduce((sum, row) => sum + row.units, 0), hires: plan.rows.filter(pick).reduce((sum, row) => sum + row.hires, 0) });
    expect(of((row) => row.role === "fitter").hires).toBeGreaterThanOrEqual(8 - 1e-6);
    expect(of((row) => row.role === "engineer").hires).toBeGreaterThanOrEqual(3 - 1e-6);
    expect(plan.spentByPeriod[0]).toBeLessThanOrEqual(12_000);
    expect(plan.cost).toBeLessThanOrEqual(20_000);
    for (const period of [0, 1]) expect(of((row) => row.channel === "fair" && row.period === period).units).toBeLessThanOrEqual(3);
    expect(of((row) => row.channel === "fair").hires).toBeLessThanOrEqual(0.8 * plan.hires + 1e-6);
    expect(plan.rows.every(({ units }) => Math.abs(units - Math.round(units)) < 1e-6)).toBe(true);
  });

  test("too small a budget is told with what it would take, and what is possible", () => {
    const plan = planChannels({ ...problem, budgets: [4000, 1000] }, solver);
    if (plan.kind !== "infeasible") throw new Error("expected no plan");
    expect(plan.conflicts.length).toBeGreaterThan(0);
    expect(plan.least).toBeGreaterThan(5000);
    expect(plan.mostHires).toBeGreaterThan(1);
    expect(plan.mostHires).toBeLessThan(11);
  });

  test("a role that no channel serves, hires without end, and impossible figures", () => {
    const none = { welder: { effect: 0 } };
    const idle = planChannels({ ...problem, channels: problem.channels.map((channel) => ({ ...channel, byRole: { ...channel.byRole, ...none } })), roles: [...problem.roles, { id: "welder", name: "Welder", hires: 2 }] }, solver);
    expect(idle.kind === "infeasible" && idle.conflicts[0]?.en).toContain("No channel brings anybody for Welder");
    const endless = planChannels({ ...TEXTBOOK, goal: "most", channels: [{ id: "gate", name: "Gate sign", unitCost: 0, effect: 0.1 }] }, solver);
    expect(endless.kind === "unbounded" && endless.why.en).toContain("Gate sign");
    expect(() => planChannels({ ...TEXTBOOK, channels: [{ id: "x", name: "X", unitCost: -1, effect: 1, capacity: 1, floor: 2 }] }, solver)).toThrow(/cost per unit.*fewest units \(2\) exceed/s);
  });

  test("more money never buys fewer hires", () => {
    const points = sensitivityOf({ ...problem, goal: "most", whole: false, roles: problem.roles.map((role) => ({ ...role, hires: 0 })) }, solver);
    const hires = points.map((point) => point.hires ?? 0);
    expect(hires).toEqual([...hires].sort((a, b) => a - b));
    expect(hires[0]).toBeLessThan(hires.at(-1) ?? 0);
  });
});

test("effects are learned from purchases, with wider intervals for rarer channels; the robust plan spends more", () => {
  const history = [
    ...Array.from({ length: 20 }, () => ({ channel: "board", role: "any", units: 10, cost: 4000, hires: 2 })),
    { channel: "fair", role: "any", units: 2, cost: 6000, hires: 3 },
  ];
  const effects = learnEffects(history);
  const [board, fair] = [effects.find(({ channel }) => channel === "board"), effects.find(({ channel }) => channel === "fair")];
  expect(board?.effect.mean).toBeCloseTo(0.2, 1);
  expect(board?.effect.low).toBeGreaterThan(0.13);
  expect(fair?.effect.mean).toBeLessThan(1.5);
  expect((fair?.effect.high ?? 0) / (fair?.effect.low ?? 1)).toBeGreaterThan(2 * ((board?.effect.high ?? 0) / (board?.effect.low ?? 1)));
  const roles = [{ id: "any", name: "Any", hires: 10 }];
  const channels = effects.map(({ channel, unitCost, effect }) => ({ id: channel, name: channel, unitCost, effect: effect.mean, effectRange: effect }));
  const problem: ChannelProblem = { goal: "cheapest", currency: "EUR", channels, roles, budgets: [1e6], whole: false };
  expect(planned(planChannels({ ...problem, robust: true }, solver)).cost).toBeGreaterThan(planned(planChannels(problem, solver)).cost * 1.1);
});

describe("effects by role", () => {
  const of = (channel: string, role: string, hires: number) => Array.from({ length: 10 }, () => ({ channel, role, units: 4, cost: 4000, hires }));
  /** Fairs find fitters, boards find engineers; of welders a single board was tried, and one purchase names nobody. */
  const history = [...of("Fair", "Fitter", 4), ...of("Fair", "Engineer", 1), ...of("Board", "Fitter", 1), ...of("Board", "Engineer", 4), { channel: "Board", role: "Welder", units: 1, cost: 400, hires: 0 }, { channel: "Board", role: "all", units: 40, cost: 40_000, hires: 20 }];
  const effects = learnEffects(history);
  const learned = effects.flatMap(({ role, ...whole }) => (role === null ? [{ ...whole, byRole: effectsByRole(effects, whole.channel) }] : []));

  test("a role is told apart only where a channel was bought often enough for it", () => {
    expect(learned.map(({ channel, byRole }) => [channel, byRole.map(({ role }) => role)])).toEqual([["Fair", ["Fitter", "Engineer"]], ["Board", ["Fitter", "Engineer"]]]);
    const [fitter, engineer] = learned[0]?.byRole ?? [];
    expect(fitter?.effect.low).toBeGreaterThan(engineer?.effect.high ?? Infinity);
  });

  test("the robust plan counts with a role's own low end, and in proportion where a role has none", () => {
    const channels = [{ id: "fair", name: "Fair", unitCost: 100, effect: 1, effectRange: { low: 0.5, high: 2 }, byRole: { fitter: { effect: 2, range: { low: 1.6, high: 2.2 } }, engineer: { effect: 0.4 } } }];
    const costFor = (id: string, robust: boolean): number => planned(planChannels({ goal: "cheapest", currency: "EUR", channels, roles: [{ id, name: id, hires: 8 }], budgets: [1e6], whole: false, robust }, solver)).cost;
    expect(["fitter", "engineer", "baker"].map((id) => costFor(id, false))).toEqual([400, 2000, 800]);
    expect(["fitter", "engineer", "baker"].map((id) => costFor(id, true))).toEqual([500, 4000, 1600]);
  });
});
