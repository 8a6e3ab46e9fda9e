/** @file What a person works towards now: the running plan's target, else the goal that the profile names. */
import { findProfile, requireOwnEntry } from "../../../db/queries/growth-people";
import { listPlans } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { TargetRef } from "../../contracts/growth";
import type { ActorScope } from "../../core/scope";

/** @returns null where neither says anything */
export async function ownGoal(db: Database, scope: ActorScope): Promise<TargetRef | null> {
  const me = await requireOwnEntry(db, scope);
  const [plan] = await listPlans(db, scope, { employeeId: me.id, status: "active" });
  if (plan) return plan.target.ref;
  const goals = (await findProfile(db, scope, me.id))?.goals ?? "";
  return goals === "" ? null : { kind: "text", id: null, text: goals };
}
