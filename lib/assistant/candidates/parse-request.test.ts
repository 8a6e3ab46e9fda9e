import { describe, expect, test } from "vitest";
import { parseRequest } from "./parse-request";

const shown = (question: string) => parseRequest(question).map(({ kind, label }) => `${kind}: ${label}`);

describe("a request's parts", () => {
  test("role, skills, language, years and place", () => {
    expect(shown("Find me a mechanical engineer with SolidWorks and GD&T, fluent in German, at least 5 years of experience, based in Rotterdam")).toEqual([
      "role: mechanical engineer",
      "skill: SolidWorks",
      expect.stringMatching(/^skill: GD/) as unknown as string,
      "language: German",
      "years: 5 years of experience",
      "place: Rotterdam",
    ]);
  });

  test("alternatives stay one part", () => {
    const parts = parseRequest("someone who knows Tableau or Power BI and speaks Dutch or German");
    expect(parts.find((part) => part.kind === "skill")?.alternatives).toEqual(["Tableau", "Power BI"]);
    expect(parts.filter((part) => part.kind === "language")).toHaveLength(1);
    expect(parts.find((part) => part.kind === "language")?.alternatives).toContain("德语");
  });

  test("Chinese requests carry their English names along", () => {
    const parts = parseRequest("帮我找一个会Python、英语流利、有五年以上经验的数据分析师，在苏州");
    expect(parts.map((part) => part.kind)).toEqual(["role", "skill", "language", "years", "place"]);
    expect(parts[0]?.alternatives).toContain("data analyst");
    expect(parts[1]?.label).toBe("Python");
    expect(parts[3]?.minYears).toBe(5);
    expect(parts[4]?.alternatives).toContain("suzhou");
  });

  test("certificates and a skill after \"in\"", () => {
    expect(shown("who has a CPA and experience in Excel")).toEqual(["skill: Excel", "certificate: CPA"]);
  });

  test("a request that names nothing has no parts", () => {
    expect(parseRequest("find me someone")).toEqual([]);
    expect(parseRequest("帮我找一个人选")).toEqual([]);
  });
});
