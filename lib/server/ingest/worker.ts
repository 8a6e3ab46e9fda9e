/**
 * @file The server's side of the ingestion worker: starts the child when there is work, one document at a time,
 * lets it go when idle, and turns its death into "job/worker-died" instead of a hang.
 */
import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { ProcessedDocument } from "../../../db/queries/documents";
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
  /** @throws AppError the document's own failure, "job/cancelled", or "job/worker-died" */
  process(item: WorkItem, onProgress: (stage: IngestStage, done: number, total: number | null) => void): Promise<ProcessedDocument>;
  cancel(jobId: JobId): void;
  close(): void;
}

const IDLE_EXIT_MS = 60_000;

interface Pending {
  readonly item: WorkItem;
  readonly onProgress: (stage: IngestStage, done: number, total: number | null) => void;
  readonly resolve: (result: ProcessedDocument) => void;
  readonly reject: (error: AppError) => void;
}

export function createIngestWorker(settings: WorkerSettings): IngestWorker {
  let child: ChildProcess | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  let pending: Pending | undefined;

  const stop = () => {
    clearTimeout(idleTimer);
    child?.removeAllListeners();
    child?.kill("SIGKILL");
    child = undefined;
  };
  const settle = (finish: (job: Pending) => void) => {
    const job = pending;
    pending = undefined;
    if (job) finish(job);
    clearTimeout(idleTimer);
    idleTimer = setTimeout(stop, IDLE_EXIT_MS);
    idleTimer.unref();
  };
  const onMessage = (message: FromWorker) => {
    if (message.type === "ready" || message.jobId !== pending?.item.jobId) return;
    if (message.type === "progress") pending.onProgress(message.stage, message.done, message.total);
    else if (message.type === "result") settle((job) => job.resolve(message.result));
    else settle((job) => job.reject(new AppError(message.code as ErrorCode, message.message, { userMessage: message.message })));
  };
  const onDeath = (code: number | null, signal: string | null) => {
    child = undefined;
    settle((job) => job.reject(new AppError("job/worker-died", `the ingestion worker ended with ${signal ?? `exit code ${code}`}`)));
  };
  const start = (): ChildProcess => {
    const root = projectRoot();
    const entry = path.join(root, "lib", "server", "ingest", "child.ts");
    // Not bundled: the worker runs from its source, through tsx, beside the server.
    const started = fork(/* turbopackIgnore: true */ entry, [JSON.stringify(settings)], { cwd: root, execArgv: ["--import", "tsx"], serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    started.on("message", onMessage);
    started.on("exit", onDeath);
    started.on("error", () => onDeath(null, "a spawn error"));
    return started;
  };

  return {
    process(item, onProgress) {
      clearTimeout(idleTimer);
      return new Promise((resolve, reject) => {
        pending = { item, onProgress, resolve, reject };
        child ??= start();
        child.send({ type: "process", ...item } satisfies ToWorker, (error) => {
          if (error) onDeath(null, error.message);
        });
      });
    },
    cancel(jobId) {
      if (pending?.item.jobId !== jobId) return;
      // A file that hangs its extractor cannot answer a message: the process is what gets cancelled.
      stop();
      settle((job) => job.reject(new AppError("job/cancelled", `job ${jobId} was cancelled`)));
    },
    close: stop,
  };
}
