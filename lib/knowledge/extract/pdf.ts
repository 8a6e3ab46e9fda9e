/**
 * @file PDF → text in reading order with pages: opens it, lays out every page, drops running headers and page
 * numbers, writes blocks. Scans are read by text recognition (../ocr) where there is one, else refused ("document/needs-ocr").
 */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { AppError, isAppError } from "../../core/errors";
import type { ExtractedDocument } from "../types";
import { DocumentBuilder } from "./document-builder";
import { throwIfAborted } from "./abort";
import { hiddenTextWarnings, invisibleCharacterWarnings, propertyWarnings } from "./hidden-text";
import type { Extractor, ExtractOptions, OcrTools } from "./extractor";
import { MAX_PDF_MS, MAX_PDF_PAGES } from "./limits";
import { dropFurniture } from "./pdf/furniture";
import type { PageLayout } from "./pdf/geometry";
import { collectWords } from "./pdf/hyphens";
import { layoutPage } from "./pdf/layout-page";
import { measureBody } from "./pdf/line-kinds";
import { brokenPdf, withPdf } from "./pdf/open-pdf";
import { readPage } from "./pdf/read-page";
import { writeBlocks } from "./pdf/write-blocks";
import { drawPage } from "../ocr/draw-page";
import { placedPage } from "../ocr/placed-page";
import { isSearchableScan, MAX_STRANGE_SHARE, mayBeStamped, readScans, shareOfStrange, type ScanReport, type ScanTools } from "../ocr/read-scans";
import { titleFromFileName } from "./title";

/** A page with fewer characters than this beside a picture is a scan with a stamp or a page number on it. */
const MIN_PAGE_CHARS = 25;
/** Page numbers listed in one warning. */
const MAX_LISTED_PAGES = 12;
/** Mean confidence of a recognised page below which every third word or so is wrong. */
const POOR_CONFIDENCE = 70;

/** Title: the largest heading on page 1, else the file's own title if it is one, else the file name. */
export const extractPdf: Extractor = (bytes, fileName, options) =>
  withPdf(bytes, async (pdf) => {
    const { layouts: drawn, failedPages } = await layoutAll(pdf, options);
    const needed = drawn.filter(needsOcr).map((layout) => layout.page);
    const ocr = needed.length > 0 || drawn.some(mayBeStamped) || (options.checksLayers && drawn.some(isSearchableScan)) ? await options.ocr?.() : undefined;
    const scans = await readScans(pdf, drawn, needed, scanTools(bytes, needed.length, { ...options, ocr }));
    const { layouts, unread, wordless } = scans;
    const isWithoutText = unread.length + wordless.length + failedPages.length === layouts.length;
    if (isWithoutText || (unread.length > 0 && unread.length + failedPages.length > layouts.length / 2)) throw refusal(scans, ocr?.reader !== undefined);
    const { draft, title } = writeLayouts(layouts, [...pageWarnings(scans, failedPages), ...hiddenTextWarning(layouts), ...invisibleCharacterWarnings(drawn.map(({ raw }) => raw).join(" ")), ...propertyWarnings(await propertiesOf(pdf))]);
    const placed = layouts.flatMap((layout) => placedPage(layout, { read: scans.read, document: draft }));
    return { ...draft, title: title ?? (await ownTitle(pdf)) ?? titleFromFileName(fileName), ...(placed.length > 0 ? { ocr: placed } : {}) };
  });

/** Laid-out pages → document; `title`: the largest heading of page 1. */
export function writeLayouts(layouts: readonly PageLayout[], warnings: readonly string[]): { readonly draft: ExtractedDocument; readonly title: string | null } {
  const pages = dropFurniture(layouts);
  const builder = new DocumentBuilder();
  writeBlocks(builder, pages, { body: measureBody(pages), words: collectWords(pages.flatMap((page) => page.lines)) });
  const draft = builder.build(null, warnings);
  return { draft, title: firstPageTitle(draft) };
}

function scanTools(bytes: Uint8Array, pages: number, { ocr, signal, onPage, checksLayers = false }: Omit<ExtractOptions, "ocr"> & { ocr: OcrTools | undefined }): ScanTools {
  let done = 0;
  return {
    reader: ocr?.reader,
    kinds: ocr?.kinds,
    draw: ocr?.canDraw ? (page, dpi) => drawPage(bytes, { page, dpi, signal }) : undefined,
    checksLayers,
    signal,
    onPage: () => onPage?.(Math.min(++done, pages), Math.max(1, pages)),
  };
}

/** Why a file without usable text is not taken in, and what to do. */
function refusal({ unread, wordless, failure, layouts }: ScanReport, hasReader: boolean): AppError {
  const context = { pages: layouts.length, withoutText: unread.length + wordless.length };
  if (unread.length === 0) {
    return new AppError("document/empty", "no page has words", { context, userMessage: hasReader ? "The file has no text: its pages are pictures in which text recognition found no words." : "The file has no text: its pages are pictures without writing." });
  }
  const userMessage = hasReader ? (failure ?? "The file is a scan whose pages text recognition could not draw. Install poppler-utils on the server and try again, or upload a PDF with a text layer.") : undefined;
  return new AppError("document/needs-ocr", `${unread.length} of ${layouts.length} pages have no usable text`, { context, ...(userMessage ? { userMessage } : {}) });
}

