/** @file Spelling repair: what is repaired, what must be left alone, and the distance behind it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance";
import { repairWord, Vocabulary } from "./spelling";
import { isEnglishWord } from "./word-filter";

/** Words of some documents with the number of passages that use them. */
function contextOf(words: Record<string, number>) {
  const vocabulary = new Vocabulary();
  for (const word of Object.keys(words)) vocabulary.add(word, 1);
  return { vocabulary, frequencyOf: (word: string) => words[word] ?? 0 };
}

describe("repairWord", () => {
  const context = contextOf({ vacation: 9, vaccination: 2, maternity: 4, policy: 30, part: 8, benefits: 12, working: 5, insurance: 6, quarterdeck: 3 });

  it.each([
    ["vacaton", ["vacation"]],
    ["maternaty", ["maternity"]],
    ["polcy", ["policy"]],
    ["benifits", ["benefits"]],
    ["insuranse", ["insurance"]],
    ["workin", ["working"]],
    ["hw", ["how"]],
    ["b4", ["before"]],
    ["wat", ["what"]],
  ])("repairs %s", (typed, meant) => {
    expect(repairWord(typed, context)).toEqual(meant);
  });

  it.each(["policy", "2025", "401k", "the", "holiday", "pills", "strangers", "knee", "spain", "cabin"])("leaves %s alone", (word) => {
    expect(repairWord(word, context)).toBeNull();
  });

  it("takes apart two words that ran together", () => {
    expect(repairWord("policybenefits", context)).toEqual(["policy", "benefits"]);
  });

  it("prefers fewer edits, then the more frequent word", () => {
    expect(repairWord("quartedeck", context)).toEqual(["quarterdeck"]);
    expect(repairWord("zenbo", contextOf({ zenbor: 1, zenbot: 40 }))).toEqual(["zenbot"]);
  });

  it("never shows a word that only stands in passages the asker may not read", () => {
    const hidden = contextOf({ ravensmoor: 0 });
    expect(repairWord("ravensmor", hidden)).toBeNull();
    expect(repairWord("ravensmor", contextOf({ ravensmoor: 1 }))).toEqual(["ravensmoor"]);
  });

  it("forgets removed words", () => {
    const { vocabulary, frequencyOf } = contextOf({ ravensmoor: 1 });
    vocabulary.add("ravensmoor", -1);
    expect(repairWord("ravensmor", { vocabulary, frequencyOf })).toBeNull();
  });
});

describe("isEnglishWord", () => {
  it("knows words in all their forms", () => {
    for (const word of ["quit", "quitting", "pills", "mortgage", "drowsy"]) expect(isEnglishWord(word), word).toBe(true);
  });

  it("does not know misspellings", () => {
    for (const word of ["benifits", "maternaty", "vacaton", "adress", "managr"]) expect(isEnglishWord(word), word).toBe(false);
  });
});

describe("editDistance", () => {
  it("counts a swap of neighbours as one edit", () => {
    expect(editDistance("hoilday", "holiday", 2)).toBe(1);
    expect(editDistance("abcd", "acbd", 2)).toBe(1);
  });

  it("stops at the limit", () => {
    expect(editDistance("salary", "holiday", 2)).toBe(3);
  });

  it("is symmetric, zero only for equal words, and at most the longer length", () => {
    const word = fc.string({ maxLength: 9, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 20);
        expect(distance).toBe(editDistance(b, a, 20));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});
