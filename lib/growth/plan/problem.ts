/**
 * @file A plan request as a finite problem: which steps come into question, when each may be done (its options), what
 * each needs before it, and which levels of the gap each lifts. formulate.ts turns it into an integer programme.
 */
import type { Course, CourseSession, Currency, GapItem, PlanRequest } from "../types";
import { blockOf, dayNumber, makeBlocks, type Block } from "./calendar";
import { convert, levelNow } from "./request-facts";
import { eligibleCourses, relevantCourses, withoutDominated } from "./select-courses";

/** One way to do a step: blocks and, for a session, its days. */
export interface Option {
  readonly step: number;
  readonly firstBlock: number;
  readonly lastBlock: number;
  /** Hours per block from firstBlock on. */
  readonly load: readonly number[];
  /** Days from the plan's first day, inclusive. */
  readonly startDay: number;
  readonly endDay: number;
  readonly session: CourseSession | null;
}

/** Fulfilled when one of the suppliers is done before. */
export interface Need {
  readonly suppliers: readonly number[];
}

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
const MAX_OPTIONS = 4000;

/**
 * May `a` serve `b` as preparation? At one's own pace both may share a block (in that order); where a session is
 * involved the days decide: done before the day on which the other begins.
 */
export function isBefore(a: Option, b: Option): boolean {
  if (a.session === null && b.session === null) return a.lastBlock <= b.firstBlock;
  return a.endDay < b.startDay;
}

/** @throws AppError "request/invalid" for impossible dates */
export function makeProblem(request: PlanRequest): Problem {
  const currency = request.budget?.currency ?? "EUR";
  const eligible = eligibleCourses(request);
  const courses = withoutDominated(relevantCourses(request, eligible), request);
  const { blocks, blockDays } = chooseBlocks(request, courses);
  const drafts = courses.map((course, step) => ({ course, options: optionsOf(course, step, { request, blocks }) }));
  const steps = drafts.map(({ course, options }): Step => ({
    course,
    price: convert(course.price, currency, request.rates),
    options,
    needs: needsOf(course, request, courses),
  }));
  const fitting = new Set(steps.filter(({ options }) => options.length > 0).map(({ course }) => course.id));
  const impossible = request.wishes.include.filter((id) => !fitting.has(id) && !request.done.includes(id));
  return { request, currency, blocks, blockDays, steps, ...gainsOf(request, courses), impossible };
}

/** The shortest blocks that keep the number of options small. */
function chooseBlocks(request: PlanRequest, courses: readonly Course[]): { blocks: Block[]; blockDays: number } {
  const free = courses.filter(({ sessions }) => sessions.length === 0).length;
  const held = courses.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const small = (days: number) => free * makeBlocks(request, days, 1).length + held <= MAX_OPTIONS;
  const blockDays = BLOCK_DAYS.find(small) ?? LONGEST_BLOCK_DAYS;
  return { blocks: makeBlocks(request, blockDays, request.hoursPerWeek), blockDays };
}

function optionsOf(course: Course, step: number, { request, blocks }: { request: PlanRequest; blocks: readonly Block[] }): Option[] {
  if (course.sessions.length === 0) {
    return blocks.flatMap((block, lastBlock) => {
      const spread = spreadHours(course.hours, blocks, lastBlock);
      const first = spread ? blocks[spread.firstBlock] : undefined;
      return spread && first ? [{ step, lastBlock, ...spread, startDay: first.first, endDay: block.last, session: null }] : [];
    });
  }
  return course.sessions.flatMap((session) => {
    if (session.site !== null && request.sites !== null && !request.sites.includes(session.site)) return [];
    const [startDay, endDay] = [dayNumber(request.start, session.start), dayNumber(request.start, session.end)];
    const lastBlock = blockOf(blocks, endDay);
    if (startDay < 0 || lastBlock < 0) return [];
    const spread = spreadHours(course.hours, blocks, lastBlock);
    return spread ? [{ step, lastBlock, ...spread, startDay, endDay, session }] : [];
  });
}

/** The fewest blocks up to `lastBlock` that hold the hours, in proportion to what each holds; null: they do not fit. */
function spreadHours(hours: number, blocks: readonly Block[], lastBlock: number): { firstBlock: number; load: number[] } | null {
  let room = 0;
  for (let firstBlock = lastBlock; firstBlock >= 0; firstBlock--) {
    room += blocks[firstBlock]?.hours ?? 0;
    if (room + 1e-9 < hours) continue;
    const load = blocks.slice(firstBlock, lastBlock + 1).map((block) => (hours * block.hours) / room);
    return { firstBlock, load };
  }
  return null;
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
