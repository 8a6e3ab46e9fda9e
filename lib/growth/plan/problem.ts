/**
 * @file A plan request as a finite problem: which steps come into question, when each may be done (its options), what
 * each needs before it, and which levels of the gap each lifts. formulate.ts turns it into an integer programme.
 */
import type { Course, Currency, GapItem, PlanRequest } from "../types";
import { makeBlocks, type Block } from "./calendar";
import type { Need, Option } from "./option";
import { makeOptions } from "./options";
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

const BLOCK_DAYS = [7, 14, 28] as const;
const LONGEST_BLOCK_DAYS = 56;
/** Options (0/1 columns) that the solver answers quickly with; more make the blocks longer. */
const MAX_OPTIONS = 1500;
/** Courses of which only a part is solved with dates, however few options they have. */
const MANY_COURSES = 300;

/** @throws AppError "request/invalid" for impossible dates */
export function makeProblem(request: PlanRequest): Problem {
  const currency = request.budget?.currency ?? "EUR";
  const { courses, needs } = stepsOf(request);
  const { blocks, blockDays, options } = chooseBlocks(request, courses, needs);
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

/** True when the solver would need too long for the whole (solve-request.ts). */
export function isLarge(request: PlanRequest): boolean {
  const { courses, needs } = stepsOf(request);
  if (courses.length > MANY_COURSES) return true;
  const options = makeOptions(request, courses, { needs, blocks: makeBlocks(request, BLOCK_DAYS[0], request.hoursPerWeek) });
  return options.reduce((sum, list) => sum + list.length, 0) > MAX_OPTIONS;
}

function stepsOf(request: PlanRequest): { readonly courses: readonly Course[]; readonly needs: readonly (readonly Need[])[] } {
  const courses = withoutDominated(relevantCourses(request, eligibleCourses(request)), request);
  return { courses, needs: courses.map((course) => needsOf(course, request, courses)) };
}

/** The shortest blocks that keep the number of options small. */
function chooseBlocks(request: PlanRequest, courses: readonly Course[], needs: readonly (readonly Need[])[]): { blocks: Block[]; blockDays: number; options: Option[][] } {
  for (const blockDays of [...BLOCK_DAYS, LONGEST_BLOCK_DAYS]) {
    const blocks = makeBlocks(request, blockDays, request.hoursPerWeek);
    const options = makeOptions(request, courses, { needs, blocks });
    const count = options.reduce((sum, list) => sum + list.length, 0);
    if (count <= MAX_OPTIONS || blockDays === LONGEST_BLOCK_DAYS) return { blocks, blockDays, options };
  }
  return { blocks: [], blockDays: LONGEST_BLOCK_DAYS, options: [] };
}

function needsOf(course: Course, request: PlanRequest, courses: readonly Course[]): Need[] {
  const needs: Need[] = [];
  for (const id of course.requires) {
    if (!request.done.includes(id)) needs.push({ suppliers: indicesWhere(courses, (other) => other.id === id) });
  }
  for (const { skillId, level } of course.entry) {
    if (levelNow(request, skillId) >= level) continue;
    const teaches = (other: Course) => other !== course && other.teaches.some((lift) => lift.skillId === skillId && lift.level >= level);
    needs.push({ suppliers: indicesWhere(courses, teaches) });
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
