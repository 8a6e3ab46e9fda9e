/**
 * @file locateSpan: where a span of the extracted text is drawn on its PDF page. Repeats the layout pass for that one
 * page and matches its lines with the stored text, so a highlight costs one page, not the document.
 */
import { AppError } from "../../core/errors";
import type { Span } from "../../core/types";
import type { LocateOutput } from "../../contracts/documents";
import { layoutPage } from "../extract/pdf/layout-page";
import { withPdf } from "../extract/pdf/open-pdf";
import { readPage } from "../extract/pdf/read-page";
import type { ExtractedDocument } from "../types";
import { alignLines } from "./align-lines";
import { spanRects } from "./span-rects";

export interface LocateRequest {
  /** 1-based. */
  readonly page: number;
  /** Into `document.text`; a part outside of the page is ignored. */
  readonly span: Span;
  readonly document: Pick<ExtractedDocument, "text" | "pages">;
}

/**
 * @param pdfBytes the stored original
 * @returns one rectangle per drawn line, top to bottom within a column, in points from the top left corner of the
 *   page without its rotation; empty when the span has no text on this page
 * @throws AppError "request/not-found" when the document has no such page; what opening the PDF throws
 */
export async function locateSpan(pdfBytes: Uint8Array, request: LocateRequest): Promise<LocateOutput> {
  const pageSpan = request.document.pages.find((page) => page.page === request.page);
  if (!pageSpan) throw new AppError("request/not-found", `no page ${request.page} in the document`);
  const span = {
    start: Math.max(request.span.start, pageSpan.start) - pageSpan.start,
    end: Math.min(request.span.end, pageSpan.end) - pageSpan.start,
  };
  return withPdf(pdfBytes, async (pdf) => {
    if (request.page > pdf.numPages) throw new AppError("request/not-found", `the PDF has ${pdf.numPages} pages`);
    const layout = layoutPage(request.page, await readPage(pdf, request.page));
    const stored = request.document.text.slice(pageSpan.start, pageSpan.end);
    const boxes = span.end > span.start ? spanRects(alignLines(layout.lines, stored), span) : [];
    const page = await pdf.getPage(request.page);
    const shown = page.getViewport({ scale: 1 });
    const unrotated = page.getViewport({ scale: 1, rotation: 0 });
    const rects = boxes.map((box) => {
      const [ax, ay] = turnBack(box.x, box.y);
      const [bx, by] = turnBack(box.x + box.width, box.y + box.height);
      return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
    });
    return { page: request.page, widthPt: unrotated.width, heightPt: unrotated.height, rects };

    function turnBack(x: number, y: number): [number, number] {
      const inPdf = shown.convertToPdfPoint(x, y) as [number, number];
      return unrotated.convertToViewportPoint(...inPdf) as [number, number];
    }
  });
}
