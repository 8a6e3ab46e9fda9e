/**
 * @file Finds columns: the band of rows that a white gutter splits into two texts that are read one after the other.
 * Tables and "title … date" lines have gutters too; they are read row by row and are told apart here.
 */
import type { Segment } from "./geometry";
import type { Row } from "./segments";

export interface ColumnBand {
  /** Rows [first, last] of the region. */
  readonly first: number;
  readonly last: number;
  /** Left edge of the right column. */
  readonly at: number;
}

/** Narrowest gutter, in points and in font sizes. */
const MIN_GUTTER_PT = 6;
const MIN_GUTTER_SIZES = 0.7;
/** Left edges closer than this are one column. */
const EDGE_TOLERANCE_PT = 3;
/** Share of the right column's rows that begin at its edge; the others are set in, or centred. */
const MIN_EDGE_SHARE = 0.5;
/** Both columns with so many rows: a page layout, whose columns run on to the end of the region. */
const SUBSTANTIAL_ROWS = 8;
/** A sidebar that was drawn after the text beside it goes on below that text while its steps, in font sizes, stay below this. */
const SIDEBAR_STEP = 3;
/** Rows of the thinner column that stand further apart than this, in rows, are labels of what stands beside them. */
const MAX_LIST_SPREAD = 1.4;
/** Median characters of a row from which a column is running text rather than cells. */
const PROSE_CHARS = 28;

/** @returns the best band to split, or null when the region is read row by row */
export function findColumns(rows: readonly Row[]): ColumnBand | null {
  let best: Candidate | null = null;
  for (const at of columnEdges(rows)) {
    for (const [first, last] of clearBands(rows, at)) {
      const fitted = fitBand(rows, { first, last, at });
      if (!fitted) continue;
      const band = growBand(rows, { first, last, at }, fitted);
      const weight = Math.max(columnWeight(rows, fitted), columnWeight(rows, band));
      const candidate = { band, weight, isOne: startsAtEdge(rows, band) };
      if (weight > 0 && (best === null || isBetter(candidate, best))) best = candidate;
    }
  }
  return best?.band ?? null;
}

interface Candidate {
  readonly band: ColumnBand;
  readonly weight: number;
  /** What stands right of the gutter is one column, not dates at the end of lines with a sidebar behind them. */
  readonly isOne: boolean;
}

/** One column before a mixture, then the heavier, then the longer: a sidebar's gutter is clear down the page, a date's is not. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.isOne !== other.isOne) return one.isOne;
  if (one.weight !== other.weight) return one.weight > other.weight;
  return one.band.last - one.band.first > other.band.last - other.band.first;
}

/** Most rows of the right column begin where it begins. */
function startsAtEdge(rows: readonly Row[], { first, last, at }: ColumnBand): boolean {
  const starts = rows.slice(first, last + 1).flatMap((row) => row.segments.find((segment) => isRight(segment, at))?.x ?? []);
  return starts.filter((x) => x - at <= EDGE_TOLERANCE_PT).length >= MIN_EDGE_SHARE * starts.length;
}

/** Left edges of segments, except the leftmost of the region. */
function columnEdges(rows: readonly Row[]): number[] {
  const edges = rows.flatMap((row) => row.segments.map((segment) => segment.x)).sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const edge of edges) {
    const cluster = clusters.at(-1);
    if (cluster && edge - (cluster[0] ?? edge) <= EDGE_TOLERANCE_PT) cluster.push(edge);
    else clusters.push([edge]);
  }
  return clusters.slice(1).map((cluster) => cluster[0] ?? 0);
}

const isRight = (segment: Segment, at: number) => segment.x >= at - 0.5;
const isLeft = (segment: Segment, at: number) =>
  segment.right <= at - Math.max(MIN_GUTTER_PT, MIN_GUTTER_SIZES * segment.size);
const hasLeft = (row: Row | undefined, at: number) => row?.segments.some((segment) => isLeft(segment, at)) ?? false;
const hasRight = (row: Row | undefined, at: number) => row?.segments.some((segment) => isRight(segment, at)) ?? false;

/** Longest runs of rows in which nothing lies across the gutter before `at`. */
function clearBands(rows: readonly Row[], at: number): [number, number][] {
  const bands: [number, number][] = [];
  let first: number | null = null;
  for (let i = 0; i <= rows.length; i++) {
    const clear = rows[i]?.segments.every((segment) => isLeft(segment, at) || isRight(segment, at)) ?? false;
    if (clear) first ??= i;
    else if (first !== null) {
      bands.push([first, i - 1]);
      first = null;
    }
  }
  return bands;
}

/**
 * Cuts the band to the rows where both sides run. Where the content stream runs row by row, a page layout (many
 * rows on both sides) stays whole.
 */
function fitBand(rows: readonly Row[], band: ColumnBand): ColumnBand | null {
  const left = indexes(rows, band, hasLeft);
  const right = indexes(rows, band, hasRight);
  if (left.length < 2 || right.length < 1) return null;
  const first = Math.max(left[0] ?? band.first, right[0] ?? band.first);
  const last = Math.min(left.at(-1) ?? band.last, right.at(-1) ?? band.last);
  if (first > last) return null;
  const fitted = { ...band, first, last };
  const thin = Math.min(left.length, right.length);
  if (thin >= SUBSTANTIAL_ROWS && sideSwitches(rows, fitted) > 0.2 * thin && columnWeight(rows, fitted) > 0)
    return band;
  return fitted;
}

/**
 * Lets the cut band grow again where the content stream shows that the longer column goes on: rows drawn before the
 * right column belong to the left one, rows with nothing on the left to the right one.
 */
