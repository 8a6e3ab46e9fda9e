/**
 * @file Solves a formulated problem to its proven best, then, among plans as good as that, takes the one with the least
 * work, money and waiting.
 */
import { AppError } from "../../core/errors";
import { withCosts, withRow, type LinearModel, type Solution, type Solver } from "../solver/linear-model";
import type { PlanProof } from "../types";
import type { Formulation } from "./formulate";
import type { Option } from "./option";
import { cutsFor, foundOrder } from "./unfounded";

export interface SolveLimits {
  readonly timeLimitMs: number;
  /** 0: to the optimum. */
  readonly relativeGap: number;
}

export const DEFAULT_LIMITS: SolveLimits = { timeLimitMs: 8000, relativeGap: 0 };

export interface Chosen {
  /** In an order in which they can be done. */
  readonly order: readonly Option[];
  readonly objective: number;
  readonly values: Float64Array;
  readonly proof: PlanProof;
  /** With the cuts that were needed. */
  readonly model: LinearModel;
}

export type Outcome = { readonly kind: "chosen"; readonly chosen: Chosen } | { readonly kind: "infeasible" };

/** More rounds of cuts than steps that could prepare each other do not happen. */
const MAX_ROUNDS = 60;

export interface SolveSetting {
  readonly solver: Solver;
  readonly limits: SolveLimits;
  /** Values of all columns of a plan to start from. */
  readonly startFrom?: Float64Array;
}

/** @throws AppError "request/too-large" when no plan was found within the time */
export function solveProblem(formulation: Formulation, model: LinearModel, { solver, limits, startFrom = emptyPlan(formulation, model) }: SolveSetting): Outcome {
  if (!formulation.consistent) return { kind: "infeasible" };
  const started = performance.now();
  let current = model;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const timeLimitMs = Math.max(200, limits.timeLimitMs - (performance.now() - started));
    const solution = solver.solve(current, { ...limits, timeLimitMs, ...(startFrom ? { startFrom } : {}) });
    if (solution.status === "infeasible") return { kind: "infeasible" };
    if (!("values" in solution)) throw outOfTime(solution.milliseconds, { variables: current.variables.length, rows: current.rows.length });
    const picked = formulation.options.filter((_, column) => (solution.values[column] ?? 0) > 0.5);
    const founded = foundOrder(formulation, picked);
    if (founded.kind === "order") {
      const proof = proofOf(solution, current, performance.now() - started);
      return { kind: "chosen", chosen: { order: founded.order, objective: solution.objective, values: solution.values, proof, model: current } };
    }
    for (const cut of cutsFor(formulation, picked, founded.stuck)) current = withRow(current, cut);
  }
  throw new AppError("internal/broken-assumption", `steps still prepare each other after ${MAX_ROUNDS} rounds of cuts`);
}

/** With nothing demanded the empty plan is one: however little time there is, some plan comes back, with what is proven. */
function emptyPlan({ problem }: Formulation, { variables }: LinearModel): Float64Array | undefined {
  const { include, mustClose, minimumCoverage } = problem.request.wishes;
  const fits = include.length === 0 && mustClose.length === 0 && minimumCoverage <= problem.coverageBefore;
  return fits ? new Float64Array(variables.length) : undefined;
}

export function outOfTime(milliseconds: number, size: Readonly<Record<string, number>>): AppError {
  return new AppError("request/too-large", `no plan found in ${Math.round(milliseconds)} ms`, {
    userMessage: "No plan was found in time. Narrow it down: a nearer deadline, fewer kinds of step, or a smaller target.",
    context: size,
  });
}

function proofOf(solution: Extract<Solution, { values: Float64Array }>, model: LinearModel, milliseconds: number): PlanProof {
  return {
    relativeGap: solution.objective === 0 && solution.bound <= 1e-9 ? 0 : solution.relativeGap,
    optimal: solution.status === "optimal" && solution.relativeGap < 1e-6,
    variables: model.variables.length,
    rows: model.rows.length,
    milliseconds,
  };
}

/** What a plan costs beside its gain; smaller is better. */
export type Burden = (option: Option) => number;

/**
 * Among plans that reach `share` of the best objective, the one with the smallest burden. Keeps the first answer when
 * the time runs out before a better one is found.
 */
export function withLeastBurden(formulation: Formulation, best: Chosen, goal: { readonly burden: Burden; readonly share: number; readonly solver: Solver; readonly timeLimitMs: number }): Chosen {
  const floor = best.objective * goal.share - 1e-6 * Math.max(1, Math.abs(best.objective));
  const worth = best.model.variables.flatMap(({ cost }, column) => (cost === 0 ? [] : [[column, cost] as const]));
  const held = worth.length === 0 ? best.model : withRow(best.model, { lower: floor, upper: Infinity, terms: worth });
  const costs = (column: number) => {
    const option = formulation.options[column];
    return option ? -goal.burden(option) : 0;
  };
  const limits = { timeLimitMs: goal.timeLimitMs, relativeGap: 0.002 };
  const solution = goal.solver.solve(withCosts(held, costs), { ...limits, startFrom: best.values });
  if (!("values" in solution)) return best;
  const picked = formulation.options.filter((_, column) => (solution.values[column] ?? 0) > 0.5);
  const founded = foundOrder(formulation, picked);
  if (founded.kind !== "order") return best;
  const objective = worth.reduce((sum, [column, cost]) => sum + cost * (solution.values[column] ?? 0), 0);
  return { ...best, order: founded.order, values: solution.values, objective };
}
