/**
 * @file layoutPage: text runs of one page → lines in reading order. Depends on this page only, so that highlights
 * (lib/knowledge/locate) can repeat it for a single page and get the same lines.
 */
import { findColumns } from "./columns";
import { dateGlue } from "./cut-dates";
import type { LayoutLine, PageLayout, Segment, TextRun } from "./geometry";
import { CELL_GAP, lineText } from "./line-text";
import type { PageRuns } from "./read-page";
import { toRows, toSegments, type Row } from "./segments";

/** Columns within columns; real pages need three. */
const MAX_DEPTH = 8;
/** So many rows with a cell at one x make a table's column. */
const MIN_TABLE_ROWS = 3;
/** A wrapped cell's next line follows within this many font sizes. */
const CELL_LEADING = 1.8;

/** @param page 1-based number, only carried along */
export function layoutPage(page: number, content: PageRuns): PageLayout {
  const lines: LayoutLine[] = [];
  for (const runs of [content.runs, ...content.turned]) layoutRuns(runs, lines);
  const { width, height, hasPictures, pictureShare, hiddenLetters, hiddenText, raw } = content;
  return { page, width, height, lines, hasPictures, pictureShare, hiddenLetters, hiddenText, raw };
}

function layoutRuns(runs: readonly TextRun[], out: LayoutLine[]): void {
  for (const rows of orderRegions(toRows(toSegments(runs)), 0)) {
    const region = (out.at(-1)?.region ?? -1) + 1;
    const regionRight = Math.max(...rows.flatMap((row) => row.segments.map((segment) => segment.right)));
    for (const cells of tableRows(rows, regionRight)) {
      const line = toLine(cells, region, regionRight);
      if (line.text !== "") out.push(line);
    }
  }
}

/** Splits along columns until none is left. @returns regions in reading order, each read row by row */
function orderRegions(rows: readonly Row[], depth: number): Row[][] {
  if (rows.length === 0) return [];
  const band = depth < MAX_DEPTH ? findColumns(rows) : null;
  if (!band) return [[...rows]];
  const inside = rows.slice(band.first, band.last + 1).flatMap((row) => row.segments);
  const isRight = (segment: Segment) => segment.x >= band.at - 0.5;
  return [
    ...orderRegions(rows.slice(0, band.first), depth + 1),
    ...orderRegions(toRows(inside.filter((segment) => !isRight(segment))), depth + 1),
    ...orderRegions(toRows(inside.filter(isRight)), depth + 1),
    ...orderRegions(rows.slice(band.last + 1), depth + 1),
  ];
}

type Cell = Segment[];

/** Rows → lines of cells. A row that only continues cells right of the first is joined to the row above. */
function tableRows(rows: readonly Row[], regionRight: number): Cell[][] {
  const edges = cellEdges(rows);
  const lines: { cells: Cell[]; baseline: number }[] = [];
  for (const row of rows) {
    const above = lines.at(-1);
    const size = Math.max(...row.segments.map((segment) => segment.size));
    const near = above !== undefined && row.baseline - above.baseline <= CELL_LEADING * size;
    const segments = above && near ? withoutDateRest(above.cells, row.segments) : row.segments;
    const targets = above && near && segments.length > 0 ? continuedCells(above.cells, segments, regionRight) : null;
    if (above && (targets || segments.length === 0)) {
      for (const [i, segment] of segments.entries()) targets?.[i]?.push(segment);
      above.baseline = row.baseline;
    } else {
      lines.push({ cells: splitCells(segments, edges), baseline: row.baseline });
    }
  }
  return lines.map((line) => line.cells);
}

/** Moves the rest of a span of time that was cut at its cell's end up to that cell. @returns the row's other segments */
function withoutDateRest(cells: readonly Cell[], segments: readonly Segment[]): readonly Segment[] {
  if (cells.length < 2) return segments;
  for (const segment of segments) {
    const cell = cells.find((one) => continuesCell(one, segment));
    const last = cell?.at(-1);
    if (!cell || !last || dateGlue(textOf(last), textOf(segment)) === null) continue;
    cell.push(segment);
    return segments.filter((one) => one !== segment);
  }
  return segments;
}

function textOf(segment: Segment): string {
  return segment.runs.map((run) => run.text).join("");
}

/** Rounded places where three rows or more have a segment that is not their first: columns of a table. */
function cellEdges(rows: readonly Row[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const segment of row.segments.slice(1)) {
      const key = Math.round(segment.x);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_TABLE_ROWS).map(([key]) => key));
}

function splitCells(segments: readonly Segment[], edges: ReadonlySet<number>): Cell[] {
  const cells: Cell[] = [];
  for (const segment of segments) {
    const last = cells.at(-1);
    const before = last?.at(-1);
    const gap = before ? (segment.x - before.right) / Math.max(segment.size, before.size) : 0;
    if (last && before && gap < CELL_GAP && !edges.has(Math.round(segment.x))) last.push(segment);
    else cells.push([segment]);
  }
  return cells;
}

/**
 * The cell that each segment continues, or null when one of them starts something new: it stands at no cell's edge,
 * or no cell was full, so that the lines below the row are entries of their own.
 */
function continuedCells(cells: readonly Cell[], segments: readonly Segment[], regionRight: number): Cell[] | null {
  if (cells.length < 2) return null;
  const targets: Cell[] = [];
  let wraps = false;
  for (const segment of segments) {
    const at = cells.findIndex((cell, i) => i > 0 && continuesCell(cell, segment));
    const cell = cells[at];
    if (!cell) return null;
    targets.push(cell);
    const limit = (cells[at + 1]?.[0]?.x ?? regionRight) - 0.5 * segment.size;
    wraps ||= (cell.at(-1)?.right ?? 0) + firstWordWidth(segment) > limit;
  }
  return wraps ? targets : null;
}

function continuesCell(cell: Cell, segment: Segment): boolean {
  const first = cell[0];
  return (
    first !== undefined &&
    Math.abs(segment.x - first.x) <= 0.3 * segment.size &&
    Math.abs(segment.size - first.size) < 0.3 * first.size
  );
}

/** A Chinese "word" is one character, as wide as the font is high. */
function firstWordWidth(segment: Segment): number {
  const text = segment.runs.map((run) => run.text).join(" ");
  if (/^[\u2E80-\u9FFF\uFF00-\uFFEF]/.test(text)) return segment.size;
  const word = /^\S+/.exec(text)?.[0].length ?? 0;
  return (word / Math.max(1, text.length)) * (segment.right - segment.x);
}

function toLine(cells: readonly Cell[], region: number, regionRight: number): LayoutLine {
  const segments = cells.flat();
  const runs = segments.flatMap((segment) => segment.runs);
  const chars = runs.reduce((sum, run) => sum + run.text.length, 0);
  const boldChars = runs.reduce((sum, run) => sum + (run.bold ? run.text.length : 0), 0);
  return {
    ...lineText(cells),
    x: Math.min(...segments.map((segment) => segment.x)),
    right: Math.max(...segments.map((segment) => segment.right)),
    baseline: Math.min(...segments.map((segment) => segment.baseline)),
    lastBaseline: Math.max(...segments.map((segment) => segment.baseline)),
    size: mainSize(runs),
    bold: boldChars > 0.9 * chars,
    region,
    regionRight,
  };
}

/** Font size of most of the characters. */
function mainSize(runs: readonly TextRun[]): number {
  const chars = new Map<number, number>();
  for (const run of runs) {
    const size = Math.round(run.size * 10) / 10;
    chars.set(size, (chars.get(size) ?? 0) + run.text.length);
  }
  return [...chars].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
