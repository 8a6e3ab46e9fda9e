/** @file Courses from files: what each form says is taken, what cannot be read is named by its line. */
import { expect, test } from "vitest";
import { chineseLine } from "../../browser/chinese-import-lines";
import { readCourses } from "./course-import";
import { learningHours } from "./learning-time";

test("CSV: columns, skills by name or id, and a line that is none is named", () => {
  const { courses, problems } = readCourses("title,title_zh,hours,price,currency,languages,skills\nSQL first steps,SQL 入门,6,120,EUR,en;zh,SQL:2\n,,,,,,\nWelding,,x,0,EUR,en,no-such-skill:2", "csv");
  expect(courses).toEqual([expect.objectContaining({ id: "sql-first-steps", title: { en: "SQL first steps", zh: "SQL 入门" }, hours: 6, price: { amount: 120, currency: "EUR" }, languages: ["en", "zh"], teaches: [{ skillId: "sql", level: 2 }] })]);
  expect(problems).toEqual([
    { line: 3, message: "id: must be of lower case letters, digits and hyphens; languages: is missing" },
    { line: 4, message: "skill not in the list: no-such-skill" },
    { line: 4, message: "hours: must be a number" },
  ]);
  const wrong = readCourses(`title,kind,hours,price,currency,languages,provider\nAlpha,seminar,-1,-5,USD,en;fr,${"x".repeat(121)}\nBeta,course,9999,0,EUR,;,`, "csv").problems;
  expect(wrong.map(({ message }) => message)).toEqual(["kind: must be one of course, project, certification, mentoring, reading; provider: must have at most 120 letters", "languages: is missing; hours: must be at most 2000"]);
  for (const { message } of [...problems, ...wrong]) {
    const chinese = chineseLine(message);
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    expect(chinese).not.toMatch(/must|missing|expected|not in/);
  }
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

test.each<readonly [string, number | null]>([
  ["PT1H30M", 1.5], ["PT90M", 1.5], ["P2D", 16], ["P1W", 40], ["P1DT4H", 12], ["PT2,5H", 2.5], ["PT5S", 0.25], ["0002:30:00.00", 2.5], ["01:15", 1.25], ["pt45m", 0.75],
  ["P1M", null], ["P1Y", null], ["PT0S", null], ["P", null], ["90", null], ["two hours", null], ["", null], ["PT9999H", null],
])("learning time %s is %s hours", (text, hours) => expect(learningHours(text)).toBe(hours));

test("hours come from the metadata: an organisation's own time, else the package's where it holds one; xAPI extensions; CSV in either form", () => {
  const lom = (tag: string, inner: string) => `<metadata><lom:lom><lom:educational><lom:${tag}>${inner}</lom:${tag}></lom:educational></lom:lom></metadata>`;
  const organisation = (id: string, title: string, metadata = "") => `<organization identifier="${id}"><title>${title}</title>${metadata}</organization>`;
  const manifest = (metadata: string, ...organisations: string[]) => `<manifest>${metadata}<organizations>${organisations.join("")}</organizations></manifest>`;
  const hoursOf = (xml: string) => readCourses(xml, "scorm").courses.map(({ hours }) => hours);
  const whole = lom("typicalLearningTime", "<lom:duration>PT3H</lom:duration>");
  expect(hoursOf(manifest(whole, organisation("a", "One")))).toEqual([3]);
  expect(hoursOf(manifest(whole, organisation("a", "One"), organisation("b", "Two", lom("typicallearningtime", "<imsmd:datetime>0001:45:00.00</imsmd:datetime>"))))).toEqual([2, 1.75]);
  expect(hoursOf(manifest("", organisation("a", "One")))).toEqual([2]);
  const xapi = (extensions: unknown) => readCourses(JSON.stringify({ id: "x/python", definition: { name: { en: "Python" }, extensions } }), "xapi").courses[0]?.hours;
  expect(xapi({ "http://id.tincanapi.com/extension/duration": "PT6H" })).toBe(6);
  expect(xapi({ "https://lms.example/xapi/typicalLearningTime": "P1D", colour: "PT1H" })).toBe(8);
  expect(xapi({ duration: 90 })).toBe(2);
  expect(readCourses("title,hours\nAlpha,PT90M\nBeta,4\nGamma,", "csv").courses.map(({ hours }) => hours)).toEqual([1.5, 4, 2]);
});
