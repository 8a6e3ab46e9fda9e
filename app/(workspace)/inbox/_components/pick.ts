/** @file Picking a span of a passage: by sentences (always a run of them) or by the exact words selected. Pure. */
import type { Span } from "@/lib/core/types";

/** Characters that one answer may quote; the server checks the same. */
export const MOST_QUOTED = 600;

/** A click on a sentence: begins, widens to it, narrows to it, or gives up a choice that was it alone. */
export function clickSentence(chosen: Span | null, sentence: Span): Span | null {
  if (chosen === null) return sentence;
  if (chosen.start === sentence.start && chosen.end === sentence.end) return null;
  if (sentence.start >= chosen.start && sentence.end <= chosen.end) return sentence;
  return { start: Math.min(chosen.start, sentence.start), end: Math.max(chosen.end, sentence.end) };
}

/** ← and →: the end of the choice moves by one sentence, never before its first. */
export function moveEnd(chosen: Span, sentences: readonly Span[], by: 1 | -1): Span {
  const inside = sentences.filter((sentence) => sentence.start < chosen.end && sentence.end > chosen.start);
  const last = sentences.findIndex((sentence) => sentence === inside.at(-1));
  const next = sentences[last + by];
  if (!next || next.end <= chosen.start || (by === -1 && inside.length < 2)) return chosen;
  return { start: chosen.start, end: next.end };
}

/** The words selected with the mouse, white space at the ends left out; null when they lie outside of the passage. */
export function selectedSpan(text: string, passageStart: number, selection: Span): Span | null {
  const from = Math.max(0, selection.start - passageStart);
  const to = Math.min(text.length, selection.end - passageStart);
  const words = text.slice(from, to);
  const trimmed = words.trim();
  if (trimmed === "") return null;
  const start = passageStart + from + words.indexOf(trimmed);
  return { start, end: start + trimmed.length };
}
