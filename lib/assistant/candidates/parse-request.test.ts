import { describe, expect, test } from "vitest";
import { parseRequest } from "./parse-request";

const shown = (question: string) => parseRequest(question).map(({ kind, label }) => `${kind}: ${label}`);

describe("a request's parts", () => {
  test("role, skills, language, years and place", () => {
    expect(shown("Find me a mechanical engineer with SolidWorks and GD&T, fluent in German, at least 5 years of experience, based in Rotterdam")).toEqual([
      "role: mechanical engineer",
      "skill: SolidWorks",
      "skill: GD&T",
      "language: fluent in German",
      "years: at least 5 years of experience",
      "place: Rotterdam",
    ]);
  });

  test("the level of a language belongs to it, and is no skill", () => {
    const levels = (question: string) => parseRequest(question).filter(({ kind }) => kind === "language").map(({ label, level }) => [label, level?.rung ?? null, level?.isExact ?? null]);
    expect(shown("PLC programmer, German B2 or better, SQL")).toEqual(["role: PLC programmer", "skill: SQL", "language: German B2 or better"]);
    expect(levels("German B2 and Dutch")).toEqual([["German B2", 4, true], ["Dutch", null, null]]);
    expect(levels("someone fluent in German and Dutch")).toEqual([["fluent in German", 5, false], ["fluent in Dutch", 5, false]]);
    expect(levels("fluent German or native Dutch")).toEqual([["fluent German / native Dutch", 5, false]]);
    expect(levels("at least C1 English, German")).toEqual([["at least C1 English", 5, true], ["German", null, null]]);
    expect(levels("德语C1以上的工程师")).toEqual([["德语C1以上", 5, true]]);
  });

  test("a title is the words before its head; what follows is a skill", () => {
    expect(shown("CNC turner mazatrol thread cutting")).toEqual(["role: CNC turner", "skill: mazatrol thread cutting"]);
    expect(shown("harbour crane mechanic, Spanish")).toEqual(["role: harbour crane mechanic", "language: Spanish"]);
  });

  test("alternatives stay one part, and share the head of a title", () => {
    const parts = parseRequest("someone who knows Tableau or Power BI and speaks Dutch or German");
    expect(parts.find((part) => part.kind === "skill")?.alternatives).toEqual(["Tableau", "Power BI"]);
    expect(parts.filter((part) => part.kind === "language")).toHaveLength(1);
    expect(parts.find((part) => part.kind === "language")?.alternatives).toContain("德语");
    expect(parseRequest("omron or beckhoff programmer")[0]?.alternatives).toEqual(["omron programmer", "beckhoff programmer"]);
    expect(parseRequest("会欧姆龙或倍福的人")[0]?.alternatives).toEqual(["欧姆龙", "倍福"]);
  });

  test("Chinese requests carry their English names along", () => {
    const parts = parseRequest("帮我找一个会Python、英语流利、有五年以上经验的数据分析师，在苏州");
    expect(parts.map((part) => part.kind)).toEqual(["role", "skill", "language", "years", "place"]);
    expect(parts[0]?.label).toBe("数据分析师");
    expect(parts[1]?.label).toBe("Python");
    expect(parts[2]?.alternatives).toContain("english");
    expect(parts[3]?.minYears).toBe(5);
    expect(parts[4]?.alternatives).toContain("suzhou");
  });

  test("words inside a Chinese name stay: 有效, 高级会计师证", () => {
    expect(shown("电工，证件有效")).toEqual(["role: 电工", "skill: 证件有效"]);
  });

  test("certificates and a skill after \"in\"", () => {
    expect(shown("who has a CPA and experience in Excel")).toEqual(["skill: Excel", "certificate: CPA"]);
  });

  test("a language is one only where it is asked as one, a place where one lives", () => {
    expect(shown("Dutch payroll")).toEqual(["skill: Dutch payroll"]);
    expect(shown("editor for simplified technical English")).toEqual(["role: editor", "skill: simplified technical English"]);
    expect(shown("UK tax")).toEqual(["skill: UK tax"]);
    expect(shown("accountant, UK")).toEqual(["role: accountant", "place: UK"]);
  });

  test("what is not wanted, what does not matter, what is only wished for", () => {
    expect(shown("a fitter, no agency people")).toEqual(["role: fitter", "without: not agency"]);
    expect(shown("warehouse clerk, doesn't need to drive, part-time is fine")).toEqual(["role: warehouse clerk"]);
    expect(shown("会计，不要外包")).toEqual(["role: 会计", "without: 不要外包"]);
    const [, wished] = parseRequest("welder, ideally with TIG");
    expect(wished).toMatchObject({ label: "TIG", isOptional: true });
  });

  test.each([
    ["7+ years", 7, null],
    ["at least ten years of experience", 10, null],
    ["3-5 years", 3, null],
    ["more than a decade", 10, null],
    ["up to 2 years", null, 2],
    ["八年以上", 8, null],
    ["不超过三年经验", null, 3],
  ])("%s", (request, min, max) => {
    expect(parseRequest(`buyer, ${request}`).find((part) => part.kind === "years")).toMatchObject({ minYears: min, maxYears: max });
  });

  test("a request that names nothing has no parts", () => {
    expect(parseRequest("find me someone")).toEqual([]);
    expect(parseRequest("帮我找一个人选")).toEqual([]);
  });
});
