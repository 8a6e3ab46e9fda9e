/**
 * @file STS and bitext evaluation: the files' layouts, and the arithmetic with an encoder that looks vectors up.
 */
import { describe, expect, it } from "vitest";
import type { Encoder } from "../../core/encoder";
import type { EncoderVersion } from "../../core/types";
import { parseScoredPairs, parseTranslations } from "./sentence-pairs";
import { evaluateBitext, evaluateSts } from "./similarity";

/** Texts are "x,y": their own vector, made unit length. */
const encoder: Encoder = {
  version: "plain@000000000000" as EncoderVersion,
  dimension: 2,
  countTokens: (text) => text.length,
  embed: (texts) =>
    Promise.resolve(
      texts.map((text) => {
        const [x = 0, y = 0] = text.split("#")[0]?.split(",").map(Number) ?? [];
        return Float32Array.from([x / Math.hypot(x, y), y / Math.hypot(x, y)]);
      }),
    ),
};

describe("parseScoredPairs", () => {
  it("reads STS-B's columns, with its header and further columns", () => {
    const text = 'genre\tfile\tyear\tid\tscore\ts1\ts2\nmain\tx\t2012\t1\t2.500\tOne "open.\tTwo.\tmore\n\nmain\tx\t2012\t2\t5\tA\tB\n';
    expect(parseScoredPairs(text)).toEqual([
      { first: 'One "open.', second: "Two.", score: 2.5 },
      { first: "A", second: "B", score: 5 },
    ]);
  });

  it("reads sentence, sentence, score", () => {
    expect(parseScoredPairs("\uFEFF一\t二\t3\r\n三\t四\t0\r\n")).toEqual([
      { first: "一", second: "二", score: 3 },
      { first: "三", second: "四", score: 0 },
    ]);
  });

  it.each([
    ["a\tb\t1\nc\td\tmuch\ne\tf\t2", /Line 2/],
    ["a\tb\t1\n\td\t3\ne\tf\t2", /Line 2/],
    ["a\tb\t1", /fewer than two/],
    ["a,b,1\nc,d,2", /5th/],
    ["", /5th/],
  ])("refuses %j", (text, message) => {
    expect(() => parseScoredPairs(text)).toThrow(expect.objectContaining({ code: "eval/bad-input", message: expect.stringMatching(message) }));
  });
});

describe("parseTranslations", () => {
  it("ignores the attribution and names a broken line", () => {
    expect(parseTranslations("Hi.\t嗨。\tCC-BY\nGo.\t走。")).toEqual([
      { source: "Hi.", target: "嗨。" },
      { source: "Go.", target: "走。" },
    ]);
    expect(() => parseTranslations("Hi.\t嗨。\n\nGo.")).toThrow(/Line 3/);
    expect(() => parseTranslations("\n")).toThrow(/no pairs/);
  });
});

describe("evaluateSts", () => {
  it("correlates cosines with scores", async () => {
    const pair = (second: string, score: number) => ({ first: "1,0", second, score });
    expect(await evaluateSts([pair("1,0", 5), pair("1,1", 3), pair("0,1", 0)], encoder)).toBeCloseTo(1, 9);
    expect(await evaluateSts([pair("1,0", 0), pair("1,1", 3), pair("0,1", 5)], encoder)).toBeCloseTo(-1, 9);
  });
});

describe("evaluateBitext", () => {
  it("takes any translation that the file gives for the sentence, and nothing else", async () => {
    const pairs = [
      { source: "1,0", target: "1,0.1" },
      { source: "1,0", target: "1,0#second" },
      { source: "0,1", target: "0.1,1" },
      { source: "1,1", target: "-1,-1" },
    ];
    expect(await evaluateBitext(pairs, encoder)).toBe(0.75);
  });
});
