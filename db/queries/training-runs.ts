/**
 * @file Training runs: claimed one at a time, renewed while they run, taken over or marked failed when whoever ran them is
 * gone. A run never touches what is serving.
 */
import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { CurvePoint, RunFailure, RunKind, RunStage, RunTrigger } from "../../lib/contracts/learning";
import { newId } from "../../lib/core/ids";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { ModelVersionId, SnapshotId, TrainingRunId, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { trainingRuns } from "../schema";

export type TrainingRunRow = typeof trainingRuns.$inferSelect;

const unfinished = inArray(trainingRuns.state, ["queued", "running"]);

export interface NewRun {
  readonly trigger: RunTrigger;
  /** Default "ranking". */
  readonly kind?: RunKind;
  /** Of an "index": what is to serve, and why although the gate refused it. */
  readonly versionId?: ModelVersionId;
  readonly reason?: string;
}

export interface QueuedRun {
  readonly id: TrainingRunId;
  readonly isNew: boolean;
  readonly kind: RunKind;
  readonly versionId: ModelVersionId | null;
}

/** @returns the run that waits or runs already instead of a second one, whatever its kind */
export async function queueRun(db: Database, scope: Scope, { trigger, kind = "ranking", versionId, reason = "" }: NewRun): Promise<QueuedRun> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('training_runs'))`);
    const [open] = await tx.select({ id: trainingRuns.id, kind: trainingRuns.kind, versionId: trainingRuns.versionId }).from(trainingRuns).where(unfinished).limit(1);
    if (open) return { ...open, isNew: false };
    const id = newId<TrainingRunId>();
    const requestedBy: UserId | null = scope.type === "actor" ? scope.userId : null;
    await tx.insert(trainingRuns).values({ id, state: "queued", trigger, kind, requestedBy, versionId: versionId ?? null, reason });
    return { id, isNew: true, kind, versionId: versionId ?? null };
  });
}

/** Takes the run that waits, or whose process went silent. @param worker unique among live processes */
export async function claimRun(db: Database, _scope: SystemScope, claim: { worker: string; now: Date; leaseUntil: Date }): Promise<TrainingRunRow | null> {
  return db.transaction(async (tx) => {
    const free = or(eq(trainingRuns.state, "queued"), and(eq(trainingRuns.state, "running"), lt(trainingRuns.leaseUntil, claim.now)));
    const [next] = await tx.select({ id: trainingRuns.id }).from(trainingRuns).where(free).orderBy(asc(trainingRuns.createdAt)).limit(1).for("update", { skipLocked: true });
    if (!next) return null;
    const [run] = await tx
      .update(trainingRuns)
      .set({ state: "running", claimedBy: claim.worker, leaseUntil: claim.leaseUntil, attempts: sql`${trainingRuns.attempts} + 1`, stage: "read", step: 0, steps: null, etaSeconds: null, curve: [], startedAt: claim.now })
      .where(eq(trainingRuns.id, next.id))
      .returning();
    return run ?? null;
  });
}

export interface RunProgress {
  readonly stage: RunStage;
  readonly step: number;
  readonly steps: number | null;
  readonly etaSeconds: number | null;
  readonly curve: readonly CurvePoint[];
}

const claimed = (id: TrainingRunId, worker: string) => and(eq(trainingRuns.id, id), eq(trainingRuns.state, "running"), eq(trainingRuns.claimedBy, worker));

/** Reports progress and renews the claim. @returns false when the run was cancelled or is somebody else's now */
export async function reportRun(db: Database, _scope: SystemScope, run: { id: TrainingRunId; worker: string; leaseUntil: Date; progress: RunProgress }): Promise<boolean> {
  const { stage, step, steps, etaSeconds, curve } = run.progress;
  const rows = await db.update(trainingRuns).set({ stage, step, steps, etaSeconds, curve: [...curve], leaseUntil: run.leaseUntil }).where(claimed(run.id, run.worker)).returning({ id: trainingRuns.id });
  return rows.length > 0;
}

export async function setRunInputs(db: Database, _scope: SystemScope, id: TrainingRunId, inputs: { snapshotId: SnapshotId; parentId: ModelVersionId | null }): Promise<void> {
  await db.update(trainingRuns).set(inputs).where(eq(trainingRuns.id, id));
}

/** @returns false when it was cancelled meanwhile: then nothing of it may be kept */
export async function finishRun(db: Database, _scope: SystemScope, run: { id: TrainingRunId; worker: string; versionId: ModelVersionId }): Promise<boolean> {
  const rows = await db.update(trainingRuns).set({ state: "done", versionId: run.versionId, etaSeconds: null, leaseUntil: null, endedAt: new Date() }).where(claimed(run.id, run.worker)).returning({ id: trainingRuns.id });
  return rows.length > 0;
}

export async function failRun(db: Database, _scope: SystemScope, run: { id: TrainingRunId; worker: string; failure: RunFailure }): Promise<void> {
  await db.update(trainingRuns).set({ state: "failed", failure: run.failure, etaSeconds: null, leaseUntil: null, endedAt: new Date() }).where(claimed(run.id, run.worker));
}

/** @returns whether it was still waiting or running */
export async function cancelRun(db: Database, _scope: Scope, id: string): Promise<boolean> {
  const rows = await db.update(trainingRuns).set({ state: "cancelled", etaSeconds: null, leaseUntil: null, endedAt: new Date() }).where(and(eq(trainingRuns.id, id as TrainingRunId), unfinished)).returning({ id: trainingRuns.id });
  return rows.length > 0;
}

/** Gives a running one back to the queue: its process is ending, or died. `countTry` false: the server stopped. */
export async function requeueRun(db: Database, _scope: SystemScope, which: { id: TrainingRunId } | "all-running", { countTry }: { countTry: boolean }): Promise<void> {
  const where = which === "all-running" ? eq(trainingRuns.state, "running") : and(eq(trainingRuns.id, which.id), eq(trainingRuns.state, "running"));
  await db.update(trainingRuns).set({ state: "queued", claimedBy: null, leaseUntil: null, etaSeconds: null, ...(countTry ? {} : { attempts: sql`greatest(${trainingRuns.attempts} - 1, 0)` }) }).where(where);
}

/** A run that gets on begins to count its tries anew: it is not what ends its server. */
export async function forgetTries(db: Database, _scope: SystemScope, id: TrainingRunId): Promise<void> {
  await db.update(trainingRuns).set({ attempts: 1 }).where(and(eq(trainingRuns.id, id), eq(trainingRuns.state, "running")));
}

/** Newest first. */
export async function listRuns(db: Database, _scope: Scope, limit: number): Promise<TrainingRunRow[]> {
  return db.select().from(trainingRuns).orderBy(desc(trainingRuns.createdAt), desc(trainingRuns.id)).limit(limit);
}

export async function findRun(db: Database, _scope: Scope, id: string): Promise<TrainingRunRow | null> {
  const [row] = await db.select().from(trainingRuns).where(eq(trainingRuns.id, id as TrainingRunId));
  return row ?? null;
}
