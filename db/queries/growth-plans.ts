/** @file Learning plans and their steps: read by their owner, and by the direct manager of an owner who shares; written by their owner. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { dayOf } from "../../lib/core/document-terms";
import { AppError } from "../../lib/core/errors";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { employees, growthCourseFeedback, growthPlans, growthPlanSteps, growthProfiles } from "../schema";
import { ownGrowth, readableGrowth, requireOwnEntry } from "./growth-people";

export type PlanRow = typeof growthPlans.$inferSelect;
export type StepRow = typeof growthPlanSteps.$inferSelect;
export type NewStep = Omit<StepRow, "planId">;

/** Newest first. `employeeId` left out: all that the reader may see. */
export async function listPlans(db: Database, scope: Scope, { employeeId, status }: { employeeId?: string; status?: PlanRow["status"] } = {}): Promise<PlanRow[]> {
  return db
    .select()
    .from(growthPlans)
    .where(and(readableGrowth(scope, growthPlans.employeeId), employeeId === undefined ? undefined : eq(growthPlans.employeeId, employeeId), status === undefined ? undefined : eq(growthPlans.status, status)))
    .orderBy(desc(growthPlans.createdAt), desc(growthPlans.id));
}

/** One's own plan. @throws AppError "request/not-found" */
export async function requireOwnPlan(db: Database, scope: ActorScope, id: string): Promise<PlanRow> {
  const [row] = await db.select().from(growthPlans).where(and(eq(growthPlans.id, id), ownGrowth(scope, growthPlans.employeeId)));
  if (!row) throw new AppError("request/not-found", "no such plan of one's own");
  return row;
}

/** Steps in their order, of plans that the caller has read with a scope. */
export async function listSteps(db: Database, _scope: Scope, planIds: readonly string[]): Promise<StepRow[]> {
  if (planIds.length === 0) return [];
  return db.select().from(growthPlanSteps).where(inArray(growthPlanSteps.planId, [...planIds])).orderBy(asc(growthPlanSteps.position));
}

export type NewPlan = Pick<PlanRow, "target" | "request" | "plan" | "gap" | "cost" | "programme">;

export async function addPlan(db: Database, scope: ActorScope, plan: NewPlan, steps: readonly NewStep[]): Promise<string> {
  const me = await requireOwnEntry(db, scope);
  const id = newId<string>();
  await db.transaction(async (tx) => {
    await tx.insert(growthPlans).values({ ...plan, id, employeeId: me.id, status: "active", approval: "none" });
    if (steps.length > 0) await tx.insert(growthPlanSteps).values(steps.map((step) => ({ ...step, planId: id })));
  });
  return id;
}

/** A newly solved plan in the place of the old one; the version goes up. Which reminders stay is in the steps. */
export async function replacePlan(db: Database, scope: ActorScope, { id, ...plan }: NewPlan & { id: string; approval: PlanRow["approval"] }, steps: readonly NewStep[]): Promise<void> {
  await requireOwnPlan(db, scope, id);
  await db.transaction(async (tx) => {
    await tx.update(growthPlans).set({ ...plan, version: sql`${growthPlans.version} + 1`, updatedAt: new Date() }).where(eq(growthPlans.id, id));
    await tx.delete(growthPlanSteps).where(eq(growthPlanSteps.planId, id));
    if (steps.length > 0) await tx.insert(growthPlanSteps).values(steps.map((step) => ({ ...step, planId: id })));
  });
}

/** @throws AppError "request/not-found" */
export async function setStep(db: Database, scope: ActorScope, { planId, courseId, status, on }: { planId: string; courseId: string; status: StepRow["status"]; on: string }): Promise<void> {
  await requireOwnPlan(db, scope, planId);
  // Begun, it may be reminded of again, before its end; where the end has passed, that it is late has been said.
  const remindedAt = sql`case when ${growthPlanSteps.status} = 'started' then ${growthPlanSteps.remindedAt} when ${growthPlanSteps.dueOn} < ${on} then ${`${on}T12:00:00Z`}::timestamptz end`;
  const rows = await db.update(growthPlanSteps).set({ status, doneOn: status === "done" ? on : null, ...(status === "started" ? { remindedAt } : {}) }).where(and(eq(growthPlanSteps.planId, planId), eq(growthPlanSteps.courseId, courseId))).returning({ id: growthPlanSteps.courseId });
  if (rows.length === 0) throw new AppError("request/not-found", "no such step in this plan");
  await db.update(growthPlans).set({ updatedAt: new Date() }).where(eq(growthPlans.id, planId));
}

