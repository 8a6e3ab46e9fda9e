/**
 * @file Trainings of people insights: claimed one at a time, renewed while they run, taken over or marked failed when whoever ran
 * them is gone; gone with their table.
 */
import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { InsightKind, InsightStage } from "../../lib/contracts/insights";
import { newId } from "../../lib/core/ids";
import type { ActorScope, Scope, SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { insightDatasets, insightRuns, insightVersions } from "../schema";

export type InsightRunRow = typeof insightRuns.$inferSelect;

const unfinished = inArray(insightRuns.state, ["queued", "running"]);

/** @returns the run of this kind that waits or runs already instead of a second one */
export async function queueInsightRun(db: Database, scope: ActorScope, run: { kind: InsightKind; datasetId: string }): Promise<{ id: string; isNew: boolean }> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('insight_runs'))`);
    const [open] = await tx.select({ id: insightRuns.id }).from(insightRuns).where(and(unfinished, eq(insightRuns.kind, run.kind))).limit(1);
    if (open) return { id: open.id, isNew: false };
    const id = newId<string>();
    await tx.insert(insightRuns).values({ id, ...run, state: "queued", requestedBy: scope.userId });
    return { id, isNew: true };
  });
}

/** Takes the oldest run that waits, or whose process went silent. @param worker unique among live processes */
export async function claimInsightRun(db: Database, _scope: SystemScope, claim: { worker: string; now: Date; leaseUntil: Date }): Promise<InsightRunRow | null> {
  return db.transaction(async (tx) => {
    const free = or(eq(insightRuns.state, "queued"), and(eq(insightRuns.state, "running"), lt(insightRuns.leaseUntil, claim.now)));
    const [next] = await tx.select({ id: insightRuns.id }).from(insightRuns).where(free).orderBy(asc(insightRuns.createdAt)).limit(1).for("update", { skipLocked: true });
    if (!next) return null;
    const [run] = await tx
      .update(insightRuns)
      .set({ state: "running", claimedBy: claim.worker, leaseUntil: claim.leaseUntil, attempts: sql`${insightRuns.attempts} + 1`, stage: "read", step: 0, steps: null, startedAt: claim.now })
      .where(eq(insightRuns.id, next.id))
      .returning();
    return run ?? null;
  });
}

const claimed = (id: string, worker: string) => and(eq(insightRuns.id, id), eq(insightRuns.state, "running"), eq(insightRuns.claimedBy, worker));

/** Reports progress and renews the claim. @returns false when it was cancelled, its table deleted, or it is somebody else's now */
export async function reportInsightRun(db: Database, _scope: SystemScope, run: { id: string; worker: string; leaseUntil: Date; stage: InsightStage; step: number; steps: number | null }): Promise<boolean> {
  const { stage, step, steps, leaseUntil } = run;
  const rows = await db.update(insightRuns).set({ stage, step, steps, leaseUntil }).where(claimed(run.id, run.worker)).returning({ id: insightRuns.id });
  return rows.length > 0;
}

/** @returns false when it was cancelled meanwhile: then nothing of it may be kept */
export async function finishInsightRun(db: Database, _scope: SystemScope, run: { id: string; worker: string; versionId: string }): Promise<boolean> {
  const rows = await db.update(insightRuns).set({ state: "done", versionId: run.versionId, leaseUntil: null, endedAt: new Date() }).where(claimed(run.id, run.worker)).returning({ id: insightRuns.id });
  return rows.length > 0;
}

export async function failInsightRun(db: Database, _scope: SystemScope, run: { id: string; worker: string; failure: { code: string; message: string } }): Promise<void> {
  await db.update(insightRuns).set({ state: "failed", failure: run.failure, leaseUntil: null, endedAt: new Date() }).where(claimed(run.id, run.worker));
}

/** @returns its kind; null when it had ended, or there is none */
export async function cancelInsightRun(db: Database, _scope: ActorScope, id: string): Promise<InsightKind | null> {
  const rows = await db.update(insightRuns).set({ state: "cancelled", leaseUntil: null, endedAt: new Date() }).where(and(eq(insightRuns.id, id), unfinished)).returning({ kind: insightRuns.kind });
  return rows[0]?.kind ?? null;
}

/** Gives running ones back to the queue. `countTry` false: the server stopped. */
export async function requeueInsightRuns(db: Database, _scope: SystemScope, which: { id: string } | "all-running", { countTry }: { countTry: boolean }): Promise<void> {
  const where = which === "all-running" ? eq(insightRuns.state, "running") : and(eq(insightRuns.id, which.id), eq(insightRuns.state, "running"));
  await db.update(insightRuns).set({ state: "queued", claimedBy: null, leaseUntil: null, ...(countTry ? {} : { attempts: sql`greatest(${insightRuns.attempts} - 1, 0)` }) }).where(where);
}

export type ListedInsightRun = InsightRunRow & { readonly table: string; readonly version: number | null };

/** Newest first. @param kind null: every kind */
export async function listInsightRuns(db: Database, _scope: Scope, { kind, limit }: { kind: InsightKind | null; limit: number }): Promise<ListedInsightRun[]> {
  const rows = await db
    .select({ run: insightRuns, table: insightDatasets.name, version: insightVersions.number })
    .from(insightRuns)
    .innerJoin(insightDatasets, eq(insightDatasets.id, insightRuns.datasetId))
    .leftJoin(insightVersions, eq(insightVersions.id, insightRuns.versionId))
    .where(kind === null ? undefined : eq(insightRuns.kind, kind))
    .orderBy(desc(insightRuns.createdAt), desc(insightRuns.id))
    .limit(limit);
  return rows.map(({ run, ...rest }) => ({ ...run, ...rest }));
}
