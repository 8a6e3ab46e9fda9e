/**
 * @file What a line is: heading (and of which level), list item, table row or text. Judged by size, weight, capitals
 * and wording against the document's body text.
 */
import { chineseChapterLevel, isSectionName, readsLikeHeading } from "../heading-rules";
import type { LayoutLine, PageLayout } from "./geometry";

export interface BodyStyle {
  /** Font size of most of the text. */
  readonly size: number;
  /** More than 40 % of the text is bold: weight says nothing. */
  readonly mostlyBold: boolean;
  /** Usual distance of two baselines, in font sizes. */
  readonly leading: number;
  /** Heading sizes, largest first. */
  readonly headingSizes: readonly number[];
}

/** A heading is at least so much larger than the body. */
const LARGER = 1.12;
const MAX_LARGE_HEADING_CHARS = 140;
const MAX_SIZE_LEVELS = 3;
const LIST_MARK = /^(?:- |\(?\d{1,3}[.)、]\s*(?=\D)|\(?[a-zA-Z][.)]\s|[（(][一二三四五六七八九十\d]{1,3}[)）])/;

/** @param pages without furniture */
export function measureBody(pages: readonly PageLayout[]): BodyStyle {
  const lines = pages.flatMap((page) => page.lines);
  const size = weightedMode(lines.map((line) => [half(line.size), line.text.length]));
  const chars = lines.reduce((sum, line) => sum + line.text.length, 0);
  const bold = lines.reduce((sum, line) => sum + (line.bold ? line.text.length : 0), 0);
  const steps = lines.flatMap((line, i): [number, number][] => {
    const before = lines[i - 1];
    if (!before || before.region !== line.region || half(line.size) !== size) return [];
    const step = (line.baseline - before.lastBaseline) / line.size;
    return step > 0.8 && step < 2.5 ? [[Math.round(step * 20) / 20, line.text.length]] : [];
  });
  const large = lines.filter((line) => line.size >= LARGER * size && isShort(line)).map((line) => half(line.size));
  return {
    size,
    mostlyBold: bold > 0.4 * chars,
    leading: weightedMode(steps) || 1.2,
    headingSizes: [...new Set(large)].sort((a, b) => b - a).slice(0, MAX_SIZE_LEVELS),
  };
}

/** Heading level 1–6 of a line, or null. `before` is the line above it, `next` the one below, on the same page. */
export function headingLevel(
  line: LayoutLine,
  body: BodyStyle,
  { before, next }: { before?: LayoutLine; next?: LayoutLine },
): number | null {
  const { text } = line;
  if (line.cells > 1 || !/\p{L}/u.test(text) || /^- /.test(text)) return null;
  const tiers = body.headingSizes.length;
  if (line.size >= LARGER * body.size && isShort(line)) {
    const tier = body.headingSizes.findIndex((size) => half(line.size) >= size);
    return tier === -1 ? Math.max(1, tiers) : tier + 1;
  }
  const chapter = chineseChapterLevel(text);
  if (chapter !== null) return Math.max(chapter, tiers);
  if (!readsLikeHeading(text) || line.size < 0.85 * body.size) return null;
  if (isCapitals(text) && !(next && isCapitals(next.text) && !isSectionName(next.text))) return tiers + 1;
  if (isSectionName(text)) return tiers + 2;
  const boldAlone =
    line.bold && !body.mostlyBold && !sameParagraph(before, line, body) && !sameParagraph(line, next, body);
  return boldAlone && text.length <= 80 ? tiers + 2 : null;
}

export function isListItem(line: LayoutLine): boolean {
  return LIST_MARK.test(line.text);
}

/** Both bold and closely set: bold running text. */
function sameParagraph(above: LayoutLine | undefined, below: LayoutLine | undefined, body: BodyStyle): boolean {
  if (!above || !below || above.region !== below.region || !above.bold || !below.bold) return false;
  return below.baseline - above.lastBaseline < 1.3 * body.leading * below.size && above.text.length > 60;
}

function isShort(line: LayoutLine): boolean {
  return (
    line.text.length <= MAX_LARGE_HEADING_CHARS && !/[.。；;,，]$/.test(line.text.slice(0, -1) + line.text.slice(-1))
  );
}

/** Latin letters only capitals, at least four of them. */
function isCapitals(text: string): boolean {
  return /^[^a-z\p{Script=Han}]*$/u.test(text) && (text.match(/[A-Z]/g)?.length ?? 0) >= 4;
}

function half(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Value with the greatest total weight; 0 when there is none. */
function weightedMode(pairs: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of pairs) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
