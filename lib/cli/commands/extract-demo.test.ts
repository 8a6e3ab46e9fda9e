/**
 * @file Accuracy of profiles on the demo company's résumés, whose contents are known from their sources. Set as Markdown,
 * all 56 of them, in both languages; the PDFs and Word files of the same people are measured by hand
 * (lib/people/profile/README.md). The floors stand a little below what is reached: a change that loses entries fails.
 */
import { describe, expect, it } from "vitest";
import { renderResumeMarkdown } from "../../../db/seed/generate/resume/markdown";
import type { Resume, Station } from "../../../db/seed/people/resume";
import { RESUMES } from "../../../db/seed/people/resumes";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { readProfile } from "../../people/profile/read-profile";
import type { Profile } from "../../people/profile/types";

const WORK = /experience|work|employ|career|posts|jobs?$|工作|干过|项目与|实践/i;
const NOT_WORK = /education|training|school|stud|volunteer|教育|学历|项目经[历验]/i;

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
/** The same words, or one a good part of the other: towns and remarks behind a name are no error. */
const near = (found: string | undefined, truth: string): boolean => {
  const [a, b] = [fold(found ?? ""), fold(truth)];
  return a !== "" && (a === b || (b.includes(a) && a.length >= 0.45 * b.length) || (a.includes(b) && b.length >= 0.7 * a.length));
};

/**
 * One line of Markdown holds title, organisation and dates between commas; where the title has a comma of its own ("Buyer,
 * machined parts, Thessaly Machines") nothing tells the two apart, so the floors of title and organisation are lower here.
 * Work that the source names with dates; time off is none.
 */
const jobsOf = (resume: Resume): Station[] =>
  resume.sections.flatMap((section) => (section.kind === "stations" && WORK.test(section.title) && !NOT_WORK.test(section.title) ? section.items : [])).filter((job) => !/career break|relocation/i.test(job.title));

async function profiles(): Promise<{ resume: Resume; profile: Profile; text: string }[]> {
  return Promise.all(
    RESUMES.map(async (resume) => {
      const document = await extractDocument(new TextEncoder().encode(renderResumeMarkdown({ ...resume, format: "md", layout: "sections" })), `${resume.id}.md`);
      return { resume, text: document.text, profile: readProfile(document, { source: resume.id, asOf: "2026-03", taxonomy: null }) };
    }),
  );
}

describe("profiles of the demo company's résumés", async () => {
  const all = await profiles();
  const found = all.flatMap(({ resume, profile, text }) =>
    jobsOf(resume).map((job) => {
      const entry = profile.experience.find(({ start }) => start && fold(job.when).startsWith(fold(text.slice(start.span.start, start.span.end).replace(/^since /, ""))));
      return { job, entry };
    }),
  );
  const share = (rows: readonly boolean[]) => rows.filter(Boolean).length / rows.length;

  it("names and headlines", () => {
    expect(share(all.map(({ resume, profile }) => near(profile.name?.value, resume.name)))).toBeGreaterThanOrEqual(0.98);
    expect(share(all.map(({ resume, profile }) => near(profile.headline?.value, resume.headline)))).toBeGreaterThanOrEqual(0.95);
  });

  it("jobs with their dates, titles and organisations", () => {
    expect(found.length).toBeGreaterThan(100);
    const matched = found.filter(({ entry }) => entry !== undefined);
    expect(matched.length / found.length).toBeGreaterThanOrEqual(0.93);
    expect(share(matched.map(({ job, entry }) => near(entry?.title?.value, job.title)))).toBeGreaterThanOrEqual(0.83);
    expect(share(matched.map(({ job, entry }) => near(entry?.organisation?.value, job.organisation)))).toBeGreaterThanOrEqual(0.75);
  });

  it("e-mail addresses", () => {
    expect(share(all.map(({ resume, profile }) => profile.contacts.some(({ kind, value }) => kind === "email" && value === resume.email)))).toBeGreaterThanOrEqual(0.98);
  });
});
