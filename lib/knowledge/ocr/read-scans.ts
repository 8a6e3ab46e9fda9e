/**
 * @file readScans: pages of a PDF that are pictures of writing → lines, by text recognition. Which pages: those without a
 * usable text layer, and those on which a picture of writing fills the page beside a few drawn letters (a stamp, a page
 * number); the page-kind model tells writing from photographs.
 */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { OCR } from "../../config/defaults";
import { isAppError } from "../../core/errors";
import type { PageLayout, Rect, TextRun } from "../extract/pdf/geometry";
import { layoutPage } from "../extract/pdf/layout-page";
import { areaOf, intersect } from "../extract/pdf/matrix";
import { readPage } from "../extract/pdf/read-page";
import type { GreyRaster } from "./grey-raster";
import { toPgm } from "./grey-raster";
import type { OcrReader, OcrWord } from "./ocr-reader";
import { drawPictures, readPagePictures, sharpnessOf, type PagePictures } from "./page-pictures";
import { pageInk } from "./page-ink";
import type { PageKinds } from "./page-kinds";
import { unseenLines } from "./unseen-lines";
import { meanConfidence, wordsToRuns } from "./words-to-runs";

const POINTS_PER_INCH = 72;
/** A picture of less of the page is an illustration of its text. */
const MIN_PICTURE_SHARE = 0.4;
/** More letters than this are a text layer, whatever lies behind them. */
const MAX_STAMP_CHARS = 250;
/** A picture of so much of the page is a scan, whose layer may say anything: it is not drawn where one sees it. */
const MIN_SCAN_SHARE = 0.8;
/** Pages of one document whose layer is compared: a résumé has fewer. */
const MAX_CHECKED = 10;
/** Recognition that is less sure is no witness against a layer. */
const MIN_WITNESS = 80;
const MIN_UNSEEN_LETTERS = 20;
/** How sure the model must be to go against the plain facts. */
const SURE = 0.9;
/** A recognised word with so much of its place under drawn letters is those letters, read twice. */
const SAME_PLACE = 0.5;

export interface ScanTools {
  readonly reader?: OcrReader | undefined;
  readonly kinds?: PageKinds | undefined;
  /** Draws a page whose writing is in no picture that we can decode; null where it cannot. */
  readonly draw?: ((page: number, dpi: number) => Promise<GreyRaster | null>) | undefined;
  /** Compare the text layer of scans with what their pictures show (MAX_CHECKED pages). */
  readonly checksLayers?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Called after each page that was looked at. */
  readonly onPage?: () => void;
}

export interface ScanReport {
  /** All pages, those that were recognised with their new lines. */
  readonly layouts: readonly PageLayout[];
  /** Recognised pages and the mean confidence of their words, 0–100. */
  readonly read: ReadonlyMap<number, number>;
  /** Pages that hold writing which nobody read. */
  readonly unread: readonly number[];
  /** Pages without a word on them: photographs, blank paper. */
  readonly wordless: readonly number[];
  /** What went wrong, for the uploader: the first failure's sentence. */
  readonly failure: string | null;
}

/** @param needed pages that the plain facts say have no usable text */
export async function readScans(pdf: PDFDocumentProxy, layouts: readonly PageLayout[], needed: readonly number[], tools: ScanTools): Promise<ScanReport> {
  const state: State = { layouts: [...layouts], read: new Map(), unread: [], wordless: [], failure: null, isAlone: needed.length === layouts.length };
  if (!tools.reader && !tools.kinds) return { ...state, unread: needed };
  const startMs = performance.now();
  const checked = tools.checksLayers ? layouts.filter(isSearchableScan).slice(0, MAX_CHECKED) : [];
  for (const [at, layout] of layouts.entries()) {
    const candidate = { at, layout, lacksText: needed.includes(layout.page) };
    if (checked.includes(layout) && !candidate.lacksText) await checkLayer(pdf, candidate, tools, state);
    if (!candidate.lacksText && !mayBeStamped(layout)) continue;
    if (performance.now() - startMs > OCR.documentMs || state.read.size >= OCR.maxPages) giveUp(candidate, state, TOO_MUCH);
    else await lookAt(pdf, candidate, tools, state);
    tools.onPage?.();
  }
  return state;
}

