/**
 * @file A request solved: a small one as a whole, a large catalogue by the part of it that is worth having.
 * With the calendar loosened (makeLooseProblem) a request is a far smaller programme, and no plan can beat its best: it
 * gives the bound, a choice that mostly keeps its dates as it stands, and, by reduced cost, the order in which the other
 * courses come into question. With dates the best of them are solved, then more of them, as long as there is time. What
 * is proven is the gap to the bound.
 */
import { reducedCosts, withCosts, withoutIntegers, withRow, type Solution, type Solver } from "../solver/linear-model";
import type { PlanRequest } from "../types";
import { formulate, type Formulation } from "./formulate";
import { mayPrepare, type Option } from "./option";
import { isLarge, makeLooseProblem, makeProblem, SHORTEST_BLOCK_DAYS, type Problem } from "./problem";
import { outOfTime, solveProblem, type Chosen, type SolveLimits } from "./solve-problem";
import { cutsFor, foundOrder } from "./unfounded";

export interface Solved {
  readonly problem: Problem;
  readonly formulation: Formulation;
  readonly chosen: Chosen;
}

export interface SolveTools {
  readonly solver: Solver;
  readonly limits: SolveLimits;
  /** Another objective than the aim's, per column; at most 0. */
  readonly costs?: (formulation: Formulation, column: number) => number;
}

type Round = number | "chosen";
/** So many courses are solved with dates, one round after the other; "chosen": those of the loosened programme's choice. */
const ROUNDS: readonly Round[] = ["chosen", 30, 60, 90, 120, 160, 220, 300];
/** Of the time, for the loosened programme. */
const BOUND_SHARE = 0.6;
/** Of the gap that is allowed in all, for the bound and for each part. */
const PART_OF_GAP = 0.2;

/** @returns null when no plan fulfils the request @throws AppError "request/too-large" when none was found within the time */
export function solveRequest(request: PlanRequest, tools: SolveTools): Solved | null {
  return isLarge(request) ? solveLarge(request, tools) : solveWhole(request, tools, null);
}

function solveWhole(request: PlanRequest, { solver, limits, costs }: SolveTools, earlier: Solved | null): Solved | null {
  const problem = makeProblem(request);
  const formulation = formulate(problem, request.aim);
  const model = costs ? withCosts(formulation.model, (column) => costs(formulation, column)) : formulation.model;
  const startFrom = earlier ? sameChoice(earlier, formulation) : null;
  const outcome = solveProblem(formulation, model, { solver, limits, ...(startFrom ? { startFrom } : {}) });
  return outcome.kind === "chosen" ? { problem, formulation, chosen: outcome.chosen } : null;
}

/** In parts, as a large catalogue is solved; its proof holds for a small one too. */
export function solveLarge(request: PlanRequest, tools: SolveTools, rounds: readonly Round[] = ROUNDS): Solved | null {
  const started = performance.now();
  const left = () => tools.limits.timeLimitMs - (performance.now() - started);
  const worth = worthHaving(request, tools);
  if (worth === null) return null;
  // Other objectives only count against: of feasibility and of money nothing better than nothing is known.
  let bound = tools.costs ? 0 : worth.bound;
  let best: Solved | null = null;
  let last = -1;
  for (const round of rounds) {
    const size = round === "chosen" ? worth.chosen : round;
    if (size <= last) continue;
    last = size;
    const part = { ...request, courses: worth.courses.slice(0, size) };
    if (best !== null && (left() < 0.1 * tools.limits.timeLimitMs || isLarge(part))) break;
    const limits = { timeLimitMs: Math.max(500, left()), relativeGap: PART_OF_GAP * tools.limits.relativeGap };
    const found: Solved | null = solveWhole(part, { ...tools, limits }, best);
    if (found !== null && (best === null || found.chosen.objective > best.chosen.objective)) best = found;
    // Longer blocks allow more: only a bound made with them holds.
    if (best === found && found && found.problem.blockDays > SHORTEST_BLOCK_DAYS && !tools.costs) bound = worthHaving(request, tools, found.problem.blockDays)?.bound ?? bound;
    if (best !== null && gapTo(bound, best.chosen) <= tools.limits.relativeGap) break;
    if (size >= worth.courses.length) break;
  }
  if (best === null) throw outOfTime(performance.now() - started, { courses: request.courses.length });
  const relativeGap = gapTo(bound, best.chosen);
  const proof = { ...best.chosen.proof, relativeGap, optimal: relativeGap < 1e-6, milliseconds: performance.now() - started };
  return { ...best, chosen: { ...best.chosen, proof } };
}

