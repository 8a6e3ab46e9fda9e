/** @file Pre-training's texts, hidden words and tokenizer: what is read, what is held out, what is hidden, and that it repeats. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countWords } from "../../../engine/tokenizer/split-words";
import { trainWordPiece } from "../../../engine/tokenizer/train-word-piece";
import { createWordPiece } from "../../../engine/tokenizer/word-piece";
import type { Pair } from "../types";
import { createMaskedBatches } from "./masked-batches";
import { ownTokenizer, wordPieceTokens } from "./own-tokenizer";
import { readingRows } from "./reading";
import { pretrainRule } from "./rules";

const THINGS = ["holiday", "laptop", "travel", "training", "pension", "parking", "sickness", "salary", "badge", "canteen", "garden", "library"];
const english = THINGS.map((thing, i): Pair => ({ source: "handbook", language: "en", query: `who decides about ${thing}`, passage: `The ${thing} officer of floor ${i} decides. Ask her about ${thing} on a Monday.`, group: `en ${i}` }));
const chinese = THINGS.map((_, i): Pair => ({ source: "laws", language: "zh", query: `第${i}条`, passage: `虚构的第${i}条规定了假期。员工可以在星期${i}申请。`, group: `zh ${i}` }));
const across = THINGS.map((thing, i): Pair => ({ source: "tatoeba", language: "x", query: `My ${thing} is number ${i}.`, passage: `我的第${i}个句子。`, group: `x ${i}` }));
const PAIRS = [...english, ...chinese, ...across];

const counts = new Map<string, number>();
for (const { query, passage } of PAIRS) for (const text of [query, passage]) countWords(text, counts);
const words = createWordPiece(trainWordPiece(counts, { size: 300, minChineseCount: 2, minCharacterCount: 2 }));
const RULE = pretrainRule.parse({ steps: 10, rows: 8, tokens: 32, warmUpSteps: 1, peakRate: 1e-3, finalRate: 1e-4, decayShare: 0.5 });
const PACKED = { ...RULE, nextSentence: false };
const spell = (ids: readonly number[]): string => ids.map((id) => words.vocabulary[id] ?? "?").join(" ").replaceAll(" ##", "");

describe("reading rows", () => {
  const rows = readingRows(PAIRS, { rule: RULE, seed: 1, words });

  it("halves of a passage stand beside each other, translations in one row", () => {
    const [shown] = rows.train.neighbours.filter(({ group }) => group === "en 1");
    expect([spell(shown?.first ?? []), spell(shown?.second ?? [])]).toEqual(["the laptop officer of floor 1 decides .", "ask her about laptop on a monday ."]);
    const text = [...rows.train.packed, ...rows.heldOut.packed].map(spell).join(" | ");
    expect(text).toContain("my garden is number 10 . [SEP] 我 的 第 10 个 句 子");
    expect(rows.train.neighbours.every(({ language }) => language !== "x")).toBe(true);
    for (const row of rows.train.packed) expect(row.length).toBeLessThanOrEqual(RULE.tokens - 2);
    for (const { first, second } of rows.train.neighbours) expect(first.length + second.length).toBeLessThanOrEqual(RULE.tokens - 3);
  });

  it("holds out whole documents, and shares the rows of a batch by tokens", () => {
    const groups = (part: typeof rows.train): Set<string> => new Set(part.neighbours.map(({ group }) => group));
    expect(rows.heldOut.neighbours.length).toBeGreaterThan(0);
    expect([...groups(rows.heldOut)].filter((group) => groups(rows.train).has(group))).toEqual([]);
    expect(rows.neighbourRows).toBeGreaterThan(0);
    expect(rows.neighbourRows).toBeLessThan(RULE.rows);
    expect(readingRows(PAIRS, { rule: RULE, seed: 1, words })).toEqual(rows);
    expect(readingRows(PAIRS, { rule: RULE, seed: 2, words })).not.toEqual(rows);
  });

  it("packs every text without next sentences, skips single words and passages that were cut", () => {
    const cut = { ...english[0], source: "inverse-cloze", passage: "Ask her about holiday on a Monday, they said." } as Pair;
    const packed = readingRows([...PAIRS, cut, { ...cut, source: "wordnet", passage: "holiday" }], { rule: PACKED, seed: 1, words });
    expect([packed.neighbourRows, packed.train.neighbours]).toEqual([0, []]);
    const text = [...packed.train.packed, ...packed.heldOut.packed].map(spell).join(" | ");
    expect(text).not.toContain("they said");
    expect(packed.tokens).toBeGreaterThan(400);
    const full = packed.train.packed.filter((row) => row.length >= RULE.tokens - 2 - 5);
    expect(full.length).toBeGreaterThanOrEqual(packed.train.packed.length - 1);
  });

  it("says what is missing", () => {
    expect(() => readingRows(across, { rule: RULE, seed: 1, words })).toThrow(/nextSentence to false/);
    expect(() => readingRows(english.slice(0, 1), { rule: PACKED, seed: 1, words })).toThrow(/nothing to pre-train on/);
  });
});

describe("masked batches", () => {
  const batchesOf = (rule: typeof RULE, seed = 1) => {
    const rows = readingRows(PAIRS, { rule, seed: 1, words });
    return createMaskedBatches({ rows: rows.train, neighbourRows: rows.neighbourRows, rule, seed, words });
  };

  it("hide ordinary words only: four of five masked, a tenth another word, a tenth as it was", () => {
    const batch = batchesOf(RULE);
    const [masked, same, other] = [[], [], []] as number[][] as [number[], number[], number[]];
    for (let step = 0; step < 300; step++) {
      const { ids, hidden } = batch(step);
      const counted = hidden.positions.filter((_, i) => hidden.counts[i] === 1);
      expect(new Set(counted).size).toBe(counted.length);
      counted.forEach((at, i) => {
        const [now, was] = [ids[at] as number, hidden.labels[i] as number];
        expect(was).toBeGreaterThan(4);
        (now === words.idOf("[MASK]") ? masked : now === was ? same : other).push(was);
      });
    }
    const all = masked.length + same.length + other.length;
    expect(masked.length / all).toBeCloseTo(0.8, 1);
    expect(Math.abs(same.length / all - 0.1)).toBeLessThan(0.02);
    expect(Math.abs(other.length / all - 0.1)).toBeLessThan(0.02);
    // About 15 % of what can be hidden: rows are nearly full.
    expect(all / 300 / (RULE.rows * RULE.tokens)).toBeGreaterThan(0.08);
    expect(all / 300 / (RULE.rows * RULE.tokens)).toBeLessThan(0.16);
  });

  it("half of the second parts are strangers, of the same language, marked as such", () => {
    const batch = batchesOf(RULE);
    const whole = new Set(readingRows(PAIRS, { rule: RULE, seed: 1, words }).train.neighbours.map(({ first, second }) => `${spell(first)} [SEP] ${spell(second)}`));
    let [asked, following] = [0, 0];
    for (let step = 0; step < 200; step++) {
      const { ids, mask, length, pairs, hidden } = batch(step);
      const before = ids.slice();
      hidden.positions.forEach((at, i) => hidden.counts[i] === 1 && (before[at] = hidden.labels[i] as number));
      pairs?.follows.forEach((follows, row) => {
        const text = [...before.subarray(row * length, (row + 1) * length)].slice(1, mask.subarray(row * length, (row + 1) * length).lastIndexOf(1));
        const second = text.slice(pairs.types.subarray(row * length, (row + 1) * length).indexOf(1) - 1);
        asked++;
        following += Number(follows === 0);
        expect(whole.has(spell(text))).toBe(follows === 0);
        expect(/\p{Script=Han}/u.test(spell(second))).toBe(/\p{Script=Han}/u.test(spell(text.slice(0, 6))));
      });
    }
    expect(following / asked).toBeCloseTo(0.5, 1);
  });

  it("depend on seed and step alone, and hide other words each time", () => {
    const [one, two] = [batchesOf(RULE), batchesOf(RULE)];
    const straight = [0, 1, 2, 40].map(one);
    expect([40, 2, 1, 0].map(two).reverse()).toEqual(straight);
    expect(batchesOf(RULE, 2)(0)).not.toEqual(straight[0]);
    expect(straight[0]?.hidden.positions).not.toEqual(straight[1]?.hidden.positions);
    expect(batchesOf(PACKED)(0).pairs).toBeUndefined();
  });
});

describe("own tokenizer", () => {
  let folder = "";
  beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), "cadre-own-tokenizer-"))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const notes: string[] = [];
  const make = (pairs: readonly Pair[], entries = 300) => ownTokenizer({ rule: { entries, minChineseCount: 2 }, pairs, windowTokens: 64, folder, note: (line) => notes.push(line) });

  it("is trained once for the same texts in any order, and anew for others or after a killed run", async () => {
    const first = await make(PAIRS);
    const again = await make([...PAIRS].reverse());
    expect(notes).toHaveLength(1);
    expect(again.digest).toBe(first.digest);
    expect(first.words.vocabulary.length).toBeLessThanOrEqual(300);
    expect((await make(PAIRS, 200)).digest).not.toBe(first.digest);
    await rm(path.join(folder, "made-from.json"));
    expect((await make(PAIRS)).digest).toBe(first.digest);
    expect(notes).toHaveLength(3);
    const file = path.join(folder, "tokenizer.json");
    const whole = await readFile(file, "utf8");
    for (const damaged of [whole.replace('"decides":', '"decided":'), "{"]) {
      expect(damaged).not.toBe(whole);
      await writeFile(file, damaged);
      expect((await make(PAIRS)).digest).toBe(first.digest);
      expect(await readFile(file, "utf8")).toBe(whole);
    }
  });

  it("wraps and cuts as the served one", () => {
    const tokens = wordPieceTokens(words, 6);
    expect(spell(tokens.encode("the holiday"))).toBe("[CLS] the holiday [SEP]");
    expect(tokens.encode("the holiday officer of floor one decides")).toHaveLength(6);
    expect(tokens.encode("the holiday officer of floor one decides").at(-1)).toBe(words.idOf("[SEP]"));
    expect(tokens.padId).toBe(0);
  });
});
