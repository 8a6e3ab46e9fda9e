/**
 * @file Pictures of pages (PNG, JPEG, TIFF) → text, by the operator's text recognition. JPEG goes the way of a scanned PDF
 * page, which turns it as the camera says; the others are handed to the program as they are.
 */
import { AppError } from "../../core/errors";
import { placedPage } from "../ocr/placed-page";
import { PICTURE_SIDE_PT } from "../ocr/picture-size";
import { jpegPage } from "../ocr/jpeg-page";
import { meanConfidence, wordsToRuns } from "../ocr/words-to-runs";
import type { Extractor } from "./extractor";
import { extractPdf, poorPages, writeLayouts } from "./pdf";
import type { PageLayout } from "./pdf/geometry";
import { layoutPage } from "./pdf/layout-page";
import { titleFromFileName } from "./title";

const JPEG = [0xff, 0xd8, 0xff];

export const extractImage: Extractor = async (bytes, fileName, options) => {
  const { signal, onPage } = options;
  const { reader } = (await options.ocr?.()) ?? {};
  if (!reader) throw new AppError("document/needs-ocr", "a picture, and no text recognition");
  if (JPEG.every((byte, i) => bytes[i] === byte)) {
    const page = jpegPage(bytes);
    if (!page) throw new AppError("document/broken", "JPEG: no frame of one, three or four components");
    // Whoever sends a photograph wants it read, whatever it looks like from afar.
    return extractPdf(page, fileName, { ...options, ocr: () => Promise.resolve({ reader }) });
  }
  const read = new Map<number, number>();
  const pictures = await reader.read(bytes, signal ? { signal } : {});
  const layouts = pictures.map(({ width, height, words }, i): PageLayout => {
    const scale = PICTURE_SIDE_PT / Math.max(width, height);
    const confidence = meanConfidence(words);
    if (confidence !== null) read.set(i + 1, confidence);
    return layoutPage(i + 1, { width: width * scale, height: height * scale, runs: wordsToRuns(words, scale), turned: [], hasPictures: true, pictureShare: 1, hiddenLetters: 0, hiddenText: "", raw: "" });
  });
  onPage?.(layouts.length, layouts.length);
  if (read.size === 0) throw new AppError("document/empty", "no words in a picture", { userMessage: "The file has no text: its pages are pictures in which text recognition found no words." });
  const { draft, title } = writeLayouts(layouts, poorPages(read));
  return { ...draft, title: title ?? titleFromFileName(fileName), ocr: layouts.flatMap((layout) => placedPage(layout, { read, document: draft })) };
};
