/**
 * @file makePlan: the best plan for a request, with proof; or, where none exists, what to relax and by how much.
 * Flow: request → solve-request.ts (problem.ts → formulate.ts → solver) → read-plan.ts. Deterministic for the same request.
 */
import { isDay } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import type { Taxonomy } from "../../people/taxonomy/types";
import type { Solver } from "../solver/linear-model";
import type { Plan, PlanRequest, PlanResult } from "../types";
import { dayAt } from "./calendar";
import type { Option } from "./option";
import type { Problem } from "./problem";
import { readPlan } from "./read-plan";
import { tierOf } from "./request-facts";
import { explainInfeasible } from "./relax";
import { DEFAULT_LIMITS, withLeastBurden, type SolveLimits } from "./solve-problem";
import { solveRequest, type Solved, type SolveTools } from "./solve-request";

export interface PlanTools {
  readonly solver: Solver;
  readonly taxonomy: Taxonomy;
  /** Default: to the optimum, 8 s. */
  readonly limits?: SolveLimits;
}

/** Share of the best coverage that the fastest and the cheapest plan must still reach. */
export const ALTERNATIVE_SHARE = 0.9;
/** An hour of work weighs as much as this much money (EUR) and waiting (days) when plans are equally good. */
const EUR_PER_HOUR = 40;
const DAYS_PER_HOUR = 14;
/** A step of an earlier plan is worth this many hours more than another. */
const KEEP_BONUS_HOURS = 4;
/** An hour of a course weighs so much by its tier of ratings: a factor, so that no step is worth taking for its own sake. */
const TIER_WEIGHT = { liked: 0.75, unknown: 1, disliked: 1.5 } as const;
/** What meets an interest of the learner: a factor as well, smaller than what colleagues found. */
const INTEREST_WEIGHT = 0.85;
/** For the choice among equally good plans: of what the search has left of its time, at most and at least. */
const TIDY_MS = { most: 2500, least: 500 };

/** @throws AppError "request/invalid" for figures out of range, "request/too-large" when the time does not suffice */
export function makePlan(request: PlanRequest, tools: PlanTools): PlanResult {
  checkRequest(request);
  const plan = tryPlan(request, tools);
  return plan ? { kind: "plan", plan } : explainInfeasible(request, tools);
}

/** Null: no plan fulfils the request. */
function tryPlan(request: PlanRequest, tools: PlanTools): Plan | null {
  const { solver, limits = DEFAULT_LIMITS } = tools;
  const whole = solveRequest(request, { solver, limits });
  if (whole === null) return null;
  const best = request.aim === "fastest" ? fastest(whole, { solver, limits }) : whole;
  const { problem, formulation, chosen } = best;
  const tidy = withLeastBurden(formulation, chosen, {
    burden: burdenOf(problem),
    share: request.aim === "cheapest" ? ALTERNATIVE_SHARE : 1,
    solver: tools.solver,
    timeLimitMs: Math.max(TIDY_MS.least, Math.min(TIDY_MS.most, limits.timeLimitMs - chosen.proof.milliseconds)),
  });
  return readPlan(problem, tidy, { aim: request.aim, taxonomy: tools.taxonomy });
}

/** The earliest edge of a block by which the share of the best coverage can be reached, found by halving. */
function fastest(whole: Solved, tools: SolveTools): Solved {
  const needed = whole.chosen.objective * ALTERNATIVE_SHARE - 1e-6;
  const { blocks, request } = whole.problem;
  let best = whole;
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const solved = solveRequest({ ...request, deadline: dayAt(request.start, blocks[middle]?.last ?? 0) }, tools);
    if (solved && solved.problem.blockDays === whole.problem.blockDays && solved.chosen.objective >= needed) {
      best = solved;
      high = middle;
    } else low = middle + 1;
  }
  return best;
}

/** Hours, money and lateness of an option as one figure; cheapest counts money nearly alone. */
function burdenOf(problem: Problem): (option: Option) => number {
  const { request, steps } = problem;
  const eur = 1 / request.rates[problem.currency];
  return ({ step, endDay }) => {
    const { course, price } = steps[step] ?? { course: null, price: 0 };
    const kept = course !== null && (request.preferred ?? []).includes(course.id) ? KEEP_BONUS_HOURS : 0;
    const money = (price * eur) / EUR_PER_HOUR;
    const work = (course === null ? 0 : course.hours * TIER_WEIGHT[tierOf(request, course.id)] * (request.interesting?.[course.id] ? INTEREST_WEIGHT : 1)) + endDay / DAYS_PER_HOUR / 10 - kept;
    return request.aim === "cheapest" ? 20 * money + 0.1 * work : money * 0.2 + work;
  };
}

function checkRequest({ start, deadline, hoursPerWeek, budget, wishes, courses }: PlanRequest): void {
  const problems: string[] = [];
  if (!isDay(start) || !isDay(deadline)) problems.push("start and deadline must be days (YYYY-MM-DD)");
  if (!(hoursPerWeek > 0 && hoursPerWeek <= 60)) problems.push("hours per week must lie above 0 and at most at 60");
  if (budget !== null && !(budget.amount >= 0)) problems.push("the budget must not be negative");
  if (!(wishes.minimumCoverage >= 0 && wishes.minimumCoverage <= 1)) problems.push("the share to be closed must lie between 0 and 1");
  const ids = new Set(courses.map(({ id }) => id));
  const unknown = wishes.include.filter((id) => !ids.has(id));
  if (unknown.length > 0) problems.push(`steps that are not in the catalogue: ${unknown.join(", ")}`);
  if (problems.length > 0) {
    throw new AppError("request/invalid", `plan request: ${problems.join("; ")}`, { userMessage: `The plan cannot be made: ${problems.join("; ")}.` });
  }
}
