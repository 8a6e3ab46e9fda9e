/** @file Steps of a solved plan as rows: what became of a step before stays with it, and so does a reminder that still says the same. */
import type { NewStep, StepRow } from "../../../db/queries/growth-plans";
import { addDays } from "../../core/document-terms";
import type { PlanStep } from "../../growth/types";

/** So many days before its start, or its end once begun, a step is reminded of. */
export const AHEAD_DAYS = 3;

type Solved = Pick<PlanStep, "courseId" | "start" | "end" | "hours">;

/**
 * @param before rows of the earlier plan by course; empty for a new one
 * @param today  `YYYY-MM-DD`
 */
export function stepRows(steps: readonly Solved[], before: ReadonlyMap<string, StepRow>, today: string): NewStep[] {
  return steps.map((step, position) => {
    const known = before.get(step.courseId);
    const status = known?.status ?? "planned";
    // A step moved further away is reminded of again when it comes; one that is due as before has been told.
    const isNear = (status === "planned" ? step.start : step.end) <= addDays(today, AHEAD_DAYS);
    return { courseId: step.courseId, position, status, doneOn: known?.doneOn ?? null, startsOn: step.start, dueOn: step.end, hours: step.hours, remindedAt: isNear ? (known?.remindedAt ?? null) : null };
  });
}
