/**
 * @file What more time would buy: the same request solved again with some hours more in all, spread over its weeks.
 * And the other plans that one might want: fastest, cheapest, deepest.
 */
import type { MoreHours, Plan, PlanAim, PlanRequest, PlanResult } from "../types";
import { dayNumber } from "./calendar";
import { makePlan, type PlanTools } from "./make-plan";

/** Weeks of a request, first and last day included. */
export const weeksOf = ({ start, deadline }: Pick<PlanRequest, "start" | "deadline">): number => (dayNumber(start, deadline) + 1) / 7;

/**
 * @param plan       what `request` gave
 * @param extraHours > 0, in all, usually 10
 * @returns null when even with the hours no plan exists (the request was impossible)
 */
export function withMoreHours(request: PlanRequest, plan: Plan, more: PlanTools & { readonly extraHours: number }): MoreHours | null {
  const hoursPerWeek = Math.min(60, request.hoursPerWeek + more.extraHours / weeksOf(request));
  const result = makePlan({ ...request, hoursPerWeek, preferred: plan.steps.map(({ courseId }) => courseId) }, more);
  if (result.kind === "infeasible") return null;
  const [before, after] = [idsOf(plan), idsOf(result.plan)];
  const gained = Math.max(0, result.plan.coverageAfter - plan.coverageAfter);
  const percent = Math.round(gained * 1000) / 10;
  const titles = after.filter((id) => !before.includes(id)).map((id) => request.courses.find((course) => course.id === id)?.title ?? { en: id, zh: id });
  const sentence =
    percent < 0.1
      ? { en: `${more.extraHours} more hours would not bring you closer: something else holds you back.`, zh: `再多 ${more.extraHours} 小时也不会更接近目标，限制在别处。` }
      : {
          en: `${more.extraHours} more hours would close another ${percent} % of the gap, with ${titles.map(({ en }) => `“${en}”`).join(", ")}.`,
          zh: `再多 ${more.extraHours} 小时可以多补上 ${percent}% 的差距，新增${titles.map(({ zh }) => `“${zh}”`).join("、")}。`,
        };
  return {
    extraHours: more.extraHours,
    plan: result.plan,
    addedSteps: after.filter((id) => !before.includes(id)),
    droppedSteps: before.filter((id) => !after.includes(id)),
    gained,
    sentence,
  };
}

const idsOf = ({ steps }: Plan): string[] => steps.map(({ courseId }) => courseId);

const AIMS: readonly PlanAim[] = ["fastest", "cheapest", "deepest"];

/** The same request with the other aims. Plans with the same steps as an earlier one are left out. */
export function alternatives(request: PlanRequest, plan: Plan, tools: PlanTools): Plan[] {
  const seen = new Set([idsOf(plan).sort().join(" ")]);
  return AIMS.filter((aim) => aim !== request.aim).flatMap((aim) => {
    const result: PlanResult = makePlan({ ...request, aim }, tools);
    if (result.kind === "infeasible") return [];
    const key = idsOf(result.plan).sort().join(" ");
    if (seen.has(key)) return [];
    seen.add(key);
    return [result.plan];
  });
}
