/**
 * @file Résumé → DOCX in three habits: "headings" with real heading styles, "table" with the career as a table, and
 * "plain", where bold capitals stand for headings as many people type them.
 */
import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Resume, ResumeSection, Station } from "../../people/resume";
import { renderDocx } from "../docx-file";
import { contactLines } from "./styles";

type DocxResume = Extract<Resume, { format: "docx" }>;
type Child = Paragraph | Table;

export async function renderResumeDocx(resume: DocxResume): Promise<Uint8Array> {
  const children: Child[] = [
    ...headChildren(resume),
    ...resume.sections.flatMap((section) => sectionChildren(section, resume)),
  ];
  const accent = resume.look.accent.replace("#", "");
  return renderDocx({ title: resume.name, author: resume.name, language: resume.language, accent, children });
}

function headChildren(resume: DocxResume): Child[] {
  const contacts = contactLines(resume);
  const name =
    resume.layout === "plain"
      ? new Paragraph({ children: [new TextRun({ text: resume.name, bold: true, size: 32 })] })
      : new Paragraph({ text: resume.name, heading: HeadingLevel.TITLE });
  if (resume.layout !== "table") return [name, paragraph(resume.headline), paragraph(contacts.join(" | "))];
  const cell = (text: string) => new TableCell({ children: [paragraph(text)], borders: NO_BORDERS });
  const rows: TableRow[] = [];
  for (let i = 0; i < contacts.length; i += 2)
    rows.push(new TableRow({ children: [cell(contacts[i] ?? ""), cell(contacts[i + 1] ?? "")] }));
  return [name, paragraph(resume.headline), fullTable(rows)];
}

function sectionChildren(section: ResumeSection, resume: DocxResume): Child[] {
  const children: Child[] = [heading(section.title, resume)];
  if (section.kind === "text") children.push(paragraph(section.text));
  else if (section.kind === "list") children.push(...section.items.map(bullet));
  else if (section.kind === "pairs") children.push(...pairChildren(section.items, resume));
  else if (resume.layout === "table") children.push(fullTable(section.items.map(stationRow)));
  else children.push(...section.items.flatMap((item) => stationChildren(item, resume)));
  return children;
}

function heading(title: string, resume: DocxResume): Paragraph {
  if (resume.layout !== "plain") return new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 });
  const words = resume.language === "zh" ? `【${title}】` : title.toUpperCase();
  return new Paragraph({ spacing: { before: 200 }, children: [new TextRun({ text: words, bold: true })] });
}

function stationChildren(item: Station, resume: DocxResume): Paragraph[] {
  if (resume.layout === "plain") {
    const first = [item.when, item.title, item.organisation]
      .filter((part) => part !== "")
      .join(resume.language === "zh" ? "  " : ", ");
    return [
      new Paragraph({ children: [new TextRun({ text: first, bold: true })] }),
      ...item.lines.map((line) => paragraph(`- ${line}`)),
    ];
  }
  return [
    new Paragraph({ text: item.title, heading: HeadingLevel.HEADING_2 }),
    new Paragraph({
      children: [
        new TextRun({ text: [item.organisation, item.when].filter((part) => part !== "").join(", "), italics: true }),
      ],
    }),
    ...item.lines.map(bullet),
  ];
}

function stationRow(item: Station): TableRow {
  const what = [
    new Paragraph({ children: [new TextRun({ text: item.title, bold: true })] }),
    ...(item.organisation ? [paragraph(item.organisation)] : []),
    ...item.lines.map(bullet),
  ];
  return new TableRow({
    children: [
      new TableCell({ width: { size: 20, type: WidthType.PERCENTAGE }, children: [paragraph(item.when)] }),
      new TableCell({ width: { size: 80, type: WidthType.PERCENTAGE }, children: what }),
    ],
  });
}

function pairChildren(items: readonly (readonly [string, string])[], resume: DocxResume): Paragraph[] {
  return items.map(
    ([label, value]) =>
      new Paragraph({
        children: [
          new TextRun({ text: label ? `${label}${resume.language === "zh" ? "：" : ": "}` : "", bold: true }),
          new TextRun(value),
        ],
      }),
  );
}

const NO_BORDERS = {
  top: { style: BorderStyle.NONE },
  bottom: { style: BorderStyle.NONE },
  left: { style: BorderStyle.NONE },
  right: { style: BorderStyle.NONE },
};

function fullTable(rows: TableRow[]): Table {
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(text)] });
}

function bullet(text: string): Paragraph {
  return new Paragraph({ text, bullet: { level: 0 } });
}
