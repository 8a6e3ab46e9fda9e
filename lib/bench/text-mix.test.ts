/**
 * @file The mix keeps the shares and lengths that the benchmark's report states.
 */
import { expect, it } from "vitest";
import { HAN } from "../core/language";
import { LENGTH_MIX, makeTextMix } from "./text-mix";

/** As the shipped tokenizer does, roughly: one token per word or Chinese character. */
const countTokens = (text: string): number => [...text.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)].length;

it("draws each length class in its share, within its bounds", () => {
  const lengths = makeTextMix(200, countTokens).map(countTokens);
  for (const { share, minTokens, maxTokens } of LENGTH_MIX) {
    const within = lengths.filter((length) => length >= minTokens && length <= maxTokens).length;
    expect(within).toBeGreaterThanOrEqual(share * 200);
  }
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(5);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
});

it("is the same for the same seed, differs for another, and is one third Chinese", () => {
  const texts = makeTextMix(300, countTokens, 1);
  expect(makeTextMix(300, countTokens, 1)).toEqual(texts);
  expect(makeTextMix(300, countTokens, 2)).not.toEqual(texts);
  const chinese = texts.filter((text) => HAN.test(text)).length;
  expect(chinese / 300).toBeGreaterThan(0.25);
  expect(chinese / 300).toBeLessThan(0.42);
});
