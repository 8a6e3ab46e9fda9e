/**
 * @file layoutPage: text runs of one page → lines in reading order. Depends on this page only, so that highlights
 * (lib/knowledge/locate) can repeat it for a single page and get the same lines.
 */
import { findColumns } from "./columns";
import type { LayoutLine, PageLayout, Segment, TextRun } from "./geometry";
import { CELL_GAP, lineText } from "./line-text";
import type { PageRuns } from "./read-page";
import { toRows, toSegments, type Row } from "./segments";

/** Columns within columns; real pages need three. */
const MAX_DEPTH = 8;
/** So many rows with a cell at one x make a table's column. */
const MIN_TABLE_ROWS = 3;
/** A wrapped cell's next line follows within this many font sizes. */
const CELL_LEADING = 1.5;

/** @param page 1-based number, only carried along */
export function layoutPage(page: number, content: PageRuns): PageLayout {
  const lines: LayoutLine[] = [];
  for (const runs of [content.runs, ...content.turned]) layoutRuns(runs, lines);
  return { page, width: content.width, height: content.height, lines, hasPictures: content.hasPictures };
}

function layoutRuns(runs: readonly TextRun[], out: LayoutLine[]): void {
  for (const rows of orderRegions(toRows(toSegments(runs)), 0)) {
    const region = (out.at(-1)?.region ?? -1) + 1;
    const regionRight = Math.max(...rows.flatMap((row) => row.segments.map((segment) => segment.right)));
    for (const cells of tableRows(rows, cellEdges(rows))) {
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
function tableRows(rows: readonly Row[], edges: ReadonlySet<number>): Cell[][] {
  const lines: { cells: Cell[]; baseline: number }[] = [];
  for (const row of rows) {
    const above = lines.at(-1);
    const size = Math.max(...row.segments.map((segment) => segment.size));
    const near = above !== undefined && row.baseline - above.baseline <= CELL_LEADING * size;
    const targets = above && near ? continuedCells(above.cells, row.segments) : null;
    if (above && targets) {
      for (const [i, segment] of row.segments.entries()) targets[i]?.push(segment);
      above.baseline = row.baseline;
    } else {
      lines.push({ cells: splitCells(row.segments, edges), baseline: row.baseline });
    }
  }
  return lines.map((line) => line.cells);
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

/** The cell that each segment continues, or null when one of them starts something new. */
function continuedCells(cells: readonly Cell[], segments: readonly Segment[]): Cell[] | null {
  if (cells.length < 2) return null;
  const targets = segments.map((segment) =>
    cells.slice(1).find((cell) => {
      const first = cell[0];
      return first !== undefined && Math.abs(segment.x - first.x) <= 0.3 * segment.size && segment.size === first.size;
    }),
  );
  const found = targets.filter((cell) => cell !== undefined);
  return found.length === segments.length ? found : null;
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
