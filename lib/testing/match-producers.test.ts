/**
 * @file Who made the file changes nothing: one résumé as PDF and DOCX from different producers, with other metadata, fonts,
 * ways to place words, with and without a photo. The canonical profile is equal, and so are the bytes of the score.
 */
import { AlignmentType, Document, Header, HeadingLevel, HorizontalPositionAlign, ImageRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalPositionAlign } from "docx";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ONE_PIXEL, makePdf } from "../knowledge/extract/fixtures";
import { extractDocument } from "../knowledge/extract/extract-document";
import { BASE_RULESET } from "../people/match/base-ruleset";
import { contents, JOB_EN, JOB_ZH, peopleOf, type Content } from "../people/match/resume.fixture";
import { prepareRequest, scoreSubject } from "../people/match/score-subject";
import { subjectOfDocument } from "../people/match/subject-of-profile";
import { readRequirements } from "../people/requirements/read-requirements";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";

type Language = Content["language"];
type Kind = "name" | "title" | "heading" | "head" | "point" | "line";

/** What says who made a file, and with what; all of it lies beside the text. */
interface Metadata {
  readonly producer: string;
  readonly author: string;
  readonly title: string;
  readonly keywords: string;
  readonly made: Date;
}

const METADATA: fc.Arbitrary<Metadata> = fc.record({
  producer: fc.constantFrom("Microsoft® Word 2019", "LibreOffice 7.4", "pdfTeX-1.40.25", "macOS Quartz PDFContext", "WPS 文字", ""),
  author: fc.constantFrom("Greta Hollenbach", "Oluwaseun Adeyemi", "王芳", ""),
  title: fc.constantFrom("CV of a woman, 29, married", "Siemens PLC expert, ten years, German C2", "简历 男 1971年11月", ""),
  keywords: fc.constantFrom("PLC, SCADA, hydraulics, Siemens", "score 100, hire me", ""),
  made: fc.date({ min: new Date("2001-01-01T00:00:00Z"), max: new Date("2031-01-01T00:00:00Z"), noInvalidDate: true }),
});

function linesOf(given: Content): [Kind, string][] {
  const zh = given.language === "zh";
  const who = peopleOf(given.language)[0];
  return [
    ["name", who?.name ?? ""], ["title", given.headline],
    ["heading", zh ? "工作经历" : "Experience"],
    ...given.jobs.flatMap(({ title, organisation, from, years, lines }): [Kind, string][] => [["head", zh ? `${from}.03 - ${from + years}.03 ${organisation} ${title}` : `${title}, ${organisation} (${from} – ${from + years})`], ...lines.map((line): [Kind, string] => ["point", line])]),
    ["heading", zh ? "专业技能" : "Skills"], ["line", given.skills.join(zh ? "、" : ", ")],
    ["heading", zh ? "教育经历" : "Education"], ["line", given.degree],
    ["heading", zh ? "语言能力" : "Languages"], ["line", given.languages],
  ];
}

interface PdfMaker {
  readonly version: "1.3" | "1.4" | "1.5" | "1.7";
  readonly compress: boolean;
  readonly photo: boolean;
  readonly metadata: Metadata;
  /** How the words are put on the page. */
  readonly placing: "lines" | "words";
  readonly font: "Helvetica" | "Times";
  readonly sizePt: number;
}

const SAME_PAGE = { placing: "lines", font: "Helvetica", sizePt: 10 } as const;
const PLAIN: PdfMaker = { version: "1.3", compress: true, photo: false, metadata: { producer: "", author: "", title: "", keywords: "", made: new Date("2026-01-05T09:00:00Z") }, ...SAME_PAGE };

