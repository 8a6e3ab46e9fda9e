/**
 * @file Demo document → DOCX with real heading styles, lists, tables and a running foot.
 */
import { HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { NUMBERED, renderDocx } from "../docx-file";
import { plainText } from "./source";
import type { DocumentBlock, DocumentSource, Inline } from "./source";

const LEVELS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export async function renderDocumentDocx(source: DocumentSource): Promise<Uint8Array> {
  const hasTitle = source.blocks.some((block) => block.kind === "heading" && block.level === 1);
  const title = hasTitle ? [] : [new Paragraph({ text: source.title, heading: HeadingLevel.TITLE })];
  let list = 0;
  const children = source.blocks.map((block, i) => {
    // Each ordered list counts from one again: Word needs an instance number per list.
    if (block.kind === "item" && block.mark === "1." && block.depth === 0) list = i + 1;
    return toChild(block, list);
  });
  return renderDocx({
    title: source.title,
    author: source.owner,
    language: source.language,
    accent: "1d4e5f",
    children: [...title, ...children],
  });
}

function toChild(block: DocumentBlock, list: number): Paragraph | Table {
  switch (block.kind) {
    case "heading":
      return new Paragraph({
        text: plainText(block.inlines),
        heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3,
      });
    case "paragraph":
      return new Paragraph({ children: toTextRuns(block.inlines), indent: block.quoted ? { left: 420 } : undefined });
    case "item":
      return new Paragraph({ children: toTextRuns(block.inlines), ...itemFormat(block, list) });
    case "table":
      return new Table({ rows: block.rows.map(toTableRow), width: { size: 100, type: WidthType.PERCENTAGE } });
  }
}

function itemFormat(block: Extract<DocumentBlock, { kind: "item" }>, list: number) {
  const level = Math.min(block.depth, 1);
  if (block.mark === null) return { bullet: { level: block.depth } };
  if (block.mark === "") return { indent: { left: 420 * (block.depth + 1) } };
  return { numbering: { reference: NUMBERED, level, instance: list } };
}

function toTableRow(cells: readonly (readonly Inline[])[], row: number): TableRow {
  return new TableRow({
    tableHeader: row === 0,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          shading: row === 0 ? { type: ShadingType.CLEAR, fill: "E6EEF1" } : undefined,
          children: [
            new Paragraph({
              children: row === 0 ? [new TextRun({ text: plainText(cell), bold: true })] : toTextRuns(cell),
            }),
          ],
        }),
    ),
  });
}

function toTextRuns(inlines: readonly Inline[]): TextRun[] {
  return inlines.map(
    (inline) => new TextRun({ text: inline.text, bold: inline.mark === "strong", italics: inline.mark === "emphasis" }),
  );
}
