/**
 * @file The options of every step. A session is one option. At one's own pace only those days matter at which a session
 * that the step may build on ends, or one that may build on it begins: all other times are as good as each other, and
 * the schedule (schedule.ts) settles them.
 */
import type { Course, PlanRequest } from "../types";
import { blockOf, dayNumber, type Block } from "./calendar";
import type { Need, Option } from "./option";

interface Setting {
  readonly needs: readonly (readonly Need[])[];
  readonly blocks: readonly Block[];
}

/** @returns for every course its options, none where nothing fits */
export function makeOptions(request: PlanRequest, courses: readonly Course[], { needs, blocks }: Setting): Option[][] {
  const held = courses.map((course, step) => sessionOptions(request, course, { step, blocks }));
  const suppliers = needs.map((list) => [...new Set(list.flatMap((need) => need.suppliers))]);
  const consumers = courses.map((): number[] => []);
  suppliers.forEach((list, step) => list.forEach((supplier) => consumers[supplier]?.push(step)));
  const releases = spread(suppliers, (step) => (held[step] ?? []).flatMap(({ endDay }) => firstBlockAfter(blocks, endDay)));
  const deadlines = spread(consumers, (step) => (held[step] ?? []).flatMap(({ startDay }) => lastBlockBefore(blocks, startDay)));
  return courses.map((course, step) => {
    if (course.sessions.length > 0) return held[step] ?? [];
    const from = [0, ...(releases[step] ?? [])];
    const to = [blocks.length - 1, ...(deadlines[step] ?? [])];
    return from.flatMap((fromBlock) => to.flatMap((toBlock) => ownPace(course, blocks, { step, fromBlock, toBlock })));
  });
}

/**
 * For a bound: a step at one's own pace has one option, which begins as late and ends as early as its own hours allow
 * (mayPrepare reads its days so) and whose hours count in all only. A session keeps its days.
 */
export function looseOptions(request: PlanRequest, courses: readonly Course[], blocks: readonly Block[]): Option[][] {
  const last = blocks.length - 1;
  return courses.map((course, step) => {
    if (course.sessions.length > 0) return sessionOptions(request, course, { step, blocks });
    const end = blocks.find((_, to) => room(blocks, 0, to) + 1e-9 >= course.hours);
    const start = blocks.findLast((_, from) => room(blocks, from, last) + 1e-9 >= course.hours);
    return start && end ? [{ step, hours: course.hours, startDay: start.first, endDay: end.last, fromBlock: 0, toBlock: last, session: null }] : [];
  });
}

function sessionOptions(request: PlanRequest, course: Course, { step, blocks }: { readonly step: number; readonly blocks: readonly Block[] }): Option[] {
  return course.sessions.flatMap((session) => {
    if (session.site !== null && request.sites !== null && !request.sites.includes(session.site)) return [];
    const [startDay, endDay] = [dayNumber(request.start, session.start), dayNumber(request.start, session.end)];
    const toBlock = blockOf(blocks, endDay);
    if (startDay < 0 || toBlock < 0 || room(blocks, 0, toBlock) + 1e-9 < course.hours) return [];
    return [{ step, hours: course.hours, startDay, endDay, fromBlock: 0, toBlock, session }];
  });
}

function ownPace({ hours }: Course, blocks: readonly Block[], { step, fromBlock, toBlock }: { readonly step: number; readonly fromBlock: number; readonly toBlock: number }): Option[] {
  const [first, last] = [blocks[fromBlock], blocks[toBlock]];
  if (!first || !last || fromBlock > toBlock || room(blocks, fromBlock, toBlock) + 1e-9 < hours) return [];
  return [{ step, hours, startDay: first.first, endDay: last.last, fromBlock, toBlock, session: null }];
}

/** Hours from one block to another, both inclusive. */
export function room(blocks: readonly Block[], from: number, to: number): number {
  return blocks.slice(from, to + 1).reduce((sum, { hours }) => sum + hours, 0);
}

function firstBlockAfter(blocks: readonly Block[], day: number): number[] {
  const index = blocks.findIndex(({ first }) => first > day);
  return index < 0 ? [] : [index];
}

function lastBlockBefore(blocks: readonly Block[], day: number): number[] {
  const index = blocks.findLastIndex(({ last }) => last < day);
  return index < 0 ? [] : [index];
}

/** Marks of all steps that can be reached along the links, without repeats. */
function spread(links: readonly (readonly number[])[], marksOf: (step: number) => readonly number[]): number[][] {
  const own = links.map((_, step) => new Set(marksOf(step)));
  const marks = links.map(() => new Set<number>());
  for (let grew = true; grew; ) {
    grew = false;
    links.forEach((list, step) => {
      const here = marks[step];
      if (!here) return;
      const before = here.size;
      for (const other of list) for (const mark of [...(own[other] ?? []), ...(marks[other] ?? [])]) here.add(mark);
      grew ||= here.size > before;
    });
  }
  return marks.map((set) => [...set]);
}
