/** @file Approvals of people insights: the one in force, those that have ended. Never deleted. */
import { desc, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ApprovalRequest } from "../../lib/contracts/insights";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope } from "../../lib/core/scope";
import type { Database } from "../client";
import { insightApprovals, users } from "../schema";

const enders = alias(users, "enders");

export type ApprovalRow = typeof insightApprovals.$inferSelect & { readonly enabledByName: string | null; readonly endedByName: string | null };

async function listApprovals(db: Database, inForce: boolean): Promise<ApprovalRow[]> {
  const rows = await db
    .select({ approval: insightApprovals, enabledByName: users.name, endedByName: enders.name })
    .from(insightApprovals)
    .leftJoin(users, eq(users.id, insightApprovals.enabledBy))
    .leftJoin(enders, eq(enders.id, insightApprovals.endedBy))
    .where(inForce ? isNull(insightApprovals.endedAt) : isNotNull(insightApprovals.endedAt))
    .orderBy(desc(insightApprovals.enabledAt));
  return rows.map(({ approval, ...names }) => ({ ...approval, ...names }));
}

/** Null: insights are off. */
export async function approvalInForce(db: Database, _scope: Scope): Promise<ApprovalRow | null> {
  return (await listApprovals(db, true))[0] ?? null;
}

/** Newest first. */
export function listFormerApprovals(db: Database, _scope: Scope): Promise<ApprovalRow[]> {
  return listApprovals(db, false);
}

/** @returns its id; null when another is in force already */
export async function addApproval(db: Database, scope: ActorScope, approval: ApprovalRequest): Promise<string | null> {
  const rows = await db
    .insert(insightApprovals)
    .values({ id: newId<string>(), place: "company", ...approval, enabledBy: scope.userId })
    .onConflictDoNothing()
    .returning({ id: insightApprovals.id });
  return rows[0]?.id ?? null;
}

/** @returns whether one was in force */
export async function endApproval(db: Database, scope: ActorScope, at: Date): Promise<boolean> {
  const rows = await db.update(insightApprovals).set({ endedAt: at, endedBy: scope.userId }).where(isNull(insightApprovals.endedAt)).returning({ id: insightApprovals.id });
  return rows.length > 0;
}
