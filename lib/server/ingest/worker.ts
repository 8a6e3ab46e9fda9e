/**
 * @file The server's side of the ingestion worker: starts the child when there is work, one document at a time, lets
 * it go when idle, and turns its death or its silence into an error instead of a hang.
 */
import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { ProcessedDocument } from "../../../db/queries/documents";
import { INGEST } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import { AppError, type ErrorCode } from "../../core/errors";
import type { DocumentId, DocumentKind, IngestStage, JobId } from "../../core/types";
import type { FromWorker, ToWorker, WorkerSettings } from "./protocol";

export interface WorkItem {
  readonly jobId: JobId;
  readonly documentId: DocumentId;
  /** Absolute path of the original bytes. */
  readonly file: string;
  readonly source: string;
  readonly kind: DocumentKind;
}

export interface IngestWorker {
  /** @throws AppError the document's own failure, "document/too-slow", "job/cancelled", or "job/worker-died" */
  process(item: WorkItem, onProgress: (stage: IngestStage, done: number, total: number | null) => void): Promise<ProcessedDocument>;
  cancel(jobId: JobId): void;
  /** Ends the child; work that was under way, or comes later, is "job/cancelled". */
  close(): void;
}

export interface IngestWorkerOptions {
  /** The child's program; another one only in tests. */
  readonly entry?: string;
  /** Silence of a running child that counts as a hang; starting one may always take INGEST.stallMs. */
  readonly stallMs?: number;
}

const IDLE_EXIT_MS = 60_000;

interface Pending {
  readonly item: WorkItem;
  readonly onProgress: (stage: IngestStage, done: number, total: number | null) => void;
  readonly resolve: (result: ProcessedDocument) => void;
  readonly reject: (error: AppError) => void;
}

export function createIngestWorker(settings: WorkerSettings, options: IngestWorkerOptions = {}): IngestWorker {
  const { entry = path.join(projectRoot(), "lib", "server", "ingest", "child.ts"), stallMs = INGEST.stallMs } = options;
  let child: ChildProcess | undefined;
  let pending: Pending | undefined;
  let closed = false;
  let ready = false;
  /** While it works: its silence. While it rests: the time until it is let go. */
  let timer: NodeJS.Timeout | undefined;

  const after = (ms: number, action: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(action, ms);
    timer.unref();
  };
  const stop = () => {
    clearTimeout(timer);
    const stopped = child;
    child = undefined;
    ready = false;
    stopped?.kill("SIGKILL");
  };
  const settle = (finish: (job: Pending) => void) => {
    const job = pending;
    pending = undefined;
    if (child) after(IDLE_EXIT_MS, stop);
    if (job) finish(job);
  };
  const stopWith = (error: AppError) => {
    stop();
    settle((job) => job.reject(error));
  };
  const watch = () => {
    const limitMs = ready ? stallMs : INGEST.stallMs;
    after(limitMs, () => stopWith(tooSlow(limitMs)));
  };
  const onMessage = (message: FromWorker) => {
    if (message.type === "ready") {
      ready = true;
      if (pending) watch();
      return;
    }
    if (message.jobId !== pending?.item.jobId) return;
    if (message.type === "progress") {
      watch();
      pending.onProgress(message.stage, message.done, message.total);
    } else if (message.type === "result") settle((job) => job.resolve(message.result));
    else settle((job) => job.reject(new AppError(message.code as ErrorCode, message.message, { userMessage: message.message })));
  };
  const start = (): ChildProcess => {
    // Not bundled: the worker runs from its source, through tsx, beside the server.
    const started = fork(/* turbopackIgnore: true */ entry, [JSON.stringify(settings)], {
      cwd: projectRoot(),
      execArgv: ["--import", "tsx", `--max-old-space-size=${INGEST.workerHeapMb}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    // What a child says after it was given up, its end included, concerns nobody any more.
    const whileOurs = (action: () => void) => {
      if (child === started) action();
    };
    const died = (how: string) => whileOurs(() => stopWith(new AppError("job/worker-died", `the ingestion worker ended with ${how}`)));
    started.on("message", (message: FromWorker) => whileOurs(() => onMessage(message)));
    started.on("exit", (code, signal) => died(signal ?? `exit code ${code}`));
    started.on("error", (error) => died(error.message));
    return started;
  };

  return {
    process(item, onProgress) {
      if (closed) return Promise.reject(new AppError("job/cancelled", `job ${item.jobId} came after the worker was closed`));
      return new Promise((resolve, reject) => {
        pending = { item, onProgress, resolve, reject };
        child ??= start();
        watch();
        // A failure to send is also an "error" event of the child.
        child.send({ type: "process", ...item } satisfies ToWorker);
      });
    },
    cancel(jobId) {
      if (pending?.item.jobId !== jobId) return;
      // A file that hangs its extractor cannot answer a message: the process is what gets cancelled.
      stopWith(new AppError("job/cancelled", `job ${jobId} was cancelled`));
    },
    close() {
      closed = true;
      stopWith(new AppError("job/cancelled", "the server is shutting down"));
    },
  };
}

function tooSlow(stallMs: number): AppError {
  const minutes = Math.max(1, Math.round(stallMs / 60_000));
  return new AppError("document/too-slow", `no progress for ${stallMs} ms`, {
    userMessage: `Reading this file made no progress for ${minutes === 1 ? "a minute" : `${minutes} minutes`}, so it was stopped. Split it, or export it again.`,
  });
}
