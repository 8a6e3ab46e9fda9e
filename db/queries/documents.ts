/**
 * @file Documents: rows, access lists and texts. Lists and single reads take a scope; only what it may read comes
 * back. Writing a finished document is one transaction: text, chunks, vectors and status appear together or not.
 */
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { ChunkId, DocumentId, DocumentKind, EncoderVersion, Language, Principal, UserId } from "../../lib/core/types";
import type { Database } from "../client";
import { chunks, documentAcl, documents, documentTerms, documentTexts, jobs, users, vectors } from "../schema";
import { appendAuditLine } from "./audit";
import { putDeclaredTerms, putTerms, type TermsChange, type TermsRow } from "./document-terms";
import { keepVersion, moveReferences } from "./document-versions";
import { putProfile, type NewProfile } from "./profiles";
import { readableDocuments } from "./readable";

export type DocumentRow = typeof documents.$inferSelect & {
  acl: Principal[];
  /** Null: it holds for everyone, always. */
  terms: TermsRow | null;
  /** Name of the account that owns it. */
  ownerName: string | null;
};
/** Without the places of recognised words, which only a highlight needs: `findOcrPage`. */
export type DocumentTextRow = Omit<typeof documentTexts.$inferSelect, "ocr">;
export type OcrPageRow = NonNullable<(typeof documentTexts.$inferSelect)["ocr"]>[number];

const aclOf = sql<Principal[]>`coalesce((select array_agg(${documentAcl.principal} order by ${documentAcl.principal}) from ${documentAcl} where ${documentAcl.documentId} = ${documents.id}), '{}')`;
const columns = { document: documents, acl: aclOf, terms: documentTerms, ownerName: users.name };
const toRow = (row: { document: typeof documents.$inferSelect; acl: Principal[]; terms: TermsRow | null; ownerName: string | null }): DocumentRow => ({ ...row.document, acl: row.acl, terms: row.terms, ownerName: row.ownerName ?? row.terms?.ownerName ?? null });

/** Newest first. */
export async function listDocuments(db: Database, scope: Scope, filter: { kind?: DocumentKind } = {}): Promise<DocumentRow[]> {
  const rows = await db
    .select(columns)
    .from(documents)
    .leftJoin(documentTerms, eq(documentTerms.documentId, documents.id))
    .leftJoin(users, eq(users.id, documentTerms.ownerId))
    .where(and(readableDocuments(scope), filter.kind ? eq(documents.kind, filter.kind) : undefined))
    .orderBy(desc(documents.createdAt), asc(documents.source));
  return rows.map(toRow);
}

/** Null when it does not exist or may not be read: the caller cannot tell which. */
export async function findDocument(db: Database, scope: Scope, id: string): Promise<DocumentRow | null> {
  const [row] = await db
    .select(columns)
    .from(documents)
    .leftJoin(documentTerms, eq(documentTerms.documentId, documents.id))
    .leftJoin(users, eq(users.id, documentTerms.ownerId))
    .where(and(readableDocuments(scope), eq(documents.id, id as DocumentId)));
  return row ? toRow(row) : null;
}

/** Documents with the same bytes and kind that the scope may read, failed ones left out. */
export async function findDuplicates(db: Database, scope: Scope, sha256: string, kind: DocumentKind): Promise<DocumentRow[]> {
  const rows = await db
    .select(columns)
    .from(documents)
    .leftJoin(documentTerms, eq(documentTerms.documentId, documents.id))
    .leftJoin(users, eq(users.id, documentTerms.ownerId))
    .where(and(readableDocuments(scope), eq(documents.sha256, sha256), eq(documents.kind, kind), ne(documents.status, "failed")));
  return rows.map(toRow);
}

export async function findDocumentText(db: Database, scope: Scope, id: string): Promise<DocumentTextRow | null> {
  const { documentId, text, pages, blocks } = documentTexts;
  const [row] = await db
    .select({ documentId, text, pages, blocks })
    .from(documentTexts)
    .innerJoin(documents, eq(documents.id, documentTexts.documentId))
    .where(and(readableDocuments(scope), eq(documentTexts.documentId, id as DocumentId)));
  return row ?? null;
}

