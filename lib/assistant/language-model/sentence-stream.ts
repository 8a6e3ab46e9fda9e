/**
 * @file Sentence stream: pieces of a model's text → whole sentences with the numbers they cite, as soon as each is
 * surely complete. Takes Markdown signs away; judges nothing.
 */
import { splitSentences } from "../../knowledge/chunk/sentences";

export interface WrittenSentence {
  /** Without citation marks and Markdown, one line. */
  readonly text: string;
  /** Numbers in the order cited, each once; empty when it cites nothing. */
  readonly cited: readonly number[];
  /** It began on a new line. */
  readonly startsLine: boolean;
}

export interface SentenceStream {
  /** @returns the sentences that this piece completed */
  push(piece: string): WrittenSentence[];
  /** @returns what was left */
  end(): WrittenSentence[];
  /** Forgets what has not been completed yet. */
  reset(): void;
}

/** [1], [1, 2], [1-3], [^1], 【1】, [1†source] */
const MARK = /[[【]\s*\^?\d{1,3}(?:\s*[,，、;–-]\s*\^?\d{1,3})*(?:†[^\]】]{0,20})?\s*[\]】]/g;
/** Behind the full stop is meant for the sentence before it. */
const MARKS_BEHIND = new RegExp(`([.!?。！？]["”’」』）)]*)[ \\t]*((?:${MARK.source}[ \\t]*)+)`, "g");
/** A model that reasons aloud puts it between these tags; nobody is shown it. */
const THINKING = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/g;
/** Longest text held back while no sentence ends. */
const MAX_PENDING = 4_000;

export function createSentenceStream(): SentenceStream {
  let pending = "";
  let atLineStart = true;
  const take = (isEnd: boolean): WrittenSentence[] => {
    const { visible, hidden } = hideThinking(pending, isEnd);
    const text = marksInside(visible);
    const spans = splitSentences(text);
    const complete = isEnd || text.length > MAX_PENDING ? spans : spans.filter((_, i) => isFollowed(text, spans[i + 1]?.start));
    const sentences = complete.map((span, i) => {
      const before = text.slice(i === 0 ? 0 : (complete[i - 1]?.end ?? 0), span.start);
      return toSentence(text.slice(span.start, span.end), (i === 0 && atLineStart) || before.includes("\n"));
    });
    const end = complete.at(-1)?.end ?? 0;
    if (complete.length > 0) atLineStart = false;
    pending = text.slice(end) + hidden;
    return sentences.filter((sentence) => sentence.text !== "" || sentence.cited.length > 0);
  };
  return {
    push(piece) {
      pending += piece;
      return take(false);
    },
    end: () => take(true),
    reset: () => void ((pending = ""), (atLineStart = true)),
  };
}

/** Text up to a tag that is still open; the rest waits. */
function hideThinking(text: string, isEnd: boolean): { visible: string; hidden: string } {
  const open = text.search(/<think(?:ing)?>(?![\s\S]*<\/think(?:ing)?>)/);
  if (open === -1 || isEnd) return { visible: text.replace(THINKING, ""), hidden: "" };
  return { visible: text.slice(0, open).replace(THINKING, ""), hidden: text.slice(open) };
}

const marksInside = (text: string): string => text.replace(MARKS_BEHIND, (_, stop: string, marks: string) => ` ${marks.trim()}${stop} `);

/** Something stands behind it that is no citation mark on its way. */
function isFollowed(text: string, next: number | undefined): boolean {
  return next !== undefined && !/^[[【]/.test(text.slice(next));
}

function toSentence(written: string, startsLine: boolean): WrittenSentence {
  const cited = new Set<number>();
  for (const [mark] of written.matchAll(MARK)) for (const number of numbersOf(mark)) cited.add(number);
  return { text: plain(written.replace(MARK, "")), cited: [...cited], startsLine };
}

/** "[1-3]" cites 1, 2 and 3; a range of more than ten is no range. */
function numbersOf(mark: string): number[] {
  const range = /^\D*(\d+)\s*[–-]\s*(\d+)/.exec(mark.replace(/†.*/, ""));
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return to >= from && to - from <= 10 ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
  }
  return [...mark.replace(/†.*/, "").matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

/** Without list markers, emphasis, headings, code ticks, invisible and direction-changing characters. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/^\s*(?:#{1,6}\s+|>\s*|(?:[-*•–]|\d{1,2}[.)])\s+)+/u, "")
    .replace(/(\*\*|__|`+)/g, "")
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, "")
    .replace(/\s+([.,;:!?。！？，；：])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
