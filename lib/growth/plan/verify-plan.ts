/**
 * @file verifyPlan: does a plan keep every limit of its request? Written against the types alone: it shares no code
 * with the planner, so that each can catch the other's mistakes. Also checks plans for the evaluation of answers.
 */
import type { Course, Plan, PlanRequest, PlanStep } from "../types";

type Courses = ReadonlyMap<string, Course>;
interface Case {
  readonly request: PlanRequest;
  readonly plan: Pick<Plan, "steps" | "blockDays">;
  readonly courses: Courses;
}

const TOLERANCE = 1e-6;

const coursesOf = (request: PlanRequest): Courses => new Map(request.courses.map((course) => [course.id, course]));

/** @returns one sentence per violation; empty when the plan keeps everything, and its own figures hold */
export function verifyPlan(request: PlanRequest, plan: Plan): string[] {
  const wrong = verifySteps(request, plan);
  const known = coursesOf(request);
  return plan.steps.every(({ courseId }) => known.has(courseId)) ? [...wrong, ...figures(request, plan)] : wrong;
}

/** The steps alone, whoever wrote them down. `blockDays`: by the end of which stretches the hours must be there, days. @returns one sentence per violation */
export function verifySteps(request: PlanRequest, plan: Pick<Plan, "steps" | "blockDays">): string[] {
  const courses = coursesOf(request);
  const unknown = plan.steps.filter(({ courseId }) => !courses.has(courseId)).map(({ courseId }) => `step ${courseId} is not in the catalogue`);
  if (unknown.length > 0) return unknown;
  const whole: Case = { request, plan, courses };
  return [...stepLimits(whole), ...order(whole), ...hours(whole), ...money(whole), ...wishes(whole)];
}

/** What the steps come to, by the catalogue: hours of work, price in the request's currency (the budget's, else EUR), coverage 0–1. */
export function factsOf(request: PlanRequest, steps: Plan["steps"]): { readonly hours: number; readonly price: number; readonly coverageAfter: number } {
  const courses = coursesOf(request);
  const whole: Case = { request, plan: { steps, blockDays: 7 }, courses };
  return { hours: steps.reduce((sum, { courseId }) => sum + (courses.get(courseId)?.hours ?? 0), 0), price: priceOf(whole), coverageAfter: coverage(request, levelsAfter(whole)) };
}