/** One recognised page with the places of its words; null for a page with a text layer. */
export async function findOcrPage(db: Database, scope: Scope, id: string, page: number): Promise<OcrPageRow | null> {
  const [row] = await db
    .select({ page: sql<OcrPageRow | null>`(select entry from jsonb_array_elements(${documentTexts.ocr}) entry where (entry->>'page')::int = ${page})` })
    .from(documentTexts)
    .innerJoin(documents, eq(documents.id, documentTexts.documentId))
    .where(and(readableDocuments(scope), eq(documentTexts.documentId, id as DocumentId)));
  return row?.page ?? null;
}

export interface NewDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly source: string;
  readonly title: string;
  /** Somebody chose the title: the one found in the file does not replace it. */
  readonly titleGiven: boolean;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly acl: readonly Principal[];
  readonly replacesId: DocumentId | null;
  readonly uploadedBy: UserId | null;
  readonly demo: boolean;
  /** Set by whoever adds it; what the file declares fills the rest. */
  readonly terms?: TermsChange;
}

/** Adds queued documents with their access lists and one job each; all of them or none. */
export async function enqueueDocuments(db: Database, scope: Scope, items: readonly (NewDocument & { jobId: string })[]): Promise<void> {
  if (items.length === 0) return;
  await db.transaction(async (tx) => {
    for (const { acl: _acl, jobId: _jobId, terms, ...row } of items) {
      await tx.insert(documents).values({ ...row, status: "queued" });
      if (terms) await putTerms(tx, scope, row.id, { ...terms, given: Object.keys(terms) });
    }
    await tx.insert(documentAcl).values(items.flatMap((item) => [...new Set(item.acl)].map((principal) => ({ documentId: item.id, principal }))));
    await tx.insert(jobs).values(items.map((item) => ({ id: item.jobId as typeof jobs.$inferInsert.id, kind: "ingest" as const, documentId: item.id, status: "queued" as const })));
  });
}

/** What ingestion found in one document. */
export interface ProcessedDocument {
  readonly title: string;
  readonly language: Language;
  readonly text: string;
  readonly pages: readonly { page: number; start: number; end: number }[];
  readonly blocks: DocumentTextRow["blocks"];
  /** Pages that text recognition read. */
  readonly ocr?: readonly OcrPageRow[];
  readonly warnings: readonly string[];
  readonly person: { name: string | null; title: string | null; location: string | null; years: number | null };
  /** Of a résumé. */
  readonly profile?: NewProfile;
  /** Terms that the file itself declares (front matter), as written; the server finds owner and predecessor. */
  readonly declared?: DeclaredTerms;
  /** What that means here: `declared` with its names resolved. */
  readonly terms?: TermsChange;
  readonly encoderVersion: EncoderVersion;
  readonly chunks: readonly {
    readonly id: ChunkId;
    readonly ordinal: number;
    readonly start: number;
    readonly end: number;
    readonly page: number | null;
    readonly headings: readonly string[];
    readonly text: string;
    readonly vector: Float32Array;
  }[];
}

/** See lib/server/documents/declared-terms.ts. */
export interface DeclaredTerms {
  /** E-mail address or name. */
  readonly owner?: string;
  /** Id, title or file name. */
  readonly supersedes?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly sites?: readonly string[];
  readonly contracts?: readonly string[];
  readonly audience?: readonly string[];
  readonly languages?: readonly Language[];
  readonly reviewMonths?: number;
}

const ROWS_PER_INSERT = 500;

/**
 * Makes a document ready in one transaction. The one that it replaces is deleted, which the audit log records; its text
 * stays as an earlier version, its terms, tasks and watched file go over to the new one.
 *
 * @returns false when the document was deleted meanwhile: then nothing is written
 */
