/**
 * @file The planner joined with rows: gap + catalogue + constraints → plan, alternatives, what ten more hours buy. Courses
 * that colleagues found useful come first among equals, those they found useless last (lib/growth/plan/rating-tiers.ts):
 * feedback re-ranks, it never hides.
 */
import { courseRatings, listDone } from "../../../db/queries/growth-plans";
import { coursesById, listCourses } from "../../../db/queries/growth-catalogue";
import { requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { PlanConstraints, TargetRef } from "../../contracts/growth";
import type { Clock } from "../../core/clock";
import { addMonths, dayOf } from "../../core/document-terms";
import { AppError, isAppError } from "../../core/errors";
import type { ActorScope } from "../../core/scope";
import { effectiveLevels } from "../../growth/gap/effective-level";
import { ratingTiers } from "../../growth/plan/rating-tiers";
import type { Course, MoreHours, Plan, PlanRequest, PlanResult } from "../../growth/types";
import { RATES } from "./company-budget";
import { gapOf, type OwnGap } from "./gap";
import { interestingOf, ownInterests } from "./own-interests";
import { plannerProcess } from "./planner-process";
import { findProgramme } from "./programmes";
import { growthTaxonomy } from "./taxonomy";

/** Of one solve, in ms: a busy machine must not turn a goal away. Alternatives and "ten more hours" are extras: they give up sooner. */
const TIME_LIMIT_MS = 8_000;
const EXTRA_LIMIT_MS = 4_000;
/** What "ten more hours" is asked with. */
export const EXTRA_HOURS = 10;
/** A longer horizon than two years is a wish, not a plan. */
const MAX_MONTHS = 24;

export interface Planned {
  readonly own: OwnGap;
  readonly request: PlanRequest;
  readonly result: PlanResult;
  readonly courses: readonly Course[];
}

/** What is an extra is left out when its time does not suffice; the plan itself stands. */
async function unlessTooLarge<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error) && error.code === "request/too-large") return otherwise;
    throw error;
  }
}

type Infeasible = Extract<PlanResult, { kind: "infeasible" }>;

export interface PlanCall {
  readonly ref: TargetRef;
  readonly constraints: PlanConstraints;
  readonly clock: Clock;
  /** Courses that stay in question although they are no longer offered: what has begun. */
  readonly begun?: readonly string[];
  /** Changes the request at last: planning again takes over what has begun. */
  readonly rework?: (request: PlanRequest) => PlanRequest;
}

/** @throws AppError "request/invalid" for a deadline outside the next two years; "request/not-found" for the target */
export async function planFor(db: Database, scope: ActorScope, call: PlanCall): Promise<Planned> {
  const me = await requireOwnEntry(db, scope);
  const own = await gapOf(db, scope, call.ref);
  const offered = await listCourses(db, scope);
  const held = (call.begun ?? []).filter((id) => !offered.some((course) => course.id === id));
  const courses = [...offered, ...(await coursesById(db, scope, held)).values()];
  const done = await listDone(db, scope, me.id);
  const start = dayOf(call.clock.now());
  checkDeadline(call.constraints.deadline, start);
  const { constraints } = call;
  const named = new Set([...courses.flatMap(({ teaches, entry }) => [...teaches, ...entry].map(({ skillId }) => skillId)), ...own.gap.items.flatMap(({ any }) => any)]);
  const programme = call.ref.kind === "programme" ? await findProgramme(db, call.ref.id ?? "") : null;
  const fresh: PlanRequest = {
    gap: own.gap,
    levels: effectiveLevels(named, own.held, growthTaxonomy()),
    courses,
    done,
    start,
    deadline: constraints.deadline,
    hoursPerWeek: constraints.hoursPerWeek,
    budget: constraints.budget,
    rates: RATES,
    languages: constraints.languages,
    sites: sitesOf(constraints, me.site),
    kinds: constraints.kinds ?? null,
    wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: [] },
    aim: constraints.aim,
    preferred: programme?.steps ?? [],
    ...ratingTiers(await courseRatings(db, scope)),
    interesting: interestingOf(courses, await ownInterests(db, scope)),
  };
  const request = call.rework ? call.rework(fresh) : fresh;
  return { own, request, courses, result: await plannerProcess().ask("plan", { request }, TIME_LIMIT_MS) };
}

/**
 * What keeps even a first step out, and by how much it has to give. An impossible request says so itself; here the best plan is an
 * empty one, while the gap is open and the catalogue teaches some of it.
 * @returns null when there are steps, nothing is open or taught, or the time does not suffice
 */
export async function helpToBegin({ own, request, result, courses }: Planned): Promise<Infeasible | null> {
  if (result.kind === "infeasible") return result;
  if (result.plan.steps.length > 0 || !isTaught({ own, courses })) return null;
  return plannerProcess().ask("first-step", { request }, EXTRA_LIMIT_MS);
}

/** Something of what is missing is taught by some course, whatever the limits. */
export function isTaught({ own, courses }: Pick<Planned, "own" | "courses">): boolean {
  const taught = new Set(courses.flatMap(({ teaches }) => teaches.map(({ skillId }) => skillId)));
  return own.gap.items.some(({ state, any }) => state !== "have" && any.some((id) => taught.has(id)));
}

/** Places where the learner attends; null: anywhere. Sessions online count always (lib/growth/types.ts), so no place means online only. */
export const sitesOf = ({ online, anySite }: Pick<PlanConstraints, "online" | "anySite">, ownSite: string): readonly string[] | null => (online ? [] : anySite ? null : [ownSite]);

/** @returns the last day that a plan may have, when `deadline` is not after today or lies beyond it; else null */
export function lastDeadline(deadline: string, start: string): string | null {
  const last = addMonths(start, MAX_MONTHS);
  return deadline > start && deadline <= last ? null : last;
}

function checkDeadline(deadline: string, start: string): void {
  const last = lastDeadline(deadline, start);
  if (last === null) return;
  throw new AppError("request/invalid", "a deadline outside the next two years", { userMessage: `Choose a deadline after today and not later than ${last}.` });
}

/** Fastest, cheapest, deepest, with the same constraints; what would be the same steps is left out. */
export async function alternativesTo(request: PlanRequest, plan: Plan): Promise<readonly Plan[]> {
  return unlessTooLarge(plannerProcess().ask("alternatives", { request, plan }, EXTRA_LIMIT_MS), []);
}

/** @returns null when ten hours more buy nothing */
export async function moreOf(request: PlanRequest, plan: Plan): Promise<MoreHours | null> {
  const more = await withHours(request, plan, EXTRA_HOURS);
  return more && more.gained > 0 ? more : null;
}

/** The same request with some hours more in all. @returns null when the time to solve it does not suffice */
export async function withHours(request: PlanRequest, plan: Plan, extraHours: number): Promise<MoreHours | null> {
  return unlessTooLarge(plannerProcess().ask("more", { request, plan, extraHours }, EXTRA_LIMIT_MS), null);
}