function gapTo(bound: number, { objective }: Chosen): number {
  return bound - objective <= 1e-9 ? 0 : (bound - objective) / Math.max(Math.abs(objective), 1e-9);
}

interface Worth {
  /** The best first. */
  readonly courses: PlanRequest["courses"];
  /** So many of them the best choice takes; 0 when none was found in time. */
  readonly chosen: number;
  /** No plan has a larger objective. */
  readonly bound: number;
}

/** Null: not even with a looser calendar is there a plan. */
function worthHaving(request: PlanRequest, { solver, limits }: SolveTools, blockDays = SHORTEST_BLOCK_DAYS): Worth | null {
  const problem = makeLooseProblem(request, blockDays);
  const formulation = formulate(problem, request.aim, mayPrepare);
  const { model, options } = formulation;
  if (!formulation.consistent) return null;
  const started = performance.now();
  const share = BOUND_SHARE * limits.timeLimitMs;
  const time = () => ({ timeLimitMs: Math.max(0.1 * share, share - (performance.now() - started)), relativeGap: PART_OF_GAP * limits.relativeGap });
  const relaxed = solver.solve(withoutIntegers(model), time());
  if (relaxed.status === "infeasible") return null;
  let current = model;
  let whole = solver.solve(current, time());
  if (whole.status === "infeasible") return null;
  let bound = Math.min(boundOf(relaxed), boundOf(whole));
  // What prepares each other in a circle is ruled out here too, while there is time for another answer like the last one.
  while ("values" in whole && performance.now() - started + whole.milliseconds < share) {
    const { values } = whole;
    const picked = options.filter((_, column) => (values[column] ?? 0) > 0.5);
    const founded = foundOrder(formulation, picked);
    if (founded.kind === "order") break;
    for (const cut of cutsFor(formulation, picked, founded.stuck)) current = withRow(current, cut);
    const next = solver.solve(current, time());
    bound = Math.min(bound, boundOf(next));
    if (next.status === "infeasible") return null;
    if (!("values" in next)) break;
    whole = next;
  }
  const loss = "rowDuals" in relaxed && relaxed.rowDuals ? reducedCosts(model, relaxed.rowDuals) : new Float64Array(model.variables.length);
  const [chosen, partly, lost] = [sharesOf(whole, options), sharesOf(relaxed, options), problem.steps.map(() => -Infinity)];
  options.forEach(({ step }, column) => (lost[step] = Math.max(lost[step] ?? 0, loss[column] ?? 0)));
  const order = problem.steps.map((_, step) => step);
  order.sort((a, b) => (chosen.get(b) ?? 0) - (chosen.get(a) ?? 0) || (partly.get(b) ?? 0) - (partly.get(a) ?? 0) || (lost[b] ?? 0) - (lost[a] ?? 0) || a - b);
  const ids = new Map(request.courses.map((course) => [course.id, course]));
  const courses = order.flatMap((step) => ids.get(problem.steps[step]?.course.id ?? "") ?? []);
  return { courses, chosen: [...chosen.values()].filter((share) => share > 0.5).length, bound };
}

const boundOf = (solution: Solution): number => ("bound" in solution ? solution.bound : Infinity);

/** How much of each step a solution takes, 0–1. */
function sharesOf(solution: Solution, options: readonly Option[]): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  if ("values" in solution) options.forEach(({ step }, column) => shares.set(step, (shares.get(step) ?? 0) + (solution.values[column] ?? 0)));
  return shares;
}

/** The same choice in the columns of another formulation of the same request; null where one of its options is not there. */
function sameChoice(earlier: Solved, formulation: Formulation): Float64Array | null {
  const columns = new Map(formulation.options.map((option, column) => [keyOf(option, formulation), column]));
  const values = new Float64Array(formulation.model.variables.length);
  for (const option of earlier.chosen.order) {
    const column = columns.get(keyOf(option, earlier.formulation));
    if (column === undefined) return null;
    values[column] = 1;
  }
  const levels = earlier.formulation.options.length;
  for (let level = 0; level < earlier.problem.levels.length; level++) values[formulation.options.length + level] = earlier.chosen.values[levels + level] ?? 0;
  return values;
}

function keyOf({ step, startDay, endDay, session }: Option, { problem }: Formulation): string {
  return [problem.steps[step]?.course.id, startDay, endDay, session?.id].join(" ");
}
