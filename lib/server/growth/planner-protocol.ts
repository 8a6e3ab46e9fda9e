/** @file What the planning process is asked: one solve, or one of the extras that solve again; learning plans, and channel budgets of insights. Plain data, sent between processes. */
import type { SolveReply } from "../../contracts/insights-channels";
import type { ChannelPlan, ChannelProblem } from "../../insights/channels/types";
import type { MoreHours, Plan, PlanRequest, PlanResult } from "../../growth/types";

export interface PlannerQuestions {
  readonly plan: { readonly request: PlanRequest };
  readonly alternatives: { readonly request: PlanRequest; readonly plan: Plan };
  readonly more: { readonly request: PlanRequest; readonly plan: Plan; readonly extraHours: number };
  readonly "first-step": { readonly request: PlanRequest };
  readonly channels: { readonly problem: ChannelProblem };
  readonly "channel-sensitivity": { readonly problem: ChannelProblem };
}

export interface PlannerAnswers {
  readonly plan: PlanResult;
  readonly alternatives: readonly Plan[];
  readonly more: MoreHours | null;
  readonly "first-step": Extract<PlanResult, { kind: "infeasible" }> | null;
  readonly channels: ChannelPlan;
  readonly "channel-sensitivity": SolveReply["sensitivity"];
}

export type PlannerKind = keyof PlannerQuestions;
/** `timeLimitMs` of one solve, > 0; channel budgets keep their own (lib/insights/channels). */
export type PlannerCall = { readonly [K in PlannerKind]: { readonly kind: K; readonly timeLimitMs: number } & PlannerQuestions[K] }[PlannerKind];
