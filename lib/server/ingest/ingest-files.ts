/**
 * @file Ingests files and waits until each is ready or has failed: what `cadre ingest` does, on the same queue,
 * worker and transaction as an upload.
 */
import { findDocument } from "../../../db/queries/documents";
import type { IngestOutput } from "../../contracts/cli";
import type { Scope } from "../../core/scope";
import type { DocumentKind, Principal } from "../../core/types";
import type { Services } from "../services";
import { acceptFiles, type IncomingFile } from "./accept";

export interface IngestFilesOptions {
  readonly kind: DocumentKind;
  readonly acl: readonly Principal[];
  readonly onDuplicate: "skip" | "replace";
  /** Told each document that is finished. */
  readonly onNote: (line: string) => void;
}

/** @returns every document with its end state; files that failed, at once or while being read, in `failed` */
export async function ingestFiles(services: Services, scope: Scope, files: readonly IncomingFile[], options: IngestFilesOptions): Promise<IngestOutput> {
  const { accepted, failed } = await acceptFiles(services.db, services.files, scope, files, { ...options, uploadedBy: null });
  let finished = 0;
  const unsubscribe = services.events.subscribe((change) => {
    if (change.type === "changed" && services.dispatcher.progressOf(change.id) === null) options.onNote(`${Math.min(++finished, accepted.length)}/${accepted.length}`);
  });
  services.dispatcher.wake();
  await services.dispatcher.idle();
  unsubscribe();
  const output: IngestOutput = { documents: [], failed: [...failed] };
  for (const item of accepted) {
    const row = await findDocument(services.db, scope, item.id);
    if (!row) continue;
    const warnings = item.outcome === "skipped" ? ["Skipped: the same content is here already.", ...row.warnings] : row.warnings;
    if (row.status === "failed" || row.status === "needs_ocr") output.failed.push({ source: item.source, code: row.errorCode ?? "internal/unknown", message: row.errorMessage ?? "" });
    if (row.status !== "failed") output.documents.push({ id: row.id, source: item.source, kind: row.kind, status: row.status, pages: row.pageCount, chunks: row.chunkCount, warnings });
  }
  return output;
}
