/**
 * @file planChannels: the cheapest mix for the hires wanted, or the most valuable one in the budget, with what each limit is
 * worth, why it looks like that, and, when there is none, which limits contradict each other.
 */
import type { Solution, Solver } from "../../growth/solver/linear-model";
import { buildChannelModel, effectOf, type ChannelModel, type Limit } from "./build-model";
import { checkProblem } from "./check-problem";
import { count, limitWords, money, priceWords, type Words } from "./plan-words";
import { reasonsOf } from "./reasons";
import { shareClashes } from "./share-clashes";
import type { ChannelPlan, ChannelProblem, ChannelRow, ChannelScenario, ShadowPrice } from "./types";

/** Of one solve. */
export const CHANNELS_LIMIT_MS = 5_000;
const SOLVING = { timeLimitMs: CHANNELS_LIMIT_MS, relativeGap: 1e-6 };
/** Less than this is the solver's rounding. */
const TINY = 1e-6;

/** Blocks for the time of solving. @throws AppError "insights/bad-problem" */
export function planChannels(problem: ChannelProblem, solver: Solver): ChannelPlan {
  checkProblem(problem);
  const clashes = shareClashes(problem);
  // What is possible "within these limits" would be the plan of no hires: nothing worth telling.
  if (clashes.length > 0) return { kind: "infeasible", conflicts: clashes, mostHires: null, least: null };
  const free = freeChannel(problem);
  if (free) return free;
  const built = buildChannelModel(problem);
  const solution = solver.solve(built.model, SOLVING);
  if (solution.status === "unbounded") return { kind: "unbounded", why: { en: "Nothing limits the plan: give a budget, a capacity, or costs above 0.", zh: "方案没有任何限制：请给出预算、容量上限或大于 0 的成本。" } };
  const idle = problem.roles.filter(({ id, hires }) => hires > 0 && problem.channels.every((channel) => effectOf(problem, channel, id) === 0));
  if (!("values" in solution) || idle.length > 0) return conflictsOf(problem, solver, idle.map(({ name }) => name));
  const rows = rowsOf(built, solution.values);
  const sum = (pick: (row: ChannelRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  return {
    kind: "planned",
    goal: problem.goal,
    rows,
    cost: sum(({ cost }) => cost),
    hires: sum(({ hires }) => hires),
    value: sum(({ hires, role }) => hires * (problem.roles.find(({ id }) => id === role)?.value ?? 1)),
    spentByPeriod: problem.budgets.map((_, period) => rows.filter((row) => row.period === period).reduce((total, { cost }) => total + cost, 0)),
    prices: problem.whole ? resolvedPrices(problem, solver, solution) : dualPrices(built, solution),
    reasons: reasonsOf(problem, rows),
    ms: solution.milliseconds,
  };
}

/** Something that brings hires for nothing, without end: "most" has no answer then. */
function freeChannel(problem: ChannelProblem): ChannelPlan | null {
  if (problem.goal === "cheapest") return null;
  const endless = problem.budgets.some((budget) => !Number.isFinite(budget));
  const { largestGroupShare = 1 } = problem;
  const free = problem.channels.filter((channel) => channel.capacity === undefined && (channel.unitCost === 0 || endless) && channel.largestShare === undefined && (channel.group === undefined || largestGroupShare === 1) && problem.roles.some(({ id }) => effectOf(problem, channel, id) > 0));
  if (free.length === 0) return null;
  const names = free.map(({ name }) => name).join(", ");
  return { kind: "unbounded", why: { en: `${names} would bring hires without end: no cost or no budget, and no capacity. Give a capacity, a cost per unit, or a budget.`, zh: `${names} 会带来无限多的录用：没有成本或预算，也没有容量上限。请填写容量、单位成本或预算。` } };
}

function rowsOf({ column, problem }: ChannelModel, values: Float64Array): ChannelRow[] {
  return problem.channels.flatMap((channel, c) =>
    problem.roles.flatMap((role, r) =>
      problem.budgets.flatMap((_, period): ChannelRow[] => {
        const units = values[column(c, r, period)] ?? 0;
        return units > TINY ? [{ channel: channel.id, role: role.id, period, units, cost: units * channel.unitCost, hires: units * effectOf(problem, channel, role.id) }] : [];
      }),
    ),
  );
}

/** Of the linear programme: the dual of every limit that binds, as a sentence. Worth is of the goal: money saved, or value gained. */
function dualPrices({ limits, problem }: ChannelModel, solution: Extract<Solution, { status: "optimal" | "feasible" }>): ShadowPrice[] {
  return limits.flatMap((limit, row) => {
    const dual = solution.rowDuals?.[row] ?? 0;
    if (Math.abs(dual) < TINY || limit.kind === "share" || limit.kind === "group-share") return [];
    // The programme maximises −cost when the goal is cheapest: the worth in money is the other way round.
    const worth = problem.goal === "cheapest" ? -dual : dual;
    const step = stepOf(limit);
    return [{ limit: limitWords(problem, limit).en, kind: limit.kind, worth, step, method: "dual" as const, validFrom: null, validTo: null, words: priceWords(problem, limit, { change: worth * step, step }) }];
  });
}

/** Natural step to speak of: 1,000 of money, one hire, one unit. */
const stepOf = ({ kind, bound }: Limit): number => (kind === "budget" ? (bound >= 10_000 ? 1000 : 100) : 1);

/** Of the integer programme: each limit that might bind is moved by its step and everything solved again. */
function resolvedPrices(problem: ChannelProblem, solver: Solver, solution: Extract<Solution, { status: "optimal" | "feasible" }>): ShadowPrice[] {
  const { limits } = buildChannelModel(problem);
  return limits.flatMap((limit): ShadowPrice[] => {
    if (limit.kind === "share" || limit.kind === "group-share") return [];
    const step = stepOf(limit);
    const moved = solver.solve(buildChannelModel(moveLimit(problem, limit, step)).model, SOLVING);
    if (moved.status !== "optimal" && moved.status !== "feasible") return [];
    const gain = moved.objective - solution.objective;
    const change = problem.goal === "cheapest" ? -gain : gain;
    return Math.abs(change) < TINY ? [] : [{ limit: limitWords(problem, limit).en, kind: limit.kind, worth: change / step, step, method: "re-solved", validFrom: null, validTo: null, words: priceWords(problem, limit, { change, step }) }];
  });
}

/** The problem with one limit moved; a limit of one period moves in that period. */
export function moveLimit(problem: ChannelProblem, limit: Limit, by: number): ChannelProblem {
  if (limit.kind === "budget") return { ...problem, budgets: problem.budgets.map((budget, at) => (at === limit.period ? Math.max(0, budget + by) : budget)) };
  if (limit.kind === "hires") return { ...problem, roles: problem.roles.map((role, at) => (at === limit.role ? { ...role, hires: Math.max(0, role.hires + by) } : role)) };
  const name = limit.kind === "capacity" ? "capacity" : "floor";
  return { ...problem, channels: problem.channels.map((channel, at) => (at === limit.channel ? { ...channel, [name]: Math.max(0, (channel[name] ?? 0) + by) } : channel)) };
}

/** The least that must give: every limit may be broken at a price; what is broken in the cheapest repair contradicts the rest. */
function conflictsOf(problem: ChannelProblem, solver: Solver, idle: readonly string[]): ChannelPlan {
  const elastic = buildChannelModel(problem, { elastic: true });
  const repaired = solver.solve(elastic.model, SOLVING);
  const found = idle.map((name) => ({ en: `No channel brings anybody for ${name}: give at least one channel an effect for this role.`, zh: `没有任何渠道能为“${name}”带来录用：请至少给一个渠道填写对该岗位的效果。` }));
  if (repaired.status === "optimal" || repaired.status === "feasible") {
    const base = problem.channels.length * problem.roles.length * problem.budgets.length;
    for (const [row, limit] of elastic.limits.entries()) {
      const broken = repaired.values[base + row] ?? 0;
      if (broken <= TINY) continue;
      const words = limitWords(problem, limit);
      if (limit.kind === "share" || limit.kind === "group-share") {
        found.push(missedShare(words, limit, broken));
        continue;
      }
      const amount = limit.kind === "budget" ? money(problem, broken) : { en: broken.toFixed(1), zh: broken.toFixed(1) };
      const way = limit.side === "most" ? { en: "more", zh: "多" } : { en: "less", zh: "少" };
      found.push({ en: `${words.en} cannot hold together with the rest; it would have to be ${amount.en} ${way.en}.`, zh: `${words.zh}与其他条件不能同时满足，需要${way.zh} ${amount.zh}。` });
    }
  }
  if (found.length === 0) found.push({ en: "With whole units no plan meets every limit; allow parts of units, or loosen a limit a little.", zh: "按整数单位没有满足全部条件的方案；请允许非整数单位，或稍微放宽一个条件。" });
  return { kind: "infeasible", conflicts: found, ...reachable(problem, solver) };
}

/** A share is missed by hires, whatever it is of: "0.2 more" of it would say nothing. */
function missedShare({ en, zh }: Words, { side }: Limit, hires: number): Words {
  const shown = count(hires);
  return side === "most" ? { en: `${en} cannot hold together with the rest; it would be exceeded by ${shown} hires.`, zh: `${zh}与其他条件不能同时满足，将超出 ${shown} 名录用。` } : { en: `${en} cannot hold together with the rest; ${shown} hires would be missing.`, zh: `${zh}与其他条件不能同时满足，将缺少 ${shown} 名录用。` };
}

/** What is possible instead: most hires within the limits but the wanted hires; least cost without the budget. */
function reachable(problem: ChannelProblem, solver: Solver): { mostHires: number | null; least: number | null } {
  const most = solver.solve(buildChannelModel({ ...problem, goal: "most", whole: false, roles: problem.roles.map((role) => ({ ...role, hires: 0, value: 1 })) }).model, SOLVING);
  const least = solver.solve(buildChannelModel({ ...problem, goal: "cheapest", whole: false, budgets: problem.budgets.map(() => Infinity) }).model, SOLVING);
  return { mostHires: "objective" in most ? most.objective : null, least: "objective" in least ? -least.objective : null };
}

/** Plans of several problems, side by side. */
export const planScenarios = (scenarios: readonly { name: string; problem: ChannelProblem }[], solver: Solver): ChannelScenario[] => scenarios.map(({ name, problem }) => ({ name, problem, plan: planChannels(problem, solver) }));

/** The plan with all budgets (or all wanted hires, for "cheapest") multiplied: the picture of what more money buys. */
export function sensitivityOf(problem: ChannelProblem, solver: Solver, factors: readonly number[] = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2]): { factor: number; cost: number | null; hires: number | null }[] {
  return factors.map((factor) => {
    const scaled = problem.goal === "most" ? { ...problem, budgets: problem.budgets.map((budget) => budget * factor) } : { ...problem, roles: problem.roles.map((role) => ({ ...role, hires: role.hires * factor })) };
    const plan = planChannels(scaled, solver);
    return plan.kind === "planned" ? { factor, cost: plan.cost, hires: plan.hires } : { factor, cost: null, hires: null };
  });
}
