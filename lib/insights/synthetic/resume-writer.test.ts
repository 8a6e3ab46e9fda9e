/** @file Invented résumés: years that add up, what the row says and nothing else, said to be invented, the same every time. */
import { expect, test } from "vitest";
import { bytesOf } from "../demo-table.fixture";
import { readTable } from "../table/read-table";
import { writeResume, writeResumes } from "./resume-writer";

const facts = { title: "Research Scientist", department: "R&D", field: "Life Sciences", degree: "4", yearsInAll: 17, yearsHere: 5, employersBefore: 3 };
const options = { language: "en", seed: 4, month: "2026-11" } as const;
const spans = (markdown: string): [string, string][] => [...markdown.matchAll(/^(\d{4}-\d{2}) – (present|\d{4}-\d{2})$/gm)].map(([, from = "", to = ""]) => [from, to]);

test("the posts follow one another without gaps and add up to the years of the row", () => {
  for (let seed = 0; seed < 40; seed++) {
    const { markdown } = writeResume(facts, { ...options, seed });
    const posts = spans(markdown);
    expect(posts.length).toBe(4);
    expect(posts[0]).toEqual(["2021-11", "present"]);
    posts.slice(1).forEach(([from, to], at) => {
      expect(to).toBe(posts[at]?.[0]);
      expect(from < to).toBe(true);
    });
    expect(posts.at(-1)?.[0]).toBe("2009-11");
    expect(markdown).toContain("17 years of work, 5 with the present employer.");
  }
});

test("it says that it is invented, names degree and field, and leaves out what the row does not say", () => {
  const { markdown } = writeResume(facts, options);
  expect(markdown).toContain("> Invented from the statistics of a table");
  expect(markdown).toContain("Master, Life Sciences, 2008");
  const bare = writeResume({ ...facts, department: null, field: null, degree: null, yearsInAll: null, yearsHere: 2, employersBefore: null }, options).markdown;
  expect(bare).not.toContain("## Education");
  expect(spans(bare)).toEqual([["2024-11", "present"]]);
  expect(writeResume(facts, { ...options, language: "zh" }).markdown).toContain("工作 17 年，现单位 5 年。");
});

test("columns are found by their names; a table that tells no career gives none; equal seeds, equal texts", async () => {
  const read = async (csv: string) => (await readTable(bytesOf(csv), "t.csv")).table;
  const table = await read("JobRole,Department,EducationField,Education,TotalWorkingYears,YearsAtCompany,NumCompaniesWorked\nManager,Sales,Medical,3,9,4,1\nNurse,Care,Other,2,1,1,0\n");
  const written = writeResumes(table, 10, options);
  expect(written.length).toBe(2);
  expect(written[0]?.markdown).toMatch(/^### Manager, /m);
  expect(spans(written[0]?.markdown ?? "").map(([from]) => from)).toEqual(["2022-11", "2017-11"]);
  expect(writeResumes(table, 10, options)).toEqual(written);
  expect(writeResumes(await read("Pay,Hours\n1,2\n3,4\n"), 10, options)).toEqual([]);
});
