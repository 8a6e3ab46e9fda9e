/**
 * @file What every format's extractor takes and gives. One file per format implements it; extract-document.ts
 * chooses among them.
 */
import type { ExtractedDocument } from "../types";

export type Format = "markdown" | "text" | "html" | "pdf" | "docx" | "csv";

export interface ExtractOptions {
  /** Largest file in bytes; default MAX_FILE_BYTES. */
  maxBytes?: number;
  /** Largest number of PDF pages; default MAX_PDF_PAGES. */
  maxPages?: number;
  /** Aborting rejects with AppError "job/cancelled". */
  signal?: AbortSignal;
  /** Called after each page of a paged format. */
  onPage?: (done: number, total: number) => void;
}

/**
 * Bytes of one file → its text. `fileName` (a name or path) only serves for the title.
 * @throws AppError "document/…" naming the file's fault
 */
export type Extractor = (bytes: Uint8Array, fileName: string, options: ExtractOptions) => Promise<ExtractedDocument>;
