/**
 * @file What a report agreed to share with their manager: skills with evidence, plans with their steps and progress, in a shape of its
 * own. Wishes, goals, hours, limits of a plan, its reasons (they name interests), projects and the other consents are not in it.
 */
import { findProfile, listSkills, peopleById } from "../../../db/queries/growth-people";
import { listPlans } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { SharedPlanView, SharedProfileView, StoredPlan } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { authorise } from "../policy";
import { evidenceViews, inOrder, levelOf } from "./held";
import { storedViews } from "./plans";
import { nameOf } from "./taxonomy";

const names = systemScope("names in what a report shares");

/**
 * The look is recorded.
 * @throws AppError "request/not-found" when it is no report, or nothing is shared
 */
export async function sharedProfile(db: Database, actor: Actor, employeeId: string, clock: Clock = systemClock): Promise<SharedProfileView> {
  authorise(actor, "growth:team");
  const scope = scopeOf(actor);
  const profile = actor.relations?.reports.includes(employeeId) ? await findProfile(db, scope, employeeId) : null;
  const person = profile && (await peopleById(db, names, [employeeId])).get(employeeId);
  if (!person) throw new AppError("request/not-found", "no profile that is shared with this reader");
  await record(db, actor, { action: "growth.shared-opened", object: { kind: "growth", id: employeeId }, facts: {} });
  const { id, name, title, department, site } = person;
  const skills = await listSkills(db, scope, id);
  const people = await peopleById(db, names, skills.flatMap(({ evidence }) => evidence.flatMap(({ by }) => by ?? [])));
  const plans = (await listPlans(db, scope, { employeeId: id })).filter(({ status }) => status !== "dropped");
  return {
    person: { id, name, title, department, site },
    skills: inOrder(skills.map((row) => ({ skillId: row.skillId, name: nameOf(row.skillId), level: levelOf(row.level), evidence: evidenceViews(row.evidence.filter(({ asked }) => asked !== true), people) }))),
    plans: (await storedViews(db, scope, plans, clock)).map(planShared),
  };
}

const planShared = ({ id, target, status, plan, progress }: StoredPlan): SharedPlanView => ({
  id, title: target.title, done: status === "done", finish: plan.finish,
  progress: { done: progress.done, of: progress.of },
  steps: plan.steps.map(({ courseId, title, kind, start, end, hours, price, status: state, doneOn, late }) => ({ courseId, title, kind, start, end, hours, price: { amount: price, currency: plan.price.currency }, status: state, doneOn, late })),
});
