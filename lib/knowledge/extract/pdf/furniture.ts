/**
 * @file Page furniture: running headers, footers and page numbers. Page numbers are dropped, repeated lines are kept
 * where they stand first (a résumé's name may stand only there) and dropped afterwards.
 */
import type { LayoutLine, PageLayout } from "./geometry";

/** Share of the page's height at its top and bottom where furniture stands. */
const ZONE = 0.12;
/** Outermost lines looked at on either end. */
const OUTER_LINES = 4;
/** A repeated line must stand at the same height within so many points … */
const SAME_HEIGHT_PT = 6;
/** … on so many pages, and on this share of all. */
const MIN_REPEATS = 2;
const MIN_SHARE = 0.4;

/** Step between furniture and body, in font sizes; lines of running text stand 1.0–1.4 apart. */
const SET_APART = 1.5;
/** Pages on which a numbered line must keep its distance to the page's number. */
const MIN_NUMBERED = 3;
const NUMBER_AT_END = /^(\d{1,4})(?:\s*[|·–—-]\s*|\s+)\D.{2,120}$|^.{2,120}\D(?:\s*[|·–—-]\s*|\s+)(\d{1,4})$/;
const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|p\.?|seite|第)\s*)?\d{1,4}(?:\s*(?:of|\/|／|from|页\s*[,，/]?\s*共)\s*\d{1,4})?(?:\s*页)?(?:\s*[-–—|])?$/i;

/** @returns the pages without furniture, in the same order */
export function dropFurniture(pages: readonly PageLayout[]): PageLayout[] {
  const repeated = repeatedLines(pages);
  const numbered = numberedLines(pages);
  const numbers = pageNumbers(pages);
  const seen = new Set<string>();
  return pages.map((page) => {
    const isFurniture = (line: LayoutLine) => numbers.has(line) || numbered.all.has(line) || repeated.has(keyOf(line));
    const set = edgeLines(page, isFurniture);
    const lines = page.lines.filter((line) => {
      if (numbers.has(line)) return false;
      if (!set.has(line)) return true;
      if (numbered.all.has(line)) return numbered.first.has(line);
      const isNew = !seen.has(keyOf(line));
      seen.add(keyOf(line));
      return isNew;
    });
    return { ...page, lines };
  });
}

function inZone(page: PageLayout, line: LayoutLine): boolean {
  return line.baseline < ZONE * page.height || line.baseline > (1 - ZONE) * page.height;
}

const byHeight = (a: LayoutLine, b: LayoutLine) => a.baseline - b.baseline;

/**
 * Candidates that reach from the page's edge inwards without another line between, and that white space sets apart
 * from the body. Text that merely happens to stand on two pages at one height has no such space.
 */
function edgeLines(page: PageLayout, isCandidate: (line: LayoutLine) => boolean): ReadonlySet<LayoutLine> {
  const down = [...page.lines].sort(byHeight);
  const edges = [down, [...down].reverse()].map((lines) => {
    const end = lines.findIndex((line) => !inZone(page, line) || !isCandidate(line));
    const inner = lines[end];
    const outer = lines[end - 1];
    if (end <= 0 || !inner || !outer) return [];
    const step = Math.abs(inner.baseline - outer.baseline) / Math.max(inner.size, outer.size);
    return step >= SET_APART ? lines.slice(0, end) : [];
  });
  return new Set(edges.flat());
}

/** Lines that are the page's number and nothing else, alone at its very top or bottom. */
function pageNumbers(pages: readonly PageLayout[]): ReadonlySet<LayoutLine> {
  const found = pages.flatMap((page) => {
    const sorted = [...page.lines].sort(byHeight);
    return [sorted[0], sorted.at(-1)].flatMap((line) => {
      if (!line || page.lines.length < 2 || !inZone(page, line) || !PAGE_NUMBER.test(line.text)) return [];
      const isAlone = page.lines.every((other) => other === line || Math.abs(other.baseline - line.baseline) >= 2);
      return isAlone ? [{ line, page: page.page, distance: Number(/\d+/.exec(line.text)?.[0]) - page.page }] : [];
    });
  });
  // A bare number may be content (a year): it must be this page's number, or keep its distance on another page too.
  const isNumber = (entry: (typeof found)[number]) =>
    !/^\d+$/.test(entry.line.text) ||
    entry.distance === 0 ||
    found.some((other) => other.page !== entry.page && other.distance === entry.distance);
  return new Set(found.filter(isNumber).map((entry) => entry.line));
}

/** Digits count as equal, so that "Page 3 · Handbook" repeats "Page 4 · Handbook". */
function keyOf(line: LayoutLine): string {
  return line.text.replace(/\d+/g, "#").toLowerCase();
}

function repeatedLines(pages: readonly PageLayout[]): ReadonlySet<string> {
  const heights = new Map<string, number[]>();
  for (const page of pages) {
    const sorted = [...page.lines].sort(byHeight);
    const outer = new Set([...sorted.slice(0, OUTER_LINES), ...sorted.slice(-OUTER_LINES)]);
    const onPage = new Set<string>();
    for (const line of outer) {
      const key = keyOf(line);
      if (!inZone(page, line) || onPage.has(key)) continue;
      onPage.add(key);
      heights.set(key, [...(heights.get(key) ?? []), line.baseline]);
    }
  }
  const needed = Math.max(MIN_REPEATS, MIN_SHARE * pages.length);
  return new Set([...heights].filter(([, at]) => at.length >= needed && sameHeight(at) >= needed).map(([key]) => key));
}

/**
 * Outermost lines that carry the page's number at one end ("Chapter 4: Pay | 9"), on three pages or more with the
 * same distance between number and page. Their text changes with the chapter, so repetition alone misses them. The
 * first of them is kept.
 */
function numberedLines(pages: readonly PageLayout[]): { all: ReadonlySet<LayoutLine>; first: ReadonlySet<LayoutLine> } {
  const byDistance = new Map<number, LayoutLine[]>();
  for (const page of pages) {
    const sorted = [...page.lines].sort(byHeight);
    for (const line of new Set([sorted[0], sorted.at(-1)])) {
      const number = line && inZone(page, line) ? NUMBER_AT_END.exec(line.text) : null;
      if (!line || !number) continue;
      const distance = Number(number[1] ?? number[2]) - page.page;
      byDistance.set(distance, [...(byDistance.get(distance) ?? []), line]);
    }
  }
  const groups = [...byDistance.values()].filter((lines) => lines.length >= MIN_NUMBERED);
  return { all: new Set(groups.flat()), first: new Set(groups.flatMap((lines) => lines.slice(0, 1))) };
}

/** Largest number of heights that agree with one of them. */
function sameHeight(heights: readonly number[]): number {
  return Math.max(
    ...heights.map((height) => heights.filter((other) => Math.abs(other - height) <= SAME_HEIGHT_PT).length),
  );
}
