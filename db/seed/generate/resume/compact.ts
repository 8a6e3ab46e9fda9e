/**
 * @file Layout "compact": the whole career as one ruled table (dates | post and employer | what was done).
 */
import type { Resume, ResumeSection } from "../../people/resume";
import { Column } from "../column";
import { PAGE } from "../pdf-file";
import { drawTable } from "../table";
import { writeSection } from "./sections";
import { contactLines, resumeStyles } from "./styles";
import type { ResumeStyles } from "./styles";

const MARGIN = 40;

export function drawCompact(doc: PDFKit.PDFDocument, resume: Resume): void {
  const styles = resumeStyles(resume, 8.8);
  const column = new Column(doc, {
    x: MARGIN,
    widthPt: PAGE.widthPt - 2 * MARGIN,
    top: 38,
    topOfNext: 42,
    bottom: PAGE.heightPt - 40,
  });
  column.pair([{ text: resume.name, style: styles.name }], [{ text: resume.headline, style: styles.headline }], {
    afterPt: 2,
  });
  column.block([{ text: contactLines(resume).join("   "), style: styles.muted }], { afterPt: 2 });
  for (const section of resume.sections) {
    const heading = (target: Column, title: string) => {
      target.block([{ text: title, style: styles.section }], { beforePt: 8, afterPt: 2, keepPt: 40 });
    };
    if (section.kind === "stations") {
      heading(column, section.title);
      drawStations(column, section, styles);
    } else {
      writeSection(column, section, styles, { heading, dates: "wide", gapPt: 5 });
    }
  }
}

function drawStations(
  column: Column,
  section: Extract<ResumeSection, { kind: "stations" }>,
  styles: ResumeStyles,
): void {
  drawTable(column, {
    shares: [0.16, 0.27, 0.57],
    rows: section.items.map((item) => [
      [{ text: item.when, style: styles.muted }],
      [
        { text: item.title, style: styles.bold },
        { text: item.organisation ? `\n${item.organisation}` : "", style: styles.muted },
      ],
      [{ text: item.lines.join("\n"), style: styles.body }],
    ]),
    ruleColor: styles.accent,
    headerRows: 0,
    headerFill: null,
    padPt: 4,
  });
}
