/**
 * @file Limits of extraction: how much of a file is read before it is refused. All may be lowered per call.
 */
import { INGEST } from "../../config/defaults";

export const MAX_FILE_BYTES = INGEST.maxFileBytes;
export const MAX_PDF_PAGES = INGEST.maxPages;
/** Files in one zip archive, and its unpacked bytes. */
export const MAX_ARCHIVE_ENTRIES = INGEST.maxArchiveFiles;
export const MAX_ARCHIVE_BYTES = INGEST.maxArchiveBytes;

/** Milliseconds one PDF may take; a page normally takes 5–50 ms, so only a file built to hang gets here. */
export const MAX_PDF_MS = 5 * 60 * 1000;

/** UTF-16 code units of extracted text of one file; above this a citation's page would be useless anyway. */
export const MAX_TEXT_CHARS = 20_000_000;

/** Rows of one CSV file. */
export const MAX_CSV_ROWS = 200_000;

/** Nesting of HTML elements; real pages stay below 60, recursion overflows near 10,000. */
export const MAX_HTML_DEPTH = 400;
