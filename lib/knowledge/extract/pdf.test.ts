/**
 * @file PDF: reading order, paragraphs, tables, running headers, and each way a file can be unreadable.
 */
import { describe, expect, it } from "vitest";
import { extractDocument } from "./extract-document";
import { chapterPdf, encryptedPdf, makePdf, numberedPdf, scannedPdf, sidebarPdf, simplePdf, tablePdf, twoColumnPdf, utf8 } from "./fixtures";

const read = async (bytes: Uint8Array, name = "file.pdf") => {
  const document = await extractDocument(bytes, name);
  return { ...document, list: document.blocks.map((block) => [block.kind, document.text.slice(block.start, block.end)] as const) };
};

describe("layout", () => {
  it("joins wrapped lines and tells headings, paragraphs and list items apart", async () => {
    const { list, title } = await read(await simplePdf());
    expect(title).toBe("Parental leave");
    expect(list.map(([kind]) => kind)).toEqual(["heading", "paragraph", "paragraph", "list_item", "list_item"]);
    expect(list[1]?.[1]).toMatch(/^Every parent .* first two years\.$/);
  });

  it("takes a number that stands apart from its text for a list's, and closes up Chinese over its line ends", async () => {
    const { list } = await read(await numberedPdf());
    expect(list).toEqual([
      ["list_item", "1. The full-time week is 38 hours in the first plant and 37.5 hours in the second one."],
      ["list_item", "(b) Nobody works more than 48 hours a week."],
      ["list_item", "2. 首次合同期限一般为三年，第二次为五年，第三次起签无固定期限合同。合同到期前书面征求双方意见。"],
    ]);
  });

  it("reads columns one after the other even when they are drawn line by line", async () => {
    const { text } = await read(await twoColumnPdf());
    expect(text.indexOf("across two ports.")).toBeLessThan(text.indexOf("Her hobbies are rowing"));
    expect(text).toContain("In 2014 she joined Harbour Freight as a clerk");
    expect(text.startsWith("Portrait of a payroll lead")).toBe(true);
  });

  it("keeps a sidebar apart from the text beside it", async () => {
    const { text } = await read(await sidebarPdf());
    expect(text.startsWith("Owen Pryce")).toBe(true);
    expect(text).toContain("responsible for three shifts. Introduced a booking system");
    const side = ["Skills", "Forklift licence", "First aid", "Rota planning", "Languages", "English", "Welsh"].map((word) => text.indexOf(word));
    expect(side).toEqual([...side].sort((a, b) => a - b));
    expect(text.slice(side[0], side[6]).includes("Dunlin")).toBe(false);
  });

  it("reads tables by row, drops page numbers and keeps a running header once", async () => {
    const { list, text } = await read(await tablePdf());
    expect(list.filter(([kind]) => kind === "table_row").map(([, row]) => row)).toEqual([
      "Grade | Notice | Holiday",
      "Junior | 4 weeks | 25 days",
      "Senior | 8 weeks | 27 days",
      "Lead | 12 weeks | 30 days",
    ]);
    expect(text.match(/Harbour Freight/g)).toHaveLength(1);
    expect(text).not.toMatch(/^\d$/m);
  });

  it("drops chapter headers with page numbers after their first appearance", async () => {
    const { text } = await read(await chapterPdf());
    expect(text.match(/Chapter \d/g)).toEqual(["Chapter 1"]);
    expect(text.match(/Body text of leaf/g)).toHaveLength(6);
  });

  it("keeps body text that stands on two pages at one height, and a year alone on the last line", async () => {
    const lines = ["Assisted with the monthly reports.", "Kept the records of the clients.", "Trained the new staff on site."];
    const bytes = await makePdf(
      (pdf) => {
        for (const page of [1, 2]) {
          pdf.addPage().fontSize(11);
          lines.forEach((line, i) => pdf.text(line, 50, 60 + 12 * i, { lineBreak: false }));
          pdf.text(`Page ${page === 1 ? "first" : "second"} goes on.`, 50, 60 + 12 * 3, { lineBreak: false });
        }
        pdf.text("2012", 50, 780, { lineBreak: false });
      },
      { autoFirstPage: false },
    );
    const { text } = await read(bytes);
    expect(text.match(/Assisted with/g)).toHaveLength(2);
    expect(text.endsWith("2012")).toBe(true);
  });

  it("keeps cells whole that wrap, and lines below a row apart", async () => {
    const rows = [["2019 - now", "Fitter", "Repaired pumps and valves on board of dredgers and"], ["", "Dunlin Marine", "tugs, alone and with a team of four people."]];
    const below = ["", "", "Short note."];
    const { list } = await read(
      await makePdf((pdf) => {
        pdf.fontSize(10);
        [...rows, below].forEach((row, i) => row.forEach((cell, j) => cell && pdf.text(cell, [50, 150, 260][j] ?? 0, 100 + 13 * i, { lineBreak: false })));
      }),
    );
    expect(list).toEqual([
      ["table_row", "2019 - now | Fitter Dunlin Marine | Repaired pumps and valves on board of dredgers and tugs, alone and with a team of four people."],
      ["paragraph", "Short note."],
    ]);
  });

  it("closes up words that a line end cut, but keeps real hyphens", async () => {
    const lines = ["Our part-time staff and full-time staff have the same rights under this employ-", "ment policy. Everyone may ask for a part-", "time contract at any moment of the year and then returns to the old hours."];
    const { text } = await read(await makePdf((pdf) => lines.forEach((line, i) => pdf.fontSize(10).text(line, 50, 60 + 12 * i, { lineBreak: false }))));
    expect(text).toContain("employment policy.");
    expect(text).toContain("a part-time contract");
  });

  it("continues a paragraph over a page break, with the page's first character on the new page", async () => {
    const bytes = await makePdf((pdf) => {
      pdf.fontSize(11).text("The travel policy begins here and this first line reaches the right margin of the page", 50, 740, { lineBreak: false });
      pdf.addPage().text("where the sentence goes on and then ends. Another sentence follows it on the same page.", 50, 60, { lineBreak: false });
    });
    const { text, pages, list } = await read(bytes);
    expect(list).toHaveLength(1);
    expect(text).toContain("of the page where the sentence");
    expect(text.slice(pages[1]?.start).startsWith("where the sentence")).toBe(true);
  });

  it("leaves out text that is off the page, slanted or drawn twice", async () => {
    const bytes = await makePdf((pdf) => {
      pdf.fontSize(12).text("Visible sentence number one.", 50, 100, { lineBreak: false });
      pdf.text("Visible sentence number one.", 50.4, 100, { lineBreak: false });
      pdf.text("Hidden beyond the edge", 700, 100, { lineBreak: false });
      pdf.save().rotate(45, { origin: [300, 400] }).fontSize(60).text("DRAFT", 200, 400, { lineBreak: false }).restore();
    });
    expect((await read(bytes)).text).toBe("Visible sentence number one.");
  });
});

