/**
 * @file A stored document as screens see it: with its live progress and what this person may do with it.
 */
import type { DocumentRow } from "../../../db/queries/documents";
import { countVersions } from "../../../db/queries/document-versions";
import { listProgress } from "../../../db/queries/jobs";
import type { DocumentTermsView, DocumentView, IngestProgress } from "../../contracts/documents";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { withEta } from "../ingest/progress";
import { can } from "../policy";
import type { Services } from "../services";
import { termsViewer } from "./terms-view";

/** @returns one view per row, in the same order */
export async function viewDocuments(services: Services, actor: Actor, rows: readonly DocumentRow[]): Promise<DocumentView[]> {
  const unfinished = rows.filter((row) => row.status === "queued" || row.status === "processing");
  const stored = await listProgress(services.db, unfinished.map((row) => row.id));
  const termsOf = await termsViewer(services, actor);
  const versions = await countVersions(services.db, scopeOf(actor), rows.map((row) => row.id));
  return rows.map((row) => {
    const live = services.dispatcher.progressOf(row.id);
    const job = stored.get(row.id);
    const progress = live ? withEta(live, Date.now()) : job ? waiting(job) : null;
    return view(row, actor, { progress: row.status === "ready" ? null : progress, terms: termsOf(row), versions: versions.get(row.id) ?? 0 });
  });
}

function waiting(job: { stage: IngestProgress["stage"] | null; unitsDone: number; unitsTotal: number | null }): IngestProgress {
  return { stage: job.stage ?? "read", done: job.unitsDone, total: job.unitsTotal, etaSeconds: null };
}

function view(row: DocumentRow, actor: Actor, now: { progress: IngestProgress | null; terms: DocumentTermsView | null; versions: number }): DocumentView {
  return {
    id: row.id,
    title: row.title,
    source: row.source,
    kind: row.kind,
    mediaType: row.mediaType,
    status: row.status,
    progress: now.progress,
    warnings: row.warnings,
    error: row.errorCode ? { code: row.errorCode, message: row.errorMessage ?? "" } : null,
    sizeBytes: row.sizeBytes,
    pages: row.pageCount,
    chunks: row.chunkCount,
    language: row.language,
    ocr: row.ocr,
    acl: row.acl,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    terms: now.terms,
    versions: now.versions,
    can: { manage: can(actor, `documents:manage:${row.kind}`), delete: can(actor, `documents:delete:${row.kind}`) },
  };
}
