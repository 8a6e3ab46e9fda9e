/** @file A plan as it is stored and as a screen sees it: titles from the catalogue, state of each step, what is late. Pure. */
import type { PlanRow, StepRow } from "../../../db/queries/growth-plans";
import type { StoredPlanJson } from "../../../db/schema/growth";
import type { PlanStepView, PlanView } from "../../contracts/growth";
import { coverageOf } from "../../growth/gap/find-gap";
import type { Course, Plan, SkillLevel } from "../../growth/types";

export const toStored = ({ aim, steps, coverageBefore, coverageAfter, hours, price, finish, open, proof }: Plan): StoredPlanJson => ({
  aim, coverageBefore, coverageAfter, hours, price, finish, open, relativeGap: proof.relativeGap,
  steps: steps.map(({ courseId, kind, order, start, end, session, hours: stepHours, price: stepPrice, lifts, neededBy, reason }) => ({ courseId, kind, order, start, end, session, hours: stepHours, price: stepPrice, lifts: [...lifts], neededBy: [...neededBy], reason })),
});

export interface StepContext {
  readonly courses: ReadonlyMap<string, Course>;
  /** Ids of those that are no longer offered. */
  readonly retired: ReadonlySet<string>;
  readonly states: ReadonlyMap<string, Pick<StepRow, "status" | "doneOn">>;
  /** One's own. */
  readonly ratings: ReadonlyMap<string, { readonly useful: number; readonly comment: string }>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export function planView(plan: StoredPlanJson, context: StepContext): PlanView {
  return {
    aim: plan.aim, coverageBefore: plan.coverageBefore, coverageAfter: plan.coverageAfter, hours: plan.hours, price: { ...plan.price }, finish: plan.finish, relativeGap: plan.relativeGap,
    open: plan.open.map((item) => ({ ...item, reached: item.reached as SkillLevel, needed: item.needed as SkillLevel })),
    steps: plan.steps.map((step) => stepView(step, context)),
  };
}

function stepView(step: StoredPlanJson["steps"][number], { courses, retired, states, ratings, today }: StepContext): PlanStepView {
  const course = courses.get(step.courseId);
  const state = states.get(step.courseId) ?? { status: "planned" as const, doneOn: null };
  const isOpen = state.status === "planned" || state.status === "started";
  return {
    ...step,
    lifts: [...step.lifts],
    neededBy: [...step.neededBy],
    title: course?.title ?? { en: step.courseId, zh: step.courseId },
    summary: course?.summary ?? { en: "", zh: "" },
    provider: course?.provider ?? "",
    languages: [...(course?.languages ?? [])],
    status: state.status,
    doneOn: state.doneOn,
    late: isOpen && step.end < today,
    retired: isOpen && retired.has(step.courseId),
    rating: ratings.get(step.courseId)?.useful ?? null,
    comment: ratings.get(step.courseId)?.comment ?? "",
  };
}

/** How far somebody is: steps, hours, and the share of the target that is covered once finished steps count. */
export function progressOf(row: Pick<PlanRow, "gap">, view: PlanView): { done: number; of: number; hoursDone: number; coverageNow: number } {
  const done = view.steps.filter(({ status }) => status === "done");
  const lifted = new Map<string, number>();
  for (const { lifts } of done) for (const { skillId, to } of lifts) lifted.set(skillId, Math.max(to, lifted.get(skillId) ?? 0));
  const items = row.gap.items.map((item) => ({ ...item, have: Math.max(item.have, ...item.any.map((id) => lifted.get(id) ?? 0)) as SkillLevel }));
  return { done: done.length, of: view.steps.filter(({ status }) => status !== "skipped").length, hoursDone: done.reduce((sum, { hours }) => sum + hours, 0), coverageNow: coverageOf(items) };
}
