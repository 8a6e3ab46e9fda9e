/**
 * @file Limits of extraction: how much of a file is read before it is refused. All may be lowered per call.
 */

/** Bytes of one file. A 250-page handbook with pictures is 5–20 MB; pdf.js needs about ten times that in memory. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Pages of one PDF. The largest handbook we know has 600. */
export const MAX_PDF_PAGES = 2000;

/** Milliseconds one PDF may take; a page normally takes 5–50 ms, so only a file built to hang gets here. */
export const MAX_PDF_MS = 5 * 60 * 1000;

/** UTF-16 code units of extracted text of one file; above this a citation's page would be useless anyway. */
export const MAX_TEXT_CHARS = 20_000_000;

/** Rows of one CSV file. */
export const MAX_CSV_ROWS = 200_000;

/** Nesting of HTML elements; real pages stay below 60, recursion overflows near 10,000. */
export const MAX_HTML_DEPTH = 400;

/** Files in one zip archive. */
export const MAX_ARCHIVE_ENTRIES = 2000;

/** Unpacked bytes of a whole archive: ten files of the largest size. */
export const MAX_ARCHIVE_BYTES = 500 * 1024 * 1024;