export async function commitDocument(db: Database, scope: SystemScope, id: DocumentId, jobId: string, result: ProcessedDocument): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(documents)
      .set({
        // A title that somebody gave (at upload or since) stays; one made from the file name gives way.
        title: sql`case when ${documents.titleGiven} then ${documents.title} else ${result.title} end`,
        language: result.language,
        status: "ready",
        pageCount: result.pages.length || null,
        chunkCount: result.chunks.length,
        warnings: [...result.warnings],
        ocr: ocrMarkOf(result.ocr),
        errorCode: null,
        errorMessage: null,
        personName: result.person.name,
        personTitle: result.person.title,
        personLocation: result.person.location,
        personYears: result.person.years,
        updatedAt: new Date(),
      })
      .where(eq(documents.id, id))
      .returning({ replacesId: documents.replacesId });
    if (!row) return false;
    await tx.delete(chunks).where(eq(chunks.documentId, id));
    await tx.delete(documentTexts).where(eq(documentTexts.documentId, id));
    await tx.insert(documentTexts).values({ documentId: id, text: result.text, pages: [...result.pages], blocks: result.blocks, ocr: result.ocr ? [...result.ocr] : null });
    for (let from = 0; from < result.chunks.length; from += ROWS_PER_INSERT) {
      const part = result.chunks.slice(from, from + ROWS_PER_INSERT);
      await tx.insert(chunks).values(
        part.map((chunk) => ({ id: chunk.id, documentId: id, ordinal: chunk.ordinal, startChar: chunk.start, endChar: chunk.end, page: chunk.page, headings: [...chunk.headings], text: chunk.text })),
      );
      await tx.insert(vectors).values(part.map((chunk) => ({ chunkId: chunk.id, encoderVersion: result.encoderVersion, vector: toBytes(chunk.vector) })));
    }
    if (row.replacesId) {
      await keepVersion(tx, scope, { from: row.replacesId, to: id });
      await moveReferences(tx, scope, { from: row.replacesId, to: id });
    }
    if (result.profile) await putProfile(tx, scope, id, result.profile);
    if (result.terms) await putDeclaredTerms(tx, scope, id, result.terms);
    const [replaced] = row.replacesId ? await tx.delete(documents).where(eq(documents.id, row.replacesId)).returning({ id: documents.id, kind: documents.kind }) : [];
    await tx.update(documents).set({ replacesId: null }).where(eq(documents.id, id));
    await tx.update(jobs).set({ status: "done", stage: "index", updatedAt: new Date(), leaseUntil: null }).where(eq(jobs.id, jobId as typeof jobs.$inferSelect.id));
    if (replaced) {
      const event = { action: "document.deleted" as const, object: { kind: "document" as const, id: replaced.id }, facts: { kind: replaced.kind, replacedBy: id } };
      await appendAuditLine(tx, scope, { at: new Date(), actor: { type: "system", id: scope.reason }, address: null, event });
    }
    return true;
  });
}

/** Which pages, and how surely on average. */
export function ocrMarkOf(pages: readonly OcrPageRow[] | undefined): (typeof documents.$inferSelect)["ocr"] {
  if (!pages || pages.length === 0) return null;
  return { pages: pages.map(({ page }) => page), confidence: Math.round(pages.reduce((sum, { confidence }) => sum + confidence, 0) / pages.length) };
}

/** The document ends as failed or needs_ocr, with its reason; its job ends too. */
export async function failDocument(db: Database, _scope: Scope, id: DocumentId, jobId: string, failure: { status: "failed" | "needs_ocr"; code: string; message: string }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(documents).set({ status: failure.status, errorCode: failure.code, errorMessage: failure.message, updatedAt: new Date() }).where(eq(documents.id, id));
    await tx.update(jobs).set({ status: "failed", error: failure.code, updatedAt: new Date(), leaseUntil: null }).where(eq(jobs.id, jobId as typeof jobs.$inferSelect.id));
  });
}

export async function updateDocument(db: Database, scope: Scope, id: string, change: { title?: string; acl?: readonly Principal[] }): Promise<DocumentRow | null> {
  const current = await findDocument(db, scope, id);
  if (!current) return null;
  await db.transaction(async (tx) => {
    await tx.update(documents).set({ ...(change.title === undefined ? {} : { title: change.title, titleGiven: true }), updatedAt: new Date() }).where(eq(documents.id, current.id));
    if (change.acl) {
      await tx.delete(documentAcl).where(eq(documentAcl.documentId, current.id));
      await tx.insert(documentAcl).values([...new Set(change.acl)].map((principal) => ({ documentId: current.id, principal })));
    }
  });
  return findDocument(db, scope, id);
}