async function layoutAll(
  pdf: PDFDocumentProxy,
  options: ExtractOptions,
): Promise<{ layouts: PageLayout[]; failedPages: number[] }> {
  const maxPages = options.maxPages ?? MAX_PDF_PAGES;
  if (pdf.numPages > maxPages) {
    throw new AppError("document/too-large", `${pdf.numPages} pages, at most ${maxPages} allowed`, {
      userMessage: `The PDF has ${pdf.numPages} pages; at most ${maxPages} can be read. Split it.`,
      context: { pages: pdf.numPages, maxPages },
    });
  }
  const layouts: PageLayout[] = [];
  const failedPages: number[] = [];
  let firstFailure: unknown;
  const startMs = performance.now();
  for (let number = 1; number <= pdf.numPages; number++) {
    throwIfAborted(options.signal);
    if (performance.now() - startMs > MAX_PDF_MS) {
      throw new AppError("document/too-large", `not read within ${MAX_PDF_MS} ms`, {
        userMessage: "Reading this PDF takes too long. Print it to a new PDF, or split it.",
      });
    }
    try {
      layouts.push(layoutPage(number, await readPage(pdf, number)));
    } catch (error) {
      if (isAppError(error)) throw error;
      firstFailure ??= error;
      failedPages.push(number);
      layouts.push({ page: number, width: 0, height: 0, lines: [], hasPictures: false, pictureShare: 0, hiddenLetters: 0, hiddenText: "", raw: "" });
    }
    options.onPage?.(number, pdf.numPages);
  }
  if (pdf.numPages === 0 || failedPages.length === pdf.numPages) throw brokenPdf("no page can be read", firstFailure);
  return { layouts, failedPages };
}

/** No text but pictures, or text that no font explains. An empty page needs nothing; a whole file of them does. */
function needsOcr(layout: PageLayout, _index: number, all: readonly PageLayout[]): boolean {
  const text = layout.lines.map((line) => line.text).join("");
  if (shareOfStrange(text) > MAX_STRANGE_SHARE) return true;
  if (layout.hasPictures) return text.length < MIN_PAGE_CHARS;
  return text === "" && all.every((other) => other.lines.length === 0);
}

function pageWarnings({ unread, read, failure }: ScanReport, failed: readonly number[]): string[] {
  const warnings: string[] = [];
  if (unread.length > 0) warnings.push(`${listPages(unread)} without a text layer (a scan): run text recognition to have them read.`);
  if (failure) warnings.push(failure);
  if (failed.length > 0) warnings.push(`${listPages(failed)} damaged and left out.`);
  return [...warnings, ...poorPages(read)];
}

/** @param read recognised pages and their confidence */
export function poorPages(read: ReadonlyMap<number, number>): string[] {
  const poor = [...read].filter(([, confidence]) => confidence < POOR_CONFIDENCE).map(([page]) => page);
  return poor.length === 0 ? [] : [`${listPages(poor)} hard to read: text recognition is unsure of many words there. Compare with the original before relying on it.`];
}

function hiddenTextWarning(layouts: readonly PageLayout[]): string[] {
  const letters = layouts.reduce((sum, layout) => sum + layout.hiddenLetters, 0);
  const pages = layouts.filter((layout) => layout.hiddenLetters > 0).map((layout) => layout.page);
  const where = `on page${pages.length === 1 ? "" : "s"} ${pages.slice(0, MAX_LISTED_PAGES).join(", ")}`;
  return hiddenTextWarnings(layouts.map((layout) => layout.hiddenText).join(" "), where, letters);
}

/** Keywords and subject are never read as text; they are looked at for orders and lists of search words. */
async function propertiesOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info } = await pdf.getMetadata();
  return ["Keywords", "Subject"].flatMap((name) => {
    const value: unknown = name in info ? (info as Record<string, unknown>)[name] : null;
    return typeof value === "string" ? [value] : [];
  });
}

function listPages(pages: readonly number[]): string {
  const listed = pages.slice(0, MAX_LISTED_PAGES).join(", ");
  const more = pages.length > MAX_LISTED_PAGES ? ` and ${pages.length - MAX_LISTED_PAGES} more` : "";
  return pages.length === 1 ? `Page ${listed} is` : `Pages ${listed}${more} are`;
}

function firstPageTitle(document: ExtractedDocument): string | null {
  const firstPageEnd = document.pages[0]?.end ?? 0;
  const heading = document.blocks.find((block) => block.level === 1 && block.start < firstPageEnd);
  if (!heading || document.blocks.indexOf(heading) > 5) return null;
  return document.text.slice(heading.start, heading.end);
}

/** The title in the file's metadata, unless it is what a program put there. */
async function ownTitle(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title: unknown = "Title" in info ? info.Title : null;
  if (typeof title !== "string") return null;
  const tidy = title.replace(/\s+/g, " ").trim();
  return tidy === "" || /^(untitled|microsoft word|document\d*$)|\.(docx?|indd|pptx?|xlsx?|pdf)$/i.test(tidy)
    ? null
    : tidy;
}