export async function setPlan(db: Database, scope: ActorScope, id: string, set: Partial<Pick<PlanRow, "status" | "approval" | "approvalNote" | "cost">>): Promise<void> {
  await requireOwnPlan(db, scope, id);
  await db.update(growthPlans).set({ ...set, updatedAt: new Date() }).where(eq(growthPlans.id, id));
}

/**
 * Plans of direct reports that wait for a yes. Asking for approval shows the plan's titles and prices to the manager, also
 * of someone who shares nothing else.
 */
export async function listApprovals(db: Database, scope: ActorScope): Promise<PlanRow[]> {
  const reports = scope.principals.flatMap((principal) => (principal.startsWith("manager-of:") ? [principal.slice("manager-of:".length)] : []));
  if (reports.length === 0) return [];
  return db.select().from(growthPlans).where(and(inArray(growthPlans.employeeId, reports), eq(growthPlans.approval, "asked"), eq(growthPlans.status, "active"))).orderBy(asc(growthPlans.updatedAt));
}

/** @throws AppError "request/not-found" unless a direct report asks for it now */
export async function decideApproval(db: Database, scope: ActorScope, { planId, approve, note, by }: { planId: string; approve: boolean; note: string; by: string }): Promise<PlanRow> {
  const asked = (await listApprovals(db, scope)).find(({ id }) => id === planId);
  if (!asked) throw new AppError("request/not-found", "no report asks for approval of this plan");
  await db.update(growthPlans).set({ approval: approve ? "approved" : "declined", approvalNote: note, approvedBy: by, approvedAt: new Date() }).where(and(eq(growthPlans.id, planId), eq(growthPlans.approval, "asked")));
  return asked;
}

/** Someone's plans, whatever became of them, that were approved since a day; without an approval, begun since then. */
export async function listPlansSince(db: Database, _scope: SystemScope, { employeeId, since }: { employeeId: string; since: Date }): Promise<Pick<PlanRow, "id" | "approval" | "cost" | "plan">[]> {
  const { id, approval, cost, plan } = growthPlans;
  return db.select({ id, approval, cost, plan }).from(growthPlans).where(and(eq(growthPlans.employeeId, employeeId), sql`coalesce(${growthPlans.approvedAt}, ${growthPlans.createdAt}) >= ${since.toISOString()}::timestamptz`));
}

/** Courses that someone has done in any plan. */
export async function listDone(db: Database, scope: Scope, employeeId: string): Promise<string[]> {
  const rows = await db.selectDistinct({ id: growthPlanSteps.courseId }).from(growthPlanSteps).innerJoin(growthPlans, eq(growthPlans.id, growthPlanSteps.planId)).where(and(eq(growthPlans.employeeId, employeeId), eq(growthPlanSteps.status, "done"), readableGrowth(scope, growthPlans.employeeId)));
  return rows.map(({ id }) => id).sort();
}

export interface DueStep {
  readonly planId: string;
  readonly courseId: string;
  readonly dueOn: string;
  readonly startsOn: string;
  readonly userId: UserId;
  /** Its end has passed. */
  readonly late: boolean;
}

/**
 * Open steps of accounts that can be told: planned ones that start and begun ones that end by a day, not told of that; and those whose
 * end has passed, not told since. Days `YYYY-MM-DD`.
 */
export async function listDue(db: Database, _scope: SystemScope, { by, today }: { readonly by: string; readonly today: string }): Promise<DueStep[]> {
  const { status, startsOn, dueOn, remindedAt } = growthPlanSteps;
  const rows = await db
    .select({ planId: growthPlanSteps.planId, courseId: growthPlanSteps.courseId, dueOn, startsOn, userId: employees.userId, remindedAt })
    .from(growthPlanSteps)
    .innerJoin(growthPlans, eq(growthPlans.id, growthPlanSteps.planId))
    .innerJoin(employees, eq(employees.id, growthPlans.employeeId))
    .where(and(eq(growthPlans.status, "active"), isNotNull(employees.userId), isNull(employees.leftOn), or(and(isNull(remindedAt), eq(status, "planned"), lte(startsOn, by)), and(isNull(remindedAt), eq(status, "started"), lte(dueOn, by)), and(inArray(status, ["planned", "started"]), lt(dueOn, today)))))
    .orderBy(asc(growthPlanSteps.dueOn), asc(growthPlanSteps.planId), asc(growthPlanSteps.position));
  return rows.flatMap(({ remindedAt: told, userId, ...row }) => (userId === null || (told !== null && dayOf(told.getTime()) > row.dueOn) ? [] : [{ ...row, userId, late: row.dueOn < today }]));
}

