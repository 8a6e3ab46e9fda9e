/**
 * @file extractDocument: one file's bytes → text, blocks and pages. Chooses the extractor by name and content.
 * Flow: upload → [extract] → chunk. Archives are opened by archive.ts first.
 */
import { AppError } from "../../core/errors";
import type { ExtractedDocument } from "../types";
import { throwIfAborted } from "./abort";
import type { Extractor, ExtractOptions, Format } from "./extractor";
import { extractCsv } from "./csv";
import { extractDocx } from "./docx";
import { extractHtml } from "./html";
import { extractImage } from "./image";
import { MAX_FILE_BYTES } from "./limits";
import { extractMarkdown } from "./markdown";
import { extractPdf } from "./pdf";
import { chooseFormat } from "./sniff";
import { extractText } from "./text";

/** Adding a format: one file here, one line in sniff.ts, its fixture in extractor.contract.ts. */
const EXTRACTORS: Readonly<Record<Format, Extractor>> = {
  markdown: extractMarkdown,
  text: extractText,
  html: extractHtml,
  pdf: extractPdf,
  docx: extractDocx,
  csv: extractCsv,
  image: extractImage,
};

/**
 * @param bytes    the file as it is stored
 * @param fileName name or path; its extension and the bytes' signature decide the format
 * @returns text with offsets; never empty
 * @throws AppError document/empty, /unsupported-type, /type-mismatch, /encrypted, /broken, /needs-ocr, /too-large,
 *   /bad-encoding; job/cancelled when `signal` aborts
 */
export async function extractDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ExtractOptions = {},
): Promise<ExtractedDocument> {
  throwIfAborted(options.signal);
  const maxBytes = options.maxBytes ?? MAX_FILE_BYTES;
  if (bytes.length > maxBytes) {
    throw new AppError("document/too-large", `file of ${bytes.length} bytes, at most ${maxBytes} allowed`, {
      userMessage: `The file has ${toMegabytes(bytes.length)} MB; at most ${toMegabytes(maxBytes)} MB can be read. Split it, or remove pictures.`,
      context: { sizeBytes: bytes.length, maxBytes },
    });
  }
  if (bytes.length === 0) throw new AppError("document/empty", "file of 0 bytes");
  const format = chooseFormat(bytes, fileName);
  const document = await EXTRACTORS[format](bytes, fileName, options);
  throwIfAborted(options.signal);
  if (!/\S/.test(document.text)) throw new AppError("document/empty", `no text in a ${format} file`);
  return document;
}

function toMegabytes(sizeBytes: number): string {
  return (sizeBytes / (1024 * 1024)).toFixed(1);
}
