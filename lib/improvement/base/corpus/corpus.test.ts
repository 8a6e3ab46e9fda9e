/** @file Corpus: protected texts are refused, own questions find their passages, public files become pairs. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cmrcPairs, trainableParagraphs, windowAround } from "./cmrc";
import { conditionalQaPairs } from "./conditional-qa";
import { CMRC_TRAINABLE_PARAGRAPHS } from "./formats";
import { ownPairs, passageId } from "./own-questions";
import { parseMeanings, readMeanings } from "./meanings";
import { paraphrases } from "./paraphrases";
import { protectTexts } from "./protected-texts";
import { stsContrasts } from "./sts";
import { readTranslations } from "./translations";
import type { Pair } from "../types";

const pair = (query: string, passage: string, more: Partial<Pair> = {}): Pair => ({ source: "s", language: "en", query, passage, group: passage, ...more });

describe("protectTexts", () => {
  const guard = protectTexts([
    "# Leave\n\nStaff of the invented Quillfeather Trading Company may take up to eleven feast days in any year. Ask first.",
    "第九条 虚构单位的员工每年可以享受十一天的节庆假期并且照常领取全部报酬。",
  ]);

  it("refuses a protected line, also without its article number, marks or case", () => {
    expect(guard.refuses("虚构单位的员工每年可以享受十一天的节庆假期，并且照常领取全部报酬")).toBe(true);
    expect(guard.refuses("第十条 虚构单位的员工每年可以享受十一天的节庆假期并且照常领取全部报酬。")).toBe(true);
    expect(guard.refuses("> STAFF of the invented Quillfeather Trading Company may take up to eleven feast days, in any year")).toBe(true);
  });

  it("refuses a longer passage that holds a protected sentence", () => {
    expect(guard.refuses("Before.\nStaff of the invented Quillfeather Trading Company may take up to eleven feast days in any year. After.")).toBe(true);
  });

  it("does not refuse stock phrases or other text", () => {
    expect(guard.refuses("Ask first.")).toBe(false);
    expect(guard.refuses("Staff of the invented Marlowe Trading Company may take up to eleven feast days in any year.")).toBe(false);
  });
});

describe("own questions", () => {
  const about = pair("Remote work > Desks", "Every teammate gets a desk.");

  it("find their passage by hash and take its heading", () => {
    const questions = [{ id: passageId(" Every teammate gets a desk. "), q: "do i get a desk?" }, { id: passageId("Every teammate gets a desk."), q: "公司给桌子吗？" }];
    const { pairs, missing } = ownPairs(questions, [about]);
    expect(missing).toBe(0);
    expect(pairs.map(({ source, heading, passage }) => [source, heading, passage])).toEqual([
      ["own-en", "Remote work > Desks", about.passage],
      ["own-x", "Remote work > Desks", about.passage],
    ]);
  });

  it("count what is not there", () => {
    expect(ownPairs([{ id: "0123456789ab", q: "q?" }], [about])).toEqual({ pairs: [], missing: 1 });
  });

  it("take no question as a heading", () => {
    const fromQuestion = { ...about, source: "cqa" };
    expect(ownPairs([{ id: passageId(about.passage), q: "q?" }], [fromQuestion]).pairs[0]?.heading).toBeUndefined();
  });
});

describe("public files", () => {
  it("ConditionalQA: scenario, question and section of the same page", () => {
    const row = { id: "t", url: "https://www.gov.uk/maternity-pay-leave", scenario: "I am expecting.", question: "When does it start?", evidences: ["<p>It starts 11 weeks before.</p>", "<li>ok</li>", "<p>It starts 11 weeks before.</p>"] };
    expect(conditionalQaPairs([row]).map(({ source, query, passage }) => [source, query, passage])).toEqual([
      ["cqa-scenario", "I am expecting. When does it start?", "It starts 11 weeks before."],
      ["cqa-question", "When does it start?", "It starts 11 weeks before."],
      ["cqa-section", "When does it start?", "It starts 11 weeks before."],
    ]);
    expect(conditionalQaPairs([row])[0]).toMatchObject({ group: row.url });
  });

  it("CMRC: paragraphs after the 600th never train", () => {
    const paragraph = (id: string) => ({ id, context: "一。", qas: [] });
    const dev = Array.from({ length: 848 }, (_, i) => paragraph(`DEV_${i}`));
    const trainable = trainableParagraphs([paragraph("TRIAL_1")], dev);
    expect(trainable).toHaveLength(1 + CMRC_TRAINABLE_PARAGRAPHS);
    expect(trainable.at(-1)?.id).toBe("DEV_599");
  });

  it("CMRC: a window holds the answer and whole sentences", () => {
    const text = Array.from({ length: 20 }, (_, i) => `第${i}句话说的是一些别的事情。`).join("");
    const at = text.indexOf("第12句");
    const window = windowAround(text, at, 60);
    expect(window).toContain("第12句话");
    expect(window.length).toBeLessThanOrEqual(60);
    expect(window.endsWith("。")).toBe(true);
    expect(window.startsWith("第")).toBe(true);
    expect(windowAround("短。", 0, 60)).toBe("短。");
    const paragraph = { id: "p", context: text, qas: [{ id: "q", question: "问？", answers: [{ text: "第12句", answer_start: at }] }] };
    expect(cmrcPairs([paragraph]).map((one) => one.source)).toEqual(["cmrc-window", "cmrc-paragraph"]);
  });

  it("Tatoeba: two sentences with one translation are paraphrases", () => {
    const found = paraphrases([pair("Hello there.", "你好。"), pair("Good day.", "你好。"), pair("Hello there.", "您好。")]);
    expect(found.map(({ language, query, passage }) => [language, query, passage])).toEqual([["zh", "你好。", "您好。"], ["en", "Hello there.", "Good day."]]);
  });

  it("STS: only pairs that people found different are contrasts", () => {
    const found = stsContrasts([{ first: "A man cuts an onion.", second: "A man cuts a rope.", score: 1 }, { first: "A", second: "B", score: 4 }], { language: "en", synonyms: new Map(), seed: 1 });
    expect(found.map(({ query, negatives }) => [query, negatives])).toEqual([["A man cuts an onion.", ["A man cuts a rope."]], ["A man cuts a rope.", ["A man cuts an onion."]]]);
  });
});

describe("our translations", () => {
  it("are none twice, English with Chinese, and become pairs of their kind", async () => {
    const pairs = await readTranslations(path.join(import.meta.dirname, "../translations"));
    expect(pairs.length).toBeGreaterThan(1000);
    expect(new Set(pairs.map(({ query, passage }) => `${query} ${passage}`)).size).toBe(pairs.length);
    expect(pairs.filter(({ query, passage }) => /\p{Script=Han}/u.test(query) || !/\p{Script=Han}|[A-Z]{2}/u.test(passage))).toEqual([]);
    expect(new Set(pairs.map((one) => one.source))).toEqual(new Set(["own-word", "own-sentence"]));
  });

  it("a broken line is named", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "cadre-translations-"));
    await writeFile(path.join(folder, "a.jsonl"), '{"en":"bread","zh":"面包","k":"word"}\n{"en":"milk"}\n');
    await expect(readTranslations(folder)).rejects.toThrow(/a\.jsonl:2 is not a translation/);
    await rm(folder, { recursive: true });
  });
});

describe("our sentences", () => {
  const shown = (pairs: readonly Pair[]): unknown[] => pairs.map(({ source, language, query, passage, negatives }) => [source, language, query, passage, ...(negatives ?? [])]);

  it("wordings are translations of one another and paraphrases", () => {
    expect(shown(parseMeanings("He quit. | He gave up. | 他放弃了。 | 他不干了。\n", "a/wordings-1.txt"))).toEqual([
      ["own-short", "x", "He quit.", "他放弃了。"],
      ["own-short", "x", "He gave up.", "他不干了。"],
      ["own-short", "x", "He quit.", "他不干了。"],
      ["own-short", "x", "He gave up.", "他放弃了。"],
      ["own-paraphrase", "en", "He quit.", "He gave up."],
      ["own-paraphrase", "zh", "他放弃了。", "他不干了。"],
    ]);
  });

  it("a near miss is the negative of what it nearly is, in the passage's language", () => {
    expect(shown(parseMeanings("I sing. | I sink. | 我唱歌。 | 我沉下去。", "contrasts.txt"))).toEqual([
      ["own-short", "x", "I sing.", "我唱歌。", "我沉下去。"],
      ["own-short", "x", "I sink.", "我沉下去。", "我唱歌。"],
    ]);
    const scene = parseMeanings("A dog runs. | A hound races. | A dog sleeps. | 狗在跑。 | 猎犬飞奔。 | 狗在睡。", "triples.txt");
    expect(shown(scene.filter((one) => one.source === "own-paraphrase"))).toEqual([
      ["own-paraphrase", "en", "A dog runs.", "A hound races.", "A dog sleeps."],
      ["own-paraphrase", "zh", "狗在跑。", "猎犬飞奔。", "狗在睡。"],
    ]);
  });

  it("guidance: question and answer within a language and across, with the sentence that does not answer", () => {
    const pairs = parseMeanings("How long? | Ten days. | Ask first. | 多久？ | 十天。 | 先问。", "guidance.txt");
    expect(shown(pairs.filter((one) => one.source === "own-guidance"))).toEqual([
      ["own-guidance", "en", "How long?", "Ten days.", "Ask first."],
      ["own-guidance", "zh", "多久？", "十天。", "先问。"],
      ["own-guidance", "x", "How long?", "十天。", "先问。"],
      ["own-guidance", "x", "多久？", "Ten days.", "Ask first."],
    ]);
  });

  it("a line with too few fields, or English where Chinese belongs, is named; so is a file of no kind", () => {
    expect(() => parseMeanings("one | two | 一 | 二\none | two | 一\n", "f/phrases.txt")).toThrow(/phrases\.txt:2 needs 4 fields/);
    expect(() => parseMeanings("one | two | 一 | three", "f/phrases.txt")).toThrow(/phrases\.txt:1 needs 4 fields/);
    expect(() => parseMeanings("", "f/poems.txt")).toThrow(/must begin with one of/);
  });

  it("as shipped: every line is right, English on one side and Chinese on the other", async () => {
    const pairs = await readMeanings(path.join(import.meta.dirname, "../meanings"));
    expect(pairs.length).toBeGreaterThan(20_000);
    expect(new Set(pairs.map((one) => one.source))).toEqual(new Set(["own-short", "own-long", "own-phrase", "own-paraphrase", "own-guidance"]));
    const crossed = pairs.filter((one) => one.language === "x");
    expect(crossed.filter(({ query, passage }) => /\p{Script=Han}/u.test(query) === /\p{Script=Han}/u.test(passage))).toEqual([]);
  });
});
