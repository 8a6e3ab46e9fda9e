/**
 * @file Column: a strip of the page that is filled from top to bottom and goes on on the next page.
 * Flow: typeset → [column] → layouts. Holds the pen's height; knows nothing of what is written.
 */
import type { TextStyle } from "./fonts";
import { breakLines, drawLine } from "./typeset";
import type { Line, Run } from "./typeset";

export interface ColumnArea {
  readonly x: number;
  readonly widthPt: number;
  /** First usable height of the present page, and of those that follow. */
  readonly top: number;
  readonly topOfNext: number;
  readonly bottom: number;
}

export interface BlockOptions {
  readonly indentPt?: number;
  readonly beforePt?: number;
  readonly afterPt?: number;
  /** Right-aligned or centred within the column. */
  readonly align?: "left" | "center" | "right";
  /** Keep this much room under the block on the same page (a heading with its first lines). */
  readonly keepPt?: number;
}

export class Column {
  /** Height of the pen. */
  y: number;
  private readonly onNewPage: (() => void) | undefined;

  /** `onNewPage` runs after a page was added, to draw what every page has. */
  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly area: ColumnArea,
    options: { onNewPage?: () => void } = {},
  ) {
    this.y = area.top;
    this.onNewPage = options.onNewPage;
  }

  /** Starts a new page unless `heightPt` fits above the bottom. */
  reserve(heightPt: number): void {
    if (this.y + heightPt <= this.area.bottom) return;
    this.doc.addPage();
    this.y = this.area.topOfNext;
    this.onNewPage?.();
  }

  skip(heightPt: number): void {
    this.y += heightPt;
  }

  /** Writes a paragraph; lines that do not fit go on on the next page. */
  block(runs: readonly Run[], options: BlockOptions = {}): void {
    const indent = options.indentPt ?? 0;
    const lines = breakLines(runs, this.area.widthPt - indent);
    if (this.y > this.area.top) this.y += options.beforePt ?? 0;
    // Two lines at least stay together; a heading stays with what follows.
    const first = lines.slice(0, 2).reduce((sum, line) => sum + line.heightPt, 0);
    this.reserve(first + (options.keepPt ?? 0));
    for (const line of lines) {
      this.reserve(line.heightPt);
      drawLine(this.doc, line, { x: this.area.x + indent + this.slack(line, indent, options.align), y: this.y });
      this.y += line.heightPt;
    }
    this.y += options.afterPt ?? 0;
  }

  /** A paragraph with a mark left of its first line: a dot when `mark` is null, else the mark's text. */
  item(runs: readonly Run[], options: BlockOptions & { mark: string | null; style: TextStyle; gapPt: number }): void {
    const lines = breakLines(runs, this.area.widthPt - (options.indentPt ?? 0) - options.gapPt);
    const first = lines[0];
    if (!first) return;
    this.y += options.beforePt ?? 0;
    this.reserve(lines.slice(0, 2).reduce((sum, line) => sum + line.heightPt, 0));
    const x = this.area.x + (options.indentPt ?? 0);
    // The regular faces' bullet is a speck.
    const markStyle: TextStyle = options.mark === null ? { ...options.style, weight: "bold" } : options.style;
    const mark = breakLines([{ text: options.mark ?? "•", style: markStyle }], options.gapPt)[0];
    if (mark) drawLine(this.doc, mark, { x, y: this.y + first.baselinePt - mark.baselinePt });
    for (const line of lines) {
      this.reserve(line.heightPt);
      drawLine(this.doc, line, { x: x + options.gapPt, y: this.y });
      this.y += line.heightPt;
    }
    this.y += options.afterPt ?? 0;
  }

  /** Text on the left and, on the same line, text on the right; the right one gets its own line when both don't fit. */
  pair(left: readonly Run[], right: readonly Run[], options: BlockOptions = {}): void {
    const rightLine = breakLines(right, this.area.widthPt)[0];
    const rightWidth = rightLine?.widthPt ?? 0;
    const lines = breakLines(left, Math.max(this.area.widthPt - rightWidth - 10, this.area.widthPt * 0.4));
    if (this.y > this.area.top) this.y += options.beforePt ?? 0;
    this.reserve(lines.reduce((sum, line) => sum + line.heightPt, 0) + (options.keepPt ?? 0));
    for (const [i, line] of lines.entries()) {
      drawLine(this.doc, line, { x: this.area.x, y: this.y });
      if (i === 0 && rightLine) {
        const y = this.y + line.baselinePt - rightLine.baselinePt;
        drawLine(this.doc, rightLine, { x: this.area.x + this.area.widthPt - rightWidth, y });
      }
      this.y += line.heightPt;
    }
    this.y += options.afterPt ?? 0;
  }

  /** A horizontal rule across the column at the pen's height. */
  rule(color: string, thicknessPt = 0.6): void {
    const { x, widthPt } = this.area;
    this.doc
      .save()
      .lineWidth(thicknessPt)
      .strokeColor(color)
      .moveTo(x, this.y)
      .lineTo(x + widthPt, this.y)
      .stroke()
      .restore();
  }

  private slack(line: Line, indent: number, align: BlockOptions["align"]): number {
    const free = this.area.widthPt - indent - line.widthPt;
    return align === "center" ? free / 2 : align === "right" ? free : 0;
  }
}
