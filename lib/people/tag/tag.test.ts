/** @file Reading labelled files, scoring spans, and what the taggers see; the shipped taggers: shipped-taggers.slow.test.ts. */
import { describe, expect, it } from "vitest";
import { trainChinese, tagChinese, CHINESE_RECIPE } from "./chinese/chinese-tagger";
import { contextOf } from "./chinese/context";
import { buildGazetteer, gazetteerPlaces } from "./chinese/gazetteer";
import { readBmes } from "./chinese/read-bmes";
import { readSkillSpan } from "./english/read-skillspan";
import { splitWords } from "./english/words";
import { decodeHashTable, encodeHashTable } from "./hash-table-file";
import { scoreByLabel, scoreSpans } from "./score-spans";
import { chineseFiles, readChinese } from "./tagger-files";

/** "钱[多多/NAME]" → lines of the file. Invented people. */
const bmes = (...sentences: string[]): string =>
  sentences
    .map((sentence) =>
      [...sentence.matchAll(/\[([^/\]]+)\/([A-Z]+)\]|./gu)]
        .flatMap((match) => {
          const [whole, name, label] = match;
          if (name === undefined) return [`${whole} O`];
          return [...name].map((char, at) => `${char} ${name.length === 1 ? "S" : at === 0 ? "B" : at === name.length - 1 ? "E" : "M"}-${label}`);
        })
        .join("\n"),
    )
    .join("\n\n");

describe("labelled files", () => {
  it("give sentences with their spans", () => {
    const [first, second] = readBmes(bmes("[钱多多/NAME]，男", "任[闸门厂/ORG][厂长/TITLE]"));
    expect(first?.units.join("")).toBe("钱多多，男");
    expect(second?.spans).toEqual([{ start: 1, end: 4, label: "ORG" }, { start: 4, end: 6, label: "TITLE" }]);
  });

  it("name the line that is wrong", () => {
    expect(() => readBmes("钱 B-NAME\n多 E-NICK\n")).toThrow(/Line 2: expected one character/);
    expect(() => readBmes("\n\n")).toThrow(/no labelled sentence/);
    expect(() => readSkillSpan('{"tokens":["a"],"tags_skill":["O"],"tags_knowledge":[]}')).toThrow(/Line 1: expected/);
    expect(() => readSkillSpan("tokens")).toThrow(/Line 1 is not JSON/);
  });

  it("let skills and knowledge overlap", () => {
    const [sentence] = readSkillSpan('{"tokens":["write","Go","well"],"tags_skill":["B","I","I"],"tags_knowledge":["O","B","O"]}');
    expect(sentence).toMatchObject({ skill: [{ start: 0, end: 3 }], knowledge: [{ start: 1, end: 2 }] });
  });
});

describe("scores", () => {
  const gold = [[{ start: 0, end: 2, label: "ORG" }, { start: 3, end: 5, label: "TITLE" }], [{ start: 0, end: 1, label: "ORG" }]];
  it("count a span only when start, end and label are right", () => {
    const found = [[{ start: 0, end: 2, label: "ORG" }, { start: 3, end: 4, label: "TITLE" }], [{ start: 0, end: 1, label: "TITLE" }]];
    expect(scoreSpans(gold, found)).toMatchObject({ right: 1, found: 3, gold: 3, precision: 1 / 3, recall: 1 / 3 });
    expect(scoreByLabel(gold, found)["TITLE"]).toMatchObject({ right: 0, found: 2, gold: 1 });
  });
  it("are 1 where there was nothing to find and nothing was found", () => expect(scoreSpans([[]], [[]])).toMatchObject({ f1: 1 }));
});

describe("what the Chinese tagger knows", () => {
  const sentences = readBmes(bmes("[钱多多/NAME]任[望闸机械公司/ORG][厂长/TITLE]", "[厂长/TITLE]"));
  it("holds entities as hashes, and no person's name", () => {
    const places = gazetteerPlaces("钱多多望闸机械公司厂长", buildGazetteer(sentences));
    expect(places.slice(0, 3)).toEqual(["", "", ""]);
    expect(places[3]).toBe("ORG-B6");
    expect(places[10]).toBe("TITLE-E2");
  });
  it("takes neighbours as context, never the sentence itself", () => expect(contextOf(["a", "b", "c"], 1)).toEqual(["a", "c"]));
});

describe("the Chinese tagger", () => {
  const names = ["钱多多", "孙小美", "阿土伯", "沙隆巴斯"];
  const firms = ["望闸机械公司", "娄江泵业公司", "灯塔阀门公司", "潮汐电气公司"];
  const lines = names.flatMap((name) => firms.map((firm) => `[${name}/NAME]现任[${firm}/ORG][总经理/TITLE]。`));
  it("learns a pattern, reads unseen names with it, and keeps that through its files", () => {
    const model = trainChinese(readBmes(bmes(...lines)), { ...CHINESE_RECIPE, epochs: 4, dropout: 0.3, runs: 1 });
    const stored = readChinese(chineseFiles(model));
    const [spans = []] = tagChinese(stored, ["金贝贝现任闸北机械公司总经理。"]);
    expect(spans.map(({ start, end, label }) => `${start}-${end} ${label}`)).toEqual(["0-3 NAME", "5-11 ORG", "11-14 TITLE"]);
  });
});

describe("English words", () => {
  it("keep the signs that belong to them and their places", () => {
    const text = "Full-time C++, .NET (and C#).";
    const words = splitWords(text);
    expect(words.map((word) => word.text)).toEqual(["Full-time", "C++", ",", ".NET", "(", "and", "C#", ")", "."]);
    for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
  });
});

describe("tables of hashes", () => {
  it("come back as they were, and are refused when cut", () => {
    const table = new Map([[7, [1, 65535]], [4294967295, [0, 3]]]);
    expect(decodeHashTable(encodeHashTable(table, 2))).toEqual(table);
    expect(() => decodeHashTable(encodeHashTable(table, 2).slice(0, 9))).toThrow(/do not fit its head/);
  });
});
