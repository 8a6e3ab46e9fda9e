/**
 * @file CMRC 2018 (trial, and dev up to paragraph 600) → pairs: a question to its paragraph, and to the window of the
 * paragraph around its answer. Paragraphs 601 and later never come in.
 */
import type { Pair } from "../types";
import { CMRC_TRAINABLE_PARAGRAPHS, type CmrcParagraph } from "./formats";

/** Characters of a window; a Chinese character is a token. */
const WINDOW = 120;

/** The paragraphs that may train. @param dev in file order */
export function trainableParagraphs(trial: readonly CmrcParagraph[], dev: readonly CmrcParagraph[]): CmrcParagraph[] {
  return [...trial, ...dev.slice(0, CMRC_TRAINABLE_PARAGRAPHS)];
}

/** Sources: cmrc-window (around the answer, cut at sentence ends), cmrc-paragraph (the whole, cut by the batch's length). */
export function cmrcPairs(paragraphs: readonly CmrcParagraph[]): Pair[] {
  return paragraphs.flatMap(({ id, context, qas }) =>
    qas.flatMap(({ question, answers }) => {
      const base = { language: "zh", query: question.trim(), group: id } as const;
      const at = answers[0]?.answer_start ?? 0;
      return [
        { ...base, source: "cmrc-window", passage: windowAround(context, at, WINDOW) },
        { ...base, source: "cmrc-paragraph", passage: context },
      ] satisfies Pair[];
    }),
  );
}

/** About `size` characters of whole sentences that hold position `at`. */
export function windowAround(text: string, at: number, size: number): string {
  const ends = [...text.matchAll(/[。！？；]/g)].map((match) => match.index + 1);
  const starts = [0, ...ends];
  const inside = Math.max(0, Math.min(at, text.length - 1));
  let from = starts.filter((start) => start <= inside).at(-1) ?? 0;
  let to = ends.find((end) => end > inside) ?? text.length;
  for (;;) {
    const before = starts.filter((start) => start < from).at(-1);
    const after = to < text.length ? (ends.find((end) => end > to) ?? text.length) : undefined;
    if (before !== undefined && to - before <= size) from = before;
    else if (after !== undefined && after - from <= size) to = after;
    else return text.slice(from, to);
  }
}
