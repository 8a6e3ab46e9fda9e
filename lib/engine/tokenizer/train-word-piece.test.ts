/**
 * @file Vocabulary training against Hugging Face's own trainer, and what it promises for any counts.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRng, shuffled } from "../../core/rng";
import { countWords } from "./split-words";
import { trainWordPiece } from "./train-word-piece";
import { createWordPiece, SPECIAL_TOKENS } from "./word-piece";

interface Golden {
  readonly counts: Record<string, number>;
  /** Pieces of two or more characters in the order they were merged. */
  readonly merged: readonly string[];
}
const golden = JSON.parse(readFileSync(new URL("train-word-piece.golden.json", import.meta.url), "utf8")) as Golden;

const isMerged = (token: string): boolean => !token.startsWith("[") && [...token.replace("##", "")].length > 1;
/** ASCII alone: 5 special tokens, 68 first characters, 36 letters and digits inside words. */
const ASCII_ENTRIES = 5 + 68 + 36;

describe("trainWordPiece", () => {
  it("merges what Hugging Face's trainer merges, in its order", () => {
    const vocabulary = trainWordPiece(new Map(Object.entries(golden.counts)), { size: 400, minChineseCount: 1, minCharacterCount: 1 });
    expect(golden.merged.length).toBeGreaterThan(50);
    expect(vocabulary.filter(isMerged).slice(0, golden.merged.length)).toEqual(golden.merged);
  });

  it("merges the most frequent pair first, overlaps from the left", () => {
    const counts = new Map([["aaaa", 10], ["ab", 3]]);
    // ##a·##a has 20 places, a·##a 10. The pair left of the merged one is then a·##aa; a·##b comes last.
    expect(trainWordPiece(counts, { size: 400, minPairCount: 1 }).filter(isMerged)).toEqual(["##aa", "aaa", "aaaa", "ab"]);
    expect(trainWordPiece(counts, { size: 400, minPairCount: 4 }).filter(isMerged)).toEqual(["##aa", "aaa", "aaaa"]);
  });

  it("gives Chinese characters above the count an entry each and merges none", () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 12; i++) countWords("年假有五天 annual leave", counts);
    countWords("罕 ñandú žluťoučký", counts);
    const vocabulary = trainWordPiece(counts, { size: 300 });
    expect(vocabulary.filter((token) => /\p{Script=Han}/u.test(token))).toEqual([..."年假有五天"].sort());
    expect(vocabulary).toContain("annual");
    expect(vocabulary.filter((token) => token.includes("罕"))).toEqual([]);
  });

  it("knows every printable ASCII word, whatever the corpus", () => {
    const pieces = createWordPiece(trainWordPiece(new Map(), { size: 200 }));
    expect(pieces.vocabulary).toHaveLength(ASCII_ENTRIES);
    expect(pieces.vocabulary.slice(0, 5)).toEqual(SPECIAL_TOKENS);
    const all = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)).join("");
    expect(pieces.encode(`${all} x1-y2_Z`)).not.toContain(pieces.idOf("[UNK]"));
  });

  it("keeps to the size, repeats no token and does not depend on the words' order", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcde年假éß"), minLength: 1, maxLength: 8 });
    const table = fc.array(fc.tuple(word, fc.integer({ min: 1, max: 30 })), { maxLength: 40 });
    fc.assert(
      fc.property(table, fc.integer({ min: ASCII_ENTRIES + 20, max: 200 }), fc.integer(), (entries, size, seed) => {
        const options = { size, minChineseCount: 2, minCharacterCount: 2 };
        const counts = new Map(entries);
        const vocabulary = trainWordPiece(counts, options);
        expect(vocabulary.length).toBeLessThanOrEqual(size);
        expect(new Set(vocabulary).size).toBe(vocabulary.length);
        expect(trainWordPiece(new Map(shuffled([...counts], createRng(seed))), options)).toEqual(vocabulary);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("says when characters alone do not fit", () => {
    const counts = new Map([..."年假有五天病事婚丧产"].map((character) => [character, 50]));
    expect(() => trainWordPiece(counts, { size: ASCII_ENTRIES + 9 })).toThrow(/vocabulary of 118 cannot hold 5 special tokens and 114 characters/);
    expect(trainWordPiece(counts, { size: ASCII_ENTRIES + 10 })).toHaveLength(ASCII_ENTRIES + 10);
  });
});
