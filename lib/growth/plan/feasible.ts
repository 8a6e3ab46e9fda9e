/**
 * @file Can a request be fulfilled at all, how cheaply, and how much of the gap could be closed: the three questions
 * that relax.ts asks about changed requests.
 */
import { isAppError } from "../../core/errors";
import type { Solver } from "../solver/linear-model";
import type { PlanRequest } from "../types";
import { solveRequest, type Solved, type SolveTools } from "./solve-request";

const LIMIT_MS = 3000;

function solveWith(request: PlanRequest, solver: Solver, costs?: SolveTools["costs"]): Solved | null {
  try {
    return solveRequest({ ...request, aim: "most" }, { solver, limits: { timeLimitMs: LIMIT_MS, relativeGap: 0.001 }, ...(costs ? { costs } : {}) });
  } catch (thrown) {
    // Not found in time is not shown to be possible: the advice then asks for more rather than promising too much.
    if (isAppError(thrown) && thrown.code === "request/too-large") return null;
    throw thrown;
  }
}

/** True when some plan fulfils every wish; what could not be shown within 3 s counts as no. */
export function isFeasible(request: PlanRequest, solver: Solver): boolean {
  return solveWith(request, solver, () => 0) !== null;
}

/** The least money with which the request can be fulfilled, in its currency; null: not with any. */
export function leastPrice(request: PlanRequest, solver: Solver): number | null {
  const solved = solveWith(request, solver, ({ options, problem }, column) => {
    const option = options[column];
    return option ? -(problem.steps[option.step]?.price ?? 0) : 0;
  });
  return solved ? Math.max(0, -solved.chosen.objective) : null;
}

/** The largest coverage that the request allows without its wishes, 0–1. */
export function largestCoverage(request: PlanRequest, solver: Solver): number {
  const free = { ...request, wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: request.wishes.exclude } };
  const solved = solveWith(free, solver);
  return solved ? Math.min(1, solved.formulation.problem.coverageBefore + solved.chosen.objective / 100) : 0;
}
