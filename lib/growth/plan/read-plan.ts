/**
 * @file From chosen options back to a plan that a person reads: steps with days, what each lifts, what needs it, why it
 * is there, and what stays open and why.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import { skillName } from "../gap/find-gap";
import type { Plan, PlanAim, PlanStep, SkillLevel } from "../types";
import { dayAt } from "./calendar";
import { openItems } from "./open-items";
import type { Option } from "./option";
import type { Problem } from "./problem";
import { scheduleDays, type Days } from "./schedule";
import type { Chosen } from "./solve-problem";
import { stepReason } from "./step-reason";

/** @param aim what was asked for; only copied into the plan */
export function readPlan(problem: Problem, chosen: Chosen, { aim, taxonomy }: { readonly aim: PlanAim; readonly taxonomy: Taxonomy }): Plan {
  const days = scheduleDays(problem, chosen.order);
  const order = [...chosen.order].sort((a, b) => byDays(days, a, b) || chosen.order.indexOf(a) - chosen.order.indexOf(b));
  const lifts = liftsOf(problem, order);
  const steps = order.map((option, i): PlanStep => {
    const { course, price } = problem.steps[option.step] ?? invalid(option);
    const [first, last] = days.get(option) ?? [option.startDay, option.endDay];
    const neededBy = neededLater(problem, order, i);
    const draft = { lifts: lifts[i] ?? [], neededBy };
    return {
      courseId: course.id,
      kind: course.kind,
      order: i + 1,
      start: dayAt(problem.request.start, first),
      end: dayAt(problem.request.start, last),
      session: option.session,
      hours: course.hours,
      price,
      ...draft,
      reason: stepReason(problem, { course, ...draft, name: (id) => skillName(id, taxonomy) }),
    };
  });
  const gain = problem.levels.reduce((sum, { worth, lifters }) => sum + (order.some(({ step }) => lifters.includes(step)) ? worth : 0), 0);
  return {
    aim,
    steps,
    coverageBefore: problem.coverageBefore,
    coverageAfter: Math.min(1, problem.coverageBefore + gain),
    gain,
    hours: steps.reduce((sum, { hours }) => sum + hours, 0),
    price: { amount: Math.round(steps.reduce((sum, { price }) => sum + price, 0) * 100) / 100, currency: problem.currency },
    finish: steps.reduce<string | null>((last, { end }) => (last === null || end > last ? end : last), null),
    open: openItems(problem, order, (id) => skillName(id, taxonomy)),
    blockDays: problem.blockDays,
    proof: chosen.proof,
  };
}

function invalid(option: Option): never {
  throw new RangeError(`option of step ${option.step} without a step`);
}

function byDays(days: Days, a: Option, b: Option): number {
  const [startA = 0, endA = 0] = days.get(a) ?? [];
  const [startB = 0, endB = 0] = days.get(b) ?? [];
  return startA - startB || endA - endB;
}

/** What each step lifts of the gap, counted from the level that earlier steps reached. */
function liftsOf(problem: Problem, order: readonly Option[]): PlanStep["lifts"][] {
  const reached = new Map(problem.request.gap.items.map((item) => [item, item.have as number]));
  return order.map(({ step }) => {
    const teaches = problem.steps[step]?.course.teaches ?? [];
    return problem.request.gap.items.flatMap((item) => {
      const before = reached.get(item) ?? item.have;
      const to = Math.max(0, ...teaches.filter(({ skillId }) => item.any.includes(skillId)).map(({ level }) => level));
      if (to <= before || before >= item.needed) return [];
      reached.set(item, to);
      const skillId = teaches.find((lift) => lift.level === to && item.any.includes(lift.skillId))?.skillId ?? item.skillId;
      return [{ skillId, from: before as SkillLevel, to: to as SkillLevel }];
    });
  });
}

/** Later steps that this one prepares: by id, or as the first to reach an entry level. */
function neededLater(problem: Problem, order: readonly Option[], at: number): string[] {
  const option = order[at];
  if (!option) return [];
  return order.slice(at + 1).flatMap((later) => {
    const { needs, course } = problem.steps[later.step] ?? { needs: [], course: null };
    const serves = needs.some(({ suppliers }) => order.find(({ step }) => suppliers.includes(step))?.step === option.step);
    return course && serves ? [course.id] : [];
  });
}
