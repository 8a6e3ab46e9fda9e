/**
 * @file Reading documents: lists, the stored text, the original bytes, and where a span lies on a page. All
 * through the reader's own scope: what may not be read is "not found".
 */
import { readFile } from "node:fs/promises";
import { findDocumentText, findOcrPage, listDocuments, type DocumentRow } from "../../../db/queries/documents";
import type { DocumentList, DocumentText, DocumentView, LocateOutput } from "../../contracts/documents";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor, DocumentKind } from "../../core/types";
import { locateInPicture, locateSpan } from "../../knowledge/locate/locate-span";
import { isReadingRecorded } from "../audit/reading";
import { record } from "../audit/record";
import type { Services } from "../services";
import { getDocument } from "./manage";
import { viewDocuments } from "./view";

export async function listViews(services: Services, actor: Actor, filter: { kind?: DocumentKind }): Promise<DocumentList> {
  const documents = await viewDocuments(services, actor, await listDocuments(services.db, scopeOf(actor), filter));
  return { documents, total: documents.length };
}

/** @throws AppError "request/not-found" */
export async function getView(services: Services, actor: Actor, id: string): Promise<DocumentView> {
  const [view] = await viewDocuments(services, actor, [await getDocument(services, actor, id)]);
  if (!view) throw new AppError("request/not-found", `no readable document ${id}`);
  return view;
}

/**
 * The stored text, for reading. Where reading is recorded (audit/reading.ts), the line is written first.
 * @throws AppError "request/not-found"; "request/conflict" for a document without text (not ready); "data/unavailable"
 * without an audit line
 */
export async function getText(services: Services, actor: Actor, id: string): Promise<DocumentText> {
  const row = await getDocument(services, actor, id);
  const text = await loadText(services, actor, row);
  if (isReadingRecorded(row)) await record(services.db, actor, { action: "document.opened", object: { kind: "document", id: row.id }, facts: { kind: row.kind } });
  return text;
}

async function loadText(services: Services, actor: Actor, row: DocumentRow): Promise<DocumentText> {
  const { id } = row;
  const stored = await findDocumentText(services.db, scopeOf(actor), id);
  if (!stored) throw new AppError("request/conflict", `document ${id} has no text`, { userMessage: "This document has no text yet." });
  return { id: row.id, title: row.title, kind: row.kind, mediaType: row.mediaType, addedAt: row.createdAt.toISOString(), ocr: row.ocr, text: stored.text, pages: stored.pages, blocks: stored.blocks };
}

/** Types that a browser shows by itself without running anything; all others are downloads. */
const INLINE = new Set(["application/pdf", "text/plain", "image/png", "image/jpeg"]);
/** Types whose pages can be shown with a passage marked. */
const PLACED = new Set(["application/pdf", "image/png", "image/jpeg", "image/tiff"]);

/**
 * The original bytes. Never rendered as a page of ours: sandboxed, and a download unless it is a PDF, plain text or a picture.
 * @throws AppError "request/not-found"; "data/unavailable" without an audit line
 */
export async function getFile(services: Services, actor: Actor, id: string): Promise<Response> {
  const row = await getDocument(services, actor, id);
  const bytes = await readFile(services.files.pathOf(row.sha256));
  if (isReadingRecorded(row)) await record(services.db, actor, { action: "document.downloaded", object: { kind: "document", id: row.id }, facts: { kind: row.kind } });
  const name = encodeURIComponent(row.source.split(/[/\\]/).at(-1) ?? "document");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": INLINE.has(row.mediaType) ? row.mediaType : "application/octet-stream",
      "content-disposition": `${INLINE.has(row.mediaType) ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** @throws AppError "request/not-found", "request/invalid" for a span outside the text or a document without pages */
export async function locate(services: Services, actor: Actor, id: string, span: { start: number; end: number }): Promise<LocateOutput> {
  // Rectangles only, for a text that is open already: no reading of its own.
  const row = await getDocument(services, actor, id);
  const text = await loadText(services, actor, row);
  const page = text.pages.find((candidate) => span.start < candidate.end && span.start >= candidate.start);
  if (!PLACED.has(text.mediaType) || !page || span.end > text.text.length || span.end <= span.start) {
    throw new AppError("request/invalid", `span ${span.start}–${span.end} has no place on a page of ${id}`);
  }
  const ocr = row.ocr?.pages.includes(page.page) ? await findOcrPage(services.db, scopeOf(actor), id, page.page) : null;
  if (text.mediaType === "application/pdf") return locateSpan(new Uint8Array(await readFile(services.files.pathOf(row.sha256))), { page: page.page, span, document: text, ocr });
  if (!ocr) throw new AppError("request/invalid", `no places of words on page ${page.page} of ${id}`);
  return locateInPicture(ocr, { span, document: text });
}
