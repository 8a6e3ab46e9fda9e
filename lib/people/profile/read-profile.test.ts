/**
 * @file Profiles of small invented résumés: what is read, where it stands, what is counted.
 */
import { describe, expect, it, test } from "vitest";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { profileOutput } from "../../contracts/profile";
import { createTaxonomy } from "../taxonomy/create-taxonomy";
import { latestJob } from "./latest-job";
import { readProfile } from "./read-profile";
import type { Profile } from "./types";

const skill = (id: string, en: string, zh: string, kind: "technology" | "language" = "technology") => ({ id, name: { en, zh }, aliases: { en: [], zh: [] }, kind, parent: null, related: [] });
const TAXONOMY = createTaxonomy([skill("sap", "SAP", "SAP"), skill("excel", "Excel", "电子表格"), skill("python", "Python", "Python")]);

async function read(text: string, name = "cv.md"): Promise<{ profile: Profile; text: string }> {
  const document = await extractDocument(new TextEncoder().encode(text), name);
  const profile = readProfile(document, { source: name, asOf: "2026-03", taxonomy: TAXONOMY });
  checkSpans(profile, document.text);
  expect(profileOutput.parse(profile)).toEqual(profile);
  return { profile, text: document.text };
}

/** Every value with a span is the text at that span (dates and counted values excepted: their span says what they came from). */
function checkSpans(node: unknown, text: string): void {
  if (Array.isArray(node)) for (const one of node) checkSpans(one, text);
  if (typeof node !== "object" || node === null) return;
  if ("value" in node && typeof node.value === "string" && "span" in node && !("precision" in node)) {
    const { start, end } = node.span as { start: number; end: number };
    expect(text.slice(start, end).replace(/\s/g, "")).toBe(node.value.replace(/\s/g, ""));
    expect(end).toBeGreaterThan(start);
  }
  for (const child of Object.values(node)) checkSpans(child, text);
}

const jobs = (profile: Profile) => profile.experience.map((job) => [job.title?.value, job.organisation?.value, job.start?.value, job.end?.value, job.months]);

const ENGLISH = `# Ida Brandt

Strategic buyer

Leeds, UK | ida.brandt@example.test | +44 7700 900999 | Date of birth: 3 May 1990

## Profile

Buyer with 9 years of experience. Knows Python.

## Experience

### Strategic buyer, Norrland Castings Ltd, Leeds, 03/2019 – present

- Bought castings for GBP 4 million with SAP.

### Buyer, Harbour Foods plc, 2015 – 2017

- Price lists in Excel.

### Assistant, Harbour Foods plc, Jan 2016 – Jun 2016

## Education

### BSc Supply Chain Management, Aire University, 2011 – 2014

## Languages

- English (native), German (B1)

## Skills

- Incoterms, should-cost models

## Certificates

- MCIPS (2021)
`;