function stepLimits({ request, plan, courses }: Case): string[] {
  const ids = plan.steps.map(({ courseId }) => courseId);
  const wrong: string[] = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} stands in the plan twice`);
  for (const step of plan.steps) {
    const course = courses.get(step.courseId);
    if (!course) continue;
    const say = (fault: boolean, text: string) => fault && wrong.push(`${step.courseId} ${text}`);
    say(request.done.includes(course.id), "is done already");
    say(request.wishes.exclude.includes(course.id), "was excluded");
    say(request.kinds !== null && !request.kinds.includes(course.kind), "is of a kind that is not wanted");
    say(!course.languages.some((language) => request.languages.includes(language)), "is held in no language of the learner");
    say(step.start < request.start || step.end > request.deadline || step.end < step.start, "lies outside the time");
    say((step.session === null) !== (course.sessions.length === 0), "has no session, or one too many");
    if (step.session === null) continue;
    const { id, site, start, end } = step.session;
    say(!course.sessions.some((other) => other.id === id && other.start === start && other.end === end), "names a session that does not exist");
    say(step.start !== start || step.end !== end, "does not stand on its session's days");
    say(site !== null && request.sites !== null && !request.sites.includes(site), `takes place in ${String(site)}`);
  }
  return wrong;
}

/** At one's own pace the next step may begin on the day the last one ends; a session needs a day between. */
function precedes(before: PlanStep, after: PlanStep): boolean {
  return before.session === null && after.session === null ? before.end <= after.start && before.order < after.order : before.end < after.start;
}

function order({ request, plan, courses }: Case): string[] {
  const wrong: string[] = [];
  for (const step of plan.steps) {
    const earlier = plan.steps.filter((other) => other !== step && precedes(other, step));
    const course = courses.get(step.courseId);
    for (const id of course?.requires ?? []) {
      if (!request.done.includes(id) && !earlier.some(({ courseId }) => courseId === id)) wrong.push(`${step.courseId} comes before ${id}, which it requires`);
    }
    for (const { skillId, level } of course?.entry ?? []) {
      const taught = earlier.some(({ courseId }) => (courses.get(courseId)?.teaches ?? []).some((lift) => lift.skillId === skillId && lift.level >= level));
      if (today(request, skillId) < level && !taught) wrong.push(`${step.courseId} needs ${skillId} at level ${level} first`);
    }
  }
  return wrong;
}

function today(request: PlanRequest, skillId: string): number {
  let level: number = request.levels[skillId] ?? 0;
  for (const item of request.gap.items) if (item.skillId === skillId && item.have > level) level = item.have;
  return level;
}

const dayCount = (from: string, to: string) => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;

/** By the end of every block no more hours are done than there were; and between two blocks, at one's own pace. */
function hours({ request, plan, courses }: Case): string[] {
  const days = dayCount(request.start, request.deadline);
  const edges = [0];
  while (days - (edges.at(-1) ?? 0) >= 1.5 * plan.blockDays) edges.push((edges.at(-1) ?? 0) + plan.blockDays);
  edges.push(days);
  const placed = plan.steps.map((step) => ({
    hours: courses.get(step.courseId)?.hours ?? 0,
    from: dayCount(request.start, step.start) - 1,
    to: dayCount(request.start, step.end),
    fixed: step.session !== null,
  }));
  const wrong: string[] = [];
  edges.forEach((from, i) => {
    for (const to of edges.slice(i + 1)) {
      const inside = placed.filter((step) => step.from >= from && step.to <= to && (from === 0 || !step.fixed));
      const sum = inside.reduce((total, step) => total + step.hours, 0);
      const room = (request.hoursPerWeek * (to - from)) / 7;
      if (sum > room + TOLERANCE) wrong.push(`days ${from + 1} to ${to} hold ${sum} hours of work and ${room.toFixed(1)} hours of time`);
    }
  });
  return wrong;
}

const currencyOf = ({ budget }: PlanRequest) => budget?.currency ?? "EUR";

function priceOf({ request, plan, courses }: Case): number {
  const currency = currencyOf(request);
  let sum = 0;
  for (const { courseId } of plan.steps) {
    const price = courses.get(courseId)?.price;
    if (price) sum += price.currency === currency ? price.amount : (price.amount * request.rates[currency]) / request.rates[price.currency];
  }
  return sum;
}

function money(whole: Case): string[] {
  const { budget } = whole.request;
  const sum = priceOf(whole);
  return budget !== null && sum > budget.amount + 0.01 ? [`costs ${sum.toFixed(2)} of ${budget.amount} ${budget.currency}`] : [];
}

/** Levels of the gap's items after the plan. */
function levelsAfter({ request, plan, courses }: Case): number[] {
  return request.gap.items.map(({ any, have }) => {
    const taught = plan.steps.flatMap(({ courseId }) => (courses.get(courseId)?.teaches ?? []).filter(({ skillId }) => any.includes(skillId)).map(({ level }) => level));
    return Math.max(have, ...taught);
  });
}

function coverage(request: PlanRequest, levels: readonly number[]): number {
  let [sum, total] = [0, 0];
  request.gap.items.forEach(({ importance, needed }, i) => {
    total += importance;
    sum += importance * Math.min(1, (levels[i] ?? 0) / needed);
  });
  return total === 0 ? 1 : sum / total;
}

function wishes(whole: Case): string[] {
  const { request, plan } = whole;
  const levels = levelsAfter(whole);
  const wrong = request.wishes.include
    .filter((id) => !request.done.includes(id) && !plan.steps.some(({ courseId }) => courseId === id))
    .map((id) => `${id} was asked for and is missing`);
  request.gap.items.forEach((item, i) => {
    if (item.any.some((id) => request.wishes.mustClose.includes(id)) && (levels[i] ?? 0) < item.needed) wrong.push(`${item.skillId} stays open`);
  });
  const reached = coverage(request, levels);
  if (reached < request.wishes.minimumCoverage - TOLERANCE) wrong.push(`covers ${reached.toFixed(3)} of ${request.wishes.minimumCoverage}`);
  return wrong;
}

function figures(request: PlanRequest, plan: Plan): string[] {
  const wrong: string[] = [];
  const { hours: work, price, coverageAfter } = factsOf(request, plan.steps);
  const currency = currencyOf(request);
  if (Math.abs(price - plan.price.amount) > 0.02 || plan.price.currency !== currency) wrong.push(`says it costs ${plan.price.amount}, but costs ${price.toFixed(2)} ${currency}`);
  if (Math.abs(coverageAfter - plan.coverageAfter) > TOLERANCE) wrong.push(`says it covers ${plan.coverageAfter}, but covers ${coverageAfter}`);
  if (Math.abs(work - plan.hours) > TOLERANCE) wrong.push(`says ${plan.hours} hours, but takes ${work}`);
  return wrong;
}
