/**
 * @file Layout "classic": one column, name on top, ruled section headings.
 */
import type { Resume } from "../../people/resume";
import { Column } from "../column";
import { PAGE } from "../pdf-file";
import { contactLines, resumeStyles } from "./styles";
import { writeSection } from "./sections";

const MARGIN = 54;

export function drawClassic(doc: PDFKit.PDFDocument, resume: Resume): void {
  const styles = resumeStyles(resume, 10);
  const column = new Column(doc, {
    x: MARGIN,
    widthPt: PAGE.widthPt - 2 * MARGIN,
    top: 48,
    topOfNext: 54,
    bottom: PAGE.heightPt - 50,
  });
  const align = resume.look.family === "serif" ? "center" : "left";
  column.block([{ text: resume.name, style: styles.name }], { align });
  column.block([{ text: resume.headline, style: styles.headline }], { align, afterPt: 3 });
  column.block([{ text: contactLines(resume).join("  |  "), style: styles.muted }], { align, afterPt: 4 });
  for (const section of resume.sections) {
    writeSection(column, section, styles, {
      dates: "wide",
      gapPt: 6,
      heading: (target, title) => {
        target.block([{ text: title, style: styles.section }], { beforePt: 9, keepPt: 40 });
        target.rule(resume.look.accent);
        target.skip(4);
      },
    });
  }
}
