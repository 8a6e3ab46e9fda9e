/**
 * @file The read side of this process: the knowledge base in memory and who may read each document in it. Built from
 * the database at start, changed only after a commit, so that what is searched is always what is stored.
 */
import type { Database } from "../../db/client";
import { addVectors, listChunks, listDocuments, listPages, type DocumentRow, type ProcessedDocument, type StoredChunk } from "../../db/queries/documents";
import type { OcrMark } from "../contracts/documents";
import type { Encoder } from "../core/encoder";
import { invariant } from "../core/invariant";
import { NO_TERMS, type DocumentTerms } from "../core/document-terms";
import type { ActorScope, Scope } from "../core/scope";
import { systemScope } from "../core/scope";
import type { ChunkId, DocumentId, DocumentKind, Language, Principal } from "../core/types";
import { embeddingText } from "../knowledge/retrieval/embedding-text";
import type { KnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import { pagesWithin } from "../knowledge/chunk/page-of";
import type { PageSpan, Passage } from "../knowledge/types";
import { canReadDocument } from "./policy";
import type { Vectors } from "./vectors";

const scope = systemScope("read side");

export interface DocumentFacts {
  readonly id: DocumentId;
  readonly title: string;
  readonly source: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly acl: readonly Principal[];
  /** What a résumé says about its person; all null for other kinds. */
  readonly person: ProcessedDocument["person"];
  /** Empty where the format has none, or the document has only one. */
  readonly pages: readonly PageSpan[];
  /** Pages that text recognition read; null where every page has a text layer. */
  readonly ocr: OcrMark | null;
  /** Null: it holds for everyone, always. */
  readonly terms: DocumentTerms | null;
}

export interface ReadSide {
  readonly knowledge: KnowledgeBase;
  readonly documentCount: number;
  documentIds(): DocumentId[];
  /** True for passages of documents that the scope may read now. */
  mayRead(scope: Scope): (passage: Passage) => boolean;
  /** Terms of the documents that the scope may read now; a predecessor that it may not read is not named. */
  termsFor(scope: Scope): ReadonlyMap<string, DocumentTerms>;
  factsOf(id: string): DocumentFacts | undefined;
  /** `vectorsIndexed`: the vector index holds these chunks already. */
  add(facts: DocumentFacts, chunks: ProcessedDocument["chunks"], vectorsIndexed?: boolean): void;
  remove(id: DocumentId): void;
  setAcl(id: DocumentId, acl: readonly Principal[]): void;
  setTitle(id: DocumentId, title: string): void;
  setTerms(id: DocumentId, terms: DocumentTerms | null): void;
  /** Documents that superseded `from` supersede `to`, which has taken its place. */
  followReplacement(from: DocumentId, to: DocumentId): void;
  /** Told at once of passages that are gone, or have just come (then `gone` names what was there before). @returns ends it */
  onChange(listener: (gone: readonly ChunkId[]) => void): () => void;
}

export function createReadSide(knowledge: KnowledgeBase): ReadSide {
  const facts = new Map<string, DocumentFacts>();
  const listeners = new Set<(gone: readonly ChunkId[]) => void>();
  const changing = (id: DocumentId, work: () => void) => {
    const gone = knowledge.passagesOf(id).map((passage) => passage.id);
    work();
    listeners.forEach((listener) => listener(gone));
  };
  const change = (id: DocumentId, part: Partial<DocumentFacts>) => {
    const known = facts.get(id);
    if (known) facts.set(id, { ...known, ...part });
  };
  return {
    knowledge,
    get documentCount() {
      return facts.size;
    },
    documentIds: () => [...facts.values()].map(({ id }) => id),
    mayRead(reader) {
      if (reader.type === "system") return () => true;
      const memo = new Map<string, boolean>();
      return (passage) => {
        let allowed = memo.get(passage.documentId);
        if (allowed === undefined) memo.set(passage.documentId, (allowed = isReadable(reader, facts.get(passage.documentId))));
        return allowed;
      };
    },
    termsFor(reader) {
      const allowed = (id: string) => reader.type === "system" || isReadable(reader, facts.get(id));
      const named = (terms: DocumentTerms) => (terms.supersedes === null || allowed(terms.supersedes) ? terms : { ...terms, supersedes: null });
      const entries = [...facts.values()].flatMap(({ id, terms }): [string, DocumentTerms][] => (terms && allowed(id) ? [[id, named(terms)]] : []));
      // A document whose only term was a predecessor behind the reader's back has none for them.
      return new Map(entries.filter(([, terms]) => hasTerms(terms)));
    },
    factsOf: (id) => facts.get(id),
    add(document, chunks, vectorsIndexed = false) {
      changing(document.id, () => {
        facts.set(document.id, document);
        const passages = chunks.map((chunk) => toPassage(document, chunk));
        knowledge.addDocument({ passages, vectors: chunks.map((chunk) => chunk.vector), vectorsIndexed });
      });
    },
    remove(id) {
      changing(id, () => {
        facts.delete(id);
        knowledge.removeDocument(id);
      });
    },
    setAcl: (id, acl) => change(id, { acl }),
    setTitle: (id, title) => change(id, { title }),
    setTerms: (id, terms) => change(id, { terms }),
    followReplacement(from, to) {
      for (const { id, terms } of [...facts.values()]) if (terms?.supersedes === from && id !== to) change(id, { terms: { ...terms, supersedes: to } });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** An unknown document is not readable: it was deleted a moment ago. */
function isReadable(reader: ActorScope, document: DocumentFacts | undefined): boolean {
  return document !== undefined && canReadDocument(reader, document);
}

function toPassage(document: DocumentFacts, chunk: Omit<ProcessedDocument["chunks"][number], "vector">): Passage {
  const laterPages = pagesWithin(document.pages, chunk);
  const isRecognised = document.ocr?.pages.some((page) => page === chunk.page || laterPages?.some((later) => later.page === page));
  return { id: chunk.id, ordinal: chunk.ordinal, start: chunk.start, end: chunk.end, page: chunk.page, headings: chunk.headings, text: chunk.text, documentId: document.id, documentTitle: document.title, source: document.source, kind: document.kind, language: document.language, laterPages, ...(document.ocr && isRecognised ? { ocrConfidence: document.ocr.confidence } : {}) };
}

export interface LoadOptions {
  readonly encoder: Encoder;
  readonly vectors: Vectors;
  /** Told how many of how many chunks are embedded anew; the start banner shows it. */
  readonly onReembed: (done: number, total: number) => void;
}

/** A ready document as the knowledge base takes it in. */
export interface StoredDocument {
  readonly facts: DocumentFacts;
  readonly chunks: (StoredChunk & { readonly vector: Float32Array })[];
}

/** Loads every ready document. */
export async function loadReadSide(db: Database, readSide: ReadSide, { encoder, vectors, onReembed }: LoadOptions): Promise<void> {
  const documents = await storedDocuments(db, { encoder, onReembed });
  await vectors.load(documents.flatMap(({ chunks }) => chunks));
  for (const { facts, chunks } of documents) readSide.add(facts, chunks, true);
}

/**
 * Ready documents from the database; without `ids` all of them. Chunks that this encoder version has not embedded (another
 * encoder was configured) are embedded and stored first.
 */
export async function storedDocuments(db: Database, { encoder, onReembed }: Pick<LoadOptions, "encoder" | "onReembed">, ids?: readonly DocumentId[]): Promise<StoredDocument[]> {
  const wanted = ids && new Set(ids);
  const documents = (await listDocuments(db, scope)).filter((row) => row.status === "ready" && (!wanted || wanted.has(row.id)));
  const stored = await listChunks(db, encoder.version, ids);
  const pages = await listPages(db);
  const factsById = new Map(documents.map((row) => [row.id, { id: row.id, title: row.title, source: row.source, kind: row.kind, language: row.language ?? "en", acl: row.acl, person: personOfRow(row), pages: pages.get(row.id) ?? [], ocr: row.ocr, terms: termsOfRow(row) } satisfies DocumentFacts]));
  // Deleted or added between the two reads: the next look finds it.
  const known = stored.filter((chunk) => factsById.has(chunk.documentId));
  const fresh = await embedMissing(db, encoder, known, factsById, onReembed);
  const byDocument = new Map<DocumentId, StoredDocument["chunks"]>(documents.map(({ id }) => [id, []]));
  for (const chunk of known) {
    const vector = chunk.vector ?? fresh.get(chunk.id);
    invariant(vector, () => `chunk ${chunk.id} has no vector after embedding`);
    byDocument.get(chunk.documentId)?.push({ ...chunk, vector });
  }
  return [...factsById.values()].map((facts) => ({ facts, chunks: byDocument.get(facts.id) ?? [] }));
}

/** What of a document's terms answers depend on; null when nothing does. */
export function termsOfRow({ terms }: Pick<DocumentRow, "terms">): DocumentTerms | null {
  if (terms === null) return null;
  const { validFrom, validUntil, supersedesId: supersedes, sites, contracts, audience, languages } = terms;
  const known: DocumentTerms = { validFrom, validUntil, supersedes, sites, contracts, audience, languages };
  return hasTerms(known) ? known : null;
}

/** Something of it is set. */
function hasTerms(terms: DocumentTerms): boolean {
  return (Object.keys(NO_TERMS) as (keyof DocumentTerms)[]).some((field) => JSON.stringify(terms[field]) !== JSON.stringify(NO_TERMS[field]));
}

export function personOfRow(row: DocumentRow): ProcessedDocument["person"] {
  return { name: row.personName, title: row.personTitle, location: row.personLocation, years: row.personYears };
}

async function embedMissing(db: Database, encoder: Encoder, stored: readonly StoredChunk[], facts: ReadonlyMap<DocumentId, DocumentFacts>, onProgress: (done: number, total: number) => void): Promise<Map<ChunkId, Float32Array>> {
  const missing = stored.filter((chunk) => chunk.vector === null);
  if (missing.length === 0) return new Map();
  const texts = missing.map((chunk) => {
    const document = facts.get(chunk.documentId);
    invariant(document, () => `chunk ${chunk.id} belongs to no ready document`);
    return embeddingText(toPassage(document, chunk));
  });
  const vectors = await encoder.embed(texts, { onProgress: (done) => onProgress(done, missing.length) });
  const items = missing.map((chunk, i) => {
    const vector = vectors[i];
    invariant(vector, () => `no vector for chunk ${chunk.id}`);
    return { chunkId: chunk.id, vector };
  });
  await addVectors(db, encoder.version, items);
  return new Map(items.map((item) => [item.chunkId, item.vector]));
}
