/**
 * @file The nouns of the offline flow: extract → chunk → embed → index. Each stage takes and gives these.
 * All offsets are UTF-16 code units into `ExtractedDocument.text`, end exclusive.
 */
import type { ChunkId, DocumentId, DocumentKind, Language, Span } from "../core/types";

export interface PageSpan extends Span {
  /** 1-based. */
  readonly page: number;
}

export interface Block extends Span {
  readonly kind: "heading" | "paragraph" | "list_item" | "table_row" | "code";
  /** 1–6 for headings, else null. */
  readonly level: number | null;
}

/** A page whose text was recognised in a picture: how surely, and where each word stands. */
export interface OcrPage {
  readonly page: number;
  /** Mean of its words, 0–100, as the program estimates it. */
  readonly confidence: number;
  /** Of the displayed page, in points; for a picture file its longer side counts 842. */
  readonly width: number;
  readonly height: number;
  /** Six numbers per word: start and end within the page's text, then x, y, width, height in whole points from the top left corner. */
  readonly boxes: readonly number[];
}

/** What extraction keeps of a file. `text` is the only thing citations ever point into. */
export interface ExtractedDocument {
  readonly text: string;
  readonly title: string | null;
  readonly language: Language;
  /** Empty where the format has no pages. */
  readonly pages: readonly PageSpan[];
  readonly blocks: readonly Block[];
  /** One sentence each, for the person who uploaded the file. */
  readonly warnings: readonly string[];
  /** Pages read by text recognition; left out where none was. */
  readonly ocr?: readonly OcrPage[];
  /** What the file says about itself, by field in lower case; left out where the format has no such place. */
  readonly frontMatter?: Readonly<Record<string, readonly string[]>>;
}

export interface Chunk extends Span {
  /** 0-based position within its document. */
  readonly ordinal: number;
  readonly page: number | null;
  /** From the outermost heading to the nearest one. */
  readonly headings: readonly string[];
  /** `document.text.slice(start, end)`. */
  readonly text: string;
}

/** A chunk with what retrieval must know about where it comes from. */
export interface Passage extends Chunk {
  readonly id: ChunkId;
  readonly documentId: DocumentId;
  readonly documentTitle: string;
  /** The file's path or name as it came in; a retrieval field of its own. */
  readonly source: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  /** Mean confidence, 0–100, of the document's recognised pages; left out where the passage stands on none of them. */
  readonly ocrConfidence?: number;
  /** Pages that begin inside it, in order; left out where none does. `page` is that of its start. */
  readonly laterPages?: readonly { readonly page: number; readonly start: number }[];
}

/** The port lives in core, so that lib/runtime (below this band) can implement it. */
export type { Encoder, EmbedOptions } from "../core/encoder";

export interface SearchHit<Id extends string = ChunkId> {
  readonly id: Id;
  /** Higher is better: cosine for vectors, BM25 for words. */
  readonly score: number;
}

/** Nearest neighbours by cosine. One contract suite tests every implementation. */
export interface VectorIndex {
  readonly dimension: number;
  /** Vectors that a search can return. */
  readonly size: number;
  /** @throws AppError "index/dimension-mismatch" */
  add(items: readonly { id: ChunkId; vector: Float32Array }[]): void;
  remove(ids: readonly ChunkId[]): void;
  /**
   * Best first; ties by id. Fewer than `k` when fewer match; empty when nothing does.
   * `filter` is applied before ranking: a chunk it refuses affects neither results nor their count.
   */
  search(query: Float32Array, k: number, filter?: (id: ChunkId) => boolean): SearchHit[];
}

/** BM25 over several fields. Same rules for filter, order and ties as `VectorIndex`. */
export interface LexicalIndex {
  readonly size: number;
  add(passages: readonly Passage[]): void;
  remove(ids: readonly ChunkId[]): void;
  search(query: string, k: number, filter?: (id: ChunkId) => boolean): SearchHit[];
}
