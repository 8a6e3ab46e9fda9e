/**
 * @file firstStep: the best plan of a request is empty, although the gap is open → which limits keep even the smallest step
 * out, and by how much each has to give. The same question as relax.ts answers, asked with a coverage just above the present.
 */
import { isAppError } from "../../core/errors";
import type { Taxonomy } from "../../people/taxonomy/types";
import type { Solver } from "../solver/linear-model";
import type { PlanRequest, PlanResult } from "../types";
import { explainInfeasible, joined } from "./relax";

type Infeasible = Extract<PlanResult, { kind: "infeasible" }>;

interface Tools {
  readonly solver: Solver;
  readonly taxonomy: Taxonomy;
  /** For all solves together, ms: advice that comes late is left out. */
  readonly timeLimitMs: number;
}

/**
 * @param request of which the best plan has no step
 * @returns null when nothing is open, when the catalogue itself has no step whatever the limits, or when the time does not suffice
 */
export function firstStep(request: PlanRequest, { solver, taxonomy, timeLimitMs }: Tools): Infeasible | null {
  const least = smallestGain(request);
  if (least === null) return null;
  const until = performance.now() + timeLimitMs;
  const isLate = () => performance.now() > until;
  // Late solves answer "not found" at once; what they would have said is then not said at all.
  const inTime: Solver = { solve: (model, options) => (isLate() ? { status: "no-solution-in-time", milliseconds: 0 } : solver.solve(model, options)) };
  const asked: PlanRequest = { ...request, wishes: { ...request.wishes, minimumCoverage: request.gap.coverage + least / 2 } };
  try {
    const { relaxations, together } = explainInfeasible(asked, { solver: inTime, taxonomy });
    if (isLate() || relaxations.some(({ constraint }) => constraint === "catalogue")) return null;
    const { en, zh } = joined(relaxations, together);
    return { kind: "infeasible", relaxations, together, sentence: { en: `A first step becomes possible with ${en}.`, zh: together ? `同时满足以下条件，就可以迈出第一步：${zh}。` : `满足以下任一条件，就可以迈出第一步：${zh}。` } };
  } catch (error) {
    if (isLate() && isAppError(error) && error.code === "request/too-large") return null;
    throw error;
  }
}

/** Coverage that one level of the least important open skill brings, 0–1; null: nothing is open. */
function smallestGain({ gap }: PlanRequest): number | null {
  const total = gap.items.reduce((sum, { importance }) => sum + importance, 0);
  const open = gap.items.filter(({ have, needed, importance }) => have < needed && importance > 0);
  return open.length === 0 ? null : Math.min(...open.map(({ importance, needed }) => importance / total / needed));
}
