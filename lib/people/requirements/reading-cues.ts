/**
 * @file Reading cues: words that a company's recruiters have taught the reader of job descriptions: over a list, at the beginning of a
 * sentence, or within one. Pure. Without any, a description reads as it would without this file.
 */
import type { CueMeaning, ReadingCue } from "../../contracts/taught-reading";
import type { Span } from "../../core/types";
import { splitSentences } from "../../knowledge/chunk/sentences";
import type { JobLine } from "./job-sections";

/** One spelling for the same words: small letters, single blanks, one apostrophe. */
export const cueWords = (words: string): string => words.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/** Of one place and the same words there is one meaning. */
export const cueKey = ({ place, words }: Pick<ReadingCue, "place" | "words">): string => `${place} ${words}`;

/** @param heading without marks and colon @returns what stands under it, null when no cue knows it */
export function headingMeans(heading: string, cues: readonly ReadingCue[]): CueMeaning | null {
  const words = cueWords(heading);
  return cues.find((cue) => cue.place === "heading" && cue.words === words)?.means ?? null;
}

/** @returns what words within a clause make of it: the longest decide; null when none stands there */
export function withinMeans(clause: string, cues: readonly ReadingCue[]): CueMeaning | null {
  return longest(cues.filter((cue) => cue.place === "within" && cue.means !== "one" && pattern(cue.words, "").test(clause)))?.means ?? null;
}

/** @returns where words stand that are one requirement, the longest first; they do not overlap */
export function keptWhole(clause: string, cues: readonly ReadingCue[]): Span[] {
  const spans: Span[] = [];
  for (const { words } of cues.filter(({ place, means }) => place === "within" && means === "one").sort((a, b) => b.words.length - a.words.length)) {
    const found = pattern(words, "").exec(clause);
    if (found && !spans.some(({ start, end }) => start < found.index + found[0].length && found.index < end)) spans.push({ start: found.index, end: found.index + found[0].length });
  }
  return spans;
}

/**
 * @returns the lines without the sentences that ask nothing; and, apart, what sentences ask that begin with asking words and stand
 *   outside of the lists that ask anyway, without those words
 */
export function byOpenings(lines: readonly JobLine[], cues: readonly ReadingCue[], isAsking: (line: JobLine) => boolean): { lines: readonly JobLine[]; asked: readonly JobLine[] } {
  const openings = cues.filter(({ place }) => place === "opening");
  if (openings.length === 0) return { lines, asked: [] };
  const asked: JobLine[] = [];
  const kept = lines.flatMap((line): JobLine[] => {
    const sentences = splitSentences(line.text).map((span) => {
      const said = line.text.slice(span.start, span.end);
      const cue = longest(openings.filter(({ words }) => pattern(words, "^[^\\p{L}\\p{N}]*").test(said)));
      return { span, cue, behind: cue ? (pattern(cue.words, "^[^\\p{L}\\p{N}]*").exec(said)?.[0].length ?? 0) : 0 };
    });
    if (line.section === "title" || sentences.every(({ cue }) => cue === null)) return [line];
    return sentences.flatMap(({ span, cue, behind }) => {
      const part = ({ start, end }: typeof span): JobLine => ({ ...line, text: line.text.slice(start, end), start: line.start + start, end: line.start + end });
      if (cue === null || (cue.means === "must" && isAsking(line))) return [part(span)];
      const from = span.start + behind + (/^[\s,:，：]*/.exec(line.text.slice(span.start + behind, span.end))?.[0].length ?? 0);
      if (cue.means === "must" && from < span.end) asked.push({ ...part({ start: from, end: span.end }), section: "must" });
      return [];
    });
  });
  return { lines: kept, asked };
}

function longest(cues: readonly ReadingCue[]): ReadingCue | null {
  return cues.reduce<ReadingCue | null>((best, cue) => (best === null || cue.words.length > best.words.length ? cue : best), null);
}

/** Latin words whole, whatever the blanks between them; Chinese ones wherever they stand. */
function pattern(words: string, before: string): RegExp {
  const [first, last] = [[...words][0] ?? "", [...words].at(-1) ?? ""];
  const isWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter) && !/\p{Script=Han}/u.test(letter);
  const body = words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll("'", "['’]").replace(/ /g, "\\s+");
  return new RegExp(`${before}${isWord(first) ? "(?<![\\p{L}\\p{N}])" : ""}${body}${isWord(last) ? "(?![\\p{L}\\p{N}])" : ""}`, "iu");
}
