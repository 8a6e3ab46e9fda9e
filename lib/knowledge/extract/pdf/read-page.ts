/**
 * @file One PDF page → text runs on the displayed page. Drops what nobody sees: hidden text (visibility/), text off the
 * page, doubled text (fake bold), slanted watermarks. Does not order anything.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import { cleanCharacters } from "../whitespace";
import { partOfBox, type Quarter, type Rect, type TextRun } from "./geometry";
import { areaOf, boundsOf, intersect, multiply, type Matrix } from "./matrix";
import { visibilityOn } from "./visibility/is-visible";
import { closeUp } from "./visibility/no-width";
import { keepVisible, type VisibleItems } from "./visibility/keep-visible";
import { paintPage, type PaintedPage, type PaintFont } from "./visibility/paint-page";

export interface PageRuns {
  readonly width: number;
  readonly height: number;
  /** Level text, in stream order. */
  readonly runs: readonly TextRun[];
  /** Text that stands upright, turned level, each direction a list of its own. */
  readonly turned: readonly (readonly TextRun[])[];
  readonly hasPictures: boolean;
  /** How much of the page pictures cover, 0–1; overlaps count twice. */
  readonly pictureShare: number;
  /** Letters in the file that a reader does not see; they are not among the runs. */
  readonly hiddenLetters: number;
  readonly hiddenText: string;
  /** What the page paints, in stream order, with the characters that have no width. */
  readonly raw: string;
}

interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** A copy nearer than this is the same text drawn twice to look bold, or its shadow. */
const DOUBLE_PT = 1.5;
/** Shapes on a page without text above which letters may have been turned into outlines. */
const OUTLINE_SHAPES = 60;
const BOLD_NAME = /bold|black|heavy|demi(?!light)|semibd|[-,]bd\b/i;

/** @param pageNumber 1-based */
export async function readPage(pdf: PDFDocumentProxy, pageNumber: number): Promise<PageRuns> {
  const page = await pdf.getPage(pageNumber);
  try {
    const operators = await page.getOperatorList();
    // As the fonts say it: ligatures are taken apart below, after each letter has found what drew it.
    const content = await page.getTextContent({ disableNormalization: true });
    const viewport = page.getViewport({ scale: 1 });
    const items = content.items.filter((item): item is typeof item & PdfItem => "str" in item);
    const bold = await boldFonts(page, new Set(items.map((item) => item.fontName)));
    const matrix = viewport.transform as unknown as Matrix;
    const size = { width: viewport.width, height: viewport.height };
    const painted = await paintedOn(pdf, page, operators);
    const seen = visibleItems(items, painted, { matrix, page: { x: 0, y: 0, ...size } });
    const normalize = (await import("unpdf/pdfjs")).normalizeUnicode as (text: string) => string;
    const readable = closeUp(seen.items, seen.items.length === items.length ? painted.texts : []).map((item) => ({ ...item, str: normalize(item.str) }));
    const byQuarter = placeItems(readable, matrix, { ...size, bold });
    const chars = items.reduce((sum, item) => sum + item.str.trim().length, 0);
    return {
      ...size,
      runs: dropDoubles(byQuarter[0] ?? []),
      turned: [1, 2, 3].map((quarter) => dropDoubles(byQuarter[quarter] ?? [])).filter((runs) => runs.length > 0),
      hasPictures: await drawsPictures(operators.fnArray, chars),
      pictureShare: Math.min(1, painted.pictures.reduce((sum, picture) => sum + areaOf(intersect(boundsOf(picture.matrix, [0, 0, 1, 1]), picture.clip)), 0) / areaOf({ x: 0, y: 0, ...size })),
      hiddenLetters: seen.hiddenLetters,
      hiddenText: seen.hiddenText,
      raw: painted.texts.map(({ raw }) => raw).join(" "),
    };
  } finally {
    page.cleanup();
  }
}

/** Replays what the page draws; the page's operators must have been read (pdf.js hands its fonts over with them). */
export async function paintedOn(pdf: PDFDocumentProxy, page: PDFPageProxy, operators: Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>): Promise<PaintedPage> {
  const { OPS } = await import("unpdf/pdfjs");
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const layers = (await pdf.getOptionalContentConfig()) as { isVisible(group: unknown): boolean };
  const objects = page.commonObjs;
  return paintPage({
    operators,
    ops: OPS,
    viewport: transform as unknown as Matrix,
    page: { x: 0, y: 0, width, height },
    font: (name) => (objects.has(name) ? (objects.get(name) as PaintFont | null) : null),
    isLayerVisible: (group) => layers.isVisible(group),
  });
}

function visibleItems(items: readonly PdfItem[], painted: PaintedPage, { matrix, page }: { matrix: Matrix; page: Rect }): VisibleItems<PdfItem> {
  const isVisible = visibilityOn(painted, page);
  return keepVisible(
    items,
    painted.texts.map((text) => ({ text, visible: isVisible(text) })),
    matrix,
  );
}

