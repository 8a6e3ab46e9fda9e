/**
 * @file Files for the extraction tests, made on the spot with invented content: PDFs in several layouts, DOCX, zips.
 * Used by tests only.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import PDFDocument from "pdfkit";

type Pdf = InstanceType<typeof PDFDocument>;

/** A PNG of one grey pixel. */
export const ONE_PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A JPEG of 32 × 16 dots, black on the left, white on the right, with the way in which the camera was held. @source CIPA DC-008, tag 0112 */
export function tinyJpeg(orientation: number): Uint8Array {
  const jpeg = Buffer.from("/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAQACABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAgH/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwDMBTomIU6P/9k=", "base64");
  const tag = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
  const exif = Buffer.concat([Buffer.from("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01", "latin1"), tag, Buffer.alloc(4)]);
  const length = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), length, exif, jpeg.subarray(2)]));
}

/** Grey dots as a PNG. @source RFC 2083 */
export function pngOf({ width, height, data }: { width: number; height: number; data: Uint8Array }): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.alloc(1), data.subarray(y * width, (y + 1) * width)]));
  const part = (name: string, body: Buffer): Buffer => {
    const [named, length, sum] = [Buffer.concat([Buffer.from(name, "latin1"), body]), Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length, 0);
    sum.writeUInt32BE(crc32(named), 0);
    return Buffer.concat([length, named, sum]);
  };
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), part("IHDR", head), part("IDAT", deflateSync(Buffer.concat(rows))), part("IEND", Buffer.alloc(0))]);
}

/** Draws with pdfkit on A4 (595.28 × 841.89 points) and returns the file. */
export async function makePdf(draw: (pdf: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: "A4", margin: 50, ...options });
  const parts: Buffer[] = [];
  pdf.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => pdf.on("end", () => resolve()));
  draw(pdf);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

/** One heading, two paragraphs that wrap, a list. */
export function simplePdf(): Promise<Uint8Array> {
  return makePdf((pdf) => {
    pdf.fontSize(20).text("Parental leave").moveDown();
    pdf
      .fontSize(11)
      .text(
        "Every parent may take sixteen weeks of paid leave after the birth or adoption of a child. The leave may be split into two parts, " +
          "provided that each part lasts at least four weeks and both are taken within the first two years.",
      );
    pdf
      .moveDown()
      .text(
        "Tell your manager three months ahead. Write to people@example.test with the planned dates and the name of the colleague who covers for you.",
      );
    pdf.moveDown().text("• Leave does not shorten holiday.").text("• Pension contributions go on.");
  });
}

/** A full-width title above two columns of running text, drawn line by line across (the hard order). */
export function twoColumnPdf(): Promise<Uint8Array> {
  const left = [
    "Mira Tandel grew up in Lisbon",
    "and studied payroll law at the",
    "evening school there. In 2014",
    "she joined Harbour Freight as",
    "a clerk and soon led a team of",
    "six people across two ports.",
  ];
  const right = [
    "Her hobbies are rowing, old",
    "maps and the history of salt.",
    "She speaks Portuguese, Dutch",
    "and English, reads German and",
    "teaches the harbour choir on",
    "Thursdays in the town hall.",
  ];
  return makePdf((pdf) => {
    pdf.fontSize(18).text("Portrait of a payroll lead and of the town she lives in", 50, 50, { lineBreak: false });
    pdf.fontSize(10);
    for (let i = 0; i < 6; i++) {
      pdf.text(left[i] ?? "", 50, 100 + 14 * i, { lineBreak: false });
      pdf.text(right[i] ?? "", 320, 100 + 14 * i, { lineBreak: false });
    }
  });
}

/** A sidebar with short lines in another rhythm, drawn after the main text. */
export function sidebarPdf(): Promise<Uint8Array> {
  const main = [
    "Warehouse supervisor at Dunlin Logistics since 2016, responsible",
    "for three shifts. Introduced a booking system that halved the",
    "waiting time of lorries at the gate.",
    "Before that shift lead at Corran Mills, with twelve people.",
  ];
  const side = ["Skills", "Forklift licence", "First aid", "Rota planning", "Languages", "English", "Welsh"];
  return makePdf((pdf) => {
    pdf.fontSize(22).text("Owen Pryce", 50, 40, { lineBreak: false });
    pdf.fontSize(11);
    main.forEach((line, i) => pdf.text(line, 220, 100 + 15 * i, { lineBreak: false }));
    pdf.fontSize(9);
    side.forEach((line, i) => pdf.text(line, 50, 103 + 13 * i, { lineBreak: false }));
  });
}

/** Rows of a table drawn row by row, a repeated header and page numbers, three pages. */
export function tablePdf(): Promise<Uint8Array> {
  const rows = [
    ["Grade", "Notice", "Holiday"],
    ["Junior", "4 weeks", "25 days"],
    ["Senior", "8 weeks", "27 days"],
    ["Lead", "12 weeks", "30 days"],
  ];
  return makePdf(
    (pdf) => {
      for (const page of [1, 2, 3]) {
        pdf.addPage();
        pdf.fontSize(9).text("Harbour Freight staff handbook", 50, 30, { lineBreak: false });
        pdf
          .fontSize(11)
          .text(`Part ${["one", "two", "three"][page - 1] ?? ""} explains notice and holiday.`, 50, 90, {
            lineBreak: false,
          });
        if (page === 2)
          rows.forEach((row, i) =>
            row.forEach((cell, j) => pdf.text(cell, 50 + 150 * j, 130 + 20 * i, { lineBreak: false })),
          );
        pdf.fontSize(9).text(String(page), 290, 780, { lineBreak: false });
      }
    },
    { autoFirstPage: false },
  );
}

