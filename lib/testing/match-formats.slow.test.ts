/**
 * @file The same résumé as Markdown, three kinds of DOCX and a PDF: the same score, part by part. Real files made by the demo
 * company's writers, read by the product's extractors.
 */
import { describe, expect, it } from "vitest";
import { renderResume } from "../../db/seed/generate/resume/render";
import type { Resume } from "../../db/seed/people/resume";
import { RESUMES } from "../../db/seed/people/resumes";
import { extractDocument } from "../knowledge/extract/extract-document";
import { BASE_RULESET } from "../people/match/base-ruleset";
import { prepareRequest, scoreSubject } from "../people/match/score-subject";
import { subjectOfDocument } from "../people/match/subject-of-profile";
import { readRequirements } from "../people/requirements/read-requirements";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";

const JOB = "# Automation Engineer\n\n## Requirements\n- PLC programming (Siemens or Rockwell)\n- 5 years as an automation engineer\n- Bachelor's degree in electrical engineering\n- commissioning on site\n- hydraulics\n- English\n- project management\n";
const FORMATS = [["md", "sections"], ["docx", "headings"], ["docx", "plain"], ["docx", "table"], ["pdf", "classic"]] as const;
const IDS = ["marta-lindqvist-brandao", "ikenna-obafemi", "greta-hollenbach"];

describe("one résumé in five files", () => {
  const read = readRequirements(JOB, { taxonomy: BASE_TAXONOMY });
  const prepared = prepareRequest({ requirements: read.requirements, title: read.title?.text ?? null }, { ruleset: BASE_RULESET, taxonomy: BASE_TAXONOMY });

  it.each(IDS)("%s", async (id) => {
    const resume = RESUMES.find((one) => one.id === id);
    if (!resume) throw new Error(`the demo company has no résumé ${id}`);
    const cards: unknown[] = [];
    for (const [format, layout] of FORMATS) {
      const bytes = await renderResume({ ...resume, format, layout } as Resume);
      const subject = subjectOfDocument(await extractDocument(bytes, `resume.${format}`), { taxonomy: BASE_TAXONOMY, asOf: "2026-03" });
      const { score, mustHavesMet, parts } = scoreSubject(subject, prepared);
      cards.push({ score, mustHavesMet, months: subject.monthsOfWork, parts: parts.map(({ name, score: points, met, standing }) => ({ name, points, met, standing })) });
    }
    for (const card of cards.slice(1)) expect(card).toEqual(cards[0]);
    expect(cards[0]).toMatchObject({ months: expect.any(Number) as number });
  });
});
