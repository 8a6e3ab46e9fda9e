/**
 * @file PDF → text in reading order with pages: opens it, lays out every page, drops running headers and page
 * numbers, writes blocks. Scans without a text layer are refused ("document/needs-ocr").
 */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { AppError, isAppError } from "../../core/errors";
import type { ExtractedDocument } from "../types";
import { DocumentBuilder } from "./document-builder";
import { throwIfAborted } from "./abort";
import { hiddenTextWarnings, propertyWarnings } from "./hidden-text";
import type { Extractor, ExtractOptions } from "./extractor";
import { MAX_PDF_MS, MAX_PDF_PAGES } from "./limits";
import { dropFurniture } from "./pdf/furniture";
import type { PageLayout } from "./pdf/geometry";
import { collectWords } from "./pdf/hyphens";
import { layoutPage } from "./pdf/layout-page";
import { measureBody } from "./pdf/line-kinds";
import { brokenPdf, withPdf } from "./pdf/open-pdf";
import { readPage } from "./pdf/read-page";
import { writeBlocks } from "./pdf/write-blocks";
import { titleFromFileName } from "./title";

/** A page with fewer characters than this beside a picture is a scan with a stamp or a page number on it. */
const MIN_PAGE_CHARS = 25;
/** Share of characters without meaning (no Unicode map in the font) above which text is useless. */
const MAX_UNREADABLE_SHARE = 0.3;
/** Page numbers listed in one warning. */
const MAX_LISTED_PAGES = 12;

/** Title: the largest heading on page 1, else the file's own title if it is one, else the file name. */
export const extractPdf: Extractor = (bytes, fileName, options) =>
  withPdf(bytes, async (pdf) => {
    const { layouts, failedPages } = await layoutAll(pdf, options);
    const scanned = layouts.filter(needsOcr).map((layout) => layout.page);
    if (scanned.length > 0 && scanned.length + failedPages.length > layouts.length / 2) {
      throw new AppError("document/needs-ocr", `${scanned.length} of ${layouts.length} pages have no usable text`, {
        context: { pages: layouts.length, withoutText: scanned.length },
      });
    }
    const pages = dropFurniture(layouts);
    const builder = new DocumentBuilder();
    const lines = pages.flatMap((page) => page.lines);
    writeBlocks(builder, pages, { body: measureBody(pages), words: collectWords(lines) });
    const draft = builder.build(null, [...pageWarnings(scanned, failedPages), ...hiddenTextWarning(layouts), ...propertyWarnings(await propertiesOf(pdf))]);
    return { ...draft, title: firstPageTitle(draft) ?? (await ownTitle(pdf)) ?? titleFromFileName(fileName) };
  });

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
      layouts.push({ page: number, width: 0, height: 0, lines: [], hasPictures: false, hiddenLetters: 0, hiddenText: "" });
    }
    options.onPage?.(number, pdf.numPages);
  }
  if (pdf.numPages === 0 || failedPages.length === pdf.numPages) throw brokenPdf("no page can be read", firstFailure);
  return { layouts, failedPages };
}

/** No text but pictures, or text that no font explains. An empty page needs nothing; a whole file of them does. */
function needsOcr(layout: PageLayout, _index: number, all: readonly PageLayout[]): boolean {
  const text = layout.lines.map((line) => line.text).join("");
  const unreadable = text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
  if (unreadable > MAX_UNREADABLE_SHARE * text.length) return true;
  if (layout.hasPictures) return text.length < MIN_PAGE_CHARS;
  return text === "" && all.every((other) => other.lines.length === 0);
}

function pageWarnings(scanned: readonly number[], failed: readonly number[]): string[] {
  const warnings: string[] = [];
  if (scanned.length > 0) {
    warnings.push(`${listPages(scanned)} without a text layer (a scan): run text recognition to have them read.`);
  }
  if (failed.length > 0) warnings.push(`${listPages(failed)} damaged and left out.`);
  return warnings;
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