/** pdf.js hands fonts over a few turns of the event loop after the operators; one that never comes is not bold. */
async function boldFonts(page: PDFPageProxy, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const objects = page.commonObjs;
  for (let turn = 0; turn < 20 && [...names].some((name) => !objects.has(name)); turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const isBold = (name: string) => {
    const font = objects.has(name)
      ? (objects.get(name) as { name?: string; bold?: boolean; black?: boolean } | null)
      : null;
    return font !== null && (font.bold === true || font.black === true || BOLD_NAME.test(font.name ?? ""));
  };
  return new Set([...names].filter(isBold));
}

async function drawsPictures(operators: readonly number[], chars: number): Promise<boolean> {
  const { OPS } = await import("unpdf/pdfjs");
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ]);
  if (operators.some((operator) => pictures.has(operator))) return true;
  return chars === 0 && operators.filter((operator) => operator === OPS.constructPath).length > OUTLINE_SHAPES;
}

interface Placing {
  readonly width: number;
  readonly height: number;
  readonly bold: ReadonlySet<string>;
}

/** @returns runs by quarter turns (0 level, 1 reading downwards, 2 upside down, 3 reading upwards); other angles are dropped */
function placeItems(items: readonly PdfItem[], view: Matrix, placing: Placing): TextRun[][] {
  const out: TextRun[][] = [[], [], [], []];
  for (const [order, item] of items.entries()) {
    const [a, b, c, d, e, f] = multiply(view, item.transform as unknown as Matrix);
    const angle = Math.atan2(b, a);
    const quarter = ((Math.round(angle / (Math.PI / 2)) + 4) % 4) as Quarter;
    const slant = Math.abs(angle - Math.round(angle / (Math.PI / 2)) * (Math.PI / 2));
    const runs = out[quarter];
    if (!runs || slant > 0.05) continue;
    if (item.str.trim() === "") {
      const last = runs.at(-1);
      if (last) runs[runs.length - 1] = { ...last, spaceAfter: true };
      continue;
    }
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    const run = toRun(item, { x: e, y: f, size, quarter, order }, placing);
    if (run) runs.push(...splitAtWideSpaces(run));
  }
  return out;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly quarter: Quarter;
  readonly order: number;
}

function toRun(item: PdfItem, { x, y, size, quarter, order }: Place, placing: Placing): TextRun | null {
  const box = boxOf(x, y, item.width, size, quarter);
  const inside = box.x + box.width > 0 && box.y + box.height > 0 && box.x < placing.width && box.y < placing.height;
  const text = cleanCharacters(item.str).replace(/[\s\u3000]/g, " ");
  if (!inside || text.trim() === "") return null;
  // Turned text is laid out as if the page had been turned, so that its lines read from left to right.
  const along = [x, y, -x, -y][quarter] ?? x;
  const across = [y, -x, -y, x][quarter] ?? y;
  return {
    text,
    x: along,
    right: along + item.width,
    baseline: across,
    size,
    bold: placing.bold.has(item.fontName),
    spaceAfter: /\s$/.test(text),
    order,
    box,
    quarter,
  };
}

/** Ascent and descent are taken as 0.8 and 0.2 of the size: right for highlights in any common font. */
function boxOf(x: number, y: number, width: number, size: number, quarter: Quarter): Rect {
  if (quarter === 1) return { x: x - 0.2 * size, y, width: size, height: width };
  if (quarter === 2) return { x: x - width, y: y - 0.2 * size, width, height: size };
  if (quarter === 3) return { x: x - 0.8 * size, y: y - width, width: size, height: width };
  return { x, y: y - 0.8 * size, width, height: size };
}

/** Columns that were set with spaces inside one string. Places inside are proportional to the number of characters. */
function splitAtWideSpaces(run: TextRun): TextRun[] {
  const width = run.right - run.x;
  const runs: TextRun[] = [];
  for (const match of run.text.matchAll(/\S+(?: {1,3}\S+)*/g)) {
    const from = match.index / run.text.length;
    const to = (match.index + match[0].length) / run.text.length;
    const box = partOfBox(run.box, run.quarter, from, to);
    runs.push({ ...run, text: match[0], x: run.x + from * width, right: run.x + to * width, box });
  }
  const spaced = runs.map((part, i) => (i < runs.length - 1 ? { ...part, spaceAfter: true } : part));
  return spaced;
}

function dropDoubles(runs: readonly TextRun[]): TextRun[] {
  const seen = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const isDouble = same.some(
      (other) => Math.abs(other.x - run.x) < DOUBLE_PT && Math.abs(other.baseline - run.baseline) < DOUBLE_PT,
    );
    if (!isDouble) seen.set(run.text, [...same, run]);
    return !isDouble;
  });
}
