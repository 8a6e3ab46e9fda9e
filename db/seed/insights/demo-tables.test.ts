/** @file The invented tables of people, reviews, skills and months: the same every time, about nobody but the directory, the planted law in them. */
import { csvParse } from "d3-dsv";
import { expect, test } from "vitest";
import { demoPatternsCsv, demoPeopleCsv, demoReviewsCsv, demoSeriesCsv, demoSkillsCsv, DEMO_SKILLS } from ".";
import { EMPLOYEES } from "../people/employees";

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const KEY = "Personnel number or e-mail";

test("every table is the same each time and names nobody outside of the directory", () => {
  for (const make of [demoPeopleCsv, demoReviewsCsv, demoSkillsCsv, demoPatternsCsv, demoSeriesCsv]) {
    expect(make()).toBe(make());
    const names = new Set(csvParse(make()).map((row) => row[KEY] ?? row["E-mail"] ?? ""));
    expect([...names].filter((name) => !/^V-\d{4}$/.test(name) && !EMPLOYEES.some(({ email }) => email === name))).toEqual([]);
  }
});

test("people: nobody of the directory has left; enough have, and those with more overtime more often", () => {
  const rows = csvParse(demoPeopleCsv());
  const left = rows.filter((row) => row["Attrition"] === "Yes");
  expect(left.length).toBeGreaterThan(60);
  expect(left.some((row) => row[KEY]?.includes("@"))).toBe(false);
  const overtime = (of: typeof left): number => mean(of.map((row) => Number(row["Overtime (hours)"])));
  expect(overtime(left)).toBeGreaterThan(overtime(rows.filter((row) => row["Attrition"] === "No")) + 2);
});

test("reviews: three ratings, each common enough to learn; clear goals go with the better one", () => {
  const rows = csvParse(demoReviewsCsv());
  const of = (rating: string) => rows.filter((row) => row["Performance rating"] === rating);
  for (const rating of ["2", "3", "4"]) expect(of(rating).length).toBeGreaterThan(60);
  expect(of("2").length + of("3").length + of("4").length).toBe(rows.length);
  expect(mean(of("4").map((row) => Number(row["Clear goals (1–5)"])))).toBeGreaterThan(mean(of("2").map((row) => Number(row["Clear goals (1–5)"]))) + 0.7);
});

test("ways of working: Field Service travels, the foundry has shifts, designers sit at home now and then", () => {
  const rows = csvParse(demoPatternsCsv());
  const usual = (department: string, column: string): number => mean(rows.filter((row) => row["Department"] === department).map((row) => Number(row[column])));
  expect(usual("Field Service", "Travel days a month")).toBeGreaterThan(usual("Finance", "Travel days a month") + 6);
  expect(usual("Foundry & Machining", "Night and weekend shifts a month")).toBeGreaterThan(usual("Engineering Design", "Night and weekend shifts a month") + 4);
  expect(usual("Engineering Design", "Home days a month")).toBeGreaterThan(usual("Drive Assembly", "Home days a month") + 4);
});

test("skills lie between 0 and 4; months begin where somebody began", () => {
  for (const row of csvParse(demoSkillsCsv())) for (const skill of DEMO_SKILLS) expect([0, 1, 2, 3, 4]).toContain(Number(row[skill]));
  const months = csvParse(demoSeriesCsv());
  for (const { email, startedOn } of EMPLOYEES) expect((months.find((row) => row["E-mail"] === email)?.["Month"] ?? "") >= startedOn.slice(0, 7)).toBe(true);
});
