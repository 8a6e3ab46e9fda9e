/**
 * @file The dispatcher: claims jobs, has the worker process them, commits each result in one transaction and hands it
 * to the read side. A crash at any point leaves the job to be claimed again; nothing half-indexed is ever visible.
 */
import { existsSync } from "node:fs";
import type { Database } from "../../../db/client";
import { commitDocument, failDocument, findDocument, type DocumentRow, type ProcessedDocument } from "../../../db/queries/documents";
import { claimJob, reportProgress, requeueJob, type JobRow } from "../../../db/queries/jobs";
import { INGEST } from "../../config/defaults";
import type { Clock } from "../../core/clock";
import { toAppError, type AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { DocumentId, IngestStage, JobId } from "../../core/types";
import { settleTerms } from "../documents/settle-terms";
import type { DocumentEvents } from "./events";
import type { FileStore } from "./file-store";
import type { StageProgress } from "./progress";
import type { IngestWorker } from "./worker";

const scope = systemScope("ingest job");
/** Progress rows are written at most this often. */
const REPORT_EVERY_MS = 400;
/** How often to look for work that nobody announced. */
const POLL_MS = INGEST.leaseMs / 2;
/** A file that is missing here may still be on its way (a shared folder that lags). */
const LOOK_AGAIN_MS = 60_000;

export interface DispatcherOptions {
  readonly db: Database;
  readonly worker: IngestWorker;
  readonly files: FileStore;
  readonly events: DocumentEvents;
  readonly clock: Clock;
  /** Unique among live processes. */
  readonly name: string;
  /** A file that is not in this machine's folder: fail (nobody else could have it), or leave its job for another machine. Default fail. */
  readonly whenFileIsMissing?: "fail" | "leave";
  /** Called after a commit, before the job counts as done for waiters: the read side takes the document in. */
  readonly onReady: (id: DocumentId, replaced: DocumentId | null, result: ProcessedDocument) => Promise<void>;
}

export interface Dispatcher {
  /** Says that there may be work. */
  wake(): void;
  /** Live progress of the document in work; null for all others. */
  progressOf(id: DocumentId): StageProgress | null;
  /** Stops work on a document that is being deleted. */
  cancel(id: DocumentId): void;
  /** Resolves when nothing is queued or running here. */
  idle(): Promise<void>;
  /** Stops at once; what is under way goes back into the queue. */
  close(): Promise<void>;
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, worker, events, clock, name } = options;
  let current: { job: JobRow; progress: StageProgress } | undefined;
  let running: Promise<void> | undefined;
  let woken = false;
  let closed = false;
  /** Jobs whose file is not here, and when to look again. */
  const lacking = new Map<JobId, number>();
  // Also finds what another server's end left behind, once its lease is over.
  const poll = setInterval(() => wake(), POLL_MS);
  poll.unref();

  const loop = async () => {
    do {
      woken = false;
      for (let job = await claim(); job; job = await claim()) await work(job);
    } while (woken && !closed);
  };
  const claim = async () => {
    if (closed) return null;
    const now = clock.now();
    for (const [id, until] of lacking) if (until <= now) lacking.delete(id);
    return claimJob(db, scope, name, INGEST.leaseMs, new Date(now), [...lacking.keys()]);
  };
  function wake(): void {
    woken = true;
    if (closed) return;
    running ??= loop()
      // The next poll tries again.
      .catch((error: unknown) => console.error(`ingestion paused: ${toAppError(error).message}`))
      .finally(() => {
        running = undefined;
        if (woken && !closed) wake();
      });
  }

  async function work(job: JobRow): Promise<void> {
    if (!job.documentId) return;
    const row = await findDocument(db, scope, job.documentId);
    if (!row) return;
    if (job.attempts > INGEST.maxAttempts) {
      await fail(job, row.id, { code: "job/worker-died", message: `Processing this file stopped ${INGEST.maxAttempts} times. It may be too large or damaged; try a smaller part of it.` });
      return;
    }
    if (options.whenFileIsMissing === "leave" && !existsSync(options.files.pathOf(row.sha256))) return leave(job, row.id);
    current = { job, progress: { stage: "read", done: 0, total: null, stageStartedAt: clock.now() } };
    events.publish({ type: "changed", id: row.id });
    const lease = setInterval(() => renew(job), INGEST.leaseMs / 3);
    try {
      const processed = await worker.process({ jobId: job.id, documentId: row.id, file: options.files.pathOf(row.sha256), source: row.source, kind: row.kind }, reporter(job, row.id));
      const result = await settleTerms(db, row, processed);
      if (await commitDocument(db, scope, row.id, job.id, result)) await announce(row, result);
    } catch (thrown) {
      await settle(job, row.id, toAppError(thrown));
    } finally {
      clearInterval(lease);
      current = undefined;
      events.publish({ type: "changed", id: row.id });
    }
  }

  /** Back into the queue, without counting the try: a machine that has the file takes it. */
  async function leave(job: JobRow, id: DocumentId): Promise<void> {
    lacking.set(job.id, clock.now() + LOOK_AGAIN_MS);
    await requeueJob(db, scope, job.id, { countTry: false });
    console.error(`document ${id} is left to another machine: its file is not in this one's files folder. Every worker must share that folder.`);
  }

  /** The document is stored: whatever happens here, it must not end as failed. */
  async function announce(row: DocumentRow, result: ProcessedDocument): Promise<void> {
    try {
      await options.onReady(row.id, row.replacesId, result);
    } catch (error) {
      console.error(`document ${row.id} is stored, but found only after the next start: ${toAppError(error).message}`);
    }
  }

  /** Keeps the live progress, and writes it down now and then. */
  function reporter(job: JobRow, id: DocumentId) {
    let written = 0;
    return (stage: IngestStage, done: number, total: number | null) => {
      const now = clock.now();
      const stageStartedAt = current?.progress.stage === stage ? current.progress.stageStartedAt : now;
      if (current) current.progress = { stage, done, total, stageStartedAt };
      if (now - written < REPORT_EVERY_MS) return;
      written = now;
      events.publish({ type: "changed", id });
      renew(job);
    };
  }

  /** Writes the progress and renews the claim. A claim that was lost, or whose document is gone, ends the work. */
  function renew(job: JobRow): void {
    if (!current || closed) return;
    const { stage, done, total } = current.progress;
    void reportProgress(db, scope, job.id, name, { stage, done, total }, new Date(clock.now() + INGEST.leaseMs))
      .then((held) => {
        if (!held) worker.cancel(job.id);
      })
      .catch((error: unknown) => console.error(`progress of job ${job.id} not written: ${toAppError(error).message}`));
  }

  async function settle(job: JobRow, id: DocumentId, error: AppError): Promise<void> {
    if (closed) return requeueJob(db, scope, job.id, { countTry: false });
    if (error.code === "job/cancelled") return;
    if (error.code === "job/worker-died") return requeueJob(db, scope, job.id, { countTry: true });
    await fail(job, id, { code: error.code, message: error.userMessage });
  }

  async function fail(job: JobRow, id: DocumentId, failure: { code: string; message: string }): Promise<void> {
    const status = failure.code === "document/needs-ocr" ? "needs_ocr" : "failed";
    await failDocument(db, scope, id, job.id, { status, ...failure });
    events.publish({ type: "changed", id });
  }

  return {
    wake,
    progressOf: (id) => (current?.job.documentId === id ? current.progress : null),
    cancel: (id) => {
      if (current?.job.documentId === id) worker.cancel(current.job.id);
    },
    async idle() {
      while (running) await running;
    },
    async close() {
      closed = true;
      clearInterval(poll);
      // What it was working on is rejected, and put back into the queue by settle().
      worker.close();
      await running;
    },
  };
}
