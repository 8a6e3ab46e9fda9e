/**
 * @file The extractor contract for every format, and what is particular to each of the light ones (PDF: pdf.test.ts).
 */
import { describe, expect, it } from "vitest";
import { Document, Packer, Paragraph } from "docx";
import { describeExtractor } from "./extractor.contract";
import { extractDocument } from "./extract-document";
import { chinesePdf, makePdf, simpleDocx, simplePdf, tablePdf, utf8 } from "./fixtures";

const MARKDOWN = `---
title: "Front title"
---
# Sick leave

Call before **nine**; see [the form](https://example.test/form).

!!! note "Certificates"
    A doctor's note is needed from day three.

- first item
- second item
  1. nested number

| Length | Pay |
|--------|-----|
| 6 weeks | full |

<table>
  <tr><td>Flu jab</td><td>October &amp; November</td></tr>
</table>

**Coming back**

Ask \`ssh <role>@host\` or write <b>early</b>.
`;

describeExtractor("markdown", {
  fileName: "hr/sick-leave.md",
  make: () => utf8(MARKDOWN),
  phrases: ["Sick leave", "Call before nine; see the form.", "Certificates", "A doctor's note", "- first item", "1. nested number", "6 weeks | full", "Flu jab | October & November", "Coming back", "ssh <role>@host", "write early."],
  hasPages: false,
  empty: { make: () => utf8("---\ntitle: x\n---\n<!-- nothing -->\n"), code: "document/empty" },
});
describeExtractor("text", {
  fileName: "notes.txt",
  make: () => utf8("HOLIDAY RULES\n\nThis line was wrapped by an editor at a fixed width of columns\nand goes on here.\n\n* one\n* two\n"),
  phrases: ["HOLIDAY RULES", "columns and goes on here.", "- one", "- two"],
  hasPages: false,
  empty: { make: () => utf8(" \n\t\n"), code: "document/empty" },
});
describeExtractor("html", {
  fileName: "page.html",
  make: () =>
    utf8(`<html><head><title>Bikes</title><style>p{}</style></head><body><nav>Menu</nav><h1>Bike scheme</h1>
      <p>One bike<br>per person.</p><div hidden>secret</div><p style="display: none">secret</p><ul><li>Helmet<ul><li>Light</li></ul></li></ul>
      <table><tr><th>Year</th><td>2031</td></tr></table><pre>a\n  b</pre><script>secret()</script></body></html>`),
  phrases: ["Bike scheme", "One bike\nper person.", "- Helmet", "- Light", "Year | 2031", "a\n  b"],
  hasPages: false,
  empty: { make: () => utf8("<html><body><script>1</script></body></html>"), code: "document/empty" },
});
describeExtractor("csv", {
  fileName: "rates.csv",
  make: () => utf8('Grade,Note,Pay\nB1,"said ""yes"",\nthen left",2100\nB2,,2400\n'),
  phrases: ['Grade: B1 | Note: said "yes", then left | Pay: 2100', "Grade: B2 | Pay: 2400"],
  hasPages: false,
  empty: { make: () => utf8(",,\n,,\n"), code: "document/empty" },
});
describeExtractor("docx", {
  fileName: "expenses.docx",
  make: simpleDocx,
  phrases: ["Expenses", "Claims are paid", "What is covered", "- Train tickets", "- One hotel", "Limits", "Meal | 28 euros", "Hotel | 140 euros"],
  hasPages: false,
  empty: { make: async () => new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("")] }] }))), code: "document/empty" },
});
describeExtractor("pdf", {
  fileName: "leave.pdf",
  make: simplePdf,
  phrases: ["Parental leave", "Every parent may take", "- Leave does not", "- Pension"],
  hasPages: true,
  empty: { make: () => makePdf(() => undefined), code: "document/needs-ocr" },
});
describeExtractor("pdf of several pages", {
  fileName: "handbook.pdf",
  make: tablePdf,
  phrases: ["Part one", "Part two", "Part three"],
  hasPages: true,
  empty: { make: () => makePdf((pdf) => void pdf.addPage()), code: "document/needs-ocr" },
});
describeExtractor("pdf in Chinese", {
  fileName: "年假.pdf",
  make: chinesePdf,
  phrases: ["年假管理办法", "员工每年享有十五天带薪年假"],
  hasPages: true,
  empty: { make: () => makePdf(() => undefined), code: "document/needs-ocr" },
});

async function read(source: string, fileName: string) {
  const document = await extractDocument(utf8(source), fileName);
  const blocks = document.blocks.map((block) => ({ kind: block.kind, level: block.level, text: document.text.slice(block.start, block.end) }));
  return { ...document, list: blocks };
}

