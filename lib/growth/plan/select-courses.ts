/**
 * @file Which courses of a catalogue can matter for a request: allowed by the learner's limits, able to lift the gap or
 * to prepare a step that does, reachable from today's levels, and not beaten in every respect by another one. Leaving
 * the rest out changes no optimum; it only makes the programme small.
 */
import type { Course, PlanRequest } from "../types";
import { convert, levelNow, tierOf } from "./request-facts";

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
 * money, asks for no more beforehand, is rated no worse, and meets an interest of the learner where it does: putting the other in its place keeps every plan possible and as good. Kept:
 * whatever is asked for, preferred, or required by id.
 */
export function withoutDominated(courses: readonly Course[], request: PlanRequest): Course[] {
  const named = new Set([...courses.flatMap(({ requires }) => requires), ...request.wishes.include, ...(request.preferred ?? [])]);
  const useful = usefulSkills(courses, request);
  const all = courses.map((course) => offerOf(course, { request, useful }));
  const free = all.filter(({ course }) => course.sessions.length === 0);
  const bySkill = new Map<string, Offer[]>();
  for (const offer of free) for (const skillId of offer.taught.keys()) bySkill.set(skillId, [...(bySkill.get(skillId) ?? []), offer]);
  const beaten = (offer: Offer): boolean => {
    if (offer.course.sessions.length > 0 || named.has(offer.course.id)) return false;
    // Whoever beats it teaches whatever it teaches: the others with its first skill are enough to look at.
    const [skillId] = offer.taught.keys();
    const rivals = skillId === undefined ? free : (bySkill.get(skillId) ?? []);
    return rivals.some((other) => other !== offer && dominates(other, offer) && (!dominates(offer, other) || other.course.id < offer.course.id));
  };
  return all.flatMap((offer) => (beaten(offer) ? [] : [offer.course]));
}

/** Skills whose level matters: of the gap, or an entry condition of a course. */
function usefulSkills(courses: readonly Course[], request: PlanRequest): ReadonlySet<string> {
  return new Set([...request.gap.items.flatMap(({ any }) => any), ...courses.flatMap(({ entry }) => entry.map(({ skillId }) => skillId))]);
}

/** What a course gives and asks, as far as it matters for the request. */
interface Offer {
  readonly course: Course;
  /** EUR. */
  readonly price: number;
  readonly taught: ReadonlyMap<string, number>;
  /** Courses not done yet, and levels not there yet. */
  readonly requires: readonly string[];
  readonly entry: ReadonlyMap<string, number>;
  /** The better its ratings, the higher. */
  readonly tier: number;
  /** It meets an interest of the learner. */
  readonly interests: boolean;
}

const TIERS = ["disliked", "unknown", "liked"] as const;

function offerOf(course: Course, { request, useful }: { readonly request: PlanRequest; readonly useful: ReadonlySet<string> }): Offer {
  return {
    course,
    price: convert(course.price, "EUR", request.rates),
    taught: highest(course.teaches.filter(({ skillId }) => useful.has(skillId))),
    requires: course.requires.filter((id) => !request.done.includes(id)),
    entry: highest(course.entry.filter(({ skillId, level }) => levelNow(request, skillId) < level)),
    tier: TIERS.indexOf(tierOf(request, course.id)),
    interests: request.interesting?.[course.id] !== undefined,
  };
}

function highest(levels: readonly { readonly skillId: string; readonly level: number }[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { skillId, level } of levels) best.set(skillId, Math.max(level, best.get(skillId) ?? 0));
  return best;
}

function dominates(a: Offer, b: Offer): boolean {
  if (a.course.hours > b.course.hours || a.price > b.price || a.tier < b.tier || (b.interests && !a.interests)) return false;
  if (![...b.taught].every(([skillId, level]) => (a.taught.get(skillId) ?? 0) >= level)) return false;
  if (!a.requires.every((id) => b.requires.includes(id))) return false;
  return [...a.entry].every(([skillId, level]) => (b.entry.get(skillId) ?? 0) >= level);
}
