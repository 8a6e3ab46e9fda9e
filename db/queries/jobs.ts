/**
 * @file Jobs: claimed with FOR UPDATE SKIP LOCKED, renewed while they run, taken over when their lease ends.
 * Works alike on PGlite (one process) and PostgreSQL (any number of workers).
 */
import { and, asc, eq, inArray, lt, notInArray, or, sql, type SQL } from "drizzle-orm";
import type { SystemScope } from "../../lib/core/scope";
import type { DocumentId, IngestStage, JobId } from "../../lib/core/types";
import type { Database } from "../client";
import { documents, jobs } from "../schema";

export type JobRow = typeof jobs.$inferSelect;

/**
 * Takes the oldest job that waits, or whose worker went silent.
 *
 * @param worker name of the claiming process, unique among live ones
 * @param except jobs that this process cannot do
 * @returns null when there is nothing to do
 */
export async function claimJob(db: Database, _scope: SystemScope, worker: string, leaseMs: number, now: Date, except: readonly JobId[] = []): Promise<JobRow | null> {
  return db.transaction(async (tx) => {
    const [next] = await tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(or(eq(jobs.status, "queued"), and(eq(jobs.status, "running"), lt(jobs.leaseUntil, now))), except.length > 0 ? notInArray(jobs.id, [...except]) : undefined))
      .orderBy(asc(jobs.createdAt), asc(jobs.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!next) return null;
    const [job] = await tx
      .update(jobs)
      .set({ status: "running", claimedBy: worker, leaseUntil: new Date(now.getTime() + leaseMs), attempts: sql`${jobs.attempts} + 1`, stage: "read", unitsDone: 0, unitsTotal: null, updatedAt: now })
      .where(eq(jobs.id, next.id))
      .returning();
    if (job?.documentId) await tx.update(documents).set({ status: "processing", updatedAt: now }).where(eq(documents.id, job.documentId));
    return job ?? null;
  });
}

/** Reports progress and renews the claim. @returns false when the claim was lost or the job deleted */
export async function reportProgress(db: Database, _scope: SystemScope, id: JobId, worker: string, progress: { stage: IngestStage; done: number; total: number | null }, leaseUntil: Date): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ stage: progress.stage, unitsDone: progress.done, unitsTotal: progress.total, leaseUntil, updatedAt: new Date() })
    .where(and(eq(jobs.id, id), eq(jobs.claimedBy, worker), eq(jobs.status, "running")))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

const tryGivenBack = { attempts: sql`greatest(${jobs.attempts} - 1, 0)` };

/**
 * Puts a job back into the queue.
 *
 * @param options.countTry true when its worker died (the file may be to blame), false when the server stopped
 */
export async function requeueJob(db: Database, _scope: SystemScope, id: JobId, options: { countTry: boolean }): Promise<void> {
  await requeue(db, and(eq(jobs.id, id), eq(jobs.status, "running")), options);
}

async function requeue(db: Database, which: SQL | undefined, { countTry }: { countTry: boolean }): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(jobs)
      .set({ status: "queued", claimedBy: null, leaseUntil: null, updatedAt: new Date(), ...(countTry ? {} : tryGivenBack) })
      .where(which)
      .returning({ documentId: jobs.documentId });
    const ids = rows.flatMap((row) => (row.documentId ? [row.documentId] : []));
    if (ids.length > 0) await tx.update(documents).set({ status: "queued" }).where(and(inArray(documents.id, ids), eq(documents.status, "processing")));
    return rows.length;
  });
}

/**
 * With PGlite no other process can hold a claim: whatever runs at start was interrupted and is queued again. That try
 * does not count: the server's end is not the file's fault, and many restarts must not fail a document.
 *
 * @returns number of jobs that will resume
 */
export async function requeueInterrupted(db: Database, _scope: SystemScope): Promise<number> {
  return requeue(db, eq(jobs.status, "running"), { countTry: false });
}

/** A new try for a document that failed. */
export async function requeueDocument(db: Database, _scope: SystemScope, documentId: DocumentId, jobId: JobId): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(jobs).where(eq(jobs.documentId, documentId));
    await tx.insert(jobs).values({ id: jobId, kind: "ingest", documentId, status: "queued" });
    await tx.update(documents).set({ status: "queued", errorCode: null, errorMessage: null, updatedAt: new Date() }).where(eq(documents.id, documentId));
  });
}

/** Progress of unfinished documents, by document. */
export async function listProgress(db: Database, documentIds: readonly DocumentId[]): Promise<Map<DocumentId, Pick<JobRow, "stage" | "unitsDone" | "unitsTotal" | "status">>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db.select().from(jobs).where(and(inArray(jobs.documentId, [...documentIds]), inArray(jobs.status, ["queued", "running"])));
  return new Map(rows.flatMap((row) => (row.documentId ? [[row.documentId, row] as const] : [])));
}
