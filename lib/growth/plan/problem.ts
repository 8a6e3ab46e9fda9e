/**
 * @file A plan request as a finite problem: which steps come into question, when each may be done (its options), what
 * each needs before it, and which levels of the gap each lifts. formulate.ts turns it into an integer programme.
 */
import type { Course, Currency, GapItem, PlanRequest } from "../types";
import { makeBlocks, type Block } from "./calendar";
import type { Need, Option } from "./option";
import { looseOptions, makeOptions } from "./options";
import { convert, levelNow } from "./request-facts";
import { eligibleCourses, relevantCourses, withoutDominated } from "./select-courses";

export interface Step {
  readonly course: Course;
  readonly price: number;
  readonly options: readonly Option[];
  readonly needs: readonly Need[];
}

/** One level of an open gap item; `lifters`: steps that reach it. */
export interface LevelGain {
  readonly item: GapItem;
  readonly level: number;
  /** Share of the whole coverage, 0–1. */
  readonly worth: number;
  readonly lifters: readonly number[];
}

export interface Problem {
  readonly request: PlanRequest;
  readonly currency: Currency;
  readonly blocks: readonly Block[];
  readonly blockDays: number;
  readonly steps: readonly Step[];
  readonly levels: readonly LevelGain[];
  /** Coverage that is there before, 0–1. */
  readonly coverageBefore: number;
  /** Steps to include that no option fits. */
  readonly impossible: readonly string[];
}

export const SHORTEST_BLOCK_DAYS = 7;
const BLOCK_DAYS = [SHORTEST_BLOCK_DAYS, 14, 28] as const;
const LONGEST_BLOCK_DAYS = 56;
/** Options (0/1 columns) that the solver answers quickly with; more make the blocks longer. */
const MAX_OPTIONS = 1500;
/** Courses of which only a part is solved with dates, however few options they have. */
const MANY_COURSES = 300;

/** @throws AppError "request/invalid" for impossible dates */
export function makeProblem(request: PlanRequest): Problem {
  const parts = stepsOf(request);
  return assemble(request, parts, chooseBlocks(request, parts.courses, parts.needs));
}

interface Parts {
  readonly courses: readonly Course[];
  readonly needs: readonly (readonly Need[])[];
}

interface Calendar {
  readonly blocks: readonly Block[];
  readonly blockDays: number;
  readonly options: readonly (readonly Option[])[];
}

function assemble(request: PlanRequest, { courses, needs }: Parts, { blocks, blockDays, options }: Calendar): Problem {
  const currency = request.budget?.currency ?? "EUR";
  const steps = courses.map((course, i): Step => ({
    course,
    price: convert(course.price, currency, request.rates),
    options: options[i] ?? [],
    needs: needs[i] ?? [],
  }));
  const fitting = new Set(steps.filter((step) => step.options.length > 0).map(({ course }) => course.id));
  const impossible = request.wishes.include.filter((id) => !fitting.has(id) && !request.done.includes(id));
  return { request, currency, blocks, blockDays, steps, ...gainsOf(request, courses), impossible };
}

/**
 * The same request with less asked of the calendar, for a bound: looseOptions instead of makeOptions, and mayPrepare
 * instead of isBefore. Every plan of the request in blocks of so many days is a solution of this one.
 */
export function makeLooseProblem(request: PlanRequest, blockDays: number): Problem {
  const { courses, needs } = stepsOf(request);
  const blocks = makeBlocks(request, blockDays, request.hoursPerWeek);
  return assemble(request, { courses, needs }, { blocks, blockDays, options: looseOptions(request, courses, blocks) });
}

/** True when the solver would need too long for the whole (solve-request.ts). */
export function isLarge(request: PlanRequest): boolean {
  const { courses, needs } = stepsOf(request);
  if (courses.length > MANY_COURSES) return true;
  const options = makeOptions(request, courses, { needs, blocks: makeBlocks(request, SHORTEST_BLOCK_DAYS, request.hoursPerWeek) });
  return options.reduce((sum, list) => sum + list.length, 0) > MAX_OPTIONS;
}

function stepsOf(request: PlanRequest): Parts {
  const courses = withoutDominated(relevantCourses(request, eligibleCourses(request)), request);
  return { courses, needs: courses.map((course) => needsOf(course, request, courses)) };
}

/** The shortest blocks that keep the number of options small. */
function chooseBlocks(request: PlanRequest, courses: readonly Course[], needs: readonly (readonly Need[])[]): Calendar {
  for (const blockDays of [...BLOCK_DAYS, LONGEST_BLOCK_DAYS]) {
    const blocks = makeBlocks(request, blockDays, request.hoursPerWeek);
    const options = makeOptions(request, courses, { needs, blocks });
    const count = options.reduce((sum, list) => sum + list.length, 0);
    if (count <= MAX_OPTIONS || blockDays === LONGEST_BLOCK_DAYS) return { blocks, blockDays, options };
  }
  return { blocks: [], blockDays: LONGEST_BLOCK_DAYS, options: [] };
}

/**
 * What has to come before a course. A level is first reached by a course that does not itself ask for that level of the
 * same skill, so only such courses count as its suppliers: that loses no plan, and keeps courses from passing as each
 * other's preparation.
 */
function needsOf(course: Course, request: PlanRequest, courses: readonly Course[]): Need[] {
  const needs: Need[] = [];
  for (const id of course.requires) {
    if (!request.done.includes(id)) needs.push({ suppliers: indicesWhere(courses, (other) => other.id === id) });
  }
  for (const { skillId, level } of course.entry) {
    if (levelNow(request, skillId) >= level) continue;
    const teaches = (other: Course) => other !== course && other.teaches.some((lift) => lift.skillId === skillId && lift.level >= level);
    const asks = (other: Course) => other.entry.some((entry) => entry.skillId === skillId && entry.level >= level);
    needs.push({ suppliers: indicesWhere(courses, (other) => teaches(other) && !asks(other)) });
  }
  return needs;
}

function indicesWhere(courses: readonly Course[], holds: (course: Course) => boolean): number[] {
  return courses.flatMap((course, index) => (holds(course) ? [index] : []));
}

function gainsOf(request: PlanRequest, courses: readonly Course[]): { levels: LevelGain[]; coverageBefore: number } {
  const total = request.gap.items.reduce((sum, { importance }) => sum + importance, 0);
  const levels: LevelGain[] = [];
  let covered = 0;
  for (const item of request.gap.items) {
    const share = total > 0 ? item.importance / total / item.needed : 0;
    covered += share * Math.min(item.have, item.needed);
    for (let level = item.have + 1; level <= item.needed; level++) {
      const lifts = (course: Course) => course.teaches.some((lift) => item.any.includes(lift.skillId) && lift.level >= level);
      levels.push({ item, level, worth: share, lifters: indicesWhere(courses, lifts) });
    }
  }
  return { levels, coverageBefore: total > 0 ? covered : 1 };
}
