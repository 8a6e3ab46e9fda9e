/**
 * @file Résumé → Markdown, as people who keep theirs in a repository write it ("sections") or as a few lines typed
 * into a form ("terse").
 */
import type { Resume, ResumeSection } from "../../people/resume";
import { contactLines } from "./styles";

type MarkdownResume = Extract<Resume, { format: "md" }>;

export function renderResumeMarkdown(resume: MarkdownResume): string {
  const terse = resume.layout === "terse";
  const head = terse
    ? [`**${resume.name}**, ${resume.headline}`, contactLines(resume).join(" / ")]
    : [
        `# ${resume.name}`,
        `*${resume.headline}*`,
        contactLines(resume)
          .map((line) => `- ${line}`)
          .join("\n"),
      ];
  return `${[...head, ...resume.sections.map((section) => renderSection(section, terse))].join("\n\n")}\n`;
}

function renderSection(section: ResumeSection, terse: boolean): string {
  const title = terse ? `**${section.title}**` : `## ${section.title}`;
  return `${title}\n\n${renderBody(section, terse)}`;
}

function renderBody(section: ResumeSection, terse: boolean): string {
  if (section.kind === "text") return section.text;
  if (section.kind === "list") return section.items.map((item) => `- ${item}`).join("\n");
  if (section.kind === "pairs")
    return section.items.map(([label, value]) => (label ? `- **${label}**: ${value}` : `- ${value}`)).join("\n");
  return section.items
    .map((item) => {
      const head = [item.title, item.organisation, item.when].filter((part) => part !== "").join(", ");
      const lines = item.lines.map((line) => `- ${line}`).join("\n");
      return terse ? `${head}\n${lines}` : `### ${head}\n\n${lines}`;
    })
    .join("\n\n");
}
