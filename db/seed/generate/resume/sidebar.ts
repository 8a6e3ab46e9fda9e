/**
 * @file Layouts "sidebar-left" and "sidebar-right": a tinted column beside the main one. On the left the sidebar is
 * written first, on the right last, so that the order of text inside the file differs as it does in the wild.
 */
import { AppError } from "../../../../lib/core/errors";
import type { Resume } from "../../people/resume";
import { Column } from "../column";
import { PAGE } from "../pdf-file";
import { resumeStyles } from "./styles";
import type { ResumeStyles } from "./styles";
import { writeSection } from "./sections";

const BAND = 176;
const PAD = 18;
const GAP = 24;
const TOP = 44;
const BOTTOM = PAGE.heightPt - 44;

export function drawSidebar(doc: PDFKit.PDFDocument, resume: Resume, side: "left" | "right"): void {
  const styles = resumeStyles(resume, 9.4);
  const bandX = side === "left" ? 0 : PAGE.widthPt - BAND;
  const mainX = side === "left" ? BAND + GAP : 42;
  paintBand(doc, resume, bandX);
  const band = new Column(doc, {
    x: bandX + PAD,
    widthPt: BAND - 2 * PAD + 6,
    top: TOP,
    topOfNext: TOP,
    bottom: BOTTOM,
  });
  const main = new Column(
    doc,
    { x: mainX, widthPt: PAGE.widthPt - BAND - GAP - 42, top: TOP, topOfNext: TOP, bottom: BOTTOM },
    { onNewPage: () => paintBand(doc, resume, bandX) },
  );
  if (side === "left") {
    writeBand(band, resume, styles);
    assertOnePage(doc, resume);
    writeMain(main, resume, styles);
    return;
  }
  writeMain(main, resume, styles);
  const pages = doc.bufferedPageRange().count;
  doc.switchToPage(0);
  writeBand(band, resume, styles);
  if (doc.bufferedPageRange().count !== pages) assertOnePage(doc, resume);
}

function paintBand(doc: PDFKit.PDFDocument, resume: Resume, x: number): void {
  doc.save().rect(x, 0, BAND, PAGE.heightPt).fillOpacity(0.1).fill(resume.look.accent).restore();
  doc.fillOpacity(1);
}

function writeBand(band: Column, resume: Resume, styles: ResumeStyles): void {
  const heading = (target: Column, title: string) => {
    target.block([{ text: title, style: styles.section }], { beforePt: 12, afterPt: 3 });
  };
  if (resume.look.photoFrame) {
    band.doc
      .save()
      .lineWidth(0.8)
      .strokeColor(resume.look.accent)
      .rect(band.area.x + 22, band.y, 86, 104)
      .stroke()
      .restore();
    band.skip(116);
  }
  heading(band, resume.language === "zh" ? "联系方式" : "Contact");
  // Small enough for a long e-mail address on one line.
  const small = { ...styles.body, sizePt: 8.2 };
  for (const line of [resume.location, resume.phone, resume.email])
    band.block([{ text: line, style: small }], { afterPt: 2 });
  for (const [label, value] of resume.details) {
    band.block(
      [
        { text: label ? `${label}: ` : "", style: styles.bold },
        { text: value, style: styles.body },
      ],
      { afterPt: 2 },
    );
  }
  for (const section of resume.sections) {
    if (section.aside) writeSection(band, section, styles, { heading, dates: "narrow", gapPt: 5 });
  }
}

function writeMain(main: Column, resume: Resume, styles: ResumeStyles): void {
  main.block([{ text: resume.name, style: styles.name }]);
  main.block([{ text: resume.headline, style: styles.headline }], { afterPt: 4 });
  for (const section of resume.sections) {
    if (section.aside) continue;
    writeSection(main, section, styles, {
      dates: "wide",
      gapPt: 7,
      heading: (target, title) => {
        const words = resume.language === "zh" ? title : title.toUpperCase();
        target.block([{ text: words, style: styles.section }], { beforePt: 11, afterPt: 4, keepPt: 40 });
      },
    });
  }
}

function assertOnePage(doc: PDFKit.PDFDocument, resume: Resume): void {
  if (doc.bufferedPageRange().count > 1) {
    throw new AppError(
      "internal/broken-assumption",
      `the sidebar of demo résumé ${resume.id} does not fit on one page: move a section`,
    );
  }
}