/** Running headers that change with the chapter and carry the page number. */
export function chapterPdf(): Promise<Uint8Array> {
  return makePdf(
    (pdf) => {
      for (const page of [1, 2, 3, 4, 5, 6]) {
        pdf.addPage();
        pdf
          .fontSize(9)
          .text(`Chapter ${page < 4 ? 1 : 2}: ${page < 4 ? "Pay" : "Leave"}`, 50, 30, { lineBreak: false });
        pdf.text(String(page + 8), 530, 30, { lineBreak: false });
        pdf
          .fontSize(11)
          .text(
            `Body text of leaf ${["one", "two", "three", "four", "five", "six"][page - 1] ?? ""} has 12 words.`,
            50,
            90,
            { lineBreak: false },
          );
      }
    },
    { autoFirstPage: false },
  );
}

/** A picture of one pixel and no text: what a scanner without text recognition makes. */
export function scannedPdf(textPages = 0, scannedPages = 1): Promise<Uint8Array> {
  return makePdf(
    (pdf) => {
      for (let i = 0; i < textPages; i++)
        pdf.addPage().fontSize(11).text("This page has a text layer that can be read without any recognition.");
      for (let i = 0; i < scannedPages; i++) pdf.addPage().image(ONE_PIXEL, 0, 0, { width: 595, height: 842 });
    },
    { autoFirstPage: false },
  );
}

export function encryptedPdf(): Promise<Uint8Array> {
  return makePdf((pdf) => pdf.text("Nobody reads this."), { userPassword: "s3cret", ownerPassword: "0wner" });
}

/** Chinese text set with the font that the product ships; wrapped by hand, as pdfkit does not wrap Chinese. */
export function chinesePdf(): Promise<Uint8Array> {
  const lines = [
    "员工每年享有十五天带薪年假，入职满五年后增加至二十天，满十年后增加至二",
    "十五天。年假应当在当年使用完毕，确因工作需要未能休完的，经主管批准可以",
    "顺延至次年三月底。",
  ];
  return makePdf((pdf) => {
    pdf.registerFont("sc", chineseFont()).font("sc");
    pdf.fontSize(18).text("年假管理办法", 60, 60, { lineBreak: false });
    pdf.fontSize(11);
    lines.forEach((line, i) => pdf.text(line, 60, 110 + 18 * i, { lineBreak: false }));
  });
}

function chineseFont(): Buffer {
  const require = createRequire(import.meta.url);
  return unpackWoff(readFileSync(require.resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff")));
}

/** Two numbered lists whose numbers stand apart from their texts, as word processors set them: wrapped English, wrapped Chinese. */
export function numberedPdf(): Promise<Uint8Array> {
  const items: readonly (readonly [number: string, ...lines: string[]])[] = [
    ["1.", "The full-time week is 38 hours in the first plant and 37.5 hours in", "the second one."],
    ["(b)", "Nobody works more than 48 hours a week."],
    ["2.", "首次合同期限一般为三年，第二次为五年，第三次起签无固定期限合", "同。合同到期前书面征求双方意见。"],
  ];
  return makePdf((pdf) => {
    pdf.registerFont("sc", chineseFont()).fontSize(11);
    let y = 60;
    for (const [number, ...lines] of items) {
      pdf.font(/\p{Script=Han}/u.test(lines.join("")) ? "sc" : "Helvetica").text(number, 60, y, { lineBreak: false });
      for (const line of lines) {
        pdf.text(line, 95, y, { lineBreak: false });
        y += 16;
      }
    }
  });
}

/** WOFF → plain font file. pdfkit reads WOFF too, but unpacks whole tables for every glyph: minutes instead of milliseconds. @source W3C WOFF 1.0, section 4 */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i;
    const packed = woff.subarray(
      woff.readUInt32BE(entry + 4),
      woff.readUInt32BE(entry + 4) + woff.readUInt32BE(entry + 8),
    );
    const size = woff.readUInt32BE(entry + 12);
    const table = packed.length < size ? inflateSync(packed) : packed;
    woff.copy(directory, 12 + 16 * i, entry, entry + 4); // tag
    woff.copy(directory, 16 + 16 * i, entry + 16, entry + 20); // checksum
    directory.writeUInt32BE(offset, 20 + 16 * i);
    directory.writeUInt32BE(size, 24 + 16 * i);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (size % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** Headings, a bold pseudo-heading, a list and a table. */
export async function simpleDocx(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const file = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: "Expenses", heading: HeadingLevel.HEADING_1 }),
          new Paragraph("Claims are paid with the next salary. Keep the receipts for three years."),
          new Paragraph({ children: [new TextRun({ text: "What is covered", bold: true })] }),
          new Paragraph({ text: "Train tickets in second class", bullet: { level: 0 } }),
          new Paragraph({ text: "One hotel night per working day", bullet: { level: 0 } }),
          new Paragraph({ text: "Limits", heading: HeadingLevel.HEADING_2 }),
          new Table({
            rows: [
              new TableRow({ children: [cell("Meal"), cell("28 euros")] }),
              new TableRow({ children: [cell("Hotel"), cell("140 euros")] }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** UTF-8 bytes. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
