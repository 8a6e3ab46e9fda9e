/**
 * @file Ingests files and waits until each is ready or has failed: what `cadre ingest` does, on the same queue,
 * worker and transaction as an upload.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { findDocument } from "../../../db/queries/documents";
import type { IngestOutput } from "../../contracts/cli";
import type { Scope, SystemScope } from "../../core/scope";
import type { DocumentKind, Principal } from "../../core/types";
import type { Services } from "../services";
import { acceptFiles, type IncomingFile } from "./accept";

const LOOK_AGAIN_MS = 1_000;

export interface IngestFilesOptions {
  readonly kind: DocumentKind;
  readonly acl: readonly Principal[];
  readonly onDuplicate: "skip" | "replace";
  /** Told each document that is finished. */
  readonly onNote: (line: string) => void;
}

/** @returns each file once: in `documents` (ready, or needs_ocr), or in `failed`, refused at once or while being read */
export async function ingestFiles(services: Services, scope: SystemScope, files: readonly IncomingFile[], options: IngestFilesOptions): Promise<IngestOutput> {
  const { accepted, failed } = await acceptFiles(services.db, services.files, scope, files, { ...options, uploadedBy: null, auditedAs: scope });
  let finished = 0;
  const unsubscribe = services.events.subscribe((change) => {
    if (change.type === "changed" && services.dispatcher.progressOf(change.id) === null) options.onNote(`${Math.min(++finished, accepted.length)}/${accepted.length}`);
  });
  services.dispatcher.wake();
  await settled(services, scope, accepted);
  unsubscribe();
  const output: IngestOutput = { documents: [], failed: [...failed] };
  for (const item of accepted) {
    const row = await findDocument(services.db, scope, item.id);
    if (!row) continue;
    const warnings = item.outcome === "skipped" ? ["Skipped: the same content is here already.", ...row.warnings] : row.warnings;
    if (row.status === "failed") {
      output.failed.push({ source: item.source, code: row.errorCode ?? "internal/unknown", message: row.errorMessage ?? "" });
      continue;
    }
    // A scan is a document that waits for its text, not a failure: its reason goes with it.
    const reason = row.status === "needs_ocr" && row.errorMessage ? [row.errorMessage] : [];
    output.documents.push({ id: row.id, source: item.source, kind: row.kind, status: row.status, pages: row.pageCount, chunks: row.chunkCount, warnings: [...warnings, ...reason] });
  }
  return output;
}

/** With PostgreSQL another server may have taken some of the work: idle here does not mean done. */
async function settled(services: Services, scope: Scope, accepted: readonly { readonly id: string }[]): Promise<void> {
  await services.dispatcher.idle();
  for (const { id } of accepted) {
    for (let row = await findDocument(services.db, scope, id); row?.status === "queued" || row?.status === "processing"; row = await findDocument(services.db, scope, id)) {
      await sleep(LOOK_AGAIN_MS);
      services.dispatcher.wake();
      await services.dispatcher.idle();
    }
  }
}