const TOO_MUCH = `At most ${OCR.maxPages} scanned pages, or ${Math.round(OCR.documentMs / 60_000)} minutes, are read of one file. Split it.`;

async function lookAt(pdf: PDFDocumentProxy, candidate: Candidate, tools: ScanTools, state: State): Promise<void> {
  const { layout, lacksText } = candidate;
  const pictures = await picturesOf(pdf, layout.page);
  if (!pictures) return giveUp(candidate, state, null);
  const kind = tools.kinds && pictures.pictures.length > 0 ? await tools.kinds.of(pageInk(pictures)) : null;
  // A file of nothing but pictures is always tried: only beside other pages may the model say that there is no writing.
  const isPicture = kind !== null && kind.picture >= SURE && lettersOf(layout) === 0 && !state.isAlone;
  if (lacksText && isPicture) state.wordless.push(layout.page);
  else if (!lacksText && !(kind && kind.scan >= SURE)) return;
  else await readOne(pdf, pictures, candidate, tools, state);
}

/** Null for a page that pdf.js cannot take apart: then nobody reads it. */
async function picturesOf(pdf: PDFDocumentProxy, page: number): Promise<PagePictures | null> {
  try {
    return await readPagePictures(pdf, page);
  } catch (error) {
    if (isAppError(error)) throw error;
    return null;
  }
}

/** A page with some text of its own keeps that. */
function giveUp({ layout, lacksText }: Candidate, state: State, failure: string | null): void {
  state.failure ??= failure;
  if (lacksText) state.unread.push(layout.page);
}

interface Candidate {
  readonly at: number;
  readonly layout: PageLayout;
  readonly lacksText: boolean;
}

interface State {
  readonly layouts: PageLayout[];
  readonly read: Map<number, number>;
  readonly unread: number[];
  readonly wordless: number[];
  failure: string | null;
  /** No page has text of its own. */
  readonly isAlone: boolean;
}

async function readOne(pdf: PDFDocumentProxy, pictures: PagePictures, candidate: Candidate, tools: ScanTools, state: State): Promise<void> {
  const { at, layout, lacksText } = candidate;
  const drawn = tools.reader ? await rasterOf(pictures, layout, tools) : null;
  if (!drawn || !tools.reader) return giveUp(candidate, state, null);
  try {
    const words = (await tools.reader.read(toPgm(drawn), tools.signal ? { signal: tools.signal } : {})).flatMap((picture) => picture.words);
    const confidence = meanConfidence(words);
    if (confidence === null) {
      if (lacksText) state.wordless.push(layout.page);
      return;
    }
    const content = await readPage(pdf, layout.page);
    // Letters of a font that nothing explains are of no use beside what was recognised.
    const own = isUnreadable(content.runs) ? [] : content.runs;
    const runs = wordsToRuns(words, pictures.width / drawn.width, own.length).filter((run) => !isCovered(run.box, own));
    state.layouts[at] = layoutPage(layout.page, { ...content, runs: [...own, ...runs] });
    state.read.set(layout.page, confidence);
  } catch (error) {
    if (!isAppError(error) || error.code === "job/cancelled") throw error;
    giveUp(candidate, state, error.userMessage);
  }
}

