/**
 * @file Résumé → PDF in the layout that it names.
 */
import type { Resume } from "../../people/resume";
import { renderPdf } from "../pdf-file";
import { drawLine, breakLines } from "../typeset";
import { drawClassic } from "./classic";
import { drawCompact } from "./compact";
import { drawFormZh } from "./form-zh";
import { drawSidebar } from "./sidebar";
import { resumeStyles } from "./styles";
import { drawTimeline } from "./timeline";

type PdfResume = Extract<Resume, { format: "pdf" }>;

const LAYOUTS: Record<PdfResume["layout"], (doc: PDFKit.PDFDocument, resume: Resume) => void> = {
  classic: drawClassic,
  "sidebar-left": (doc, resume) => drawSidebar(doc, resume, "left"),
  "sidebar-right": (doc, resume) => drawSidebar(doc, resume, "right"),
  timeline: drawTimeline,
  compact: drawCompact,
  "form-zh": drawFormZh,
};

export async function renderResumePdf(resume: PdfResume): Promise<Uint8Array> {
  const language = resume.language === "zh" ? "zh-CN" : "en";
  return renderPdf({ title: resume.name, author: resume.name, language }, (doc) => {
    LAYOUTS[resume.layout](doc, resume);
    if (resume.look.hiddenText) hideText(doc, resume.look.hiddenText, resume);
  });
}

/** White on white at the foot of the first page. */
function hideText(doc: PDFKit.PDFDocument, words: string, resume: Resume): void {
  doc.switchToPage(0);
  const style = { ...resumeStyles(resume, 5).body, color: "#ffffff" };
  const lines = breakLines([{ text: words, style }], 480);
  for (const [i, line] of lines.entries()) drawLine(doc, line, { x: 56, y: 800 + i * line.heightPt });
}
