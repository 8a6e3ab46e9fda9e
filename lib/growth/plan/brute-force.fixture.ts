/**
 * @file The best plan by trying everything: every step is left out or put on each of its dates. Own code throughout
 * (weeks as blocks, the limits read from the request), so that a mistake of the planner shows.
 */
import type { Course, PlanRequest } from "../types";

interface Placed {
  readonly course: Course;
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly from: number;
  readonly to: number;
  readonly fixed: boolean;
  readonly loads: ReadonlyMap<number, number>;
}

const MS = 86_400_000;

/** @returns the largest coverage, 0–1; null when nothing fulfils the request. Whole weeks only. */
export function bruteForce(request: PlanRequest): number | null {
  const weeks = Math.round(((Date.parse(request.deadline) - Date.parse(request.start)) / MS + 1) / 7);
  const choices = request.courses.filter((course) => allowed(request, course)).map((course) => placements(request, course, weeks));
  let best: number | null = null;
  const used = new Array<number>(weeks).fill(0);
  const visit = (index: number, chosen: readonly Placed[], spent: number): void => {
    const options = choices[index];
    if (!options) {
      const value = evaluate(request, chosen);
      if (value !== null && (best === null || value > best)) best = value;
      return;
    }
    visit(index + 1, chosen, spent);
    for (const option of options) {
      const cost = spent + priceOf(request, option.course);
      if (request.budget !== null && cost > request.budget.amount + 1e-9) continue;
      const fits = [...option.loads].every(([week, load]) => (used[week] ?? 0) + load <= request.hoursPerWeek + 1e-9);
      if (!fits) continue;
      for (const [week, load] of option.loads) used[week] = (used[week] ?? 0) + load;
      visit(index + 1, [...chosen, option], cost);
      for (const [week, load] of option.loads) used[week] = (used[week] ?? 0) - load;
    }
  };
  visit(0, [], 0);
  return best;
}

function allowed(request: PlanRequest, course: Course): boolean {
  return !request.done.includes(course.id) && !request.wishes.exclude.includes(course.id) && course.languages.some((each) => request.languages.includes(each));
}

function priceOf(request: PlanRequest, { price }: Course): number {
  const currency = request.budget?.currency ?? "EUR";
  return (price.amount / request.rates[price.currency]) * request.rates[currency];
}

function placements(request: PlanRequest, course: Course, weeks: number): Placed[] {
  const day = (text: string) => (Date.parse(text) - Date.parse(request.start)) / MS;
  const spread = (lastWeek: number): Pick<Placed, "firstWeek" | "lastWeek" | "loads"> | null => {
    const count = Math.max(1, Math.ceil(course.hours / request.hoursPerWeek - 1e-9));
    const firstWeek = lastWeek - count + 1;
    if (firstWeek < 0) return null;
    return { firstWeek, lastWeek, loads: new Map(Array.from({ length: count }, (_, i) => [firstWeek + i, course.hours / count])) };
  };
  if (course.sessions.length === 0) {
    return Array.from({ length: weeks }, (_, week) => spread(week)).flatMap((placed) => (placed ? [{ course, fixed: false, ...placed, from: placed.firstWeek * 7, to: placed.lastWeek * 7 + 6 }] : []));
  }
  return course.sessions.flatMap(({ start, end, site }) => {
    const [from, to] = [day(start), day(end)];
    if (from < 0 || to >= weeks * 7 || (site !== null && request.sites !== null && !request.sites.includes(site))) return [];
    const placed = spread(Math.floor(to / 7));
    return placed ? [{ course, fixed: true, ...placed, from, to }] : [];
  });
}

/** Coverage of a choice that some order allows and that fulfils the wishes; else null. */
function evaluate(request: PlanRequest, chosen: readonly Placed[]): number | null {
  const before = (a: Placed, b: Placed) => (a.fixed || b.fixed ? a.to < b.from : a.lastWeek <= b.firstWeek);
  const level = (skillId: string) => Math.max(request.levels[skillId] ?? 0, ...request.gap.items.filter((item) => item.skillId === skillId).map(({ have }) => have));
  const done: Placed[] = [];
  for (let grew = true; grew; ) {
    grew = false;
    for (const step of chosen) {
      if (done.includes(step)) continue;
      const ready = done.filter((other) => before(other, step));
      const required = step.course.requires.every((id) => request.done.includes(id) || ready.some(({ course }) => course.id === id));
      const entered = step.course.entry.every((entry) => level(entry.skillId) >= entry.level || ready.some(({ course }) => course.teaches.some((lift) => lift.skillId === entry.skillId && lift.level >= entry.level)));
      if (!required || !entered) continue;
      done.push(step);
      grew = true;
    }
  }
  if (done.length < chosen.length) return null;
  let [sum, total] = [0, 0];
  for (const { any, have, needed, importance } of request.gap.items) {
    const reached = Math.max(have, ...chosen.flatMap(({ course }) => course.teaches.filter(({ skillId }) => any.includes(skillId)).map((lift) => lift.level)));
    if (request.wishes.mustClose.some((id) => any.includes(id)) && reached < needed) return null;
    sum += importance * Math.min(1, reached / needed);
    total += importance;
  }
  return sum / total < request.wishes.minimumCoverage - 1e-9 ? null : sum / total;
}
