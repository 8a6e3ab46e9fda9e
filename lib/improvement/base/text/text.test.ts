/** @file Variation of queries, synonyms, rule-made questions. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../../core/rng";
import { askAbout, inverseCloze, ruleQuestions } from "./rule-questions";
import { concepts, joinSynonyms, singleMeaning, thesaurusPairs, thesaurusSynonyms } from "./synonyms";
import { varyQuery } from "./vary-query";

const TABLE = [["holiday", "vacation", "annual leave", "年假", "假期"], ["boss", "manager", "老板"]];

describe("synonyms", () => {
  it("stay within a language when they are swapped, and cross it as pairs", () => {
    const synonyms = thesaurusSynonyms(TABLE);
    expect(synonyms.get("vacation")).toEqual(["holiday", "annual leave"]);
    expect(synonyms.get("年假")).toEqual(["假期"]);
    expect(synonyms.has("老板")).toBe(false);
    const pairs = thesaurusPairs(TABLE);
    expect(pairs.some((pair) => pair.language === "x")).toBe(true);
    expect(pairs.every((pair) => pair.query !== pair.passage)).toBe(true);
    expect(pairs.find((pair) => pair.query === "假期")?.group).toBe("concept 0");
  });

  it("take from WordNet only words of one meaning", () => {
    const synonyms = singleMeaning([["lawyer", "attorney"], ["leave", "departure"], ["leave", "permission"]]);
    expect(synonyms.get("lawyer")).toEqual(["attorney"]);
    expect(synonyms.has("leave")).toBe(false);
  });

  it("prefer the first table", () => {
    expect(joinSynonyms(new Map([["a", ["b"]]]), new Map([["a", ["c"]], ["d", ["e"]]]))).toEqual(new Map([["a", ["b"]], ["d", ["e"]]]));
  });

  it("read the shipped thesaurus", () => {
    expect(concepts().length).toBeGreaterThan(300);
    expect(concepts().every((members) => members.length > 1)).toBe(true);
  });
});

describe("varyQuery", () => {
  const many = (query: string, language: "en" | "zh"): string[] => {
    const random = createRng(7);
    return Array.from({ length: 200 }, () => varyQuery(query, { language, synonyms: thesaurusSynonyms(TABLE), random }));
  };

  it("swaps, misspells and drops, but keeps numbers, negations and question words", () => {
    const varied = many("how many holiday days can I not carry over after 30 June?", "en");
    expect(new Set(varied).size).toBeGreaterThan(20);
    expect(varied.some((query) => query.includes("vacation"))).toBe(true);
    for (const query of varied) {
      expect(query).toMatch(/\bnot\b/);
      expect(query).toMatch(/\b30\b/);
      expect(query.toLowerCase()).toContain("how");
    }
  });

  it("drops particles and swaps words in Chinese, never to nothing", () => {
    const varied = many("老板不批我的年假怎么办？", "zh");
    expect(varied.some((query) => query.includes("假期"))).toBe(true);
    for (const query of varied) expect(query).toMatch(/不批/);
    expect(many("吗", "zh").every((query) => query.length > 0)).toBe(true);
  });

  it("repeats with the same random numbers", () => {
    expect(many("where do I hand in the form of my manager", "en")).toEqual(many("where do I hand in the form of my manager", "en"));
  });
});

describe("rule-made questions", () => {
  it.each([
    ["You must tell your manager within 30 days of the change.", "you must tell your manager within how many days of the change?"],
    ["The grant covers up to £500 of the costs of a new desk.", "the grant covers up to how much money of the costs of a new desk?"],
    ["You can carry over unused days with approval.", "can I carry over unused days with approval?"],
    ["四加亭是一个位于柔佛州的小镇。", "四加亭是什么？"],
    ["本站于1989年7月1日正式启用。", "本站于什么时候正式启用？"],
  ])("%s", (sentence, question) => {
    expect(askAbout(sentence)).toBe(question);
  });

  it("leave alone what has nothing to ask for", () => {
    expect(askAbout("We believe that good people do good work here.")).toBeUndefined();
    expect(askAbout("Too short 5%.")).toBeUndefined();
  });

  const passage = "The office opens early. You must tell your manager within 30 days of the change. Lunch is served in the canteen each day. It is warm.";

  it("name their passage", () => {
    expect(ruleQuestions({ passage, group: "g", language: "en" }, 3)).toEqual([
      { passage, group: "g", language: "en", source: "rule-question", query: "you must tell your manager within how many days of the change?" },
    ]);
  });

  it("inverse cloze asks a sentence of the rest", () => {
    const [first] = inverseCloze({ passage, group: "g", language: "en" }, 4);
    expect(first?.query).toBe("You must tell your manager within 30 days of the change.");
    expect(first?.passage).not.toContain("30 days");
    expect(first?.passage).toContain("The office opens early.");
  });
});
