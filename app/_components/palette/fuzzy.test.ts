/** @file Typed words find names in both languages, better fits first. */
import { describe, expect, it } from "vitest";
import { fuzzyScore } from "./fuzzy";

const best = (typed: string, names: readonly (readonly string[])[]) =>
  names
    .map((each) => ({ name: each[0], score: fuzzyScore(typed, each) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);

describe("fuzzyScore", () => {
  const places = [["Documents", "文件"], ["Audit log", "审计日志"], ["Candidates", "候选人"], ["Annual leave policy"], ["年假管理办法"]];

  it("finds by either language, by any part and by letters in order", () => {
    expect(best("文件", places)).toEqual(["Documents"]);
    expect(best("日志", places)).toEqual(["Audit log"]);
    expect(best("dcmts", places)).toEqual(["Documents"]);
    expect(best("年办", places)).toEqual(["年假管理办法"]);
  });

  it("puts the start of a name before the start of a later word, and that before its middle", () => {
    expect(best("职位", [["职位说明书"], ["Openings", "职位"]])).toEqual(["Openings", "职位说明书"]);
    expect(best("le", [["Whole"], ["Annual leave"], ["Leave policy"]])).toEqual(["Leave policy", "Annual leave", "Whole"]);
  });

  it("wants every word, in any order, without accents", () => {
    expect(best("leave annual", places)).toEqual(["Annual leave policy"]);
    expect(best("leave sick", places)).toEqual([]);
    expect(best("resume", [["Résumés"]])).toEqual(["Résumés"]);
  });

  it("does not take letters that are merely somewhere in the text", () => {
    expect(best("xyz", places)).toEqual([]);
    expect(best("de", [["Candidates who have done everything"]])).toEqual([]);
    expect(fuzzyScore("aly", ["Annual leave and other long words with much between y"])).toBe(0);
  });
});
