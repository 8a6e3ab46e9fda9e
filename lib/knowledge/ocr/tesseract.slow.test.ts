/**
 * @file The real tesseract, where it is installed, on pages that are drawn, printed into pictures and read back: running
 * text, two columns, Chinese, a picture file. Left out, with the reason, where tesseract or pdftoppm is missing.
 */
import { describe, expect, it } from "vitest";
import { extractDocument } from "../extract/extract-document";
import { chinesePdf, makePdf, pngOf, simplePdf, twoColumnPdf } from "../extract/fixtures";
import { locateSpan } from "../locate/locate-span";
import type { ExtractedDocument } from "../types";
import { drawPage, findPdftoppm } from "./draw-page";
import type { GreyRaster } from "./grey-raster";
import { createTesseractReader, findTesseract } from "./tesseract";

const found = await findTesseract("tesseract");
const why = typeof found === "string" ? `tesseract: ${found}` : (await findPdftoppm()) ? "" : "pdftoppm (poppler-utils) is missing";
const MINUTES = 180_000;

async function print(pdf: Uint8Array): Promise<GreyRaster> {
  const raster = await drawPage(pdf, { page: 1, dpi: 200 });
  if (!raster) throw new Error("pdftoppm drew nothing");
  return raster;
}

const scanOf = (raster: GreyRaster): Promise<Uint8Array> => makePdf((page) => void page.image(pngOf(raster), 0, 0, { width: 595.28, height: 841.89 }));

function read(bytes: Uint8Array, name: string): Promise<ExtractedDocument> {
  if (typeof found === "string") throw new Error(found);
  return extractDocument(bytes, name, { ocr: () => Promise.resolve({ reader: createTesseractReader(found) }) });
}

/** Share of the words of a text that the other one has too. */
function recall(whole: string, part: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const have = new Set(words(part));
  const wanted = words(whole);
  return wanted.filter((word) => have.has(word)).length / wanted.length;
}

describe.skipIf(why !== "")(`real text recognition${why === "" ? "" : ` (left out: ${why})`}`, () => {
  it("reads a printed page, with its heading, its list and the places of its words", async () => {
    const original = await simplePdf();
    const bytes = await scanOf(await print(original));
    const document = await read(bytes, "scan.pdf");
    const { text } = await extractDocument(original, "original.pdf");
    expect(recall(text, document.text)).toBeGreaterThan(0.97);
    expect(document.title).toBe("Parental leave");
    expect(document.blocks.filter((block) => block.kind === "list_item")).toHaveLength(2);
    expect(document.ocr?.[0]?.confidence).toBeGreaterThan(85);

    const place = async (file: Uint8Array, within: ExtractedDocument) => {
      const start = within.text.indexOf("three months ahead");
      return (await locateSpan(file, { page: 1, span: { start, end: start + 18 }, document: within, ocr: within.ocr?.[0] ?? null })).rects[0];
    };
    const [drawn, recognised] = [await place(original, await extractDocument(original, "o.pdf")), await place(bytes, document)];
    for (const side of ["x", "y", "width"] as const) expect(Math.abs((drawn?.[side] ?? 0) - (recognised?.[side] ?? 99))).toBeLessThan(4);
  }, MINUTES);

  it("reads two columns one after the other", async () => {
    const { text } = await read(await scanOf(await print(await twoColumnPdf())), "scan.pdf");
    expect(text.indexOf("two ports")).toBeGreaterThan(0);
    expect(text.indexOf("Her hobbies")).toBeGreaterThan(text.indexOf("two ports"));
  }, MINUTES);

  it.skipIf(typeof found === "string" || !found.languages.includes("chi_sim"))("reads Chinese, and a picture file", async () => {
    const document = await read(pngOf(await print(await chinesePdf())), "年假.png");
    expect(document.language).toBe("zh");
    expect(document.text).toContain("带薪年假");
    expect(document.text).toContain("年假管理办法");
  }, MINUTES);
});
