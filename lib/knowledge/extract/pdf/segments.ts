/**
 * @file Text runs → segments (pieces of lines without a wide gap) and rows (segments on one baseline).
 */
import type { Segment, TextRun } from "./geometry";

/** Gap, in font sizes, from which two runs may belong to different columns. A word space is 0.25, a stretched one 0.6. */
const COLUMN_GAP = 0.9;
/** Baselines closer than this share of the font size lie on one row. */
const ROW_TOLERANCE = 0.3;
/** Superscripts and subscripts: smaller than this share of the row's size, they may lie further off. */
const SCRIPT_SIZE = 0.8;
const SCRIPT_TOLERANCE = 0.55;

/** So many lines must start at one x for it to be a column's edge, within so many points … */
const EDGE_LINES = 3;
const EDGE_POINTS = 1;
/** … and before it a gap of so many font sizes separates cells: twice a word space. */
const EDGE_GAP = 0.45;

/** Segments on one baseline, from left to right. */
export interface Row {
  readonly segments: readonly Segment[];
  readonly baseline: number;
}

/** @returns segments in no particular order */
export function toSegments(runs: readonly TextRun[]): Segment[] {
  const rows = groupRows(runs).map((row) => [...row].sort((a, b) => a.x - b.x || a.order - b.order));
  const wide = rows.flatMap((row) => splitRow(row, (gap) => gap > COLUMN_GAP));
  const edges = sharedEdges(wide.map((segment) => segment[0]?.x ?? 0));
  const cut = (gap: number, run: TextRun) =>
    gap > COLUMN_GAP || (gap > EDGE_GAP && edges.has(Math.round(run.x / EDGE_POINTS)));
  return rows.flatMap((row) => splitRow(row, cut)).map(toSegment);
}

/** @param cut says whether to cut in front of a run; the gap before it is in font sizes */
function splitRow(row: readonly TextRun[], cut: (gap: number, run: TextRun) => boolean): TextRun[][] {
  const segments: TextRun[][] = [];
  for (const run of row) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    if (last && before && !cut((run.x - before.right) / Math.max(run.size, before.size), run)) last.push(run);
    else segments.push([run]);
  }
  return segments;
}

/** Rounded places at which several segments start: edges of columns, where a narrow gap is enough to cut. */
function sharedEdges(starts: readonly number[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const x of starts) {
    const key = Math.round(x / EDGE_POINTS);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const edges = [...counts].filter(([, count]) => count >= EDGE_LINES).map(([key]) => key);
  return new Set(edges.flatMap((key) => [key - 1, key, key + 1]));
}

/** Rows from top to bottom. */
export function toRows(segments: readonly Segment[]): Row[] {
  return groupRows(segments).map((group) => {
    const sorted = [...group].sort((a, b) => a.x - b.x);
    return { segments: sorted, baseline: Math.min(...sorted.map((segment) => segment.baseline)) };
  });
}

function toSegment(runs: readonly TextRun[]): Segment {
  const size = Math.max(...runs.map((run) => run.size));
  const main = runs.find((run) => run.size === size);
  return {
    runs,
    x: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.right)),
    baseline: main?.baseline ?? 0,
    size,
  };
}

/** Groups by baseline, top to bottom; the largest member sets the group's baseline. */
function groupRows<T extends { readonly baseline: number; readonly size: number }>(items: readonly T[]): T[][] {
  const sorted = [...items].sort((a, b) => a.baseline - b.baseline);
  const groups: { members: T[]; baseline: number; size: number }[] = [];
  for (const item of sorted) {
    const group = groups.at(-1);
    if (group && sameRow(group, item)) {
      group.members.push(item);
      if (item.size > group.size) Object.assign(group, { size: item.size, baseline: item.baseline });
    } else {
      groups.push({ members: [item], baseline: item.baseline, size: item.size });
    }
  }
  return groups.map((group) => group.members);
}

function sameRow(row: { baseline: number; size: number }, item: { baseline: number; size: number }): boolean {
  const small = Math.min(row.size, item.size);
  const large = Math.max(row.size, item.size);
  const distance = Math.abs(item.baseline - row.baseline);
  return distance <= ROW_TOLERANCE * small || (small < SCRIPT_SIZE * large && distance <= SCRIPT_TOLERANCE * small);
}