describe("files that cannot be read", () => {
  it("asks for text recognition when there is no text layer, and names the pages when only some lack it", async () => {
    await expect(read(await scannedPdf())).rejects.toMatchObject({ code: "document/needs-ocr" });
    await expect(read(await scannedPdf(1, 2))).rejects.toMatchObject({ code: "document/needs-ocr" });
    const { warnings, pages } = await read(await scannedPdf(3, 1));
    expect(warnings).toEqual([expect.stringContaining("Page 4 is without a text layer")]);
    expect(pages).toHaveLength(4);
  });

  it("says encrypted, broken or too long", async () => {
    await expect(read(await encryptedPdf())).rejects.toMatchObject({ code: "document/encrypted" });
    const whole = await simplePdf();
    await expect(read(whole.slice(0, Math.floor(whole.length * 0.7)))).rejects.toMatchObject({ code: "document/broken" });
    await expect(read(utf8(`%PDF-1.7\n${"\u0001".repeat(200)}`))).rejects.toMatchObject({ code: "document/broken" });
    await expect(extractDocument(await tablePdf(), "a.pdf", { maxPages: 2 })).rejects.toMatchObject({ code: "document/too-large" });
  });

  it("reports each page and stops when aborted in the middle", async () => {
    const bytes = await tablePdf();
    const seen: number[][] = [];
    await extractDocument(bytes, "a.pdf", { onPage: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([[1, 3], [2, 3], [3, 3]]);
    const controller = new AbortController();
    const stopped = extractDocument(bytes, "a.pdf", { signal: controller.signal, onPage: () => controller.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "job/cancelled" });
  });
});
