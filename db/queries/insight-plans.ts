/** @file Channel plans kept as scenarios. */
import { desc, eq } from "drizzle-orm";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope } from "../../lib/core/scope";
import type { Database } from "../client";
import { insightPlans, users } from "../schema";

/** Newest first. */
export async function listPlans(db: Database, _scope: Scope) {
  const rows = await db.select({ plan: insightPlans, by: users.name }).from(insightPlans).leftJoin(users, eq(users.id, insightPlans.createdBy)).orderBy(desc(insightPlans.createdAt)).limit(50);
  return rows.map(({ plan, by }) => ({ ...plan, by }));
}

export async function addPlan(db: Database, scope: ActorScope, plan: { name: string; input: unknown; result: unknown }): Promise<string> {
  const id = newId<string>();
  await db.insert(insightPlans).values({ id, ...plan, createdBy: scope.userId });
  return id;
}

/** @returns whether there was one */
export async function deletePlan(db: Database, _scope: ActorScope, id: string): Promise<boolean> {
  return (await db.delete(insightPlans).where(eq(insightPlans.id, id)).returning({ id: insightPlans.id })).length > 0;
}
