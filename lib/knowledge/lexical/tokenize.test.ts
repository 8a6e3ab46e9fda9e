/** @file Tokenizer: English compounds, numbers and stems; Chinese words, bigrams, characters and quantities; mixed text. */
import { describe, expect, it } from "vitest";
import { parseChineseNumber } from "./numbers";
import { terms, tokenize } from "./tokenize";

describe("English", () => {
  it("stems, folds case and drops possessives", () => {
    expect(terms("The Employee's BENEFITS")).toEqual(["the", "employe", "benefit"]);
  });

  it("joins irregular forms and British spelling with their base", () => {
    expect(terms("paid")).toEqual(terms("pay"));
    expect(terms("children")).toEqual(terms("child"));
    expect(terms("organisation")).toEqual(terms("organization"));
    expect(terms("labour")).toEqual(terms("labor"));
  });

  it("gives compounds in parts and joined, so that both spellings meet", () => {
    expect(terms("part-time")).toEqual(["part", "time", "parttim"]);
    expect(terms("part–time")).toEqual(terms("part-time"));
    expect(terms("e-mail")).toContain(terms("email")[0]);
  });

  it("reads numbers without separators, currency or clause marks", () => {
    expect(terms("$4,000")).toEqual(["4000"]);
    expect(terms("401(k)")).toContain("401k");
    expect(terms("401k")).toContain("401k");
    expect(terms("5%")).toEqual(["5"]);
    expect(terms("12-week")).toContain("12");
  });

  it("reads number words as numbers, but not the pronoun one", () => {
    expect(terms("twelve weeks")).toEqual(terms("12 weeks"));
    expect(terms("one")).toEqual(["on"]);
  });

  it("keeps c++ and c# apart from c", () => {
    expect(terms("c++ c# c")).toEqual(["c++", "c#", "c"]);
  });

  it("drops accents", () => {
    expect(terms("résumé")).toEqual(terms("resume"));
  });
});

describe("Chinese", () => {
  it("gives dictionary words, characters and the bigrams across words", () => {
    const found = tokenize("劳动合同").map((token) => `${token.kind} ${token.term}`);
    expect(found).toContain("han-word 劳动");
    expect(found).toContain("han-word 合同");
    expect(found).toContain("han-bigram 动合");
    expect(found).toContain("han-char 劳");
  });

  it("tells a character that is a word from one inside a word", () => {
    const kinds = new Map(tokenize("我养狗").map((token) => [token.term, token.kind]));
    expect(kinds.get("狗")).toBe("han-single");
  });

  it("reads traditional characters as simplified", () => {
    expect(terms("勞動合同")).toEqual(terms("劳动合同"));
  });

  it("writes quantities one way", () => {
    for (const text of ["三个月", "3个月", "3個月", "3月"]) expect(terms(text)).toContain("3月");
    expect(terms("十五天")).toContain("15日");
    expect(terms("两年")).toContain("2年");
  });

  it("reads numerals", () => {
    const cases: [string, number][] = [["十", 10], ["十五", 15], ["二十三", 23], ["一百零五", 105], ["三千", 3000], ["两万", 20_000], ["二〇二四", 2024]];
    for (const [numeral, value] of cases) expect(parseChineseNumber(numeral), numeral).toBe(value);
  });

  it("splits mixed scripts", () => {
    const found = terms("熟悉python开发");
    expect(found).toContain("python");
    expect(found).toContain("熟悉");
    expect(found).toContain("开发");
  });
});

it("gives nothing for text without words", () => {
  expect(terms(" …!? ")).toEqual([]);
});
