/**
 * @file A stored document's text → what the reader draws: headings, paragraphs, lists and tables with exact offsets,
 * and where each page begins. Flow: documentText → [flow] → reader.
 */
import type { DocumentText } from "../contracts/documents";

/** `[start, end)` in UTF-16 code units of the document's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type FlowPart = { readonly page: number | null } & (
  | ({ readonly type: "heading"; readonly level: number } & Stretch)
  | ({ readonly type: "paragraph" | "code" } & Stretch)
  | { readonly type: "list"; readonly items: readonly Stretch[] }
  /** Each row's cells, in order; rows may differ in length. */
  | { readonly type: "table"; readonly rows: readonly (readonly Stretch[])[] }
);

/** How extraction joins the cells of a table's row. */
const CELL_JOINT = " | ";

/**
 * @returns parts in reading order; `page` is set on the first part of each page and null on all others. A document
 *   without blocks is split at its empty lines.
 */
export function pageFlow(document: Pick<DocumentText, "text" | "pages" | "blocks">): FlowPart[] {
  const { text, pages } = document;
  const blocks = document.blocks.length > 0 ? document.blocks : paragraphsOf(text);
  const parts: FlowPart[] = [];
  let nextPage = 0;
  for (const block of blocks) {
    let page: number | null = null;
    for (let next = pages[nextPage]; next && next.start <= block.start; next = pages[++nextPage]) page = next.page;
    const last = parts.at(-1);
    if (block.kind === "list_item") {
      if (last?.type === "list" && page === null) parts[parts.length - 1] = { ...last, items: [...last.items, block] };
      else parts.push({ type: "list", page, items: [block] });
    } else if (block.kind === "table_row") {
      const cells = cellsOf(text, block);
      if (last?.type === "table" && page === null) parts[parts.length - 1] = { ...last, rows: [...last.rows, cells] };
      else parts.push({ type: "table", page, rows: [cells] });
    } else if (block.kind === "heading") {
      parts.push({ type: "heading", page, level: block.level ?? 2, start: block.start, end: block.end });
    } else {
      parts.push({ type: block.kind, page, start: block.start, end: block.end });
    }
  }
  return parts;
}

/** A stretch cut where a highlight begins and ends. @returns 1–3 pieces that together are the stretch */
export function cutAt(stretch: Stretch, highlight: Stretch | null): (Stretch & { readonly marked: boolean })[] {
  const from = Math.max(stretch.start, highlight?.start ?? 0);
  const to = Math.min(stretch.end, highlight?.end ?? 0);
  if (!highlight || from >= to) return [{ ...stretch, marked: false }];
  return [
    { start: stretch.start, end: from, marked: false },
    { start: from, end: to, marked: true },
    { start: to, end: stretch.end, marked: false },
  ].filter((piece) => piece.start < piece.end);
}

/** The page that a position lies on; null where the format has no pages. */
export function pageAt(pages: DocumentText["pages"], position: number): number | null {
  return pages.find((page) => position >= page.start && position < page.end)?.page ?? null;
}

function cellsOf(text: string, row: Stretch): Stretch[] {
  const cells: Stretch[] = [];
  let start = row.start;
  for (const cell of text.slice(row.start, row.end).split(CELL_JOINT)) {
    cells.push({ start, end: start + cell.length });
    start += cell.length + CELL_JOINT.length;
  }
  return cells;
}

function paragraphsOf(text: string): DocumentText["blocks"] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((match) => ({
    kind: "paragraph",
    level: null,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}