describe("markdown", () => {
  it("takes the title from the first level-1 heading, then front matter, then the file name", async () => {
    expect((await read(MARKDOWN, "a.md")).title).toBe("Sick leave");
    expect((await read("---\ntitle: 'Quoted'\n---\ntext", "a.md")).title).toBe("Quoted");
    expect((await read("text", "guides/leave_of-absence.md")).title).toBe("leave of absence");
    expect((await read("text", "guides/README.md")).title).toBe("guides");
  });
  it("makes headings of bold lines and Chinese chapters, but not of articles", async () => {
    const { list } = await read("# 规定\n\n第一章 总则\n\n第一条 为了规范管理，制定本规定。\n\n**适用范围**\n\n第二条 适用于全体员工。", "规定.md");
    expect(list.filter((block) => block.kind === "heading").map((block) => [block.level, block.text])).toEqual([[1, "规定"], [2, "第一章 总则"], [3, "适用范围"]]);
  });
  it("joins wrapped lines with a space, Chinese ones without", async () => {
    expect((await read("one\ntwo\n\n带薪\n年假", "a.md")).text).toBe("one two\n\n带薪年假");
  });
  it("accepts headings without a space but leaves channel names alone", async () => {
    const { list } = await read("##Salary\n\nJoin\n\n#people-ops", "a.md");
    expect(list.map((block) => block.kind)).toEqual(["heading", "paragraph", "paragraph"]);
  });
  it("keeps HTML tables whole when blank lines cut them", async () => {
    const { list } = await read("<table>\n<tr>\n<td>A</td>\n\n<td>B</td>\n</tr>\n</table>\n\nafter", "a.md");
    expect(list.map((block) => [block.kind, block.text])).toEqual([["table_row", "A | B"], ["paragraph", "after"]]);
  });
});

describe("encodings", () => {
  it("reads UTF-16, GB18030 and Windows-1252, the last with a warning", async () => {
    const utf16 = new Uint8Array(Buffer.from("\uFEFFHoliday is 25 days.", "utf16le"));
    expect((await extractDocument(utf16, "a.txt")).text).toBe("Holiday is 25 days.");
    const gb = Uint8Array.from([0xc4, 0xea, 0xbc, 0xd9, 0xca, 0xae, 0xcc, 0xec]);
    expect((await extractDocument(gb, "a.txt")).text).toBe("年假十天");
    const latin = Uint8Array.from([...utf8("R"), 0xe9, ...utf8("sum"), 0xe9, ...utf8(" of the week")]);
    const western = await extractDocument(latin, "a.txt");
    expect(western.text).toBe("Résumé of the week");
    expect(western.warnings).toHaveLength(1);
  });
  it("refuses binary data named as text", async () => {
    await expect(extractDocument(Uint8Array.from([1, 0, 2, 0, 0, 3, 255, 254, 0, 9]), "a.txt")).rejects.toMatchObject({ code: "document/type-mismatch" });
  });
});

describe("file types", () => {
  it("says when content and name disagree, or the type is unknown", async () => {
    const pdf = await simplePdf();
    await expect(extractDocument(pdf, "a.docx")).rejects.toMatchObject({ code: "document/type-mismatch" });
    await expect(extractDocument(pdf, "a.md")).rejects.toMatchObject({ code: "document/type-mismatch" });
    await expect(extractDocument(utf8("plain"), "a.pdf")).rejects.toMatchObject({ code: "document/type-mismatch" });
    await expect(extractDocument(utf8("x"), "a.xlsx")).rejects.toMatchObject({ code: "document/unsupported-type" });
  });
  it("tells a truncated DOCX, an encrypted one and an old .doc apart", async () => {
    const docx = await simpleDocx();
    await expect(extractDocument(docx.slice(0, docx.length - 400), "a.docx")).rejects.toMatchObject({ code: "document/broken" });
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const encrypted = new Uint8Array(Buffer.concat([Buffer.from(ole), Buffer.alloc(64), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(64)]));
    await expect(extractDocument(encrypted, "a.docx")).rejects.toMatchObject({ code: "document/encrypted" });
    await expect(extractDocument(Uint8Array.from([...ole, ...new Array<number>(64).fill(0)]), "a.docx")).rejects.toMatchObject({ code: "document/type-mismatch" });
  });
});

describe("csv", () => {
  it("finds the delimiter and numbers alone are no header", async () => {
    expect((await read("a;b\n1;2", "x.csv")).text).toBe("a: 1 | b: 2");
    expect((await read("1,2\n3,4", "x.csv")).text).toBe("1 | 2\n3 | 4");
  });
});
