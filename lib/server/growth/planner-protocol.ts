/** @file What the planning process is asked: one solve, or one of the extras that solve again. Plain data, sent between processes. */
import type { MoreHours, Plan, PlanRequest, PlanResult } from "../../growth/types";

export interface PlannerQuestions {
  readonly plan: { readonly request: PlanRequest };
  readonly alternatives: { readonly request: PlanRequest; readonly plan: Plan };
  readonly more: { readonly request: PlanRequest; readonly plan: Plan; readonly extraHours: number };
  readonly "first-step": { readonly request: PlanRequest };
}

export interface PlannerAnswers {
  readonly plan: PlanResult;
  readonly alternatives: readonly Plan[];
  readonly more: MoreHours | null;
  readonly "first-step": Extract<PlanResult, { kind: "infeasible" }> | null;
}

export type PlannerKind = keyof PlannerQuestions;
/** `timeLimitMs` of one solve, > 0. */
export type PlannerCall = { readonly [K in PlannerKind]: { readonly kind: K; readonly timeLimitMs: number } & PlannerQuestions[K] }[PlannerKind];