describe("readProfile", () => {
  it("reads an English résumé", async () => {
    const { profile } = await read(ENGLISH);
    expect([profile.name?.value, profile.headline?.value, profile.contacts.map((one) => `${one.kind} ${one.value}`)]).toEqual(["Ida Brandt", "Strategic buyer", ["place Leeds, UK", "email ida.brandt@example.test", "phone +44 7700 900999"]]);
    expect(profile.personal.map((one) => `${one.kind} ${one.value}`)).toEqual(["birth 3 May 1990"]);
    expect(jobs(profile)).toEqual([
      ["Strategic buyer", "Norrland Castings Ltd", "2019-03", "2026-03", 85],
      ["Buyer", "Harbour Foods plc", "2015-01", "2017-12", 24],
      ["Assistant", "Harbour Foods plc", "2016-01", "2016-06", 6],
    ]);
    expect(profile.education.map((one) => [one.level, one.degree?.value, one.field?.value, one.institution?.value, one.end?.value])).toEqual([["bachelor", "BSc", "Supply Chain Management", "Aire University", "2014-12"]]);
    expect(profile.languages.map((one) => [one.value, one.canonical, one.level?.value])).toEqual([["English", "en", "native"], ["German", "de", "B1"]]);
    expect(profile.certifications.map((one) => [one.value, one.date?.value])).toEqual([["MCIPS (2021)", "2021-01"]]);
    expect(profile.sections.map((one) => one.kind)).toEqual(["header", "summary", "experience", "education", "languages", "skills", "certifications"]);
  });

  it("tells skills that work shows from those that are only said, each with its line", async () => {
    const { profile, text } = await read(ENGLISH);
    expect(profile.skills.map((one) => [one.canonical, one.state, one.evidence.map((span) => text.slice(span.start, span.end))])).toEqual([
      ["python", "stated", ["Buyer with 9 years of experience. Knows Python."]],
      ["sap", "verified", ["Bought castings for GBP 4 million with SAP."]],
      ["excel", "verified", ["Price lists in Excel."]],
      [null, "stated", ["Incoterms, should-cost models"]],
      [null, "stated", ["Incoterms, should-cost models"]],
    ]);
  });

  it("counts overlapping jobs once and shows the time between jobs as it certainly was", async () => {
    const { profile } = await read(ENGLISH);
    // 2015 to 2017 from middle to middle holds January to June 2016: 24 + 85 months.
    expect(profile.yearsOfExperience).toMatchObject({ value: 9.1, basis: "dates" });
    expect(profile.statedYears?.value).toBe(9);
    expect(profile.gaps).toMatchObject([{ from: "2018-01", to: "2019-02", months: 14 }]);
    expect(latestJob(profile)?.title?.value).toBe("Strategic buyer");
  });

  it("reads a Chinese form", async () => {
    const { profile } = await read("# 个人简历\n\n姓名：陈雨桐 性别：女\n\n求职意向：数据分析师\n\n现居住地：杭州\n\n## 工作经历\n\n2019年3月至今 杭州远帆物流有限公司数据分析师\n\n负责Python报表。\n\n2016.7-2019.2 物流调度 苏州云港仓储有限公司\n\n## 教育背景\n\n2012-2016 江南学院（本科）统计学\n\n## 语言\n\n英语CET-6\n");
    expect([profile.name?.value, profile.headline?.value, profile.personal.map((one) => one.value)]).toEqual(["陈雨桐", "数据分析师", ["女"]]);
    expect(jobs(profile)).toEqual([
      ["数据分析师", "杭州远帆物流有限公司", "2019-03", "2026-03", 85],
      ["物流调度", "苏州云港仓储有限公司", "2016-07", "2019-02", 32],
    ]);
    expect(profile.education.map((one) => [one.level, one.institution?.value.slice(0, 4)])).toEqual([["bachelor", "江南学院"]]);
    expect(profile.languages.map((one) => [one.canonical, one.level?.value])).toEqual([["en", "CET-6"]]);
    expect(profile.skills.map((one) => one.canonical)).toEqual(["python"]);
  });

  it("reads dates over several lines, an organisation below the dates, a title above them", async () => {
    const { profile } = await read("EXPERIENCE\nJanuary 2013\nto\nCurrent\nSenior Payroll Analyst\nNorrland Group\nRan payroll for 900 people in four countries every month.\nEDUCATION\nBA, 2010\n", "cv.txt");
    expect(jobs(profile)).toEqual([["Senior Payroll Analyst", "Norrland Group", "2013-01", "2026-03", 159]]);
    const above = await read("EXPERIENCE\n\nProcess Consultant\nJanuary 2014 to May 2015 Castle Consulting Ltd\n\nWrote 14 procedures that people still use in the warehouse today.\n\nHead of Stores\nMay 2011 to June 2012 Dock Stores Ltd\n", "cv.txt");
    expect(jobs(above.profile).map(([title, organisation]) => [title, organisation])).toEqual([["Process Consultant", "Castle Consulting Ltd"], ["Head of Stores", "Dock Stores Ltd"]]);
  });

  it("takes time that the résumé itself calls a break for no job", async () => {
    const { profile } = await read("# Ida Brandt\n\nida@example.test\n\n## Work\n\n### Buyer, Harbour Foods plc, 2016 – 2018\n\n### Career break, two children, 2018 – 2021\n\n### Buyer, Norrland Castings Ltd, 2021 – present\n");
    expect(profile.experience.map((job) => job.organisation?.value)).toEqual(["Harbour Foods plc", "Norrland Castings Ltd"]);
    expect(profile.gaps).toMatchObject([{ from: "2019-01", to: "2020-12", months: 24 }]);
  });

  it("says nothing of a person when the text says nothing", async () => {
    const { profile } = await read("Some notes about gardens and rivers.\n\nNothing about anyone, for 3 years now.");
    expect([profile.name, profile.headline, profile.experience, profile.skills, profile.yearsOfExperience]).toEqual([null, null, [], [], null]);
    expect(profile.warnings).toContain("No job with a title or dates was found: read the document itself.");
  });

  it("gives the same bytes for the same text", async () => {
    const [first, second] = [await read(ENGLISH), await read(ENGLISH)];
    expect(JSON.stringify(second.profile)).toBe(JSON.stringify(first.profile));
  });
});

test.each(["李明（Li Ming）", "Li Ming 李明", "王芳 (Fanny)", "van der Berg, Jan", 'Jan "Johnny" Smit', "Name: Smit, Jan Pieter"])("a header may write a name as %s", async (written) => {
  const { profile } = await read(`${written}\nSoftware Engineer\njan@example.test\n\nExperience\n\nSoftware Engineer, Bank (2015 - 2020)\n- built APIs\n`, "cv.txt");
  expect(profile.name?.value).toBe(written.replace("Name: ", ""));
});

test.each(["Leeds, England", "Java, Python", "王芳 Java"])("%s is no name", async (written) => {
  const { profile } = await read(`${written}\nSoftware Engineer\njan@example.test\n\nExperience\n\nSoftware Engineer, Bank (2015 - 2020)\n- built APIs\n`, "cv.txt");
  expect(profile.name).toBeNull();
});
