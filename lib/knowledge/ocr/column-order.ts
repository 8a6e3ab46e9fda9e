/**
 * @file columnOrder: words of a page in the order in which its columns are read. Recognition runs lines of neighbouring
 * columns together where they stand level; the layout pass tells columns from tables by the order of what is drawn, so
 * that order is put right here, by places and wording alone.
 */
import type { OcrWord } from "./ocr-reader";

/** Lengths in heights of the page's usual word (about 0.7 of its font size). */
const ROW_HEIGHT = 0.7;
const CELL_GAP = 1.8;
const EDGE = 0.8;
/** Fewer lines on a side are labels or a letterhead. */
const MIN_LEFT = 3;
const MIN_RIGHT = 4;
/** A table has both sides in nearly every row … */
const TABLE_ROWS = 0.85;
/** … and several cells behind the first in many. */
const TABLE_CELLS = 0.3;
/** Lines that go on with a small letter: running text. */
const MIN_CONTINUED = 3;

interface Segment {
  readonly left: number;
  readonly right: number;
  readonly words: readonly OcrWord[];
}

type Row = readonly Segment[];

interface Band {
  readonly first: number;
  readonly last: number;
  readonly edge: number;
  readonly weight: number;
}

/** @returns the same words; unchanged where no two columns stand side by side */
export function columnOrder(words: readonly OcrWord[]): readonly OcrWord[] {
  const height = middle(words.map((word) => word.height));
  const rows = toRows(words, height).map((row) => toSegments(row, CELL_GAP * height));
  const edges = edgesOf(rows, EDGE * height);
  const bands = edges.flatMap((edge) => bandsAt(rows, edge, height));
  const best = [...bands].sort((a, b) => b.weight - a.weight || a.edge - b.edge)[0];
  if (!best) return words;
  const inside = rows.slice(best.first, best.last + 1).flat();
  const parts = [rows.slice(0, best.first).flat(), inside.filter((segment) => segment.left < best.edge), inside.filter((segment) => segment.left >= best.edge), rows.slice(best.last + 1).flat()];
  return parts.flatMap((part) => part.flatMap((segment) => segment.words));
}

function toRows(words: readonly OcrWord[], height: number): OcrWord[][] {
  const rows: { middle: number; words: OcrWord[] }[] = [];
  const centre = (word: OcrWord): number => word.y + word.height / 2;
  for (const word of [...words].sort((a, b) => centre(a) - centre(b))) {
    const row = rows.at(-1);
    if (row && centre(word) - row.middle < ROW_HEIGHT * height) {
      row.words.push(word);
      // Follows a page that was laid down slightly askew.
      row.middle += (centre(word) - row.middle) / row.words.length;
    } else rows.push({ middle: centre(word), words: [word] });
  }
  return rows.map((row) => row.words.sort((a, b) => a.x - b.x));
}

function toSegments(row: readonly OcrWord[], gap: number): Segment[] {
  const segments: { left: number; right: number; words: OcrWord[] }[] = [];
  for (const word of row) {
    const last = segments.at(-1);
    if (last && word.x - last.right < gap) {
      last.words.push(word);
      last.right = Math.max(last.right, word.x + word.width);
    } else segments.push({ left: word.x, right: word.x + word.width, words: [word] });
  }
  return segments;
}

/** Places at which several segments start, the page's own left edge left out. */
function edgesOf(rows: readonly Row[], tolerance: number): number[] {
  const starts = rows.flatMap((row) => row.map((segment) => segment.left)).sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const start of starts) {
    const cluster = clusters.at(-1);
    if (cluster && start - (cluster[0] ?? start) <= tolerance) cluster.push(start);
    else clusters.push([start]);
  }
  return clusters.slice(1).filter((cluster) => cluster.length >= MIN_RIGHT).map((cluster) => (cluster[0] ?? 0) - tolerance / 2);
}

/** Runs of rows that nothing crosses at `edge`, cut to where the right side stands, if they read as two columns. */
function bandsAt(rows: readonly Row[], edge: number, height: number): Band[] {
  const bands: Band[] = [];
  const isClear = (row: Row | undefined) => row?.every((segment) => segment.left >= edge || segment.right < edge - 0.5 * height) ?? false;
  for (let first = 0; first < rows.length; first++) {
    if (!isClear(rows[first])) continue;
    let last = first;
    while (isClear(rows[last + 1])) last++;
    const band = cutToRight(rows, { first, last, edge });
    if (band) bands.push(band);
    first = last;
  }
  return bands;
}

function cutToRight(rows: readonly Row[], { first, last, edge }: Omit<Band, "weight">): Band | null {
  const has = (at: number, side: "left" | "right") => rows[at]?.some((segment) => (side === "right") === (segment.left >= edge)) ?? false;
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const right = all.filter((at) => has(at, "right"));
  const [from = first, to = last] = [right[0], right.at(-1)];
  const inside = all.filter((at) => at >= from && at <= to);
  const left = inside.filter((at) => has(at, "left"));
  if (left.length < MIN_LEFT || right.length < MIN_RIGHT) return null;
  const thin = Math.min(left.length, right.length);
  const both = inside.filter((at) => has(at, "left") && has(at, "right")).length;
  const manyCells = right.filter((at) => (rows[at]?.filter((segment) => segment.left >= edge).length ?? 0) > 1).length;
  if (manyCells > TABLE_CELLS * right.length) return null;
  const reads = both < TABLE_ROWS * thin || continued(rows, left, (segment) => segment.left < edge) + continued(rows, right, (segment) => segment.left >= edge) >= MIN_CONTINUED;
  // The left column may go on below the right one.
  let end = to;
  while (end < last && has(end + 1, "left")) end++;
  return reads ? { first: from, last: end, edge, weight: thin } : null;
}

/** Lines of one side that begin with a small letter below another one. */
function continued(rows: readonly Row[], at: readonly number[], isOwn: (segment: Segment) => boolean): number {
  return at.slice(1).filter((row) => /^\p{Ll}/u.test(rows[row]?.find(isOwn)?.words[0]?.text ?? "")).length;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