/**
 * Deletes rows, text, chunks and vectors.
 *
 * @returns the document's SHA-256 when no other document has the same bytes (then its file must go too), else null;
 * undefined when there was nothing to delete
 */
export async function deleteDocument(db: Database, scope: Scope, id: string): Promise<{ fileToRemove: string | null } | undefined> {
  const current = await findDocument(db, scope, id);
  if (!current) return undefined;
  await db.delete(documents).where(eq(documents.id, current.id));
  return { fileToRemove: (await isFileNeeded(db, scope, current.sha256)) ? null : current.sha256 };
}

/** True while any document, whoever may read it, has these bytes. */
export async function isFileNeeded(db: Database, _scope: Scope, sha256: string): Promise<boolean> {
  const others = await db.select({ id: documents.id }).from(documents).where(eq(documents.sha256, sha256)).limit(1);
  return others.length > 0;
}

/** Every hash that some document needs: what is not among them may be swept from the files folder. */
export async function listFileHashes(db: Database): Promise<Set<string>> {
  const rows = await db.selectDistinct({ sha256: documents.sha256 }).from(documents);
  return new Set(rows.map((row) => row.sha256));
}

export interface StoredChunk {
  readonly id: ChunkId;
  readonly documentId: DocumentId;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly headings: string[];
  readonly text: string;
  /** Null when this encoder version has not embedded it yet. */
  readonly vector: Float32Array | null;
}

/** Chunks of ready documents with their vectors, by document and ordinal: what the read side is built from. */
export async function listChunks(db: Database, encoderVersion: EncoderVersion, documentIds?: readonly DocumentId[]): Promise<StoredChunk[]> {
  if (documentIds?.length === 0) return [];
  const rows = await db
    .select({ chunk: chunks, vector: vectors.vector })
    .from(chunks)
    .innerJoin(documents, eq(documents.id, chunks.documentId))
    .leftJoin(vectors, and(eq(vectors.chunkId, chunks.id), eq(vectors.encoderVersion, encoderVersion)))
    .where(and(eq(documents.status, "ready"), documentIds ? inArray(chunks.documentId, [...documentIds]) : undefined))
    .orderBy(asc(chunks.documentId), asc(chunks.ordinal));
  return rows.map(({ chunk, vector }) => ({
    id: chunk.id,
    documentId: chunk.documentId,
    ordinal: chunk.ordinal,
    start: chunk.startChar,
    end: chunk.endChar,
    page: chunk.page,
    headings: chunk.headings,
    text: chunk.text,
    vector: vector ? fromBytes(vector) : null,
  }));
}

/** Where the pages of each document begin and end; documents of one page or none are left out. */
export async function listPages(db: Database): Promise<Map<DocumentId, DocumentTextRow["pages"]>> {
  const rows = await db
    .select({ id: documentTexts.documentId, pages: documentTexts.pages })
    .from(documentTexts)
    .where(sql`jsonb_array_length(${documentTexts.pages}) > 1`);
  return new Map(rows.map((row) => [row.id, row.pages]));
}

/** Adds vectors of one encoder version to chunks that lack them (another encoder was configured). */
export async function addVectors(db: Database, encoderVersion: EncoderVersion, items: readonly { chunkId: ChunkId; vector: Float32Array }[]): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS_PER_INSERT) {
    const rows = items.slice(from, from + ROWS_PER_INSERT).map((item) => ({ chunkId: item.chunkId, encoderVersion, vector: toBytes(item.vector) }));
    await db.insert(vectors).values(rows).onConflictDoNothing();
  }
}

function toBytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Copies, because a driver's buffer need not be aligned to 4 bytes. */
function fromBytes(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** How many documents a person has added, whoever may read them. */
export async function countUploads(db: Database, _scope: SystemScope, userId: UserId): Promise<number> {
  return db.$count(documents, eq(documents.uploadedBy, userId));
}