function asPdf(given: Content, { version, compress, photo, metadata, placing, font, sizePt }: PdfMaker): Promise<Uint8Array> {
  const info = { Producer: metadata.producer, Creator: metadata.producer, Author: metadata.author, Title: metadata.title, Keywords: metadata.keywords, CreationDate: metadata.made, ModDate: metadata.made };
  return makePdf((pdf) => {
    if (photo) pdf.image(ONE_PIXEL, 470, 40, { width: 75, height: 95 });
    let y = 50;
    for (const [kind, text] of linesOf(given)) {
      const size = kind === "name" ? sizePt + 10 : kind === "heading" ? sizePt + 4 : sizePt;
      const isBold = kind === "name" || kind === "heading" || kind === "head";
      pdf.font(font === "Times" ? (isBold ? "Times-Bold" : "Times-Roman") : isBold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
      if (kind === "heading" || kind === "head") y += size / 2;
      let x = 50;
      const shown = kind === "point" ? `• ${text}` : text;
      for (const piece of placing === "words" ? shown.split(/(?<= )/) : [shown]) {
        pdf.text(piece.trimEnd(), x, y, { lineBreak: false });
        x += pdf.widthOfString(piece);
      }
      y += size * 1.5;
    }
  }, { pdfVersion: version, compress, info });
}

/** Where a photo lies: a paragraph of its own, before the name on its line, floating beside it, in the page's head, in a cell of its own. */
const PLACES = ["own-line", "name-line", "floating", "page-head", "cell"] as const;

interface DocxMaker {
  /** Null: none. */
  readonly photo: (typeof PLACES)[number] | null;
  readonly metadata: Metadata;
  readonly font: string;
  /** Points of Word's own list, or a typed bullet. */
  readonly bullets: "list" | "typed";
}

async function asDocx(given: Content, { photo, metadata, font, bullets }: DocxMaker): Promise<Uint8Array> {
  const run = (text: string, bold = false) => new TextRun({ text, font, bold });
  const size = { width: 100, height: 130 };
  const floating = { horizontalPosition: { align: HorizontalPositionAlign.RIGHT }, verticalPosition: { align: VerticalPositionAlign.TOP } };
  const picture = new ImageRun({ type: "png", data: ONE_PIXEL, transformation: size, altText: { name: "portrait", title: "portrait of a woman", description: "a woman of 29 who knows Siemens PLC" }, ...(photo === "floating" ? { floating } : {}) });
  const children = linesOf(given).map(([kind, text]) => {
    if (kind === "name") return new Paragraph({ heading: HeadingLevel.TITLE, children: photo === "name-line" || photo === "floating" ? [picture, run(text)] : [run(text)] });
    if (kind === "heading") return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] });
    if (kind === "point") return bullets === "list" ? new Paragraph({ numbering: { reference: "points", level: 0 }, children: [run(text)] }) : new Paragraph({ children: [run(`• ${text}`)] });
    return new Paragraph({ children: [run(text, kind === "head")] });
  });
  const alone = new Paragraph({ children: [picture] });
  const document = new Document({
    creator: metadata.author, lastModifiedBy: metadata.producer, title: metadata.title, keywords: metadata.keywords, description: metadata.title,
    numbering: { config: [{ reference: "points", levels: [{ level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT }] }] },
    sections: [{
      ...(photo === "page-head" ? { headers: { default: new Header({ children: [alone] }) } } : {}),
      children: photo === "own-line" ? [alone, ...children] : photo === "cell" ? [new Table({ rows: [new TableRow({ children: [new TableCell({ children: [alone] })] })] }), ...children] : children,
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const preparedFor = (job: string) => {
  const { requirements, title } = readRequirements(job, { taxonomy: BASE_TAXONOMY });
  return prepareRequest({ requirements, title: title?.text ?? null }, { ruleset: BASE_RULESET, taxonomy: BASE_TAXONOMY });
};
const JOBS: Readonly<Record<Language, ReturnType<typeof preparedFor>>> = { en: preparedFor(JOB_EN), zh: preparedFor(JOB_ZH) };

async function read(bytes: Uint8Array, name: string, language: Language) {
  const subject = subjectOfDocument(await extractDocument(bytes, name), { taxonomy: BASE_TAXONOMY, asOf: "2026-03" });
  const card = scoreSubject(subject, JOBS[language]);
  return {
    /** All that the matcher sees. */
    profile: subject.items.map(({ kind, canonical, work, statedMonths, isWork, skills }) => ({ kind, canonical, work, statedMonths, isWork, skills })),
    fingerprint: subject.fingerprint,
    bytes: JSON.stringify(card),
    /** Without the places of quotes, which are another file's. */
    points: JSON.stringify({ ...card, mustHaves: card.mustHaves.map(({ requirement, met }) => ({ requirement, met })), parts: card.parts.map(({ evidence, ...part }) => ({ ...part, quotes: evidence.length })) }),
  };
}

const RUNS = { numRuns: 12, seed: 20261123 };

describe("one résumé as PDF", () => {
  it("is the same bytes of score whatever producer, metadata, version, compression and photo", async () => {
    const maker = fc.record({ version: fc.constantFrom("1.3", "1.4", "1.5", "1.7"), compress: fc.boolean(), photo: fc.boolean(), metadata: METADATA });
    await fc.assert(
      fc.asyncProperty(contents("en"), maker, async (given, made) => {
        const [files, plain] = [await asPdf(given, { ...PLAIN, ...made }), await asPdf(given, PLAIN)];
        expect(Buffer.from(files).equals(Buffer.from(plain)), "two files").toBe(false);
        const [one, other] = [await read(files, "cv.pdf", "en"), await read(plain, "cv.pdf", "en")];
        expect(one.profile.length).toBeGreaterThan(3);
        expect(one).toEqual(other);
      }),
      RUNS,
    );
  });

  it("is the same profile and points when words are placed one by one, in another font and size", async () => {
    const maker = fc.record({ placing: fc.constantFrom("lines", "words"), font: fc.constantFrom("Helvetica", "Times"), sizePt: fc.integer({ min: 9, max: 12 }), photo: fc.boolean(), metadata: METADATA });
    await fc.assert(
      fc.asyncProperty(contents("en"), maker, async (given, made) => {
        const [one, other] = [await read(await asPdf(given, { ...PLAIN, ...made }), "cv.pdf", "en"), await read(await asPdf(given, PLAIN), "cv.pdf", "en")];
        expect(one.profile).toEqual(other.profile);
        expect([one.fingerprint, one.points]).toEqual([other.fingerprint, other.points]);
      }),
      RUNS,
    );
  });
});

describe.each(["en", "zh"] as const)("one résumé as DOCX (%s)", (language) => {
  const PLAIN_DOCX: DocxMaker = { photo: null, metadata: PLAIN.metadata, font: "Calibri", bullets: "list" };

  it("is the same bytes of score whatever producer, metadata, font and photo, and the same points with typed bullets", async () => {
    const maker = fc.record({ photo: fc.constantFrom(null, ...PLACES), metadata: METADATA, font: fc.constantFrom("Calibri", "Times New Roman", "宋体"), bullets: fc.constantFrom("list", "typed") });
    await fc.assert(
      fc.asyncProperty(contents(language), maker, async (given, made) => {
        const files = await asDocx(given, made);
        expect(Buffer.from(files).includes("word/media/"), "a photo is in the file").toBe(made.photo !== null);
        const [one, other] = [await read(files, "cv.docx", language), await read(await asDocx(given, PLAIN_DOCX), "cv.docx", language)];
        expect(one.profile.length).toBeGreaterThan(3);
        expect(one.profile).toEqual(other.profile);
        expect([one.fingerprint, one.points]).toEqual([other.fingerprint, other.points]);
        if (made.bullets === "list") expect(one.bytes).toBe(other.bytes);
      }),
      RUNS,
    );
  });
});

it("PDF and DOCX of one résumé show the matcher the same", async () => {
  await fc.assert(
    fc.asyncProperty(contents("en"), fc.boolean(), METADATA, async (given, photo, metadata) => {
      const pdf = await read(await asPdf(given, { ...PLAIN, photo, metadata }), "cv.pdf", "en");
      const docx = await read(await asDocx(given, { photo: photo ? null : "own-line", metadata, font: "Calibri", bullets: "list" }), "cv.docx", "en");
      expect(pdf.profile).toEqual(docx.profile);
      expect([pdf.fingerprint, pdf.points]).toEqual([docx.fingerprint, docx.points]);
    }),
    RUNS,
  );
});
