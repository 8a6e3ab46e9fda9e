/**
 * @file Layout changes nothing: invented résumés (posts, date forms and texts drawn by chance) set as Markdown and as PDFs in one
 * column, with a sidebar on either side, and with dates in a column of their own give the same score, months and parts.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderResume } from "../../db/seed/generate/resume/render";
import { aside, list, station, stations, text, type Resume, type ResumeLayout } from "../../db/seed/people/resume";
import { RESUMES } from "../../db/seed/people/resumes";
import { extractDocument } from "../knowledge/extract/extract-document";
import { BASE_RULESET } from "../people/match/base-ruleset";
import { prepareRequest, scoreSubject } from "../people/match/score-subject";
import { subjectOfDocument } from "../people/match/subject-of-profile";
import { readRequirements } from "../people/requirements/read-requirements";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";

const JOBS = {
  en: "# Automation Engineer\n\n## Requirements\n- PLC programming (Siemens or Rockwell)\n- 5 years as an automation engineer\n- Bachelor's degree in electrical engineering\n- hydraulics\n- English at B2\n- project management\n- welding\n- maintenance\n",
  zh: "# 自动化工程师\n\n## 任职要求\n- PLC编程（西门子或罗克韦尔）\n- 5年以上自动化工程师经验\n- 液压\n- 英语\n- 项目管理\n- 焊接\n- 维修\n",
};
const LAYOUTS: readonly ResumeLayout[] = [
  { format: "md", layout: "sections" },
  { format: "pdf", layout: "classic" },
  { format: "pdf", layout: "sidebar-left" },
  { format: "pdf", layout: "sidebar-right" },
  { format: "pdf", layout: "timeline" },
  { format: "docx", layout: "headings" },
  { format: "docx", layout: "table" },
];

const prepared = Object.fromEntries(
  Object.entries(JOBS).map(([language, job]) => {
    const read = readRequirements(job, { taxonomy: BASE_TAXONOMY });
    return [language, prepareRequest({ requirements: read.requirements, title: read.title?.text ?? null }, { ruleset: BASE_RULESET, taxonomy: BASE_TAXONOMY })];
  }),
) as Record<"en" | "zh", ReturnType<typeof prepareRequest>>;

async function cardOf(resume: Resume, layout: ResumeLayout) {
  const bytes = await renderResume({ ...resume, ...layout });
  const subject = subjectOfDocument(await extractDocument(bytes, `resume.${layout.format}`), { taxonomy: BASE_TAXONOMY, asOf: "2026-03" });
  const { score, mustHavesMet, parts } = scoreSubject(subject, prepared[resume.language]);
  return { score, mustHavesMet, months: subject.monthsOfWork, parts: parts.map(({ name, score: points, met }) => ({ name, points, met })) };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DATES: readonly ((year: number, month: number) => string)[] = [
  (year, month) => `${MONTHS[month - 1] ?? ""} ${year}`,
  (year, month) => `${String(month).padStart(2, "0")}/${year}`,
  (year, month) => `${year}-${String(month).padStart(2, "0")}`,
  (year) => String(year),
];
const SEPARATORS = [" – ", " to ", " - ", "–"];
const TITLES = ["Automation engineer", "Maintenance technician", "Controls engineer", "Welder", "Production supervisor", "Commissioning engineer"];
const EMPLOYERS = ["Kolk & Kering Engineering, Delft", "Pellworth Packaging, Doncaster", "Whitehall Valve Works, Leeds", "Ruhrwerk Wassertechnik AG"];
const DONE = ["PLC programming with TIA Portal on six dosing plants.", "Maintenance of hydraulics on three presses, day and night.", "Project management for a new line, EUR 2 m, four months.", "MIG welding of frames up to eight metres, X-rayed."];

const resumes: fc.Arbitrary<Resume> = fc
  .record({ count: fc.integer({ min: 1, max: 4 }), form: fc.nat(DATES.length - 1), separator: fc.constantFrom(...SEPARATORS), years: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), picks: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }), sides: fc.boolean(), summary: fc.boolean() })
  .map(({ count, form, separator, years, picks, sides, summary }): Resume => {
    const write = DATES[form] ?? DATES[0]!;
    let year = 2026;
    const posts = Array.from({ length: count }, (_, i) => {
      const [end, month] = [year, 1 + ((picks[i] ?? 0) % 11)];
      year -= years[i] ?? 1;
      const until = i === 0 ? "present" : write(end, month);
      return station(TITLES[(picks[i + 4] ?? 0) % TITLES.length] ?? "", EMPLOYERS[i] ?? "", `${write(year, month + 1)}${separator}${until}`, ...DONE.slice(0, 1 + ((picks[i + 8] ?? 0) % DONE.length)));
    });
    const side = (section: ReturnType<typeof list>) => (sides ? aside(section) : section);
    return {
      ...LAYOUTS[0]!, id: "drawn", language: "en", name: "Ida Brandt", headline: "Automation engineer, water works", location: "Leeds", email: "ida@example.org", phone: "07700 900859", details: [], look: { accent: "#2d5d7b", family: "sans" },
      sections: [...(summary ? [text("Profile", "Ten years of starting up pumps that were only drawings the month before.")] : []), stations("Experience", ...posts), side(list("Skills", "PLC programming", "Hydraulics", "Excel")), side(list("Languages", "English C1", "German B1"))],
    };
  });

describe("layout changes nothing", () => {
  it("for résumés drawn by chance", async () => {
    await fc.assert(
      fc.asyncProperty(resumes, async (resume) => {
        const plain = await cardOf(resume, LAYOUTS[0]!);
        expect(plain.months).toBeGreaterThan(0);
        for (const layout of LAYOUTS.slice(1)) expect({ layout, ...(await cardOf(resume, layout)) }).toEqual({ layout, ...plain });
      }),
      { numRuns: 12, seed: 20261123 },
    );
  }, 240_000);

  // Every fourth; and whose employer's name sounds like the role ("苏州澜港自动化有限公司"), in some layouts on the title's line.
  const people = RESUMES.filter(({ id, look }, i) => !look.hiddenText && id !== "zoe-odd-characters" && (i % 4 === 0 || ["guo-yanzhou", "jiang-wangchuan"].includes(id)));
  it.each(people.map((resume) => [resume.id, resume] as const))("for %s of the demo company", async (_, resume) => {
    const plain = await cardOf(resume, LAYOUTS[0]!);
    for (const layout of LAYOUTS.slice(1)) expect({ layout, ...(await cardOf(resume, layout)) }).toEqual({ layout, ...plain });
  }, 60_000);
});
