/** @file Levels of languages as people ask for them and state them. */
import { describe, expect, it } from "vitest";
import { levelBeside, levelIn } from "./language-level";

const RUNGS = ["", "A1", "A2", "B1", "B2", "C1", "C2"];
const read = (clause: string, language: string): string | null => {
  const found = levelBeside(clause, { at: clause.indexOf(language), length: language.length });
  return found && `${RUNGS[found.rung]}${found.isExact ? "" : "~"} ${clause.slice(found.start, found.end).trim()}`;
};

describe("beside a language", () => {
  it.each([
    ["PLC programmer German B2 or better", "German", "B2 German B2 or better"],
    ["German (C1)", "German", "C1 German (C1)"],
    ["Dutch at B1+", "Dutch", "B1 Dutch at B1+"],
    ["English level C2", "English", "C2 English level C2"],
    ["at least B2 German", "German", "B2 at least B2 German"],
    ["welder fluent in German", "German", "C1~ fluent in German"],
    ["fluent spoken and written English", "English", "C1~ fluent spoken and written English"],
    ["native Dutch speaker", "Dutch", "C2~ native Dutch"],
    ["Dutch native", "Dutch", "C2~ Dutch native"],
    ["business-level English", "English", "B2~ business-level English"],
    ["basic French", "French", "A2~ basic French"],
    ["德语C1以上", "德语", "C1 德语C1以上"],
    ["英语流利", "英语", "C1~ 英语流利"],
    ["流利的英语", "英语", "C1~ 流利的英语"],
    ["英语六级", "英语", "B2~ 英语六级"],
  ])("%s", (clause, language, expected) => expect(read(clause, language)).toBe(expected));

  it.each([["English advanced Excel", "English"], ["German speaking welders", "German"], ["German and SQL", "German"], ["Dutch C2000 controllers", "Dutch"], ["德语工程师", "德语"]])("none in “%s”", (clause, language) => expect(read(clause, language)).toBeNull());
});

it("takes the code before words, and the first of words", () => {
  expect(levelIn("(B1, good in meetings)")).toEqual({ rung: 3, isExact: true });
  expect(levelIn("basic, good at listening")).toEqual({ rung: 2, isExact: false });
  expect(levelIn("law in the harbour towns")).toBeNull();
});
