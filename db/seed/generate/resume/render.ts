/**
 * @file Résumé → bytes in its own format.
 */
import type { Resume } from "../../people/resume";
import { renderResumeDocx } from "./docx";
import { renderResumeMarkdown } from "./markdown";
import { renderResumePdf } from "./pdf";

export async function renderResume(resume: Resume): Promise<Uint8Array> {
  switch (resume.format) {
    case "pdf":
      return renderResumePdf(resume);
    case "docx":
      return renderResumeDocx(resume);
    case "md":
      return new TextEncoder().encode(renderResumeMarkdown(resume));
  }
}
