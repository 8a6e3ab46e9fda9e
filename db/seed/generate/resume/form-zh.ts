/**
 * @file Layout "form-zh": the Chinese table form (个人简历): personal data in a grid with a photo frame, then one row
 * per section with its title in the left cell.
 */
import type { Resume, ResumeSection } from "../../people/resume";
import { Column } from "../column";
import { PAGE } from "../pdf-file";
import { drawTable } from "../table";
import type { Run } from "../typeset";
import { resumeStyles } from "./styles";
import type { ResumeStyles } from "./styles";

const MARGIN = 44;
const PHOTO_WIDTH = 88;
const RULE = "#6b7280";

export function drawFormZh(doc: PDFKit.PDFDocument, resume: Resume): void {
  const styles = resumeStyles(resume, 9.4);
  const page = { top: 42, topOfNext: 46, bottom: PAGE.heightPt - 44 };
  const column = new Column(doc, { x: MARGIN, widthPt: PAGE.widthPt - 2 * MARGIN, ...page });
  column.block([{ text: "个人简历", style: { ...styles.name, sizePt: 20, color: resume.look.accent } }], {
    align: "center",
    afterPt: 8,
  });
  drawPersonalData(column, resume, styles, page);
  for (const section of resume.sections) drawSectionRows(column, section, styles);
}

function drawPersonalData(
  column: Column,
  resume: Resume,
  styles: ResumeStyles,
  page: { topOfNext: number; bottom: number },
): void {
  const cells: [string, string][] = [
    ["姓名", resume.name],
    ["求职意向", resume.headline],
    ["现居地", resume.location],
    ["电话", resume.phone],
    ["邮箱", resume.email],
    ...resume.details.map(([label, value]): [string, string] => [label, value]),
  ];
  const grid = new Column(column.doc, {
    ...page,
    x: MARGIN,
    widthPt: column.area.widthPt - PHOTO_WIDTH,
    top: column.y,
  });
  const startY = column.y;
  const rows: Run[][][] = [];
  for (let i = 0; i < cells.length; i += 2) {
    rows.push(
      cells
        .slice(i, i + 2)
        .flatMap(([label, value]) => [[{ text: label, style: styles.bold }], [{ text: value, style: styles.body }]]),
    );
  }
  drawTable(grid, {
    shares: [0.15, 0.35, 0.15, 0.35],
    rows,
    headerRows: 0,
    headerFill: null,
    ruleColor: RULE,
    padPt: 4,
  });
  const doc = column.doc;
  doc.save().lineWidth(0.5).strokeColor(RULE).strokeOpacity(0.6);
  doc
    .rect(MARGIN + grid.area.widthPt, startY, PHOTO_WIDTH, grid.y - startY)
    .stroke()
    .restore();
  column.y = grid.y;
}

/** The title cell stands beside each part, so that a long section can go on on the next page. */
function drawSectionRows(column: Column, section: ResumeSection, styles: ResumeStyles): void {
  const title: Run[] = [{ text: section.title, style: styles.section }];
  const rows = sectionCells(section, styles).map((cell, i): Run[][] => [
    i === 0 ? title : [{ text: "", style: styles.body }],
    cell,
  ]);
  drawTable(column, { shares: [0.15, 0.85], rows, headerRows: 0, headerFill: null, ruleColor: RULE, padPt: 5 });
}

function sectionCells(section: ResumeSection, styles: ResumeStyles): Run[][] {
  const body = styles.body;
  if (section.kind === "text") return [[{ text: section.text, style: body }]];
  if (section.kind === "list") return [[{ text: section.items.join("\n"), style: body }]];
  if (section.kind === "pairs") {
    return [
      section.items.flatMap(([label, value], i): Run[] => [
        { text: `${i > 0 ? "\n" : ""}${label}${label ? "：" : ""}`, style: styles.bold },
        { text: value, style: body },
      ]),
    ];
  }
  return section.items.map((item): Run[] => [
    { text: item.when ? `${item.when}  ` : "", style: styles.muted },
    { text: item.organisation ? `${item.organisation}  ` : "", style: styles.bold },
    { text: item.title, style: styles.bold },
    { text: item.lines.map((line) => `\n${line}`).join(""), style: body },
  ]);
}
