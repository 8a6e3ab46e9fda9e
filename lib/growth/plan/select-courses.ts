/**
 * @file Which courses of a catalogue can matter for a request: allowed by the learner's limits, able to lift the gap or
 * to prepare a step that does, reachable from today's levels, and not beaten in every respect by another one. Leaving
 * the rest out changes no optimum; it only makes the programme small.
 */
import type { Course, PlanRequest } from "../types";
import { convert, levelNow } from "./request-facts";

/** Courses that the learner's own limits allow: language, kind, site, exclusions, budget. */
export function eligibleCourses(request: PlanRequest): Course[] {
  const { done, wishes, kinds, languages, sites, budget, rates } = request;
  return request.courses.filter((course) => {
    if (done.includes(course.id) || wishes.exclude.includes(course.id)) return false;
    if (kinds !== null && !kinds.includes(course.kind)) return false;
    if (!course.languages.some((language) => languages.includes(language))) return false;
    if (budget !== null && convert(course.price, budget.currency, rates) > budget.amount + 1e-9) return false;
    return course.sessions.length === 0 || sites === null || course.sessions.some(({ site }) => site === null || sites.includes(site));
  });
}

/** Those that can be reached from today's levels, and that lift the gap, are asked for, or prepare such a step. */
export function relevantCourses(request: PlanRequest, eligible: readonly Course[]): Course[] {
  const reachable = reachableCourses(request, eligible);
  const relevant = new Set(reachable.filter((course) => liftsGap(course, request) || request.wishes.include.includes(course.id)));
  let frontier = [...relevant];
  while (frontier.length > 0) {
    const neededIds = new Set(frontier.flatMap(({ requires }) => requires));
    const neededSkills = new Map<string, number>();
    for (const { skillId, level } of frontier.flatMap(({ entry }) => entry)) {
      if (levelNow(request, skillId) >= level) continue;
      neededSkills.set(skillId, Math.min(neededSkills.get(skillId) ?? 4, level));
    }
    frontier = reachable.filter((course) => {
      if (relevant.has(course)) return false;
      return neededIds.has(course.id) || course.teaches.some(({ skillId, level }) => level >= (neededSkills.get(skillId) ?? 5));
    });
    for (const course of frontier) relevant.add(course);
  }
  return reachable.filter((course) => relevant.has(course));
}

/** Can be begun one day: every required course and entry level comes from today or from another reachable course. */
function reachableCourses(request: PlanRequest, eligible: readonly Course[]): Course[] {
  const reached = new Set<Course>();
  const ids = new Set(request.done);
  const levels = new Map<string, number>();
  const levelOf = (skillId: string) => Math.max(levelNow(request, skillId), levels.get(skillId) ?? 0);
  for (let grew = true; grew; ) {
    grew = false;
    for (const course of eligible) {
      if (reached.has(course)) continue;
      if (!course.requires.every((id) => ids.has(id))) continue;
      if (!course.entry.every(({ skillId, level }) => levelOf(skillId) >= level)) continue;
      reached.add(course);
      ids.add(course.id);
      for (const { skillId, level } of course.teaches) levels.set(skillId, Math.max(levels.get(skillId) ?? 0, level));
      grew = true;
    }
  }
  return eligible.filter((course) => reached.has(course));
}

/** True when the course reaches a level of the gap that is not there yet. */
export function liftsGap(course: Course, request: PlanRequest): boolean {
  return request.gap.items.some((item) => item.have < item.needed && course.teaches.some(({ skillId, level }) => item.any.includes(skillId) && level > item.have));
}

/**
 * Leaves out a course at one's own pace when another such course teaches at least as much, takes no more time and
 * money, and asks for no more beforehand: putting the other in its place keeps every plan possible and as good. Kept:
 * whatever is asked for, preferred, or required by id.
 */
export function withoutDominated(courses: readonly Course[], request: PlanRequest): Course[] {
  const named = new Set([...courses.flatMap(({ requires }) => requires), ...request.wishes.include, ...(request.preferred ?? [])]);
  const free = courses.filter(({ sessions }) => sessions.length === 0);
  const useful = usefulSkills(courses, request);
  const beaten = (course: Course): boolean => {
    if (course.sessions.length > 0 || named.has(course.id)) return false;
    return free.some((other) => other !== course && dominates(other, course, { request, useful }) && (!dominates(course, other, { request, useful }) || other.id < course.id));
  };
  return courses.filter((course) => !beaten(course));
}

/** Skills whose level matters: of the gap, or an entry condition of a course. */
function usefulSkills(courses: readonly Course[], request: PlanRequest): ReadonlySet<string> {
  return new Set([...request.gap.items.flatMap(({ any }) => any), ...courses.flatMap(({ entry }) => entry.map(({ skillId }) => skillId))]);
}

function dominates(a: Course, b: Course, { request, useful }: { request: PlanRequest; useful: ReadonlySet<string> }): boolean {
  const price = (course: Course) => convert(course.price, "EUR", request.rates);
  if (a.hours > b.hours || price(a) > price(b)) return false;
  const taught = (skillId: string) => a.teaches.reduce((best, lift) => (lift.skillId === skillId ? Math.max(best, lift.level) : best), 0);
  if (!b.teaches.every(({ skillId, level }) => !useful.has(skillId) || taught(skillId) >= level)) return false;
  if (!a.requires.every((id) => b.requires.includes(id) || request.done.includes(id))) return false;
  return a.entry.every(({ skillId, level }) => levelNow(request, skillId) >= level || b.entry.some((other) => other.skillId === skillId && other.level >= level));
}
