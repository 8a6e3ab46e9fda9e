/**
 * @file Opens a PDF with pdf.js and says what is wrong with a file that cannot be opened. Always closes it again.
 */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { AppError, isAppError } from "../../../core/errors";
import { addTransferToFixedLength } from "./node-20";

/** Bytes behind the last end mark that may be rubbish a mail gateway added, if they hold no PDF objects. */
const END_MARK = "%%EOF";

/**
 * Opens, runs `work`, frees the memory.
 * @throws AppError "document/encrypted", "document/broken"; what `work` throws passes through
 */
export async function withPdf<T>(bytes: Uint8Array, work: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const pdf = await openPdf(bytes);
  try {
    return await work(pdf);
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  addTransferToFixedLength();
  const { getDocumentProxy } = await import("unpdf");
  try {
    // pdf.js takes the buffer away, hence the copy. verbosity 0: errors only; a page's faults reach us as exceptions.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: false,
      stopAtErrors: false,
    });
    if (isCutOff(bytes)) {
      await pdf.destroy();
      throw brokenPdf("the end of the file is missing", undefined);
    }
    return pdf;
  } catch (error) {
    if (isAppError(error)) throw error;
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") {
      throw new AppError("document/encrypted", "PDF needs a password to open", { cause: error });
    }
    throw brokenPdf(`pdf.js could not open it (${name || "unknown error"})`, error);
  }
}

/** @param reason for developers; goes into the message, so no document text */
export function brokenPdf(reason: string, cause: unknown): AppError {
  return new AppError("document/broken", `PDF: ${reason}`, { cause });
}

/** True when no end mark stands behind the last object: a download or copy that stopped halfway. */
function isCutOff(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = buffer.lastIndexOf(END_MARK, undefined, "latin1");
  if (mark === -1) return true;
  const lastObject = buffer.lastIndexOf(" obj", undefined, "latin1");
  return lastObject > mark;
}
