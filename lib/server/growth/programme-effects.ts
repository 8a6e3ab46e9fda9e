/**
 * @file What programmes may have done, from plans that are there: how much of their own gap the people of a programme have
 * closed so far, beside colleagues at the same site who plan for themselves and began alike. Only of people who agreed to
 * be counted; from five matched pairs on; in steps that one person hardly moves. A comparison, never a cause.
 */
import type { PlanRow, StepRow } from "../../../db/queries/growth-plans";
import type { ProgrammeEffectView } from "../../contracts/growth-organisation";
import { isAppError } from "../../core/errors";
import { inSteps } from "../../growth/network/heat-map";
import { programmeEffect, type Person } from "../../growth/network/programme-effect";
import { coverageOf } from "../../growth/gap/find-gap";
import type { SkillLevel, Words } from "../../growth/types";

export interface CountedPlan {
  readonly plan: Pick<PlanRow, "id" | "employeeId" | "programme" | "gap" | "plan" | "request" | "status" | "createdAt">;
  readonly site: string;
}

interface Rows {
  readonly plans: readonly CountedPlan[];
  readonly steps: readonly Pick<StepRow, "planId" | "courseId" | "status">[];
  readonly programmes: readonly { readonly id: string; readonly title: Words }[];
  readonly now: number;
}

const MS_PER_MONTH = (365.25 / 12) * 86_400_000;
/** Points of coverage; one person among five moves a mean by less than that in most cases. */
const STEP_POINTS = 5;
const rounded = (share: number): number => Math.round((share * 100) / STEP_POINTS) * STEP_POINTS;

/** One entry per programme, also of those that nobody began (a missing line would say so); `effect` null while too few can be compared. */
export function programmeEffects({ plans, steps, programmes, now }: Rows): ProgrammeEffectView[] {
  const latest = [...new Map([...plans].sort((a, b) => a.plan.createdAt.getTime() - b.plan.createdAt.getTime()).map((each) => [each.plan.employeeId, each])).values()].filter(({ plan }) => plan.status !== "dropped");
  return programmes.map(({ id, title }) => {
    const took = latest.filter(({ plan }) => plan.programme === id);
    const people = latest.filter(({ plan }) => plan.programme === id || plan.programme === null).map((each) => personOf(each, { took: each.plan.programme === id, steps, now }));
    return { id, title: { ...title }, participants: inSteps(took.length), effect: effectOf(people) };
  });
}

function effectOf(people: readonly Person[]): ProgrammeEffectView["effect"] {
  try {
    const { compared, effect, low, high } = programmeEffect(people);
    return { pairs: inSteps(compared), points: rounded(effect), low: rounded(low), high: rounded(high) };
  } catch (error) {
    if (isAppError(error) && error.code === "insights/too-few-data") return null;
    throw error;
  }
}

function personOf({ plan, site }: CountedPlan, { took, steps, now }: { readonly took: boolean; readonly steps: Rows["steps"]; readonly now: number }): Person {
  const done = new Set(steps.filter(({ planId, status }) => planId === plan.id && status === "done").map(({ courseId }) => courseId));
  const lifts = plan.plan.steps.filter(({ courseId }) => done.has(courseId)).flatMap((step) => step.lifts);
  const items = plan.gap.items.map((item) => ({ ...item, have: Math.max(item.have, ...lifts.filter(({ skillId }) => item.any.includes(skillId)).map(({ to }) => to)) as SkillLevel }));
  return {
    took, exact: site,
    before: { coverage: plan.gap.coverage, hoursPerWeek: plan.request.hoursPerWeek, months: (now - plan.createdAt.getTime()) / MS_PER_MONTH },
    outcome: coverageOf(items) - plan.gap.coverage,
  };
}