export async function markReminded(db: Database, _scope: SystemScope, steps: readonly Pick<DueStep, "planId" | "courseId">[], at: Date): Promise<void> {
  for (const { planId, courseId } of steps) await db.update(growthPlanSteps).set({ remindedAt: at }).where(and(eq(growthPlanSteps.planId, planId), eq(growthPlanSteps.courseId, courseId)));
}

/** Plans that run and hold a course as an open step, of accounts that can be told. */
export async function listHolding(db: Database, _scope: SystemScope, courseId: string): Promise<{ planId: string; userId: UserId; status: "planned" | "started" }[]> {
  const { status } = growthPlanSteps;
  const rows = await db
    .select({ planId: growthPlanSteps.planId, userId: employees.userId, status })
    .from(growthPlanSteps)
    .innerJoin(growthPlans, eq(growthPlans.id, growthPlanSteps.planId))
    .innerJoin(employees, eq(employees.id, growthPlans.employeeId))
    .where(and(eq(growthPlanSteps.courseId, courseId), inArray(status, ["planned", "started"]), eq(growthPlans.status, "active"), isNotNull(employees.userId), isNull(employees.leftOn)))
    .orderBy(asc(growthPlanSteps.planId));
  return rows.flatMap(({ planId, userId, status: state }) => (userId === null || (state !== "planned" && state !== "started") ? [] : [{ planId, userId, status: state }]));
}

export async function putCourseFeedback(db: Database, scope: ActorScope, { courseId, useful, comment }: { courseId: string; useful: number; comment: string }): Promise<void> {
  const me = await requireOwnEntry(db, scope);
  const set = { useful, comment, at: new Date() };
  await db.insert(growthCourseFeedback).values({ courseId, employeeId: me.id, ...set }).onConflictDoUpdate({ target: [growthCourseFeedback.courseId, growthCourseFeedback.employeeId], set });
}

/** One's own ratings by course, each with the line written beside it. */
export async function ownRatings(db: Database, scope: ActorScope): Promise<Map<string, { useful: number; comment: string }>> {
  const { courseId, useful, comment } = growthCourseFeedback;
  const rows = await db.select({ courseId, useful, comment }).from(growthCourseFeedback).where(ownGrowth(scope, growthCourseFeedback.employeeId));
  return new Map(rows.map((row) => [row.courseId, { useful: row.useful, comment: row.comment }]));
}

/** Ratings with who gave them, of people who let themselves be counted. For figures of groups only. */
export async function listRatings(db: Database, _scope: SystemScope): Promise<{ courseId: string; employeeId: string; useful: number }[]> {
  return db
    .select({ courseId: growthCourseFeedback.courseId, employeeId: growthCourseFeedback.employeeId, useful: growthCourseFeedback.useful })
    .from(growthCourseFeedback)
    .innerJoin(employees, eq(employees.id, growthCourseFeedback.employeeId))
    .innerJoin(growthProfiles, eq(growthProfiles.employeeId, growthCourseFeedback.employeeId))
    .where(and(growthProfiles.shareGroups, isNotNull(growthProfiles.consentedAt), isNull(employees.leftOn)))
    .orderBy(asc(growthCourseFeedback.courseId), asc(growthCourseFeedback.employeeId));
}

/** Sum and number of ratings by course: no names. */
export async function courseRatings(db: Database, _scope: Scope): Promise<Map<string, { n: number; mean: number }>> {
  const rows = await db.select({ courseId: growthCourseFeedback.courseId, n: sql<number>`count(*)::int`, mean: sql<number>`avg(${growthCourseFeedback.useful})::float8` }).from(growthCourseFeedback).groupBy(growthCourseFeedback.courseId);
  return new Map(rows.map((row) => [row.courseId, { n: row.n, mean: row.mean }]));
}

/** Plans and steps of people who let themselves be counted. For figures only. */
export async function listCountedPlans(db: Database, _scope: SystemScope): Promise<{ plan: PlanRow; department: string; site: string }[]> {
  return db
    .select({ plan: growthPlans, department: employees.department, site: employees.site })
    .from(growthPlans)
    .innerJoin(employees, eq(employees.id, growthPlans.employeeId))
    .innerJoin(growthProfiles, eq(growthProfiles.employeeId, growthPlans.employeeId))
    .where(and(growthProfiles.shareGroups, isNotNull(growthProfiles.consentedAt), isNull(employees.leftOn)))
    .orderBy(asc(growthPlans.id));
}
