/**
 * @file What every format's extractor takes and gives. One file per format implements it; extract-document.ts
 * chooses among them.
 */
import type { OcrReader } from "../ocr/ocr-reader";
import type { PageKinds } from "../ocr/page-kinds";
import type { ExtractedDocument } from "../types";

export type Format = "markdown" | "text" | "html" | "pdf" | "docx" | "csv" | "image";

/** Text recognition, as far as the operator's machine has it. Without any of it scans are "document/needs-ocr". */
export interface OcrTools {
  readonly reader?: OcrReader | undefined;
  /** Tells pictures of writing from photographs; without it the plain facts decide alone. */
  readonly kinds?: PageKinds | undefined;
  /** pdftoppm is installed and draws pages whose pictures cannot be decoded here. */
  readonly canDraw?: boolean;
}

export interface ExtractOptions {
  /** Largest file in bytes; default MAX_FILE_BYTES. */
  maxBytes?: number;
  /** Largest number of PDF pages; default MAX_PDF_PAGES. */
  maxPages?: number;
  /** Aborting rejects with AppError "job/cancelled". */
  signal?: AbortSignal;
  /** Asked once per file, and only when a page of it is a picture. */
  ocr?: () => Promise<OcrTools>;
  /** Compare the text layers of scans with their pictures: where hidden text would matter (résumés). Default no. */
  checksLayers?: boolean;
  /** Called after each page of a paged format; pages that are recognised are counted once more. */
  onPage?: (done: number, total: number) => void;
}

/**
 * Bytes of one file → its text. `fileName` (a name or path) only serves for the title.
 * @throws AppError "document/…" naming the file's fault
 */
export type Extractor = (bytes: Uint8Array, fileName: string, options: ExtractOptions) => Promise<ExtractedDocument>;
