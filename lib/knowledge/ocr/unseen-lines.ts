/**
 * @file Lines of a scan's text layer that the picture of the page does not show: somebody may have put them there for
 * programs to read. Compares words, not places: recognition and layers disagree on places by themselves.
 */
import type { LayoutLine } from "../extract/pdf/geometry";
import type { OcrWord } from "./ocr-reader";

/** A line is unseen when fewer of its words than this share were recognised anywhere on the page … */
const MIN_SEEN = 0.34;
/** … and it has so many words that this cannot be chance. */
const MIN_WORDS = 3;

/** @param words what was recognised on the page */
export function unseenLines(lines: readonly LayoutLine[], words: readonly OcrWord[]): LayoutLine[] {
  const seen = words.map((word) => word.text).join(" ").toLowerCase();
  const latin = new Set(latinWords(seen));
  const han = seen.replace(/\s/g, "");
  return lines.filter(({ text }) => {
    const lower = text.toLowerCase();
    const wanted = latinWords(lower);
    const pairs = hanPairs(lower);
    const found = wanted.filter((word) => latin.has(word)).length + pairs.filter((pair) => han.includes(pair)).length;
    return wanted.length + pairs.length >= MIN_WORDS && found < MIN_SEEN * (wanted.length + pairs.length);
  });
}

const latinWords = (text: string): string[] => text.match(/[\p{Script=Latin}\p{N}]{3,}/gu) ?? [];

function hanPairs(text: string): string[] {
  return [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1] ?? "");
}
