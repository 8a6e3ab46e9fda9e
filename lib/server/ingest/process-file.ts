/**
 * @file One file through the offline flow: extract → chunk → embed, plus the card of a résumé. Joins the stages of
 * lib/knowledge and lib/people; used by the ingestion worker and by the in-memory store of the commands.
 */
import type { ProcessedDocument } from "../../../db/queries/documents";
import { CHUNK, INGEST } from "../../config/defaults";
import { invariant } from "../../core/invariant";
import type { Encoder } from "../../core/encoder";
import type { ChunkId, DocumentId, DocumentKind, IngestStage } from "../../core/types";
import { chunkDocument } from "../../knowledge/chunk/chunk-document";
import { extractDocument } from "../../knowledge/extract/extract-document";
import type { OcrTools } from "../../knowledge/extract/extractor";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import type { Passage } from "../../knowledge/types";
import { declaredTerms } from "../documents/declared-terms";
import { readResumeCard } from "../../people/resume-card";
import { profileOf } from "../profiles/profile-of";

export interface ProcessFileOptions {
  readonly bytes: Uint8Array;
  /** File name or path as it came in. */
  readonly source: string;
  readonly kind: DocumentKind;
  readonly documentId: DocumentId;
  readonly encoder: Encoder;
  /** Text recognition for scans; without it they are "document/needs-ocr". */
  readonly ocr?: () => Promise<OcrTools>;
  /** Awaited at the start of each stage (done = 0); fire-and-forget in between. */
  readonly onProgress?: (stage: IngestStage, done: number, total: number | null) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

const NO_PERSON = { name: null, title: null, location: null, years: null };

/** @throws AppError "document/…" naming what is wrong with the file and what to do */
export async function processFile(options: ProcessFileOptions): Promise<ProcessedDocument> {
  const { bytes, source, kind, documentId, encoder, ocr, onProgress, signal } = options;
  const report = async (stage: IngestStage, done: number, total: number | null) => onProgress?.(stage, done, total);

  await report("read", 0, 1);
  await report("extract", 0, null);
  const extracted = await extractDocument(bytes, source, {
    maxBytes: INGEST.maxFileBytes,
    maxPages: INGEST.maxPages,
    signal,
    ...(ocr ? { ocr } : {}),
    checksLayers: kind === "resume",
    onPage: (done, total) => void report("extract", done, total),
  });
  const declared = kind === "resume" ? null : declaredTerms(extracted.frontMatter ?? {});
  const person = kind === "resume" ? personOf(extracted) : NO_PERSON;
  const title = titleOf(person) ?? extracted.title ?? source;

  await report("split", 0, null);
  const chunks = chunkDocument(extracted, { countTokens: (text) => encoder.countTokens(text), maxTokens: CHUNK.maxTokens, overlapTokens: CHUNK.overlapTokens });
  const passages = chunks.map(
    (chunk): Passage => ({ ...chunk, id: `${documentId}.${chunk.ordinal}` as ChunkId, documentId, documentTitle: title, source, kind, language: extracted.language }),
  );

  await report("embed", 0, passages.length);
  const vectors = await encoder.embed(passages.map(embeddingText), { signal, onProgress: (done) => void report("embed", done, passages.length) });

  await report("index", 0, passages.length);
  return {
    title,
    language: extracted.language,
    text: extracted.text,
    pages: extracted.pages,
    blocks: [...extracted.blocks],
    ...(extracted.ocr ? { ocr: extracted.ocr.map((page) => ({ ...page, boxes: [...page.boxes] })) } : {}),
    warnings: extracted.warnings,
    person,
    ...(kind === "resume" ? { profile: await profileOf(extracted, { source }) } : {}),
    ...(declared ? { declared } : {}),
    encoderVersion: encoder.version,
    chunks: passages.map((passage, i) => ({
      id: passage.id,
      ordinal: passage.ordinal,
      start: passage.start,
      end: passage.end,
      page: passage.page,
      headings: passage.headings,
      text: passage.text,
      vector: vectorAt(vectors, i),
    })),
  };
}

function vectorAt(vectors: readonly Float32Array[], index: number): Float32Array {
  const vector = vectors[index];
  invariant(vector, () => `the encoder gave ${vectors.length} vectors, none for passage ${index}`);
  return vector;
}

/** A résumé is called by whose it is: its own first heading is as often "Curriculum vitae" or "个人简历". */
function titleOf({ name, title }: ProcessedDocument["person"]): string | null {
  return name && title ? `${name} – ${title}` : name;
}

function personOf(extracted: Parameters<typeof readResumeCard>[0]): ProcessedDocument["person"] {
  const card = readResumeCard(extracted);
  return { name: card.name?.value ?? null, title: card.title?.value ?? null, location: card.location?.value ?? null, years: card.years?.value ?? null };
}
