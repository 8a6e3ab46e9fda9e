/**
 * @file Accepting files: archives are opened, each file is checked, its bytes stored, and a document with its job
 * queued. One bad file never stops the others. Nothing is acknowledged before it is on disk and in the database.
 */
import type { Database } from "../../../db/client";
import type { TermsChange } from "../../../db/queries/document-terms";
import { enqueueDocuments, findDuplicates, type NewDocument } from "../../../db/queries/documents";
import type { UploadResult } from "../../contracts/documents";
import { INGEST } from "../../config/defaults";
import { AppError, toAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import type { Scope } from "../../core/scope";
import type { DocumentId, DocumentKind, JobId, Principal, UserId } from "../../core/types";
import { expandArchive } from "../../knowledge/extract/archive";
import type { Format } from "../../knowledge/extract/extractor";
import { chooseFormat, sniffContent } from "../../knowledge/extract/sniff";
import { record, type AuditSubject } from "../audit/record";
import { requireModuleOfAction } from "../modules/state";
import type { FileStore } from "./file-store";

export interface IncomingFile {
  /** File name or path as it came in. */
  readonly source: string;
  /** Checked before anything is read. */
  readonly sizeBytes: number;
  /** Called once, when it is this file's turn: only one file's bytes are in memory. */
  readonly read: () => Promise<Uint8Array>;
}

/** A file whose bytes are here already. */
export function fileOf(source: string, bytes: Uint8Array): IncomingFile {
  return { source, sizeBytes: bytes.byteLength, read: () => Promise.resolve(bytes) };
}

/** A file, or a member of an archive, ready to be stored. */
interface Member {
  readonly source: string;
  readonly bytes: Uint8Array;
}

export interface AcceptOptions {
  readonly kind: DocumentKind;
  readonly acl: readonly Principal[];
  readonly onDuplicate: "skip" | "replace";
  readonly uploadedBy: UserId | null;
  /** Who the audit log names for each document; null: nobody, the caller writes one line for all of them. */
  readonly auditedAs: AuditSubject | null;
  readonly demo?: boolean;
  /** Titles known beforehand, by source; extraction's own title replaces an absent one. */
  readonly titles?: Readonly<Record<string, string>>;
  /** For every file; goes before what a file declares. */
  readonly terms?: TermsChange;
  /** The document that a single file takes the place of; goes before `onDuplicate`. */
  readonly replacesId?: DocumentId | null;
}

const MEDIA_TYPES: Readonly<Record<Exclude<Format, "image">, string>> = {
  markdown: "text/markdown",
  text: "text/plain",
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv",
};

/** Told by the first bytes: what is named .png may be a JPEG, and a browser shows it as what it is. */
function mediaTypeOf(format: Format, bytes: Uint8Array): string {
  if (format !== "image") return MEDIA_TYPES[format];
  return bytes[0] === 0x89 ? "image/png" : bytes[0] === 0xff ? "image/jpeg" : "image/tiff";
}

interface Failure {
  readonly source: string;
  readonly code: string;
  readonly message: string;
}

/**
 * @returns one entry per file: queued, skipped (same bytes are here), replaced (queued; the old one goes when this is ready), or why not
 * @throws AppError "request/conflict" for a kind whose module is switched off
 */
export async function acceptFiles(db: Database, files: FileStore, scope: Scope, incoming: readonly IncomingFile[], options: AcceptOptions): Promise<UploadResult> {
  const accepted: UploadResult["accepted"] = [];
  const failed: Failure[] = [];
  await requireModuleOfAction(db, `documents:upload:${options.kind}`);
  const seen = new Set<string>();
  for (const file of incoming) {
    for (const member of await membersOf(file)) {
      if (!("bytes" in member)) {
        failed.push(member);
        continue;
      }
      try {
        accepted.push(await acceptOne(db, files, scope, member, options, seen));
      } catch (thrown) {
        const error = toAppError(thrown);
        failed.push({ source: member.source, code: error.code, message: error.userMessage });
      }
    }
  }
  return { accepted, failed };
}

async function membersOf(file: IncomingFile): Promise<(Member | Failure)[]> {
  try {
    if (file.sizeBytes > INGEST.maxFileBytes) throw tooLarge(file);
    const bytes = await file.read();
    if (!isArchive(file.source, bytes)) return [{ source: file.source, bytes }];
    return expandArchive(bytes, file.source, { maxEntries: INGEST.maxArchiveFiles, maxTotalBytes: INGEST.maxArchiveBytes, maxFileBytes: INGEST.maxFileBytes });
  } catch (thrown) {
    const error = toAppError(thrown);
    return [{ source: file.source, code: error.code, message: error.userMessage }];
  }
}

/** By name: a workbook or a damaged DOCX is a zip inside as well, and its parts are no documents. */
function isArchive(source: string, bytes: Uint8Array): boolean {
  if (/\.zip$/i.test(source)) return true;
  return !/\.[a-z0-9]+$/i.test(source) && sniffContent(bytes) === "zip";
}

async function acceptOne(db: Database, files: FileStore, scope: Scope, file: Member, options: AcceptOptions, seen: Set<string>): Promise<UploadResult["accepted"][number]> {
  // A wrong type is refused at once; what only reading can tell is found out by the worker.
  const mediaType = mediaTypeOf(chooseFormat(file.bytes, file.source), file.bytes);
  const hash = sha256(file.bytes);
  const [duplicate] = await findDuplicates(db, scope, hash, options.kind);
  if (duplicate && options.onDuplicate === "skip" && !options.replacesId) return { id: duplicate.id, source: file.source, outcome: "skipped" };
  if (seen.has(hash)) throw new AppError("document/duplicate", `${file.source}: the same bytes came twice in one upload`, { userMessage: "The same file was already in this upload." });
  seen.add(hash);
  await files.put(file.bytes);
  const document: NewDocument & { jobId: string } = {
    id: newId<DocumentId>(),
    jobId: newId<JobId>(),
    kind: options.kind,
    source: file.source,
    title: options.titles?.[file.source] ?? baseName(file.source),
    titleGiven: options.titles?.[file.source] !== undefined,
    mediaType,
    sha256: hash,
    sizeBytes: file.bytes.byteLength,
    acl: options.acl,
    replacesId: options.replacesId ?? duplicate?.id ?? null,
    uploadedBy: options.uploadedBy,
    demo: options.demo ?? false,
    ...(options.terms ? { terms: options.terms } : {}),
  };
  const { auditedAs } = options;
  await db.transaction(async (tx) => {
    await enqueueDocuments(tx, scope, [document]);
    const facts = { kind: document.kind, sizeBytes: document.sizeBytes, replaces: document.replacesId };
    if (auditedAs) await record(tx, auditedAs, { action: "document.added", object: { kind: "document", id: document.id }, facts });
  });
  return { id: document.id, source: file.source, outcome: document.replacesId ? "replaced" : "queued" };
}

const baseName = (source: string) => (source.split(/[/\\]/).at(-1) ?? source).replace(/\.[a-z0-9]{1,5}$/i, "");

function tooLarge(file: IncomingFile): AppError {
  const mib = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  return new AppError("document/too-large", `${file.source} has ${file.sizeBytes} bytes`, {
    userMessage: `The file has ${mib(file.sizeBytes)}; the limit is ${mib(INGEST.maxFileBytes)}. Split it and upload the parts.`,
  });
}