function growBand(rows: readonly Row[], clear: ColumnBand, fitted: ColumnBand): ColumnBand {
  const { at } = fitted;
  const inside = rows.slice(fitted.first, fitted.last + 1).flatMap((row) => row.segments);
  const right = inside.filter((segment) => isRight(segment, at));
  const onLeft = inside.filter((segment) => !isRight(segment, at));
  // A lone cell has nothing beside it on its row; the row above shows the left column.
  const left = onLeft.length > 0 || fitted.first === clear.first ? onLeft : (rows[fitted.first - 1]?.segments ?? []);
  const firstRight = Math.min(...right.map(orderOf));
  const lastRight = Math.max(...right.map(orderOf));
  const leftEdge = Math.min(...left.map((segment) => segment.x));
  const size = left[0]?.size ?? 0;
  const firstLeft = Math.min(...left.map(orderOf));
  const leftFirst = firstLeft < firstRight;
  const goesOn = (row: Row, above: Row | undefined) =>
    isInLeftColumn(row, leftEdge, size) && row.baseline - (above?.baseline ?? 0) <= SIDEBAR_STEP * size;
  const belongs = (row: Row | undefined, above: Row | undefined) =>
    row !== undefined &&
    (row.segments.every((segment) => isRight(segment, at)) ||
      (leftFirst ? firstOrder(row) < firstRight : goesOn(row, above)));
  let { first, last } = fitted;
  // Lines of the left side drawn after the whole right column stand below both.
  const isBelow = (row: Row | undefined) => row !== undefined && !hasRight(row, at) && firstOrder(row) > lastRight;
  while (leftFirst && last > first && isBelow(rows[last])) last--;
  while (last < clear.last && belongs(rows[last + 1], rows[last])) last++;
  // Above, order is right either way; lines of the same list are kept with it so that wrapped ones stay whole.
  // A right column drawn after the left one may start higher.
  const isAbove = (row: Row | undefined) =>
    isInLeftColumn(row, leftEdge, size) ||
    (leftFirst && row !== undefined && !hasLeft(row, at) && firstOrder(row) > firstLeft);
  while (first > clear.first && isAbove(rows[first - 1])) first--;
  return { first, last, at };
}

function isInLeftColumn(row: Row | undefined, leftEdge: number, size: number): boolean {
  const [segment, ...others] = row?.segments ?? [];
  return segment !== undefined && others.length === 0 && Math.abs(segment.x - leftEdge) < 1 && segment.size === size;
}

const orderOf = (segment: Segment) => segment.runs[0]?.order ?? 0;

/** Earliest place of a row in the content stream. */
function firstOrder(row: Row): number {
  return Math.min(...row.segments.map(orderOf));
}

function indexes(
  rows: readonly Row[],
  band: ColumnBand,
  test: (row: Row | undefined, at: number) => boolean,
): number[] {
  const out: number[] = [];
  for (let i = band.first; i <= band.last; i++) if (test(rows[i], band.at)) out.push(i);
  return out;
}

/** 0 when the band is to be read row by row, else its weight: rows of the thinner column. */
function columnWeight(rows: readonly Row[], band: ColumnBand): number {
  const left = indexes(rows, band, hasLeft);
  const right = indexes(rows, band, hasRight);
  const thin = Math.min(left.length, right.length);
  const both = left.filter((i) => right.includes(i)).length;
  const aligned = thin === 0 ? 1 : both / thin;
  // One line alone is a column only where it stands between the lines beside it, as a centred table cell does.
  if (thin < 2) return thin === 1 && both === 0 && left.length >= 2 && sideSwitches(rows, band) === 1 ? 0.5 : 0;
  const thick = Math.max(left.length, right.length);
  const sparse = aligned >= 0.8 && thin < 0.6 * thick;
  const thinRows = left.length < right.length ? left : right;
  const spread = ((thinRows.at(-1) ?? 0) - (thinRows[0] ?? 0) + 1) / thin;
  // Labels or dates beside a longer text: each belongs to the row on which it stands.
  if (sparse && spread > MAX_LIST_SPREAD) return 0;
  const switches = sideSwitches(rows, band);
  const prose = Math.min(medianChars(rows, band, isLeft), medianChars(rows, band, isRight)) >= PROSE_CHARS;
  if (switches <= Math.max(1, 0.2 * thin)) return thin; // drawn one column after the other
  if (sparse) return 0;
  if (aligned < 0.6 && thin >= 3) return thin; // two rhythms of lines
  return prose && thin >= 5 ? thin : 0;
}

/** How often the content stream changes from one side of the gutter to the other within the band. */
function sideSwitches(rows: readonly Row[], band: ColumnBand): number {
  const segments = rows.slice(band.first, band.last + 1).flatMap((row) => row.segments);
  const inOrder = [...segments].sort((a, b) => orderOf(a) - orderOf(b));
  let switches = 0;
  for (let i = 1; i < inOrder.length; i++) {
    const before = inOrder[i - 1];
    const after = inOrder[i];
    if (before && after && isRight(before, band.at) !== isRight(after, band.at)) switches++;
  }
  return switches;
}

function medianChars(rows: readonly Row[], band: ColumnBand, side: (segment: Segment, at: number) => boolean): number {
  const counts = rows
    .slice(band.first, band.last + 1)
    .map((row) => row.segments.filter((segment) => side(segment, band.at)))
    .filter((segments) => segments.length > 0)
    .map((segments) =>
      segments.reduce((sum, segment) => sum + segment.runs.reduce((n, run) => n + run.text.length, 0), 0),
    )
    .sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}
