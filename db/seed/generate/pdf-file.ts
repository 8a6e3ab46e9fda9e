/**
 * @file A PDF in memory whose bytes depend on its content only: fixed dates, and with them a fixed file id.
 */
import PDFDocument from "pdfkit";

/** A4 in points. */
export const PAGE = { widthPt: 595.28, heightPt: 841.89 } as const;

/** Date that every generated file bears. */
export const FILE_DATE = new Date("2026-01-05T09:00:00Z");

export interface PdfOptions {
  readonly title: string;
  readonly author: string;
  /** BCP 47, for screen readers. */
  readonly language: string;
}

/**
 * Runs `draw` on a new document with one empty A4 page and no margins.
 * @returns the finished file; all pages can still be reached with `switchToPage` inside `draw`
 */
export async function renderPdf(options: PdfOptions, draw: (doc: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: options.language,
    font: null as unknown as string,
    info: {
      Title: options.title,
      Author: options.author,
      Creator: "Cadre demo seed",
      CreationDate: FILE_DATE,
      ModDate: FILE_DATE,
    },
  });
  const parts: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (part: Uint8Array) => parts.push(part));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on("error", reject);
  });
  draw(doc);
  doc.end();
  return done;
}
