/**
 * @file Demo document → PDF of several pages: letterhead, headings, lists, tables, running foot with page numbers.
 */
import type { TextStyle, Weight } from "../fonts";
import { Column } from "../column";
import { PAGE, renderPdf } from "../pdf-file";
import { drawTable } from "../table";
import { breakLines, drawLine } from "../typeset";
import type { Run } from "../typeset";
import { plainText } from "./source";
import type { DocumentBlock, DocumentSource, Inline } from "./source";

const MARGIN = 64;
const ACCENT = "#1d4e5f";
const INK = "#1f2328";
const GREY = "#5b6470";

type StyleName = "title" | "h2" | "h3" | "body" | "strong" | "emphasis" | "small";
type Styles = Record<StyleName, TextStyle>;

function documentStyles(language: DocumentSource["language"]): Styles {
  const style = (sizePt: number, weight: Weight, color: string, family: "sans" | "serif" = "serif"): TextStyle => ({
    family,
    weight,
    sizePt,
    color,
    leading: sizePt > 14 ? 1.25 : language === "zh" ? 1.62 : 1.45,
    language,
  });
  return {
    title: style(22, "bold", ACCENT),
    h2: style(13.5, "bold", ACCENT),
    h3: style(11.5, "bold", INK),
    body: style(10.5, "regular", INK),
    strong: style(10.5, "bold", INK),
    emphasis: style(10.5, "italic", INK),
    small: style(8.5, "regular", GREY, "sans"),
  };
}

export async function renderDocumentPdf(source: DocumentSource): Promise<Uint8Array> {
  const styles = documentStyles(source.language);
  const language = source.language === "zh" ? "zh-CN" : "en";
  return renderPdf({ title: source.title, author: source.owner, language }, (doc) => {
    const column = new Column(doc, {
      x: MARGIN,
      widthPt: PAGE.widthPt - 2 * MARGIN,
      top: 108,
      topOfNext: 60,
      bottom: PAGE.heightPt - 72,
    });
    drawLetterhead(column, source, styles);
    for (const block of source.blocks) writeBlock(column, block, styles);
    drawFeet(doc, source, styles);
  });
}

function drawLetterhead(column: Column, source: DocumentSource, styles: Styles): void {
  const { doc } = column;
  doc.save().rect(0, 0, PAGE.widthPt, 10).fill(ACCENT).restore();
  const words =
    source.language === "zh"
      ? `维德美水闸设备 · 文件负责人：${source.owner}`
      : `Veldermere Lockworks · Owner of this document: ${source.owner}`;
  const line = breakLines([{ text: words, style: styles.small }], column.area.widthPt)[0];
  if (line) drawLine(doc, line, { x: MARGIN, y: 48 });
  if (!source.blocks.some((block) => block.kind === "heading" && block.level === 1)) {
    column.block([{ text: source.title, style: styles.title }], { afterPt: 10 });
  }
}

function writeBlock(column: Column, block: DocumentBlock, styles: Styles): void {
  switch (block.kind) {
    case "heading": {
      const style = block.level === 1 ? styles.title : block.level === 2 ? styles.h2 : styles.h3;
      column.block([{ text: plainText(block.inlines), style }], {
        beforePt: 12,
        afterPt: block.level === 1 ? 10 : 4,
        keepPt: 44,
      });
      return;
    }
    case "paragraph":
      keepTogether(column, block.inlines, styles);
      column.block(toRuns(block.inlines, styles), { indentPt: block.quoted ? 18 : 0, afterPt: 6 });
      return;
    case "item": {
      const indentPt = 6 + block.depth * 18;
      keepTogether(column, block.inlines, styles);
      column.item(toRuns(block.inlines, styles), {
        mark: block.mark,
        style: styles.body,
        gapPt: 18,
        indentPt,
        afterPt: 3,
      });
      return;
    }
    case "table":
      column.skip(2);
      writeTable(column, block.rows, styles);
      column.skip(10);
  }
}

/** A paragraph of up to a dozen lines moves to the next page whole rather than being cut by the running foot. */
function keepTogether(column: Column, inlines: readonly Inline[], styles: Styles): void {
  const lines = breakLines(toRuns(inlines, styles), column.area.widthPt - 24);
  if (lines.length <= 12) column.reserve(lines.reduce((sum, line) => sum + line.heightPt, 0));
}

function writeTable(column: Column, rows: readonly (readonly (readonly Inline[])[])[], styles: Styles): void {
  const small = { ...styles.body, sizePt: 9.4 };
  const bold = { ...styles.strong, sizePt: 9.4 };
  drawTable(column, {
    shares: columnShares(rows),
    rows: rows.map((row, i) => row.map((cell) => [{ text: plainText(cell), style: i === 0 ? bold : small }])),
    headerRows: 1,
    headerFill: "#e6eef1",
    ruleColor: GREY,
    padPt: 5,
  });
}

/** Widths by the square root of the longest cell, so that long remarks get room without starving short columns. */
function columnShares(rows: readonly (readonly (readonly Inline[])[])[]): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const weights = Array.from({ length: count }, (_, i) =>
    Math.sqrt(Math.max(4, ...rows.map((row) => visualLength(plainText(row[i] ?? []))))),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function visualLength(words: string): number {
  return [...words].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);
}

function toRuns(inlines: readonly Inline[], styles: Styles): Run[] {
  return inlines.map((inline) => ({
    text: inline.text,
    style: inline.mark === "plain" ? styles.body : styles[inline.mark],
  }));
}

function drawFeet(doc: PDFKit.PDFDocument, source: DocumentSource, styles: Styles): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const words = source.language === "zh" ? `第 ${page + 1} 页，共 ${count} 页` : `Page ${page + 1} of ${count}`;
    for (const [text, right] of [
      [source.title, false],
      [words, true],
    ] as const) {
      const line = breakLines([{ text, style: styles.small }], 360)[0];
      if (line)
        drawLine(doc, line, { x: right ? PAGE.widthPt - MARGIN - line.widthPt : MARGIN, y: PAGE.heightPt - 46 });
    }
  }
}
