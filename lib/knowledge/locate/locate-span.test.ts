/**
 * @file Highlights: rectangles lie where pdfkit was told to draw, for columns, hyphens, repeated headers and turned pages.
 */
import { describe, expect, it } from "vitest";
import { locateOutput } from "../../contracts/documents";
import { extractDocument } from "../extract/extract-document";
import { makePdf, tablePdf, twoColumnPdf } from "../extract/fixtures";
import { locateSpan } from "./locate-span";

async function find(bytes: Uint8Array, phrase: string, page = 1) {
  const document = await extractDocument(bytes, "a.pdf");
  const start = document.text.indexOf(phrase);
  expect(start, phrase).toBeGreaterThanOrEqual(0);
  return locateOutput.parse(await locateSpan(bytes, { page, span: { start, end: start + phrase.length }, document }));
}

describe("locateSpan", () => {
  it("gives one rectangle per drawn line, in the right column", async () => {
    const { rects, widthPt, heightPt } = await find(await twoColumnPdf(), "rowing, old maps and the history");
    expect([Math.round(widthPt), Math.round(heightPt)]).toEqual([595, 842]);
    expect(rects).toHaveLength(2);
    // Lines stand at y = 100 and 114 (tops); the second starts at the column's edge, 320.
    expect(rects[0]?.y).toBeGreaterThan(96);
    expect(rects[0]?.y).toBeLessThan(104);
    expect(rects[1]?.x).toBeCloseTo(320, 0);
    expect((rects[1]?.y ?? 0) - (rects[0]?.y ?? 0)).toBeCloseTo(14, 0);
    expect(rects[0]?.x).toBeGreaterThan(330); // "Her hobbies are " stands before it
  });

  it("finds text on later pages although the running header was dropped there", async () => {
    const { page, rects } = await find(await tablePdf(), "Lead | 12 weeks | 30 days", 2);
    expect(page).toBe(2);
    expect(rects.map((rect) => Math.round(rect.x))).toEqual([50, 200, 350]);
    for (const rect of rects) expect(rect.y).toBeGreaterThan(180);
  });

  it("covers both halves of a word that a line end cut", async () => {
    const lines = ["These rules are part of the employ-", "ment contract and hold for everyone in the house."];
    const bytes = await makePdf((pdf) => lines.forEach((line, i) => pdf.fontSize(10).text(line, 50, 60 + 12 * i, { lineBreak: false })));
    const document = await extractDocument(bytes, "a.pdf");
    const start = document.text.indexOf("employ");
    const { rects } = await locateSpan(bytes, { page: 1, span: { start, end: start + 8 }, document });
    expect(document.text).toContain("employment contract");
    expect(rects).toHaveLength(2);
  });

  it("gives points of the page as it is displayed: the reader draws turned pages turned", async () => {
    const draw = (pdf: PDFKit.PDFDocument) => void pdf.fontSize(12).text("Turned pages are common in scans.", 80, 200, { lineBreak: false });
    const upright = await find(await makePdf(draw), "common");
    const turned = await find(await makePdf((pdf) => { draw(pdf); Object.assign(pdf.page.dictionary.data, { Rotate: 90 }); }), "common");
    expect([turned.widthPt, turned.heightPt]).toEqual([upright.heightPt, upright.widthPt]);
    const [a, b] = [upright.rects[0], turned.rects[0]];
    // A quarter turn clockwise: what was at (x, y) is at (height − y, x).
    expect(Math.abs((b?.x ?? 0) - (upright.heightPt - (a?.y ?? 0) - (a?.height ?? 0)))).toBeLessThan(1);
    expect(Math.abs((b?.y ?? 0) - (a?.x ?? 99))).toBeLessThan(1);
    expect(Math.abs((b?.height ?? 0) - (a?.width ?? 99))).toBeLessThan(1);
  });

  it("is empty for a span on another page and refuses a page that is not there", async () => {
    const bytes = await tablePdf();
    const document = await extractDocument(bytes, "a.pdf");
    expect((await locateSpan(bytes, { page: 3, span: { start: 0, end: 5 }, document })).rects).toEqual([]);
    await expect(locateSpan(bytes, { page: 9, span: { start: 0, end: 5 }, document })).rejects.toMatchObject({ code: "request/not-found" });
  });
});
