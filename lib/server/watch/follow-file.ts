/**
 * @file One file of a watched folder that is new or has changed → a document, by the same queue as an upload. A changed file
 * takes the place of its document: access list, given title, terms and tasks go over, the earlier text is kept.
 */
import { readFile, stat } from "node:fs/promises";
import { deleteDocument, findDocument, type DocumentRow } from "../../../db/queries/documents";
import { changeWatchedFile, putWatchedFile, type WatchedFile } from "../../../db/queries/watched-files";
import { INGEST } from "../../config/defaults";
import type { WatchFolder } from "../../config/watch-folders";
import { sha256 } from "../../core/hash";
import { KIND_READERS, systemScope } from "../../core/scope";
import type { DocumentId, DocumentKind, Principal } from "../../core/types";
import { withdrawFileRemoved } from "../document-tasks/raise";
import { acceptFiles } from "../ingest/accept";
import type { Services } from "../services";
import type { FoundFile } from "./scan-folder";

const scope = systemScope("watched folder");

export type FollowServices = Pick<Services, "db" | "files" | "events" | "dispatcher">;

/** moving: it changed while it was read, or its document is still being read; look again. */
export type Followed = "same" | "moving" | "renamed" | "taken" | "refused";

export interface Known {
  readonly file: WatchedFile | undefined;
  /** Files that are known and no longer there: one of them may have got this name. */
  readonly missing: readonly WatchedFile[];
}

export async function followFile(services: FollowServices, { folder, kind }: WatchFolder, found: FoundFile, { file, missing }: Known): Promise<Followed> {
  const seen = { sizeBytes: found.sizeBytes, modifiedMs: found.modifiedMs };
  if (found.sizeBytes > INGEST.maxFileBytes) {
    await putWatchedFile(services.db, scope, { root: folder, path: found.path, documentId: file?.documentId ?? null, sha256: file?.sha256 ?? "", ...seen, state: "refused", error: `The file has more than ${Math.floor(INGEST.maxFileBytes / 1024 / 1024)} MB.` });
    return "refused";
  }
  const bytes = await readWhole(found);
  if (bytes === null) return "moving";
  const hash = sha256(bytes);
  if (file && file.sha256 === hash && file.documentId !== null) {
    await changeWatchedFile(services.db, scope, file.id, { ...seen, state: "present", error: null });
    if (file.state === "removed") await withdrawFileRemoved(services.db, file.documentId);
    return "same";
  }
  const moved = file ? undefined : missing.find((other) => other.sha256 === hash);
  if (moved) {
    await changeWatchedFile(services.db, scope, moved.id, { path: found.path, ...seen, state: "present", error: null });
    if (moved.documentId) await withdrawFileRemoved(services.db, moved.documentId);
    return "renamed";
  }
  const current = file?.documentId ? await findDocument(services.db, scope, file.documentId) : null;
  if (current?.status === "queued" || current?.status === "processing") return "moving";
  return take(services, { folder, kind }, { found, bytes, hash, current });
}

/** Null when it changed while it was read: then it is not whole. */
async function readWhole(found: FoundFile): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(found.absolute);
    const after = await stat(found.absolute);
    return after.size === found.sizeBytes && Math.floor(after.mtimeMs) === found.modifiedMs && bytes.byteLength === after.size ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

interface Taken {
  readonly found: FoundFile;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly current: DocumentRow | null;
}

async function take({ db, files, events, dispatcher }: FollowServices, { folder, kind }: WatchFolder, { found, bytes, hash, current }: Taken): Promise<Followed> {
  const incoming = { source: found.path, sizeBytes: bytes.byteLength, read: () => Promise.resolve(bytes) };
  // A document that could not be read gives way at once; what it was to replace is replaced by the new one.
  const hasFailed = current?.status === "failed" || current?.status === "needs_ocr";
  const replacesId = hasFailed ? current.replacesId : (current?.id ?? null);
  const { accepted, failed } = await acceptFiles(db, files, scope, [incoming], {
    kind: current?.kind ?? kind,
    acl: current?.acl ?? usualReaders(kind),
    onDuplicate: "skip",
    replacesId,
    uploadedBy: null,
    auditedAs: scope,
    ...(current?.titleGiven ? { titles: { [found.path]: current.title } } : {}),
  });
  const [document] = accepted;
  const state = document ? { documentId: document.id as DocumentId, state: "present" as const, error: null } : { documentId: current?.id ?? null, state: "refused" as const, error: failed[0]?.message ?? "The file was refused." };
  if (document && hasFailed) await deleteDocument(db, scope, current.id);
  await putWatchedFile(db, scope, { root: folder, path: found.path, sha256: hash, sizeBytes: found.sizeBytes, modifiedMs: found.modifiedMs, ...state });
  if (document) {
    events.publish({ type: "changed", id: document.id as DocumentId });
    if (hasFailed) events.publish({ type: "removed", id: current.id });
    dispatcher.wake();
  }
  return document ? "taken" : "refused";
}

/** As at an upload: everyone, or for résumés those who recruit. */
function usualReaders(kind: DocumentKind): Principal[] {
  const readers = KIND_READERS[kind];
  return readers === "everyone" ? ["role:employee"] : readers.map((role): Principal => `role:${role}`);
}
