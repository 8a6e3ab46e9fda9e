/**
 * @file Layout "timeline": dates in a gutter on the left, a line with a dot per post, text on the right.
 */
import type { Resume, Station } from "../../people/resume";
import { Column } from "../column";
import { PAGE } from "../pdf-file";
import { breakLines, drawLine } from "../typeset";
import { writeSection, writeStation } from "./sections";
import { contactLines, resumeStyles } from "./styles";
import type { ResumeStyles } from "./styles";

const MARGIN = 46;
const GUTTER = 104;
const LINE_X = MARGIN + GUTTER - 12;

export function drawTimeline(doc: PDFKit.PDFDocument, resume: Resume): void {
  const styles = resumeStyles(resume, 9.6);
  const page = { top: 46, topOfNext: 52, bottom: PAGE.heightPt - 48 };
  const head = new Column(doc, { x: MARGIN, widthPt: PAGE.widthPt - 2 * MARGIN, ...page });
  head.block([{ text: resume.name, style: styles.name }]);
  head.block([{ text: resume.headline, style: styles.headline }], { afterPt: 2 });
  head.block([{ text: contactLines(resume).join(" · "), style: styles.muted }], { afterPt: 6 });
  head.rule(resume.look.accent, 1.6);

  const column = new Column(doc, { x: MARGIN + GUTTER, widthPt: PAGE.widthPt - 2 * MARGIN - GUTTER, ...page });
  column.y = head.y + 6;
  const heading = (target: Column, title: string) => {
    target.block([{ text: title, style: styles.section }], { beforePt: 10, afterPt: 3, keepPt: 44 });
  };
  for (const section of resume.sections) {
    if (section.kind !== "stations") {
      writeSection(column, section, styles, { heading, dates: "none", gapPt: 7 });
      continue;
    }
    heading(column, section.title);
    for (const [i, item] of section.items.entries()) drawStop(column, item, styles, i === 0 ? 0 : 7);
  }
}

/** One post: its dates in the gutter, a dot on the line, the line down to the end of the text. */
function drawStop(column: Column, item: Station, styles: ResumeStyles, gapPt: number): void {
  column.skip(gapPt);
  column.reserve(styles.body.sizePt * 5);
  const { doc } = column;
  const startY = column.y;
  const startPage = doc.bufferedPageRange().count;
  for (const [i, line] of breakLines([{ text: item.when, style: styles.muted }], GUTTER - 28).entries()) {
    drawLine(doc, line, { x: MARGIN, y: startY + i * line.heightPt });
  }
  doc
    .save()
    .fillColor(styles.accent)
    .circle(LINE_X, startY + 6.5, 2.6)
    .fill()
    .restore();
  writeStation(column, item, styles, { dates: "none", gapPt: 0 });
  if (doc.bufferedPageRange().count !== startPage) return;
  const line = doc.save().lineWidth(0.7).strokeColor(styles.accent).strokeOpacity(0.45);
  line
    .moveTo(LINE_X, startY + 11)
    .lineTo(LINE_X, column.y + 2)
    .stroke()
    .restore();
}