/** Where the layer says what the picture does not show, the page is read from the picture, and the rest is told as hidden. */
async function checkLayer(pdf: PDFDocumentProxy, { at, layout }: Candidate, tools: ScanTools, state: State): Promise<void> {
  const pictures = tools.reader ? await picturesOf(pdf, layout.page) : null;
  const drawn = pictures ? await rasterOf(pictures, layout, tools) : null;
  if (!pictures || !drawn || !tools.reader) return;
  const words = await wordsOrNone(tools.reader, drawn, tools.signal);
  const confidence = meanConfidence(words);
  if (confidence === null || confidence < MIN_WITNESS) return;
  const unseen = unseenLines(layout.lines, words).map((line) => line.text).join(" ");
  const letters = unseen.replace(/\s/g, "").length;
  if (letters < MIN_UNSEEN_LETTERS) return;
  const content = await readPage(pdf, layout.page);
  const runs = wordsToRuns(words, pictures.width / drawn.width);
  state.layouts[at] = layoutPage(layout.page, { ...content, runs, turned: [], hiddenLetters: content.hiddenLetters + letters, hiddenText: `${content.hiddenText} ${unseen}`.trim() });
  state.read.set(layout.page, confidence);
}

/** A page that has text is not lost when the check fails: then it stays as it was. */
async function wordsOrNone(reader: OcrReader, drawn: GreyRaster, signal: AbortSignal | undefined): Promise<OcrWord[]> {
  try {
    return (await reader.read(toPgm(drawn), signal ? { signal } : {})).flatMap((picture) => picture.words);
  } catch (error) {
    if (!isAppError(error) || error.code === "job/cancelled") throw error;
    return [];
  }
}

/** A picture fills the page, and it has a text layer. */
export function isSearchableScan(layout: PageLayout): boolean {
  return layout.pictureShare >= MIN_SCAN_SHARE && lettersOf(layout) > MAX_STAMP_CHARS;
}

/** The page as a picture for recognition: from its own pictures, else drawn by the operator's program. */
async function rasterOf(pictures: PagePictures, layout: PageLayout, { draw }: ScanTools): Promise<GreyRaster | null> {
  const sharpness = sharpnessOf(pictures) * POINTS_PER_INCH;
  const inPictures = sharpness > 0 && pictures.undecoded === 0 && !hasStrangeLetters(layout);
  if (!inPictures && draw) {
    const drawn = await draw(layout.page, dpiFor(pictures, OCR.maxDpi));
    if (drawn) return drawn;
  }
  // Coarse pictures are drawn at twice their size, with blended dots: recognition wants letters of twenty dots.
  return sharpness > 0 ? drawPictures(pictures, dpiFor(pictures, sharpness < OCR.minDpi ? 2 * sharpness : sharpness) / POINTS_PER_INCH) : null;
}

function dpiFor({ width, height }: PagePictures, wanted: number): number {
  const most = Math.sqrt(OCR.maxPixels / (width * height)) * POINTS_PER_INCH;
  return Math.min(most, OCR.maxDpi, Math.max(wanted, OCR.minDpi));
}

/** A page that is mostly picture, with no more drawn letters than a stamp, a header or a page number has. */
export function mayBeStamped(layout: PageLayout): boolean {
  return layout.pictureShare >= MIN_PICTURE_SHARE && lettersOf(layout) <= MAX_STAMP_CHARS;
}

const lettersOf = ({ lines }: PageLayout): number => lines.reduce((sum, line) => sum + line.text.length, 0);
const STRANGE = /[\uE000-\uF8FF\uFFFD]/g;

function hasStrangeLetters({ lines }: PageLayout): boolean {
  return shareOfStrange(lines.map((line) => line.text).join("")) > 0;
}

function isUnreadable(runs: readonly TextRun[]): boolean {
  return shareOfStrange(runs.map((run) => run.text).join("")) > MAX_STRANGE_SHARE;
}

/** Share of characters without meaning (no Unicode map in the font) above which text is useless. */
export const MAX_STRANGE_SHARE = 0.3;

/** @returns 0–1 */
export function shareOfStrange(text: string): number {
  return text === "" ? 0 : (text.match(STRANGE)?.length ?? 0) / text.length;
}

function isCovered(box: Rect, runs: readonly TextRun[]): boolean {
  return runs.some((run) => areaOf(intersect(box, run.box)) > SAME_PLACE * areaOf(box));
}
