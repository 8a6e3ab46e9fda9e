/**
 * @file replan: a plan that slipped → the request for a new one from today, which keeps what is done, goes on with what
 * was begun, and prefers the steps of the earlier plan where that costs nothing.
 */
import { coverageOf } from "../gap/find-gap";
import type { Course, Plan, PlanRequest, SkillLevel } from "../types";

export interface StepProgress {
  readonly courseId: string;
  readonly state: "open" | "begun" | "done" | "dropped";
  /** Hours that a begun step still takes; ≥ 0. */
  readonly hoursLeft?: number;
}

/**
 * @param request  the earlier request
 * @param progress what became of its steps; a step that is not named counts as open
 * @param today    first day of the new plan, `YYYY-MM-DD`; the deadline stays unless it has passed: then it moves as
 *                 far as `deadline` says
 */
export function replan(request: PlanRequest, plan: Plan, now: { readonly progress: readonly StepProgress[]; readonly today: string; readonly deadline?: string }): PlanRequest {
  const stateOf = new Map(now.progress.map((entry) => [entry.courseId, entry]));
  const inState = (state: StepProgress["state"]) => plan.steps.map(({ courseId }) => courseId).filter((id) => stateOf.get(id)?.state === state);
  const done = inState("done");
  const begun = inState("begun");
  const finished = request.courses.filter(({ id }) => done.includes(id));
  const levels = raised(request.levels, finished);
  const items = request.gap.items.map((item) => {
    const have = Math.max(item.have, ...item.any.map((id) => levels[id] ?? 0)) as SkillLevel;
    return { ...item, have, state: have >= item.needed ? ("have" as const) : have > 0 ? ("partly" as const) : item.state };
  });
  const exclude = [...new Set([...request.wishes.exclude, ...inState("dropped")])];
  const include = [...new Set([...request.wishes.include.filter((id) => !done.includes(id) && !exclude.includes(id)), ...begun])];
  return {
    ...request,
    gap: { ...request.gap, items, coverage: coverageOf(items) },
    levels,
    courses: request.courses.map((course) => (begun.includes(course.id) ? continued(course, stateOf.get(course.id)?.hoursLeft, now.today) : course)),
    done: [...new Set([...request.done, ...done])],
    start: now.today,
    deadline: now.deadline ?? request.deadline,
    wishes: { ...request.wishes, include, exclude },
    preferred: plan.steps.map(({ courseId }) => courseId).filter((id) => !done.includes(id)),
  };
}

/** What is begun needs no entry any more and is paid; a session that has started is no date to wait for. */
function continued(course: Course, hoursLeft: number | undefined, today: string): Course {
  const sessions = course.sessions.filter(({ start }) => start >= today);
  return { ...course, hours: Math.max(0.5, hoursLeft ?? course.hours), price: { ...course.price, amount: 0 }, requires: [], entry: [], sessions };
}

function raised(levels: PlanRequest["levels"], courses: readonly Course[]): Record<string, SkillLevel> {
  const next: Record<string, SkillLevel> = { ...levels };
  for (const { skillId, level } of courses.flatMap(({ teaches }) => teaches)) {
    next[skillId] = Math.max(next[skillId] ?? 0, level) as SkillLevel;
  }
  return next;
}
