/** @file What people contest of what insights hold about them, and what came of it. Everyone sees their own, HR leads all. */
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ContestOutcome } from "../../lib/contracts/insights";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { insightContests, insightDatasetPeople, users } from "../schema";

const answerers = alias(users, "answerers");

export type ContestRow = typeof insightContests.$inferSelect & { readonly person: string | null; readonly answeredByName: string | null; readonly hasRow: boolean };

/** Open ones first, then newest. @param userId left out: everyone's */
export async function listContests(db: Database, _scope: Scope, userId?: UserId): Promise<ContestRow[]> {
  const rows = await db
    .select({ contest: insightContests, person: users.name, answeredByName: answerers.name, rowKey: insightDatasetPeople.rowKey })
    .from(insightContests)
    .innerJoin(users, eq(users.id, insightContests.userId))
    .leftJoin(answerers, eq(answerers.id, insightContests.answeredBy))
    .leftJoin(insightDatasetPeople, and(eq(insightDatasetPeople.datasetId, insightContests.datasetId), eq(insightDatasetPeople.rowKey, insightContests.rowKey)))
    .where(userId === undefined ? undefined : eq(insightContests.userId, userId))
    .orderBy(sql`${insightContests.answeredAt} is not null`, desc(insightContests.createdAt))
    .limit(500);
  return rows.map(({ contest, rowKey, ...names }) => ({ ...contest, ...names, hasRow: rowKey !== null }));
}

export async function countOpenContests(db: Database, _scope: Scope): Promise<number> {
  return db.$count(insightContests, isNull(insightContests.answeredAt));
}

/** @returns its id; null when the person has an open one about this row already */
export async function addContest(db: Database, scope: ActorScope, contest: { datasetId: string; tableName: string; rowKey: string; reason: string }): Promise<string | null> {
  const [open] = await db
    .select({ id: insightContests.id })
    .from(insightContests)
    .where(and(eq(insightContests.userId, scope.userId), eq(insightContests.datasetId, contest.datasetId), eq(insightContests.rowKey, contest.rowKey), isNull(insightContests.answeredAt)))
    .limit(1);
  if (open) return null;
  const id = newId<string>();
  await db.insert(insightContests).values({ id, userId: scope.userId, ...contest });
  return id;
}

/** @returns the contest; null when there is none, or it was answered already */
export async function answerContest(db: Database, scope: ActorScope, answer: { id: string; outcome: ContestOutcome; answer: string; at: Date }): Promise<{ userId: UserId; datasetId: string | null; rowKey: string } | null> {
  const { id, at, ...set } = answer;
  const [row] = await db
    .update(insightContests)
    .set({ ...set, answeredAt: at, answeredBy: scope.userId })
    .where(and(eq(insightContests.id, id), isNull(insightContests.answeredAt)))
    .returning({ userId: insightContests.userId, datasetId: insightContests.datasetId, rowKey: insightContests.rowKey });
  return row ?? null;
}

/** What an account contested, answered or not. The audit log keeps that it was. */
export async function deleteContestsOf(db: Database, _scope: SystemScope, userId: UserId): Promise<void> {
  await db.delete(insightContests).where(eq(insightContests.userId, userId));
}

/** Accounts of a role that are in use. */
export async function listHrLeads(db: Database, _scope: SystemScope): Promise<UserId[]> {
  const rows = await db.select({ id: users.id }).from(users).where(sql`'hr_lead' = any(${users.roles}) and not ${users.disabled}`);
  return rows.map(({ id }) => id);
}
