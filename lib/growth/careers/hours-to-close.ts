/**
 * @file hoursToClose: about how long a gap takes with a catalogue, without solving a programme: takes again and again
 * the course that closes most weighted gap per hour, its preparation included. An upper estimate; makePlan is exact.
 */
import { levelNow } from "../plan/request-facts";
import type { Course, Gap, SkillLevel } from "../types";

export interface HoursEstimate {
  readonly hours: number;
  readonly courseIds: readonly string[];
  /** Skills that no course of the catalogue brings to the needed level. */
  readonly unreachable: readonly string[];
}

type Levels = Map<string, number>;

/** @param levels today's levels of skills outside the gap */
export function hoursToClose(gap: Gap, courses: readonly Course[], levels: Readonly<Record<string, SkillLevel>> = {}): HoursEstimate {
  const known: Levels = new Map(Object.entries(levels));
  for (const { skillId } of gap.items) known.set(skillId, levelNow({ levels, gap }, skillId));
  const taken: Course[] = [];
  for (;;) {
    const best = bestBundle(gap, courses, { known, taken });
    if (best === null) break;
    for (const course of best) {
      taken.push(course);
      for (const { skillId, level } of course.teaches) known.set(skillId, Math.max(level, known.get(skillId) ?? 0));
    }
  }
  const unreachable = gap.items.filter((item) => reached(item.any, known, item.have) < item.needed).map(({ skillId }) => skillId);
  return { hours: taken.reduce((sum, { hours }) => sum + hours, 0), courseIds: taken.map(({ id }) => id), unreachable };
}

const reached = (any: readonly string[], known: Levels, have: number): number => Math.max(have, ...any.map((id) => known.get(id) ?? 0));

function bestBundle(gap: Gap, courses: readonly Course[], state: { readonly known: Levels; readonly taken: readonly Course[] }): Course[] | null {
  let best: Course[] | null = null;
  let bestRate = 0;
  for (const course of courses) {
    if (state.taken.includes(course)) continue;
    const gain = gainOf(gap, course, state.known);
    if (gain <= 0 || gain / course.hours <= bestRate) continue;
    const bundle = withPreparation(course, courses, state);
    if (bundle === null) continue;
    const rate = gain / bundle.reduce((sum, { hours }) => sum + hours, 0);
    if (rate > bestRate) [best, bestRate] = [bundle, rate];
  }
  return best;
}

function gainOf(gap: Gap, course: Course, known: Levels): number {
  return gap.items.reduce((sum, item) => {
    const before = reached(item.any, known, item.have);
    const after = Math.max(0, ...course.teaches.filter(({ skillId }) => item.any.includes(skillId)).map(({ level }) => level));
    return sum + (item.importance * Math.max(0, Math.min(after, item.needed) - before)) / item.needed;
  }, 0);
}

/** The course after the shortest courses that it needs; null when something cannot be had. */
function withPreparation(course: Course, courses: readonly Course[], state: { readonly known: Levels; readonly taken: readonly Course[] }, depth = 0): Course[] | null {
  if (depth > 4) return null;
  const before: Course[] = [];
  const have = (id: string, level: number) => Math.max(state.known.get(id) ?? 0, ...before.flatMap(({ teaches }) => teaches.filter(({ skillId }) => skillId === id).map((lift) => lift.level))) >= level;
  const add = (options: readonly Course[]): boolean => {
    const shortest = [...options].sort((a, b) => a.hours - b.hours || (a.id < b.id ? -1 : 1));
    for (const option of shortest) {
      const bundle = withPreparation(option, courses, state, depth + 1);
      if (bundle === null || bundle.includes(course)) continue;
      before.push(...bundle.filter((each) => !before.includes(each)));
      return true;
    }
    return false;
  };
  for (const id of course.requires) {
    const there = [...state.taken, ...before].some((each) => each.id === id);
    if (!there && !add(courses.filter((each) => each.id === id))) return null;
  }
  for (const { skillId, level } of course.entry) {
    const teaches = (each: Course) => each !== course && each.teaches.some((lift) => lift.skillId === skillId && lift.level >= level);
    if (!have(skillId, level) && !add(courses.filter(teaches))) return null;
  }
  return [...before, course];
}
