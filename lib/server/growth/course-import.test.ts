/** @file Courses from files: what each form says is taken, what cannot be read is named by its line. */
import { expect, test } from "vitest";
import { readCourses } from "./course-import";

test("CSV: columns, skills by name or id, and a line that is none is named", () => {
  const { courses, problems } = readCourses("title,title_zh,hours,price,currency,languages,skills\nSQL first steps,SQL 入门,6,120,EUR,en;zh,SQL:2\n,,,,,,\nWelding,,x,0,EUR,en,no-such-skill:2", "csv");
  expect(courses).toEqual([expect.objectContaining({ id: "sql-first-steps", title: { en: "SQL first steps", zh: "SQL 入门" }, hours: 6, price: { amount: 120, currency: "EUR" }, languages: ["en", "zh"], teaches: [{ skillId: "sql", level: 2 }] })]);
  expect(problems.map(({ line }) => line)).toEqual([3, 4, 4]);
  expect(() => readCourses("name\nx", "csv")).toThrow(expect.objectContaining({ code: "request/invalid" }));
});

test("xAPI and SCORM: names and descriptions; a file of another kind is refused", () => {
  const xapi = readCourses(JSON.stringify({ id: "http://lms.example/activities/python-basics", definition: { name: { "en-US": "Python basics" }, description: { "en-US": "Begin here." } } }), "xapi");
  expect(xapi.courses).toEqual([expect.objectContaining({ id: "python-basics", summary: { en: "Begin here.", zh: "Begin here." }, teaches: [{ skillId: "python", level: 2 }] })]);
  const scorm = readCourses('<manifest><organizations><organization identifier="o1"><title>Risk &amp; safety</title></organization></organizations></manifest>', "scorm");
  expect(scorm.courses).toEqual([expect.objectContaining({ id: "risk-safety", title: { en: "Risk & safety", zh: "Risk & safety" } })]);
  expect(() => readCourses("{", "xapi")).toThrow(expect.objectContaining({ code: "request/invalid" }));
  expect(() => readCourses("<html>", "scorm")).toThrow(expect.objectContaining({ code: "request/invalid" }));
});
