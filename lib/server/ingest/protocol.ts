/**
 * @file What the server and its ingestion worker (a child process) say to each other. Bytes travel as file paths,
 * results as messages with the "advanced" serialization, which keeps typed arrays.
 */
import type { ProcessedDocument } from "../../../db/queries/documents";
import type { DocumentId, DocumentKind, IngestStage, JobId } from "../../core/types";

export interface WorkerSettings {
  readonly encoder: string;
  readonly device: "auto" | "cpu" | "cuda" | "webgpu";
  /** Text recognition: name or path of the program, null: not to be used. */
  readonly tesseract: string | null;
  /** Milliseconds that each stage waits; 0 outside of tests. */
  readonly stageDelayMs: number;
}

export type ToWorker =
  | { readonly type: "process"; readonly jobId: JobId; readonly documentId: DocumentId; readonly file: string; readonly source: string; readonly kind: DocumentKind }
  | { readonly type: "cancel"; readonly jobId: JobId };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly jobId: JobId; readonly stage: IngestStage; readonly done: number; readonly total: number | null }
  | { readonly type: "result"; readonly jobId: JobId; readonly result: ProcessedDocument }
  | { readonly type: "failure"; readonly jobId: JobId; readonly code: string; readonly message: string };
