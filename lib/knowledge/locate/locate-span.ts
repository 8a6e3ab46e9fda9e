/**
 * @file locateSpan: where a span of the extracted text is drawn on its PDF page. Repeats the layout pass for that one
 * page and matches its lines with the stored text, so a highlight costs one page, not the document.
 */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { AppError } from "../../core/errors";
import type { Span } from "../../core/types";
import type { LocateOutput } from "../../contracts/documents";
import { layoutPage } from "../extract/pdf/layout-page";
import { withPdf } from "../extract/pdf/open-pdf";
import { readPage } from "../extract/pdf/read-page";
import type { Rect } from "../extract/pdf/geometry";
import { placedRects } from "../ocr/placed-page";
import type { ExtractedDocument, OcrPage } from "../types";
import { alignLines } from "./align-lines";
import { spanRects } from "./span-rects";

export interface LocateRequest {
  /** 1-based. */
  readonly page: number;
  /** Into `document.text`; a part outside of the page is ignored. */
  readonly span: Span;
  readonly document: Pick<ExtractedDocument, "text" | "pages">;
  /** The page as text recognition read it; null for a page with letters of its own. */
  readonly ocr?: OcrPage | null;
}

/** The same for a picture file, which is its own page. */
export function locateInPicture(ocr: OcrPage, { span, document }: Pick<LocateRequest, "span" | "document">): LocateOutput {
  const { stored, within } = onPage({ page: ocr.page, span, document });
  return { page: ocr.page, widthPt: ocr.width, heightPt: ocr.height, rects: placedRects(ocr, within, stored) };
}

/**
 * @param pdfBytes the stored original
 * @returns one rectangle per drawn line, top to bottom within a column, in points from the top left corner of the
 *   page as it is displayed; empty when the span has no text on this page
 * @throws AppError "request/not-found" when the document has no such page; what opening the PDF throws
 */
export async function locateSpan(pdfBytes: Uint8Array, request: LocateRequest): Promise<LocateOutput> {
  const { stored, within } = onPage(request);
  return withPdf(pdfBytes, async (pdf) => {
    if (request.page > pdf.numPages) throw new AppError("request/not-found", `the PDF has ${pdf.numPages} pages`);
    const rects = await boxesOf(pdf, request, { stored, within });
    const { width, height } = (await pdf.getPage(request.page)).getViewport({ scale: 1 });
    return { page: request.page, widthPt: width, heightPt: height, rects };
  });
}

/** The page's stored text, and the part of the span in it. */
function onPage({ page, span, document }: Pick<LocateRequest, "page" | "span" | "document">): { stored: string; within: Span } {
  const pageSpan = document.pages.find((candidate) => candidate.page === page);
  if (!pageSpan) throw new AppError("request/not-found", `no page ${page} in the document`);
  const within = { start: Math.max(span.start, pageSpan.start) - pageSpan.start, end: Math.min(span.end, pageSpan.end) - pageSpan.start };
  return { stored: document.text.slice(pageSpan.start, pageSpan.end), within };
}

async function boxesOf(pdf: PDFDocumentProxy, { page, ocr }: LocateRequest, { stored, within }: { stored: string; within: Span }): Promise<Rect[]> {
  if (within.end <= within.start) return [];
  if (ocr) return placedRects(ocr, within, stored);
  const layout = layoutPage(page, await readPage(pdf, page));
  return spanRects(alignLines(layout.lines, stored), within);
}
