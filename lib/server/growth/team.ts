/** @file A manager's side: what reports share with them, and plans that wait for a yes. Who shares nothing is named with nothing beside. */
import { coursesById } from "../../../db/queries/growth-catalogue";
import { findProfile, listColleagues, listSkills, peopleById, requireOwnEntry } from "../../../db/queries/growth-people";
import { decideApproval, listApprovals, listPlans } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { ApprovalDecision, TeamView } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";
import type { Words } from "../../growth/types";
import { budgetOf } from "./company-budget";
import { storedViews } from "./plans";
import { nameOf } from "./taxonomy";

const names = systemScope("names of a manager's reports");

export async function teamOf(db: Database, actor: Actor, clock: Clock = systemClock): Promise<TeamView> {
  authorise(actor, "growth:team");
  const scope = scopeOf(actor);
  const reports = actor.relations?.reports ?? [];
  const people = (await listColleagues(db, names)).filter(({ id }) => reports.includes(id));
  const seen: TeamView["people"] = [];
  for (const { id, name, title } of people) seen.push({ id, name, title, ...(await sharedBy(db, scope, id, clock)) });
  const shown = seen.filter(({ shares }) => shares).length;
  if (shown > 0) await record(db, actor, { action: "growth.shared-opened", object: { kind: "growth", id: null }, facts: {} });
  return { people: seen, approvals: await approvalsOf(db, scope, clock) };
}

export interface SharedGrowth {
  readonly skills: readonly { readonly name: Words; readonly level: number }[];
  readonly plan: { readonly title: Words; readonly done: number; readonly of: number; readonly finish: string | null; readonly late: number } | null;
}

/** What a report shares with this manager, no more than their consent names (skills, plan, progress); null: nothing. */
export async function sharedFacts(db: Database, scope: ActorScope, id: string, clock: Clock): Promise<SharedGrowth | null> {
  if (!(await findProfile(db, scope, id))) return null;
  const skills = await listSkills(db, scope, id);
  const [plan] = await storedViews(db, scope, (await listPlans(db, scope, { employeeId: id, status: "active" })).slice(0, 1), clock);
  return {
    skills: skills.map(({ skillId, level }) => ({ name: nameOf(skillId), level })),
    plan: plan ? { title: plan.target.title, done: plan.progress.done, of: plan.progress.of, finish: plan.plan.finish, late: plan.plan.steps.filter(({ late }) => late).length } : null,
  };
}

async function sharedBy(db: Database, scope: ActorScope, id: string, clock: Clock): Promise<Pick<TeamView["people"][number], "shares" | "skills" | "plan">> {
  const shared = await sharedFacts(db, scope, id, clock);
  return shared ? { shares: true, skills: shared.skills.length, plan: shared.plan } : { shares: false, skills: null, plan: null };
}

async function approvalsOf(db: Database, scope: ActorScope, clock: Clock): Promise<TeamView["approvals"]> {
  const rows = await listApprovals(db, scope);
  const people = await peopleById(db, names, rows.map(({ employeeId }) => employeeId));
  const courses = await coursesById(db, scope, rows.flatMap(({ plan }) => plan.steps.map(({ courseId }) => courseId)));
  const shown: TeamView["approvals"] = [];
  for (const row of rows) {
    const person = people.get(row.employeeId);
    const { left } = await budgetOf(db, { id: row.employeeId, site: person?.site ?? "" }, clock);
    const steps = row.plan.steps.map(({ courseId, price }) => ({ title: courses.get(courseId)?.title ?? { en: courseId, zh: courseId }, price: { amount: price, currency: row.plan.price.currency } }));
    shown.push({ planId: row.id, employeeId: row.employeeId, name: person?.name ?? "", title: row.target.title, price: { ...row.plan.price }, hours: row.plan.hours, steps, budgetLeft: { ...left } });
  }
  return shown;
}

/** @throws AppError "request/not-found" unless a direct report asks for it now */
export async function decidePlan(db: Database, actor: Actor, { planId, approve, note }: ApprovalDecision): Promise<void> {
  authorise(actor, "growth:team");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  await db.transaction(async (tx) => {
    const plan = await decideApproval(tx, scope, { planId, approve, note, by: me.id });
    const owner = (await peopleById(tx, names, [plan.employeeId])).get(plan.employeeId);
    if (owner?.userId) await notify(tx, [{ userId: owner.userId, kind: "growth.approved", words: approve ? { en: `${me.name} approved your learning plan.`, zh: `${me.name}批准了您的学习计划。` } : { en: `${me.name} did not approve your learning plan; see the note.`, zh: `${me.name}未批准您的学习计划，请查看说明。` }, href: `/growth/plan?id=${planId}` }]);
    await record(tx, actor, { action: "growth.plan-decided", object: { kind: "growth", id: planId }, facts: { approved: approve } });
  });
}
