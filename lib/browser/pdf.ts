/**
 * @file Draw pages of a PDF on a canvas, in the reader's own browser, with unpdf's build of pdf.js. Loaded only when
 * a page is looked at. Does not find passages: the server's `locate` does, with the text that citations point into.
 */

export interface OpenPdf {
  readonly pageCount: number;
  /**
   * Draws one page. A later call on the same canvas cancels the earlier one.
   * @param page 1-based
   * @param width CSS pixels; the height follows
   * @returns the page's size in CSS pixels, or null when it was cancelled
   */
  readonly draw: (canvas: HTMLCanvasElement, page: number, width: number) => Promise<{ width: number; height: number } | null>;
  readonly close: () => Promise<void>;
}

/** Pages wider than this many device pixels are drawn smaller and scaled up: memory, on large screens. */
const MAX_CANVAS_WIDTH_PX = 3200;

/** @param bytes the file; the array is handed over and must not be used afterwards */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, RenderingCancelledException } = await import("unpdf/pdfjs");
  const pdf = await getDocument({ data: bytes, isEvalSupported: false, enableXfa: false }).promise;
  let running: { cancel: () => void } | null = null;
  return {
    pageCount: pdf.numPages,
    draw: async (canvas, number, width) => {
      running?.cancel();
      const page = await pdf.getPage(number);
      const unit = page.getViewport({ scale: 1 });
      const density = Math.min(window.devicePixelRatio || 1, MAX_CANVAS_WIDTH_PX / width);
      const viewport = page.getViewport({ scale: (width / unit.width) * density });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("This browser gives no 2D canvas.");
      const task = page.render({ canvas, canvasContext: context, viewport });
      running = task;
      try {
        await task.promise;
      } catch (error) {
        if (error instanceof RenderingCancelledException) return null;
        throw error;
      }
      return { width, height: (unit.height / unit.width) * width };
    },
    close: () => pdf.destroy(),
  };
}
