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

const MIN_NUMBERED = 3;
const NUMBER_AT_END = /^(\d{1,4})(?:\s*[|·–—-]\s*|\s+)\D.{2,120}$|^.{2,120}\D(?:\s*[|·–—-]\s*|\s+)(\d{1,4})$/;
const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|p\.?|seite|第)\s*)?\d{1,4}(?:\s*(?:of|\/|／|from|页\s*[,，/]?\s*共)\s*\d{1,4})?(?:\s*页)?(?:\s*[-–—|])?$/i;

/** @returns the pages without furniture, in the same order */
export function dropFurniture(pages: readonly PageLayout[]): PageLayout[] {
  const repeated = repeatedLines(pages);
  const numbered = numberedLines(pages);
  const seen = new Set<string>();
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      if (!inZone(page, line)) return true;
      if (isPageNumber(page, line)) return false;
      const key = keyOf(line);
      if (numbered.has(line)) return false;
      if (!repeated.has(key)) return true;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  }));
}

function inZone(page: PageLayout, line: LayoutLine): boolean {
  return line.baseline < ZONE * page.height || line.baseline > (1 - ZONE) * page.height;
}

/** A number alone, with nothing above it (at the top) or below it (at the bottom). */
function isPageNumber(page: PageLayout, line: LayoutLine): boolean {
  if (!PAGE_NUMBER.test(line.text)) return false;
  const baselines = page.lines.map((other) => other.baseline);
  const alone = page.lines.filter((other) => Math.abs(other.baseline - line.baseline) < 2).length === 1;
  return alone && page.lines.length > 1 && (line.baseline <= Math.min(...baselines) || line.baseline >= Math.max(...baselines));
}

/** Digits count as equal, so that "Page 3 · Handbook" repeats "Page 4 · Handbook". */
function keyOf(line: LayoutLine): string {
  return line.text.replace(/\d+/g, "#").toLowerCase();
}

function repeatedLines(pages: readonly PageLayout[]): ReadonlySet<string> {
  const heights = new Map<string, number[]>();
  for (const page of pages) {
    const sorted = [...page.lines].sort((a, b) => a.baseline - b.baseline);
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
  return new Set(
    [...heights].filter(([, at]) => at.length >= needed && sameHeight(at) >= needed).map(([key]) => key),
  );
}

/**
 * Outermost lines that carry the page's number at one end ("Chapter 4: Pay | 9"), on three pages or more with the
 * same distance between number and page. Their text changes with the chapter, so repetition alone misses them. The
 * first of them is kept.
 */
function numberedLines(pages: readonly PageLayout[]): ReadonlySet<LayoutLine> {
  const byDistance = new Map<number, LayoutLine[]>();
  for (const page of pages) {
    const sorted = [...page.lines].sort((a, b) => a.baseline - b.baseline);
    for (const line of new Set([sorted[0], sorted.at(-1)])) {
      const number = line && inZone(page, line) ? NUMBER_AT_END.exec(line.text) : null;
      if (!line || !number) continue;
      const distance = Number(number[1] ?? number[2]) - page.page;
      byDistance.set(distance, [...(byDistance.get(distance) ?? []), line]);
    }
  }
  return new Set([...byDistance.values()].filter((lines) => lines.length >= MIN_NUMBERED).flatMap((lines) => lines.slice(1)));
}

/** Largest number of heights that agree with one of them. */
function sameHeight(heights: readonly number[]): number {
  return Math.max(...heights.map((height) => heights.filter((other) => Math.abs(other - height) <= SAME_HEIGHT_PT).length));
}
