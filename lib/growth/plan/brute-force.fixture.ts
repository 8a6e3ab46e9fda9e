/**
 * @file The best plan by trying everything: every set of steps, every choice of sessions, every order of work, played
 * through week by week. Own code throughout (the limits are read from the request), so that a mistake of the planner
 * shows.
 */
import type { Course, CourseSession, PlanRequest } from "../types";

interface Placed {
  readonly course: Course;
  /** Null: at one's own pace. */
  readonly days: { readonly from: number; readonly to: number } | null;
}

const MS = 86_400_000;

/** @returns the largest coverage, 0–1; null when nothing fulfils the request. Whole weeks only. */
export function bruteForce(request: PlanRequest): number | null {
  const weeks = Math.round(((Date.parse(request.deadline) - Date.parse(request.start)) / MS + 1) / 7);
  let choices: Placed[][] = [[]];
  for (const course of request.courses.filter((each) => allowed(request, each))) {
    choices = choices.flatMap((chosen) => [chosen, ...ways(request, course, weeks).map((way) => [...chosen, way])]);
  }
  const rated = choices.flatMap((chosen) => {
    const value = worth(request, chosen);
    return value === null ? [] : [{ chosen, value }];
  });
  rated.sort((a, b) => b.value - a.value);
  return rated.find(({ chosen }) => orders(chosen).some((order) => works(request, order, weeks)))?.value ?? null;
}

function allowed(request: PlanRequest, course: Course): boolean {
  return !request.done.includes(course.id) && !request.wishes.exclude.includes(course.id) && course.languages.some((each) => request.languages.includes(each));
}

function ways(request: PlanRequest, course: Course, weeks: number): Placed[] {
  const day = (text: string) => (Date.parse(text) - Date.parse(request.start)) / MS;
  if (course.sessions.length === 0) return [{ course, days: null }];
  const fits = ({ start, end, site }: CourseSession) => day(start) >= 0 && day(end) < weeks * 7 && (site === null || request.sites === null || request.sites.includes(site));
  return course.sessions.filter(fits).map(({ start, end }) => ({ course, days: { from: day(start), to: day(end) } }));
}

/** Coverage of a set that the budget and the wishes allow; else null. */
function worth(request: PlanRequest, chosen: readonly Placed[]): number | null {
  const currency = request.budget?.currency ?? "EUR";
  const cost = chosen.reduce((sum, { course: { price } }) => sum + (price.amount / request.rates[price.currency]) * request.rates[currency], 0);
  if (request.budget !== null && cost > request.budget.amount + 1e-9) return null;
  let [sum, total] = [0, 0];
  for (const { any, have, needed, importance } of request.gap.items) {
    const reached = Math.max(have, ...chosen.flatMap(({ course }) => course.teaches.filter(({ skillId }) => any.includes(skillId)).map((lift) => lift.level)));
    if (request.wishes.mustClose.some((id) => any.includes(id)) && reached < needed) return null;
    sum += importance * Math.min(1, reached / needed);
    total += importance;
  }
  return sum / total < request.wishes.minimumCoverage - 1e-9 ? null : sum / total;
}

function orders(items: readonly Placed[]): Placed[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** Plays one order of work: each week goes to the first steps that can be worked on. Time for sessions may be saved up. */
function works(request: PlanRequest, order: readonly Placed[], weeks: number): boolean {
  const left = new Map(order.map((placed) => [placed, placed.course.hours]));
  const finished = new Map<Placed, number>();
  const level = (skillId: string) => Math.max(request.levels[skillId] ?? 0, ...request.gap.items.filter((item) => item.skillId === skillId).map(({ have }) => have));
  const prepared = (course: Course, over: (placed: Placed) => boolean) => {
    const ready = order.filter(over);
    return (
      course.requires.every((id) => request.done.includes(id) || ready.some((each) => each.course.id === id)) &&
      course.entry.every((entry) => level(entry.skillId) >= entry.level || ready.some((each) => each.course.teaches.some((lift) => lift.skillId === entry.skillId && lift.level >= entry.level)))
    );
  };
  for (let week = 0; week < weeks; week++) {
    let time = request.hoursPerWeek;
    for (let again = true; again && time > 1e-9; ) {
      again = false;
      for (const placed of order) {
        const rest = left.get(placed) ?? 0;
        const open = placed.days !== null || prepared(placed.course, (other) => other !== placed && (other.days === null ? finished.has(other) : other.days.to < week * 7));
        if (rest <= 1e-9 || !open) continue;
        const worked = Math.min(rest, time);
        time -= worked;
        left.set(placed, rest - worked);
        again = worked > 1e-9;
        if (rest - worked <= 1e-9) finished.set(placed, week);
        break;
      }
    }
  }
  return order.every((placed) => {
    const week = finished.get(placed);
    if (week === undefined) return false;
    const { days, course } = placed;
    if (days === null) return true;
    const inTime = (other: Placed) => other !== placed && (other.days === null ? (finished.get(other) ?? weeks) * 7 + 6 < days.from : other.days.to < days.from);
    return week <= Math.floor(days.to / 7) && prepared(course, inTime);
  });
}
